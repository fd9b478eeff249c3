// SPDX-License-Identifier: BSL-1.0
// Compiled once. Catch2 3 brings its own main.
#define CATCH_CONFIG_MAIN
#include "catch.hpp"
