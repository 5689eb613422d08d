// SPDX-License-Identifier: Apache-2.0
#include "ingest/events_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "ingest/given_claim.h"
#include "ingest/json_fault.h"
#include "ingest/line_fault.h"

namespace forewhen::ingest {
namespace {

constexpr std::size_t kMostTold = 3;  // faults of one line in its error

Refused broken(std::string_view line, const std::string& where) {
  JsonFault fault = find_json_fault(line);
  if (fault.what.empty()) fault.what = "a number of the line is out of range";
  return {Refusal::broken_json,
          {ErrorKind::refused, fmt::format("broken JSON: {}, at byte {} of the line", fault.what, fault.offset), where,
           "write each document with its events as one JSON object on one line"}};
}

Refused misshapen(const std::vector<SchemaFault>& faults, const std::string& where) {
  std::string what;
  for (std::size_t i = 0; i < std::min(kMostTold, faults.size()); ++i) {
    if (i > 0) what += fmt::format(" ({}); ", faults[i - 1].mend);
    what += fmt::format("{}: {}", faults[i].path, faults[i].what);
  }
  std::string mend = faults[std::min(kMostTold, faults.size()) - 1].mend;
  if (faults.size() > kMostTold) mend += fmt::format("; and {} more", faults.size() - kMostTold);
  return {Refusal::bad_field, {ErrorKind::refused, std::move(what), where, std::move(mend)}};
}

// A key that stands twice in one object: one of the two would be lost, and nobody would know which.
struct TwiceNamed {
  std::vector<std::set<std::string>> open;
  std::string name;

  bool operator()(int, Json::parse_event_t event, Json& parsed) {
    if (event == Json::parse_event_t::object_start) open.emplace_back();
    if (event == Json::parse_event_t::object_end) open.pop_back();
    if (event == Json::parse_event_t::key && !open.back().insert(parsed.get<std::string>()).second)
      name = parsed.get<std::string>();
    return true;
  }
};

// The path of a string with a NUL character in it; no text of the graph may have one.
std::string find_nul(const Json& value, const std::string& path) {
  if (value.is_string()) return value.get_ref<const std::string&>().find('\0') == std::string::npos ? "" : path;
  if (!value.is_structured()) return "";
  for (const auto& [name, member] : value.items()) {
    std::string found = find_nul(member, value.is_array() ? fmt::format("{}[{}]", path, name) : path + '.' + name);
    if (!found.empty()) return found;
  }
  return "";
}

std::optional<Relation> relation_of(const std::string& name) {
  if (name == "before" || name == "BEFORE" || name == "AFTER") return Relation::before;
  if (name == "includes" || name == "INCLUDES" || name == "IS_INCLUDED") return Relation::includes;
  if (name == "simultaneous" || name == "SIMULTANEOUS") return Relation::simultaneous;
  return std::nullopt;
}

// A line that has passed the schema.
class LineReader {
 public:
  LineReader(const Json& line, const std::optional<CalendarTime>& published)
      : line_(line), published_(published), text_(line) {}

  GivenClaims read() {
    read_document();
    read_events();
    join_same();
    read_links();
    return std::move(given_);
  }

 private:
  void read_document() {
    const Json& object = line_["document"];
    Document& document = given_.claims.document;
    document.id = text_of(object, "id");
    document.title = text_of(object, "title");
    document.url = text_of(object, "url");
    if (const Json* extractor = field(line_, "extractor")) {
      document.extractor = text_of(*extractor, "name");
      document.extractor_version = text_of(*extractor, "version");
    }
    document.text = text_.text();
    given_.has_text = text_.given();
    if (published_) {
      document.published = published_;
      document.published_from = "option";
      return;
    }
    const std::string published = text_of(object, "published");
    if (published.empty()) return;
    const auto date = parse_iso(published);
    if (!date)
      throw LineFault{Refusal::bad_date, "$.document.published",
                      fmt::format("{} is no date: {}", shown(published), date.error().what), date.error().mend};
    document.published = *date;
    document.published_from = text_or(object, "published_from", "field");
  }

  void read_events() {
    std::set<Span> taken;
    const Json& events = line_["events"];
    for (std::size_t i = 0; i < events.size(); ++i) {
      const std::string path = fmt::format("$.events[{}]", i);
      read_.push_back(read_claim(events[i], path, given_.claims.document.id, text_, taken));
    }
    std::ranges::sort(read_, {}, [](const GivenClaim& each) { return each.claim.trigger; });
    for (std::size_t i = 0; i < read_.size(); ++i) {
      if (!index_.try_emplace(read_[i].id, i).second)
        throw LineFault{Refusal::bad_field, read_[i].path + ".id",
                        fmt::format("{} is the id of two events of this line", shown(read_[i].id)),
                        "give each event an id of its own: e1, e2"};
      if (read_[i].words) given_.words.push_back({i, read_[i].dated});
    }
  }

