// SPDX-License-Identifier: BSL-1.0
// A user's global variables may have any common name, and a user may compile with these warnings, with our headers as
// ordinary ones: GCC looks at the names in lambdas and constructors of a template again where it is used.
// -fno-delete-null-pointer-checks, which -fsanitize=undefined brings with it: no address in a constant may need to be compared with null.
// COMPILE: -O0 -fno-delete-null-pointer-checks -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wdouble-promotion -Wold-style-cast -Werror
// UNDEFINED: .*
// DATA: .*
// SYMBOLS: .*
// READ-ONLY BYTES: 1000000
#include <array>
#include <span>
#include <vector>
#include <tapeless/tapeless.hpp>

extern int a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, at, from, to, in, out, of,
    by, on, as, is, it, all, any, none, each, root, wanted, entry, slot, size, data, value, values, name, names, list,
    lists, node, nodes, edge, edges, graph, graphs, tree, target, source, result, results, left, right, first, last,
    begin, end, next, previous, count, total, place, places, position, offset, row, column, rows, columns, width,
    height, depth, length, shape, extent, rank, element, elements, number, numbers, integer, digits, scalar, vector,
    matrix, tensor, pack, packs, view, views, range, item, items, key, keys, type, types, kind, tag, id, code, hash,
    operation, operations, operand, operands, arity, rule, rules, term, terms, step, steps, plan, schedule, order,
    sorted, moved, variable, variables, parameter, parameters, input, inputs, output, outputs, constant, literal,
    text, string, label, labels, argument, arguments, function, program, call, frame, reader, writer, home, delivery,
    destination, destinations, bound, binding, bindings, given, found, asked, original, consumer, producer, delta,
    adjoint, gradient, derivative, partial, contribution, fanout, builder, built, table, live, used, known, same,
    equal, other, others, both, again, now, then, here, there, where, when, what, which, before, after, above, below,
    inner, middle, full, half, rest, whole, part, parts, chunk, weight, weights, bias, layer, layers, loss, rate,
    epoch, batch, sample, state, status, flag, flags, error, errors, mode, options, config, settings, buffer, buffers,
    memory, cache, stack, queue, map, set, array, pair, tuple, object, self, child, parent, children, ancestor, leaf,
    leaves, branch, trace, path, file, line, token, tokens, parser, empty, fan, lower, upper, joined, twin, twins, second, ring, rings, member, pairs;

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto net_x = tl::input<"x", tl::vec<2>>;
constexpr auto net_t = tl::input<"t", tl::vec<3>>;
constexpr auto net_W1 = tl::parameter<"W1", tl::mat<3, 2>>;
constexpr auto net_b1 = tl::parameter<"b1", tl::vec<3>>;
constexpr auto net_W2 = tl::parameter<"W2", tl::mat<3, 3>>;
constexpr auto net_h = tanh(net_W1 * net_x + net_b1);
constexpr auto net_y = net_W2 * net_h;
constexpr auto net_E = 0.5_c * sum(square(net_y - net_t)) + cross_entropy(net_y, softmax(net_t)) + logsumexp(net_y);
constexpr auto net_X = tl::input<"X", tl::mat<2, 4>>;
constexpr auto one_s = tl::input<"s">;
constexpr auto net_F = mean(sigmoid(net_h) + relu(net_h) / (softplus(net_h) + 2_c)) * dot(exp(net_h), log(exp(net_h))) +
                    sum(matmul(transpose(net_W1), outer(net_h, net_h))) + sqrt(square(net_h[1_c])) + net_W1(0_c, 1_c) +
                    sum(select(gt(net_h, 0_c), hadamard(net_h, net_h), -net_h)) + sin(one_s) * cos(one_s) +
                    sum(net_W1 * net_X) + sum(hadamard(tl::broadcast<tl::vec<2>>(one_s), net_x));
constexpr auto use_step = tl::value_and_gradient(net_E);
constexpr auto use_program = tl::function(net_F, net_y);

