// SPDX-License-Identifier: Apache-2.0
// Numbers of units: durations, and offsets counted from the publication, a mentioned date or an event.
#include "timex/grammar.h"

namespace forewhen::timex {
namespace {

// "and a half" after the unit: "a year and a half".
std::size_t and_a_half(const Reader& r, std::size_t i) {
  return r.is(i, "and") && r.is(i + 1, "a") && r.is(i + 2, "half") ? i + 3 : 0;
}

// Adjectives that may stand between number and unit: "three long years", "nine straight months".
std::size_t past_adjective(const Reader& r, std::size_t i) {
  return r.any(i, "long", "full", "short", "straight", "consecutive", "whole", "more", "additional", "brief",
               "business", "trading", "working", "calendar", "solid", "fiscal", "bloody", "successive", "extra",
               "other", "bitter", "difficult")
             ? i + 1
             : i;
}

// "months-long"
std::size_t past_long(const Reader& r, std::size_t i) {
  return r.mark(i, '-') && r.joined(i) && r.is(i + 1, "long") ? i + 2 : i;
}

// Quantity and unit, without a modifier before them.
std::size_t amount(const Reader& r, std::size_t i, Expression& e) {
  std::size_t next = counted(r, i, e.quantity);
  if (next == 0) return 0;
  if (r.is(next, "to") || r.is(next, "or") || (r.mark(next, '-') && r.joined(next))) {  // two to three weeks
    Quantity upper;
    const std::size_t end = r.has(next + 1, kArticle) ? 0 : cardinal(r, next + 1, upper);
    if (end != 0 && upper.value > e.quantity.value && r.has(r.past_hyphen(end), kUnit)) {
      next = end;
      if (e.mod.empty()) e.mod = "EQUAL_OR_MORE";
    }
  }
  if (r.is(next, "and") && r.is(next + 1, "a") && r.is(next + 2, "half")) {  // two and a half years
    e.quantity.value += 0.5;
    next += 3;
  } else if (r.is(next, "and") && r.is(next + 1, "one") && r.is(next + 2, "half")) {
    e.quantity.value += 0.5;
    next = r.past_hyphen(next + 3);
  }
  if (r.any(next, "million", "billion")) {
    e.quantity.value *= r.is(next, "million") ? 1e6 : 1e9;
    ++next;
  }
  if (e.quantity.value <= 0 && !e.quantity.vague) return 0;
  const std::size_t hyphen = r.past_hyphen(next);
  const std::size_t noun = hyphen != next ? hyphen : past_adjective(r, next);
  if (r.is(noun, "quarter") && r.is(i, "a") &&
      (r.is(noun + 1, "century") || (r.is(noun + 1, "of") && r.is(noun + 2, "a") && r.is(noun + 3, "century")))) {
    e.quantity.value = 25;
    e.unit = Unit::year;
    return r.is(noun + 1, "century") ? noun + 2 : noun + 4;
  }
  if (!r.has(noun, kUnit) || r[noun].word.unit == Unit::weekend) return 0;
  if (r.has(noun, kAbbreviated) && !r.has(noun, kPlural)) return 0;
  // "two second" is not two seconds; "second" counts only behind a hyphen or a one.
  if (r.is(noun, "second") && hyphen == next && !(e.quantity.value == 1 && !e.quantity.vague && r.is(i, "one")))
    return 0;
  if (r.any(noun, "quarter", "quarters") && !e.quantity.vague && (e.quantity.value <= 1 || hyphen != next)) return 0;
  if (r.is(noun, "quarters") && r.is(noun + 1, "of") && e.quantity.value <= 3) return 0;  // of a loaf
  if (noun != next && r.any(next, "fiscal", "calendar") && r.has(i, kArticle)) return 0;
  if (r.mark(noun + 1, '-') && r.is(noun + 2, "long") && r.has(i, kArticle)) return 0;
  e.unit = r[noun].word.unit;
  if (const std::size_t end = and_a_half(r, noun + 1)) {
    e.quantity.value += 0.5;
    return end;
  }
  if (r.is(noun + 1, "or") && r.is(noun + 2, "so")) {
    e.approximate = true;
    return noun + 3;
  }
  return past_long(r, noun + 1);
}

// "more than", "at least": position after it and the TIMEX3 mod.
std::size_t modifier(const Reader& r, std::size_t i, std::string_view& mod, bool& approximate) {
  if (r.any(i, "about", "around", "approximately", "roughly", "some", "circa")) {
    mod = "APPROX";
    approximate = true;
    return i + 1;
  }
  if (r.any(i, "nearly", "almost")) {
    mod = "LESS_THAN";
    return i + 1;
  }
  if (r.any(i, "more", "less", "fewer") && r.is(i + 1, "than")) {
    mod = r.is(i, "more") ? "MORE_THAN" : "LESS_THAN";
    return i + 2;
  }
  if (r.is(i, "at") && r.any(i + 1, "least", "most")) {
    mod = r.is(i + 1, "least") ? "EQUAL_OR_MORE" : "EQUAL_OR_LESS";
    return i + 2;
  }
  if (r.is(i, "up") && r.is(i + 1, "to")) {
    mod = "EQUAL_OR_LESS";
    return i + 2;
  }
  if (r.is(i, "no") && r.any(i + 1, "more", "less") && r.is(i + 2, "than")) {
    mod = r.is(i + 1, "more") ? "EQUAL_OR_LESS" : "EQUAL_OR_MORE";
    return i + 3;
  }
  if (r.any(i, "over")) {
    mod = "MORE_THAN";
    return i + 1;
  }
  if (r.any(i, "just", "only", "exactly")) return i + 1;
  return i;
}

}  // namespace

std::size_t duration(const Reader& r, std::size_t i, Expression& e) {
  e.form = Form::duration;
  // "about two weeks" is an approximate two weeks: the word is no part of it, other than "nearly" or "more than".
  if (r.any(i, "about", "around", "approximately", "over", "just", "only", "exactly", "circa", "roughly")) return 0;
  const std::size_t start = modifier(r, i, e.mod, e.approximate);
  if (start == i && i > 0) modifier(r, i - 1, e.mod, e.approximate);
  if (start != i && r.has(start, kUnit)) return 0;
  if (r.has(start, kUnit) && r.has(start, kPlural) && r[start].word.unit != Unit::weekend) {
    if (r.has(start, kAbbreviated) || r[start].word.unit == Unit::quarter) return 0;
    const bool first = start == 0 || r[start - 1].kind == TokenKind::gap || r.mark(start - 1, '.');
    if (r[start].capital && !first) return 0;  // a title
    e.quantity.vague = true;
    e.quantity.said = false;
    e.unit = r[start].word.unit;
    return past_long(r, start + 1);
  }
  if (r.has(start, kUnit) && past_long(r, start + 1) != start + 1) {  // year-long
    e.quantity.value = 1;
    e.unit = r[start].word.unit;
    return start + 3;
  }
  if (r.is(start, "the") && start == i) {  // the nine months
    const bool number = r.number(i + 1) || r.has(i + 1, kNumber | kFew);
    const std::size_t end = number ? amount(r, i + 1, e) : 0;
    return end != 0 && r.has(end - 1, kPlural) && r.joined(end - 1) == false ? end : 0;
  }
  return amount(r, start, e);
}

std::size_t offset(const Reader& r, std::size_t i, Expression& e) {
  e.form = Form::offset;
  if (r.any(i, "just", "only", "over", "exactly")) return 0;
  const std::size_t start = modifier(r, i, e.mod, e.approximate);
  std::size_t next = amount(r, start, e);
  if (next == 0 && r.has(start, kUnit) && !r.has(start, kAbbreviated)) {  // years ago, year-earlier
    const bool bare = r.has(start, kPlural);
    e.quantity.vague = bare;
    e.quantity.value = 1;
    e.unit = r[start].word.unit;
    next = start + 1;
    if (!bare && !(r.mark(next, '-') && r.joined(next))) return 0;
  }
  if (next == 0) return 0;
  const std::size_t at = r.past_hyphen(next);
  if (r.is(at, "from") && r.any(at + 1, "now", "today")) {
    e.sign = 1;
    return at + 2;
  }
  if (!r.has(at, kShift)) return 0;
  e.sign = r[at].word.value;
  e.from_focus = !r.any(at, "ago", "hence");
  // With an event after them they tie to it: see boundary.cpp.
  if (r.any(at, "before", "after") && r.word(at + 1) && !r.any(at + 1, "and", "but", "when", "had", "was", "were"))
    return 0;
  if (r.any(at, "later", "before", "after") && at != next) return 0;
  return at + 1;
}

}  // namespace forewhen::timex
