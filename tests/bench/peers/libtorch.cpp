// SPDX-License-Identifier: BSL-1.0
// PyTorch's C++ interface, on one thread.
#include "batch.hpp"

#include <torch/torch.h>

namespace {

using namespace bench;

[[maybe_unused]] const bool added = add("w7/libtorch", [](run& runner) {
  at::set_num_threads(1);
  batch b;
  constexpr auto samples = static_cast<std::int64_t>(batch::samples), inputs = static_cast<std::int64_t>(batch::inputs),
                 hidden = static_cast<std::int64_t>(batch::hidden), classes = static_cast<std::int64_t>(batch::classes);
  const auto weights = [&](std::size_t from, at::IntArrayRef shape) { return torch::from_blob(&b.theta[from], shape).clone().requires_grad_(); };
  const auto W1 = weights(0, {hidden, inputs}), b1 = weights(batch::b1, {hidden});
  const auto W2 = weights(batch::W2, {classes, hidden}), b2 = weights(batch::b2, {classes});
  const auto x = torch::from_blob(b.x.data(), {samples, inputs});
  const auto labels = torch::arange(samples) % classes;
  std::vector<torch::Tensor> gradient;
  runner.measure([&] {
    const auto loss = torch::nn::functional::cross_entropy(torch::linear(torch::tanh(torch::linear(x, W1, b1)), W2, b2), labels);
    gradient = torch::autograd::grad({loss}, {W1, b1, W2, b2});
    const auto numbers = [&](std::size_t i) { return at::ArrayRef(gradient[i].data_ptr<float>(), static_cast<std::size_t>(gradient[i].numel())); };
    return std::tuple(loss.item<float>(), numbers(0), numbers(1), numbers(2), numbers(3));
  });
});

}  // namespace
