// SPDX-License-Identifier: BSL-1.0
// dlib's networks, with the BLAS that is installed. They keep their weights with a column for each unit, the biases below.
#include "batch.hpp"

#include <dlib/dnn.h>
#include <ranges>

namespace {

using namespace bench;
using network = dlib::loss_multiclass_log<dlib::fc<10, dlib::htan<dlib::fc<128, dlib::input<dlib::matrix<float>>>>>>;

/// Where the weight of a unit for one of its inputs is; the last input is the bias.
auto places(std::size_t inputs, std::size_t units) {
  return [=](std::size_t i) { return i < inputs * units ? i % inputs * units + i / inputs : i; };
}
const auto place1 = places(batch::inputs, batch::hidden), place2 = places(batch::hidden, batch::classes);

[[maybe_unused]] const bool added = add("w7/dlib", [](run& runner) {
  const batch b;
  network net;
  std::vector<dlib::matrix<float>> samples;
  for (std::size_t i = 0; i < batch::samples; ++i) samples.emplace_back(dlib::mat(&b.x[i * batch::inputs], batch::inputs, 1));
  dlib::resizable_tensor x;
  net.to_tensor(samples.begin(), samples.end(), x);
  std::array<unsigned long, batch::samples> labels{};
  for (std::size_t i = 0; i < batch::samples; ++i) labels[i] = batch::label(i);
  net.compute_parameter_gradients(x, labels.begin());  // makes the layers
  auto& layer1 = dlib::layer<3>(net);
  auto& layer2 = dlib::layer<1>(net);
  for (std::size_t i = 0; i < batch::W2; ++i) layer1.layer_details().get_layer_params().host()[place1(i)] = b.theta[i];
  for (std::size_t i = batch::W2; i < batch::weights; ++i) layer2.layer_details().get_layer_params().host()[place2(i - batch::W2)] = b.theta[i];
  runner.measure([&] {
    const auto value = static_cast<float>(net.compute_parameter_gradients(x, labels.begin()));
    const auto in_our_order = [](const auto& layer, auto place, std::size_t size) {
      return std::views::iota(std::size_t{0}, size) |
             std::views::transform([=, from = layer.get_parameter_gradient().host()](std::size_t i) { return from[place(i)]; });
    };
    return std::tuple(value, in_our_order(layer1, place1, batch::W2), in_our_order(layer2, place2, batch::weights - batch::W2));
  });
});

}  // namespace
