// SPDX-License-Identifier: Apache-2.0
// Sentences out of the documents, read once a question.
#pragma once

#include <map>
#include <vector>

#include "forewhen/query/answer.h"

namespace forewhen {

class Quoter {
 public:
  explicit Quoter(const EventSource& source) : source_(source) {}

  // The sentence of a mention; nothing when the document or the span is not there any more.
  Result<std::optional<Quote>> mention(const Mention& mention);
  // The words that a link rests on, in the sentence of a mention that holds them, if one does.
  Result<std::optional<Quote>> link(const Link& link, const std::vector<const Event*>& ends);

 private:
  Result<std::optional<Quote>> cut(const std::string& document, Span span, Span trigger);

  const EventSource& source_;
  std::map<std::string, std::optional<std::string>> texts_;
};

}  // namespace forewhen
