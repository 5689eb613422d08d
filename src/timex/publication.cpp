// SPDX-License-Identifier: Apache-2.0
#include "forewhen/timex/publication.h"

#include <algorithm>
#include <array>

#include "forewhen/timex/timex.h"
#include "timex/markup.h"

namespace forewhen {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr int kFirstLines = 12;             // a headline, a byline and a summary stand before a dateline at most
constexpr std::size_t kFirstBytes = 4096;   // where the lines are long
constexpr std::size_t kLongestPlace = 80;   // "PORT ELLERY, North Karsholm"
constexpr std::size_t kLongestAgency = 60;  // "(Karsholm News Agency)" between the date and the dash

// In the order in which they are believed.
constexpr std::array<std::string_view, 16> kMetaNames{"article:published_time",
                                                      "og:article:published_time",
                                                      "datePublished",
                                                      "date",
                                                      "pubdate",
                                                      "publishdate",
                                                      "publish-date",
                                                      "publication_date",
                                                      "date.issued",
                                                      "dc.date.issued",
                                                      "dcterms.issued",
                                                      "dcterms.created",
                                                      "dc.date",
                                                      "dcterms.date",
                                                      "parsely-pub-date",
                                                      "sailthru.date"};

Span span_of(std::string_view text, std::string_view part) {
  const auto begin = static_cast<std::uint32_t>(part.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

// The day of 2021-11-07 and 2021-11-07T10:00; nothing for what is vaguer.
std::optional<CalendarTime> full_date(const Timex& timex) {
  const bool timed = timex.type == TimexType::time && timex.value.size() > 10 && timex.value[10] == 'T';
  const bool dated = timex.type == TimexType::date && timex.value.size() == 10;
  if (!(dated || timed) || !timex.mod.empty() || timex.relative_to_event) return std::nullopt;
  const auto date = parse_iso(timex.value.substr(0, 10));
  if (!date || date->grain != Grain::day) return std::nullopt;
  return *date;
}

// Of "2021-11-07T23:30-05:00", when UTC has the next day already: "yesterday" counts from the day of the writer.
CalendarTime day_of_writer(const CalendarTime& time, std::string_view value) {
  const auto day = parse_iso(value.substr(0, 10));
  if (!day || day->grain != Grain::day || day->extent().contains(time.start)) return time;
  return *day;
}

// "2021-11-07T10:00Z", or in words: "Sun, 7 Nov 2021 10:00:00 GMT".
std::optional<CalendarTime> read_attribute(std::string_view value) {
  if (const auto time = parse_iso(value)) {
    return time->grain <= Grain::day ? std::optional(day_of_writer(*time, value)) : std::nullopt;
  }
  for (const Timex& timex : find_timexes(value, {})) {
    if (const auto date = full_date(timex)) return date;
  }
  return std::nullopt;
}

std::optional<PublicationDate> publication(std::string_view text, std::string_view value, std::string from) {
  const auto time = read_attribute(value);
  if (!time) return std::nullopt;
  return PublicationDate{*time, std::move(from), span_of(text, value)};
}

// The best of the tags seen so far; a smaller rank is the better.
struct Best {
  std::size_t rank = npos;
  std::optional<PublicationDate> found;

  void offer(std::size_t offered, std::string_view text, std::string_view value, std::string from) {
    if (offered >= rank) return;
    auto read = publication(text, value, std::move(from));
    if (!read) return;
    rank = offered;
    found = std::move(read);
  }
};

constexpr std::size_t kRankOfScript = kMetaNames.size();
constexpr std::size_t kRankOfMarkedTime = kRankOfScript + 1;
constexpr std::size_t kRankOfTime = kRankOfScript + 2;

void look_at_meta(std::string_view text, const markup::Tag& tag, Best& best) {
  const auto content = tag.attribute("content");
  if (!content) return;
  for (const char* key : {"property", "name", "itemprop"}) {
    const auto name = tag.attribute(key);
    if (!name) continue;
    const auto* known =
        std::ranges::find_if(kMetaNames, [&](std::string_view meta) { return markup::equal_names(meta, *name); });
    if (known == kMetaNames.end()) continue;
    best.offer(static_cast<std::size_t>(known - kMetaNames.begin()), text, *content, "meta " + std::string(*known));
  }
}

void look_at_time(std::string_view text, const markup::Tag& tag, Best& best) {
  const auto value = tag.attribute("datetime");
  if (!value) return;
  const auto role = tag.attribute("itemprop");
  const bool marked = tag.attribute("pubdate") || (role && markup::equal_names(*role, "datePublished"));
  best.offer(marked ? kRankOfMarkedTime : kRankOfTime, text, *value, "time element");
}

// "datePublished" : "2021-11-07" within the script, which is not read as JSON: pages break it in many ways.
void look_at_script(std::string_view text, const markup::Tag& tag, std::string_view script, Best& best) {
  constexpr std::string_view kKey = "\"datePublished\"";
  const auto type = tag.attribute("type");
  if (!type || !markup::equal_names(*type, "application/ld+json")) return;
  const std::size_t key = script.find(kKey);
  if (key == npos) return;
  std::string_view rest = script.substr(key + kKey.size());
  const std::size_t open = rest.find('"');
  if (open == npos || rest.substr(0, open).find_first_not_of(" \t\r\n:") != npos) return;
  rest.remove_prefix(open + 1);
  best.offer(kRankOfScript, text, rest.substr(0, rest.find('"')), "JSON-LD");
}

std::optional<PublicationDate> find_in_markup(std::string_view text) {
  Best best;
  std::size_t at = 0;
  while (const auto tag = markup::next_tag(text, at, {"meta", "script", "time"})) {
    at = tag->end;
    if (markup::equal_names(tag->name, "meta")) look_at_meta(text, *tag, best);
    if (markup::equal_names(tag->name, "time")) look_at_time(text, *tag, best);
    if (!markup::equal_names(tag->name, "script")) continue;
    const std::string_view script = text.substr(at, std::min(text.find("</", at), text.size()) - at);
    look_at_script(text, *tag, script, best);
    at += script.size();
  }
  return best.found;
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Of "KARSHOLM, Norway, March 14": a name in capitals up to the first comma. Letters beyond ASCII pass.
bool begins_with_city(std::string_view line) {
  const std::string_view city = line.substr(0, std::min(line.find(','), line.size()));
  if (city.size() == line.size() || city.size() > kLongestPlace) return false;
  if (std::ranges::any_of(city, is_lower) || std::ranges::count_if(city, is_upper) < 2) return false;
  return city.find_first_of("0123456789.:;!?\"<>/") == npos || city.starts_with("ST. ");
}

// Between the city's comma and the date: nothing, or a region and its comma.
bool is_region(std::string_view between) {
  const std::size_t last = between.find_last_not_of(" \t");
  if (last == npos) return true;
  return between[last] == ',' && between.size() <= kLongestPlace &&
         between.find_first_of("0123456789:;!?\"<>()") == npos;
}

// A dash, after the agency if it is named; or the end of the line.
bool ends_dateline(std::string_view rest) {
  const auto skip_blanks = [&] { rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r"), rest.size())); };
  skip_blanks();
  if (rest.starts_with(',')) rest.remove_prefix(1);
  skip_blanks();
  if (rest.starts_with('(')) {
    const std::size_t close = rest.find(')');
    if (close == npos || close > kLongestAgency) return false;
    rest.remove_prefix(close + 1);
    skip_blanks();
  }
  return rest.empty() || rest.starts_with('-') || rest.starts_with("\xE2\x80\x93") ||
         rest.starts_with("\xE2\x80\x94") || rest.starts_with(':');
}

std::optional<PublicationDate> read_dateline(std::string_view text, std::string_view line) {
  if (!begins_with_city(line)) return std::nullopt;
  const std::size_t comma = line.find(',');
  for (const Timex& timex : find_timexes(line, {})) {
    if (timex.span.begin <= comma) continue;
    const auto date = full_date(timex);
    if (!date) continue;
    if (!is_region(line.substr(comma + 1, timex.span.begin - comma - 1))) return std::nullopt;
    if (!ends_dateline(line.substr(timex.span.end))) return std::nullopt;
    return PublicationDate{*date, "dateline", span_of(text, timex.span.of(line))};
  }
  return std::nullopt;
}

// The first lines that are not blank, cut on a character boundary.
std::vector<std::string_view> first_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  std::size_t size = std::min(text.size(), kFirstBytes);
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  std::string_view rest = text.substr(0, size);
  while (!rest.empty() && lines.size() < kFirstLines) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

std::optional<PublicationDate> find_first_full_date(std::string_view text, const std::vector<std::string_view>& lines) {
  for (const std::string_view line : lines) {
    for (const Timex& timex : find_timexes(line, {})) {
      if (const auto date = full_date(timex))
        return PublicationDate{*date, "first full date", span_of(text, timex.span.of(line))};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<PublicationDate> find_publication(std::string_view text, PublicationEvidence evidence) {
  if (auto found = find_in_markup(text)) return found;
  const std::vector<std::string_view> lines = first_lines(text);
  for (const std::string_view line : lines) {
    if (auto found = read_dateline(text, line)) return found;
  }
  if (evidence == PublicationEvidence::stated) return std::nullopt;
  return find_first_full_date(text, lines);
}

}  // namespace forewhen
