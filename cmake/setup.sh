# SPDX-License-Identifier: BSL-1.0
# Sourced by examples/run.sh and tests/run.sh (POSIX sh), from the repository root.
#   setup demo|test         finds the tools, installs what is missing where it can, sets $compiler and $generator
#   configure FOLDER [-D…]  with the compiler and generator that setup found
#   build FOLDER [TARGET]
# Where nothing can be installed, the missing tools are named and the script exits 1.

usable_compiler() { # NAME: is it GCC >= 12 or Clang >= 16, with its standard library?
  "$1" -std=c++20 -x c++ -fsyntax-only - >/dev/null 2>&1 <<'EOF'
#include <bit>
#include <concepts>
#if defined __clang__ ? __clang_major__ < 16 : __GNUC__ < 12
#error too old
#endif
EOF
}

find_compiler() { # sets $compiler
  for compiler in ${CXX:-g++ g++-16 g++-15 g++-14 g++-13 g++-12 clang++ clang++-19 clang++-18 clang++-17 clang++-16}; do
    if usable_compiler "$compiler"; then return 0; fi
  done
  compiler=
  return 1
}

has_header() { # PATH, and C++ to try on standard input; before there is a compiler, the usual places must do
  if [ -z "$compiler" ]; then
    [ -e "/usr/include/$1" ] || [ -e "/usr/local/include/$1" ]
    return
  fi
  # shellcheck disable=SC2086 # CPPFLAGS is a list of words
  "$compiler" -std=c++20 ${CPPFLAGS-} ${BOOST_ROOT:+-I"$BOOST_ROOT/include" -I"$BOOST_ROOT"} \
    -x c++ -fsyntax-only - >/dev/null 2>&1
}

has_cmake() {
  version=$(cmake --version 2>/dev/null | sed -n 's/^cmake version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
  # shellcheck disable=SC2086 # two words on purpose
  set -- ${version:-0 0}
  [ "$1" -gt 3 ] || { [ "$1" -eq 3 ] && [ "$2" -ge 22 ]; }
}

has_python() { python3 -c 'import sys; sys.exit(sys.version_info < (3, 9))' >/dev/null 2>&1; }

look() { # sets $missing (for people) and $packages (for apt)
  missing="" packages=""
  find_compiler || need "${CXX:+a usable CXX (it is set to $CXX): }g++ 12 or newer, or clang++ 16 or newer" "$compiler_package"
  has_cmake || need "cmake 3.22 or newer" cmake
  if command -v ninja >/dev/null 2>&1; then
    generator=Ninja
  elif command -v make >/dev/null 2>&1; then
    generator="Unix Makefiles"
  else
    need "ninja or make" ninja-build
  fi
  printf '%s\n' '#include <boost/version.hpp>' '#if BOOST_VERSION < 107400' '#error too old' '#endif' \
    '#if !__has_include(<boost/hana.hpp>)' '#error no Hana' '#endif' |
    has_header boost/hana.hpp || need "the headers of Boost 1.74 or newer, with Boost.Hana" libboost-dev
  echo '#include <CLI/CLI.hpp>' | has_header CLI/CLI.hpp || need "CLI11" libcli11-dev
  [ "$1" = test ] || return 0
  printf '%s\n' '#if !__has_include(<catch2/catch_all.hpp>) && !__has_include(<catch2/catch.hpp>)' \
    '#error no Catch2' '#endif' | has_header catch2 || need "Catch2, version 2 or 3" catch2
  has_python || need "Python 3.9 or newer" python3
  python3 -c 'import mpmath' >/dev/null 2>&1 || need "mpmath for Python" python3-mpmath
}

need() { # WHAT PACKAGE
  missing="$missing
  $1 (Debian: $2)"
  packages="$packages $2"
}

as_root() { # runs a command as root, or fails
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

install() { # PACKAGE…
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

can_install() {
  command -v apt-get >/dev/null 2>&1 && { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }
}

setup() {
  compiler_package=g++
  [ -z "${CXX-}" ] || compiler_package=$(basename "$CXX" | sed 's/^clang++/clang/')
  look "$1"
  # Two rounds, for the second asks for g++-12 where the default g++ turned out older.
  for round in 1 2; do
    if [ -z "$missing" ] || ! can_install; then break; fi
    echo "tapeless: installing$packages"
    [ "$round" -ne 1 ] || as_root apt-get update || echo "tapeless: apt-get update failed; going on with the lists there are" >&2
    # shellcheck disable=SC2086 # a list of words
    install $packages || break
    [ -n "${CXX-}" ] || compiler_package=g++-12
    look "$1"
  done
  if [ -n "$missing" ]; then
    printf 'tapeless: missing, and not installable from here:%s\n' "$missing" >&2
    printf 'On Debian or Ubuntu, as root:\n  apt-get install%s\n' "$packages" >&2
    exit 1
  fi
  if [ "$1" = test ] && ! command -v doxygen >/dev/null 2>&1; then # one test needs it, the others do not
    if can_install; then
      echo "tapeless: installing doxygen"
      install doxygen || { as_root apt-get update && install doxygen; } || echo "tapeless: going on without doxygen" >&2
    else
      echo "tapeless: there is no doxygen, so one test is left out" >&2
    fi
  fi
}

configure() { # FOLDER [-D…]
  folder=$1
  shift
  cmake -S . -B "$folder" -G "$generator" -DCMAKE_CXX_COMPILER="$compiler" "$@" || exit
}

build() { # FOLDER [TARGET]
  cmake --build "$1" --target "${2:-all}" --parallel "${CMAKE_BUILD_PARALLEL_LEVEL:-$(getconf _NPROCESSORS_ONLN)}" || exit
}
