// SPDX-License-Identifier: BSL-1.0
#pragma once
// A sequence that grows, in constant expressions and at run time: as much of std::vector as the library needs. <vector> would
// cost every file 14 MB of g++ 12's memory.
#include <cstddef>
#include <utility>

namespace tapeless::meta {

/// Values that can be default-constructed and moved, one after the other.
template <class T>
class list {
 public:
  constexpr list() = default;
  // GCC's -Wshadow compares the names in a constructor that it instantiates with a user's variables: these have unusual ones.
  constexpr explicit list(std::size_t how_many, const T& each_one = {}) : list() {
    reserve(how_many);
    while (size_ < how_many) push_back(each_one);
  }
  constexpr list(const list& copied_from) : list() {
    reserve(copied_from.size_);
    for (const T& each_one : copied_from) push_back(each_one);
  }
  constexpr list(list&& moved_from) noexcept { swap(moved_from); }
  constexpr list& operator=(list other) noexcept {
    swap(other);
    return *this;
  }
  constexpr ~list() { delete[] items_; }

  constexpr std::size_t size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }
  constexpr T* begin() { return items_; }
  constexpr T* end() { return items_ + size_; }
  constexpr const T* begin() const { return items_; }
  constexpr const T* end() const { return items_ + size_; }
  constexpr T& operator[](std::size_t i) { return items_[i]; }
  constexpr const T& operator[](std::size_t i) const { return items_[i]; }
  constexpr const T& back() const { return items_[size_ - 1]; }

  constexpr void push_back(T value) {
    if (size_ == room_) reserve(room_ == 0 ? 8 : 2 * room_);
    items_[size_++] = std::move(value);
  }
  constexpr void pop_back() { --size_; }

 private:
  constexpr void reserve(std::size_t room) {
    if (room <= room_) return;
    T* const moved = new T[room]{};
    for (std::size_t k = 0; k < size_; ++k) moved[k] = std::move(items_[k]);
    delete[] items_;
    items_ = moved;
    room_ = room;
  }
  constexpr void swap(list& other) noexcept {  // by hand: std::swap asks several traits of every T*
    T* const items = items_;
    const std::size_t size = size_, room = room_;
    items_ = other.items_, size_ = other.size_, room_ = other.room_;
    other.items_ = items, other.size_ = size, other.room_ = room;
  }

  T* items_ = nullptr;
  std::size_t size_ = 0;
  std::size_t room_ = 0;
};

}  // namespace tapeless::meta
