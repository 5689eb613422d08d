// SPDX-License-Identifier: Apache-2.0
// Who took part in a local event, as its document tells it.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "timeline/local_event.h"

namespace forewhen {

// Ids of the actors that have a name of their own, in any role or in one: "police" is too common to tell events apart
// or to join them.
std::set<std::string> named_actors(const LocalEvent& event, std::optional<Role> role);

// The words for who and what took part, without articles.
std::set<std::string> parties(const LocalEvent& event);

// How many there were, as far as the text says so of somebody.
std::set<std::string> said_numbers(const LocalEvent& event);

// Both known, and nobody of one may be one of the other: in any role but the means, or in one; of those with names of
// their own, or of all.
bool parties_differ(const LocalEvent& a, const LocalEvent& b, std::optional<Role> role, bool with_names);

}  // namespace forewhen
