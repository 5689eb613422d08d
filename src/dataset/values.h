// SPDX-License-Identifier: Apache-2.0
// Values of cells: numbers, days, points, lists, and the pieces of a record that many formats have in common.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/row.h"
#include "forewhen/model/record.h"

namespace forewhen::dataset {

std::string_view trimmed(std::string_view text);
// "", "NULL", "NA", "None", "N/A", "NaN", "-": not given.
bool is_null(std::string_view text);
inline std::string_view given(std::string_view text) {
  text = trimmed(text);
  return is_null(text) ? std::string_view() : text;
}
bool is_digits(std::string_view text);
std::optional<std::int64_t> parse_integer(std::string_view text);
// Plain decimal notation with a point; 2.02E+13 and 1,5 are not.
std::optional<double> parse_decimal(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char delimiter);
// "a; b" with any blanks: the parts that are given, joined by ';'.
std::string joined_list(std::string_view text, char delimiter);

// 2.02E+13: what a spreadsheet made of an id of many digits.
bool is_rounded(std::string_view text);
// Days since 1970 of YYYY-MM-DD or YYYYMMDD, nothing else.
std::optional<std::int64_t> parse_day(std::string_view text);
Interval days(std::int64_t first, std::int64_t past_last);

// The event began and ended within the days; `rule` says how the source dates it.
ClaimTime dated(std::int64_t first, std::int64_t past_last, Grain grain, std::string_view rule);
ClaimTime dated(const CalendarTime& time, std::string_view rule);

// Empties everything but the memory.
void clear(Record& record);
void set_id(Record& record, std::string_view set, std::string_view id);
// The row as document, with the cell that names the event as its trigger.
void set_text(Record& record, const Row& row, Span trigger, std::string_view phrase);
void add_attribute(Record& record, std::string_view name, std::string_view value);  // nothing when not given
Participant& add_participant(Record& record, Role role, ActorKind kind, std::string_view name,
                             std::string_view country = {}, std::string_view sectors = {});

// nothing: neither is given. A Fault: no numbers, or not on the globe.
std::optional<Fault> read_point(std::string_view latitude, std::string_view longitude, std::optional<GeoPoint>& point);

// Of two rows that a sentence (known by `sentence`) gave, with source and target swapped; 0 where none can mirror this.
std::uint64_t mirror_of(std::string_view sentence, std::int64_t day, std::string_view code, std::string_view source,
                        std::string_view target);

// Of CAMEO: whether the code is one of its root, and neither has lost a zero. Either may be empty.
std::optional<Fault> check_root(std::string_view root_column, std::string_view root, std::string_view code_column,
                                std::string_view code);

Fault rounded(std::string_view column, std::string_view value);
Fault bad_date(std::string_view column, std::string_view value);
Fault bad_number(std::string_view column, std::string_view value);
Fault missing(std::string_view column);

}  // namespace forewhen::dataset
