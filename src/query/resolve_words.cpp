// SPDX-License-Identifier: Apache-2.0
// An event by words. The rule: every word must be found, at least one of them in what the event is called, and the
// event must be clearly better than every other one of which that is true, i.e. have no word in a worse place and some
// word in a better place (what it is called, who and where, its sentences). Otherwise the person chooses. Where nothing
// is called so, words that cannot name an event ("grenade") may name who did it or with what.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "forewhen/base/stem.h"
#include "forewhen/graph/event_row.h"
#include "forewhen/query/search.h"
#include "forewhen/time/iso.h"
#include "query/admission.h"
#include "query/resolve_steps.h"
#include "query/synonyms.h"
#include "query/word_fit.h"

namespace forewhen {
namespace {

constexpr std::size_t kSearched = 200;     // events read a search; more fit equally badly
constexpr std::size_t kMostListed = 20;    // candidates shown
constexpr std::size_t kMostSearches = 64;  // combinations of synonyms tried

struct Question {
  std::vector<QueryWord> words;
  std::vector<std::string> typed;  // as typed, by word
  Interval window;
};

// 2021-11-07, 2021-11 or a year: a date narrows the window instead of being looked for.
std::optional<Interval> as_date(std::string_view word) {
  const bool year = word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
  if (!year && word.find('-') == std::string_view::npos) return std::nullopt;
  const Result<CalendarTime> time = parse_iso(word);
  return time.ok() ? std::optional<Interval>(time->extent()) : std::nullopt;
}

std::string lower(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

Question read_question(std::string_view text) {
  Question question;
  std::set<std::string> seen;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n"), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (const auto date = as_date(word)) {
      question.window.begin = std::max(question.window.begin, date->begin);
      question.window.end = std::min(question.window.end, date->end);
      continue;
    }
    for (std::string& stem : content_stems(word)) {
      if (!seen.insert(stem).second) continue;
      question.words.push_back({lower(word), stem, synonyms_of(stem), names_event(stem)});
      question.typed.emplace_back(word);
    }
  }
  return question;
}

// The searches to make: the words themselves, then with synonyms for one word, then for several.
std::vector<std::vector<std::string>> variants_of(const std::vector<QueryWord>& words) {
  std::vector<std::vector<std::string>> variants(1);
  for (const QueryWord& word : words) variants[0].push_back(word.stem);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t known = variants.size();
    for (std::size_t v = 0; v < known; ++v) {
      for (const std::string& synonym : words[i].synonyms) {
        if (variants.size() == kMostSearches) return variants;
        variants.push_back(variants[v]);
        variants.back()[i] = synonym;
      }
    }
  }
  return variants;
}

struct Hit {
  EventCandidate candidate;
  WordFit fit;
};

bool ends_in_s(std::string_view word) { return !word.empty() && (word.back() == 's' || word.back() == 'S'); }

// "Other grenade attacks": every mention is a plural, so it is not the one attack that a singular asks for.
bool tells_of_several(const Event& event) {
  return !ends_in_s(event.lemma) && std::all_of(event.mentions.begin(), event.mentions.end(),
                                                [](const Mention& mention) { return ends_in_s(mention.text); });
}

class WordSearch {
 public:
  WordSearch(const EventSource& source, Question question, Admission admission)
      : source_(source), question_(std::move(question)), admission_(std::move(admission)) {}

  Result<Resolution> run() {
    for (const std::vector<std::string>& stems : variants_of(question_.words)) {
      const Result<std::vector<ScoredEvent>> scored = source_.search(stems, kSearched);
      if (!scored.ok()) return scored.error();
      for (const ScoredEvent& one : *scored) {
        if (Status status = add(one.event); !status.ok()) return status.error();
      }
    }
    std::sort(hits_.begin(), hits_.end(), [](const Hit& a, const Hit& b) {
      if (a.fit.all() != b.fit.all()) return a.fit.all();
      if (a.fit.score != b.fit.score) return a.fit.score > b.fit.score;
      return is_newer(row_of(a.candidate.event), row_of(b.candidate.event));
    });
    return decide();
  }

 private:
  Status add(EventId id) {
    if (!seen_.insert(id).second) return Done{};
    Result<std::optional<Event>> event = source_.find_event(id);
    if (!event.ok()) return event.error();
    if (!event->has_value() || admission_.judge(row_of(**event)) != Verdict::in) return Done{};
    Hit hit{{**std::move(event), 0, {}}, {}};
    hit.fit = fit_words(hit.candidate.event, question_.words);
    hit.candidate.score = hit.fit.score;
    for (std::size_t i = 0; i < question_.words.size(); ++i) {
      if (hit.fit.found[i] == Found::nowhere) hit.candidate.missing.push_back(question_.typed[i]);
    }
    if (hit.fit.score > 0) hits_.push_back(std::move(hit));
    return Done{};
  }

