#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# clang-tidy over all headers and the examples, with .clang-tidy, and cppcheck with tests/lint/cppcheck.txt; what is not there is
# named and left out. Takes minutes. TIDY=clang-tidy-20 takes another one.
set -eu
cd "$(dirname "$0")/.."
failed=0
tidy=${TIDY:-clang-tidy-19}
if command -v "$tidy" >/dev/null 2>&1; then
  eigen=$(for folder in /usr/include/eigen3 /usr/local/include/eigen3; do [ ! -d "$folder" ] || echo "-isystem $folder"; done)
  for file in tests/lint/headers.cpp examples/*.cpp; do
    # shellcheck disable=SC2086 # a list of words
    if "$tidy" --quiet "$file" -- -std=c++20 -Iinclude $eigen -DTAPELESS_EXAMPLE_DATA='"examples/data"'; then
      echo "$tidy: $file is clean"
    else
      echo "$tidy: $file is not" >&2
      failed=1
    fi
  done
else
  echo "there is no $tidy (Debian: clang-tidy-19): left out"
fi
if command -v cppcheck >/dev/null 2>&1; then
  # shellcheck disable=SC2046 # a list of words
  if cppcheck --std=c++20 --language=c++ --enable=warning,performance,portability --quiet --error-exitcode=1 \
    --suppressions-list=tests/lint/cppcheck.txt --suppress=toomanyconfigs $(find include -name '*.hpp') examples/*.cpp; then
    echo "cppcheck: clean"
  else failed=1; fi
else
  echo "there is no cppcheck: left out"
fi
exit "$failed"
