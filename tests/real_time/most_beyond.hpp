// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <cstddef>

/// Bytes of stack that a call may take beyond its workspace and its result: arguments, saved registers, and rows of vectors
/// that are spilled.
constexpr std::size_t most_beyond = 3584;
