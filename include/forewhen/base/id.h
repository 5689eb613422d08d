// SPDX-License-Identifier: Apache-2.0
// Identity from content: a 64-bit XXH3 hash with a type, so that an actor cannot be handed where an event is wanted.
// Collisions: with n ids of one kind the chance is about n^2 / 2^65, i.e. 3e-6 for ten million.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace forewhen {

// XXH3-64 of the bytes; stable on disk, never change.
std::uint64_t content_hash(std::string_view bytes, std::uint64_t seed = 0);

template <class Tag>
struct Id {
  std::uint64_t value = 0;  // 0 is "none"

  explicit operator bool() const { return value != 0; }
  friend auto operator<=>(const Id&, const Id&) = default;
};

// 16 lower-case hexadecimal digits with the letter of the kind before them: e3f0a...; the form that people see.
std::string format_id(char letter, std::uint64_t value);
// Reads that form; nothing when it is not of it.
std::optional<std::uint64_t> parse_id(char letter, std::string_view text);

}  // namespace forewhen

template <class Tag>
struct std::hash<forewhen::Id<Tag>> {
  std::size_t operator()(const forewhen::Id<Tag>& id) const noexcept { return id.value; }
};