static_assert(tl::derivative(sin(one_s) * one_s, one_s) == cos(one_s) * one_s + sin(one_s));
static_assert(tl::equivalent(square(sin(one_s)) + square(cos(one_s)), 1_c));
static_assert(tl::value_and_gradient(one_s * one_s, tl::wrt(one_s))(one_s = 3.0).gradient[one_s] == 6.0);
constexpr auto use_slopes = tl::gradient(net_F, tl::wrt(net_W1, net_x, net_h));
constexpr auto one_y = sin(one_s) * one_s;
constexpr auto use_parts =
    tl::hana::transform(tl::fanout(one_y, one_s), [](auto use_edge) { return tl::contribution(one_y, use_edge); });
static_assert(tl::hana::fold_left(use_parts, 0_c, tl::hana::plus) == tl::derivative(one_y, one_s));
constexpr auto use_partial = tl::partial(tl::hana::front(tl::fanout(one_y, one_s)));
static_assert(tl::node_count(use_partial) > 0);
constexpr auto use_higher = tl::function(tl::jacobian(net_h, net_x), tl::hessian(sum(square(net_x)), net_x), tl::linearize(net_F, net_x, 2_c * net_x));
constexpr auto use_chain = tl::value_and_gradient(tl::unroll<9>(one_s, [](auto use_a, auto) { return sin(use_a); }), tl::wrt(one_s));
constexpr auto use_equal = tl::function(exp(one_s * one_s) - exp(one_s));
void use_map(std::vector<double>& use_out, const std::vector<double>& use_in) { use_equal.map(use_out, one_s = use_in); }
constexpr auto use_rows = tl::function(tl::reshape<tl::mat<2, 2>>(concat(net_x[0_c] * one_s * one_y, net_x[0_c] * one_s + one_y, net_x[1_c] * one_s * one_y,
                                                                         net_x[1_c] * one_s + one_y)));
double use_twins(double use_at) { return use_rows(one_s = use_at, net_x = {1, 2})(1, 0); }
double use_them(double use_at) { return use_chain(one_s = use_at).value + static_cast<double>(use_higher.operation_count()); }
static_assert(tl::node_count(net_E) > 10 && tl::hana::size(tl::inputs(net_E)) == tl::hana::size_c<2>);

float use_floats(std::span<const float> use_xs, const std::vector<float>& use_ts) {
  auto use_theta = tl::zeros<float>(tl::parameters(net_E));
  use_theta[net_W1](0, 1) = 0.3f;
  use_theta[net_b1] = {1, 2, 3};
  auto [use_value, use_grad] = use_step(use_theta, net_x = use_xs, net_t = use_ts);
  use_theta[net_W2](0, 0) -= 0.1f * use_grad[net_W2](0, 0);
  use_grad *= 0.5f;
  use_theta -= use_grad;
  use_theta += use_grad;
  return use_value + use_step.accumulate(use_grad, use_theta, net_x = {1.0f, 2.0f}, net_t = {1, 2, 3});
}
double use_doubles(const tl::tensor<double, tl::mat<3, 2>>& use_w) {
  const std::array<std::array<double, 4>, 2> use_X{};
  const tl::tensor<double, tl::vec<3>> use_b = {1, 2, 3};
  const auto [use_f, use_y] = use_program(net_x = {1, 2}, net_W1 = use_w, net_b1 = use_b, one_s = 1,
                                          net_W2 = {{1.0, 2.0, 3.0}, {1.0, 2.0, 3.0}, {4.0, 5.0, 6.0}},
                                          net_X = use_X);
  const auto use_check = tl::check_gradient(net_E, net_x = {1, 2}, net_t = {1, 2, 3}, net_W1 = use_w, net_b1 = use_b,
                                         net_W2 = {{1, 2, 3}, {1, 2, 3}, {4, 5, 6}});
  const std::size_t use_size = use_program.operation_count() + use_program.workspace_bytes();
  return use_f + use_y[1] + (use_check ? 1 : 0) + static_cast<double>(use_size);
}
unsigned long use_texts() {
  return tl::show::cpp(use_step, "step").size() + tl::show::cpp(use_program, "program").size() +
         tl::show::text(net_E).size() + tl::show::text(use_slopes[net_W1]).size() + tl::show::latex(net_F).size() +
         tl::show::graphviz(net_E, net_h).size() + tl::show::graphviz(use_step).size() + tl::show::mermaid(net_E).size() +
         tl::show::summary(use_step).size() + tl::show::json(use_program).size() + tl::show::text(tl::named<"named_y">(net_y)).size();
}
