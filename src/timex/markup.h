// SPDX-License-Identifier: Apache-2.0
// Just enough of HTML to find the tags that carry a date: no tree, no entities. Views point into the text.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace forewhen::markup {

struct Tag {
  std::string_view name;  // as written
  std::vector<std::pair<std::string_view, std::string_view>> attributes;
  std::size_t end = 0;  // behind the ">"

  // Of that name, in any case.
  std::optional<std::string_view> attribute(std::string_view name) const;
};

bool equal_names(std::string_view a, std::string_view b);  // ASCII case does not count

// The next start tag of one of those names from `from` on, comments passed over; nothing at the end. Unclosed tags and
// comments reach to the end.
std::optional<Tag> next_tag(std::string_view text, std::size_t from, const std::vector<std::string_view>& names);

}  // namespace forewhen::markup
