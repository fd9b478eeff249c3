# SPDX-License-Identifier: BSL-1.0
# tapeless_strict: what our own tests, examples and benchmarks link instead of tapeless::tapeless.
# ISO C++ here; the consumer in tests/install has the compiler's extensions.
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)  # there are none, and a second run would scan again

add_library(tapeless_strict INTERFACE)
target_link_libraries(tapeless_strict INTERFACE tapeless::tapeless)
target_compile_options(tapeless_strict INTERFACE
  "$<$<COMPILE_LANG_AND_ID:CXX,GNU,Clang,AppleClang>:-Wall;-Wextra;-Wpedantic;-Wconversion;-Wsign-conversion;-Wshadow;-Wdouble-promotion;-Wold-style-cast;-Werror>")
