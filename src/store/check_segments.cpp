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
  SegmentMemory memory;
  SegmentCache cache(0);
  const Segment segment(kv, info, memory, cache);
  SegmentBuilder builder;
  std::uint32_t rows = 0;
  const Status read = segment.each_record([&](const ImportedRecord& row) {
    builder.add(row.record, row.import);
    ++rows;
  });
  if (!read) {
    problem(named(info.number) + ", row " + std::to_string(rows) + ": " + read.error().what);
    return std::uint64_t{0};
  }
  const auto layout = builder.finish(info.number);
  if (layout.info != info) problem(named(info.number) + ": its description is not the one of its rows");
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
    const Segment segment = catalog.segment(number, kv);
    const std::uint32_t here = number;
    SegmentState& state = states[here];
    state.events = state.claims = entry->info.rows;
    for (std::uint32_t row = 0; row < entry->info.rows; ++row) {
      const auto facts = segment.facts(row);
      if (!facts) return facts.error();
      state.participations += facts->actors.size();
      state.undated += facts->bounds.earliest_start == kOpenPast;
    }
    Status walked = segment.each_key([&](const RowKey& key) {
      versions[key.event].push_back({{here, key.row}, key});
      return true;
    });
    if (!walked) return walked;
    walked = segment.each_mirror([&](const MirrorKey& key) {
      mirrors[key.mirror].push_back({key, {here, key.row}});
      return true;
    });
    if (!walked) return walked;
  }
  Settlement::States fresh;
  for (const auto& [number, state] : states) fresh[number] = std::make_shared<SegmentState>(state);
  Settlement settlement(std::move(fresh), [&](RowPlace place) -> Result<Settlement::RowCount> {
    const auto facts = catalog.segment(place.segment, kv).facts(place.row);
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
    if (states[number] != *entry->state) problem(named(number) + ": its rows are not settled as all rows ask for");
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
  const auto catalog = read_catalog(kv, StoreAccess::options(graph).memory);
  if (!catalog) {
    problem(catalog.error().what);
    return std::uint64_t{0};
  }
  std::uint64_t rows = 2 * catalog->segments.size() + catalog->imports.size();
  for (const auto& [number, entry] : catalog->segments) {
    for (const std::uint32_t import : entry->info.imports) {
      if (!catalog->imports.contains(import)) problem(named(number) + " has rows of no known import");
    }
    const auto walked = check_one(kv, entry->info, problem);
    if (!walked) return walked.error();
    rows += *walked;
  }
  if (Status done = check_states(kv, *catalog, problem); !done) {
    problem(done.error().what);
  }
  return rows;
}

}  // namespace forewhen::store
