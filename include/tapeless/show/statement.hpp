// SPDX-License-Identifier: BSL-1.0
#pragma once
// The C++ statements of one node: an expression for scalars, loops with constant bounds for tensors.
// in: a vertex and the names of values; out: lines of C++. Each operation has one pattern, in which $0, $1, $2 are the
// operands (their current element, where they are tensors) and $i, $j, $k the indices.
#include <tapeless/math/fma.hpp>
#include <tapeless/meta/list.hpp>
#include <tapeless/node/real.hpp>
#include <tapeless/show/number.hpp>
#include <tapeless/show/view.hpp>

namespace tapeless::show {

/// What an element-wise operation computes; empty for other operations.
constexpr std::string_view cpp_pattern(operation o, std::uint64_t payload) {
  constexpr bool fused = math::has_fma<double>;
  switch (o) {
    case operation::multiply_add:
      if (payload == op::minus_product) return fused ? "fma(-$0, $1, $2)" : "$2 - $0 * $1";
      if (payload == op::minus_addend) return fused ? "fma($0, $1, -$2)" : "$0 * $1 - $2";
      if (payload != 0) return fused ? "fma(-$0, $1, -$2)" : "-$0 * $1 - $2";
      return fused ? "fma($0, $1, $2)" : "$0 * $1 + $2";
    case operation::negate: return "-$0";
    case operation::add: return "$0 + $1";
    case operation::subtract: return "$0 - $1";
    case operation::multiply: return "$0 * $1";
    case operation::divide: return "$0 / $1";
    case operation::square: return "$0 * $0";
    case operation::sqrt: return "sqrt($0)";
    case operation::exp: return "exp($0)";
    case operation::log: return "log($0)";
    case operation::sin: return "sin($0)";
    case operation::cos: return "cos($0)";
    case operation::tanh: return "tanh($0)";
    case operation::sigmoid: return "1.0 / (1.0 + exp(-$0))";
    case operation::relu: return "$0 < 0.0 ? 0.0 : $0";
    case operation::softplus: return "fmax($0, 0.0) + log1p(exp(-fabs($0)))";
    case operation::greater: return "$0 > $1 ? 1.0 : 0.0";
    case operation::select: return "$0 != 0.0 ? $1 : $2";
    case operation::cbrt: return "cbrt($0)";
    case operation::exp2: return "exp2($0)";
    case operation::expm1: return "expm1($0)";
    case operation::log2: return "log2($0)";
    case operation::log10: return "log10($0)";
    case operation::log1p: return "log1p($0)";
    case operation::sinh: return "sinh($0)";
    case operation::cosh: return "cosh($0)";
    case operation::asinh: return "asinh($0)";
    case operation::acosh: return "acosh($0)";
    case operation::atanh: return "atanh($0)";
    case operation::erf: return "erf($0)";
    case operation::erfc: return "erfc($0)";
    case operation::tan: return "tan($0)";
    case operation::asin: return "asin($0)";
    case operation::acos: return "acos($0)";
    case operation::atan: return "atan($0)";
    case operation::abs: return "fabs($0)";
    case operation::sign: return "$0 > 0.0 ? 1.0 : $0 < 0.0 ? -1.0 : $0";
    case operation::pow: return "pow($0, $1)";
    case operation::hypot: return "hypot($0, $1)";
    case operation::atan2: return "atan2($0, $1)";
    case operation::less: return "$0 < $1 ? 1.0 : 0.0";
    case operation::less_equal: return "$0 <= $1 ? 1.0 : 0.0";
    case operation::greater_equal: return "$0 >= $1 ? 1.0 : 0.0";
    case operation::min: return "$1 < $0 || $1 != $1 ? $1 : $0";
    case operation::max: return "$0 < $1 || $1 != $1 ? $1 : $0";
    case operation::clamp: return "$0 < $1 ? $1 : $2 < $0 ? $2 : $0";
    case operation::stop_gradient:
    case operation::broadcast: return "$0";
    default: return {};
  }
}

/// A double literal.
constexpr string cpp_number(double v) {
  string s;
  append_number(s, v);
  bool whole = true;
  for (const char c : s) whole = whole && ((c >= '0' && c <= '9') || c == '-');
  if (v != v) return string("nan(\"\")");
  if (s.contains("inf")) return string(v < 0 ? "-HUGE_VAL" : "HUGE_VAL");
  return whole ? s + ".0" : s;
}

/// Writes the statements of vertices.
struct cpp_writer {
  const graph_view& g;
  const meta::list<string>& name;  // by vertex; empty where it is a constant
  const meta::list<char>& given;   // by vertex: storage is the caller's
  const meta::list<char>& part;    // by vertex: a concatenation that is written where it is read, as its elements
  string out{};

