// SPDX-License-Identifier: Apache-2.0
// From what a person types to the event that is meant. A question is never answered for an event that was only guessed:
// either one event fits clearly better than all others, or the candidates are listed and the person chooses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "forewhen/query/filter.h"

namespace forewhen {

struct EventCandidate {
  Event event;
  double score = 0;                  // of the search; comparable within one resolution only
  std::vector<std::string> missing;  // words of the question that this event does not have

  friend bool operator==(const EventCandidate&, const EventCandidate&) = default;
};

struct Resolution {
  enum class Outcome { found, ambiguous, not_found };

  Outcome outcome = Outcome::not_found;
  EventId event;    // when found
  std::string how;  // why it was taken, one line: "all words fit, the next best reaches 41 %"
  // found: the one taken first, then others that fit less; ambiguous: those to choose from, best first, chosen by
  // number from 1; not_found: the nearest, perhaps none.
  std::vector<EventCandidate> candidates;
  std::string mend;  // what to type instead: "choose one: 'drone attack #2', or its id"

  friend bool operator==(const Resolution&, const Resolution&) = default;
};

// `text` is one of
//   e0123456789abcdef   an event's id, or that of any claim about it (c...)
//   e0123               the beginning of one, at least 4 digits, as long as only one event has it
//   @DOCUMENT:BYTE      the event whose trigger covers that byte of that document; the last colon parts them, so
//                       document ids may contain colons. Where no trigger does, the events of that sentence are listed
//   drone strike        words: every word, or another word for the same kind of event, must fit; 2021-11-07, 2021-11
//                       and 2021 among them narrow the time
//   drone strike #2     the second of the candidates that those words have
// Candidates that `filter` does not let through are not looked at (a planned event is found all the same: asking for it
// is no claim that it happened).
// An Error says that the store cannot be read or that the text is malformed (usage); everything else is a Resolution.
Result<Resolution> resolve_event(const EventSource& source, std::string_view text, const EventFilter& filter = {});

// The same as an Error for callers that cannot choose: ambiguous or not_found, `what` with the numbered list.
// REQUIRES: outcome is not found
Error to_error(const Resolution& resolution, std::string_view text);

// "1  2021-11-07  e0123456789abcdef  Drone attack on ...", one line.
std::string describe_candidate(const EventCandidate& candidate, std::size_t number);

}  // namespace forewhen
