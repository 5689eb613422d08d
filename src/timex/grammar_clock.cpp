// SPDX-License-Identifier: Apache-2.0
// Clock times with their zones, and the parts of the day.
#include "timex/grammar.h"

namespace forewhen::timex {
namespace {

struct Zone {
  const char* name;
  int minutes;
};

constexpr Zone kZones[] = {{"gmt", 0},    {"utc", 0},    {"z", 0},     {"est", -300}, {"edt", -240}, {"et", -300},
                           {"cst", -360}, {"cdt", -300}, {"ct", -360}, {"mst", -420}, {"mdt", -360}, {"mt", -420},
                           {"pst", -480}, {"pdt", -420}, {"pt", -480}, {"bst", 60},   {"cet", 60},   {"cest", 120},
                           {"eet", 120},  {"eest", 180}, {"msk", 180}, {"ist", 330},  {"jst", 540},  {"aest", 600}};

std::size_t zone(const Reader& r, std::size_t i, Expression& e) {
  if (r.word(i) && r[i].end - r[i].begin <= 4 && r[i].capital) {
    for (const Zone& known : kZones) {
      if (!r.is(i, known.name)) continue;
      e.zone_minutes = known.minutes;
      return i + 1;
    }
  }
  if (r.is(i, "local") && r.is(i + 1, "time")) return i + 2;
  if (r.any(i, "eastern", "central", "mountain", "pacific") && r.any(i + 1, "time", "standard", "daylight")) {
    e.zone_minutes = r.is(i, "eastern") ? -300 : r.is(i, "central") ? -360 : r.is(i, "mountain") ? -420 : -480;
    if (r.is(i + 1, "daylight")) *e.zone_minutes += 60;
    return r.is(i + 1, "time") ? i + 2 : r.past(i + 2, "time");
  }
  return i;
}

// "a.m.", "pm", "p.m": position after it and 0 or 12; 0 when there is none.
std::size_t meridiem(const Reader& r, std::size_t i, int& plus) {
  if (r.any(i, "am", "pm")) {
    plus = r.is(i, "pm") ? 12 : 0;
    return i + 1;
  }
  if (!r.any(i, "a", "p") || !r.mark(i + 1, '.') || !r.joined(i + 1) || !r.is(i + 2, "m")) return 0;
  plus = r.is(i, "p") ? 12 : 0;
  return r.mark(i + 3, '.') && r.joined(i + 3) ? i + 4 : i + 3;
}

bool set_hour(Expression& e, std::int64_t hour, int plus) {
  if (hour < 1 || hour > 12) return false;
  e.hour = static_cast<int>(hour % 12) + plus;
  return true;
}

std::size_t oclock(const Reader& r, std::size_t i) {
  return r.is(i, "o") && r.mark(i + 1, '\'') && r.is(i + 2, "clock") ? i + 3 : 0;
}

// hh:mm[:ss] [a.m.]
std::size_t with_colon(const Reader& r, std::size_t i, Expression& e) {
  const auto field = [&](std::size_t at) {
    return r.mark(at, ':') && r.joined(at) && r.number(at + 1) && r.joined(at + 1) && r[at + 1].digits == 2 &&
           r[at + 1].value < 60;
  };
  if (r[i].digits > 2 || r[i].value > 24 || !field(i + 1)) return 0;
  e.hour = static_cast<int>(r[i].value);
  e.minute = static_cast<int>(r[i + 2].value);
  std::size_t next = i + 3;
  if (field(next)) {
    e.second = static_cast<int>(r[next + 1].value);
    next += 2;
  }
  if (r.mark(next, ':') && r.joined(next)) return 0;
  if (e.hour == 24 && e.minute != 0) return 0;
  int plus = 0;
  if (const std::size_t end = meridiem(r, next, plus)) {
    if (!set_hour(e, r[i].value, plus)) return 0;
    return end;
  }
  return r.any(next, "hrs", "hours", "h") ? next + 1 : next;
}

std::size_t in_digits(const Reader& r, std::size_t i, Expression& e) {
  const Token& token = r[i];
  int plus = 0;
  if (const std::size_t end = with_colon(r, i, e)) return end;
  if (token.decimal) {  // 10.30 a.m.
    const std::size_t end =
        token.digits <= 2 && token.end - token.begin == token.digits + 3u ? meridiem(r, i + 1, plus) : 0;
    if (end == 0 || !set_hour(e, token.value, plus)) return 0;
    e.minute = static_cast<int>((token.exact - static_cast<double>(token.value)) * 100 + 0.5);
    return e.minute < 60 ? end : 0;
  }
  if (token.digits <= 2) {
    std::size_t end = meridiem(r, i + 1, plus);
    // "2 am" is a time, "5 am" in lower case too, but "I am" is not: a number stands here.
    if (end != 0) return set_hour(e, token.value, plus) ? end : 0;
    end = oclock(r, i + 1);
    const bool in_the = r.is(i + 1, "in") && r.is(i + 2, "the") && r.any(i + 3, "morning", "afternoon", "evening");
    if ((end == 0 && !in_the) || token.value > 12) return 0;
    e.hour = static_cast<int>(token.value);
    return in_the ? i + 1 : end;
  }
  if (token.digits != 4 || token.grouped || token.value >= 2400 || token.value % 100 >= 60) return 0;
  Expression with_zone = e;
  const bool zoned = zone(r, i + 1, with_zone) != i + 1 && with_zone.zone_minutes.has_value();
  const bool leading_zero = r.whole()[token.begin] == '0';
  const bool hours = (r.is(i + 1, "hours") && leading_zero) || r.is(i + 1, "hrs");
  const bool at = leading_zero && i > 0 && r.is(i - 1, "at");  // at 0600
  if (!zoned && !hours && !at) return 0;
  e.hour = static_cast<int>(token.value / 100);
  e.minute = static_cast<int>(token.value % 100);
  return hours ? i + 2 : i + 1;
}

// "seven o'clock", "half past seven", "eight in the morning" is left to the part of the day.
std::size_t in_words(const Reader& r, std::size_t i, Expression& e) {
  if (r.any(i, "noon", "midnight", "midday")) {
    e.part = r.is(i, "midday") ? DayPart::noon : static_cast<DayPart>(r[i].word.value);
    return i + 1;
  }
  int minutes = 0;
  std::size_t at = i;
  if (r.is(i, "half") && r.is(i + 1, "past")) {
    minutes = 30;
    at = i + 2;
  } else if (r.is(i, "quarter") && r.any(i + 1, "past", "to")) {
    minutes = r.is(i + 1, "past") ? 15 : -15;
    at = i + 2;
  }
  Quantity hour;
  const std::size_t next = cardinal(r, at, hour);
  if (next == 0 || hour.value < 1 || hour.value > 12) return 0;
  int plus = 0;
  std::size_t end = oclock(r, next);
  if (end == 0) end = meridiem(r, next, plus);
  if (end == 0 && at == i) return 0;
  const int total = (static_cast<int>(hour.value) % 12 + plus) * 60 + minutes;
  e.hour = (total + 1440) % 1440 / 60;
  e.minute = (total + 1440) % 60;
  return end == 0 ? next : end;
}

}  // namespace

std::size_t clock(const Reader& r, std::size_t i, Expression& e) {
  Expression found = e;
  const std::size_t next = r.number(i) ? in_digits(r, i, found) : in_words(r, i, found);
  if (next == 0) return 0;
  std::size_t end = zone(r, next, found);
  if (r.is(end, "in") && r.is(end + 1, "the") && r.any(end + 2, "morning", "afternoon", "evening") && found.hour >= 0) {
    if (!r.is(end + 2, "morning") && found.hour < 12) found.hour += 12;
    end += 3;
  } else if (r.is(end, "at") && r.is(end + 1, "night") && found.hour >= 0) {
    if (found.hour < 12 && found.hour > 5) found.hour += 12;
    end += 2;
  }
  e = found;
  return end;
}

std::size_t day_part(const Reader& r, std::size_t i, Expression& e) {
  if (!r.has(i, kDayPart) || r.has(i, kPlural | kDayName)) return 0;
  e.part = static_cast<DayPart>(r[i].word.value);
  return i + 1;
}

}  // namespace forewhen::timex
