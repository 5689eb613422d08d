// SPDX-License-Identifier: Apache-2.0
#include "tests/stories/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "forewhen/base/span.h"
#include "forewhen/time/iso.h"

namespace forewhen::stories {
namespace {

using Json = nlohmann::json;

// A text field, empty when it is missing or null.
std::string text_of(const Json& object, const char* field) {
  const auto at = object.find(field);
  return at != object.end() && at->is_string() ? at->get<std::string>() : "";
}

bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

// Where the bracketed words of a passage stand in a text. Only whole words count: "attack" is not in "attackers".
std::vector<Span> occurrences(const Passage& passage, const std::string& text) {
  std::vector<Span> found;
  for (auto at = text.find(passage.words); at != std::string::npos; at = text.find(passage.words, at + 1)) {
    const auto end = at + passage.words.size();
    if (at > 0 && is_letter(text[at - 1]) && is_letter(text[at])) continue;
    if (end < text.size() && is_letter(text[end]) && is_letter(text[end - 1])) continue;
    found.push_back({static_cast<std::uint32_t>(at + passage.begin), static_cast<std::uint32_t>(at + passage.end)});
  }
  return found;
}

bool mentioned_at(const Json& event, const Passage& passage, const Story& story) {
  for (const Json& mention : event.value("mentions", Json::array())) {
    const Span span{mention.value("begin", 0u), mention.value("end", 0u)};
    for (const StoryDocument& document : story.documents) {
      if (text_of(mention, "document") != document.id) continue;
      if (!passage.document.empty() && passage.document != document.id) continue;
      if (std::ranges::any_of(occurrences(passage, document.text), [&](const Span& s) { return s.overlaps(span); }))
        return true;
    }
  }
  return false;
}

// Bounds of the start; open where the program gives none.
Interval start_of(const Json& event) {
  const auto when = event.find("when");
  if (when == event.end() || !when->is_object()) return {};
  Interval start;
  if (const auto begin = parse_iso(text_of(*when, "earliest_start"))) start.begin = begin->start;
  if (const auto end = parse_iso(text_of(*when, "latest_start"))) start.end = end->start;
  return start;
}

bool date_fits(const ExpectedDate& expected, const Json& event) {
  if (expected.kind == ExpectedDate::Kind::any) return true;
  const Interval start = start_of(event);
  if (expected.kind == ExpectedDate::Kind::undated) return start.begin == kOpenPast;
  if (start.begin == kOpenPast || start.end == kOpenFuture) return false;
  if (start.begin < expected.interval.begin || start.end > expected.interval.end) return false;
  return expected.any_part || (start.end - start.begin) * 2 >= expected.interval.end - expected.interval.begin;
}

std::string modality_of(const Json& event) {
  if (text_of(event, "polarity") == "negative") return "negated";
  const std::string modality = text_of(event, "modality");
  return modality.empty() ? "actual" : modality;
}

bool contains_any(const std::string& text, const std::vector<std::string>& names) {
  return std::ranges::any_of(names, [&](const std::string& name) { return text.find(name) != std::string::npos; });
}

bool has_participant(const Json& event, const std::vector<std::string>& names) {
  const Json participants = event.value("participants", Json::array());
  return std::ranges::any_of(participants, [&](const Json& one) {
    return contains_any(text_of(one, "name"), names) || contains_any(text_of(one, "text"), names);
  });
}

bool happens_at(const Json& event, const std::vector<std::string>& names) {
  const auto place = event.find("place");
  if (place == event.end() || !place->is_object()) return false;
  return contains_any(text_of(*place, "name"), names) || contains_any(text_of(*place, "within"), names);
}

std::string describe(const Json& event) {
  std::string mentions;
  for (const Json& mention : event.value("mentions", Json::array()))
    mentions +=
        fmt::format("{}{}@{}", mentions.empty() ? "" : " ", text_of(mention, "text"), text_of(mention, "document"));
  const Interval start = start_of(event);
  return fmt::format(
      "{} {}..{} {} [{}] {}", text_of(event, "certainty"), start.begin == kOpenPast ? "" : format_iso(start.begin),
      start.end == kOpenFuture ? "" : format_iso(start.end), modality_of(event), mentions, text_of(event, "summary"));
}

class Check {
 public:
  Check(const Story& story, const Question& question, const ProcessResult& result)
      : story_(story), question_(question), result_(result) {}

  std::vector<std::string> run() {
    const bool fails = std::ranges::any_of(question_.expectations, [](const Expectation& e) {
      return e.kind == Expectation::Kind::asks_back || e.kind == Expectation::Kind::not_found;
    });
    if (!fails && result_.exit_code != 0) {
      complain(question_.line, fmt::format("exit code {}: {}", result_.exit_code, result_.err));
      return complaints_;
    }
    if (!read_answers()) return complaints_;
    for (const Expectation& e : question_.expectations) check(e);
    if (!complaints_.empty()) {
      std::string given = "answered:";
      for (const Json& answer : answers_) given += "\n    " + describe(answer);
      complain(question_.line, given);
    }
    return complaints_;
  }

 private:
  void complain(int line, const std::string& what) {
    complaints_.push_back(fmt::format("{}:{}: {}", story_.file, line, what));
  }

  bool read_answers() {
    std::istringstream lines(result_.out);
    for (std::string line; std::getline(lines, line);) {
      if (line.empty()) continue;
      Json answer = Json::parse(line, nullptr, false);
      if (!answer.is_object()) {
        complain(question_.line, "not a JSON object: " + line);
        return false;
      }
      if (answer.contains("event")) answers_.push_back(std::move(answer));
    }
    return true;
  }

