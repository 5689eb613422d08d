// SPDX-License-Identifier: Apache-2.0
// Ranges: what one end leaves unsaid, the other says. "22-25 April 1951", "March 5-9, 1918", "July-November 1954",
// "499-493 BC", "1957-58", "May 4 and 5".
#include "timex/grammar.h"

namespace forewhen::timex {
namespace {

// Position after what joins the ends of a range; 0 when nothing does. A dash, "to", "and", "or" and a slash do.
std::size_t joint(const Reader& r, std::size_t i) {
  if (r.mark(i, '-') || r.mark(i, '/') || r.any(i, "to", "and", "or", "through", "until")) return i + 1;
  return 0;
}

bool is_day_number(const Token& token) {
  return token.kind == TokenKind::number && token.digits <= 2 && !token.decimal && token.value >= 1 &&
         token.value <= 31;
}

std::size_t past_ordinal_ending(const Reader& r, std::size_t i) {
  return r.joined(i) && r.any(i, "st", "nd", "rd", "th") ? i + 1 : i;
}

bool has_era(const Reader& r, std::size_t number, std::size_t end) { return r.number(number) && end > number + 1; }

}  // namespace

std::size_t range_head(const Reader& r, std::size_t i, Expression& e) {
  if (!r.number(i) || r[i].grouped || r[i].decimal ||
      (i > 0 && r.joined(i) && !r.mark(i - 1, '(') && !r.mark(i - 1, '-')))
    return 0;
  const std::size_t end = past_ordinal_ending(r, i + 1);
  const std::size_t other = joint(r, end);
  if (other == 0) return 0;
  if (is_day_number(r[i]) && is_day_number(r[other]) && r[i].value < r[other].value) {
    Expression tail;
    if (day_first(r, other, tail) == 0 || tail.impossible) return 0;
    e.day = static_cast<int>(r[i].value);
    e.month = tail.month;
    e.year = tail.year;
    return end;
  }
  std::int64_t value = 0;
  const std::size_t past = year(r, other, value);
  if (past == 0 || !has_era(r, other, past) || r[i].digits > 4) return 0;
  e.year = value <= 0 ? 1 - r[i].value : r[i].value;
  return end;
}

void year_from_range(const Reader& r, std::size_t end, Expression& e) {
  if (e.year || (e.month == 0 && e.season == 0)) return;
  std::size_t other = joint(r, end);
  if (other == 0) return;
  if (r.any(other, "early", "late", "mid")) other = r.past_hyphen(other + 1);
  Expression tail;
  if (e.day != 0 && is_day_number(r[other])) {  // March 5-9, 1918
    std::int64_t value = 0;
    const std::size_t at = r.past_mark(past_ordinal_ending(r, other + 1), ',');
    if (year(r, at, value) != 0) {
      e.year = value;
      return;
    }
  }
  const std::size_t past = calendar_end(r, other, tail);
  if (past == 0 || !tail.year || (tail.month == 0 && tail.season == 0)) return;
  e.year = *tail.year - (tail.month != 0 && e.month > tail.month ? 1 : 0);
}

std::optional<Match> range_tail(const Reader& r, const Match& head) {
  const Expression& e = head.expression;
  if (e.form != Form::calendar || e.hour >= 0 || e.stage != Stage::none) return std::nullopt;
  const std::size_t at = head.end;
  const bool dash = (r.mark(at, '-') || (r.mark(at, '/') && e.month == 0)) && r.joined(at) && r.joined(at + 1);
  Match tail{e, at + 1, at + 2};
  if (!r.number(at + 1)) return std::nullopt;
  if (e.month == 0 && e.year && e.holiday == 0 && !e.decade && !e.century && e.season == 0 &&
      e.quarter == 0) {  // 1957-58
    const Token& token = r[at + 1];
    const bool continues = r.joined(at + 2) && (r.mark(at + 2, '-') || r.word(at + 2));
    if (!dash || token.digits != 2 || *e.year < 1000 || token.value <= *e.year % 100 || continues || r[at].space_before)
      return std::nullopt;
    tail.expression.year = *e.year / 100 * 100 + token.value;
    return tail;
  }
  const std::size_t before = at >= 2 && r.mark(at - 2, '.') ? at - 3 : at - 2;
  if (at < 2 || !r.has(before, kMonth)) return std::nullopt;
  // Only "May 4-5", not "4 May - 5 ...": there the number belongs to what follows.
  if (e.month == 0 || e.day == 0 || !r.number(at - 1) || r[at - 1].digits > 2) return std::nullopt;
  if (!is_day_number(r[at + 1]) || r[at + 1].value <= e.day) return std::nullopt;
  tail.end = past_ordinal_ending(r, at + 2);
  const bool and_or =
      r.any(at, "and", "or", "to") && !r.has(tail.end, kUnit | kNumber | kMonth) &&
      (!r.word(tail.end) || r.has(tail.end, kPast | kPresent | kFuture) ||
       r.any(tail.end, "in", "at", "by", "for", "when", "to", "with", "and", "but", "of", "after", "before"));
  if (!dash && !and_or) return std::nullopt;
  tail.expression.day = static_cast<int>(r[at + 1].value);
  tail.expression.impossible = false;
  std::int64_t value = 0;
  if (const std::size_t end = year(r, r.past_mark(tail.end, ','), value)) {
    tail.expression.year = value;
    tail.end = end;
  }
  return tail;
}

}  // namespace forewhen::timex
