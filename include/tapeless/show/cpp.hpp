// SPDX-License-Identifier: BSL-1.0
#pragma once
// A generated program as text of C++ and C99: one function that compiles on its own and computes the program's values.
// in: a program; out: a show::string, also in constant expressions.
#include <tapeless/show/identifiers.hpp>
#include <tapeless/show/program.hpp>
#include <tapeless/show/statement.hpp>

namespace tapeless {
namespace show {

/// \cond internal
/// What the statements call, and the macros that identifiers::take does not avoid by their form.
inline constexpr std::string_view names_of_math_h[] = {
    "fma", "fabs", "fmax", "sqrt", "cbrt", "pow", "hypot", "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan",
    "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "erf", "erfc", "nan", "NAN", "M_E",
    "math_errhandling", "linux", "unix"};

/// Everything the text of a program is made from.
struct cpp_text : program_parts {
  std::size_t size;
  identifiers taken{};
  meta::list<string> name;      // by vertex
  meta::list<char> given;       // by vertex: an argument, or computed where the caller wants it
  meta::list<char> part;        // by vertex: a concatenation, or a reshape, that only another one reads: it has no statement
  meta::list<string> result{};  // by output: the parameter that it is written to
  string function_name{};

  constexpr explicit cpp_text(const program_view& program, std::string_view function)
      : program_parts(program), size(static_cast<std::size_t>(g.size)), name(size), given(size, 0), part(size, 0) {
    for (const std::string_view reserved : {"i", "j", "k", "r", "sum"}) taken.take(reserved);
    for (const std::string_view reserved : names_of_math_h) taken.take(reserved);
    function_name = taken.take(function);
    find_parts();
    give_names();
  }

  constexpr void find_parts() {
    meta::list<int> readers(size, 0);
    for (int k = 0; k < g.outputs; ++k) ++readers[static_cast<std::size_t>(g.output[k])];
    for (int i = 0; i < g.size; ++i)
      for (int k = 0; k < graph::arity(g[i]); ++k) ++readers[static_cast<std::size_t>(g[i].operand[k])];
    for (int i = 0; i < g.size; ++i)
      for (int k = 0; k < graph::arity(g[i]) && op::table[g[i].op].concatenates && !g[i].shape.is_scalar(); ++k) {
        const int o = g[i].operand[k];
        const auto at = static_cast<std::size_t>(o);
        part[at] = op::table[g[o].op].concatenates && readers[at] == 1 && g.label[o].empty() && adjoint_of[at] < 0;
      }
  }

  constexpr string name_of_result(int k) const {
    if (p.is_gradient)
      return "grad_" + (p.by[k].empty() ? cpp_writer::digits(static_cast<std::uint64_t>(k)) : string(p.by[k]));
    return g.outputs == 1 ? string("out") : "out_" + cpp_writer::digits(static_cast<std::uint64_t>(k + 1));
  }
  /// A free name; of an operation that needs helpers (statement.hpp), one whose helpers are free, too.
  constexpr string take_name(string wanted, int i) {
    const operation o = g[i].op;
    if (o == operation::logsumexp || o == operation::softmax || o == operation::log_softmax || o == operation::cross_entropy) {
      while (!taken.is_free(wanted + "_max") || !taken.is_free(wanted + "_sum")) wanted += '_';
      taken.take(wanted + "_max");
      taken.take(wanted + "_sum");
    }
    return taken.take(wanted);
  }
  constexpr void give_names() {
    for (int i = 0; i < g.size; ++i)
      if (op::is_custom(g[i].op)) taken.take(g.name[i]);
    for (int i = 0; i < g.size; ++i)
      if (op::is_variable(g[i].op)) {
        name[static_cast<std::size_t>(i)] = taken.take(g.name[i]);
        given[static_cast<std::size_t>(i)] = true;
      }
    for (int k = 0; k < g.outputs; ++k) {
      if (k == 0 && p.returns_first) {
        result.push_back({});
        continue;
      }
      result.push_back(taken.take(name_of_result(k)));
      const auto at = static_cast<std::size_t>(g.output[k]);
      if (g[g.output[k]].shape.is_scalar() || op::is_leaf(g[g.output[k]].op) || given[at]) continue;
      name[at] = result.back();
      given[at] = true;
    }
    int count = 0;
    for (int i = 0; i < g.size; ++i) {
      const auto at = static_cast<std::size_t>(i);
      if (op::is_leaf(g[i].op) || !name[at].empty() || part[at] != 0) continue;
      if (const int n = adjoint_of[at] < 0 ? -1 : node_at[static_cast<std::size_t>(adjoint_of[at])]; n >= 0 && part[static_cast<std::size_t>(n)] == 0)
        name[at] = take_name("d_" + name[static_cast<std::size_t>(n)], i);
      else
        name[at] = take_name(g.label[i].empty() ? "v" + cpp_writer::digits(static_cast<std::uint64_t>(++count)) : string(g.label[i]), i);
    }
    for (int i = g.size; i-- > 0;)
      for (int k = 0; k < graph::arity(g[i]); ++k)
        if (const auto at = static_cast<std::size_t>(g[i].operand[k]); part[at] != 0) name[at] = name[static_cast<std::size_t>(i)];
  }

