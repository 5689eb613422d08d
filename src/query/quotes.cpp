// SPDX-License-Identifier: Apache-2.0
#include "query/quotes.h"

namespace forewhen {

Result<std::optional<Quote>> Quoter::mention(const Mention& mention) {
  const Span sentence = mention.sentence.empty() ? mention.span : mention.sentence;
  return cut(mention.document, sentence, mention.span);
}

Result<std::optional<Quote>> Quoter::link(const Link& link, const std::vector<const Event*>& ends) {
  Span span = link.evidence;
  for (const Event* event : ends) {
    for (const Mention& m : event->mentions) {
      if (m.document == link.document && m.sentence.contains(link.evidence)) span = m.sentence;
    }
  }
  return cut(link.document, span, {});
}

Result<std::optional<Quote>> Quoter::cut(const std::string& document, Span span, Span trigger) {
  auto at = texts_.find(document);
  if (at == texts_.end()) {
    Result<std::optional<std::string>> text = source_.text_of(document);
    if (!text.ok()) return text.error();
    at = texts_.emplace(document, std::move(*text)).first;
  }
  if (!at->second || span.empty() || span.end > at->second->size()) return std::optional<Quote>();
  return std::optional<Quote>(Quote{document, span, std::string(span.of(*at->second)), trigger});
}

}  // namespace forewhen
