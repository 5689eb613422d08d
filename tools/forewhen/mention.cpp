// SPDX-License-Identifier: Apache-2.0
#include "mention.h"

#include <fmt/format.h>

#include <charconv>

#include "subject.h"

namespace forewhen {
namespace {

const Mention* mention_of(const Event& event, ClaimId claim) {
  for (const Mention& mention : event.mentions) {
    if (mention.claim == claim) return &mention;
  }
  return nullptr;
}

// The shortest mention that covers the byte; else the first of that sentence.
const Mention* mention_at(const Event& event, const std::string& text) {
  const std::size_t colon = text.rfind(':');
  if (text[0] != '@' || colon == std::string::npos) return nullptr;
  const std::string_view document = std::string_view(text).substr(1, colon - 1);
  std::uint32_t byte = 0;
  std::from_chars(text.data() + colon + 1, text.data() + text.size(), byte);
  const Mention* best = nullptr;
  for (const Mention& mention : event.mentions) {
    if (mention.document != document || byte < mention.span.begin || byte >= mention.span.end) continue;
    if (!best || mention.span.size() < best->span.size()) best = &mention;
  }
  return best;
}

}  // namespace

Result<Mention> find_mention(const GraphStore& store, const std::string& text) {
  const auto id = find_subject(store, text);
  if (!id) return id.error();
  const auto event = store.find_event(*id);
  if (!event) return event.error();
  if (!*event) return Error{ErrorKind::not_found, "no event " + to_string(*id), "", ""};
  const Mention* mention = nullptr;
  for (const char letter : {'e', 'c'}) {
    if (const auto number = parse_id(letter, text)) mention = mention_of(**event, {*number});
  }
  if (!mention && !text.empty()) mention = mention_at(**event, text);
  if (!mention) mention = mention_of(**event, founding_claim(*id));
  if (!mention)
    return Error{ErrorKind::corrupt, to_string(*id) + " lacks its founding claim", "", "see forewhen check"};
  return *mention;
}

DecidedMention decided_mention(const Mention& mention) {
  return {mention.claim, mention.document, mention.span, mention.text, {}};
}

std::string in_words(const DecidedMention& mention) {
  if (mention.actor) return fmt::format("'{}'", mention.text);
  return fmt::format("@{}:{} '{}'", mention.document, mention.trigger.begin, mention.text);
}

}  // namespace forewhen
