// SPDX-License-Identifier: Apache-2.0
#include "timex/accept.h"

namespace forewhen::timex {
namespace {

bool is_age(const Reader& r, const Match& match) {
  const std::size_t after = r.past_hyphen(match.end);
  if (r.any(after, "old", "olds", "older", "younger")) return true;
  if (r.is(after, "of") && r.is(after + 1, "age")) return true;
  if (r.any(after, "and", "or") && r.any(after + 1, "older", "younger", "up")) return true;
  return match.begin > 0 && r.any(match.begin - 1, "aged", "age");
}

// "$2 million a year", "four flights a week": a measure, not a stretch of time.
bool is_rate(const Reader& r, const Match& match) {
  if (match.begin == 0 ||
      (!r.has(match.begin, kSetAdverb) && (!r.has(match.begin, kArticle) || r.is(match.begin, "the"))))
    return false;
  const std::size_t p = match.begin - 1;
  if (r.number(p) || r.mark(p, '%') || r.mark(p, ')') ||
      r.any(p, "percent", "million", "billion", "cents", "dollars", "times"))
    return true;
  const std::string_view word = r.text(p);
  return r.word(p) && word.size() > 4 && word.ends_with("s") && !word.ends_with("ss") && p > 0 &&
         (r.number(p - 1) || r.has(p - 1, kNumber));
}

}  // namespace

bool is_time_here(const Reader& r, const Match& match) {
  const Expression& e = match.expression;
  if (e.form == Form::duration || e.form == Form::offset) {
    if (is_age(r, match)) return false;
  }
  if ((e.form == Form::duration || (e.form == Form::set && r.is(match.begin, "annually"))) && is_rate(r, match))
    return false;
  if (e.form == Form::duration && r.any(match.end, "a", "per") && r.has(match.end + 1, kUnit))
    return false;  // 24 hours a day
  if (e.form == Form::duration && e.quantity.vague && !e.quantity.said && r.is(match.end, "apart")) return false;
  if (e.form == Form::duration && !e.quantity.said && match.begin > 0 && r.is(match.begin - 1, "on"))
    return false;  // on days when
  return true;
}

}  // namespace forewhen::timex
