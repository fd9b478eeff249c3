#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Compilers, standards, libraries, optimisation: in each configuration builds and runs the tests that run no compiler
# themselves, one configuration after the other. Each takes many minutes.
#   sh tests/matrix.sh                      all but debian-testing, which needs root and debootstrap
#   sh tests/matrix.sh list                 their names
#   sh tests/matrix.sh g++-20-O2 m32        those whose names begin so
#   TARGETS="threads unit_op" sh tests/matrix.sh …       builds only these targets, and runs their tests
# One line for each configuration: its name, passed, failed or not available and why, seconds. Exits with 1 if one failed.
# All output is in build/matrix/NAME.log.
set -eu
cd "$(dirname "$0")/.."
targets=${TARGETS:-static_tests headers run_time}

# Every compiler and standard library at every level; the standards take turns.
configurations() { # NAME|COMPILER|STANDARD|FLAGS
  standard=20
  # Boost 1.74 uses what C++17 and C++20 have removed.
  with_libcxx="-stdlib=libc++ -D_LIBCPP_ENABLE_CXX20_REMOVED_TYPE_TRAITS -D_LIBCPP_ENABLE_CXX17_REMOVED_UNARY_BINARY_FUNCTION"
  for name in g++ clang++-16 clang++-19 libc++; do
    for level in -O0 -O2 "-O3 -march=native"; do
      standard=$((43 - standard)) optimised=${level#-}
      if [ "$name" = libc++ ]; then line="clang++-19|$standard|$with_libcxx $level"; else line="$name|$standard|$level"; fi
      echo "$name-$standard-${optimised%% *}|$line"
    done
  done
  # The x87 has more bits than a double: the same bits need SSE.
  for name in g++ clang++-19; do echo "m32-$name|$name|20|-m32 -msse2 -mfpmath=sse -O2"; done
  echo "arm64-g++|aarch64-linux-gnu-g++|20|-O2 -Wno-psabi"
  echo "arm64-clang++-19|clang++-19|20|--target=aarch64-linux-gnu -O2"
}

emulator() { # COMPILER FLAGS: what runs the programs; nothing if this machine does
  case "$1 $2" in
    *aarch64-*) echo "qemu-aarch64 -L /usr/aarch64-linux-gnu" ;;
    *-m32*) if command -v qemu-i386 >/dev/null 2>&1; then echo qemu-i386; fi ;;
  esac
}

compiles() { # COMPILER FLAGS: the program on standard input, linked
  # shellcheck disable=SC2086 # FLAGS is a list of words
  "$1" -std=c++20 $2 -x c++ - -o build/matrix/tried >/dev/null 2>&1
}

missing() { # COMPILER FLAGS: prints what is needed and not here, or nothing
  if ! command -v "$1" >/dev/null 2>&1; then
    echo "there is no $1"
  elif ! printf '#include <bit>\n#include <vector>\nint main() { return std::vector<int>(1)[0]; }\n' | compiles "$1" "$2"; then
    case "$2" in
      *-m32*) echo "no 32-bit libraries for $1 (Debian: g++-multilib)" ;;
      *libc++*) echo "no libc++ for $1 (Debian: libc++-${1##*-}-dev)" ;;
      *aarch64-*) echo "no 64-bit Arm libraries for $1 (Debian: g++-aarch64-linux-gnu)" ;;
      *) echo "$1 $2 does not work" ;;
    esac
  elif ! $(emulator "$1" "$2") build/matrix/tried; then
    echo "what $1 $2 makes does not run on this machine (Debian: qemu-user)"
  elif case "$1 $2" in *aarch64-* | *-m32* | *libc++*) true ;; *) false ;; esac &&
    printf '#include <catch2/catch_all.hpp>\nint main() {}' | compiles "$1" ""; then
    echo "Catch2 3 is a library, which is not built with $2"
  fi
}

try() { # NAME COMPILER STANDARD FLAGS
  folder=build/matrix/$1 emulated=$(emulator "$2" "$4" | tr ' ' ';') machine=
  for flag in $4; do case "$flag" in -m* | --target=*) machine="$machine $flag" ;; esac; done # for the one file in C
  cmake -G Ninja -S . -B "$folder" -DCMAKE_CXX_COMPILER="$2" -DCMAKE_CXX_STANDARD="$3" -DCMAKE_BUILD_TYPE=Release \
    ${emulated:+-DCMAKE_SYSTEM_NAME=Linux "-DCMAKE_CROSSCOMPILING_EMULATOR=$emulated"} -DCMAKE_CXX_EXTENSIONS=OFF -DCMAKE_CXX_FLAGS_RELEASE= -DCMAKE_CXX_FLAGS="$4" -DCMAKE_C_FLAGS="$machine" -DTAPELESS_SAME_BITS=ON -DTAPELESS_SHORT_TESTS=OFF -DTAPELESS_BUILD_EXAMPLES=OFF || return 1
  # shellcheck disable=SC2086 # a list of words
  cmake --build "$folder" --target $targets -- -k 0 || return 1
  if [ -z "${TARGETS-}" ]; then set -- -L '^run_time$'; else
    set -- -R "^($(echo "$TARGETS" | sed 's/\([a-z]*\)_/\1\//g; s/ /|/g'))\$"
  fi
  ctest --test-dir "$folder" --output-on-failure --no-tests=error "$@"
}

one() { # NAME COMMAND…: runs it and prints its line
  name=$1 begin=$(date +%s)
  shift
  if "$@" >"build/matrix/$name.log" 2>&1 </dev/null; then result=passed; else
    result="failed: build/matrix/$name.log"
    failed=1
  fi
  echo "$name: $result, $(($(date +%s) - begin)) s"
}

wanted() { # NAME ARGUMENT…: does it begin as one of the arguments, or are there none?
  [ $# -gt 1 ] || return 0
  tried=$1
  shift
  for begin in "$@"; do
    case "$tried" in "$begin"*) return 0 ;; esac
  done
  return 1
}

if [ "${1-}" = list ]; then
  configurations | cut -d '|' -f 1
  printf '%s\n' sanitize thread debian-testing
  exit
fi
mkdir -p build/matrix
failed=0
for begin in "$@"; do
  sh tests/matrix.sh list | grep -q "^$begin" || { echo "no configuration begins with $begin: sh tests/matrix.sh list" >&2; exit 1; }
done
configurations >build/matrix/configurations
while IFS='|' read -r name compiler standard flags; do
  if ! wanted "$name" "$@"; then continue; fi
  lacking=$(missing "$compiler" "$flags")
  if [ -n "$lacking" ]; then echo "$name: not available here: $lacking"; else one "$name" try "$name" "$compiler" "$standard" "$flags"; fi
done <build/matrix/configurations
for preset in sanitize thread; do
  if ! wanted "$preset" "$@"; then continue; fi
  lacking=$(missing clang++-19 "-fsanitize=$(echo $preset | sed s/sanitize/address/)")
  if [ -n "$lacking" ]; then echo "$preset: not available here: $lacking"; else one "$preset" cmake --workflow --preset "$preset"; fi
done
if [ $# -gt 0 ] && wanted debian-testing "$@"; then one debian-testing sh tests/bare_machine.sh testing sh tests/run.sh; fi
exit "$failed"
