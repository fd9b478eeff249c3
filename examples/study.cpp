// SPDX-License-Identifier: BSL-1.0
// Prints a small network in every form that the library knows, and the fan-out sum of one of its nodes with numbers:
//   sh examples/run.sh study                                    what there is
//   sh examples/run.sh study bishop latex
//   sh examples/run.sh study fan dot --node u | dot -Tsvg > fan.svg
//   sh examples/run.sh study fan --node u --at x=0.3
//   sh examples/run.sh study bishop --node h --at x=0.3:-0.2,b1=0.1
#include <CLI/CLI.hpp>
#include <boost/hana.hpp>
#include <cmath>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <tapeless/tapeless.hpp>
#include <vector>

namespace tl = tapeless;
namespace hana = boost::hana;
using namespace tl::literals;

namespace {

/// A network, and the nodes that can be asked for by name.
template <class E, class Nodes>
struct network {
  const char* name;
  const char* about;
  E expression;
  Nodes nodes;
};
template <class E, class... N>
network(const char*, const char*, E, hana::tuple<N...>) -> network<E, hana::tuple<N...>>;

// --- the networks ------------------------------------------------------------------------------------------------------

namespace fan {
constexpr auto x = tl::input<"x">;
constexpr auto u = tl::named<"u">(sin(x));
constexpr auto E = u * exp(u) + u;
}  // namespace fan

namespace bishop {  // Pattern Recognition and Machine Learning, section 5.3.2
constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto t = tl::input<"t", tl::vec<2>>;
constexpr auto W1 = tl::parameter<"W1", tl::mat<3, 2>>;
constexpr auto b1 = tl::parameter<"b1", tl::vec<3>>;
constexpr auto W2 = tl::parameter<"W2", tl::mat<2, 3>>;
constexpr auto b2 = tl::parameter<"b2", tl::vec<2>>;
constexpr auto h = tl::named<"h">(tanh(W1 * x + b1));
constexpr auto y = tl::named<"y">(W2 * h + b2);
constexpr auto E = 0.5_c * sum(square(y - t));
}  // namespace bishop

namespace softmax {
constexpr auto x = tl::input<"x", tl::vec<4>>;
constexpr auto t = tl::input<"t", tl::vec<3>>;
constexpr auto W = tl::parameter<"W", tl::mat<3, 4>>;
constexpr auto b = tl::parameter<"b", tl::vec<3>>;
constexpr auto z = tl::named<"z">(W * x + b);
constexpr auto E = cross_entropy(z, t) + 0.01_c * sum(square(z));
}  // namespace softmax

constexpr auto networks = hana::make_tuple(
    network{"fan", "one node that three others read", fan::E, hana::make_tuple(fan::x, fan::u)},
    network{"bishop", "two layers, 2-3-2", bishop::E, hana::make_tuple(bishop::h, bishop::y, bishop::W2)},
    network{"softmax", "a softmax layer with a penalty", softmax::E, hana::make_tuple(softmax::z)});

// --- what is printed -----------------------------------------------------------------------------------------------------

/// The last line of a text: the formula, without the lines before it that say what the names in it are.
template <class E>
std::string formula_of(E e) {
  const std::string text = tl::show::text(e);
  return text.substr(text.rfind('\n') + 1);
}
/// A node's own name: what the formula of -node has behind the sign.
template <class Node>
std::string name_of(Node node) {
  return formula_of(-node).substr(1);
}

template <class E>
constexpr auto variables(E e) {
  return hana::concat(tl::parameters(e), tl::inputs(e));
}

template <class E>
constexpr auto program(E e) {
  if constexpr (decltype(hana::is_empty(tl::parameters(e)))::value) return tl::value_and_gradient(e, tl::inputs(e));
  else return tl::value_and_gradient(e);
}

/// Calls f(node) for the node of that name.
template <class Network, class F>
void with_node(const Network& net, const std::string& name, F f) {
  std::string known;
  bool found = false;
  hana::for_each(net.nodes, [&](auto node) {
    known += " " + name_of(node);
    if (name_of(node) != name) return;
    found = true;
    f(node);
  });
  if (!found) throw std::runtime_error("study: " + std::string(net.name) + " requires a node of:" + known + "; given is " + name);
}

template <class Network>
void print(const Network& net, const std::string& format, const std::string& node) {
  namespace show = tl::show;
  const auto e = net.expression;
  const auto drawn = [&](auto draw) {
    if (node.empty()) std::cout << draw(program(e));
    else with_node(net, node, [&](auto at_node) { std::cout << draw(e, at_node); });
  };
  if (format == "text") std::cout << show::text(e) << '\n';
  else if (format == "latex") std::cout << show::latex(e) << '\n';
  else if (format == "dot") drawn([](auto... of) { return show::graphviz(of...); });
  else if (format == "mermaid") drawn([](auto... of) { return show::mermaid(of...); });
  else if (format == "cpp") std::cout << show::cpp(program(e), net.name);
  else if (format == "json") std::cout << show::json(program(e));
  else std::cout << show::summary(program(e));
}

double number_in(const std::string& text) {
  std::istringstream in(text);
  double number = 0;
  if (!(in >> number) || !(in >> std::ws).eof()) throw std::runtime_error("study: --at requires numbers; given is \"" + text + "\"");
  return number;
}

/// Reads x=0.3:-0.2,b1=0.1 into a pack; one number is for all elements.
template <class Variables, class Pack>
void read_values(Variables all, Pack& values, const std::string& text) {
  std::istringstream settings(text);
  for (std::string setting; std::getline(settings, setting, ',');) {
    const std::size_t equals = setting.find('=');
    const std::string name = setting.substr(0, equals);
    std::vector<double> numbers;
    std::istringstream list(equals == std::string::npos ? "" : setting.substr(equals + 1));
    for (std::string number; std::getline(list, number, ':');) numbers.push_back(number_in(number));
    bool found = false;
    hana::for_each(all, [&](auto variable) {
      if (name_of(variable) != name) return;
      found = true;
      constexpr std::size_t size = decltype(variable)::shape_type::size;
      if (numbers.size() != 1 && numbers.size() != size)
        throw std::runtime_error("study: --at " + name + "= requires one number, or " + std::to_string(size) + " with : between them; given are " + std::to_string(numbers.size()));
      double* const elements = values.data() + Pack::offset(decltype(variable)::self);
      for (std::size_t i = 0; i < size; ++i) elements[i] = numbers[numbers.size() == 1 ? 0 : i];
    });
    if (!found) throw std::runtime_error("study: --at requires variables of the network; there is no " + name);
  }
}

std::string numbers(double value) {
  std::ostringstream out;
  out << value;
  return out.str();
}
template <class T, class S>
std::string numbers(const tl::tensor<T, S>& values) {
  std::string out;
  for (const double value : values) out += (out.empty() ? "(" : ", ") + numbers(value);
  return out + ")";
}

/// Eq. 5.55 with numbers: what each edge out of a node adds to its adjoint.
template <class Network>
void print_sum(const Network& net, const std::string& name, const std::string& at) {
  const auto e = net.expression;
  auto values = tl::zeros<double>(variables(e));
  double next = 0;
  for (double& v : values) v = std::sin(next += 1);  // something, where --at says nothing
  read_values(variables(e), values, at);
  with_node(net, name, [&](auto node) {
    std::cout << tl::show::text(e) << " = " << numbers(tl::function(e)(values)) << "\n" << name << " = " << numbers(tl::function(node)(values))
              << "\nthe adjoint of " << name << ", summed over the edges that leave it:\n";
    hana::for_each(tl::fanout(e, node), [&](auto edge) {
      const auto contribution = tl::contribution(e, edge);
      std::cout << "  to " << formula_of(edge.consumer) << ":  " << formula_of(contribution) << " = " << numbers(tl::function(contribution)(values)) << '\n';
    });
    std::cout << "sum: " << numbers(tl::function(tl::adjoint(e, node))(values)) << '\n';
  });
}

}  // namespace

