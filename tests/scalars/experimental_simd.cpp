// SPDX-License-Identifier: BSL-1.0
// std::experimental::simd, which comes with GCC's standard library, as the scalar type.
#include "scalars.hpp"

#include <experimental/simd>

namespace stdx = std::experimental;
using namespace scalars;

TEST_CASE("packs of std::experimental::simd: each lane is its own network", "[scalars]") {
#if defined(__clang__) && defined(__AVX512F__)  // where() and sin of libstdc++ 12 are wrong there, without this library, too
  using pack = stdx::simd<double, stdx::simd_abi::scalar>;
#else
  using pack = stdx::native_simd<double>;
#endif
  all_the_same_in_each_lane<pack, pack::size()>([](auto f) { return pack([&](auto k) { return f(k); }); },
                                                [](const pack& p, std::size_t k) { return static_cast<double>(p[k]); });
}

TEST_CASE("literals and integers go to every lane of a pack, also of float", "[scalars]") {
  using floats = stdx::native_simd<float>;
  const std::size_t two = 2;
  const floats product = tl::function(0.1_c * s * r + 1_c)(s = floats(3), r = two);
  CHECK(all_of(product == 3.0f * 2.0f * 0.1f + 1.0f));
}

TEST_CASE("several networks at once, each with its own sample", "[scalars]") {
  using pack = stdx::fixed_size_simd<double, 4>;
  constexpr auto step = tl::value_and_gradient(network);

  auto theta = tl::zeros<pack>(tl::parameters(network));
  theta[W](0, 1) = pack([](auto network_number) { return 0.25 * network_number; });
  theta[V](0, 0) = 2;                                 // the same for all
  tl::tensor<pack, tl::vec<2>> samples = {1, 0.5};    // samples of their own would be packs as well
  const auto [errors, gradients] = step(theta, x = samples, t = {pack(1), pack(0)});

  const pack hidden = tanh(pack([](auto network_number) { return 0.125 * network_number; }));
  CHECK(all_of(abs(errors - 0.5 * (2 * hidden - 1) * (2 * hidden - 1)) < 1e-15));
  CHECK(all_of(abs(gradients[V](0, 0) - (2 * hidden - 1) * hidden) < 1e-15));
}
