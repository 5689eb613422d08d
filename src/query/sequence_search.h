// SPDX-License-Identifier: Apache-2.0
// Which events of a group make a sequence: rows only, no event is read unless a callback does.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "forewhen/query/before.h"

namespace forewhen {

struct SequenceRow {
  EventRow row;
  std::uint32_t terms = 0;  // bit i: fits the i-th term
};

// By position in the list of rows, the first event of the sequence first.
using SequencePositions = std::vector<std::uint32_t>;

struct SequenceRules {
  std::size_t terms = 0;
  std::optional<seconds> within;
  CertaintyFilter certainty = CertaintyFilter::both;
  bool every = false;
  bool any_links = true;
  // Whether the first of two precedes the second where their dates leave it open.
  std::function<Result<Certainty>(std::uint32_t, std::uint32_t)> stated;
  // Whether the event at that position has the parties that are asked for; asked last.
  std::function<Result<bool>(std::uint32_t)> has_parties;
  std::function<void(const SequencePositions&, Certainty)> found;
};

class SequenceSearch {
 public:
  // Rows newest first (is_nearer); both must outlive it.
  SequenceSearch(const std::vector<SequenceRow>& rows, const SequenceRules& rules) : rows_(rows), rules_(rules) {}

  // All sequences of these members, given by position in ascending order.
  Status run(const std::vector<std::uint32_t>& members);
  // Stopped somewhere for want of time.
  bool cut() const { return cut_; }

 private:
  struct Candidates {
    std::vector<std::uint32_t> positions;
    std::vector<Instant> most_latest;  // the greatest latest start of this one and all older ones
  };
  struct Room {
    Instant least_latest, most_earliest;
    bool definite = true;
  };

  // Sequences that end with this event; whether one was found.
  Result<bool> end_with(std::uint32_t last, CertaintyFilter wanted, bool with_parties);
  // Chooses the event of the `term`-th term before those chosen.
  Result<bool> choose(std::size_t term, const Room& room);
  Result<bool> accept(std::size_t term, const Room& room);
  // None of the candidates from `at` on can be chosen.
  bool is_past(const Candidates& candidates, std::size_t at, const Room& room) const;
  const Bounds& bounds(std::uint32_t position) const { return rows_[position].row.bounds; }

  const std::vector<SequenceRow>& rows_;
  const SequenceRules& rules_;
  std::vector<Candidates> candidates_;  // by term
  SequencePositions chosen_;            // the last event of the sequence first
  CertaintyFilter wanted_ = CertaintyFilter::both;
  bool with_parties_ = true;
  std::size_t steps_ = 0;  // of the present last event
  bool cut_ = false;
};

}  // namespace forewhen
