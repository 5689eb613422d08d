// SPDX-License-Identifier: Apache-2.0
// Walks in a window: everything near a vertex, and chains that respect time although times are uncertain.
#pragma once

#include <vector>

#include "forewhen/graph/window.h"

namespace forewhen {

// Vertices within `depth` edges of `seed`, whichever way the edges point, nearest first (equal ones by vertex), with
// their distance. The seed itself is the first.
struct NearVertex {
  Vertex vertex;
  int distance;
};
std::vector<NearVertex> neighbourhood(const EventWindow& window, Vertex seed, int depth);

// A chain back in time from a seed event (forward: the same with time turned round): every event shares an actor or a
// place with the one before it in the chain or is linked to it, and starts before that one.
//   definite: every step is (latest_start <= next.earliest_start, or a source says "before")
//   possible: starts can be chosen for all events of the chain at once so that they fall one after the other; with
//             half-open bounds that is: each earliest_start lies before the least latest_start of the chain so far
struct Chain {
  Vertex event;
  bool definite = false;
  std::vector<Vertex> path;  // from the first step to `event`
};

struct ChainOptions {
  int hops = 2;
  bool actors_only = false;  // steps share an actor; places and links are no steps (links still decide the order)
  bool forward = false;      // each event starts after the one before it in the chain
  // Some step of the chain shares one of these actors of the window; empty: none need be shared.
  std::vector<Vertex> via = {};
};

// A best chain to every event that has one of at most `hops` steps, by vertex: a definite one rather than a possible
// one, then one of fewest steps. Which of several equal ones is fixed by the window, not by the order of reading.
// REQUIRES: `seed` is an event of the window.
std::vector<Chain> find_chains(const EventWindow& window, Vertex seed, const ChainOptions& options);

}  // namespace forewhen
