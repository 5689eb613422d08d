// SPDX-License-Identifier: Apache-2.0
#include "text/paragraphs.h"

#include <algorithm>

#include "text/character.h"

namespace forewhen {
namespace {

struct Line {
  Span span;  // without white space around it; empty for a blank line
};

bool is_line_break(char32_t c) { return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029; }

Span trim(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && is_blank(character_at(text, begin))) begin = next_character(text, begin);
  while (end > begin && is_blank(character_before(text, end))) end = previous_character(text, end);
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = character_at(text, at);
    const std::size_t next = next_character(text, at);
    if (is_line_break(c)) {
      lines.push_back({trim(text, begin, at)});
      begin = c == '\r' && character_at(text, next) == '\n' ? next + 1 : next;
      at = begin;
    } else {
      at = next;
    }
  }
  lines.push_back({trim(text, begin, text.size())});
  return lines;
}

std::uint32_t first_word_size(std::string_view text, Span line) {
  std::size_t at = line.begin;
  while (at < line.end && !is_blank(character_at(text, at))) at = next_character(text, at);
  return static_cast<std::uint32_t>(at - line.begin);
}

bool is_bullet(std::string_view text, Span line) {
  const char32_t c = character_at(text, line.begin);
  if (c == 0x2022 || c == 0x25CF || c == 0x25AA || c == 0x00B7) return true;
  return (c == '*' || c == '-') && line.size() > 1 && text[line.begin + 1] == ' ';
}

// The line break before `next` was set by the writer, not by wrapping at `width`.
bool parts_paragraphs(std::string_view text, Span line, Span next, std::uint32_t width) {
  if (is_bullet(text, next)) return true;
  if (is_lower(character_at(text, next.begin))) return false;
  // A fifth of the width is left to writers who break lines early.
  return line.size() + 1 + first_word_size(text, next) <= width - width / 5;
}

// Lines [first, last) stand together without a blank line between them.
void add_block(std::string_view text, const std::vector<Line>& lines, std::size_t first, std::size_t last,
               std::vector<Span>& paragraphs) {
  std::uint32_t width = 0;
  for (std::size_t i = first; i < last; ++i) width = std::max(width, lines[i].span.size());
  Span paragraph = lines[first].span;
  for (std::size_t i = first + 1; i < last; ++i) {
    if (parts_paragraphs(text, lines[i - 1].span, lines[i].span, width)) {
      paragraphs.push_back(paragraph);
      paragraph = lines[i].span;
    } else {
      paragraph.end = lines[i].span.end;
    }
  }
  paragraphs.push_back(paragraph);
}

}  // namespace

std::vector<Span> split_paragraphs(std::string_view text) {
  const std::vector<Line> lines = split_lines(text);
  std::vector<Span> paragraphs;
  for (std::size_t first = 0; first < lines.size();) {
    if (lines[first].span.empty()) {
      ++first;
      continue;
    }
    std::size_t last = first;
    while (last < lines.size() && !lines[last].span.empty()) ++last;
    add_block(text, lines, first, last, paragraphs);
    first = last;
  }
  return paragraphs;
}

}  // namespace forewhen