  constexpr const string& name_of(int i) const { return name[static_cast<std::size_t>(i)]; }
  static constexpr string digits(std::uint64_t n) {
    string s;
    append_integer(s, n);
    return s;
  }

  /// An operand with its index, as it stands in an expression.
  constexpr string read(int i, std::string_view index) const {
    if (g[i].op == operation::constant) {
      const double v = node::real_value(g[i].payload);
      return v < 0 ? "(" + cpp_number(v) + ")" : cpp_number(v);
    }
    return g[i].shape.is_scalar() ? name_of(i) : name_of(i) + "[" + index + "]";
  }
  constexpr string filled(std::string_view pattern, const graph::vertex& v, std::string_view index) const {
    string s;
    for (std::size_t c = 0; c < pattern.size(); ++c) {
      if (pattern[c] != '$') s += pattern[c];
      else s += read(v.operand[pattern[++c] - '0'], index);
    }
    return s;
  }

  constexpr cpp_writer& line(int depth, std::string_view a, std::string_view b = {}, std::string_view c = {},
                             std::string_view d = {}, std::string_view e = {}) {
    out.append(static_cast<std::size_t>(2 * depth), ' ').append(a).append(b).append(c).append(d).append(e) += '\n';
    return *this;
  }
  constexpr cpp_writer& loop(int depth, std::string_view index, std::size_t from, std::size_t end,
                             std::string_view tail = {}) {
    const string first = digits(from), last = digits(end);
    out.append(static_cast<std::size_t>(2 * depth), ' ').append("for (int ").append(index).append(" = ").append(first);
    out.append("; ").append(index).append(" < ").append(last).append("; ++").append(index).append(")").append(tail);
    out += '\n';
    return *this;
  }
  constexpr void declare(int i) {
    if (given[static_cast<std::size_t>(i)] == 0) line(1, "double ", name_of(i), "[", digits(g[i].shape.size()), "];");
  }

  constexpr void elementwise(int i, std::string_view pattern) {
    const graph::vertex& v = g[i];
    if (v.shape.is_scalar()) return void(line(1, "const double ", name_of(i), " = ", filled(pattern, v, "0"), ";"));
    declare(i);
    loop(1, "i", 0, v.shape.size()).line(2, name_of(i), "[i] = ", filled(pattern, v, "i"), ";");
  }
  /// name = first term + … : a sum over index i.
  constexpr void sum(int i, std::string_view pattern, std::size_t count) {
    const graph::vertex& v = g[i];
    line(1, "double ", name_of(i), " = ", filled(pattern, v, "0"), ";");
    if (count > 1) loop(1, "i", 1, count).line(2, name_of(i), " += ", filled(pattern, v, "i"), ";");
  }

