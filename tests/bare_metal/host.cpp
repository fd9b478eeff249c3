// SPDX-License-Identifier: BSL-1.0
// The training, on the machine that runs the tests. Prints what device.cpp prints, but for what only a device can measure.
#include <cstdio>

#include "training.hpp"

namespace {

template <class Network>
void report(const char* name) {
  networks::training<Network> run, first;
  run(networks::step<Network>, networks::steps);
  first(networks::step<Network>, networks::proved_steps);
  std::printf("%s digest %08x proved %08x first %08x\n", name, static_cast<unsigned>(run.digest),
              static_cast<unsigned>(networks::proved<Network>), static_cast<unsigned>(first.digest));
}

}  // namespace

int main() {
  report<networks::bishop>("bishop");
  report<networks::classifier>("classifier");
}
