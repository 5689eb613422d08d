// SPDX-License-Identifier: Apache-2.0
// Random values of any stored struct, extremes included. Walks the same list of fields as the codec.
#pragma once

#include <random>

#include "store/fields.h"

namespace forewhen::store {

class Filler {
 public:
  explicit Filler(std::uint64_t seed) : random_(seed) {}

  template <class... T>
  void operator()(T&... values) {
    (one(values), ...);
  }
  template <class T>
  T make() {
    T value{};
    one(value);
    return value;
  }
  std::uint64_t below(std::uint64_t n) { return random_() % n; }

  // One of the extremes, a small one, or any.
  template <class Number>
  Number number() {
    switch (below(4)) {
      case 0:
        return std::numeric_limits<Number>::min();
      case 1:
        return std::numeric_limits<Number>::max();
      case 2:
        return static_cast<Number>(below(300));
      default:
        return static_cast<Number>(random_());
    }
  }
  std::string text(std::size_t longest = 40) {
    std::string text;
    const std::size_t size = below(3) == 0 ? 0 : below(longest);
    for (std::size_t i = 0; i < size; ++i) text += below(9) == 0 ? '\0' : static_cast<char>(random_());
    return text;
  }

 private:
  void one(bool& value) { value = below(2) == 1; }
  void one(std::uint8_t& value) { value = number<std::uint8_t>(); }
  void one(std::uint32_t& value) { value = number<std::uint32_t>(); }
  void one(std::uint64_t& value) { value = number<std::uint64_t>(); }
  void one(std::int64_t& value) { value = number<std::int64_t>(); }
  void one(int& value) { value = number<int>(); }
  void one(double& value) { value = static_cast<double>(number<std::int32_t>()) / 7; }
  void one(Instant& value) { value = Instant(seconds(number<std::int64_t>())); }
  void one(std::string& value) { value = text(); }
  template <class Tag>
  void one(Id<Tag>& id) {
    id.value = number<std::uint64_t>();
  }
  template <class Choice>
  requires std::is_enum_v<Choice>
  void one(Choice& choice) {
    const auto least = static_cast<unsigned>(Range<Choice>::least);
    const auto greatest = static_cast<unsigned>(Range<Choice>::greatest);
    choice = static_cast<Choice>(least + below(greatest - least + 1));
  }
  template <class T>
  void one(std::optional<T>& value) {
    value.reset();
    if (below(2) == 1) one(value.emplace());
  }
  template <class T>
  void one(std::vector<T>& list) {
    list.resize(below(4));
    for (T& element : list) one(element);
  }
  template <class A, class B>
  void one(std::pair<A, B>& pair) {
    one(pair.first);
    one(pair.second);
  }
  template <class T>
  requires std::is_class_v<T>
  void one(T& value) { fields(*this, value); }

  std::mt19937_64 random_;
};

}  // namespace forewhen::store
