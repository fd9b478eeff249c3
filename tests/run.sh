#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Builds and runs every test, from any directory, on a bare machine too. Arguments go to ctest:
#   sh tests/run.sh
#   sh tests/run.sh -R fail
#   CXX=clang++-19 sh tests/run.sh
set -eu
cd "$(dirname "$0")/.."
. cmake/setup.sh

setup test
folder=build/test${CXX:+-$(basename "$CXX")}
configure "$folder" -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS_RELEASE=-O1 -DTAPELESS_SAME_BITS=ON  # as the preset "test"
build "$folder"
exec ctest --test-dir "$folder" --output-on-failure --no-tests=error --parallel "$(getconf _NPROCESSORS_ONLN)" "$@"
