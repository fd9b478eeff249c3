#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Builds the examples and runs one, from any directory, on a bare machine too:
#   sh examples/run.sh                     digits: trains a network on real images
#   sh examples/run.sh bishop              another example of this folder
#   sh examples/run.sh digits --epochs 3   what follows the name goes to the program
set -eu
cd "$(dirname "$0")/.."
. cmake/setup.sh

name=${1:-digits}
if [ $# -gt 0 ]; then shift; fi
if [ ! -f "examples/$name.cpp" ]; then
  echo "tapeless: there is no examples/$name.cpp; there are:" examples/*.cpp >&2
  exit 1
fi

setup demo
folder=build/demo${CXX:+-$(basename "$CXX")}
configure "$folder" -DCMAKE_BUILD_TYPE=Release -DTAPELESS_BUILD_TESTS=OFF  # as the preset "demo"
build "$folder" "$name"
exec "$folder/examples/$name" "$@"
