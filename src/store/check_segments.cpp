// SPDX-License-Identifier: Apache-2.0
#include "store/check_segments.h"

#include <algorithm>
#include <array>

#include "store/body.h"
#include "store/segment_builder.h"
#include "store/settlement.h"

namespace forewhen::store {
namespace {

using Problem = std::function<void(std::string)>;

std::string named(std::uint32_t segment) { return "segment " + std::to_string(segment); }

// One segment against what its rows make.
Result<std::uint64_t> check_one(const OrderedKv& kv, const SegmentInfo& info, const Problem& problem) {
  const Segment segment(kv, info);
  SegmentBuilder builder;
  for (std::uint32_t row = 0; row < info.rows; ++row) {
    const auto record = segment.record(row);
    if (!record) {
      problem(named(info.number) + ", row " + std::to_string(row) + ": " + record.error().what);
      return std::uint64_t{0};
    }
    builder.add(*record);
  }
  const auto layout = builder.finish(info.number, info.import);
  auto wanted = layout.writes.begin();
  std::uint64_t walked_rows = 0;
  bool same = true;
  for (int i = 0; i < kSpaces && same; ++i) {
    const auto space = static_cast<Space>(i);
    const Status walked =
        walk(kv, space, segment_prefix(info.number), [&](std::string_view key, std::string_view value) {
          ++walked_rows;
          same =
              wanted != layout.writes.end() && wanted->space == space && wanted->key == key && wanted->value == value;
          if (same) ++wanted;
          return same;
        });
    if (!walked) return walked.error();
  }
  if (!same || wanted != layout.writes.end()) problem(named(info.number) + ": an index is not the one of its rows");
  return walked_rows;
}

// States from nothing but the rows.
Status check_states(const OrderedKv& kv, const Catalog& catalog, const Problem& problem) {
  std::map<std::uint32_t, SegmentState> states;
  std::map<EventId, std::vector<RowVersion>> versions;
  std::map<std::uint64_t, std::vector<MirrorRow>> mirrors;
  for (const auto& [number, entry] : catalog.segments) {
    const Segment segment(kv, entry.info);
    const std::uint32_t here = number;
    SegmentState& state = states[here];
    state.events = state.claims = entry.info.rows;
    for (std::uint32_t row = 0; row < entry.info.rows; ++row) {
      const auto facts = segment.facts(row);
      if (!facts) return facts.error();
      state.participations += facts->actors.size();
      state.undated += facts->bounds.earliest_start == kOpenPast;
    }
    const auto import = entry.info.import;
    Status walked = segment.each_key([&](const RowKey& key) {
      versions[key.event].push_back({{here, key.row}, key, import});
      return true;
    });
    if (!walked) return walked;
    walked = segment.each_mirror([&](const MirrorKey& key) {
      mirrors[key.mirror].push_back({key, {here, key.row}});
      return true;
    });
    if (!walked) return walked;
  }
  auto fresh = states;
  Settlement settlement(std::move(fresh), [&](RowPlace place) -> Result<Settlement::RowCount> {
    const auto facts = Segment(kv, catalog.segments.at(place.segment).info).facts(place.row);
    if (!facts) return facts.error();
    return Settlement::RowCount{facts->actors.size(), facts->bounds.earliest_start == kOpenPast};
  });
  for (const auto& [id, all] : versions) {
    if (all.size() == 1 && !all[0].key.deleted) continue;
    if (Status done = settlement.settle_versions(all); !done) return done;
  }
  for (const auto& [mirror, rows] : mirrors) {
    if (Status done = settlement.settle_mirrors(rows); !done) return done;
  }
  for (auto& [number, state] : settlement.changed()) states[number] = std::move(state);
  for (const auto& [number, entry] : catalog.segments) {
    if (states[number] != entry.state) problem(named(number) + ": its rows are not settled as all rows ask for");
  }
  return Done{};
}

}  // namespace

bool is_of_segments(std::string_view key) {
  static constexpr std::array kTables{Table::segment, Table::segment_info, Table::segment_state, Table::import};
  return !key.empty() && std::find(kTables.begin(), kTables.end(), static_cast<Table>(key[0])) != kTables.end();
}

Result<std::uint64_t> check_segments(const GraphStore& graph, const Problem& problem) {
  const OrderedKv& kv = StoreAccess::kv(graph);
  const auto catalog = read_catalog(kv);
  if (!catalog) {
    problem(catalog.error().what);
    return std::uint64_t{0};
  }
  std::uint64_t rows = 2 * catalog->segments.size() + catalog->imports.size();
  for (const auto& [number, entry] : catalog->segments) {
    if (!catalog->imports.contains(entry.info.import)) problem(named(number) + " belongs to no import");
    const auto walked = check_one(kv, entry.info, problem);
    if (!walked) return walked.error();
    rows += *walked;
  }
  if (Status done = check_states(kv, *catalog, problem); !done) {
    problem(done.error().what);
  }
  return rows;
}

}  // namespace forewhen::store