  constexpr void matrix_product(int i) {
    const graph::vertex& v = g[i];
    const bool left = (v.payload & op::left_transposed) != 0, right = (v.payload & op::right_transposed) != 0;
    const extents a = g[v.operand[0]].shape;
    const std::size_t inner = left ? a.rows : a.columns;
    const string rows = digits(v.shape.rows), columns = digits(v.shape.columns), length = digits(inner);
    const bool matrix = v.shape.rank == 2;
    const auto product = [&](bool first) {
      const string at_left = left ? first ? string("i") : "k * " + rows + " + i" : "i * " + length + (first ? "" : " + k");
      const string at_right = !matrix ? string(first ? "0" : "k")
                              : right ? "j * " + length + (first ? "" : " + k")
                                      : first ? string("j")
                                      : "k * " + columns + " + j";
      return read(v.operand[0], at_left) + " * " + read(v.operand[1], at_right);
    };
    const int depth = matrix ? 3 : 2;
    declare(i);
    loop(1, "i", 0, v.shape.rows, matrix ? "" : " {");
    if (matrix) loop(2, "j", 0, v.shape.columns, " {");
    line(depth, "double sum = ", product(true), ";");
    if (inner > 1) loop(depth, "k", 1, inner).line(depth + 1, "sum += ", product(false), ";");
    line(depth, name_of(i), matrix ? string("[i * ") + columns + " + j]" : string("[i]"), " = sum;");
    line(depth - 1, "}");
  }

  /// out[i][j] = pattern of indices
  constexpr void matrix(int i, std::string_view element) {
    const extents e = g[i].shape;
    declare(i);
    loop(1, "i", 0, e.rows).loop(2, "j", 0, e.columns);
    line(3, name_of(i), "[i * ", digits(e.columns), " + j] = ", string(element) + ";");
  }

  /// NaN is larger than anything.
  constexpr void keep_largest(int depth, std::size_t n, const string& top, const string& z) {
    loop(depth, "i", 1, n).line(depth + 1, "if (" + z + " > ", top + " || " + z, " != ", z + ") " + top, " = " + z + ";");
  }

  /// logsumexp, softmax, log_softmax and cross_entropy: each shifted by the largest element; all but the first by rows.
  constexpr void normalised(int i) {
    const graph::vertex& v = g[i];
    const extents e = g[v.operand[0]].shape;
    const bool by_rows = e.rank == 2 && v.op != operation::logsumexp;
    const std::size_t n = by_rows ? e.columns : e.size();
    const string row = by_rows ? "r * " + digits(n) : string(), index = by_rows ? row + " + i" : string("i");
    const string z = read(v.operand[0], index), top = name_of(i) + "_max", total = name_of(i) + "_sum";
    const string y = name_of(i) + "[" + index + "]";
    if (v.op == operation::cross_entropy) line(1, "double ", name_of(i), " = 0.0;");
    else if (v.op != operation::logsumexp) declare(i);
    if (by_rows) loop(1, "r", 0, e.rows, " {");
    const int depth = by_rows ? 2 : 1;
    line(depth, "double ", top, " = ", read(v.operand[0], by_rows ? row : string("0")), ";");
    if (n > 1) keep_largest(depth, n, top, z);
    if (v.op == operation::logsumexp) line(depth, "if (!(fabs(" + top, ") <= 1.7976931348623157e308)) ", top, " = 0.0;");
    line(depth, "double ", total, " = 0.0;");
    if (v.op == operation::softmax) {
      loop(depth, "i", 0, n).line(depth + 1, total, " += ", y, " = exp(", z + " - " + top + ");");
      loop(depth, "i", 0, n).line(depth + 1, y, " /= ", total, ";");
    } else {
      loop(depth, "i", 0, n).line(depth + 1, total, " += exp(", z + " - ", top, ");");
      if (v.op == operation::logsumexp) line(depth, "const double ", name_of(i), " = ", top + " + log(" + total, ");");
      if (v.op == operation::log_softmax)
        loop(depth, "i", 0, n).line(depth + 1, y, " = " + z + " - " + top, " - log(" + total + ");");
    }
    if (v.op == operation::cross_entropy) {
      const string target = read(v.operand[1], index);
      loop(depth, "i", 0, n).line(depth + 1, name_of(i), " += ", target + " == 0.0 ? 0.0 : " + target + " * (" + top + " - " + z,
                                  " + log(" + total + "));");
    }
    if (by_rows) line(1, "}");
  }