  std::vector<const Json*> at(const Passage& passage) const {
    std::vector<const Json*> found;
    for (const Json& answer : answers_) {
      if (mentioned_at(answer, passage, story_)) found.push_back(&answer);
    }
    return found;
  }

  void check(const Expectation& e) {
    switch (e.kind) {
      case Expectation::Kind::given:
        return check_given(e);
      case Expectation::Kind::absent:
        return check_absent(e);
      case Expectation::Kind::in_order:
        return check_order(e);
      case Expectation::Kind::nothing_else:
        return check_nothing_else(e);
      case Expectation::Kind::count:
        if (answers_.size() != e.number)
          complain(e.line, fmt::format("{} events and not {}", answers_.size(), e.number));
        return;
      case Expectation::Kind::one_event:
        return check_identity(e, true);
      case Expectation::Kind::apart:
        return check_identity(e, false);
      case Expectation::Kind::modality:
        return check_property(e, "modality", [&](const Json& event) {
          return std::ranges::find(e.names, modality_of(event)) != e.names.end();
        });
      case Expectation::Kind::participant:
        return check_property(e, "participant", [&](const Json& event) { return has_participant(event, e.names); });
      case Expectation::Kind::happens_at:
        return check_property(e, "place", [&](const Json& event) { return happens_at(event, e.names); });
      case Expectation::Kind::asks_back:
        if (result_.exit_code != 1 || !answers_.empty())
          complain(e.line, "several events fit, but it did not ask which");
        return;
      case Expectation::Kind::not_found:
        if (result_.exit_code != 1 || !answers_.empty())
          complain(e.line, "answered although nothing of that name is there");
        return;
    }
  }

  bool fits(const Expectation& e, const Json& answer) const {
    return mentioned_at(answer, e.passages[0], story_) && date_fits(e.date, answer) &&
           (e.certainty.empty() || text_of(answer, "certainty") == e.certainty);
  }

  void check_given(const Expectation& e) {
    if (std::ranges::any_of(answers_, [&](const Json& answer) { return fits(e, answer); })) return;
    const std::vector<const Json*> there = at(e.passages[0]);
    complain(e.line, there.empty() ? fmt::format("no answer at '{}'", e.passages[0].written)
                                   : fmt::format("'{}' is there, but with another date or certainty: {}",
                                                 e.passages[0].written, describe(*there[0])));
  }

  void check_absent(const Expectation& e) {
    for (const Json* answer : at(e.passages[0]))
      complain(e.line, fmt::format("'{}' must not be there: {}", e.passages[0].written, describe(*answer)));
  }

  void check_order(const Expectation& e) {
    std::size_t next = 0;
    for (const Expectation& other : question_.expectations) {
      if (other.kind != Expectation::Kind::given) continue;
      std::size_t at = next;
      while (at < answers_.size() && !fits(other, answers_[at])) ++at;
      if (at == answers_.size()) {
        complain(e.line, fmt::format("'{}' does not come where line {} has it", other.passages[0].written, other.line));
        return;
      }
      next = at + 1;
    }
  }

  void check_nothing_else(const Expectation& e) {
    for (const Json& answer : answers_) {
      if (!e.certainty.empty() && text_of(answer, "certainty") != e.certainty) continue;
      const bool expected = std::ranges::any_of(question_.expectations, [&](const Expectation& other) {
        return other.kind == Expectation::Kind::given && mentioned_at(answer, other.passages[0], story_);
      });
      if (!expected) complain(e.line, "not expected: " + describe(answer));
    }
  }

  void check_identity(const Expectation& e, bool same) {
    std::vector<std::set<std::string>> ids;
    for (const Passage& passage : e.passages) {
      ids.emplace_back();
      for (const Json* answer : at(passage)) ids.back().insert(text_of(*answer, "event"));
      if (ids.back().empty()) return complain(e.line, fmt::format("no event at '{}'", passage.written));
    }
    for (std::size_t i = 1; i < ids.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) check_pair(e, same, i, j, ids);
    }
  }

  void check_pair(const Expectation& e, bool same, std::size_t i, std::size_t j,
                  const std::vector<std::set<std::string>>& ids) {
    std::vector<std::string> common;
    std::ranges::set_intersection(ids[i], ids[j], std::back_inserter(common));
    if (common.empty() == !same) return;
    complain(e.line, fmt::format("'{}' and '{}' are {}", e.passages[j].written, e.passages[i].written,
                                 same ? "two events" : "one event"));
  }

  template <class Holds>
  void check_property(const Expectation& e, const char* what, Holds holds) {
    const std::vector<const Json*> there = at(e.passages[0]);
    if (there.empty()) return complain(e.line, fmt::format("no event at '{}'", e.passages[0].written));
    if (std::ranges::any_of(there, [&](const Json* answer) { return holds(*answer); })) return;
    complain(e.line,
             fmt::format("another {} at '{}': {} {} {}", what, e.passages[0].written, describe(*there[0]),
                         there[0]->value("participants", Json()).dump(), there[0]->value("place", Json()).dump()));
  }

  const Story& story_;
  const Question& question_;
  const ProcessResult& result_;
  std::vector<Json> answers_;
  std::vector<std::string> complaints_;
};

}  // namespace

std::vector<std::string> check_question(const Story& story, const Question& question, const ProcessResult& result) {
  return Check(story, question, result).run();
}

}  // namespace forewhen::stories
