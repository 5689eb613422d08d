// SPDX-License-Identifier: Apache-2.0
// Years, decades and centuries.
#include "timex/grammar.h"

namespace forewhen::timex {
namespace {

// "BC", "B.C.", "BCE", "AD", "A.D.": position after it, with the sign of the era; 0 when there is none.
std::size_t era(const Reader& r, std::size_t i, int& sign) {
  const auto dotted = [&](const char* first, const char* second) -> std::size_t {
    if (!r.is(i, first) || !r.mark(i + 1, '.') || !r.joined(i + 1) || !r.is(i + 2, second) || !r.joined(i + 2))
      return 0;
    return r.mark(i + 3, '.') && r.joined(i + 3) ? i + 4 : i + 3;
  };
  if (r.any(i, "bc", "bce")) return sign = -1, i + 1;
  if (r.any(i, "ad", "ce") && r[i].capital) return sign = 1, i + 1;
  if (const std::size_t end = dotted("b", "c")) return sign = -1, end;
  if (const std::size_t end = dotted("a", "d")) return sign = 1, end;
  return 0;
}

bool is_plain(const Token& token) { return token.kind == TokenKind::number && !token.grouped && !token.decimal; }

// "nineteen ninety-six", "twenty twenty-one", "nineteen hundred"
std::size_t spelled_year(const Reader& r, std::size_t i, std::int64_t& value) {
  const Word head = r[i].word;
  if (!head.is(kNumber)) return 0;
  if (head.value >= 13 && head.value <= 20) {
    Quantity rest;
    const std::size_t start = r.past_hyphen(i + 1);
    if (!r.has(start, kNumber) || r[start].word.value < 10 || r[start].word.value > 90) return 0;
    const std::size_t end = cardinal(r, start, rest);
    if (end == 0 || rest.value < 10 || rest.value > 99) return 0;
    value = head.value * 100 + static_cast<std::int64_t>(rest.value);
    return end;
  }
  if (head.value != 2 || !r.is(i + 1, "thousand")) return 0;
  value = 2000;
  Quantity rest;
  const std::size_t start = r.past(i + 2, "and");
  const std::size_t end = r.has(start, kNumber) ? cardinal(r, start, rest) : 0;
  if (end == 0 || rest.value > 99) return r.has(i + 2, kUnit) ? 0 : i + 2;
  value += static_cast<std::int64_t>(rest.value);
  return end;
}

// '68. Not what a quotation begins with: ''60 Minutes'' or '60 minutes'.
bool is_short_year(const Reader& r, std::size_t i) {
  if (!r.mark(i, '\'') || !is_plain(r[i + 1]) || r[i + 1].digits != 2 || !r.joined(i + 1)) return false;
  const bool quotes = i > 0 && r.mark(i - 1, '\'') && r.joined(i);
  return !quotes && !r.is(i + 2, "s") && !r.has(i + 2, kUnit);
}

}  // namespace

std::size_t year(const Reader& r, std::size_t i, std::int64_t& value) {
  int sign = 1;
  if (is_plain(r[i])) {
    if (r[i].digits > 4) return 0;
    if (const std::size_t end = era(r, i + 1, sign)) {
      value = sign < 0 ? 1 - r[i].value : r[i].value;
      return end;
    }
    if (r[i].digits != 4 || r[i].value < 1000 || r[i].value > 2199) return 0;
    value = r[i].value;
    return i + 1;
  }
  if (is_short_year(r, i)) {
    value = r[i + 1].value + (r[i + 1].value < 30 ? 2000 : 1900);
    return i + 2;
  }
  if (const std::size_t start = era(r, i, sign); start != 0 && is_plain(r[start]) && r[start].digits <= 4) {
    value = sign < 0 ? 1 - r[start].value : r[start].value;
    return start + 1;
  }
  return spelled_year(r, i, value);
}

std::size_t decade(const Reader& r, std::size_t i, Expression& e) {
  e.decade = true;
  if (r.has(i, kDecadeWord)) {
    e.year = 1900 + r[i].word.value;
    return i + 1;
  }
  const std::size_t at = r.past_mark(i, '\'');
  if (!is_plain(r[at]) || r[at].value % 10 != 0) return 0;
  const std::size_t ending = r.mark(at + 1, '\'') && r.joined(at + 1) ? at + 2 : at + 1;
  if (!r.is(ending, "s") || !r.joined(ending)) return 0;
  if (r[at].digits == 2 && r[at].value > 0) {
    if (i > 0 && r.any(i - 1, "his", "her", "their", "my", "your", "our", "its", "in") &&
        !(i > 0 && r.is(i - 1, "in") && at != i))
      return 0;
    e.year = 1900 + r[at].value;
  } else if (r[at].digits == 4 && r[at].value >= 1000 && r[at].value <= 2190) {
    e.year = r[at].value;
    if (r[at].value % 100 == 0 && r[at].value < 2000) {  // the 1800s
      e.decade = false;
      e.century = true;
    }
  } else {
    return 0;
  }
  return ending + 1;
}

std::size_t century(const Reader& r, std::size_t i, Expression& e) {
  int number = 0;
  const std::size_t next = ordinal_number(r, i, number);
  if (next == 0) return 0;
  const std::size_t noun = r.past_hyphen(next);
  if (!r.has(noun, kUnit) || r[noun].word.unit != Unit::century || number < 1) return 0;
  int sign = 1;
  e.century = true;
  e.year = (number - 1) * 100;
  if (const std::size_t end = era(r, noun + 1, sign)) {
    if (sign < 0) e.year = -100 * number + 1;
    return end;
  }
  return noun + 1;
}

}  // namespace forewhen::timex
