// SPDX-License-Identifier: Apache-2.0
// The names of a model's classes: its tags or its relations, numbered from 0.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forewhen::syntax {

class Inventory {
 public:
  Inventory() = default;
  explicit Inventory(std::vector<std::string> names) : names_(std::move(names)) {}
  // From names with a line feed after each.
  static Inventory from_lines(std::string_view lines);
  std::string to_lines() const;

  std::size_t size() const { return names_.size(); }
  const std::string& name(std::size_t number) const { return names_[number]; }
  std::optional<std::uint8_t> find(std::string_view name) const;

 private:
  std::vector<std::string> names_;
};

}  // namespace forewhen::syntax