  Resolution decide() {
    const auto full = static_cast<std::size_t>(
        std::count_if(hits_.begin(), hits_.end(), [](const Hit& hit) { return hit.fit.all(); }));
    if (full == 0) return listed(Resolution::Outcome::not_found, hits_.size(), "use other words, or fewer");
    // What is called so is meant; where nothing is, what was done by somebody or something called so.
    const bool named =
        std::any_of(hits_.begin(), hits_.begin() + full, [](const Hit& hit) { return hit.fit.names_it(); });
    const auto is_meant = [named](const WordFit& fit) { return named ? fit.names_it() : fit.by_doers; };
    // Who asks for "the attack" means one; events told of as several give way to those told of as one.
    const bool one = std::none_of(question_.typed.begin(), question_.typed.end(), ends_in_s) &&
                     std::any_of(hits_.begin(), hits_.begin() + full, [&](const Hit& hit) {
                       return is_meant(hit.fit) && !tells_of_several(hit.candidate.event);
                     });
    const auto fits = [&](const Hit& hit) {
      return is_meant(hit.fit) && !(one && tells_of_several(hit.candidate.event));
    };
    const auto best = std::find_if(hits_.begin(), hits_.begin() + full, fits);
    if (best == hits_.begin() + full) {
      return listed(
          Resolution::Outcome::ambiguous, full,
          "none is called so, these only mention the words; choose one by its id or with '#1' behind the words");
    }
    // What is worse or only mentions the words is no choice.
    const auto is_rival = [&fits, fit = best->fit](const Hit& hit) {
      return fits(hit) && !is_clearly_better(fit, hit.fit);
    };
    if (std::count_if(hits_.begin(), hits_.begin() + full, is_rival) > 1) {
      const auto end = std::stable_partition(hits_.begin(), hits_.begin() + full, is_rival);
      return listed(Resolution::Outcome::ambiguous, static_cast<std::size_t>(end - hits_.begin()),
                    "choose one by its id or with '#2' behind the words");
    }
    std::rotate(hits_.begin(), best, best + 1);
    Resolution resolution = listed(Resolution::Outcome::found, full, "");
    resolution.event = resolution.candidates[0].event.id;
    resolution.how = full == 1 ? "the only event that has every word"
                               : fmt::format("of {} events that have every word, it has them in the best places", full);
    return resolution;
  }

  Resolution listed(Resolution::Outcome outcome, std::size_t count, std::string mend) {
    Resolution resolution;
    resolution.outcome = outcome;
    resolution.mend = std::move(mend);
    for (std::size_t i = 0; i < std::min(count, kMostListed); ++i) resolution.candidates.push_back(hits_[i].candidate);
    if (count > kMostListed) {
      resolution.mend += fmt::format("; {} more fit, further words narrow them", count - kMostListed);
    }
    return resolution;
  }

  const EventSource& source_;
  Question question_;
  Admission admission_;
  std::set<EventId> seen_;
  std::vector<Hit> hits_;
};

// What fits when half words and slips of the fingers are forgiven, to choose from: a guess is no answer.
Status add_likely(const EventSource& source, const std::string& typed, const EventFilter& filter,
                  Resolution& resolution) {
  Result<SearchAnswer> answer = search_events(source, typed, {filter, kMostListed});
  if (!answer.ok()) return answer.error();
  std::vector<EventCandidate> likely;
  for (SearchHit& hit : answer->hits) {
    const bool all = std::all_of(hit.words.begin(), hit.words.end(),
                                 [](const FoundWord& word) { return word.match != WordMatch::none; });
    if (all) likely.push_back({std::move(hit.event), hit.score, {}});
  }
  if (likely.empty()) return Done{};
  resolution.candidates = std::move(likely);
  resolution.mend = "these have words like those typed; choose one by its id or mend the words";
  return Done{};
}

}  // namespace

Result<Resolution> resolve_words(const EventSource& source, std::string_view text, const EventFilter& filter) {
  Question question = read_question(text);
  if (question.words.empty()) {
    return Error{ErrorKind::usage, fmt::format("'{}' has no word to look for", text), "", "name what happened"};
  }
  EventFilter narrowed = filter;
  narrowed.all_modalities = true;  // to ask about a plan is not to say that it happened
  narrowed.window.begin = std::max(narrowed.window.begin, question.window.begin);
  narrowed.window.end = std::min(narrowed.window.end, question.window.end);
  Result<Admission> admission = Admission::make(source, narrowed);
  if (!admission.ok()) return admission.error();
  std::string typed;
  for (const std::string& word : question.typed) typed += (typed.empty() ? "" : " ") + word;
  Result<Resolution> resolution = WordSearch(source, std::move(question), *std::move(admission)).run();
  if (!resolution.ok() || resolution->outcome != Resolution::Outcome::not_found) return resolution;
  if (Status status = add_likely(source, typed, narrowed, *resolution); !status.ok()) return status.error();
  return resolution;
}

}  // namespace forewhen
