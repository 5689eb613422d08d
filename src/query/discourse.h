// SPDX-License-Identifier: Apache-2.0
// What the way of telling suggests about the order of two events of one document that neither dates nor links settle:
// tense and aspect (Reichenbach 1947; Webber 1988), the order of sentences (narrative sequence; Lascarides and Asher
// 1993), speech after what it tells. A suggestion is never certain: it makes no order definite, it only makes the
// opposite one unlikely.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "forewhen/model/event_source.h"

namespace forewhen {

struct Suggestion {
  bool subject_first = false;
  std::string rule;      // of discourse.cpp: "narrative sequence"
  int weight = 0;        // percent of trust in the rule
  std::string document;  // that tells of both
  Span earlier, later;   // the words for the two in it
};

// "'narrative sequence' (80 %) in d1:36 and 54": the rule and the bytes of the two triggers.
std::string describe(const Suggestion& suggestion);

class Discourse {
 public:
  // Both must outlive it. Reads nothing before the first question.
  Discourse(const EventSource& source, const Event& subject) : source_(source), subject_(subject) {}

  // Nothing when no document tells of both, when no rule fits, or when rules of equal weight disagree.
  Result<std::optional<Suggestion>> suggest(EventId other);

 private:
  Status load();
  Result<std::optional<Suggestion>> weigh(EventId other) const;
  Result<std::vector<Claim>> claims_of(const Event& event) const;

  const EventSource& source_;
  const Event& subject_;
  bool loaded_ = false;
  std::optional<std::pair<EventId, std::optional<Suggestion>>> last_;  // who asks both ways asks twice
  std::vector<Claim> claims_;                                          // of the subject
  std::set<EventId> told_together_;
  std::map<std::string, std::optional<CalendarTime>> published_;  // of the documents that tell of the subject
};

}  // namespace forewhen
