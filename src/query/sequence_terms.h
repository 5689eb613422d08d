// SPDX-License-Identifier: Apache-2.0
// The terms of a sequence: a PLOVER type, or words that an event is called by.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "forewhen/model/event_source.h"
#include "query/word_fit.h"

namespace forewhen {

class SequenceTerms {
 public:
  // Words are looked up in the index. usage, not_found: as find_sequences() says.
  static Result<SequenceTerms> read(const EventSource& source, const std::vector<std::string>& terms);

  // The terms that the event fits, one bit each. The event itself is read only for words that the index has for it.
  Result<std::uint32_t> fit(const EventSource& source, const EventRow& row) const;

 private:
  struct Term {
    PloverType type = PloverType::none;
    std::vector<QueryWord> words;              // when it is no type
    std::unordered_set<EventId> having_words;  // all of them, though perhaps only in a sentence
  };
  std::vector<Term> terms_;
};

}  // namespace forewhen
