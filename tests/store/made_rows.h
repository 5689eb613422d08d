// SPDX-License-Identifier: Apache-2.0
// Rows of a made-up data set for tests of the store, each a function of its number.
#pragma once

#include "forewhen/model/record.h"

namespace forewhen {

inline Record made_row(std::uint64_t number) {
  static const char* const kActors[] = {"Tilda Brok", "Orlan Vesh", "the Marsh Guard", "Norland's Army",
                                        "Quarn Council"};
  Record record;
  record.document.id = "made:" + std::to_string(number);
  const std::uint64_t mixed = number * 0x9e3779b97f4a7c15u >> 20;
  const std::string doer = kActors[mixed % 5], other = kActors[(mixed / 5 + 1 + mixed % 5) % 5];
  record.document.text = doer + " meets " + other + " " + std::to_string(mixed);
  Claim& claim = record.claim;
  claim.sentence = claim.trigger = {0, static_cast<std::uint32_t>(record.document.text.size())};
  claim.phrase = claim.lemma = "meets";
  claim.type = PloverType::consult;
  const Instant day(seconds(static_cast<std::int64_t>(mixed % 5000) * 86400));
  ClaimTime time;
  time.when.bounds = {day, day + seconds(86400), day, day + seconds(86400)};
  time.when.grain = Grain::day;
  claim.time = time;
  for (const auto& [role, name] : {std::pair{Role::actor, doer}, {Role::recipient, other}}) {
    Participant& participant = claim.participants.emplace_back();
    participant.role = role;
    participant.name = participant.text = name;
  }
  identify(record);
  return record;
}

}  // namespace forewhen
