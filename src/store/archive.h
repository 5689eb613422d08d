// SPDX-License-Identifier: Apache-2.0
// Both directions of a record from one list of its fields: a struct has a function fields(io, value) that names its
// members in the order of the disk, and Encoder and Decoder walk it. What one writes the other therefore reads.
// A field is: a varint for unsigned numbers, its zigzag for signed ones and for times, 8 bytes for ids and doubles,
// one byte for choices, length and bytes for text, 00 or 01 and the value for an optional, the count and then the
// elements for a list.
#pragma once

#include <bit>
#include <concepts>
#include <optional>
#include <utility>
#include <vector>

#include "forewhen/model/event.h"
#include "store/bytes.h"

namespace forewhen::store {

// S is T, or const T when it is being written.
template <class S, class T>
concept Is = std::same_as<std::remove_const_t<S>, T>;

// Least and greatest value of a choice; anything else on disk is damage.
template <class Choice>
struct Range;

// Open past is 0 and open future 1, so that they cost a byte; a time t is 2 + zigzag(t), which cannot overflow since
// the two extreme values are not times.
inline std::uint64_t number_of(Instant t) {
  if (t == kOpenPast) return 0;
  if (t == kOpenFuture) return 1;
  return 2 + zigzag(t.time_since_epoch().count());
}
inline Instant instant_of(std::uint64_t number) {
  if (number == 0) return kOpenPast;
  if (number == 1) return kOpenFuture;
  return Instant(seconds(unzigzag(number - 2)));
}

class Encoder {
 public:
  Encoder() : out_(own_) {}
  // Behind what `out` holds.
  explicit Encoder(std::string& out) : out_(out) {}
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;
  template <class... T>
  void operator()(const T&... values) {
    (one(values), ...);
  }
  std::string take() { return std::move(out_); }

 private:
  void one(bool value) { out_ += value ? '\1' : '\0'; }
  void one(std::uint8_t value) { out_ += static_cast<char>(value); }
  void one(std::uint32_t value) { append_varint(out_, value); }
  void one(std::uint64_t value) { append_varint(out_, value); }
  void one(std::int64_t value) { append_varint(out_, zigzag(value)); }
  void one(int value) { append_varint(out_, zigzag(value)); }
  void one(double value) { append_be64(out_, std::bit_cast<std::uint64_t>(value)); }
  void one(Instant value) { append_varint(out_, number_of(value)); }
  void one(const std::string& value) { append_text(out_, value); }

  template <class Tag>
  void one(const Id<Tag>& id) {
    append_be64(out_, id.value);
  }
  template <class Choice>
  requires std::is_enum_v<Choice>
  void one(Choice choice) { out_ += static_cast<char>(choice); }
  template <class T>
  void one(const std::optional<T>& value) {
    one(value.has_value());
    if (value) one(*value);
  }
  template <class T>
  void one(const std::vector<T>& list) {
    append_varint(out_, list.size());
    for (const T& element : list) one(element);
  }
  template <class A, class B>
  void one(const std::pair<A, B>& pair) {
    one(pair.first);
    one(pair.second);
  }
  template <class T>
  requires std::is_class_v<T>
  void one(const T& value) { fields(*this, value); }

  std::string own_;
  std::string& out_;
};

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : in_(bytes) {}

  template <class... T>
  void operator()(T&... values) {
    (one(values), ...);
  }
  // All bytes were read and all of them were sound.
  bool done() const { return in_.ok() && in_.at_end(); }

 private:
  void one(bool& value) {
    const std::uint8_t byte = in_.u8();
    if (byte > 1) in_.fail();
    value = byte == 1;
  }
  void one(std::uint8_t& value) { value = in_.u8(); }
  void one(std::uint32_t& value) { value = narrow<std::uint32_t>(in_.varint()); }
  void one(std::uint64_t& value) { value = in_.varint(); }
  void one(std::int64_t& value) { value = unzigzag(in_.varint()); }
  void one(int& value) { value = narrow<int>(unzigzag(in_.varint())); }
  void one(double& value) { value = std::bit_cast<double>(in_.be64()); }
  void one(Instant& value) { value = instant_of(in_.varint()); }
  void one(std::string& value) { value = in_.text(); }

  template <class Narrow, class Wide>
  Narrow narrow(Wide wide) {
    if (!std::in_range<Narrow>(wide)) {
      in_.fail();
      return 0;
    }
    return static_cast<Narrow>(wide);
  }
  template <class Tag>
  void one(Id<Tag>& id) {
    id.value = in_.be64();
  }
  template <class Choice>
  requires std::is_enum_v<Choice>
  void one(Choice& choice) {
    const auto byte = static_cast<Choice>(in_.u8());
    if (byte < Range<Choice>::least || byte > Range<Choice>::greatest) return in_.fail();
    choice = byte;
  }
  template <class T>
  void one(std::optional<T>& value) {
    bool present = false;
    one(present);
    if (!present) return value.reset();
    one(value.emplace());
  }
  // Grows with what is really there: a count alone reserves nothing.
  template <class T>
  void one(std::vector<T>& list) {
    list.clear();
    for (std::uint64_t left = in_.varint(); left > 0 && in_.ok(); --left) one(list.emplace_back());
  }
  template <class A, class B>
  void one(std::pair<A, B>& pair) {
    one(pair.first);
    one(pair.second);
  }
  template <class T>
  requires std::is_class_v<T>
  void one(T& value) { fields(*this, value); }

  ByteReader in_;
};

}  // namespace forewhen::store
