// SPDX-License-Identifier: BSL-1.0
#pragma once
// What the printers return: a string that works in constant expressions on every supported compiler (std::string does
// not with Clang on libstdc++ 12). Short texts lie in the object itself, so they can be constexpr variables too.
// in: characters appended; out: view(), c_str(), a std::string.
#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>

/// Printers of expressions and programs. Each returns a string, in constant expressions, too.
namespace tapeless::show {

/// A text, also in constant expressions. Converts to std::string_view and std::string; compares with both and with
/// literals.
class string {
 public:
  static constexpr std::size_t npos = std::string_view::npos;  ///< what find gives where nothing is found

  /// Empty.
  constexpr string() = default;
  /// These characters.
  constexpr string(std::string_view text) { append(text); }
  /// Copied or moved; what was moved from is empty.
  /// @{
  constexpr string(const string& other) { append(other.view()); }
  constexpr string(string&& other) noexcept { take(other); }
  constexpr string& operator=(const string& other) {
    if (this != &other) {
      size_ = 0;
      append(other.view());
    }
    return *this;
  }
  constexpr string& operator=(string&& other) noexcept {
    if (this != &other) {
      delete[] long_;
      take(other);
    }
    return *this;
  }
  /// @}
  constexpr ~string() { delete[] long_; }

  /// How many characters there are.
  /// @{
  constexpr std::size_t size() const { return size_; }
  constexpr std::size_t length() const { return size_; }
  /// @}
  /// Is there none?
  constexpr bool empty() const { return size_ == 0; }
  /// The characters; a 0 follows the last.
  /// @{
  constexpr const char* c_str() const { return long_ != nullptr ? long_ : short_; }
  constexpr const char* data() const { return c_str(); }
  constexpr const char* begin() const { return c_str(); }
  constexpr const char* end() const { return c_str() + size_; }
  /// @}
  /// Character i, unchecked.
  constexpr char operator[](std::size_t i) const { return c_str()[i]; }
  /// The text as the standard library has it; a view is valid as long as the string is neither changed nor destroyed.
  /// @{
  constexpr std::string_view view() const { return {c_str(), size_}; }
  constexpr std::string str() const { return std::string(view()); }
  constexpr operator std::string_view() const { return view(); }
  constexpr operator std::string() const { return str(); }
  /// @}

  /// Where a part begins, at `from` or later; npos if nowhere. (GCC 12 cannot evaluate string_view's own find here.)
  constexpr std::size_t find(std::string_view part, std::size_t from = 0) const {
    for (; from + part.size() <= size_; ++from)
      if (view().substr(from, part.size()) == part) return from;
    return npos;
  }
  /// Is this part in it, at its begin, at its end?
  /// @{
  constexpr bool contains(std::string_view part) const { return find(part) != npos; }
  constexpr bool starts_with(std::string_view part) const { return view().starts_with(part); }
  constexpr bool ends_with(std::string_view part) const { return view().ends_with(part); }
  /// @}

  /// Makes room for so many characters.
  constexpr void reserve(std::size_t wanted) {
    if (wanted <= room_) return;
    const std::size_t room = wanted < 2 * room_ ? 2 * room_ : wanted;
    char* const moved = new char[room + 1]{};
    for (std::size_t i = 0; i < size_; ++i) moved[i] = c_str()[i];
    delete[] long_;
    long_ = moved;
    room_ = room;
  }
  /// Appends a text, or characters.
  /// @{
  constexpr string& append(std::string_view text) {
    reserve(size_ + text.size());
    char* const at = long_ != nullptr ? long_ : short_;
    for (const char c : text) at[size_++] = c;
    at[size_] = '\0';
    return *this;
  }
  constexpr string& append(std::size_t count, char c) {
    for (; count > 0; --count) append({&c, 1});
    return *this;
  }
  constexpr string& operator+=(std::string_view text) { return append(text); }
  constexpr string& operator+=(char c) { return append({&c, 1}); }
  /// @}

  /// One text after the other.
  /// @{
  friend constexpr string operator+(string a, std::string_view b) { return std::move(a.append(b)); }
  friend constexpr string operator+(std::string_view a, const string& b) { return string(a).append(b.view()); }
  friend constexpr string operator+(string a, const string& b) { return std::move(a.append(b.view())); }
  /// @}
  /// As std::string_view compares.
  /// @{
  friend constexpr bool operator==(const string& a, const string& b) { return a.view() == b.view(); }
  friend constexpr bool operator==(const string& a, std::string_view b) { return a.view() == b; }
  friend constexpr auto operator<=>(const string& a, const string& b) { return a.view() <=> b.view(); }
  /// @}
  /// Writes the text to a stream.
  template <class Traits>
  friend std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const string& text) {
    return out << std::basic_string_view<char, Traits>(text.data(), text.size());
  }

 private:
  static constexpr std::size_t short_room = 255;

  constexpr void take(string& other) {
    long_ = std::exchange(other.long_, nullptr);
    size_ = std::exchange(other.size_, 0);
    room_ = std::exchange(other.room_, short_room);
    if (long_ == nullptr)
      for (std::size_t i = 0; i <= size_; ++i) short_[i] = other.short_[i];
    other.short_[0] = '\0';
  }

  char short_[short_room + 1]{};
  char* long_ = nullptr;  // where the text lies once it is longer
  std::size_t size_ = 0;
  std::size_t room_ = short_room;
};

}  // namespace tapeless::show
