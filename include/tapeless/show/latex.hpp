// SPDX-License-Identifier: BSL-1.0
#pragma once
// An expression as a formula of LaTeX's mathematics (with amsmath), or of KaTeX.
// in: an expression; out: a show::string, also in constant expressions.
#include <tapeless/show/text.hpp>

namespace tapeless {
namespace show {

namespace detail {

constexpr bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

inline constexpr std::string_view greek_letters[] = {
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu",
    "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega"};
constexpr bool is_greek(std::string_view name) {
  for (const std::string_view letter : greek_letters)
    if (name == letter) return true;
  return false;
}

/// Words that stand upright, whatever is in them.
constexpr void append_words(string& out, std::string_view font, std::string_view words) {
  bool ascii = true;
  for (const char c : words) ascii = ascii && static_cast<unsigned char>(c) < 128;
  out.append("\\").append(ascii ? font : "text") += '{';
  for (const char c : words) {
    if (c == '_' || c == '#' || c == '$' || c == '%' || c == '&' || c == '{' || c == '}' || c == ' ') (out += '\\') += c;
    else if (c == '\\' || c == '^' || c == '~') out += "\\_";
    else out += c;
  }
  out += '}';
}

/// x is x, W1 and W_1 have an index, theta is a letter of its own, loss stands upright; vectors and matrices are bold.
constexpr void append_name(string& out, std::string_view name, bool bold) {
  std::size_t stem = name.find('_'), index = stem + 1;
  if (stem == std::string_view::npos) {
    stem = name.size();
    while (stem > 0 && is_digit(name[stem - 1])) --stem;
    index = stem;
  }
  if (stem == 0 || index > name.size()) stem = index = name.size();
  const std::string_view letters = name.substr(0, stem), below = name.substr(index);
  if (is_greek(letters)) out.append(bold ? "\\boldsymbol{\\" : "\\").append(letters).append(bold ? "}" : " ");
  else if (!bold && letters.size() == 1 && is_latin(letters[0])) out += letters;
  else append_words(out, bold ? "mathbf" : "mathrm", letters);
  if (below.empty()) return;
  out += "_{";
  const bool plain = below.size() == 1 && is_latin(below[0]);
  bool number = true;
  for (const char c : below) number = number && is_digit(c);
  if (plain || number) out += below;
  else append_words(out, "mathrm", below);
  out += '}';
}

}  // namespace detail

/// \cond internal
/// The notation of show::latex: what one would write on paper. A x is a product of matrices; ⊙, ⊘ and powers with ⊙ go by elements.
struct latex_notation : source_notation {
  static constexpr std::string_view open = "\\left(", close = "\\right)";

  constexpr void append_leaf(string& out, int i) const {
    if (op::is_variable(graph[i].op)) return append_name(out, graph.name[i], i);
    string digits;
    append_number(digits, node::real_value(graph[i].payload));
    if (!graph[i].shape.is_scalar()) out.append("\\mathbf{").append(digits).append("}");  // in every element
    else if (digits.contains("nan")) out += "\\mathrm{NaN}";
    else if (digits.contains("inf")) out.append(digits.view().substr(0, digits.size() - 3)).append("\\infty ");
    else if (const std::size_t e = digits.find("e"); e != string::npos)
      out.append(digits.view().substr(0, e)).append(" \\cdot 10^{").append(digits.view().substr(e + 1)).append("}");
    else out += digits;
  }
  constexpr strength strength_of_leaf(int i) const {
    if (graph[i].op != operation::constant) return strength::atom;
    string digits;
    append_number(digits, node::real_value(graph[i].payload));
    return digits.starts_with("-") ? strength::sum : digits.contains("e") ? strength::product : strength::atom;
  }
  static constexpr void append_function(string& out, std::string_view name) {
    struct pair {
      std::string_view name, written;
    };
    constexpr pair known[] = {{"log", "\\ln"}, {"log2", "\\log_{2}"}, {"log10", "\\log_{10}"}, {"sin", "\\sin"},
                              {"cos", "\\cos"}, {"tan", "\\tan"}, {"asin", "\\arcsin"}, {"acos", "\\arccos"},
                              {"atan", "\\arctan"}, {"sinh", "\\sinh"}, {"cosh", "\\cosh"}, {"tanh", "\\tanh"},
                              {"asinh", "\\operatorname{arsinh}"}, {"acosh", "\\operatorname{arcosh}"},
                              {"atanh", "\\operatorname{artanh}"}, {"sigmoid", "\\sigma "}, {"min", "\\min"},
                              {"max", "\\max"}, {"max_element", "\\max"}};
    for (const pair& p : known)
      if (p.name == name) return void(out += p.written);
    detail::append_words(out, "operatorname", name);
  }
  constexpr void append_name(string& out, std::string_view name, int i) const {
    detail::append_name(out, name, !graph[i].shape.is_scalar());
  }

