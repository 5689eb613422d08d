// SPDX-License-Identifier: Apache-2.0
// Expressions that hang on another date by a word of direction: last week, the same month, this Friday, tomorrow.
#include "timex/grammar.h"

namespace forewhen::timex {
namespace {

// "this past", "the very next", "the": position of the word that names the unit, and the direction.
std::size_t directions(const Reader& r, std::size_t i, Expression& e) {
  std::size_t at = i;
  e.definite = r.is(at, "the");
  if (e.definite) ++at;
  if (r.any(at, "very")) ++at;
  if (r.is(at, "current")) {
    e.direction = Direction::current;
    return at + 1;
  }
  if (!r.has(at, kDirection)) return 0;
  e.direction = static_cast<Direction>(r[at].word.value);
  e.running = r.is(at, "past") || (e.definite && r.is(at, "last"));
  ++at;
  // "this past week", "that same day", "this coming Friday", "these last weeks"
  if (r.has(at, kDirection) && r.any(at, "past", "last", "same", "coming", "next", "very", "following")) {
    const Direction inner = static_cast<Direction>(r[at].word.value);
    if (inner != Direction::same)
      e.direction = inner;
    else if (e.direction == Direction::current)
      e.direction = Direction::same;
    ++at;
  }
  return at;
}

std::size_t day_name(const Reader& r, std::size_t i, Expression& e) {
  if (!r.has(i, kDayName)) return 0;
  // A newspaper or programme: USA Today
  if (r[i].capital && i > 0 && r[i - 1].capital && r[i - 1].kind == TokenKind::word && r[i - 1].word.classes == 0)
    return 0;
  e.form = Form::day_name;
  e.days = r[i].word.value;
  if (r.is(i, "tonight")) e.part = DayPart::night;
  return i + 1;
}

// "the day after tomorrow", "the day before yesterday"
std::size_t day_beside(const Reader& r, std::size_t i, Expression& e) {
  const std::size_t at = r.past(i, "the");
  if (!r.is(at, "day")) return 0;
  e.form = Form::day_name;
  if (r.is(at + 1, "after") && r.is(at + 2, "tomorrow")) return e.days = 2, at + 3;
  if (r.is(at + 1, "before") && r.is(at + 2, "yesterday")) return e.days = -2, at + 3;
  return 0;
}

// "year-ago", "year-earlier" and what they stand before: the period of the report, a year back.
std::size_t year_ago(const Reader& r, std::size_t i, Expression& e) {
  const std::size_t start = r.any(i, "comparable", "corresponding", "same") ? i + 1 : i;
  if (!r.is(start, "year") || !r.mark(start + 1, '-') || !r.any(start + 2, "ago", "earlier")) {
    const bool last_year =
        start != i && r.any(start, "period", "quarter") && r.is(start + 1, "last") && r.is(start + 2, "year");
    const bool earlier =
        start != i && r.any(start, "period", "quarter") && r.is(start + 1, "a") && r.is(start + 2, "year");
    if (!last_year && !earlier) return 0;
    e.form = Form::relative;
    e.period = true;
    e.direction = Direction::last;
    return last_year ? start + 3 : start + 4;
  }
  e.form = Form::relative;
  e.direction = Direction::last;
  const std::size_t next = start + 3;
  if (r.any(next, "period", "quarter")) {
    e.period = true;
    return next + 1;
  }
  int quarter = 0;
  if (const std::size_t at = ordinal_number(r, next, quarter); at != 0 && quarter <= 4 && r.is(at, "quarter")) {
    e.form = Form::calendar;
    e.quarter = quarter;
    e.period = true;
    return at + 1;
  }
  e.form = Form::offset;
  e.unit = Unit::year;
  e.quantity = {1, false, true};
  e.sign = -1;
  e.direction = Direction::none;
  return start == i ? next : 0;
}

// Noun after a direction.
std::size_t noun(const Reader& r, std::size_t i, Expression& e) {
  if (r.has(i, kWeekday) && r[i].capital) {
    e.weekday = r[i].word.value;
    if (r.has(i, kAbbreviated)) return r.mark(i + 1, '.') && r.joined(i + 1) ? i + 2 : 0;
    return r.has(i, kPlural) ? 0 : i + 1;
  }
  if (r.has(i, kMonth) && r[i].capital) {
    e.month = r[i].word.value;
    std::size_t next = r.has(i, kAbbreviated) && r.mark(i + 1, '.') && r.joined(i + 1) ? i + 2 : i + 1;
    int day = 0;
    const std::size_t end = day_number(r, next, day);
    if (end != 0 && day >= 1 && day <= 31 && !r.has(end, kUnit)) {
      e.day = day;
      return end;
    }
    return next;
  }
  if (r.has(i, kSeason)) {
    e.season = r[i].word.value;
    return i + 1;
  }
  if (r.has(i, kDayPart) && !r.has(i, kPlural | kDayName)) {
    e.part = static_cast<DayPart>(r[i].word.value);
    return i + 1;
  }
  int quarter = 0;
  if (const std::size_t next = ordinal_number(r, i, quarter); next != 0 && quarter <= 4 && r.is(next, "quarter")) {
    e.quarter = quarter;
    return next + 1;
  }
  if (r.has(i, kHoliday) && r[i].capital) return holiday(r, i, e);
  const std::size_t at = r.any(i, "fiscal", "calendar", "financial", "full", "entire", "whole") ? i + 1 : i;
  if (r.any(at, "period", "quarter") && r.is(at - 1, "latest")) {
    e.period = true;
    return at + 1;
  }
  if (r[at].capital && !r[i - 1].capital) return 0;
  if (r[at].capital && i > 1 && (r.mark(i - 2, '"') || r.mark(i - 2, '`'))) return 0;  // a programme's name
  if (!r.has(at, kUnit) || r.has(at, kPlural | kAbbreviated)) return 0;
  if (r[at].word.unit == Unit::second || r[at].word.unit == Unit::minute) return 0;
  e.unit = r[at].word.unit;
  return at + 1;
}

// "the year", "the weekend", "the quarter a year ago", "the year 2000": i stands after the article.
std::size_t with_article(const Reader& r, std::size_t i, Expression& e) {
  std::int64_t value = 0;
  if (r.is(i, "year") && year(r, i + 1, value) != 0) {
    e.form = Form::calendar;
    e.year = value;
    return year(r, i + 1, value);
  }
  e.form = Form::relative;
  e.definite = true;
  const std::size_t at = r.any(i, "full", "fiscal", "entire", "whole") ? i + 1 : i;
  if (!r.any(at, "quarter", "week", "month", "weekend", "day", "year", "night", "morning", "evening", "afternoon",
             "decade"))
    return 0;
  if (r.any(at, "year") && r.any(at + 1, "ended", "ending")) {  // of a company; its end is a date of its own
    e.form = Form::duration;
    e.unit = Unit::year;
    e.quantity = {1, false, true};
    return at + 1;
  }
  if (r.is(at, "week") && r.is(at + 1, "of")) {  // the week of March 6
    Expression day;
    const std::size_t end = calendar(r, at + 2, day);
    if (end != 0 && day.day != 0) {
      e = day;
      e.unit = Unit::week;
      return end;
    }
  }
  if (r.is(at, "day") && r.any(at + 1, "before", "after", "following", "earlier", "later") &&
      (!r.word(at + 2) || r.any(at + 2, "and", "but", "had"))) {
    e.form = Form::offset;
    e.unit = Unit::day;
    e.quantity = {1, false, true};
    e.sign = r.any(at + 1, "before", "earlier") ? -1 : 1;
    e.from_focus = true;
    return at + 2;
  }
  // "carried the day", "order of the day"
  if (r.is(at, "day") && !r.any(at + 1, "before", "after", "following", "earlier", "later") &&
      !(at > 2 && r.any(at - 2, "in", "during", "throughout", "on")))
    return 0;
  if (r.mark(at + 1, '-') && r.joined(at + 1) && r.is(at + 2, "to")) return 0;  // quarter-to-quarter
  e.direction = r.any(at, "week", "month", "year") ? Direction::current : Direction::same;
  if (!r.is(at, "quarter")) return noun(r, i, e);
  e.period = true;
  const bool year_back = r.is(at + 1, "a") && r.is(at + 2, "year") && r.any(at + 3, "ago", "earlier");
  if (year_back) e.direction = Direction::last;
  return year_back ? at + 4 : at + 1;
}

// "on the 5th": of the month that is spoken of
std::size_t day_of_month(const Reader& r, std::size_t i, Expression& e) {
  if (!r.is(i, "the") || i == 0 || !r.any(i - 1, "on", "by", "until")) return 0;
  int day = 0;
  const std::size_t end = ordinal_number(r, i + 1, day);
  if (end == 0 || day < 1 || day > 31 || !r.number(i + 1)) return 0;
  if (r.word(end) && !r.has(end, kPast | kPresent | kFuture) &&
      !r.any(end, "and", "of", "the", "when", "but", "with", "in", "at"))
    return 0;
  std::size_t past = end;
  if (r.is(end, "of")) {
    const std::size_t month = r.any(end + 1, "that", "this", "the") ? end + 2 : end + 1;
    if (month == end + 1 || !r.any(month, "month", "same") || r.is(month, "same")) return 0;
    past = month + 1;
  }
  e.form = Form::calendar;
  e.day = static_cast<std::int16_t>(day);
  e.direction = Direction::same;
  return past;
}

// "the first week of October", "the last two weeks of 1944" is left to stretch
std::size_t week_of_month(const Reader& r, std::size_t i, Expression& e) {
  const std::size_t start = r.past(i, "the");
  int rank = 0;
  std::size_t next = ordinal_number(r, start, rank);
  if (next == 0 && r.any(start, "last", "final")) rank = -1, next = start + 1;
  if (next == 0 || rank > 4 || !r.is(next, "week") || !r.any(next + 1, "of", "in")) return 0;
  Expression month;
  const std::size_t end = calendar(r, next + 2, month);
  if (end == 0 || month.month == 0 || month.day != 0) return 0;
  e = month;
  e.week_of_month = static_cast<std::int8_t>(rank);
  return end;
}

}  // namespace

std::size_t stretch(const Reader& r, std::size_t i, Expression& e) {
  e.form = Form::stretch;
  std::size_t at = directions(r, i, e);
  if (at == 0) {
    const std::size_t start = r.past(i, "the");
    int rank = 0;  // the first nine months, the final two weeks
    std::size_t next = ordinal_number(r, start, rank);
    if (next == 0 && r.any(start, "final", "closing", "opening", "initial", "early", "entire", "latest"))
      next = start + 1;
    if (next == 0 && r.is(start, "year") && r.mark(start + 1, '-') && r.any(start + 2, "ago", "earlier"))
      next = start + 3;
    if (next == 0 || (rank != 1 && rank != 0)) return 0;
    e.form = Form::duration;
    const std::size_t end = duration(r, next, e);
    return e.quantity.said ? end : 0;
  }
  const Direction toward = e.direction;
  if (toward == Direction::same) return 0;
  Expression amount;
  const std::size_t end = duration(r, at, amount);
  if (end == 0 || !amount.mod.empty()) return 0;
  if (amount.quantity.said && !amount.quantity.vague && amount.quantity.value == 1 && !r.has(at, kNumber)) return 0;
  if (toward == Direction::current) {
    if (!r.is(at - 1, "latest") || !amount.quantity.said) return 0;
    e = amount;
    return end;
  }
  if (!amount.quantity.said && at == i + 1) return 0;  // coming months: see vague
  amount.form = Form::stretch;
  amount.direction = toward;
  amount.quantity.said = true;
  e = amount;
  return end;
}

std::size_t relative(const Reader& r, std::size_t i, Expression& e) {
  if (const std::size_t end = day_name(r, i, e)) return end;
  if (const std::size_t end = day_beside(r, i, e)) return end;
  if (const std::size_t end = week_of_month(r, i, e)) return end;
  if (const std::size_t end = day_of_month(r, i, e)) return end;
  e.form = Form::relative;
  if (const std::size_t at = directions(r, i, e)) return noun(r, at, e);
  if (!r.is(i, "the")) return year_ago(r, i, e);
  if (const std::size_t end = year_ago(r, i + 1, e)) return e.period ? end : 0;
  return with_article(r, i + 1, e);
}

}  // namespace forewhen::timex
