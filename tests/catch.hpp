// SPDX-License-Identifier: BSL-1.0
// Catch2, in whichever of its versions 2 and 3 the system has.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif

/// Is every case tried, as in the preset "long", or what a quarter of an hour is long enough for?
#if defined(TAPELESS_SHORT_TESTS)
inline constexpr bool every_case = false;
#else
inline constexpr bool every_case = true;
#endif
