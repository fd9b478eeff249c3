// SPDX-License-Identifier: BSL-1.0
// A data file is read as it stands or refused with file, line, what is wrong and what is required.
#include "../../examples/digits_data.hpp"

#include "catch.hpp"

#include <filesystem>
#include <fstream>

namespace {

std::string row(const std::string& pixel = "0", const std::string& digit = "7") {
  std::string text;
  for (std::size_t i = 0; i < digits::pixels; ++i) text += (i == 9 ? pixel : i == 10 ? "16" : "0") + std::string(",");
  return text + digit;
}

/// Why a text of two rows is refused.
std::string refusal(const std::string& text) {
  try {
    digits::parse(text, "file", 2);
  } catch (const digits::data_error& error) {
    return error.what();
  }
  return "accepted";
}

const std::string pixel_required = "; required is a whole number from 0 to 16";
const std::string row_required = "; required are 64 pixels and a digit, separated by commas";

}  // namespace

TEST_CASE("digits: pixels become ink from 0 to 1, in their order") {
  const auto images = digits::parse(row("8", "3") + "\n" + row("1", "9") + "\n", "file", 2);
  REQUIRE(images.size() == 2);
  CHECK(images[0].digit == 3);
  CHECK(images[0].pixel[8] == 0.0f);
  CHECK(images[0].pixel[9] == 0.5f);
  CHECK(images[0].pixel[10] == 1.0f);
  CHECK(images[1].digit == 9);
  CHECK(images[1].pixel[9] == 0.0625f);
}

TEST_CASE("digits: CR LF, and no end of the last line, are accepted") {
  CHECK(refusal(row() + "\r\n" + row() + "\r\n") == "accepted");
  CHECK(refusal(row() + "\n" + row()) == "accepted");
}

TEST_CASE("digits: a wrong number of fields is refused") {
  CHECK(refusal(row() + "\n" + row() + ",0\n") == "file:2: the number of fields is 66" + row_required);
  CHECK(refusal(row() + "\n0,0,5\n") == "file:2: the number of fields is 3" + row_required);
  CHECK(refusal("\n" + row()) == "file:1: the number of fields is 0" + row_required);
}

TEST_CASE("digits: what is no number is refused") {
  CHECK(refusal(row("x")) == "file:1: field 10, a pixel, is \"x\"" + pixel_required);
  CHECK(refusal(row("")) == "file:1: field 10, a pixel, is \"\"" + pixel_required);
  CHECK(refusal(row("1.5")) == "file:1: field 10, a pixel, is \"1.5\"" + pixel_required);
  CHECK(refusal(row(" 1")) == "file:1: field 10, a pixel, is \" 1\"" + pixel_required);
  CHECK(refusal(row("+1")) == "file:1: field 10, a pixel, is \"+1\"" + pixel_required);
  CHECK(refusal(row("nan")) == "file:1: field 10, a pixel, is \"nan\"" + pixel_required);
}

TEST_CASE("digits: a pixel outside 0 to 16 is refused") {
  CHECK(refusal(row("17")) == "file:1: field 10, a pixel, is \"17\"" + pixel_required);
  CHECK(refusal(row("-1")) == "file:1: field 10, a pixel, is \"-1\"" + pixel_required);
  CHECK(refusal(row("99999999999999999999")) ==
        "file:1: field 10, a pixel, is \"99999999999999999999\"" + pixel_required);
}

TEST_CASE("digits: a digit outside 0 to 9 is refused") {
  CHECK(refusal(row("1", "10")) == "file:1: field 65, a digit, is \"10\"; required is a whole number from 0 to 9");
  CHECK(refusal(row() + "\n" + row("1", "")) ==
        "file:2: field 65, a digit, is \"\"; required is a whole number from 0 to 9");
}

TEST_CASE("digits: too few lines and too many are refused") {
  CHECK(refusal("") == "file:1: the file ends after 0 lines; required are 2");
  CHECK(refusal(row() + "\n") == "file:2: the file ends after 1 lines; required are 2");
  CHECK(refusal(row() + "\n" + row() + "\n" + row() + "\n").starts_with("file:3: the file goes on with \"0,0,"));
  CHECK(refusal(row() + "\n" + row() + "\n\n") ==
        "file:3: the file goes on with \"\"; required is its end after 2 lines");
}

TEST_CASE("digits: bytes that cannot be printed are shown as numbers, long fields in part") {
  CHECK(refusal(row(std::string(1, '\0'))) == "file:1: field 10, a pixel, is \"\\x00\"" + pixel_required);
  CHECK(refusal(row() + "\n" + row() + std::string(2, '\0')) ==
        "file:2: field 65, a digit, is \"7\\x00\\x00\"; required is a whole number from 0 to 9");
  CHECK(refusal("\xef\xbb\xbf" + row()) == "file:1: field 1, a pixel, is \"\\xef\\xbb\\xbf0\"" + pixel_required);
  CHECK(refusal(row(std::string(30, 'y'))) ==
        "file:1: field 10, a pixel, is \"" + std::string(20, 'y') + "\"..." + pixel_required);
}

TEST_CASE("digits: a file that is missing, a folder or far too long is refused by name") {
  using Catch::Matchers::StartsWith;
  const auto folder = std::filesystem::temp_directory_path() / "tapeless_digits_data";
  std::filesystem::create_directory(folder);
  const std::string missing = (folder / "missing.csv").string(), endless = (folder / "endless.csv").string();
  std::ofstream(endless) << std::string((1 << 20) + 1, '0');
  CHECK_THROWS_WITH(digits::read(missing), StartsWith(missing + ": the file cannot be opened"));
  CHECK_THROWS_WITH(digits::read(folder.string()), StartsWith(folder.string() + ": the file cannot be "));
  CHECK_THROWS_WITH(digits::read(endless), StartsWith(endless + ": the file is longer than 1048576 bytes"));
  std::filesystem::remove_all(folder);
}
