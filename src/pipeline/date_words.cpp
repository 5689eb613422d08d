// SPDX-License-Identifier: Apache-2.0
#include "forewhen/pipeline/date_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "forewhen/extract/claim_time.h"

namespace forewhen {
namespace {

bool is_placed(const Bounds& bounds) { return !is_open(bounds.earliest_start) && !is_open(bounds.latest_start); }

// What the words say, without their span in the text; nothing when they name no time.
struct Reading {
  ClaimTime time;
  Timex timex;
};

std::optional<Reading> reading_of(std::string_view text, const std::vector<Timex>& times, Span words,
                                  const std::optional<CalendarTime>& published) {
  const Timex* best = nullptr;
  const auto shared = [&](const Timex& timex) {
    return std::min(timex.span.end, words.end) - std::max(timex.span.begin, words.begin);
  };
  for (const Timex& timex : times) {
    if (timex.span.overlaps(words) && (!best || shared(timex) > shared(*best))) best = &timex;
  }
  if (!best) return std::nullopt;
  // A boundary word without a known time behind it bounds nothing.
  Timex timex = *best;
  if (!is_placed(timex.when.bounds)) timex.boundary = TimexBoundary::none;
  return Reading{claim_time(text, timex, published), std::move(timex)};
}

std::string told(const When& when) { return when.edtf.empty() ? "another time" : when.edtf; }

class DateWords {
 public:
  DateWords(GivenClaims& given, TimexOptions options) : given_(given), options_(std::move(options)) {
    options_.published = given.claims.document.published;
  }

  Result<std::vector<ImpossibleDate>> date_all() {
    const std::string& text = given_.claims.document.text;
    if (!given_.words.empty()) in_text_ = find_timexes(text, options_);
    for (const GivenWords& words : given_.words) {
      const Status dated = date(words);
      if (!dated) return dated.error();
    }
    return std::move(impossible_);
  }

 private:
  std::optional<Reading> read(const ClaimTime& time) const {
    const auto& published = options_.published;
    if (!time.span.empty()) {
      if (auto found = reading_of(given_.claims.document.text, in_text_, time.span, published)) return found;
    }
    const Span all{0, static_cast<std::uint32_t>(time.words.size())};
    return reading_of(time.words, find_timexes(time.words, options_), all, published);
  }

  Status date(const GivenWords& words) {
    Claim& claim = given_.claims.claims[words.claim];
    ClaimTime& time = *claim.time;
    const std::optional<Reading> reading = read(time);
    if (!reading) return Done{};
    if (!reading->timex.invalid.empty()) {
      impossible_.push_back({words.claim, reading->timex.invalid});
      return Done{};
    }
    if (words.dated) return compare(claim, reading->time.when);
    time.when = reading->time.when;
    time.from_publication = reading->time.from_publication;
    return Done{};
  }

  // Only what both ends of a date contradict is told: words that leave the date open say nothing against it.
  Status compare(const Claim& claim, const When& said) const {
    const When& given = claim.time->when;
    if (!is_placed(said.bounds) || intersect(said.bounds, given.bounds)) return Done{};
    return Error{ErrorKind::refused,
                 fmt::format("the event \"{}\" is dated {}, but its words \"{}\" say {}{}", claim.trigger_text,
                             told(given), claim.time->words, told(said),
                             options_.published ? ", counted from " + format_iso(*options_.published) : ""),
                 given_.where, "leave out whichever of \"edtf\" and \"words\" is wrong"};
  }

  GivenClaims& given_;
  TimexOptions options_;
  std::vector<Timex> in_text_;
  std::vector<ImpossibleDate> impossible_;
};

}  // namespace

Result<std::vector<ImpossibleDate>> date_words(GivenClaims& given, TimexOptions options) {
  return DateWords(given, std::move(options)).date_all();
}

}  // namespace forewhen
