// SPDX-License-Identifier: Apache-2.0
// References to past, present and future without a date.
#include "timex/grammar.h"

namespace forewhen::timex {

std::size_t vague(const Reader& r, std::size_t i, Expression& e) {
  e.form = Form::vague;
  if (r.is(i, "the") && r.any(i + 1, "past", "future")) {
    if (r.word(i + 2) && !r.any(i + 2, "and", "or", "when", "but", "that", "is", "was", "of", "in", "to", "has", "with",
                                "as", "for", "will"))
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
  if (r.is(i, "these") && r.is(i + 1, "days")) {
    e.vague = VagueRef::present;
    return i + 2;
  }
  if (!r.has(i, kVague)) return 0;
  if (r.is(i, "former") && r[i].capital) return 0;
  if (r.is(i, "soon") && i > 0 && r.any(i - 1, "as", "too", "how")) return 0;
  if (r.is(i, "shortly") && r.any(i + 1, "after", "before")) return 0;
  e.vague = static_cast<VagueRef>(r[i].word.value);
  return i + 1;
}

}  // namespace forewhen::timex
