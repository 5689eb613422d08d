// SPDX-License-Identifier: Apache-2.0
// Puts the rules together: stages before dates, clock times and parts of the day beside them; the longest one wins.
#include "timex/grammar.h"

namespace forewhen::timex {
namespace {

using Rule = std::size_t (*)(const Reader&, std::size_t, Expression&);

std::size_t longest(const Reader& r, std::size_t i, std::initializer_list<Rule> rules, Expression& e) {
  std::size_t best = 0;
  Expression chosen;
  for (const Rule rule : rules) {
    Expression found = e;
    const std::size_t end = rule(r, i, found);
    if (end <= best) continue;
    best = end;
    chosen = found;
  }
  if (best != 0) e = chosen;
  return best;
}

bool is_day(const Expression& e) {
  if (e.form == Form::day_name) return e.part == DayPart::none;
  if (e.form == Form::calendar) return e.day != 0 || e.weekday != 0 || e.holiday != 0;
  return e.form == Form::relative && (e.unit == Unit::day || e.weekday != 0 || e.day != 0 || e.holiday != 0);
}

// After a day: "night", ", at 3 p.m. EST".
std::size_t time_after(const Reader& r, std::size_t i, Expression& e) {
  std::size_t next = i;
  if (const std::size_t end = day_part(r, next, e)) next = end;
  std::size_t at = r.past_mark(next, ',');
  at = r.past(at, "at");
  if (r.is(next, "t") && r.joined(next) && r.joined(next + 1) && r.number(next + 1)) at = next + 1;  // 2021-11-08T14:30
  if (const std::size_t end = clock(r, at, e)) return end;
  return next;
}

// "the 1990s", "the third quarter" begin with the article; in "the October vote", "the third-quarter loss" it is the
// noun's.
bool takes_article(const Reader& r, std::size_t begin, std::size_t end, const Expression& e) {
  const std::size_t end_of_day = r.any(begin + 1, "st", "nd", "rd", "th") ? begin + 2 : begin + 1;
  if (e.form == Form::calendar && e.day != 0 && r.is(end_of_day, "of")) return true;
  if (e.form != Form::calendar || e.month != 0 || e.weekday != 0 || e.holiday != 0) return false;
  if (e.quarter != 0 && r.is(end - 1, "quarter") && r.joined(end - 1)) return false;
  return e.decade || e.century || e.season != 0 || e.quarter != 0 || e.half != 0 || e.period;
}

// A date with what belongs to its day.
std::size_t date(const Reader& r, std::size_t i, Expression& e) {
  std::size_t end = longest(r, i, {calendar, relative}, e);
  if (end == 0 && r.is(i, "the")) {
    end = calendar(r, i + 1, e);
    if (end != 0 && !takes_article(r, i + 1, end, e)) return 0;
  }
  if (end == 0) return 0;
  if (e.form == Form::relative && e.unit == Unit::year) {  // next year's first quarter
    const std::size_t noun = r.past_possessive(end);
    Expression inner;
    const std::size_t inner_end = noun == end ? 0 : calendar(r, noun, inner);
    if (inner_end != 0 && !inner.year &&
        (inner.quarter != 0 || inner.season != 0 || inner.half != 0 || inner.month != 0)) {
      inner.direction = e.direction;
      e = inner;
      return inner_end;
    }
  }
  return is_day(e) ? time_after(r, end, e) : end;
}

// early, mid-, the end of, late in, earlier
std::size_t stage(const Reader& r, std::size_t i, Expression& e) {
  const std::size_t at = r.past(i, "the");
  if (r.any(at, "earlier", "later")) {
    if (at != i) return 0;
    e.stage = r.is(at, "earlier") ? Stage::start : Stage::end;
    e.loose_stage = true;
    const bool unit_follows = r.any(at + 1, "this", "that", "last", "next") ||
                              (r.is(at + 1, "in") && r.is(at + 2, "the") && r.any(at + 3, "year", "month", "week"));
    return unit_follows ? r.past(at + 1, "in") : 0;
  }
  if (!r.has(at, kStage)) return 0;
  e.stage = static_cast<Stage>(r[at].word.value);
  if (r.any(at, "early", "late") && r.is(at + 1, "hours") && r.is(at + 2, "of")) return at + 3;
  if (r.is(at, "early") && r.is(at + 1, "morning") && r.is(at + 2, "hours") && r.is(at + 3, "of")) {
    e.stage = Stage::none;
    e.part = DayPart::morning;
    return at + 4;
  }
  if (r.any(at, "early", "late", "mid")) return r.past(r.past(r.past_hyphen(at + 1), "in"), "on");
  return r.is(at + 1, "of") ? at + 2 : 0;
}

std::size_t staged(const Reader& r, std::size_t i, Expression& e) {
  Expression found;
  const std::size_t next = stage(r, i, found);
  if (next == 0) return 0;
  Expression inner;
  const std::size_t end = date(r, next, inner);
  if (end == 0) return 0;
  const bool article = r.is(i, "the");
  if (article && r.has(i + 1, kStage) && !r.is(next - 1, "of") && (inner.month != 0 || inner.weekday != 0)) return 0;
  inner.stage = found.stage;
  inner.loose_stage = found.loose_stage;
  if (found.part != DayPart::none) {
    if (!is_day(inner)) return 0;
    inner.part = found.part;
  }
  e = inner;
  return end;
}

// year-end, the year's end, month's end
std::size_t unit_end(const Reader& r, std::size_t i, Expression& e) {
  const std::size_t at = r.past(i, "the");
  if (!r.any(at, "year", "month", "week", "quarter", "decade") || (at != i && !r.is(at + 3, "end"))) return 0;
  std::size_t end = r.past_possessive(at + 1);
  if (end == at + 1) end = r.past_hyphen(at + 1);
  if (!r.is(end, "end") || r.any(end + 1, "of")) return 0;
  if (r.is(at, "year") && r.mark(at + 1, '-')) {  // the last day
    e.form = Form::calendar;
    e.month = 12;
    e.day = 31;
    return end + 1;
  }
  e.form = Form::relative;
  e.unit = r[at].word.unit;
  e.direction = Direction::current;
  e.stage = Stage::end;
  return end + 1;
}

// "10 a.m. on Friday", "noon Sunday", "the morning of 5 May"
std::size_t clock_first(const Reader& r, std::size_t i, Expression& e) {
  Expression time;
  std::size_t next = clock(r, i, time);
  if (next == 0) {
    const std::size_t at = r.past(i, "the");
    next = day_part(r, at, time);
    if (next == 0) return 0;
    if (!r.any(next, "of", "on")) {
      e = time;
      e.form = Form::relative;
      e.direction = Direction::same;
      return 0;
    }
  }
  e = time;
  e.form = Form::calendar;
  std::size_t at = r.past_mark(next, ',');
  if (r.any(at, "on", "of")) ++at;
  Expression day;
  const std::size_t end = longest(r, at, {calendar, relative}, day);
  if (end == 0 || !is_day(day))
    return time.hour >= 0 || time.part == DayPart::noon || time.part == DayPart::midnight ||
                   time.part == DayPart::midday
               ? next
               : 0;
  day.part = time.part;
  day.hour = time.hour;
  day.minute = time.minute;
  day.second = time.second;
  day.zone_minutes = time.zone_minutes;
  e = day;
  return end;
}

}  // namespace

namespace {

// What may begin what: nine in ten tokens never reach a rule.
struct Start {
  Rule rule;
  std::uint32_t classes;
  bool number;
};

constexpr std::uint32_t kDates = kMonth | kWeekday | kSeason | kOrdinal | kNumber | kDecadeWord | kHoliday |
                                 kDirection | kDayName | kArticle | kDecision | kUnit;
constexpr std::uint32_t kAmounts = kNumber | kFew | kArticle | kApproximation | kUnit;

constexpr Start kStarts[] = {
    {date, kDates, true},
    {staged, kStage | kArticle | kShift, false},
    {unit_end, kUnit | kArticle, false},
    {clock_first, kNumber | kDayPart | kArticle | kUnit, true},
    {stretch, kDirection | kArticle | kOrdinal | kStage | kDecision | kUnit, false},
    {vague, kVague | kDirection | kArticle | kDecision | kNumber, false},
    {offset, kAmounts, true},
    {duration, kAmounts, true},
    {set, kSetAdverb | kEach | kWeekday | kNumber | kDecision, true},
};

constexpr std::uint32_t kTimeWords = kDates | kAmounts | kStage | kDayPart | kVague | kShift;

// Articles and "about" are too frequent to try every rule at; what follows them must be of time itself.
bool leads_nowhere(const Reader& r, std::size_t i) {
  if (!r.has(i, kArticle | kApproximation) || r.has(i, kDirection | kShift)) return false;
  if (r.number(i + 1) || r.mark(i + 1, '\'') || r.has(i + 1, kTimeWords & ~kArticle)) return false;
  if (r.has(i + 2, kUnit)) return false;
  return !r.any(i + 1, "than", "least", "most", "to", "near", "short", "foreseeable", "immediate", "distant", "very",
                "good", "full", "whole", "mere", "further", "single", "entire", "closing", "opening", "initial", "more",
                "a", "an", "same", "hundred", "dozen", "fiscal", "early");
}

}  // namespace

std::optional<Match> expression_at(const Reader& r, std::size_t i) {
  const Token& token = r[i];
  const bool number = token.kind == TokenKind::number;
  // Q3, AD 79, '89
  const bool named =
      r.mark(i, '\'') || (token.kind == TokenKind::word && token.capital && token.end - token.begin <= 2);
  const bool starts = number || named || (token.word.classes != 0 && !leads_nowhere(r, i));
  if (!starts && r.names() == nullptr) return std::nullopt;
  Match match;
  match.begin = i;
  match.end = named_time(r, i, match.expression);
  if (!starts && match.end == 0) return std::nullopt;
  for (const Start& start : kStarts) {
    const bool may = token.word.is(start.classes) || (number && start.number) || (named && start.rule == date);
    if (!may) continue;
    Expression found;
    const std::size_t end = start.rule(r, i, found);
    if (end <= match.end) continue;
    match.end = end;
    match.expression = found;
  }
  if (match.end == 0) return std::nullopt;
  return match;
}

}  // namespace forewhen::timex
