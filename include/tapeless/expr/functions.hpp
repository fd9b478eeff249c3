// SPDX-License-Identifier: BSL-1.0
#pragma once
// All functions on expressions: sugar over op/.
#include <tapeless/expr/choice.hpp>
#include <tapeless/expr/custom.hpp>
#include <tapeless/expr/elementwise.hpp>
#include <tapeless/expr/linear_algebra.hpp>
#include <tapeless/expr/structure.hpp>