int main(int argc, char** argv) try {
  std::string name, format, node, at;
  CLI::App app("Prints a network in a chosen form, or the fan-out sum of one of its nodes");
  app.add_option("network", name, "fan, bishop or softmax");
  app.add_option("format", format, "text, latex, dot, mermaid, cpp, json or summary")
      ->check(CLI::IsMember({"text", "latex", "dot", "mermaid", "cpp", "json", "summary"}));
  app.add_option("--node", node, "a node: dot and mermaid mark its edges; without a format its sum is printed");
  app.add_option("--at", at, "values of variables, as x=0.3:-0.2,b1=0.1");
  CLI11_PARSE(app, argc, argv);

  bool found = false;
  hana::for_each(networks, [&](const auto& net) {
    if (name.empty()) std::cout << net.name << ": " << net.about << "\n  " << tl::show::text(net.expression) << "\n\n";
    if (name != net.name) return;
    found = true;
    if (!at.empty() && (node.empty() || !format.empty())) throw std::runtime_error("study: --at requires --node, and no format");
    if (!node.empty() && !format.empty() && format != "dot" && format != "mermaid")
      throw std::runtime_error("study: --node requires the format dot or mermaid, or none; given is " + format);
    if (format.empty() && !node.empty()) print_sum(net, node, at);
    else print(net, format.empty() ? "text" : format, node);
  });
  if (name.empty()) std::cout << app.help();
  else if (!found) throw std::runtime_error("study: requires a network: fan, bishop or softmax; given is " + name);
  return 0;
} catch (const std::exception& e) {
  std::cerr << e.what() << '\n';
  return 1;
}
