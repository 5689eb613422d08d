// SPDX-License-Identifier: Apache-2.0
#include "dataset/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "forewhen/time/civil.h"
#include "forewhen/time/edtf.h"

namespace forewhen::dataset {
namespace {

std::optional<int> digits_of(std::string_view text) {
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::string shown(std::string_view value) {
  constexpr std::size_t kMost = 60;
  return value.size() <= kMost ? std::string(value) : std::string(value.substr(0, kMost)) + "...";
}

std::string iso_day(std::int64_t day) {
  const CivilDate date = civil_from_days(day);
  if (date.year < 0 || date.year > 9999) return format_iso(start_of_day(date));
  char text[11];
  const auto two = [&](int at, int n) {
    text[at] = static_cast<char>('0' + n / 10), text[at + 1] = static_cast<char>('0' + n % 10);
  };
  two(0, static_cast<int>(date.year / 100)), two(2, static_cast<int>(date.year % 100)), two(5, date.month),
      two(8, date.day);
  text[4] = text[7] = '-';
  return std::string(text, 10);
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

bool is_null(std::string_view text) {
  return text.empty() || text == "NULL" || text == "NA" || text == "None" || text == "N/A" || text == "NaN" ||
         text == "nan" || text == "-" || text == "null";
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  std::int64_t number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<double> parse_decimal(std::string_view text) {
  double number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  const bool plain = !text.empty() && text.find_first_of("nNfF") == std::string_view::npos;  // no nan, no inf
  if (!plain || error != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
  return number;
}

std::vector<std::string_view> split(std::string_view text, char delimiter) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(delimiter);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string joined_list(std::string_view text, char delimiter) {
  std::string joined;
  for (const std::string_view part : split(text, delimiter)) {
    const std::string_view item = given(part);
    if (item.empty()) continue;
    if (!joined.empty()) joined += ';';
    joined += item;
  }
  return joined;
}

bool is_rounded(std::string_view text) {
  const std::size_t power = text.find("E+");
  if (power == std::string_view::npos || power == 0 || !is_digits(text.substr(power + 2))) return false;
  return text[0] >= '0' && text[0] <= '9' &&
         text.substr(0, power).find_first_not_of("0123456789.,") == std::string_view::npos;
}

std::optional<std::int64_t> parse_day(std::string_view text) {
  std::optional<int> year, month, day;
  if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
    year = digits_of(text.substr(0, 4)), month = digits_of(text.substr(5, 2)), day = digits_of(text.substr(8, 2));
  } else if (text.size() == 8) {
    year = digits_of(text.substr(0, 4)), month = digits_of(text.substr(4, 2)), day = digits_of(text.substr(6, 2));
  }
  if (!year || !month || !day) return std::nullopt;
  const CivilDate date{*year, *month, *day};
  if (!is_valid(date)) return std::nullopt;
  return days_from_civil(date);
}

Interval days(std::int64_t first, std::int64_t past_last) {
  return {Instant(seconds(first * 86400)), Instant(seconds(past_last * 86400))};
}

ClaimTime dated(std::int64_t first, std::int64_t past_last, Grain grain, std::string_view rule) {
  ClaimTime time;
  time.when.bounds = within(days(first, past_last));
  time.when.grain = grain;
  time.rule = rule;
  const CivilDate date = civil_from_days(first);
  if (past_last == first + 1)
    time.when.edtf = iso_day(first);
  else if (grain == Grain::month)
    time.when.edtf = fmt::format("{:04}-{:02}", date.year, date.month);
  else if (grain == Grain::year)
    time.when.edtf = fmt::format("{:04}", date.year);
  else
    time.when.edtf = iso_day(first) + "/" + iso_day(past_last - 1);
  return time;
}

ClaimTime dated(const CalendarTime& given_time, std::string_view rule) {
  ClaimTime time;
  time.when.bounds = within(given_time.extent());
  time.when.grain = given_time.grain;
  time.when.edtf = format_iso(given_time);
  if (given_time.grain < Grain::day) time.when.edtf += time.when.edtf.find('T') == std::string::npos ? "" : "Z";
  time.rule = rule;
  return time;
}

void clear(Record& record) {
  record.document.id.clear(), record.document.text.clear(), record.document.title.clear();
  record.document.url.clear(), record.document.published_from.clear();
  record.document.published.reset();
  Claim& claim = record.claim;
  claim.trigger = claim.sentence = Span{};
  for (std::string* text : {&claim.trigger_text, &claim.lemma, &claim.phrase, &claim.mode, &claim.group, &claim.code,
                            &claim.attributed_to, &claim.summary, &claim.same_rule}) {
    text->clear();
  }
  claim.type = PloverType::none;
  claim.event_class = EventClass::occurrence;
  claim.modality = Modality::actual;
  claim.polarity = Polarity::positive;
  claim.time.reset(), claim.place.reset();
  claim.participants.clear();
  record.version = record.mirror = 0;
  record.sectors.clear(), record.attributes.clear();
  record.kind = RowKind::event;
  record.places.clear();
}

void set_id(Record& record, std::string_view set, std::string_view id) {
  record.document.id.assign(set);
  record.document.id += ':';
  record.document.id += id;
}

void set_text(Record& record, const Row& row, Span trigger, std::string_view phrase) {
  record.document.text.assign(row.text);
  Claim& claim = record.claim;
  claim.sentence = {0, static_cast<std::uint32_t>(row.text.size())};
  claim.trigger = trigger.empty() ? claim.sentence : trigger;
  claim.trigger_text.assign(phrase);
  claim.phrase.assign(phrase);
  claim.lemma.assign(phrase);
  if (!claim.lemma.empty() && claim.lemma[0] >= 'A' && claim.lemma[0] <= 'Z') claim.lemma[0] += 'a' - 'A';
}

void add_attribute(Record& record, std::string_view name, std::string_view value) {
  value = given(value);
  if (!value.empty()) record.attributes.emplace_back(name, value);
}

Participant& add_participant(Record& record, Role role, ActorKind kind, std::string_view name, std::string_view country,
                             std::string_view sectors) {
  Participant& participant = record.claim.participants.emplace_back();
  participant.role = role;
  participant.kind = kind;
  participant.name = name;
  participant.text = name;
  participant.country = country;
  record.sectors.resize(record.claim.participants.size());
  record.sectors.back() = sectors;
  return participant;
}

std::optional<Fault> read_point(std::string_view latitude, std::string_view longitude, std::optional<GeoPoint>& point) {
  point.reset();
  latitude = given(latitude), longitude = given(longitude);
  if (latitude.empty() && longitude.empty()) return std::nullopt;
  const auto north = parse_decimal(latitude), east = parse_decimal(longitude);
  if (!north) return bad_number("latitude", latitude);
  if (!east) return bad_number("longitude", longitude);
  if (*north < -90 || *north > 90 || *east < -180 || *east > 180) {
    return Fault{"coordinates", fmt::format("{}, {} is no point on the globe", latitude, longitude)};
  }
  point = GeoPoint{*north, *east};
  return std::nullopt;
}

std::uint64_t mirror_of(std::string_view sentence, std::int64_t day, std::string_view code, std::string_view source,
                        std::string_view target) {
  if (sentence.empty() || source.empty() || target.empty() || source == target) return 0;
  const auto [first, second] = std::minmax(source, target);
  return content_hash(fmt::format("{}\t{}\t{}\t{}\t{}", sentence, day, code, first, second), 11);
}

std::optional<Fault> check_root(std::string_view root_column, std::string_view root, std::string_view code_column,
                                std::string_view code) {
  // "01" written "1": what is left of "010" is "10", which means something else.
  if (root.size() == 1 && code.size() < 4) {
    return Fault{"spreadsheet", fmt::format("{} '{}' has lost its leading zero, and {} '{}' perhaps too", root_column,
                                            root, code_column, code)};
  }
  if (!root.empty() && !code.starts_with(root)) {
    return Fault{"code",
                 fmt::format("{} '{}' and {} '{}' disagree", code_column, shown(code), root_column, shown(root))};
  }
  return std::nullopt;
}

Fault rounded(std::string_view column, std::string_view value) {
  return {"spreadsheet", fmt::format("{} '{}' was rounded by a spreadsheet", column, shown(value))};
}

Fault bad_date(std::string_view column, std::string_view value) {
  if (value.find("E+") != std::string_view::npos) return rounded(column, value);
  return {"date", fmt::format("{} '{}' is no date of this format", column, shown(value))};
}

Fault bad_number(std::string_view column, std::string_view value) {
  return {"number", fmt::format("{} '{}' is no number", column, shown(value))};
}

Fault missing(std::string_view column) { return {"missing", fmt::format("{} is empty", column)}; }

}  // namespace forewhen::dataset
