// SPDX-License-Identifier: Apache-2.0
#include "graph/number_parts.h"

#include <algorithm>
#include <unordered_map>

namespace forewhen {

std::vector<std::uint32_t> number_parts(const std::vector<std::uint32_t>& parts) {
  struct Part {
    std::uint32_t first, size;
  };
  std::unordered_map<std::uint32_t, std::size_t> of_name;
  std::vector<Part> found;  // in the order of their first vertices
  std::vector<std::size_t> of_vertex;
  for (std::uint32_t v = 0; v < parts.size(); ++v) {
    const auto [at, fresh] = of_name.emplace(parts[v], found.size());
    if (fresh) found.push_back({v, 0});
    ++found[at->second].size;
    of_vertex.push_back(at->second);
  }
  std::vector<std::size_t> order(found.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return found[a].size > found[b].size; });
  std::vector<std::uint32_t> number(found.size()), numbered;
  for (std::uint32_t i = 0; i < order.size(); ++i) number[order[i]] = i + 1;
  for (const std::size_t part : of_vertex) numbered.push_back(number[part]);
  return numbered;
}

}  // namespace forewhen
