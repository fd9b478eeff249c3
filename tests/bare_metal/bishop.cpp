// SPDX-License-Identifier: BSL-1.0
#include "networks.hpp"

float networks::step_of_bishop(bishop::weights& theta, const bishop::inputs& at, const bishop::targets& wanted) noexcept {
  return step<bishop>(theta, at, wanted);
}
