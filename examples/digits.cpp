// SPDX-License-Identifier: BSL-1.0
// Trains a network on 1,500 handwritten digits and tests it on 297 others: 64 pixels, 32 hidden units, 10 classes.
// Every value and derivative is generated code; what is made of them is written out below.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <new>
#include <numeric>
#include <random>
#include <span>
#include <string>
#include <tapeless/tapeless.hpp>
#include <vector>

#include "digits_data.hpp"
#include "digits_image.hpp"

#ifndef TAPELESS_EXAMPLE_DATA
#define TAPELESS_EXAMPLE_DATA "examples/data"
#endif

namespace tl = tapeless;

// --- the network ----------------------------------------------------------------------------------------------------

constexpr std::size_t hidden_units = 32;

constexpr auto x = tl::input<"x", tl::vec<digits::pixels>>;
constexpr auto target = tl::input<"target", tl::vec<digits::classes>>;
constexpr auto W1 = tl::parameter<"W1", tl::mat<hidden_units, digits::pixels>>;
constexpr auto b1 = tl::parameter<"b1", tl::vec<hidden_units>>;
constexpr auto W2 = tl::parameter<"W2", tl::mat<digits::classes, hidden_units>>;
constexpr auto b2 = tl::parameter<"b2", tl::vec<digits::classes>>;

constexpr auto logits = W2 * tanh(W1 * x + b1) + b2;
constexpr auto E = cross_entropy(logits, target);

constexpr auto step = tl::value_and_gradient(E);
constexpr auto classify = tl::function(softmax(logits));

using parameter_pack = decltype(tl::zeros<float>(tl::parameters(E)));

constexpr auto one_hot = [] {
  std::array<std::array<float, digits::classes>, digits::classes> rows{};
  for (std::size_t i = 0; i < digits::classes; ++i) rows[i][i] = 1;
  return rows;
}();

// --- heap allocations, counted --------------------------------------------------------------------------------------

std::size_t allocations = 0;

void* operator new(std::size_t size) {
  ++allocations;
  if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void* operator new(std::size_t size, std::align_val_t alignment) {
  ++allocations;
  const auto a = static_cast<std::size_t>(alignment);
  if (void* const memory = std::aligned_alloc(a, (size + a - 1) / a * a)) return memory;
  throw std::bad_alloc();
}
// Not inline, for GCC then takes free() for the wrong partner of operator new and warns.
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }

// --- training -------------------------------------------------------------------------------------------------------

/// Uniform in ±√(6/(inputs + outputs)) (Glorot and Bengio, AISTATS 2010, eq. 16).
template <class Matrix>
void glorot(Matrix weights, std::size_t inputs, std::size_t outputs, digits::generator& random) {
  const float limit = std::sqrt(6.0f / static_cast<float>(inputs + outputs));
  for (float& w : weights) w = digits::uniform(limit, random);
}

void shuffle(std::vector<std::size_t>& order, digits::generator& random) {
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
}

/// Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015, algorithm 1.
struct adam {
  float rate;
  parameter_pack mean{}, variance{};
  float beta1_power = 1, beta2_power = 1;

  void descend(parameter_pack& theta, const parameter_pack& gradient) {
    constexpr float beta1 = 0.9f, beta2 = 0.999f, epsilon = 1e-8f;
    beta1_power *= beta1;
    beta2_power *= beta2;
    for (std::size_t i = 0; i < theta.size(); ++i) {
      const float g = gradient.data()[i];
      float& m = mean.data()[i];
      float& v = variance.data()[i];
      m += (1 - beta1) * (g - m);
      v += (1 - beta2) * (g * g - v);
      theta.data()[i] -= rate * (m / (1 - beta1_power)) / (std::sqrt(v / (1 - beta2_power)) + epsilon);
    }
  }
};

/// One training step, on one mini-batch. Returns the sum of the errors.
float train(parameter_pack& theta, adam& optimiser, const std::vector<digits::image>& images,
            std::span<const std::size_t> batch, digits::generator& random) {
  parameter_pack gradient{};
  float error = 0;
  for (const std::size_t i : batch) {
    const digits::image image = digits::distorted(images[i], random);
    error += step.accumulate(gradient, theta, x = image.pixel, target = one_hot[image.digit]);
  }
  gradient *= 1 / static_cast<float>(batch.size());
  optimiser.descend(theta, gradient);
  return error;
}

// --- what the network says ------------------------------------------------------------------------------------------

struct answer {
  std::size_t digit;
  float probability;
};

answer ask(const parameter_pack& theta, const digits::image& image) {
  const auto p = classify(theta, x = image.pixel);
  const auto best = std::max_element(p.begin(), p.end());
  return {static_cast<std::size_t>(best - p.begin()), *best};
}

/// In per cent.
double accuracy(const parameter_pack& theta, std::span<const digits::image> images) {
  const auto right = std::count_if(images.begin(), images.end(),
                                   [&](const digits::image& image) { return ask(theta, image).digit == image.digit; });
  return 100 * static_cast<double>(right) / static_cast<double>(images.size());
}

