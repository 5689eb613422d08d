// SPDX-License-Identifier: Apache-2.0
// Which actor a name is, across documents. A full name stands for itself. A bare surname or an acronym is the one full
// name that fits it, if there is exactly one among all documents; an office is the one who holds it on the day of the
// report (office_terms.h); else each stands for itself too. What people decided about names comes before these rules.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "forewhen/model/claim_source.h"

namespace forewhen {

// What the names of one document bring into the blocks of names.
struct NameForm {
  BlockKey block = 0;  // of the surname or of the acronym; 0: the name is in no block
  bool full = false;   // a full form, that short ones of its block may stand for
};
// A name may be in one block only: people by surname, organisations by acronym or initials.
NameForm form_of(std::string_view name, ActorKind kind);

// Uses of the blocks above and of those of offices by one document.
std::set<NameUse> name_uses(const DocumentClaims& claims);

// Full names in a block, as names_in_block gives them, stand there with this mark in front.
inline constexpr char kFullMark = '\x01';

struct ResolvedName {
  ActorId actor;  // 0: no actor ("his residence")
  std::string name;
};
class ActorDecisions;
// The state of the graph in which a name is to be resolved.
struct NameState {
  std::function<std::vector<std::string>(BlockKey)> names_in_block;
  const ActorDecisions& decisions;
};
// The actor that the name is when neither other documents nor decisions speak.
ResolvedName actor_by_itself(const Participant& participant, const std::string& document);
// REQUIRES: `claim` is one of the document's and has the participant
ResolvedName resolve_actor(const Participant& participant, const Claim& claim, const Document& document,
                           const NameState& state);

// A document's evidence for the node of an actor or a place, as a line in the node's own block; the node is folded from
// all lines of its block, so it does not depend on the order of documents.
BlockKey actor_block(ActorId actor);
BlockKey place_block(PlaceId place);
std::vector<std::string> actor_lines(const Participant& participant, const std::string& resolved_name);
std::string place_line(const PlaceMention& place);
Actor fold_actor(ActorId id, const std::vector<std::string>& lines);
Place fold_place(PlaceId id, const std::vector<std::string>& lines);

}  // namespace forewhen
