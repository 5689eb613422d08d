// SPDX-License-Identifier: Apache-2.0
#include "syntax/inventory.h"

#include <algorithm>

namespace forewhen::syntax {

Inventory Inventory::from_lines(std::string_view lines) {
  std::vector<std::string> names;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    if (end == std::string_view::npos) break;
    names.emplace_back(lines.substr(0, end));
    lines.remove_prefix(end + 1);
  }
  return Inventory(std::move(names));
}

std::string Inventory::to_lines() const {
  std::string lines;
  for (const std::string& name : names_) lines += name + '\n';
  return lines;
}

std::optional<std::uint8_t> Inventory::find(std::string_view name) const {
  const auto found = std::find(names_.begin(), names_.end(), name);
  if (found == names_.end()) return std::nullopt;
  return static_cast<std::uint8_t>(found - names_.begin());
}

}  // namespace forewhen::syntax
