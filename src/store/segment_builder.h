// SPDX-License-Identifier: Apache-2.0
// Gathers rows of data sets and lays them out as one segment (segment.h). The bytes are a function of the set of rows:
// the order of adding does not matter. Knows nothing of other segments.
#pragma once

#include <deque>
#include <functional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/interner.h"
#include "store/segment.h"

namespace forewhen::store {

class SegmentBuilder {
 public:
  SegmentBuilder() = default;
  SegmentBuilder(SegmentBuilder&&) = default;
  SegmentBuilder& operator=(SegmentBuilder&&) = default;
  // As new, with the memory that it has: to touch new pages costs as much as to fill them.
  void clear();
  // REQUIRES: identified
  void add(const Record& record, std::uint32_t import);

  std::size_t rows() const { return rows_.size(); }
  std::size_t bytes() const { return bodies_.size() + rows_.size() * sizeof(Row); }

  // Key of each row, in order (comes_first); `row` is the number in the order of adding.
  const std::vector<RowKey>& keys();
  // These numbers are left out.
  void drop(const std::vector<std::uint32_t>& added);

  // The rows that are left, laid out.
  struct Layout {
    SegmentInfo info;
    std::vector<KvWrite> writes;        // of the segment's own keys, sorted
    std::vector<RowKey> keys;           // in order (comes_first), final numbers
    std::vector<MirrorKey> mirrors;     // by (mirror, event, row)
    std::vector<std::uint32_t> actors;  // participations of each row
    std::uint32_t dated = 0;            // rows from this number on have no date
  };
  Layout finish(std::uint32_t segment);
  // The same, but the keys are handed to `load` (sorted, of one or more spaces) instead of kept in `writes`: the rows
  // themselves by a second thread while the lists are made. `load` must bear that.
  using Load = std::function<Status(const std::vector<KvWrite>&)>;
  Result<Layout> load(std::uint32_t segment, const Load& load);

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
    Actor actor;  // id, kind, country; names and affiliations below
    std::set<std::string> names;
    std::map<std::pair<std::string, std::string>, Interval> affiliations;
  };
  // Numbers of stems, sorted, each once: a part of stem_lists_.
  struct Stems {
    std::uint32_t begin = 0, size = 0;
  };
  // A participant as rows give it: its actor, what it belongs to, and the stems of its name.
  struct Seen {
    std::uint32_t actor = kNoNumber;
    Interval* affiliation = nullptr;
    Stems stems;
  };
  struct SeenPlace {
    std::uint32_t place;
    Stems stems;
  };
  struct KnownTexts {
    Interner texts;
    std::vector<Stems> stems;  // by number of the text
  };

  Seen& seen(const Participant& participant, const std::string& sectors);
  void add_participants(Row& row, const Record& record);
  // Its number.
  std::uint32_t add_place(const PlaceMention& said);
  Stems stems_of(KnownTexts& known, std::string_view text);
  void add_stems(std::vector<std::uint32_t>& to, Stems stems) const;
  void add_words(std::string_view text);
  // Numbers by ascending id, for all of them: (old number to new), (new to old).
  struct Numbering {
    std::vector<std::uint32_t> new_of, old_of;
  };
  template <class Things, class IdOf>
  static Numbering by_id(const Things& things, IdOf id_of);
  void number_finally();
  std::vector<std::uint32_t> order_of_time() const;
  const Row& row_at(std::size_t i) const { return rows_[order_[i]]; }  // by final number
  Layout begin(std::uint32_t segment);
  void put_rows(std::uint32_t segment, std::vector<KvWrite>& writes) const;
  void put_rest(Layout& layout);
  void put_ids(Layout& layout) const;
  void put_covering(Layout& layout, SegmentDirectory& directory) const;
  void put_stems(Layout& layout) const;
  void put_keys(Layout& layout, SegmentDirectory& directory);
  void put_names(Layout& layout);
  void keep_stems(Row& row);

  std::vector<Row> rows_;
  std::vector<RowKey> keys_;          // once asked for
  std::vector<std::uint32_t> order_;  // once laid out
  std::string bodies_, key_;
  std::vector<std::uint32_t> stems_here_, light_here_, actors_here_;  // of the row that is added
  std::vector<std::uint32_t> actor_numbers_, stem_numbers_;  // a stem's number * 2, and 1 for the lighter weight
  std::deque<FoldedActor> actors_;
  std::unordered_map<std::uint64_t, std::uint32_t> actor_of_id_;
  Interner participants_;  // as rows give them
  std::vector<Seen> seen_;
  std::vector<Place> places_;
  std::unordered_map<std::uint64_t, std::uint32_t> place_of_id_;
  Interner mentions_;  // of places
  std::vector<SeenPlace> seen_places_;
  Interner stems_;
  std::vector<std::uint32_t> stem_lists_;
  KnownTexts phrases_, words_;
};

}  // namespace forewhen::store
