// SPDX-License-Identifier: BSL-1.0
// Tries the bytes of every file in a folder.
#include "bytes.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

int main(int argc, char** argv) {
  int tried = 0;
  for (int i = 1; i < argc; ++i)
    for (const auto& entry : std::filesystem::directory_iterator(argv[i])) {
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string bytes(std::istreambuf_iterator<char>(file), {});
      std::fprintf(stderr, "%s\n", entry.path().c_str());  // the last one is that which fails
      try_bytes(bytes);
      ++tried;
    }
  std::printf("%d files\n", tried);
  return tried > 0 ? 0 : 1;
}
