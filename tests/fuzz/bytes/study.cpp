// SPDX-License-Identifier: BSL-1.0
// The arguments of the example study, one a line, --at with its variables and numbers among them: it prints what was asked
// for, or says what is wrong and exits with something other than 0.
#define main study_main
#include "../../../examples/study.cpp"
#undef main

#include "bytes.hpp"

void try_bytes(std::string_view bytes) {
  std::vector<std::string> lines{"study"};
  for (std::istringstream in{std::string(bytes)}; std::getline(in, lines.emplace_back()) && lines.size() < 10;) {}
  std::vector<char*> arguments;
  for (std::string& line : lines) arguments.push_back(line.data());

  std::ostringstream out, error;
  const auto screen = std::cout.rdbuf(out.rdbuf()), errors = std::cerr.rdbuf(error.rdbuf());
  const int status = study_main(static_cast<int>(arguments.size()), arguments.data());
  std::cout.rdbuf(screen), std::cerr.rdbuf(errors);
  require(status == 0 ? !out.str().empty() : !error.str().empty(), "it prints something, or says why not");
}
