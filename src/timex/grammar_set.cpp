// SPDX-License-Identifier: Apache-2.0
// Times that come again: every Friday, twice a week, daily.
#include "timex/grammar.h"

namespace forewhen::timex {
namespace {

// What comes again, after "every" or "each".
std::size_t recurring(const Reader& r, std::size_t i, Expression& e) {
  if (r.has(i, kWeekday) && r[i].capital) {
    e.weekday = r[i].word.value;
    std::size_t next = i + 1;
    Expression part = e;
    if (const std::size_t end = day_part(r, next, part)) {
      e = part;
      next = end;
    }
    return next;
  }
  if (r.has(i, kMonth) && r[i].capital) {
    e.month = r[i].word.value;
    return i + 1;
  }
  if (r.has(i, kSeason)) {
    e.season = r[i].word.value;
    return i + 1;
  }
  if (r.has(i, kDayPart) && !r.has(i, kDayName)) {
    e.part = static_cast<DayPart>(r[i].word.value);
    return i + 1;
  }
  if (r.has(i, kUnit) && !r.has(i, kPlural)) {
    e.unit = r[i].word.unit;
    e.quantity.value = 1;
    return i + 1;
  }
  Quantity quantity;
  std::size_t next = 0;
  int rank = 0;
  if (r.is(i, "other")) {
    quantity.value = 2;
    next = i + 1;
  } else if (!r.has(i, kArticle)) {
    next = cardinal(r, i, quantity);
    if (next == 0) {
      next = ordinal_number(r, i, rank);
      quantity.value = rank;
    }
    if (next == 0 && r.is(i, "few")) {
      quantity.vague = true;
      next = i + 1;
    }
  }
  if (next == 0 || !r.has(next, kUnit)) return 0;
  e.quantity = quantity;
  e.unit = r[next].word.unit;
  return next + 1;
}

// "a day", "per month", "each week" after a number of times or an amount.
std::size_t rate(const Reader& r, std::size_t i, Expression& e) {
  if (!r.any(i, "a", "an", "per", "each") || !r.has(i + 1, kUnit) || r.has(i + 1, kPlural)) return 0;
  e.unit = r[i + 1].word.unit;
  e.quantity.value = 1;
  return i + 2;
}

}  // namespace

std::size_t set(const Reader& r, std::size_t i, Expression& e) {
  e.form = Form::set;
  if (r.has(i, kSetAdverb)) {
    if (r.is(i, "annual")) return 0;
    if (r.any(i, "quarterly") && r.word(i + 1) && !r.any(i + 1, "and", "or", "in", "to", "by", "since", "on", "at"))
      return 0;
    e.unit = r[i].word.unit;
    e.quantity.value = 1;
    return i + 1;
  }
  if (r.any(i, "every", "each")) {
    e.quant = r.is(i, "every") ? "EVERY" : "EACH";
    return recurring(r, i + 1, e);
  }
  if (r.is(i, "everyday")) {
    e.unit = Unit::day;
    e.quantity.value = 1;
    return i + 1;
  }
  if (r.is(i, "per")) return r.any(i + 1, "second", "minute") ? 0 : rate(r, i, e);
  if (r.has(i, kWeekday) && r[i].capital && !r.has(i, kPlural | kAbbreviated) && r.has(i + 1, kDayPart) &&
      r.has(i + 1, kPlural)) {
    e.weekday = r[i].word.value;
    e.part = static_cast<DayPart>(r[i + 1].word.value);
    return i + 2;
  }
  if (r.has(i, kPlural) && r.has(i, kWeekday) && r[i].capital) {
    e.weekday = r[i].word.value;
    return i + 1;
  }
  if (r.any(i, "once", "twice")) {
    const std::size_t end = rate(r, i + 1, e);
    if (end != 0) e.times = r.is(i, "once") ? 1 : 2;
    return end;
  }
  Quantity times;
  if (!r.number(i) && !r.has(i, kNumber)) return 0;
  const std::size_t next = cardinal(r, i, times);
  if (next == 0 || !r.is(next, "times")) return 0;
  const std::size_t end = rate(r, next + 1, e);
  if (end != 0) e.times = static_cast<std::int64_t>(times.value);
  return end;
}

}  // namespace forewhen::timex
