// SPDX-License-Identifier: BSL-1.0
// Catch2, in whichever of its versions 2 and 3 the system has; and whether tests try every case.
#pragma once

#include "every_case.hpp"

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif

