// SPDX-License-Identifier: BSL-1.0
// Checks that all versions of a workload compute the same, runs them in random order, several times each, and prints medians:
// bench [--table=FILE] [options of Google Benchmark]
#include "versions.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <optional>
#include <random>
#include <sstream>
#include <vector>

namespace {

using namespace bench;

struct row {
  std::string workload, who;
  double median;
  work done;
  bool by_hand() const { return who.find("by hand") != std::string::npos; }
  bool primal() const { return who.starts_with("value"); }
  bool is_by_size() const { return std::ranges::count(workload, ',') == 2; }  // "family, what, size"
  bool is_workload() const { return workload != "peak" && !is_by_size(); }
  bool is_gradient() const { return is_workload() && !workload.starts_with("product"); }
  bool generated() const { return who.find("generated") != std::string::npos; }
};

row named(const version& v) {
  const auto slash = v.name.find('/');
  return {v.name.substr(0, slash), v.name.substr(slash + 1), 0, v.done};
}

// ---- do they compute the same?

/// To the places that the order of sums and the errors of libmvec's functions, four units, leave: 11 of double, 4 of float, whose long sums cancel.
bool agree(const version& mine, const numbers_of_call& a, const version& other, const numbers_of_call& b) {
  const bool prefix = named(mine).primal();  // a value alone is compared with the value before a gradient
  const std::size_t count = prefix ? std::min(a.all.size(), b.all.size()) : b.all.size();
  if (!prefix && a.all.size() != count) {
    std::fprintf(stderr, "bench: %s computes %zu numbers, %s %zu\n", mine.name.c_str(), a.all.size(), other.name.c_str(), count);
    return false;
  }
  double largest = 0;
  for (const double number : b.all) largest = std::max(largest, std::abs(number));
  const double tolerance = a.single_precision || b.single_precision ? 1e-4 : 1e-11;
  for (std::size_t i = 0; i < count; ++i)
    if (!(std::abs(a.all[i] - b.all[i]) <= tolerance * (std::abs(b.all[i]) + 1e-3 * largest))) {
      std::fprintf(stderr, "bench: number %zu is %.17g by %s and %.17g by %s\n", i, a.all[i], mine.name.c_str(), b.all[i], other.name.c_str());
      return false;
    }
  return true;
}

/// Compares every version with the one that is generated.
bool all_agree() {
  std::map<std::string, std::pair<const version*, numbers_of_call>> references;
  const auto numbers = [](const version& v) {
    numbers_of_call computed;
    run once(computed);
    v.body(once);
    return computed;
  };
  for (const version& v : versions())
    if (named(v).generated() && !named(v).primal()) references[named(v).workload] = {&v, numbers(v)};
  return std::ranges::all_of(versions(), [&](const version& v) {
    const auto reference = references.find(named(v).workload);
    return reference == references.end() || agree(v, numbers(v), *reference->second.first, reference->second.second);
  });
}

// ---- what is printed

std::string digits(double number, int places) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", places, number);
  return text;
}
template <class Rows, class Which>
std::optional<double> best(const Rows& rows, Which which) {
  std::optional<double> least;
  for (const row& r : rows)
    if (which(r) && (!least || r.median < *least)) least = r.median;
  return least;
}
std::string ratio(double time, std::optional<double> to) { return to ? digits(time / *to, 2) : ""; }

std::string compiler() {
#if defined(__clang__)
  return "clang " + std::to_string(__clang_major__) + "." + std::to_string(__clang_minor__);
#else
  return "g++ " + std::to_string(__GNUC__) + "." + std::to_string(__GNUC_MINOR__);
#endif
}
std::string processor() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  return "unknown processor";
}

class report {
 public:
  explicit report(std::vector<row> rows) : rows_(std::move(rows)) {
    std::ranges::sort(rows_, {}, [](const row& r) { return std::tuple(r.workload, r.primal(), r.median); });
  }

  std::string text() const {
    std::ostringstream out;
    out << compiler() << ", `" BENCH_FLAGS "`, " << processor() << ". CPU time, medians.\n\n";
    gradients(out);
    multiply_adds(out);
    by_size(out, "sizes", "ns for a multiply-add", {{3, 4}, {5, 4}, {5, 8}, {7, 8}, {17, 16}, {33, 32}});
    by_size(out, "elements", "ns for a term", {});
    by_size(out, "functions", "ns for a number", {});
    for (const char* name : {BENCH_SKIPPED}) if (*name) out << "Skipped, for it is not installed: " << name << ".\n";
    return out.str();
  }

 private:
  std::vector<row> of(const std::string& workload) const {
    std::vector<row> some;
    std::ranges::copy_if(rows_, std::back_inserter(some), [&](const row& r) { return r.workload == workload; });
    return some;
  }

  void gradients(std::ostream& out) const {
    out << "| workload | version | ns | to the best by hand | gradient to own value |\n|---|---|--:|--:|--:|\n";
    std::string faster;
    for (const row& r : rows_) {
      if (!r.is_gradient()) continue;
      const auto rows = of(r.workload);
      const auto by_hand = best(rows, [&](const row& other) { return other.by_hand() && other.primal() == r.primal(); });
      const auto own_value = best(rows, [&](const row& other) { return r.generated() && !r.primal() && other.generated() && other.primal(); });
      out << "| " << r.workload << " | " << r.who << " | " << digits(r.median, 1) << " | " << ratio(r.median, by_hand) << " | "
          << ratio(r.median, own_value) << " |\n";
      if (r.who.find("map") != std::string::npos && by_hand)
        faster += r.workload + ": `map` is " + digits(*by_hand / r.median, 2) + " times as fast as the loop over libm.\n";
    }
    out << "\n" << faster << "\n";
  }

