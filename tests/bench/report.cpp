// SPDX-License-Identifier: BSL-1.0
// Runs all measurements in random order, several times each, and prints medians as ratios to the best version that is
// written by hand: bench [options of Google Benchmark]
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

namespace {

/// "w3/by hand, vectors" is a gradient by hand; "w3/value by hand" is a primal.
struct measurement {
  std::string workload, who;
  double median;
  bool by_hand() const { return who.find("by hand") != std::string::npos; }
  bool primal() const { return who.find("value") != std::string::npos; }
};

class ratios : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs)
      if (run.run_type == Run::RT_Iteration) times_[run.run_name.function_name].push_back(run.GetAdjustedCPUTime());
  }
  void Finalize() override {
    std::map<std::string, std::vector<measurement>> workloads;
    for (auto& [name, times] : times_) {
      std::sort(times.begin(), times.end());
      const auto slash = name.find('/');
      workloads[name.substr(0, slash)].push_back({name.substr(0, slash), name.substr(slash + 1), times[times.size() / 2]});
    }
    std::puts("| workload | version | ns, median | ratio to the best by hand |\n|---|---|---|---|");
    for (const auto& [workload, rows] : workloads)
      for (const measurement& m : rows) {
        double best = 0;
        for (const measurement& other : rows)
          if (other.by_hand() && other.primal() == m.primal() && (best == 0 || other.median < best)) best = other.median;
        std::printf("| %s | %s | %.1f | ", workload.c_str(), m.who.c_str(), m.median);
        if (best > 0) std::printf("%.2f |\n", m.median / best);
        else std::puts("|");
      }
  }

 private:
  std::map<std::string, std::vector<double>> times_;
};

}  // namespace

int main(int count, char** words) {
  std::vector<char*> options(words, words + count);
  std::string defaults[] = {"--benchmark_repetitions=9", "--benchmark_enable_random_interleaving=true", "--benchmark_min_time=0.02"};
  for (std::string& option : defaults) options.insert(options.begin() + 1, option.data());  // those given come later, and win
  int size = static_cast<int>(options.size());
  benchmark::Initialize(&size, options.data());
  if (benchmark::ReportUnrecognizedArguments(size, options.data())) return 1;
  ratios report;
  benchmark::RunSpecifiedBenchmarks(&report);
}
