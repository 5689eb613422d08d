// SPDX-License-Identifier: Apache-2.0
// The grammar of time expressions over token classes. Every rule looks at a position, fills the expression and returns
// the position after what it took, or 0 when it does not apply (a rule that takes nothing does not apply, so no rule
// ever ends at 0). Rules look ahead by a bounded number of tokens: the whole stays linear.
#pragma once

#include <optional>

#include "timex/expression.h"
#include "timex/reader.h"

namespace forewhen::timex {

// grammar_number.cpp
std::size_t cardinal(const Reader& r, std::size_t i, Quantity& quantity);  // 12, twenty-five, 2 1/2, 1.5
std::size_t counted(const Reader& r, std::size_t i, Quantity& quantity);   // also: a, several, a few, a couple of
std::size_t ordinal_number(const Reader& r, std::size_t i, int& value);    // third, 3rd, twenty-first
std::size_t day_number(const Reader& r, std::size_t i, int& value);        // 1..99 with or without th

// grammar_year.cpp
std::size_t year(const Reader& r, std::size_t i, std::int64_t& value);  // 1989, '89, 490 BC, nineteen ninety-six
std::size_t decade(const Reader& r, std::size_t i, Expression& e);      // the 1990s, nineties
std::size_t century(const Reader& r, std::size_t i, Expression& e);     // 19th century

// grammar_clock.cpp
std::size_t clock(const Reader& r, std::size_t i, Expression& e);     // 10:35 a.m. EST, noon
std::size_t day_part(const Reader& r, std::size_t i, Expression& e);  // morning

// grammar_date.cpp
std::size_t calendar(const Reader& r, std::size_t i, Expression& e);  // 5 May 2020, third quarter, spring 1999
std::size_t holiday(const Reader& r, std::size_t i, Expression& e);

std::size_t day_first(const Reader& r, std::size_t i, Expression& e);     // 5 May 2020
std::size_t calendar_end(const Reader& r, std::size_t i, Expression& e);  // calendar without a look at ranges

// grammar_range.cpp
std::size_t range_head(const Reader& r, std::size_t i, Expression& e);  // the 22 of "22-25 April"
void year_from_range(const Reader& r, std::size_t end, Expression& e);  // "July-November 1954": July's year
std::optional<Match> range_tail(const Reader& r, const Match& head);    // the 58 of "1957-58"

// grammar_name.cpp
std::size_t named_time(const Reader& r, std::size_t i, Expression& e);  // Harbour Day, from the user's file

// grammar_relative.cpp
std::size_t relative(const Reader& r, std::size_t i, Expression& e);  // last week, the same day, tomorrow
std::size_t stretch(const Reader& r, std::size_t i, Expression& e);   // the last two years

// grammar_duration.cpp
std::size_t offset(const Reader& r, std::size_t i, Expression& e);    // two weeks ago
std::size_t duration(const Reader& r, std::size_t i, Expression& e);  // two weeks

// grammar_set.cpp
std::size_t set(const Reader& r, std::size_t i, Expression& e);  // every Friday

// grammar_vague.cpp
std::size_t vague(const Reader& r, std::size_t i, Expression& e);  // now, the future

// grammar.cpp: the longest expression that begins at the token.
std::optional<Match> expression_at(const Reader& r, std::size_t i);

}  // namespace forewhen::timex