  constexpr pieces function_of(const graph::vertex& v, std::string_view name) const {
    pieces p;
    p.binds = strength::sign;  // its power and its transpose have parentheses
    p.add_function(name).add(open);
    for (int k = 0; k < graph::arity(v); ++k) p.add(k == 0 ? "" : ", ").add(v.operand[k], strength::comparison);
    return p.add(close), p;
  }
  /// before a after
  constexpr pieces around(std::string_view before, int a, strength needs, std::string_view after, strength binds) const {
    pieces p;
    p.binds = binds;
    return p.add(before).add(a, needs).add(after), p;
  }
  /// Would it look like more digits of a number before it?
  constexpr bool starts_with_digit(int i) const {
    while (graph[i].op == operation::pow || graph[i].op == operation::divide || graph[i].op == operation::multiply) i = graph[i].operand[0];
    return is_number(i) || graph[i].op == operation::exp2;
  }
  constexpr bool is_comparison(int i) const {
    const operation o = graph[i].op;
    return o == operation::greater || o == operation::less || o == operation::less_equal || o == operation::greater_equal;
  }
  constexpr pieces product(const graph::vertex& v) const {
    int a = v.operand[0], b = v.operand[1];
    const bool by_elements = !graph[a].shape.is_scalar() && !graph[b].shape.is_scalar();
    if (is_number(a) != is_number(b) ? is_number(b) : !is_before(a, b)) std::swap(a, b);
    if (by_elements) return infix(a, strength::elements, " \\odot ", b, strength::product);
    const bool is_negative = is_negative_constant(graph[a]) || graph[a].op == operation::negate;  // it may lead, as in a sum
    return infix(a, is_negative ? strength::sum : strength::product, starts_with_digit(b) ? " \\cdot " : " \\, ", b, strength::sign);
  }
  constexpr pieces matrix_product(int a, bool a_transposed, int b, bool b_transposed) const {
    pieces p;
    p.binds = strength::product;
    p.add(a, a_transposed ? strength::atom : strength::product).add(a_transposed ? "^{\\top} \\, " : " \\, ");
    return p.add(b, b_transposed ? strength::atom : strength::sign).add(b_transposed ? "^{\\top}" : ""), p;
  }
  /// name_{shape}(a, index)
  constexpr pieces shaped(int i, std::string_view name) const {
    const graph::vertex& v = graph[i];
    pieces p;
    p.binds = strength::sign;
    p.add_function(name);
    if (v.shape.rank > 0) p.add("_{").add_integer(v.shape.rows);
    if (v.shape.rank > 1) p.add(" \\times ").add_integer(v.shape.columns);
    p.add(v.shape.rank > 0 ? "}\\left(" : open).add(v.operand[0], strength::comparison);
    if (v.op == operation::embed || v.op == operation::place) add_index(p.add(", "), v.shape, v.payload);
    return p.add(close), p;
  }

