// SPDX-License-Identifier: Apache-2.0
// Full text: events by the words of what they are called, who takes part, where, and the sentences that tell them. A
// list, best first; resolve.h takes one event or none.
//
// Words meet in their stems ("bombings" finds "bombed"). "bomb*" means every word that begins so. A word that no event
// has stands for those that begin with it (three letters or more), else for those that differ by one slip of the
// fingers: a letter too many, too few, another one, or two changed about; by two slips from eight letters on.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "forewhen/query/filter.h"

namespace forewhen {

enum class WordMatch { none, exact, prefix, typo };
std::string_view name_of(WordMatch match);  // "", "word", "beginning", "typo"

struct FoundWord {
  std::string typed;
  std::string stem;  // found; empty when none
  WordMatch match = WordMatch::none;
  std::string where;  // "what it is called", "who or where", "evidence"
};

struct SearchHit {
  Event event;
  // Sum over words of weight * log(1 + N / n), as EventSource::search; times 0.6 for a beginning, 0.4 for a typo.
  double score = 0;
  std::vector<FoundWord> words;  // in the order typed
};

struct SearchAnswer {
  std::vector<SearchHit> hits;  // those having every word first, then by score, then by id
  std::uint64_t more = 0;       // events that have some word and were not read; some of them a filter might leave out
  LeftOut left_out;
};

struct SearchOptions {
  EventFilter filter;
  std::size_t limit = 20;  // 0: all
};

// usage: no word to look for.
Result<SearchAnswer> search_events(const EventSource& source, std::string_view words,
                                   const SearchOptions& options = {});

// The same of documents that tell no event, which data sets list: by titles, names, places and themes, whole words
// only.
Result<std::vector<ScoredDocument>> search_documents(const EventSource& source, std::string_view words,
                                                     std::size_t limit);
// The one whose id, with or without the data set's name, this is. ambiguous: several.
Result<std::optional<NamingDocument>> naming_document(const EventSource& source, std::string_view text);

// Stems of the source that a word which it lacks may have been meant for, best first; nothing when it has the word.
Result<std::vector<std::string>> nearest_stems(const EventSource& source, std::string_view word);

// Whether `a` becomes `b` by at most `most` slips (optimal string alignment distance, in characters).
bool within_slips(std::string_view a, std::string_view b, std::size_t most);

}  // namespace forewhen
