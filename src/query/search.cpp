// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/search.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "forewhen/base/stem.h"
#include "forewhen/graph/event_row.h"
#include "query/admission.h"
#include "query/word_fit.h"

namespace forewhen {
namespace {

constexpr std::size_t kEvery = 10000000;            // events of a stem
constexpr std::size_t kMostStems = 50;              // that one word stands for
constexpr std::size_t kLeastBeginning = 3;          // letters
constexpr std::size_t kOneSlip = 4, kTwoSlips = 8;  // letters from which on so many are forgiven

struct Word {
  std::string typed;
  WordMatch match = WordMatch::none;
  std::vector<std::string> stems;
};

double quality_of(WordMatch match) {
  switch (match) {
    case WordMatch::none:
      return 0;
    case WordMatch::exact:
      return 1;
    case WordMatch::prefix:
      return 0.6;
    case WordMatch::typo:
      return 0.4;
  }
  return 0;
}

Result<std::vector<std::string>> stems_of_typo(const EventSource& source, const std::string& stem) {
  const std::size_t most = stem.size() >= kTwoSlips ? 2 : stem.size() >= kOneSlip ? 1 : 0;
  std::vector<std::string> near;
  if (most == 0) return near;
  const Result<std::vector<std::string>> all = source.stems("");
  if (!all.ok()) return all.error();
  for (std::size_t slips = 1; slips <= most && near.empty(); ++slips) {
    for (const std::string& other : *all)
      if (near.size() < kMostStems && within_slips(stem, other, slips)) near.push_back(other);
  }
  return near;
}

Result<bool> is_known(const EventSource& source, const std::string& stem) {
  const Result<std::vector<ScoredEvent>> any = source.search({stem}, 1);
  if (!any.ok()) return any.error();
  return !any->empty();
}

Result<Word> read_word(const EventSource& source, std::string_view typed, const std::string& stem) {
  Word word{std::string(typed), WordMatch::exact, {stem}};
  const bool star = typed.ends_with('*');
  if (!star) {
    const Result<bool> known = is_known(source, stem);
    if (!known.ok()) return known.error();
    if (*known) return word;
  }
  const std::string beginning = normalised_name(star ? typed.substr(0, typed.size() - 1) : typed);
  if (star || beginning.size() >= kLeastBeginning) {
    Result<std::vector<std::string>> stems = source.stems(beginning);
    if (!stems.ok()) return stems.error();
    if (stems->size() > kMostStems) stems->resize(kMostStems);
    if (!stems->empty()) return Word{std::string(typed), WordMatch::prefix, *std::move(stems)};
  }
  Result<std::vector<std::string>> stems = stems_of_typo(source, stem);
  if (!stems.ok()) return stems.error();
  return Word{std::string(typed), stems->empty() ? WordMatch::none : WordMatch::typo, *std::move(stems)};
}

Result<std::vector<Word>> read_words(const EventSource& source, std::string_view text) {
  std::vector<Word> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n"), text.size());
    const std::string_view typed = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::vector<std::string> stems = content_stems(typed);
    for (const std::string& stem : stems) {
      // A star and a beginning belong to words of one part.
      const std::string_view as = stems.size() == 1 ? typed : std::string_view(stem);
      Result<Word> word = read_word(source, as, stem);
      if (!word.ok()) return word.error();
      words.push_back(*std::move(word));
    }
  }
  return words;
}

struct Tally {
  double score = 0;
  std::vector<std::pair<double, std::string>> best;  // of each word: its part of the score, its stem
};

const char* describe(Found found) {
  switch (found) {
    case Found::nowhere:
      return "";
    case Found::sentence:
      return "evidence";
    case Found::circumstance:
      return "who or where";
    default:
      return "what it is called";
  }
}

SearchHit hit_of(Event event, const Tally& tally, const std::vector<Word>& words) {
  SearchHit hit{std::move(event), tally.score, {}};
  for (std::size_t i = 0; i < words.size(); ++i) {
    FoundWord found{words[i].typed, tally.best[i].second, WordMatch::none, ""};
    if (!found.stem.empty()) {
      found.match = words[i].match;
      found.where = describe(fit_words(hit.event, {{found.stem, found.stem, {}, false}}).found[0]);
    }
    hit.words.push_back(std::move(found));
  }
  return hit;
}

}  // namespace

