// SPDX-License-Identifier: Apache-2.0
// What both stores are asked to do, in the same words, so that answers can be compared.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "tests/bench/store/events.h"

namespace forewhen::bench {

// The starts of the events of an answer tell which they are, since no two start at once.
struct Sum {
  std::uint64_t rows = 0;
  std::uint64_t starts = 0;  // wraps

  void add(std::int64_t start) { ++rows, starts += static_cast<std::uint64_t>(start); }
  friend bool operator==(const Sum&, const Sum&) = default;
};

class Side {
 public:
  virtual ~Side() = default;
  // The first `count` at once, in the quickest way there is; everything indexed and in its final place afterwards.
  virtual void load(const std::vector<MadeEvent>& events, std::size_t count) = 0;
  // More of them while the store is in use: durable against the death of the process after each batch.
  virtual void append(const std::vector<MadeEvent>& events, std::size_t begin, std::size_t end) = 0;

  // Packs what is there, so that questions look into few places.
  virtual void compact() = 0;

  // Q1: the 20 latest events that start before the given one and share an actor with it.
  virtual Sum latest_before(std::size_t event) = 0;
  // Q2: three steps back from it, each to the 10 latest that start at most 90 days before and share an actor.
  virtual Sum three_steps_back(std::size_t event) = 0;
  // Q3: events of an actor that start in the window.
  virtual Sum timeline(const Questions::Window& year) = 0;
  // Q4: events at a place that overlap the window; none lasts longer than kLongest.
  virtual Sum at_place(const Questions::Window& month) = 0;
  // Q5: when the earliest arrival is, going from actor to actor by events one after the other from `begin` on; no row
  // when there is none. On both sides one pass in the order of time (Wu et al. 2014) that begins with the first event
  // of the one and stops when somebody has been reached whom the other meets next.
  virtual Sum earliest_arrival(const Questions::Journey& journey) = 0;
};

inline constexpr std::size_t kLatest = 20, kStep = 10;
inline constexpr int kSteps = 3;
inline constexpr std::int64_t kStepBack = 90 * kDay;

std::unique_ptr<Side> open_forewhen(const std::filesystem::path& folder, std::uint32_t actors);
std::unique_ptr<Side> open_sqlite(const std::filesystem::path& folder, std::uint32_t actors);

}  // namespace forewhen::bench
