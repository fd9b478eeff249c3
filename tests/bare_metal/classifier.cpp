// SPDX-License-Identifier: BSL-1.0
#include "networks.hpp"

float networks::step_of_classifier(classifier::weights& theta, const classifier::inputs& at, const classifier::targets& wanted) noexcept {
  return step<classifier>(theta, at, wanted);
}