  constexpr string signature() const {
    meta::list<string> parameters;
    for (int i = 0; i < g.size; ++i)
      if (op::is_variable(g[i].op))
        parameters.push_back((g[i].shape.is_scalar() ? "double " : "const double* ") + name[static_cast<std::size_t>(i)]);
    for (const string& r : result)
      if (!r.empty()) parameters.push_back("double* " + r);
    if (parameters.empty()) parameters.push_back(string("void"));
    string s = (p.returns_first ? "double " : "void ") + function_name + "(";
    std::size_t width = s.size();
    for (std::size_t k = 0; k < parameters.size(); ++k) {
      const bool wraps = width + parameters[k].size() > 110;
      s += string(k == 0 ? "" : wraps ? "," : ", ") + (wraps ? "\n    " : "") + parameters[k];
      width = (wraps ? 4 : width + 2) + parameters[k].size();
    }
    return s + ") {\n";
  }

  /// Says of an adjoint whose it is and what it was gathered from.
  constexpr void describe_adjoint(cpp_writer& w, int vertex) const {
    const int n = adjoint_of[static_cast<std::size_t>(vertex)];
    if (n < 0) return;
    string consumers;
    int uses = 0;
    for (int u = 0; u < p.adjoints.uses; ++u) {
      if (p.adjoints.use[u].of != n) continue;
      const int at = computed_at(p.adjoints.use[u].consumer);
      consumers += (uses++ == 0 ? "" : ", ") + (at < 0 ? string("another") : name[static_cast<std::size_t>(at)]);
    }
    const int of = node_at[static_cast<std::size_t>(n)];
    if (uses > 1 && of >= 0)
      w.line(1, "// the adjoint of ", name[static_cast<std::size_t>(of)], ", gathered over its uses: ", consumers);
  }

  constexpr string written() const {
    cpp_writer w{g, name, given, part};
    w.line(0, "#include <math.h>\n");
    w.out += signature();
    bool gradient = false;
    for (int i = 0; i < g.size; ++i) {
      if (op::is_leaf(g[i].op)) continue;
      if (p.returns_first && g.outputs > 1 && !gradient && !of_value[static_cast<std::size_t>(i)]) {
        w.line(0, "").line(1, !goes_forward ? "// the gradient" : "// forward: beside each value its derivatives");
        gradient = true;
      }
      if (part[static_cast<std::size_t>(i)] != 0) continue;
      describe_adjoint(w, i);
      w.statement(i);
    }
    for (int k = p.returns_first ? 1 : 0; k < g.outputs; ++k) {
      const int from = g.output[k];
      const string& to = result[static_cast<std::size_t>(k)];
      if (g[from].shape.is_scalar()) w.line(1, "*", to, " = ", w.read(from, ""), ";");
      else if (name[static_cast<std::size_t>(from)] != to)
        w.loop(1, "i", 0, g[from].shape.size()).line(2, to, "[i] = ", w.read(from, "i"), ";");
    }
    if (p.returns_first) w.line(1, "return ", w.read(g.output[0], ""), ";");
    w.line(0, "}");
    return w.out;
  }
};
/// \endcond

/// The text of a program made by function(…) or value_and_gradient(…), which is C++ and C99 at once: one function of the
/// given name, in double, that includes <math.h> and nothing else. Parameters are the variables in the order in which they are met (a scalar by
/// value, others as const double*, row-major), then a pointer for each result (grad_W for the gradient by W; out, or out_1, out_2
/// … for the values of a function); what is written must not overlap what is read. The value of a gradient
/// program, or of a function of one scalar output, is returned. One statement computes one node; d_v3 is the adjoint of
/// v3. Names that C++ does not allow, or that are needed as indices (i, j, k), get an underscore; so does the function's. Operations of
/// the user's are called by their names, and must be declared before the text.
template <class Program>
constexpr string cpp(Program, std::string_view name) {
  return cpp_text(program_view_of<Program>, name).written();
}

}  // namespace show
}  // namespace tapeless