  std::size_t event_at(const std::string& id, const std::string& path) const {
    const auto at = index_.find(id);
    if (at != index_.end()) return at->second;
    throw LineFault{Refusal::bad_field, path, fmt::format("no event of this line has the id {}", shown(id)),
                    "use the \"id\" of one of the \"events\""};
  }

  // Same as the same is the same: each group is named by its first mention, whichever way its members point.
  void join_same() {
    std::vector<std::size_t> first(read_.size());
    std::iota(first.begin(), first.end(), std::size_t{0});
    const auto root = [&](std::size_t i) {
      while (first[i] != i) i = first[i] = first[first[i]];
      return i;
    };
    for (std::size_t i = 0; i < read_.size(); ++i) {
      if (read_[i].same_as.empty()) continue;
      const std::size_t a = root(i), b = root(event_at(read_[i].same_as, read_[i].path + ".same_as"));
      first[std::max(a, b)] = std::min(a, b);
    }
    for (std::size_t i = 0; i < read_.size(); ++i) read_[i].claim.same_as = read_[root(i)].claim.id;
    for (GivenClaim& each : read_) given_.claims.claims.push_back(std::move(each.claim));
  }

  std::set<std::string> times() const {
    std::set<std::string> ids;
    if (const Json* times = field(line_, "times")) {
      for (const Json& time : *times) ids.insert(text_of(time, "id"));
    }
    return ids;
  }

  void read_links() {
    const Json* links = field(line_, "links");
    if (!links) return;
    const std::set<std::string> time_ids = times();
    for (std::size_t i = 0; i < links->size(); ++i) {
      const std::string to = text_of((*links)[i], "to");
      if (index_.contains(to) || !time_ids.contains(to)) read_link((*links)[i], fmt::format("$.links[{}]", i));
    }
  }

  void read_link(const Json& object, const std::string& path) {
    const std::size_t from = event_at(text_of(object, "from"), path + ".from");
    const std::size_t to = event_at(text_of(object, "to"), path + ".to");
    if (from == to)
      throw LineFault{Refusal::bad_field, path, "ties an event to itself", "name two events, or leave the link out"};
    const std::string name = text_of(object, "relation");
    const auto relation = relation_of(name);
    if (!relation)
      throw LineFault{Refusal::bad_field, path + ".relation", fmt::format("{} ties an event to a time only", name),
                      "use before, includes or simultaneous between events"};
    const bool turned = name == "AFTER" || name == "IS_INCLUDED";
    const std::vector<Claim>& claims = given_.claims.claims;
    ClaimLink link;
    link.from = claims[turned ? to : from].id;
    link.to = claims[turned ? from : to].id;
    link.relation = *relation;
    link.rule = text_or(object, "rule", "stated");
    if (const Json* weight = field(object, "weight")) link.weight = static_cast<std::uint8_t>(weight->get<int>());
    link.evidence = evidence_of(object, path, claims[to].sentence);
    given_.claims.links.push_back(std::move(link));
  }

  Span evidence_of(const Json& object, const std::string& path, Span otherwise) const {
    if (const auto bytes = text_.bytes(object, "evidence_begin", "evidence_end", path)) return *bytes;
    const std::string words = text_of(object, "evidence");
    return folded_blanks(words).empty() ? otherwise : text_.quote(words, text_.all(), path + ".evidence");
  }

  const Json& line_;
  const std::optional<CalendarTime>& published_;
  const QuotedText text_;
  GivenClaims given_;
  std::vector<GivenClaim> read_;              // in the order of their triggers
  std::map<std::string, std::size_t> index_;  // into read_, and into the claims, by id of the line
};

}  // namespace

Taken<GivenClaims> parse_events_line(std::string_view line, const std::string& where,
                                     const std::optional<CalendarTime>& published) {
  if (!find_json_fault(line).what.empty()) return broken(line, where);
  TwiceNamed twice;
  const Json value = Json::parse(line, std::ref(twice), false);
  if (value.is_discarded()) return broken(line, where);
  if (!twice.name.empty())
    return Refused{Refusal::bad_field,
                   {ErrorKind::refused, fmt::format("an object has the field {} twice", shown(twice.name)), where,
                    "name each field once"}};
  const auto faults = events_schema().check(value);
  if (!faults.empty()) return misshapen(faults, where);
  if (const std::string path = find_nul(value, "$"); !path.empty())
    return Refused{Refusal::nul_byte,
                   {ErrorKind::refused, path + ": has a NUL character (\\u0000)", where, "take it out"}};
  try {
    GivenClaims given = LineReader(value, published).read();
    given.where = where;
    return given;
  } catch (const LineFault& fault) {
    return Refused{fault.refusal, {ErrorKind::refused, fault.path + ": " + fault.what, where, fault.mend}};
  }
}

}  // namespace forewhen::ingest
