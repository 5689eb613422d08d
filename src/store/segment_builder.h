// SPDX-License-Identifier: Apache-2.0
// Gathers rows of data sets and lays them out as one segment (segment.h). The bytes are a function of the set of rows:
// the order of adding does not matter. Knows nothing of other segments.
#pragma once

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/segment.h"

namespace forewhen::store {

class SegmentBuilder {
 public:
  // REQUIRES: identified
  void add(const Record& record);

  std::size_t rows() const { return rows_.size(); }
  std::size_t bytes() const { return bodies_.size() + facts_.size(); }

  // Key of each row by (event, version, content); `row` is the number in the order of adding.
  std::vector<RowKey> keys() const;
  // These numbers are left out.
  void drop(const std::vector<std::uint32_t>& added);

  // Lays the rest out. `place` tells for each row kept its final number, by number of adding.
  struct Layout {
    SegmentInfo info;
    std::vector<KvWrite> writes;       // of the segment's own keys, sorted
    std::vector<RowKey> keys;          // by (event, version, content), final numbers
    std::vector<MirrorKey> mirrors;    // by (mirror, event, row)
    std::vector<std::uint8_t> actors;  // participations of each row
    std::uint32_t dated = 0;           // rows from this number on have no date
  };
  Layout finish(std::uint32_t segment, std::uint32_t import);

 private:
  struct Piece {
    std::size_t begin = 0;
    std::uint32_t size = 0;
  };
  struct Row {
    RowKey key;
    Instant start;
    bool forward = false;
    Piece body, facts;    // in bodies_ and facts_
    Piece actors, stems;  // in actor_numbers_ and stem_numbers_
    std::uint32_t place = kNone;
  };
  struct FoldedActor {
    Actor actor;                     // id, kind, country; names and affiliations below
    std::vector<std::string> names;  // sorted, unique
    std::map<std::pair<std::string, std::string>, Interval> affiliations;
  };
  // A participant as rows give it: its actor, what it belongs to, and the stems of its name.
  struct Seen {
    std::uint32_t actor = kNone;
    Interval* affiliation = nullptr;
    std::vector<std::uint32_t> stems;
  };
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  using Texts = std::unordered_map<std::string, std::vector<std::uint32_t>>;

  Seen& seen(const Participant& participant, const std::string& sectors);
  void add_participants(Row& row, const Record& record, std::vector<std::uint32_t>& stems);
  void add_place(Row& row, const Record& record, std::vector<std::uint32_t>& light);
  const std::vector<std::uint32_t>& stems_of(Texts& cache, const std::string& text);
  void add_words(const std::string& text, std::vector<std::uint32_t>& light);
  void keep_stems(Row& row, std::vector<std::uint32_t>& stems, std::vector<std::uint32_t>& light);

  std::vector<Row> rows_;
  std::string bodies_, facts_, key_;
  std::vector<std::uint32_t> actor_numbers_, stem_numbers_;  // a stem's number * 2, and 1 for the lighter weight
  std::deque<FoldedActor> actors_;
  std::unordered_map<std::uint64_t, std::uint32_t> actor_of_id_;
  std::unordered_map<std::string, Seen> seen_;
  std::vector<Place> places_;
  std::unordered_map<std::uint64_t, std::uint32_t> place_of_id_;
  struct SeenPlace {
    std::uint32_t place;
    std::vector<std::uint32_t> stems;
  };
  std::unordered_map<std::string, SeenPlace> seen_places_;
  std::vector<std::string> stems_;
  std::unordered_map<std::string, std::uint32_t> stem_of_;
  Texts phrases_, words_;
};

}  // namespace forewhen::store
