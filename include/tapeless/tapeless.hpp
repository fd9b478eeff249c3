// SPDX-License-Identifier: BSL-1.0
#pragma once
// Tapeless: a network as an expression; its value and gradient as straight-line code. See docs/layout.md for the way
// from one to the other.
/// \namespace tapeless
/// Networks, or any functions, as expressions; their derivatives, expressions too; and programs that compute both.

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wfloat-equal"  // numbers are compared exactly, on purpose

// The order is that of the pipeline: expressions, their derivatives, passes and programs; then the printers.
#include <tapeless/core.hpp>

#include <tapeless/show/cpp.hpp>
#include <tapeless/show/graphviz.hpp>
#include <tapeless/show/json.hpp>
#include <tapeless/show/latex.hpp>
#include <tapeless/show/mermaid.hpp>
#include <tapeless/show/stream.hpp>
#include <tapeless/show/summary.hpp>

#pragma GCC diagnostic pop
