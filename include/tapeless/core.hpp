// SPDX-License-Identifier: BSL-1.0
#pragma once
// Expressions, their derivatives and programs: all that <tapeless/tapeless.hpp> has but the printers (show/). Read sooner, where nothing is printed.

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wfloat-equal"  // numbers are compared exactly, on purpose

// The order is that of the pipeline: expressions, their derivatives, passes, programs.
#include <tapeless/expr/functions.hpp>
#include <tapeless/expr/hana.hpp>
#include <tapeless/expr/literal.hpp>
#include <tapeless/expr/named.hpp>

#include <tapeless/diff/fanout.hpp>
#include <tapeless/diff/higher_order.hpp>

#include <tapeless/pass/equivalent.hpp>

#include <tapeless/codegen/check.hpp>
#include <tapeless/codegen/program.hpp>

#pragma GCC diagnostic pop
