// SPDX-License-Identifier: BSL-1.0
// Prints the programs as C++.
#include <tapeless/show/cpp.hpp>

#include <cstdio>

#include "programs.hpp"

int main() {
  namespace tl = tapeless;
  using namespace programs;
  const auto print = [](auto program, const char* program_name) {
    std::puts(tl::show::cpp(program, program_name).c_str());
  };
  print(tl::value_and_gradient(squares), "squares_step");
  print(tl::value_and_gradient(entropy, tl::wrt(W2, W1, u)), "entropy_step");
  print(tl::value_and_gradient(scalars, tl::wrt(p, q, i, odd)), "scalars_step");
  print(tl::value_and_gradient(root, tl::wrt(W1, W2, b1, u, p)), "root_step");
  print(tl::function(tensors), "tensors_value");
  print(tl::function(scalars, y, p), "several_values");
  print(tl::function(squares), "squares_value");
  print(tl::value_and_gradient(parts, tl::wrt(W1, b1, p)), "parts_step");
  print(tl::function(joined, tl::reshape<tl::mat<3, 3>>(joined)), "joined_values");
}
