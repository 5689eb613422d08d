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
constexpr std::size_t kFurther = 16;                // times as many are asked for when a filter left too many out
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

// What a word that no event has, or one with a star, may stand for.
Result<Word> read_unknown(const EventSource& source, std::string_view typed, const std::string& stem) {
  const bool star = typed.ends_with('*');
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

// Each as it stands, whether or not an event has it.
std::vector<Word> split_words(std::string_view text) {
  std::vector<Word> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n"), text.size());
    const std::string_view typed = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::vector<std::string> stems = content_stems(typed);
    for (const std::string& stem : stems) {
      // A star and a beginning belong to words of one part.
      const std::string_view as = stems.size() == 1 ? typed : std::string_view(stem);
      words.push_back({std::string(as), WordMatch::exact, {stem}});
    }
  }
  return words;
}

std::vector<SoughtWord> sought(const std::vector<Word>& words) {
  std::vector<SoughtWord> sought;
  for (const Word& word : words) sought.push_back({word.stems, quality_of(word.match)});
  return sought;
}

// The best, with what the words were found to stand for.
Result<BestEvents> best_events(const EventSource& source, std::vector<Word>& words, std::size_t limit) {
  Result<BestEvents> found = source.best_events(sought(words), limit);
  if (!found.ok()) return found;
  bool as_typed = true;
  for (Word& word : words) {
    if (!word.typed.ends_with('*') && found->rarity.contains(word.stems[0])) continue;
    Result<Word> other = read_unknown(source, word.typed, word.stems[0]);
    if (!other.ok()) return other.error();
    word = *std::move(other);
    as_typed = false;
  }
  return as_typed ? std::move(found) : source.best_events(sought(words), limit);
}

// The one of the word's stems that adds most to the score of the event; empty: none.
std::string best_stem(const Event& event, const Word& word, const std::map<std::string, double>& rarity) {
  std::string best;
  double most = 0;
  for (const std::string& stem : word.stems) {
    const auto term = std::lower_bound(event.terms.begin(), event.terms.end(), stem,
                                       [](const auto& each, const std::string& wanted) { return each.first < wanted; });
    const auto known = rarity.find(stem);
    if (term == event.terms.end() || term->first != stem || known == rarity.end()) continue;
    const double adds = term->second * known->second;
    if (adds > most) most = adds, best = stem;
  }
  return best;
}

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

SearchHit hit_of(Event event, double score, const std::vector<Word>& words,
                 const std::map<std::string, double>& rarity) {
  SearchHit hit{std::move(event), score, {}};
  for (const Word& word : words) {
    FoundWord found{word.typed, best_stem(hit.event, word, rarity), WordMatch::none, ""};
    if (!found.stem.empty()) {
      found.match = word.match;
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
  if (!word.ends_with('*')) {
    const Result<std::vector<ScoredEvent>> any = source.search(stems, 1);
    if (!any.ok()) return any.error();
    if (!any->empty()) return std::vector<std::string>();
  }
  Result<Word> read = read_unknown(source, word, stems[0]);
  if (!read.ok()) return read.error();
  return std::move(read->stems);
}

Result<SearchAnswer> search_events(const EventSource& source, std::string_view text, const SearchOptions& options) {
  std::vector<Word> words = split_words(text);
  if (words.empty())
    return Error{ErrorKind::usage, fmt::format("'{}' has no word to look for", text), "", "name what happened"};
  const Result<Admission> admission = Admission::make(source, options.filter);
  if (!admission.ok()) return admission.error();
  std::size_t asked = options.limit == 0 ? kEvery : options.limit;
  Result<BestEvents> found = best_events(source, words, asked);
  if (!found.ok()) return found.error();
  SearchAnswer answer;
  for (std::size_t i = 0; i < found->in_all; ++i) {
    if (options.limit != 0 && answer.hits.size() == options.limit) {
      answer.more = found->in_all - i;
      answer.left_out.at_least = true;
      break;
    }
    if (i == found->best.size()) {  // the filter left some out: further down the same list
      asked *= kFurther;
      found = source.best_events(sought(words), asked);
      if (!found.ok()) return found.error();
      if (i >= found->best.size()) break;
    }
    const ScoredEvent& one = found->best[i];
    Result<std::optional<Event>> event = source.find_event(one.event);
    if (!event.ok()) return event.error();
    if (!event->has_value()) continue;
    const Verdict verdict = admission->judge(row_of(**event));
    count(answer.left_out, verdict);
    if (verdict == Verdict::in) answer.hits.push_back(hit_of(**std::move(event), one.score, words, found->rarity));
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
