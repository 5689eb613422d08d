// SPDX-License-Identifier: Apache-2.0
// The whole way: tokens, the longest expression at each token that can begin one, its meaning.
#include "forewhen/timex/names.h"
#include "forewhen/timex/timex.h"
#include "timex/accept.h"
#include "timex/boundary.h"
#include "timex/grammar.h"
#include "timex/resolve.h"
#include "timex/tense.h"

namespace forewhen {
namespace {

// A text whose written years lie far from its publication tells a story of its own: history, biography.
bool is_narrative(const timex::Reader& r, const std::optional<CalendarTime>& published) {
  constexpr int kEnough = 5;         // written years; fewer tell nothing
  constexpr std::int64_t kNear = 2;  // years around the publication that a report speaks of
  int years = 0, far = 0;
  for (std::size_t i = 0; i < r.size(); ++i) {
    if (!r.number(i) || r[i].digits != 4 || r[i].grouped || r[i].decimal || r[i].value < 1000 || r[i].value > 2199)
      continue;
    ++years;
    far += !published || std::abs(r[i].value - civil_of(published->start).year) > kNear;
  }
  return years >= kEnough && far * 4 >= years * 3;
}

timex::Context context_of(const TimexOptions& options, const timex::Reader& reader) {
  timex::Context context;
  context.narrative = options.kind == TimexOptions::Kind::narrative ||
                      (options.kind == TimexOptions::Kind::automatic && is_narrative(reader, options.published));
  context.prefer = options.prefer;
  context.time_zone = options.time_zone;
  if (options.names != nullptr) context.fiscal_month = options.names->fiscal_month();
  if (!options.published) return context;
  const bool has_clock = options.published->grain < Grain::day;
  const seconds zone = has_clock ? options.time_zone.offset_at(options.published->start) : seconds{0};
  context.published = timex::day_value(civil_of(options.published->start + zone));
  context.published_at = options.published->start;
  context.published_extent = options.published->extent();
  return context;
}

}  // namespace

std::string_view name_of(TimexType type) {
  switch (type) {
    case TimexType::date:
      return "DATE";
    case TimexType::time:
      return "TIME";
    case TimexType::duration:
      return "DURATION";
    case TimexType::set:
      return "SET";
  }
  return "";
}

std::vector<Timex> find_timexes(std::string_view text, const TimexOptions& options) {
  const std::vector<timex::Token> tokens = timex::scan_tokens(text);
  const timex::Reader reader(text, tokens, options.names);
  timex::Context context = context_of(options, reader);
  std::vector<Timex> found;
  std::optional<timex::Match> tail;  // of the range whose head came before
  for (std::size_t i = 0; i < reader.size();) {
    std::optional<timex::Match> match = tail ? tail : timex::expression_at(reader, i);
    tail.reset();
    if (!match) {
      ++i;
      continue;
    }
    i = match->end;
    if (!timex::is_time_here(reader, *match)) continue;
    tail = timex::range_tail(reader, *match);
    if (i > 0 && match->begin > 0 &&
        reader.any(match->begin - 1, "about", "around", "circa", "approximately", "roughly"))
      match->expression.approximate = true;
    Timex& timex = found.emplace_back();
    timex.span = {reader[match->begin].begin, reader[match->end - 1].end};
    timex.boundary = timex::boundary_before(reader, *match);
    timex::resolve(match->expression, timex::tense_around(reader, match->begin, match->end),
                   timex::surroundings(reader, *match), context, timex);
    timex::find_anchor(reader, *match, timex);
  }
  return found;
}

}  // namespace forewhen
