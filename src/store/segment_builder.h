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
  void add(const Record& record, std::uint32_t import);

  std::size_t rows() const { return rows_.size(); }
  std::size_t bytes() const { return bodies_.size() + rows_.size() * sizeof(Row); }

  // Key of each row, in order (comes_first); `row` is the number in the order of adding.
  std::vector<RowKey> keys() const;
  // These numbers are left out.
  void drop(const std::vector<std::uint32_t>& added);

  // Lays the rest out. `place` tells for each row kept its final number, by number of adding.
  struct Layout {
    SegmentInfo info;
    std::vector<KvWrite> writes;        // of the segment's own keys, sorted
    std::vector<RowKey> keys;           // in order (comes_first), final numbers
    std::vector<MirrorKey> mirrors;     // by (mirror, event, row)
    std::vector<std::uint32_t> actors;  // participations of each row
    std::uint32_t dated = 0;            // rows from this number on have no date
  };
  Layout finish(std::uint32_t segment);

 private:
  struct Piece {
    std::size_t begin = 0;
    std::uint32_t size = 0;
  };
  struct Row {
    RowKey key;
    CoverRow cover;  // `row` and `place` by the order of adding
    bool forward = false;
    Piece body;           // in bodies_
    Piece actors, stems;  // in actor_numbers_ and stem_numbers_
  };
  struct FoldedActor {
    Actor actor;                     // id, kind, country; names and affiliations below
    std::vector<std::string> names;  // sorted, unique
    std::map<std::pair<std::string, std::string>, Interval> affiliations;
  };
  // A participant as rows give it: its actor, what it belongs to, and the stems of its name.
  struct Seen {
    std::uint32_t actor = kNoNumber;
    Interval* affiliation = nullptr;
    std::vector<std::uint32_t> stems;
  };

  using Texts = std::unordered_map<std::string, std::vector<std::uint32_t>>;

  Seen& seen(const Participant& participant, const std::string& sectors);
  void add_participants(Row& row, const Record& record, std::vector<std::uint32_t>& stems);
  // Its number.
  std::uint32_t add_place(const PlaceMention& said, std::vector<std::uint32_t>& light);
  const std::vector<std::uint32_t>& stems_of(Texts& cache, const std::string& text);
  void add_words(const std::string& text, std::vector<std::uint32_t>& light);
  // Numbers by ascending id, for all of them: (old number to new), (new to old).
  struct Numbering {
    std::vector<std::uint32_t> new_of, old_of;
  };
  template <class Things, class IdOf>
  static Numbering by_id(const Things& things, IdOf id_of);
  void number_finally();
  std::vector<std::uint32_t> order_of_time() const;
  const Row& row_at(std::size_t i) const { return rows_[order_[i]]; }  // by final number
  void put_rows(Layout& layout) const;
  void put_covering(Layout& layout, SegmentDirectory& directory) const;
  void put_stems(Layout& layout) const;
  void put_keys(Layout& layout, SegmentDirectory& directory) const;
  void put_names(Layout& layout);
  void keep_stems(Row& row, std::vector<std::uint32_t>& stems, std::vector<std::uint32_t>& light);

  std::vector<Row> rows_;
  std::vector<std::uint32_t> order_;  // once laid out
  std::string bodies_, key_;
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
