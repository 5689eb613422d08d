// SPDX-License-Identifier: Apache-2.0
// How a path's time goes on from contact to contact, for certain and for possible paths, and time turned round.
#pragma once

#include <algorithm>

#include "forewhen/graph/time_paths.h"

namespace forewhen {

// A label is all that matters of a path so far: less is never worse. An empty path has kOpenPast.
inline bool can_follow(Instant label, const Contact& next, bool certain) {
  return certain ? label <= next.earliest : label < next.latest;
}
inline Instant label_after(Instant label, const Contact& next, bool certain) {
  return certain ? next.latest : std::max(label, next.earliest);
}

inline Instant mirrored(Instant t) {
  if (t == kOpenPast) return kOpenFuture;
  if (t == kOpenFuture) return kOpenPast;
  return Instant{-t.time_since_epoch()};
}
// Paths of it are those of the graph backwards.
inline ContactGraph mirrored(const ContactGraph& graph) {
  ContactGraph out = graph;
  for (Contact& contact : out.contacts) {
    const Instant earliest = contact.earliest;
    contact.earliest = mirrored(contact.latest), contact.latest = mirrored(earliest);
  }
  return out;
}

}  // namespace forewhen
