// SPDX-License-Identifier: Apache-2.0
#include "query/sequence_terms.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "forewhen/base/stem.h"
#include "query/synonyms.h"

namespace forewhen {
namespace {

constexpr std::size_t kLeastTerms = 2, kMostTerms = 8;

Result<std::unordered_set<EventId>> events_having(const EventSource& source, const QueryWord& word) {
  std::unordered_set<EventId> events;
  std::vector<std::string> stems = word.synonyms;
  stems.push_back(word.stem);
  for (const std::string& stem : stems) {
    const Result<std::vector<ScoredEvent>> found = source.search({stem}, std::numeric_limits<std::size_t>::max());
    if (!found.ok()) return found.error();
    for (const ScoredEvent& one : *found) events.insert(one.event);
  }
  return events;
}

bool is_called(const Event& event, const std::vector<QueryWord>& words) {
  const WordFit fit = fit_words(event, words);
  return std::all_of(fit.found.begin(), fit.found.end(), [](Found found) { return found >= Found::synonym; });
}

}  // namespace

Result<SequenceTerms> SequenceTerms::read(const EventSource& source, const std::vector<std::string>& terms) {
  if (terms.size() < kLeastTerms || terms.size() > kMostTerms) {
    return Error{ErrorKind::usage, fmt::format("{} terms make no sequence", terms.size()), "",
                 fmt::format("name {} to {}, such as THREATEN ASSAULT", kLeastTerms, kMostTerms)};
  }
  SequenceTerms read;
  for (const std::string& text : terms) {
    Term term;
    const std::optional<PloverType> type = parse_plover(text);
    if (type && *type != PloverType::none) {
      term.type = *type;
      read.terms_.push_back(std::move(term));
      continue;
    }
    for (const std::string& stem : content_stems(text)) term.words.push_back({stem, stem, synonyms_of(stem), false});
    if (term.words.empty()) {
      return Error{ErrorKind::usage, fmt::format("'{}' names no kind of event", text), "",
                   "give a PLOVER type or a word"};
    }
    for (const QueryWord& word : term.words) {
      Result<std::unordered_set<EventId>> having = events_having(source, word);
      if (!having.ok()) return having.error();
      if (&word == &term.words.front()) {
        term.having_words = *std::move(having);
      } else {
        std::erase_if(term.having_words, [&](EventId id) { return !having->contains(id); });
      }
    }
    if (term.having_words.empty()) {
      return Error{ErrorKind::not_found, fmt::format("'{}' is no PLOVER type, and no event is called so", text), "",
                   "types are AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN "
                   "PROTEST SANCTION MOBILIZE COERCE ASSAULT"};
    }
    read.terms_.push_back(std::move(term));
  }
  return read;
}

Result<std::uint32_t> SequenceTerms::fit(const EventSource& source, const EventRow& row) const {
  std::uint32_t fitting = 0;
  std::optional<Event> event;
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    const Term& term = terms_[i];
    bool fits = term.type != PloverType::none && term.type == row.type;
    if (term.having_words.contains(row.event)) {
      if (!event) {
        Result<std::optional<Event>> found = source.find_event(row.event);
        if (!found.ok()) return found.error();
        if (!found->has_value()) continue;
        event = **std::move(found);
      }
      fits = is_called(*event, term.words);
    }
    if (fits) fitting |= std::uint32_t{1} << i;
  }
  return fitting;
}

}  // namespace forewhen
