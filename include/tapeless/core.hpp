// SPDX-License-Identifier: BSL-1.0
#pragma once
// Expressions, their derivatives and programs: what <tapeless/tapeless.hpp> has, but for what prints them (show/). A file that computes compiles sooner with it.

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
