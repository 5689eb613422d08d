// SPDX-License-Identifier: Apache-2.0
// The words that the grammar of time expressions knows, each with its classes. A word may have several: "second" is a
// unit and an ordinal, "may" a month and a verb.
#pragma once

#include <cstdint>
#include <string_view>

namespace forewhen::timex {

enum WordClass : std::uint32_t {
  kMonth = 1u << 0,       // value 1..12
  kWeekday = 1u << 1,     // value 1..7, Monday first
  kUnit = 1u << 2,        // `unit`
  kNumber = 1u << 3,      // value 0..20, 30, ... 90, 100, 1000
  kOrdinal = 1u << 4,     // value 1..31
  kSeason = 1u << 5,      // value 1 spring .. 4 winter
  kDayPart = 1u << 6,     // value: DayPart
  kDayName = 1u << 7,     // value: days from publication
  kDirection = 1u << 8,   // value: Direction
  kStage = 1u << 9,       // value: Stage
  kVague = 1u << 10,      // value: VagueRef
  kSetAdverb = 1u << 11,  // "daily"; `unit`
  kEach = 1u << 12,       // every, each, per
  kShift = 1u << 13,      // ago, earlier, later, before, after
  kApproximation = 1u << 14,
  kFew = 1u << 15,         // few, several: a number nobody knows
  kHoliday = 1u << 16,     // first word of a holiday's name
  kDecadeWord = 1u << 17,  // nineties: value 90
  kPlural = 1u << 18,      // of units and weekdays
  kArticle = 1u << 19,
  kAmbiguous = 1u << 20,    // also an ordinary word: may, march, sun, fall
  kFuture = 1u << 21,       // tense: will, shall, expects
  kPast = 1u << 22,         // tense: was, said
  kPresent = 1u << 23,      // tense: is, has
  kPossessive = 1u << 24,   // his, their
  kAbbreviated = 1u << 25,  // jan, mon
  kDecision = 1u << 26,     // makes other words start an expression: fiscal, mid
};

enum class Unit : std::uint8_t {
  none,
  second,
  minute,
  hour,
  day,
  weekend,
  week,
  fortnight,
  month,
  quarter,
  half_year,
  year,
  decade,
  century,
  millennium,
};

enum class DayPart : std::uint8_t { none, morning, midday, afternoon, evening, night, daytime, noon, midnight };

// last, current and next are counted from the publication; previous, following and same from the date mentioned before.
enum class Direction : std::uint8_t { none, last, current, next, previous, following, same };

enum class Stage : std::uint8_t { none, start, mid, end };

enum class VagueRef : std::uint8_t { none, past, present, future };

struct Word {
  std::uint32_t classes = 0;
  Unit unit = Unit::none;
  std::int16_t value = 0;

  bool is(std::uint32_t any) const { return (classes & any) != 0; }
};

// The entry of a word of any case; an empty one when the lexicon does not have it.
Word find_word(std::string_view word);

}  // namespace forewhen::timex
