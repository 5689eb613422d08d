// SPDX-License-Identifier: Apache-2.0
// What the words of a time expression say, before anything is known of the document: the grammar's result and the
// resolver's input.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "forewhen/base/span.h"
#include "timex/lexicon.h"

namespace forewhen {
struct NamedTime;
}

namespace forewhen::timex {

enum class Form : std::uint8_t {
  calendar,  // some of year, month, day, weekday, quarter, season ...; the rest from the context
  day_name,  // yesterday
  relative,  // last week, the same month, this Friday
  offset,    // two weeks ago, three days later
  stretch,   // the last two years, the next few months
  duration,  // two weeks, several months
  set,       // every Friday, daily, twice a week
  vague,     // now, recently, the future
};

// A number of units. `vague` is "several": TIMEX3 writes X.
struct Quantity {
  double value = 0;
  bool vague = false;
  bool said = false;
};

struct Expression {
  Form form = Form::calendar;
  std::optional<std::int64_t> year;  // astronomical
  std::int16_t month = 0, day = 0, weekday = 0;
  std::int8_t quarter = 0, half = 0, season = 0;
  bool decade = false, century = false;  // `year` is the first of it
  bool fiscal = false;
  bool short_year = false;           // '89: the century is open
  bool running = false;              // "the past year": up to now, not the calendar year
  bool period = false;               // "the 1988 period": whatever is being reported on
  std::int8_t week_of_month = 0;     // 1..4, -1 the last
  int holiday = 0;                   // number in the list of holidays, from 1
  const NamedTime* named = nullptr;  // a name of the user's own
  Direction direction = Direction::none;
  Unit unit = Unit::none;
  Quantity quantity;
  int sign = 0;             // of an offset: -1 ago, +1 later
  bool from_focus = false;  // earlier, later, before, after: counted from the date mentioned before
  int days = 0;             // of a day name
  DayPart part = DayPart::none;
  int hour = -1, minute = -1, second = -1;
  std::optional<int> zone_minutes;
  Stage stage = Stage::none;
  bool loose_stage = false;  // "earlier this year": before now, not its first third
  VagueRef vague = VagueRef::none;
  std::string_view mod, quant;  // of TIMEX3; always literals
  std::int64_t times = 0;       // freq: three times a week
  bool approximate = false;
  bool definite = false;    // "the" before a word of direction: the next day, the past week
  bool impossible = false;  // 30 February
};

// What the words around an expression add.
struct Surroundings {
  bool of_noun = false;  // "the June offensive": it tells which offensive, not when the story goes on
  bool told_in = false;  // "in 1793", or at the beginning of a line: the story is there
};

struct Match {
  Expression expression;
  std::size_t begin = 0;  // first token
  std::size_t end = 0;    // past the last token
};

}  // namespace forewhen::timex
