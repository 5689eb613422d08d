// SPDX-License-Identifier: Apache-2.0
#include "timex/accept.h"

namespace forewhen::timex {
namespace {

bool is_age(const Reader& r, const Match& match) {
  const std::size_t after = r.past_hyphen(match.end);
  if (r.any(after, "old", "olds", "older", "younger")) return true;
  if (r.is(after, "of") && r.is(after + 1, "age")) return true;
  return match.begin > 0 && r.any(match.begin - 1, "aged", "age");
}

}  // namespace

bool is_time_here(const Reader& r, const Match& match) {
  const Expression& e = match.expression;
  if (e.form == Form::duration || e.form == Form::offset) {
    if (is_age(r, match)) return false;
  }
  return true;
}

}  // namespace forewhen::timex
