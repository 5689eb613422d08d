// SPDX-License-Identifier: Apache-2.0
// May two names, places or people of two mentions be the same? Weaker than "are the same": only what excludes each
// other tells two events apart.
#pragma once

#include <string>

#include "timeline/local_event.h"

namespace forewhen {

// "the harbour guards" may be "guards", and "senior guards of the harbour"; "Orlan shares" are no "Velin shares".
// REQUIRES: normalised_name of both.
bool may_be_one(const std::string& a, const std::string& b);

// Also: a person with a name may be one of whom only the description is told ("the suspect"), or act for a body that
// another report names.
bool may_be_one(const Participant& a, const Participant& b);

// False when both lie in towns that are told and differ: other names, neither within the other, and their points, where
// known, further apart than a town and its surroundings.
bool may_be_one(const PlaceMention& a, const PlaceMention& b);

}  // namespace forewhen
