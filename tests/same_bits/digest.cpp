// SPDX-License-Identifier: BSL-1.0
// Prints one number for each function, made of the bits of its values at many points: numbers one by one, in a loop over
// a vector, and a network with its gradient. compare.py builds this in several ways and wants the same text from all.
#include <bit>
#include <cstdint>
#include <cstdio>
#include <tapeless/tapeless.hpp>

#include "../every_case.hpp"

namespace tl = tapeless;
using namespace tl::literals;

namespace {

constexpr std::size_t width = 37;  // not a multiple of any number of lanes
constexpr auto x = tl::input<"x", tl::vec<width>>;
constexpr auto y = tl::input<"y", tl::vec<width>>;
constexpr auto one_x = tl::input<"x">;
constexpr auto one_y = tl::input<"y">;

template <class T>
using bits_of = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;

struct digest {
  std::uint64_t state = 0xcbf29ce484222325;
  template <class T>
  void add(T value) {
    const auto bits = value != value ? bits_of<T>{1} : std::bit_cast<bits_of<T>>(value);  // the bits of NaNs are free
    state = (state ^ bits) * 0x100000001b3;
  }
};

/// Every exponent and sign, and many numbers of ordinary size.
template <class T>
struct points {
  std::uint64_t state = 1;
  std::uint64_t count = 0;
  T next() {
    state = state * 6364136223846793005u + 1442695040888963407u;
    const auto random = static_cast<bits_of<T>>(state >> (64 - 8 * sizeof(T)));
    if (++count % 4 == 0) return std::bit_cast<T>(random);
    return static_cast<T>(static_cast<double>(state >> 11) * 0x1p-53 * (count % 4 == 1 ? 2 : 40) - (count % 4 == 1 ? 1 : 20));
  }
};

template <class T, class OfNumbers, class OfVectors>
void print(const char* name, OfNumbers of_numbers, OfVectors of_vectors) {
  points<T> p;
  digest numbers, vectors;
  for (int round = 0; round < 400; ++round) {
    tl::tensor<T, tl::vec<width>> a, b;
    for (auto& e : a) e = p.next();
    for (auto& e : b) e = p.next();
    const auto values = of_vectors(x = a, y = b);
    for (std::size_t i = 0; i < width; ++i) {
      numbers.add(of_numbers(one_x = a[i], one_y = b[i]));
      vectors.add(values[i]);
    }
  }
  std::printf("%s %zu %016llx %s\n", name, 8 * sizeof(T), static_cast<unsigned long long>(numbers.state),
              numbers.state == vectors.state ? "" : "but in a vector other bits");
}

template <class T, std::size_t Rows, std::size_t Columns>
void print_network() {
  constexpr auto W = tl::parameter<"W", tl::mat<Rows, Columns>>;
  constexpr auto in = tl::input<"in", tl::vec<Columns>>;
  constexpr auto target = tl::input<"target", tl::vec<Rows>>;
  constexpr auto h = tanh(W * in);
  constexpr auto E = cross_entropy(h, softmax(target)) + norm(h) + logsumexp(transpose(W) * h) + max_element(in) +
                     0.5_c * sum(square(W * transpose(W)));
  constexpr auto step = tl::value_and_gradient(E, tl::wrt(W, in));
  points<T> p;
  digest all;
  for (int round = 0; round < 100; ++round) {
    tl::tensor<T, tl::mat<Rows, Columns>> at_W;
    tl::tensor<T, tl::vec<Columns>> at_in;
    tl::tensor<T, tl::vec<Rows>> at_target;
    const auto ordinary = [&] {
      T v = p.next();
      while (!(v > -20 && v < 20)) v = p.next();
      return v;
    };
    for (auto& e : at_W) e = ordinary();
    for (auto& e : at_in) e = ordinary();
    for (auto& e : at_target) e = ordinary();
    const auto result = step(W = at_W, in = at_in, target = at_target);
    all.add(result.value);
    for (const T g : result.gradient) all.add(g);
  }
  std::printf("network %zux%zu %zu %016llx\n", Rows, Columns, 8 * sizeof(T), static_cast<unsigned long long>(all.state));
}

template <class T>
void print_all() {
#define ONE(name) print<T>(#name, tl::function(name(one_x)), tl::function(name(x)));
#define TWO(name) print<T>(#name, tl::function(name(one_x, one_y)), tl::function(name(x, y)));
  ONE(abs) ONE(sign) ONE(square) ONE(sqrt) ONE(exp) ONE(log) ONE(tanh) ONE(sigmoid) ONE(relu) ONE(softplus) ONE(silu)
  TWO(min) TWO(max) TWO(hadamard) TWO(lt) TWO(ge)
  if constexpr (sizeof(T) == 8 || every_case) {  // of float they are computed in double
    ONE(cbrt) ONE(exp2) ONE(expm1) ONE(log2) ONE(log10) ONE(log1p)
    ONE(sin) ONE(cos) ONE(tan) ONE(asin) ONE(acos) ONE(atan) ONE(sinh) ONE(cosh) ONE(asinh) ONE(acosh) ONE(atanh)
    ONE(erf) ONE(erfc) ONE(gelu) ONE(gelu_tanh)
    TWO(pow) TWO(atan2) TWO(hypot)
  }
  print_network<T, 3, 2>();
  print_network<T, 7, 19>();
  print_network<T, 16, 32>();
}

}  // namespace

int main() {
  print_all<double>();
  print_all<float>();
}