std::string_view name_of(WordMatch match) {
  switch (match) {
    case WordMatch::none:
      return "";
    case WordMatch::exact:
      return "word";
    case WordMatch::prefix:
      return "beginning";
    case WordMatch::typo:
      return "typo";
  }
  return "";
}

Result<std::vector<std::string>> nearest_stems(const EventSource& source, std::string_view word) {
  const std::vector<std::string> stems = content_stems(word);
  if (stems.size() != 1) return std::vector<std::string>();
  Result<Word> read = read_word(source, word, stems[0]);
  if (!read.ok()) return read.error();
  return read->match == WordMatch::exact ? std::vector<std::string>() : std::move(read->stems);
}

Result<SearchAnswer> search_events(const EventSource& source, std::string_view text, const SearchOptions& options) {
  const Result<std::vector<Word>> words = read_words(source, text);
  if (!words.ok()) return words.error();
  if (words->empty())
    return Error{ErrorKind::usage, fmt::format("'{}' has no word to look for", text), "", "name what happened"};
  std::map<EventId, Tally> tallies;
  for (std::size_t i = 0; i < words->size(); ++i) {
    for (const std::string& stem : (*words)[i].stems) {
      const Result<std::vector<ScoredEvent>> scored = source.search({stem}, kEvery);
      if (!scored.ok()) return scored.error();
      for (const ScoredEvent& one : *scored) {
        Tally& tally = tallies[one.event];
        tally.best.resize(words->size());
        const double score = one.score * quality_of((*words)[i].match);
        if (score > tally.best[i].first) tally.best[i] = {score, stem};
      }
    }
  }
  struct Ranked {
    EventId event;
    const Tally* tally;
    bool complete;
  };
  std::vector<Ranked> ranked;
  for (auto& [event, tally] : tallies) {
    bool complete = true;
    for (const auto& [score, stem] : tally.best) tally.score += score, complete &= !stem.empty();
    ranked.push_back({event, &tally, complete});
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    return a.complete != b.complete ? a.complete : a.tally->score > b.tally->score;
  });
  const Result<Admission> admission = Admission::make(source, options.filter);
  if (!admission.ok()) return admission.error();
  SearchAnswer answer;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    if (options.limit != 0 && answer.hits.size() == options.limit) {
      answer.more = ranked.size() - i;
      answer.left_out.at_least = true;
      break;
    }
    Result<std::optional<Event>> event = source.find_event(ranked[i].event);
    if (!event.ok()) return event.error();
    if (!event->has_value()) continue;
    const Verdict verdict = admission->judge(row_of(**event));
    count(answer.left_out, verdict);
    if (verdict == Verdict::in) answer.hits.push_back(hit_of(**std::move(event), *ranked[i].tally, *words));
  }
  return answer;
}

Result<std::vector<ScoredDocument>> search_documents(const EventSource& source, std::string_view words,
                                                     std::size_t limit) {
  const std::vector<std::string> stems = content_stems(words);
  if (stems.empty())
    return Error{ErrorKind::usage, fmt::format("'{}' has no word to look for", words), "", "name what it is about"};
  return source.search_documents(stems, limit == 0 ? kEvery : limit);
}

Result<std::optional<NamingDocument>> naming_document(const EventSource& source, std::string_view text) {
  const Result<std::vector<std::string>> ids = source.records_named(text);
  if (!ids.ok()) return ids.error();
  std::optional<NamingDocument> found;
  for (const std::string& id : *ids) {
    Result<std::optional<NamingDocument>> one = source.naming_document(id);
    if (!one.ok()) return one.error();
    if (!one->has_value()) continue;
    if (found)
      return Error{ErrorKind::ambiguous, fmt::format("'{}' is a document of several data sets", text), "",
                   "give the data set's name before it"};
    found = **std::move(one);
  }
  return found;
}

}  // namespace forewhen