  /// The pieces of a vertex that is not a leaf.
  constexpr pieces operator()(int i) const {
    const graph::vertex& v = graph[i];
    const int a = v.operand[0], b = v.operand[1];
    pieces p;
    switch (v.op) {
      case operation::negate: return around("-", a, strength::product, "", strength::sum);
      case operation::add: return sum(a, b);
      case operation::subtract: return infix(a, strength::sum, " - ", b, strength::elements);
      case operation::multiply: return product(v);
      case operation::divide:
        if (!graph[b].shape.is_scalar()) return infix(a, strength::elements, " \\oslash ", b, strength::product);
        p.binds = strength::sign;
        return p.add("\\frac{").add(a, strength::comparison).add("}{").add(b, strength::comparison).add("}"), p;
      case operation::pow:
        p.binds = strength::sign;
        return p.add(a, strength::atom).add(v.shape.is_scalar() ? "^{" : "^{\\odot ").add(b, strength::comparison).add("}"), p;
      case operation::square: return around("", a, strength::atom, v.shape.is_scalar() ? "^{2}" : "^{\\odot 2}", strength::sign);
      case operation::exp: return around("\\mathrm{e}^{", a, strength::comparison, "}", strength::sign);
      case operation::exp2: return around("2^{", a, strength::comparison, "}", strength::sign);
      case operation::sqrt: return around("\\sqrt{", a, strength::comparison, "}", strength::atom);
      case operation::cbrt: return around("\\sqrt[3]{", a, strength::comparison, "}", strength::atom);
      case operation::abs:
        if (!v.shape.is_scalar()) return function_of(v, "abs");  // |A| is a determinant
        return around("\\left|", a, strength::comparison, "\\right|", strength::atom);
      case operation::norm: return around("\\left\\|", a, strength::comparison, "\\right\\|", strength::atom);
      case operation::transpose: return around("", a, strength::atom, "^{\\top}", strength::sign);
      case operation::matmul: return matrix_product(a, (v.payload & op::left_transposed) != 0, b, (v.payload & op::right_transposed) != 0);
      case operation::dot: return matrix_product(a, true, b, false);
      case operation::outer: return matrix_product(a, false, b, true);
      case operation::greater: return relation(a, " > ", b);
      case operation::less: return relation(a, " < ", b);
      case operation::less_equal: return relation(a, " \\le ", b);
      case operation::greater_equal: return relation(a, " \\ge ", b);
      case operation::select:
        p.binds = strength::comparison;
        p.add("\\begin{cases}").add(b, strength::comparison).add(" & \\text{if } ").add(a, strength::comparison);
        return p.add(is_comparison(a) ? " \\\\ " : " \\ne 0 \\\\ ").add(v.operand[2], strength::comparison).add(" & \\text{otherwise}\\end{cases}"), p;
      case operation::element:
        p.add("\\left[").add(a, strength::comparison).add("\\right]_{");
        return add_index(p, graph[a].shape, v.payload).add("}"), p;
      case operation::slice:
        p.add("\\left[").add(a, strength::comparison).add("\\right]_{");
        if (graph[a].shape.rank == 2) return p.add_integer(v.payload / graph[a].shape.columns).add(", \\ast}"), p;  // a row
        return p.add_integer(v.payload).add(" \\ldots ").add_integer(v.payload + v.shape.rows - 1).add("}"), p;
      case operation::broadcast:
      case operation::reshape:
      case operation::embed:
      case operation::place: return shaped(i, op::name_of(v.op));
      default: return function_of(v, graph.operation_name(i));
    }
  }
};
/// \endcond

/// The formula of an expression for LaTeX's math mode, with amsmath, or for KaTeX: latex(sin(x) / y) is
/// "\frac{\sin\left(x\right)}{y}". Functions of vectors and matrices go by elements. These are bold, the number at the end of a name, or what follows an
/// underscore, is an index, and the names of Greek letters are those letters; [x]_i counts from 0, as the library does; [x]_{2 … 4} is a
/// segment, [A]_{1, *} a row.
/// Values with a label (named), and those of a formula of more than 4,000 characters that are used more than once, have
/// lines of their own, in `aligned`.
template <class S, id E>
constexpr string latex(expr<S, E>) {
  const graph_view& g = view_of<graph::lowered<E>>;
  return formula_text<latex_notation>(g, g.output[0], {"\\begin{aligned}\n", " &= ", " \\\\\n", "& ", "\n\\end{aligned}"});
}

}  // namespace show
}  // namespace tapeless
