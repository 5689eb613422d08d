// SPDX-License-Identifier: Apache-2.0
#include "timex/tense.h"

namespace forewhen::timex {
namespace {

constexpr std::size_t kReach = 30;  // tokens; longer clauses tell little about the words at their end

bool ends_sentence(const Reader& r, std::size_t i) {
  if (r[i].kind == TokenKind::gap || r.mark(i, '!') || r.mark(i, '?')) return true;
  if (!r.mark(i, '.')) return false;
  // The point of an abbreviation: "Sept. 30", "U.S."
  return (r[i + 1].capital || r[i + 1].kind != TokenKind::word) && !(i > 0 && r.has(i - 1, kAbbreviated)) &&
         r[i + 1].space_before && !(i > 0 && r[i - 1].end - r[i - 1].begin == 1);
}

bool is_regular_past(const Reader& r, std::size_t i) {
  const std::string_view word = r.text(i);
  if (!r.word(i) || word.size() <= 4 || !word.ends_with("ed") || r[i].capital || word.ends_with("eed")) return false;
  return !(i > 0 && (r.has(i - 1, kArticle) ||
                     r.any(i - 1, "its", "his", "her", "their", "still", "recently")));  // an adjective
}

// "will be held", "to be sold", "would put": the form at i belongs to an auxiliary before it. "could be seen" was seen.
Tense participle(const Reader& r, std::size_t i) {
  std::size_t at = i;
  while (at > 0 && i - at < 2 && r.any(at - 1, "not", "also", "now", "soon", "later", "then", "never", "likely")) --at;
  if (at > 1 && r.is(at - 1, "be")) return r.any(at - 2, "could", "can") ? Tense::past : Tense::future;
  if (at > 0 && r.any(at - 1, "to", "will", "would", "shall", "might", "must", "should", "may")) return Tense::future;
  return Tense::past;
}

// Past tenses of verbs that speak of what is still to come when "to" and a verb follow: "agreed to buy".
bool resolved(const Reader& r, std::size_t i) {
  return r.is(i + 1, "to") && r.any(i, "agreed", "decided", "promised", "offered", "vowed", "planned", "hoped",
                                    "threatened", "pledged", "refused");
}

// These and other words of the kind: "ready to leave".
bool intends(const Reader& r, std::size_t i) {
  if (!r.is(i + 1, "to")) return false;
  return resolved(r, i) || r.any(i, "agreement", "hopes", "wants", "ready", "prepared", "likely", "set", "is", "are",
                                 "was", "were", "planning");
}

Tense tense_of(const Reader& r, std::size_t i) {
  if (intends(r, i)) return Tense::future;
  if (r.has(i, kFuture)) {
    const bool was_so = i > 1 && r.any(i - 1, "been") && r.any(i - 2, "had");
    return was_so ? Tense::past : Tense::future;
  }
  if (r.has(i, kPast) || is_regular_past(r, i)) return participle(r, i);
  if (r.has(i, kPresent)) return Tense::present;
  return Tense::unknown;
}

}  // namespace

namespace {

// "It resigned in January.": a month after "in", a past tense and nothing in the sentence that lies ahead.
bool is_clearly_past(const Reader& r, std::size_t begin, std::size_t end) {
  if (begin == 0 || end != begin + 1 || !r.is(begin - 1, "in") || !r.has(begin, kMonth)) return false;
  const auto ahead = [&](std::size_t i) {
    return r.has(i, kFuture) || intends(r, i) || r.any(i, "to", "for", "until", "by", "due", "next");
  };
  bool past = false;
  std::size_t first = begin - 1;
  while (first > 0 && begin - first < kReach && !ends_sentence(r, first - 1)) --first;
  for (std::size_t i = first; i < r.size() && i < end + kReach; ++i) {
    if (i >= begin && i < end) continue;
    if (i >= end && ends_sentence(r, i)) break;
    if (ahead(i)) return false;
    past |= r.has(i, kPast) || is_regular_past(r, i);
  }
  return past;
}

}  // namespace

Tense tense_around(const Reader& r, std::size_t begin, std::size_t end) {
  // "Wednesday's ruling" has been made, "until Friday" lies ahead, "as soon as Friday" too.
  if (r.past_possessive(end) != end) return Tense::past;
  if (begin > 0 && r.any(begin - 1, "until", "till") && !r[begin - 1].capital) return Tense::future;
  if (begin > 0 && r.is(begin - 1, "since")) return Tense::surely_past;
  if (begin > 0 && r.is(begin - 1, "effective")) return Tense::future;
  if (is_clearly_past(r, begin, end)) return Tense::clearly_past;
  if (begin > 1 && r.is(begin - 1, "of") && r.is(begin - 2, "ahead")) return Tense::future;
  if (begin > 2 && r.is(begin - 1, "as") && r.any(begin - 2, "soon", "early") && r.is(begin - 3, "as"))
    return Tense::future;
  for (std::size_t k = 1; k <= kReach && k <= begin; ++k) {
    const std::size_t at = begin - k;
    if (ends_sentence(r, at)) break;
    if (const Tense tense = tense_of(r, at); tense != Tense::unknown) return tense;
  }
  for (std::size_t at = end; at < end + kReach && at < r.size(); ++at) {
    if (ends_sentence(r, at)) break;
    // "In May it agreed to pay": a date in front is that of the agreeing.
    if (resolved(r, at)) return participle(r, at);
    if (const Tense tense = tense_of(r, at); tense != Tense::unknown) return tense;
  }
  return Tense::unknown;
}

}  // namespace forewhen::timex