  /// A custom operation: a function of its name, which is not printed. Element-wise: double name(double…); otherwise
  /// void name(double* out, …).
  constexpr void call(int i) {
    const graph::vertex& v = g[i];
    string arguments;
    const bool elementwise_call = op::table[v.op].elementwise;
    for (int k = 0; k < graph::arity(v); ++k) {
      if (k > 0) arguments += ", ";
      arguments += elementwise_call ? "$" + digits(static_cast<std::uint64_t>(k))
                   : g[v.operand[k]].shape.is_scalar() || g[v.operand[k]].op == operation::constant
                       ? read(v.operand[k], "0")
                       : name_of(v.operand[k]);
    }
    if (elementwise_call) return elementwise(i, string(g.name[i]) + "(" + arguments + ")");
    if (v.shape.is_scalar()) line(1, "double ", name_of(i), ";");
    else declare(i);
    line(1, g.name[i], v.shape.is_scalar() ? "(&" : "(", name_of(i), ", ", arguments + ");");
  }

  /// Index i, so many places further on.
  static constexpr string shifted(std::uint64_t begin) { return begin == 0 ? string("i") : "i + " + digits(begin); }

  /// What i puts together, from element `begin` of `whole` on.
  constexpr void elements_of_operands(int whole, int i, std::size_t begin) {
    for (const int o : g[i].operand) {
      if (o < 0) break;
      const std::size_t size = g[o].shape.size();
      if (part[static_cast<std::size_t>(o)] != 0) elements_of_operands(whole, o, begin);
      else if (size == 1) line(1, name_of(whole), "[", digits(begin), "] = ", read(o, "0") + ";");
      else loop(1, "i", 0, size).line(2, name_of(whole), "[", shifted(begin), "] = ", read(o, "i") + ";");
      begin += size;
    }
  }

  constexpr void statement(int i) {
    const graph::vertex& v = g[i];
    const int a = v.operand[0], b = v.operand[1];
    if (const std::string_view pattern = cpp_pattern(v.op, v.payload); !pattern.empty()) return elementwise(i, pattern);
    if (op::is_custom(v.op)) return call(i);
    switch (v.op) {
      case operation::matmul: return matrix_product(i);
      case operation::dot: return sum(i, "$0 * $1", g[a].shape.size());
      case operation::sum: return sum(i, "$0", g[a].shape.size());
      case operation::outer: return matrix(i, read(a, "i") + " * " + read(b, "j"));
      case operation::transpose: return matrix(i, read(a, "j * " + digits(v.shape.rows) + " + i"));
      case operation::element:
        return void(line(1, "const double ", name_of(i), " = ", read(a, digits(v.payload)), ";"));
      case operation::place:
        declare(i);
        loop(1, "i", 0, v.shape.size()).line(2, name_of(i), "[i] = 0.0;");
        return void(line(1, name_of(i), "[", digits(v.payload), "] = ", read(a, "0") + ";"));
      case operation::slice:
        declare(i);
        return void(loop(1, "i", 0, v.shape.size()).line(2, name_of(i), "[i] = ", read(a, shifted(v.payload)), ";"));
      case operation::embed:
        declare(i);
        loop(1, "i", 0, v.shape.size()).line(2, name_of(i), "[i] = 0.0;");
        return void(loop(1, "i", 0, g[a].shape.size())
                        .line(2, name_of(i), "[", shifted(v.payload), "] = ", read(a, "i") + ";"));
      case operation::reshape:
      case operation::concat:
        if (v.shape.is_scalar()) return elementwise(i, "$0");
        declare(i);
        return elements_of_operands(i, i, 0);
      case operation::norm:
        line(1, "double ", name_of(i), " = 0.0;");
        return void(loop(1, "i", 0, g[a].shape.size())
                        .line(2, name_of(i), " = hypot(", name_of(i), ", ", read(a, "i") + ");"));
      case operation::max_element:
        line(1, "double ", name_of(i), " = ", read(a, "0"), ";");
        return keep_largest(1, g[a].shape.size(), name_of(i), read(a, "i"));
      case operation::logsumexp:
      case operation::softmax:
      case operation::log_softmax:
      case operation::cross_entropy: return normalised(i);
      default: return void(line(0, "#error \"tapeless: show::cpp has no C++ form of ", op::name_of(v.op), "\""));
    }
  }
};

}  // namespace tapeless::show
