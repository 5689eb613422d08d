// SPDX-License-Identifier: Apache-2.0
// From decided rows to answers that a person can check: events read, ties, reasons, quotes.
#pragma once

#include "query/gather.h"
#include "query/quotes.h"

namespace forewhen {

class Explainer {
 public:
  // All that is handed in must outlive it.
  Explainer(const EventSource& source, const Event& subject, const LinkOrder& order, Direction direction, bool quotes)
      : source_(source), subject_(subject), order_(order), direction_(direction), quotes_(quotes), quoter_(source) {}

  // corrupt: the index names an event that is not there.
  Result<AnswerItem> item(const Candidate& candidate);
  // Adds the sentences that mention the event, those of the subject's own documents first, and those of the links.
  Status quote(AnswerItem& item);

 private:
  const EventSource& source_;
  const Event& subject_;
  const LinkOrder& order_;
  Direction direction_;
  bool quotes_;
  Quoter quoter_;
};

void sort_for_print(std::vector<AnswerItem>& items);

// What the reader must know about the subject, and about links that dates overrule beyond those of the items.
std::vector<std::string> notes_for(const Event& subject, const LinkOrder& order, const BeforeOptions& options,
                                   const std::vector<AnswerItem>& items);

}  // namespace forewhen
