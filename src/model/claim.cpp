// SPDX-License-Identifier: Apache-2.0
#include "forewhen/model/claim.h"

namespace forewhen {
namespace {

template <class Choice, std::size_t N>
std::string_view pick(const std::string_view (&names)[N], Choice choice) {
  const auto at = static_cast<std::size_t>(choice);
  return at < N ? names[at] : std::string_view{};
}

}  // namespace

DocumentId document_id(std::string_view id) { return {content_hash(id, 1)}; }

ClaimId claim_id(std::string_view document, Span trigger) {
  std::string key(document);
  key += '\0';
  key += std::to_string(trigger.begin) + '-' + std::to_string(trigger.end);
  return {content_hash(key, 2)};
}

std::string_view name_of(Modality modality) {
  return pick({"", "actual", "planned", "hypothetical", "reported", "negated"}, modality);
}
std::string_view name_of(Polarity polarity) { return pick({"", "positive", "negative"}, polarity); }
std::string_view name_of(EventClass event_class) {
  return pick({"", "OCCURRENCE", "REPORTING", "STATE", "I_ACTION", "I_STATE", "ASPECTUAL", "PERCEPTION"}, event_class);
}
std::string_view name_of(Tense tense) {
  return pick({"NONE", "PAST", "PRESENT", "FUTURE", "INFINITIVE", "PRESPART", "PASTPART"}, tense);
}
std::string_view name_of(Aspect aspect) {
  return pick({"NONE", "PROGRESSIVE", "PERFECTIVE", "PERFECTIVE_PROGRESSIVE"}, aspect);
}
std::string_view name_of(Role role) { return pick({"", "actor", "recipient", "instrument", "party", "speaker"}, role); }
std::string_view name_of(ActorKind kind) {
  return pick(
      {"unknown", "person", "organisation", "armed group", "country", "party", "media", "group", "office", "thing"},
      kind);
}
std::string_view name_of(Relation relation) { return pick({"", "before", "includes", "simultaneous"}, relation); }

}  // namespace forewhen
