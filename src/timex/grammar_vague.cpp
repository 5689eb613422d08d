// SPDX-License-Identifier: Apache-2.0
// References to past, present and future without a date.
#include "timex/grammar.h"

namespace forewhen::timex {

namespace {

// The references of several words: "the near future", "these days", "recent weeks".
std::size_t phrase(const Reader& r, std::size_t i, Expression& e) {
  if (r.is(i, "the") && r.any(i + 1, "past", "future")) {
    if (r.word(i + 2) &&
        !r.any(i + 2, "and", "or", "when", "but", "that", "is", "was", "in", "to", "has", "with", "as", "for", "will",
               "if", "it", "he", "she", "they", "we", "after", "because", "at", "by", "on"))
      return 0;
    e.vague = r.is(i + 1, "past") ? VagueRef::past : VagueRef::future;
    return i + 2;
  }
  if (r.is(i, "the") && r.any(i + 1, "near", "foreseeable", "immediate", "recent", "distant") &&
      r.any(i + 2, "future", "past")) {
    e.vague = r.is(i + 2, "past") ? VagueRef::past : VagueRef::future;
    return i + 3;
  }
  if (r.is(i, "recent") && r.has(i + 1, kUnit) && r.has(i + 1, kPlural)) {
    e.form = Form::stretch;
    e.direction = Direction::last;
    e.quantity.vague = true;
    e.quantity.said = true;
    e.unit = r[i + 1].word.unit;
    return i + 2;
  }
  if (r.any(i, "coming", "past") && r.has(i + 1, kUnit) && r.has(i + 1, kPlural)) {
    e.vague = r.is(i, "past") ? VagueRef::past : VagueRef::future;
    return i + 2;
  }
  if (r.is(i, "these") && r.is(i + 1, "days")) {
    e.vague = VagueRef::present;
    return i + 2;
  }
  if (r.is(i, "right") && r.is(i + 1, "now")) {
    e.vague = VagueRef::present;
    return i + 2;
  }
  if (r.is(i, "the") && r.any(i + 1, "near", "short") && r.is(i + 2, "term")) {
    e.vague = VagueRef::future;
    return i + 3;
  }
  // "will one day be": some day to come
  if (r.is(i, "one") && r.is(i + 1, "day") && i > 0 &&
      (r.has(i - 1, kFuture) || r.any(i - 1, "may", "might", "could", "can"))) {
    e.vague = VagueRef::future;
    return i + 2;
  }
  return 0;
}

}  // namespace

std::size_t vague(const Reader& r, std::size_t i, Expression& e) {
  e.form = Form::vague;
  if (const std::size_t end = phrase(r, i, e)) return end;
  if (!r.has(i, kVague)) return 0;
  // "future payments": an adjective dates nothing.
  if (r.is(i, "future") && r.word(i + 1) &&
      !r.any(i + 1, "and", "or", "but", "is", "was", "in", "to", "with", "as", "for", "by", "on"))
    return 0;
  // "former" says what somebody was; only annotated narratives date it.
  if (r.is(i, "former") && !r.any(i + 1, "times", "days")) return 0;
  // "soon" after something told is no time of its own; only what is still to come is soon.
  if (r.any(i, "soon", "shortly")) {
    const bool ahead =
        i > 0 && (r.has(i - 1, kFuture) || r.any(i - 1, "be", "very", "may", "to") || r.is(i + 1, "will"));
    if (!ahead || r.any(i - 1, "would") || r.any(i + 1, "after", "before", "afterward", "afterwards", "thereafter"))
      return 0;
  }
  e.vague = static_cast<VagueRef>(r[i].word.value);
  return i + 1;
}

}  // namespace forewhen::timex
