// SPDX-License-Identifier: Apache-2.0
// Statements about the times of events as a simple temporal network, and the smallest sets of them that cannot all
// hold. Variables are starts and ends of events, in continuous time; each date is four constraints with the origin of
// time, each link one or two between starts. A set is contradictory when its constraints have a negative cycle
// (Dechter, Meiri and Pearl 1991), and a smallest one is all on one simple cycle. A simple cycle passes the origin once
// (a date, links, another date; or two dates of one event) or never (a circle of links); all of them are walked, and
// those that hold a smaller one are dropped.
#pragma once

#include <cstddef>
#include <vector>

#include "forewhen/time/bounds.h"

namespace forewhen {

struct NetworkDate {
  std::size_t event = 0;
  Bounds bounds;  // the end of the event lies after its start
};

struct NetworkLink {
  std::size_t from = 0, to = 0;  // `from` starts no later than `to`
  bool strict = false;           // it starts before it
  bool both = false;             // and `to` starts no later than `from`
};

// Statements are numbered: the dates first, then the links.
struct StatementNetwork {
  std::size_t events = 0;
  std::vector<NetworkDate> dates;
  std::vector<NetworkLink> links;
};

struct MinimalSets {
  std::vector<std::vector<std::size_t>> sets;  // each in the order of its cycle; by size, then by sorted numbers
  bool at_least = false;                       // stopped after `most_steps`: there may be more, and smaller ones
};

MinimalSets minimal_conflicts(const StatementNetwork& network, std::size_t most_steps);

}  // namespace forewhen
