// SPDX-License-Identifier: BSL-1.0
// Products of matrices by this library and by Eigen behind <tapeless/backend/eigen.hpp>, which takes over from the size
// on that these figures chose.
#if __has_include(<Eigen/Core>)
#include <benchmark/benchmark.h>

#include <memory>
#include <string>
#include <tapeless/backend/eigen.hpp>
#include <tapeless/tapeless.hpp>

namespace {

namespace tl = tapeless;

template <class Math, class T, std::size_t Rows, std::size_t Inner, std::size_t Columns, bool RightTransposed>
void product(benchmark::State& state) {
  constexpr auto A = tl::input<"A", tl::mat<Rows, Inner>>;
  constexpr auto B = tl::input<"B", std::conditional_t<RightTransposed, tl::mat<Columns, Inner>, tl::mat<Inner, Columns>>>;
  constexpr auto program = [] {
    if constexpr (RightTransposed) return tl::function<Math>(decltype(A){} * transpose(decltype(B){}));
    else return tl::function<Math>(decltype(A){} * decltype(B){});
  }();
  const auto left = std::make_unique<tl::tensor<T, tl::mat<Rows, Inner>>>();
  const auto right = std::make_unique<tl::tensor<T, typename decltype(B)::shape_type>>();
  for (std::size_t i = 0; i < left->size(); ++i) (*left)[i] = static_cast<T>(i % 7) / 8;
  for (std::size_t i = 0; i < right->size(); ++i) (*right)[i] = static_cast<T>(i % 5) / 8;
  benchmark::DoNotOptimize(left.get());
  benchmark::DoNotOptimize(right.get());
  for (auto _ : state) {
    auto result = program(A = *left, B = *right);
    benchmark::DoNotOptimize(result);
  }
}

template <class T, std::size_t Rows, std::size_t Inner, std::size_t Columns, bool RightTransposed = false>
bool compare(const char* type) {
  const std::string name = std::string("product of ") + type + ", " + std::to_string(Rows) + "x" + std::to_string(Inner) + "x" +
                           std::to_string(Columns) + (RightTransposed ? " transposed" : "");
  benchmark::RegisterBenchmark((name + "/generated").c_str(), product<tl::math::standard_math, T, Rows, Inner, Columns, RightTransposed>);
  benchmark::RegisterBenchmark((name + "/by hand, Eigen").c_str(),
                               product<tl::eigen_products<tl::math::standard_math, 1>, T, Rows, Inner, Columns, RightTransposed>);
  return true;
}

[[maybe_unused]] const bool added[] = {
    compare<float, 32, 64, 128>("float"),
    compare<float, 128, 128, 128>("float"),
    compare<float, 256, 256, 256>("float"),
    compare<float, 256, 256, 256, true>("float"),
    compare<float, 512, 512, 512>("float"),
    compare<float, 1024, 1024, 1024>("float"),
    compare<double, 32, 64, 128>("double"),
    compare<double, 128, 128, 128>("double"),
    compare<double, 256, 256, 256>("double"),
    compare<double, 256, 256, 256, true>("double"),
    compare<double, 512, 512, 512>("double"),
    compare<double, 768, 768, 768>("double"),
};

}  // namespace
#endif
