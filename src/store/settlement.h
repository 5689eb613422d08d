// SPDX-License-Identifier: Apache-2.0
// Which rows are events, once rows come or go: of the versions of an id the newest holds, and of two rows that mirror
// each other one founds the event. Both follow from the set of all rows, so neither order nor batches matter.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <unordered_map>

#include "store/records.h"

namespace forewhen::store {

struct RowVersion {
  RowPlace place;
  RowKey key;
};

// The one that holds: by version, then by import, then by content.
const RowVersion& newest(const std::vector<RowVersion>& versions);

class Settlement {
 public:
  // What the counts need of a row: how many actors, and whether it has a date.
  struct RowCount {
    std::uint64_t actors = 0;
    bool undated = false;
  };
  using CountOf = std::function<Result<RowCount>(RowPlace)>;

  using States = std::map<std::uint32_t, std::shared_ptr<const SegmentState>>;

  // `states` of all segments that there will be.
  Settlement(States states, CountOf count_of) : states_(std::move(states)), count_of_(std::move(count_of)) {}

  RowFate fate(RowPlace place) const;

  // All rows of one id.
  Status settle_versions(const std::vector<RowVersion>& versions);
  // All rows of one mirror number; after the versions of all ids concerned.
  Status settle_mirrors(const std::vector<MirrorRow>& rows);

  // Mirror numbers of rows that changed in settle_versions.
  const std::set<std::uint64_t>& touched_mirrors() const { return touched_; }
  // Rows that have become evidence of the event of their mirror, less those that no longer are.
  std::int64_t mirrored() const { return mirrored_; }
  // The states that differ from those given.
  std::map<std::uint32_t, SegmentState> changed() const;

 private:
  Status set(RowPlace place, RowFate fate);

  States states_;
  std::map<std::uint32_t, SegmentState> counts_;  // as they become, of the segments with rows that are set
  CountOf count_of_;
  std::set<std::uint64_t> touched_;
  std::int64_t mirrored_ = 0;
  std::map<std::uint32_t, std::unordered_map<std::uint32_t, RowFate>> fates_;  // that are set anew
};

}  // namespace forewhen::store