/// Images side by side, in shades, and what the network says below each.
void draw(std::span<const digits::image> images, std::span<const answer> answers, std::span<const std::size_t> which) {
  constexpr const char* shades[] = {"  ", "░░", "▒▒", "▓▓", "██"};
  for (std::size_t row = 0; row < digits::side; ++row) {
    for (const std::size_t i : which) {
      std::fputs("  ", stdout);
      for (std::size_t column = 0; column < digits::side; ++column)
        std::fputs(shades[std::lround(4 * images[i].pixel[row * digits::side + column])], stdout);
    }
    std::puts("");
  }
  for (const std::size_t i : which) {
    const auto [digit, probability] = answers[i];
    const int percent = static_cast<int>(std::lround(100 * probability));
    if (digit == images[i].digit) std::printf("  says %zu, %3d %%     ", digit, percent);
    else std::printf("  says %zu, is %zu!    ", digit, images[i].digit);
  }
  std::puts("\n");
}

// --- the program ----------------------------------------------------------------------------------------------------

struct options {
  int epochs = 300;
  std::uint32_t seed = 1;
  float rate = 5e-3f;
  std::size_t batch = 16;
  std::string data = TAPELESS_EXAMPLE_DATA "/digits.csv";
};

int run(const options& chosen) {
  const std::vector<digits::image> originals = digits::read(chosen.data);
  std::vector<digits::image> images = originals;
  for (digits::image& image : images) image = digits::normalised(image);
  constexpr std::size_t training_images = 1500;
  const std::span<const digits::image> training = std::span(images).first(training_images);
  const std::span<const digits::image> test = std::span(images).subspan(training_images);

  digits::generator random(chosen.seed);
  parameter_pack theta{};
  glorot(theta[W1], digits::pixels, hidden_units, random);
  glorot(theta[W2], hidden_units, digits::classes, random);
  adam optimiser{chosen.rate};
  std::vector<std::size_t> order(training_images);
  std::iota(order.begin(), order.end(), std::size_t{0});

  std::size_t steps = 0, allocations_in_steps = 0;
  std::puts("epoch    loss   training      test    images/s");
  for (int epoch = 1; epoch <= chosen.epochs; ++epoch) {
    optimiser.rate = chosen.rate * static_cast<float>(chosen.epochs - epoch + 1) / static_cast<float>(chosen.epochs);
    shuffle(order, random);
    float error = 0;
    const std::size_t allocations_before = allocations;
    const auto start = std::chrono::steady_clock::now();
    for (std::span<const std::size_t> left = order; !left.empty(); ++steps) {
      const std::span batch = left.first(std::min(chosen.batch, left.size()));
      error += train(theta, optimiser, images, batch, random);
      left = left.subspan(batch.size());
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    allocations_in_steps += allocations - allocations_before;
    if (epoch % std::max(1, chosen.epochs / 20) != 0) continue;
    std::printf("%5d  %6.4f    %5.1f %%   %5.1f %%  %10.0f\n", epoch, static_cast<double>(error) / training_images,
                accuracy(theta, training), accuracy(theta, test), training_images / seconds.count());
  }

  std::vector<answer> answers;
  for (const digits::image& image : test) answers.push_back(ask(theta, image));
  std::array<std::size_t, 4> shown = {0, 1, 2, 3};
  for (std::size_t i = test.size(); i-- > 0;)
    if (answers[i].digit != test[i].digit) shown[3] = i;
  std::puts("\nTest digits, one of them wrong if there is any, and what the network says:\n");
  draw(std::span(originals).subspan(training_images), answers, shown);

  static_assert(sizeof(step) == 1);
  std::printf("generated program  %zu operations a step, %zu bytes of workspace, sizeof(step) == %zu\n",
              step.operation_count(), step.workspace_bytes<float>(), sizeof(step));
  std::printf("expression         %zu nodes\n", tl::node_count(E));
  std::printf("parameters         %zu, %zu bytes\n", theta.size(), sizeof(theta));
  std::printf("heap allocations   %zu in %zu training steps, %zu elsewhere\n", allocations_in_steps, steps,
              allocations - allocations_in_steps);
  std::printf("test accuracy: %.1f%%\n", accuracy(theta, test));
  return 0;
}

int main(int argc, char** argv) try {
  options chosen;
  if (!std::filesystem::exists(chosen.data)) chosen.data = "examples/data/digits.csv";

  CLI::App app("Trains a network on handwritten digits, with a gradient that the compiler generated.");
  const auto is_number = [](const std::string& text) {
    return std::isnan(std::strtof(text.c_str(), nullptr)) ? "a number is required" : std::string();
  };
  app.add_option("--epochs", chosen.epochs, "Passes over the training images")->check(CLI::Range(1, 10000));
  app.add_option("--seed", chosen.seed, "Of the first weights, the order of images and their distortions");
  app.add_option("--rate", chosen.rate, "Step size of Adam at first; it falls to 0")
      ->check(CLI::Range(1e-6f, 1.0f))
      ->check(is_number);
  app.add_option("--batch", chosen.batch, "Images in a training step")->check(CLI::Range(1, 1500));
  app.add_option("--data", chosen.data, "The file of images");
  for (CLI::Option* option : app.get_options()) option->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  return run(chosen);
} catch (const std::exception& error) {
  std::fflush(stdout);
  std::fprintf(stderr, "digits: %s\n", error.what());
  return 1;
}
