// SPDX-License-Identifier: Apache-2.0
// Entry for a fuzzer over lines of events. Whatever is taken must point into its text, and say the same when it is read
// again; nothing may crash.
#include <cstdlib>

#include "forewhen/base/utf8.h"
#include "ingest/events_line.h"

namespace forewhen::ingest {
namespace {

void insist(bool holds) {
  if (!holds) std::abort();
}

void check(const GivenClaims& given) {
  const std::string& text = given.claims.document.text;
  for (const Claim& claim : given.claims.claims) {
    insist(!claim.trigger.empty() && claim.trigger.end <= text.size() && claim.sentence.contains(claim.trigger));
    insist(claim.sentence.end <= text.size() && claim.trigger.of(text) == claim.trigger_text);
    for (const Participant& participant : claim.participants) insist(participant.span.end <= text.size());
  }
  for (const GivenWords& words : given.words) insist(given.claims.claims.at(words.claim).time.has_value());
}

}  // namespace
}  // namespace forewhen::ingest

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace forewhen::ingest;
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  if (forewhen::find_invalid_utf8(line)) return 0;
  const auto first = parse_events_line(line, "fuzz:1", std::nullopt);
  const auto* given = std::get_if<forewhen::GivenClaims>(&first);
  if (!given) return 0;
  check(*given);
  const auto second = parse_events_line(line, "fuzz:1", std::nullopt);
  insist(std::get<forewhen::GivenClaims>(second).claims == given->claims);
  return 0;
}
