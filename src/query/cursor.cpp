// SPDX-License-Identifier: Apache-2.0
#include "query/cursor.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "query/gather.h"

namespace forewhen {
namespace {

constexpr std::size_t kParts = 6;

char letter(Direction direction) { return direction == Direction::before ? 'b' : 'a'; }
char letter(Rank rank) { return rank == Rank::recency ? 't' : 'r'; }

template <class Number>
bool read(std::string_view text, Number& number, int base) {
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  return error == std::errc{} && stop == text.data() + text.size();
}

}  // namespace

bool PageCursor::precedes(const Bounds& bounds, EventId id, int its_score) const {
  if (rank == Rank::relevance && its_score != score) return its_score < score;
  Bounds mine;
  mine.earliest_start = earliest, mine.latest_start = latest;
  return is_nearer(mine, event, bounds, id, direction);
}

std::string to_string(const PageCursor& cursor) {
  return fmt::format("{}{}.{:x}.{}.{}.{}.{:x}", letter(cursor.direction), letter(cursor.rank), cursor.subject.value,
                     cursor.score, cursor.earliest.time_since_epoch().count(), cursor.latest.time_since_epoch().count(),
                     cursor.event.value);
}

Result<PageCursor> parse_cursor(std::string_view text, Direction direction, Rank rank, EventId subject) {
  const Error error{ErrorKind::usage, fmt::format("'{}' is no cursor of this question", text), "",
                    "take the one that the page before gave, with the same question"};
  std::array<std::string_view, kParts> parts;
  std::string_view rest = text;
  for (std::size_t i = 0; i < kParts; ++i) {
    const std::size_t dot = i + 1 == kParts ? rest.size() : rest.find('.');
    if (dot == std::string_view::npos) return error;
    parts[i] = rest.substr(0, dot);
    rest.remove_prefix(std::min(dot + 1, rest.size()));
  }
  PageCursor cursor{direction, rank, {}, 0, {}, {}, {}};
  std::int64_t earliest = 0, latest = 0;
  const std::string kind{letter(direction), letter(rank)};
  if (parts[0] != kind || !read(parts[1], cursor.subject.value, 16) || !read(parts[2], cursor.score, 10) ||
      !read(parts[3], earliest, 10) || !read(parts[4], latest, 10) || !read(parts[5], cursor.event.value, 16) ||
      cursor.subject != subject) {
    return error;
  }
  cursor.earliest = Instant{seconds{earliest}}, cursor.latest = Instant{seconds{latest}};
  return cursor;
}

}  // namespace forewhen