  std::optional<double> peak(const std::string& type) const {  // multiply-adds a nanosecond
    for (const row& r : rows_)
      if (r.workload == "peak" && r.who == type) return r.done.amount / r.median;
    return {};
  }
  void multiply_adds(std::ostream& out) const {
    for (const char* type : {"float", "double"})
      if (const auto rate = peak(type)) out << "Peak of one core, " << type << ": " << digits(*rate, 1) << " multiply-adds a nanosecond.\n";
    out << "\n| | version | multiply-adds | ns | of the peak |\n|---|---|--:|--:|--:|\n";
    for (const row& r : rows_)
      if (const auto rate = peak(r.done.type); rate && r.done.amount > 0 && r.is_workload())
        out << "| " << r.workload << " | " << r.who << " | " << digits(r.done.amount, 0) << " | " << digits(r.median, 0) << " | "
            << digits(100 * r.done.amount / r.median / *rate, 0) << " % |\n";
    out << "\n";
  }

  /// A table of the workloads "family, what, size": the generated times for each unit of work, the ratios of some sizes, and the times to the best by hand.
  void by_size(std::ostream& out, const std::string& family, const std::string& unit, std::initializer_list<std::pair<int, int>> odd_to_round) const {
    std::map<std::string, std::map<int, double>> table, ratios;  // by what and size
    for (const row& r : rows_) {
      if (!r.workload.starts_with(family) || !r.generated()) continue;
      const std::size_t begin = r.workload.find(' ') + 1, end = r.workload.rfind(", ");
      const std::string what = r.workload.substr(begin, end - begin);
      const int size = std::stoi(r.workload.substr(end + 2));
      table[what][size] = r.median / r.done.amount;
      if (const auto by_hand = best(of(r.workload), [](const row& other) { return other.by_hand(); })) ratios[what][size] = r.median / *by_hand;
    }
    if (table.empty()) return;
    const auto print = [&](const std::string& title, auto& rows, int places, std::initializer_list<std::pair<int, int>> compared) {
      std::string names = "| " + title + " ", line = "|---";
      for (const auto& [size, unused] : table.begin()->second) names += "| n = " + std::to_string(size) + " ", line += "|--:";
      for (const auto& [odd, round] : compared) names += "| " + std::to_string(odd) + " to " + std::to_string(round) + " ", line += "|--:";
      out << names << "|\n" << line << "|\n";
      for (auto& [what, numbers] : rows) {
        out << "| " << what << " ";
        for (const auto& [size, number] : numbers) out << "| " << digits(number, places) << " ";
        for (const auto& [odd, round] : compared) out << "| " << digits(numbers[odd] / numbers[round], 2) << " ";
        out << "|\n";
      }
      out << "\n";
    };
    print(unit, table, 3, odd_to_round);
    if (!ratios.empty()) print("generated, to the best by hand", ratios, 2, {});
  }

  std::vector<row> rows_;
};

/// body(timed) at another place of the stack each time: of 256 places, eight made a call of 3 ns take 8. (We take it that the low twelve bits of the
/// address of something written were those of something read next; there were no counters to see it.)
void at_any_place(const version& v, run timed) {
  static std::minstd_rand place;
  char* const unused = static_cast<char*>(__builtin_alloca(16 * (place() / 64 % 256)));
  benchmark::DoNotOptimize(unused);
  v.body(timed);
}

/// Keeps the times that Google Benchmark measures.
class times : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& r : runs)
      if (r.run_type == Run::RT_Iteration) all_[r.run_name.function_name].push_back(r.GetAdjustedCPUTime());
  }
  std::vector<row> medians() {
    std::vector<row> rows;
    for (const version& v : versions())
      if (auto found = all_.find(v.name); found != all_.end()) {
        std::ranges::sort(found->second);
        rows.push_back(named(v));
        rows.back().median = found->second[rows.back().workload == "peak" ? 0 : found->second.size() / 2];  // a peak is the fastest
      }
    return rows;
  }

 private:
  std::map<std::string, std::vector<double>> all_;
};

}  // namespace

int main(int count, char** words) {
  std::vector<char*> options(words, words + count);
  std::string table;
  std::erase_if(options, [&](const std::string& word) { return word.starts_with("--table=") && (table = word.substr(8), true); });
  std::string defaults[] = {"--benchmark_repetitions=9", "--benchmark_enable_random_interleaving=true", "--benchmark_min_time=0.02"};
  for (std::string& option : defaults) options.insert(options.begin() + 1, option.data());  // those given come later, and win
  int size = static_cast<int>(options.size());
  benchmark::Initialize(&size, options.data());
  if (benchmark::ReportUnrecognizedArguments(size, options.data())) return 1;
  if (!all_agree()) return 1;
  for (const version& v : versions())
    benchmark::RegisterBenchmark(v.name.c_str(), [&v](benchmark::State& state) { at_any_place(v, run(state)); });
  benchmark::AddCustomContext("compiler", compiler());
  benchmark::AddCustomContext("flags", BENCH_FLAGS);
  benchmark::AddCustomContext("processor", processor());
  times measured;
  benchmark::RunSpecifiedBenchmarks(&measured);
  const std::string text = report(measured.medians()).text();
  std::fputs(text.c_str(), stdout);
  if (!table.empty() && !(std::ofstream(table) << text)) return std::fprintf(stderr, "bench: %s cannot be written\n", table.c_str()), 1;
}
