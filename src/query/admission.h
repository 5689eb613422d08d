// SPDX-License-Identifier: Apache-2.0
// A filter made ready to be asked of rows: in, out, or left out for a reason that the answer counts.
#pragma once

#include <unordered_set>

#include "forewhen/query/filter.h"

namespace forewhen {

enum class Verdict { in, out, planned, hypothetical, negated, undated, unlikely };

// Whether what the event tells did not happen, and how. Negative polarity is negated, whatever the modality.
Verdict verdict_of_modality(Modality modality, Polarity polarity);

class Admission {
 public:
  // Reads the list of the filter's document, if it names one.
  static Result<Admission> make(const EventSource& source, const EventFilter& filter);

  Verdict judge(const EventRow& row) const;

 private:
  explicit Admission(const EventFilter& filter) : filter_(filter) {}
  bool fits(const EventRow& row) const;

  EventFilter filter_;
  std::unordered_set<EventId> of_document_;
};

// Adds one to the count that the verdict names; nothing for in and out.
void count(LeftOut& left_out, Verdict verdict);

}  // namespace forewhen
