// SPDX-License-Identifier: Apache-2.0
// Numbers in words and digits.
#include "timex/grammar.h"

namespace forewhen::timex {
namespace {

bool is_ones(const Word& word) { return word.is(kNumber) && word.value >= 1 && word.value <= 9; }
bool is_tens(const Word& word) { return word.is(kNumber) && word.value >= 20 && word.value <= 90; }

// one .. ninety-nine
std::size_t below_hundred(const Reader& r, std::size_t i, std::int64_t& value) {
  const Word word = r[i].word;
  if (!word.is(kNumber) || word.value < 0 || word.value > 90) return 0;
  value = word.value;
  if (!is_tens(word)) return i + 1;
  const std::size_t next = r.past_hyphen(i + 1);
  if (!is_ones(r[next].word)) return i + 1;
  value += r[next].word.value;
  return next + 1;
}

// Up to "nine hundred and ninety-nine thousand nine hundred and ninety-nine", in eight words at most.
std::size_t in_words(const Reader& r, std::size_t i, double& value) {
  std::int64_t part = 0;
  std::size_t next = below_hundred(r, i, part);
  if (next == 0) {
    const Word word = r[i].word;
    if (!word.is(kNumber) || word.value < 100) return 0;
    part = 1;
    next = i;
  }
  std::int64_t total = 0;
  for (int round = 0; round < 4; ++round) {
    const Word word = r[next].word;
    if (!word.is(kNumber) || (word.value != 100 && word.value != 1000)) break;
    part *= word.value;
    ++next;
    if (word.value == 1000) {
      total += part;
      part = 0;
    }
    const std::size_t rest = r.past(next, "and");
    std::int64_t small = 0;
    if (const std::size_t end = below_hundred(r, rest, small)) {
      part += small;
      next = end;
    }
  }
  value = static_cast<double>(total + part);
  return next;
}

bool is_ordinal_ending(const Reader& r, std::size_t i) { return r.joined(i) && r.any(i, "st", "nd", "rd", "th"); }

}  // namespace

std::size_t cardinal(const Reader& r, std::size_t i, Quantity& quantity) {
  quantity.said = true;
  if (!r.number(i)) return in_words(r, i, quantity.value);
  quantity.value = r[i].exact;
  const auto fraction = [&](std::size_t at) {
    return r.number(at) && r.mark(at + 1, '/') && r.joined(at + 1) && r.number(at + 2) && r.joined(at + 2) &&
           r[at].value < r[at + 2].value && r[at + 2].value <= 16;
  };
  if (fraction(i)) {
    quantity.value = r[i].exact / r[i + 2].exact;
    return i + 3;
  }
  if (fraction(r.past_hyphen(i + 1))) {
    const std::size_t at = r.past_hyphen(i + 1);
    quantity.value += r[at].exact / r[at + 2].exact;
    return at + 3;
  }
  if (r[i + 1].word.is(kNumber) && r[i + 1].word.value >= 100) {  // 10 thousand
    quantity.value *= r[i + 1].word.value;
    return i + 2;
  }
  return i + 1;
}

std::size_t counted(const Reader& r, std::size_t i, Quantity& quantity) {
  quantity.said = true;
  if (r.has(i, kArticle) && r[i].word.value == 1) {
    std::size_t next = i + 1;
    if (r.any(next, "good", "full", "mere", "whole", "further", "record", "single")) ++next;
    if (r.is(next, "few") || r.is(next, "couple")) {
      quantity.vague = r.is(next, "few");
      quantity.value = 2;
      return r.past(r.past(next + 1, "of"), "more");
    }
    if (r.any(next, "dozen", "hundred", "thousand", "half")) {
      if (r.is(next, "half")) {
        quantity.value = 0.5;
        return r.past_hyphen(next + 1);
      }
      return cardinal(r, next, quantity);
    }
    quantity.value = 1;
    // "a two-year plan", "a record 12 years": the article belongs to the noun, not to the time.
    return r.number(next) || r.has(next, kNumber) ? 0 : next;
  }
  if (r.is(i, "many") && i > 0 && r.any(i - 1, "as", "how")) return 0;
  if (r.has(i, kFew)) {
    quantity.vague = !r.is(i, "couple");
    quantity.value = 2;
    return r.past(r.past(i + 1, "of"), "more");
  }
  if (r.is(i, "half")) {
    quantity.value = 0.5;
    const std::size_t next = r.past_hyphen(i + 1);
    return r.has(next, kArticle) ? next + 1 : next;
  }
  if (r.any(i, "dozens", "hundreds", "thousands", "tens") && r.is(i + 1, "of")) {
    quantity.vague = true;
    return i + 2;
  }
  return cardinal(r, i, quantity);
}

std::size_t ordinal_number(const Reader& r, std::size_t i, int& value) {
  if (r.number(i) && r[i].digits <= 2 && is_ordinal_ending(r, i + 1)) {
    value = static_cast<int>(r[i].value);
    return i + 2;
  }
  const Word word = r[i].word;
  if (word.is(kOrdinal)) {
    value = word.value;
    return i + 1;
  }
  if (!is_tens(word)) return 0;
  const std::size_t next = r.past_hyphen(i + 1);
  if (!r.has(next, kOrdinal) || r[next].word.value > 9) return 0;
  value = word.value + r[next].word.value;
  return next + 1;
}

std::size_t day_number(const Reader& r, std::size_t i, int& value) {
  if (!r.number(i)) return 0;
  const Token& token = r[i];
  if (token.digits > 2 || token.grouped || token.decimal) return 0;
  value = static_cast<int>(token.value);
  return is_ordinal_ending(r, i + 1) ? i + 2 : i + 1;
}

}  // namespace forewhen::timex
