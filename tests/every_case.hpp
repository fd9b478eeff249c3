// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Is every case tried, as in the preset "long", or what a quarter of an hour is long enough for?
#if defined(TAPELESS_SHORT_TESTS)
inline constexpr bool every_case = false;
#else
inline constexpr bool every_case = true;
#endif
