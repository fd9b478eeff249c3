// SPDX-License-Identifier: BSL-1.0
// The training, on the machine that runs the tests. Prints what device.cpp prints, but for what only a device can measure, and
// whether the arithmetic has FMA;
// fails where the first steps are not those that the compiler computed.
#include <cstdio>

#include "training.hpp"

namespace {

template <class Network, class Step>
bool report(const char* name, Step one_step) {
  networks::training<Network> all, first;
  all(one_step, networks::steps);
  first(one_step, networks::proved_steps);
  std::printf("%s digest %08x proved %08x first %08x\n", name, static_cast<unsigned>(all.digest),
              static_cast<unsigned>(networks::proved<Network>), static_cast<unsigned>(first.digest));
  return first.digest == networks::proved<Network>;
}

}  // namespace

int main() {
  if (networks::tl::math::has_fma<float>) std::puts("with FMA");
  const bool bishop = report<networks::bishop>("bishop", networks::step_of_bishop);
  return report<networks::classifier>("classifier", networks::step_of_classifier) && bishop ? 0 : 1;
}
