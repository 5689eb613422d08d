// SPDX-License-Identifier: Apache-2.0
// Dates of the calendar, whole or in part: days, months, years, quarters, seasons.
#include "forewhen/time/civil.h"
#include "timex/grammar.h"

namespace forewhen::timex {
namespace {

std::size_t abbreviation_point(const Reader& r, std::size_t i, std::size_t next) {
  return r.has(i, kAbbreviated) && r.mark(next, '.') && r.joined(next) ? next + 1 : next;
}

// Marks a day that cannot be; one without a year may be 29 February.
void check_day(Expression& e) {
  e.impossible = e.month < 1 || e.month > 12 || e.day < 1 || e.day > days_in_month(e.year.value_or(2000), e.month);
}

std::size_t year_relation(const Reader& r, std::size_t i, Expression& e);

// [of|,] year, after a month, season or quarter. A comma needs a full year behind it.
std::size_t year_after(const Reader& r, std::size_t i, Expression& e) {
  std::int64_t value = 0;
  std::size_t at = i;
  if (r.is(i, "of") || r.is(i, "in") || r.mark(i, ',')) at = i + 1;
  at = r.is(at, "the") && r.is(at + 1, "year") ? at + 2 : at;
  if (r.is(at, "fiscal")) {
    at = r.past(at + 1, "year");
    e.fiscal = true;
  }
  const std::size_t end = year(r, at, value);
  if (end == 0 || (r.mark(end, ',') && r.joined(end) && r.number(end + 1) && r.joined(end + 1))) return 0;
  e.year = value;
  return end;
}

// Month, then what may follow it.
std::size_t month_first(const Reader& r, std::size_t i, Expression& e) {
  e.month = r[i].word.value;
  const std::size_t next = abbreviation_point(r, i, i + 1);
  std::size_t at = r.past(next, "the");
  int day = 0;
  std::size_t end = at == next ? day_number(r, at, day) : 0;
  if (end == 0) end = r.has(at, kUnit) && at == next ? 0 : ordinal_number(r, at, day);
  if (end != 0 && day > 0 && !r.has(end, kUnit) && !(r.mark(end, ':') && r.joined(end) && r.number(end + 1)) &&
      !(r.mark(end, '%')) && !r.any(end, "percent", "million", "billion") && r[at].space_before) {
    e.day = day;
    const std::size_t with_year = r.is(end, "in") ? 0 : year_after(r, end, e);
    check_day(e);
    return with_year != 0 ? with_year : end;
  }
  if (const std::size_t with_year = year_after(r, r.past_hyphen(next), e))
    return r.is(next, "in") ? (e.year.reset(), next) : with_year;
  return next;
}

// A month name that is no other word here: "may" must be capital, and "March" must stand where a date stands.
bool is_month(const Reader& r, std::size_t i) {
  if (!r.has(i, kMonth) || !r[i].capital) return false;
  const Word word = r[i].word;
  if (!word.is(kAmbiguous) && !(word.is(kAbbreviated) && !r.mark(i + 1, '.'))) return true;
  int day = 0;
  std::int64_t y = 0;
  const std::size_t next = r.past_mark(i + 1, '.');
  const bool before_number = day_number(r, next, day) != 0 ||
                             (ordinal_number(r, next, day) != 0 && !r.has(next, kUnit)) || year(r, next, y) != 0 ||
                             (r.mark(next, ',') && year(r, next + 1, y) != 0);
  if (before_number) return true;
  if (r.is(next, "of") && year(r, next + 1, y) != 0) return true;
  if (word.is(kAbbreviated)) return i > 0 && r.number(i - 1) && r[i - 1].digits <= 2;
  if (i == 0) return false;
  const std::size_t p = i - 1;
  if (r.any(p, "in", "of", "since", "until", "till", "by", "through", "during", "for", "from", "between", "after",
            "before", "on") ||
      r.has(p, kStage) || (r.has(p, kDirection) && !r.is(p, "that")) ||
      r.any(p, "every", "each", "earlier", "later", "to"))
    return true;
  if (r.number(p) && r[p].digits <= 2) return true;
  if (r.is(p, "the") && r.word(next) && !r[next].capital &&
      !r.any(next, "on", "to", "of", "in", "and", "for", "from", "was", "is"))
    return true;
  if (i < 2) return false;
  const bool beside_month = (r.any(p, "and", "or") || r.mark(p, ',') || r.mark(p, '-')) && r.has(p - 1, kMonth);
  const bool before_month =
      (r.any(next, "and", "or", "to") || r.mark(next, ',')) && r.has(next + 1, kMonth) && r[next + 1].capital;
  return beside_month || before_month || (r.any(i - 2, "st", "nd", "rd", "th") && r.number(i - 3));
}

// 2/27/1998, 27.02.1998, 1998-02-27: month first unless that cannot be, as American papers write.
std::size_t numeric(const Reader& r, std::size_t i, Expression& e) {
  const Token& a = r[i];
  const Token& b = r[i + 2];
  const Token& c = r[i + 4];
  if (!r.number(i) || !r.number(i + 2) || !r.number(i + 4)) return 0;
  if (r[i + 1].kind != TokenKind::mark || r[i + 3].kind != TokenKind::mark || r[i + 1].value != r[i + 3].value)
    return 0;
  for (std::size_t k = i + 1; k <= i + 4; ++k)
    if (!r.joined(k)) return 0;
  if (a.grouped || b.grouped || c.grouped || a.decimal || b.decimal || c.decimal) return 0;
  const char mark = static_cast<char>(r[i + 1].value);
  if (mark != '/' && mark != '-' && mark != '.') return 0;
  const std::size_t end = i + 5;
  const bool continues =
      (r.mark(end, mark) || r.mark(end, '/')) && r.joined(end) && r.joined(end + 1) && r.number(end + 1);
  if (continues || (i > 0 && r.joined(i) && (r.mark(i - 1, mark) || r.mark(i - 1, '.')))) return 0;
  if (a.digits == 4 && b.digits <= 2 && c.digits <= 2) {
    if (mark == '.' || a.value < 1000 || a.value > 2199) return 0;
    e.year = a.value;
    e.month = static_cast<int>(b.value);
    e.day = static_cast<int>(c.value);
  } else if (a.digits <= 2 && b.digits <= 2 && (c.digits == 4 || (c.digits == 2 && mark == '/'))) {
    if (c.digits == 4 && (c.value < 1000 || c.value > 2199)) return 0;
    e.year = c.digits == 4 ? c.value : c.value + (c.value < 30 ? 2000 : 1900);
    const bool day_leads = mark == '.' || a.value > 12;
    e.day = static_cast<int>(day_leads ? a.value : b.value);
    e.month = static_cast<int>(day_leads ? b.value : a.value);
    if (c.digits == 2 && (e.month < 1 || e.month > 12 || e.day < 1 || e.day > 31)) return 0;
  } else {
    return 0;
  }
  check_day(e);
  return end;
}

// What stands for the year of a quarter, season or month: "of last year", "a year ago", "next year".
std::size_t year_relation(const Reader& r, std::size_t i, Expression& e) {
  std::size_t at = r.past(i, "of");
  if (at == i) at = r.past(i, "in");
  const std::size_t start = r.past(at, "the");
  if (r.has(start, kDirection) && r.is(start + 1, "year") && !r.is(start, "current")) {
    e.direction = static_cast<Direction>(r[start].word.value);
    return start + 2;
  }
  if (at != i && start != at && r.is(start, "year") && !r.mark(start + 1, '-')) {  // the first half of the year
    e.direction = Direction::current;
    return start + 1;
  }
  if (r.is(start, "current") && r.is(start + 1, "year")) {
    e.direction = Direction::current;
    return start + 2;
  }
  if (at == i && r.any(i, "a", "one") && r.is(i + 1, "year") && r.any(i + 2, "ago", "earlier", "before")) {
    e.direction = Direction::last;
    return i + 3;
  }
  return 0;
}

std::size_t with_year(const Reader& r, std::size_t i, Expression& e) {
  if (const std::size_t end = year_after(r, i, e)) return end;
  if (const std::size_t end = year_relation(r, i, e)) return end;
  return i;
}

// third[-]quarter, Q3, first half, H1
std::size_t quarter_or_half(const Reader& r, std::size_t i, Expression& e) {
  if (r.any(i, "q", "h") && r[i].capital && r.number(i + 1) && r.joined(i + 1) && r[i + 1].digits == 1) {
    const int number = static_cast<int>(r[i + 1].value);
    if (number < 1 || number > (r.is(i, "q") ? 4 : 2)) return 0;
    (r.is(i, "q") ? e.quarter : e.half) = number;
    return with_year(r, i + 2, e);
  }
  int number = 0;
  const std::size_t start = r.is(i, "fiscal") ? r.past_hyphen(i + 1) : i;
  std::size_t next = ordinal_number(r, start, number);
  if (next == 0 && r.is(start, "final")) number = 4, next = start + 1;
  if (next == 0 && r.any(start, "last", "latter") && r.is(start + 1, "half")) number = 2, next = start + 1;
  if (next == 0) return 0;
  if (r.is(next, "fiscal")) ++next;
  const std::size_t noun = r.past_hyphen(next);
  if (r.is(noun, "quarter") && number >= 1 && number <= 4) {
    e.quarter = number;
    return with_year(r, noun + 1, e);
  }
  if (!r.is(noun, "half") || number > 2) return 0;
  e.half = number;
  const std::size_t end = with_year(r, noun + 1, e);
  if (end != noun + 1) return end;
  Expression years;  // the last half of the '80s
  const std::size_t of = r.is(end, "of") ? r.past(end + 1, "the") : 0;
  const std::size_t past = of != 0 ? decade(r, of, years) : 0;
  if (past == 0) return 0;  // the first half of what?
  e = years;
  e.stage = number == 1 ? Stage::start : Stage::end;
  return past;
}

// The first half of a football match is no date; so is not a spring of water, a fall of prices.
std::size_t season(const Reader& r, std::size_t i, Expression& e) {
  if (!r.has(i, kSeason)) return 0;
  e.season = r[i].word.value;
  const std::size_t end = with_year(r, i + 1, e);
  if (end == i + 1 && r.is(end, "of") && r.has(i, kAmbiguous)) return 0;
  if (end != i + 1 || !r.has(i, kAmbiguous)) return end;
  const bool in_the = i >= 2 && r.is(i - 1, "the") && r.any(i - 2, "in", "by", "during", "since", "until", "for", "of");
  const bool leads = i >= 1 && (r.any(i - 1, "in", "since", "until", "during", "by") || r.has(i - 1, kStage) ||
                                (r.has(i - 1, kDirection) && !r.any(i - 1, "the")));
  return in_the || leads ? end : 0;
}

std::size_t weekday(const Reader& r, std::size_t i, Expression& e) {
  if (!r.has(i, kWeekday) || !r[i].capital || r.has(i, kPlural)) return 0;
  const std::size_t next = abbreviation_point(r, i, i + 1);
  e.weekday = r[i].word.value;
  std::size_t at = r.past_mark(next, ',');
  at = r.past(at, "the");
  Expression with_date = e;
  std::size_t end = is_month(r, at) ? month_first(r, at, with_date) : 0;
  if (end == 0) end = day_first(r, at, with_date);
  if (end == 0) end = numeric(r, at, with_date);
  if (end != 0 && with_date.day != 0) {
    e = with_date;
    return end;
  }
  if (r.has(i, kAbbreviated) && next == i + 1) return 0;
  return next;
}

// 1988 third quarter, 1982 summer, 1988 period
std::size_t year_and_part(const Reader& r, std::size_t i, Expression& e) {
  std::int64_t value = 0;
  const std::size_t next = year(r, i, value);
  if (next == 0 || r[next].capital) return 0;
  Expression part;
  if (r.any(next, "quarter", "period")) {
    e.period = true;
    e.year = value;
    return next + 1;
  }
  const std::size_t end = r.has(next, kSeason) ? next + 1 : quarter_or_half(r, next, part);
  if (end == 0 || part.year || part.direction != Direction::none) return 0;
  if (r.has(next, kSeason)) part.season = r[next].word.value;
  e = part;
  e.year = value;
  return end;
}

std::size_t fiscal_year(const Reader& r, std::size_t i, Expression& e) {
  if (!r.is(i, "fiscal")) return 0;
  std::int64_t value = 0;
  const std::size_t end = year(r, r.past(i + 1, "year"), value);
  if (end == 0) return 0;
  e.year = value;
  e.fiscal = true;
  return end;
}

// A bare number of four digits is a year unless what stands around it says that it counts or names something.
std::size_t bare_year(const Reader& r, std::size_t i, Expression& e) {
  std::int64_t value = 0;
  const std::size_t end = year(r, i, value);
  if (end == 0) return 0;
  e.year = value;
  if (!r.number(i) || end != i + 1) return end;
  const bool before_decimal =
      (r.mark(end, ',') || r.mark(end, '.')) && r.joined(end) && r.number(end + 1) && r.joined(end + 1);
  const bool season =
      r.mark(end, '/') && r.number(end + 1) && r[end + 1].digits == 2 && !r.mark(end + 2, '/');  // 2020/21
  if (before_decimal || r.mark(end, '%') || (r.mark(end, '/') && !season) ||
      (r.mark(end, ':') && r.joined(end) && r.joined(end + 1)))
    return 0;
  if (r.joined(end) && r.word(end)) return 0;
  if (i > 0 && r.any(i - 1, "flight", "room", "route", "highway", "page", "no", "number", "model", "bus", "train",
                     "channel", "lot", "section", "article", "chapter", "unit", "ward", "block", "gate", "box"))
    return 0;
  // A name with a number: Windows 2000
  if (i > 1 && r[i].space_before && r[i - 1].capital && r[i - 1].word.classes == 0 &&
      r[i - 1].kind == TokenKind::word && r[i - 1].space_before && r.word(i - 2))
    return 0;
  // A telephone number: 555-2012
  if (i > 1 && r.joined(i) && r.mark(i - 1, '-') && r.number(i - 2) && r.joined(i - 1) && r[i - 2].digits == 3)
    return 0;
  if (i > 0 && r.joined(i) &&
      (r.mark(i - 1, '$') || r.mark(i - 1, '#') || r.mark(i - 1, '.') || r.mark(i - 1, '/') || r.mark(i - 1, ',') ||
       r.word(i - 1)))
    return 0;
  if (i > 0 && r.joined(i) && r.mark(i - 1, '-') && i > 1 && r.word(i - 2) && r.joined(i - 1)) {
    if (!r.has(i - 2, kStage | kMonth)) return 0;  // a model: Boeing-2000
  }
  if (r.has(end, kUnit) && (r.has(end, kPlural) || r[end].word.unit == Unit::hour)) return 0;
  if (r.any(end, "percent", "million", "billion", "dollars", "people", "troops", "men", "soldiers", "miles", "km",
            "feet", "shares", "points", "meters", "metres", "tons", "tonnes", "pounds", "kilometers", "yards",
            "employees", "workers"))
    return 0;
  if (i > 0 &&
      r.any(i - 1, "in", "since", "of", "by", "from", "until", "till", "to", "during", "through", "before", "after",
            "for", "and", "between", "late", "early", "mid", "circa", "around", "year", "the", "fiscal", "throughout"))
    return value < 1200 && r.any(i - 1, "of", "by", "from", "to", "for", "and", "the", "around", "before", "after")
               ? 0
               : end;
  if (value < 1500) return r.mark(end, ')') || r.mark(end, '-') ? end : 0;
  return end;
}

}  // namespace

// 5 May [2020], the 4th of July, fourth of July
std::size_t day_first(const Reader& r, std::size_t i, Expression& e) {
  int day = 0;
  std::size_t next = day_number(r, i, day);
  if (next == 0) next = r.has(i, kUnit) ? 0 : ordinal_number(r, i, day);
  if (next == 0 || day == 0) return 0;
  if (r.is(next, "day") && r.is(next + 1, "of")) ++next;
  std::size_t at = r.past(next, "of");
  if (at == next) at = r.past_hyphen(next);
  if (!r.has(at, kMonth) || !r[at].capital || day > 99) return 0;
  e.month = r[at].word.value;
  e.day = day;
  const std::size_t end = abbreviation_point(r, at, at + 1);
  std::int64_t value = 0;
  std::size_t y = r.past_mark(end, ',');
  y = y == end ? r.past(r.past_hyphen(end), "of") : y;
  const std::size_t with_year = year(r, y, value);
  // "12 September 20 ..." has no year; "the first March on" has no month.
  if (with_year == 0 && e.day > 31) return 0;
  if (with_year != 0) e.year = value;
  check_day(e);
  return with_year != 0 ? with_year : end;
}

std::size_t calendar_end(const Reader& r, std::size_t i, Expression& e) {
  using Rule = std::size_t (*)(const Reader&, std::size_t, Expression&);
  constexpr Rule kRules[] = {year_and_part, range_head, weekday,     day_first, numeric, quarter_or_half,
                             season,        holiday,    fiscal_year, decade,    century, bare_year};
  e.form = Form::calendar;
  if (is_month(r, i)) {
    const std::size_t end = month_first(r, i, e);
    if (end == 0 || e.year || e.day) return end;
    const std::size_t related = year_relation(r, end, e);
    return related != 0 ? related : end;
  }
  std::size_t best = 0;
  Expression chosen;
  for (const Rule rule : kRules) {
    Expression found = e;
    const std::size_t end = rule(r, i, found);
    if (end <= best) continue;
    best = end;
    chosen = found;
  }
  if (best != 0) e = chosen;
  return best;
}

std::size_t calendar(const Reader& r, std::size_t i, Expression& e) {
  const std::size_t end = calendar_end(r, i, e);
  if (end != 0) year_from_range(r, end, e);
  return end;
}

}  // namespace forewhen::timex
