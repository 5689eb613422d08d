// SPDX-License-Identifier: Apache-2.0
#include "store/check_segments.h"

#include <algorithm>
#include <array>

#include "store/body.h"
#include "store/memory_kv.h"
#include "store/merge_inputs.h"
#include "store/rewrite_segments.h"
#include "store/segment_builder.h"
#include "store/segment_reader.h"
#include "store/segment_sums.h"
#include "store/settlement.h"

namespace forewhen::store {
namespace {

using Problem = std::function<void(std::string)>;

std::string named(std::uint32_t segment) { return "segment " + std::to_string(segment); }

// One segment against what its rows make, some of them at a time.
Result<SegmentSums> check_one(const OrderedKv& kv, const SegmentInfo& info, const SegmentLimits& limits,
                              const Problem& problem) {
  SegmentMemory memory;
  SegmentCaches cache(0);
  const Segment segment(kv, info, memory, cache);
  auto found = sums_of(kv, info, 0, &problem);
  if (!found) return found;
  SegmentSums wanted;
  SegmentBuilder builder;
  std::uint32_t rows = 0, begin = 0;
  std::uint64_t bytes = 0;
  Status failed = Done{};
  const auto add_up = [&]() -> Status {
    const auto layout = std::exchange(builder, {}).finish(1);
    MemoryKv own;
    if (Status loaded = own.load(layout.writes); !loaded) return loaded;
    const auto sums = sums_of(own, layout.info, begin, nullptr);
    if (!sums) return sums.error();
    wanted.add(*sums);
    bytes += layout.info.bytes;
    begin = rows;
    return Done{};
  };
  const Status read = segment.each_record([&](const ImportedRecord& row) {
    if (!failed) return;
    builder.add(row.record, row.import);
    ++rows;
    if (builder.rows() >= limits.rows || builder.bytes() >= limits.bytes) failed = add_up();
  });
  if (!read) return read.error();
  if (failed && builder.rows() > 0) failed = add_up();
  if (!failed) return failed.error();
  if (rows != info.rows || bytes != info.bytes)
    problem(named(info.number) + ": its description is not the one of its rows");
  std::string which;
  for (const char letter : std::string_view("refAPixs")) {
    if (found->parts[letter] != wanted.parts[letter]) which += letter;
  }
  if (found->actors != wanted.actors) which += 'a';
  if (found->places != wanted.places) which += 'p';
  if (!which.empty()) problem(named(info.number) + ": an index ('" + which + "') is not the one of its rows");
  std::uint64_t keys = 0;
  for (int i = 0; i < kSpaces; ++i) {
    const Status walked = walk(kv, static_cast<Space>(i), segment_prefix(info.number), [&](auto, auto) {
      ++keys;
      return true;
    });
    if (!walked) return walked.error();
  }
  if (keys != found->values) problem(named(info.number) + ": it has keys that are none of its indexes");
  return found;
}

using Keys = SegmentReader<KeyValue>;
using Mirrors = SegmentReader<MirrorValue>;

// What the segments say under one number after the other, together: calls settle(those of one number) for each.
template <class Row, class Reader, class NumberAt, class RowAt, class Settle>
Status each_group(std::vector<Reader>& readers, NumberAt number_at, RowAt row_at, Settle settle) {
  std::vector<Row> group;
  std::uint64_t number = 0;
  const Status walked = merge_inputs(
      readers, [&](const Reader& a, const Reader& b) { return number_at(a) < number_at(b); },
      [&](std::size_t i, const Reader& reader) -> Status {
        if (!group.empty() && number_at(reader) != number) {
          if (Status done = settle(group); !done) return done;
          group.clear();
        }
        number = number_at(reader);
        group.push_back(row_at(i, reader));
        return Done{};
      });
  if (!walked || group.empty()) return walked;
  return settle(group);
}

// States from nothing but the rows.
Status check_states(const OrderedKv& kv, const Catalog& catalog, const std::map<std::uint32_t, SegmentState>& counted,
                    const Problem& problem) {
  Settlement::States fresh;
  std::vector<std::uint32_t> numbers;
  std::vector<Keys> keys;
  std::vector<Mirrors> mirrors;
  for (const auto& [number, entry] : catalog.segments) {
    fresh[number] = std::make_shared<SegmentState>(counted.at(number));
    numbers.push_back(number);
    keys.emplace_back(kv, entry->info, 'i');
    mirrors.emplace_back(kv, entry->info, 'x');
  }
  Settlement settlement(std::move(fresh), [&](RowPlace place) -> Result<Settlement::RowCount> {
    const auto facts = catalog.segment(place.segment, kv).facts(place.row);
    if (!facts) return facts.error();
    return Settlement::RowCount{facts->actors.size(), facts->bounds.earliest_start == kOpenPast};
  });
  const Status versions = each_group<RowVersion>(
      keys, [](const Keys& reader) { return reader.value().keys[reader.at()].event.value; },
      [&](std::size_t i, const Keys& reader) {
        const RowKey& key = reader.value().keys[reader.at()];
        return RowVersion{{numbers[i], key.row}, key};
      },
      [&](const std::vector<RowVersion>& all) -> Status {
        return all.size() == 1 && !all[0].key.no_event ? Done{} : settlement.settle_versions(all);
      });
  if (!versions) return versions;
  const Status mirrored = each_group<MirrorRow>(
      mirrors, [](const Mirrors& reader) { return reader.value().keys[reader.at()].mirror; },
      [&](std::size_t i, const Mirrors& reader) {
        const MirrorKey& key = reader.value().keys[reader.at()];
        return MirrorRow{key, {numbers[i], key.row}};
      },
      [&](const std::vector<MirrorRow>& rows) { return settlement.settle_mirrors(rows); });
  if (!mirrored) return mirrored;
  auto states = counted;
  for (auto& [number, state] : settlement.changed()) states[number] = std::move(state);
  for (const auto& [number, entry] : catalog.segments) {
    if (states[number] != *entry->state) problem(named(number) + ": its rows are not settled as all rows ask for");
  }
  return Done{};
}

}  // namespace

bool is_of_segments(std::string_view key) {
  static constexpr std::array kTables{Table::segment, Table::segment_info, Table::segment_state, Table::import};
  const std::size_t least = prefix_of(Table::segment).size() + 4 + 1;  // its number and a letter
  if (!key.empty() && static_cast<Table>(key[0]) == Table::segment && key.size() < least) return false;
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
  const SegmentLimits limits = limits_of(StoreAccess::options(graph));
  std::map<std::uint32_t, SegmentState> counted;
  for (const auto& [number, entry] : catalog->segments) {
    for (const std::uint32_t import : entry->info.imports) {
      if (!catalog->imports.contains(import)) problem(named(number) + " has rows of no known import");
    }
    const auto sums = check_one(kv, entry->info, limits, problem);
    if (!sums) {
      problem(sums.error().what);
      continue;
    }
    rows += sums->values;
    SegmentState& state = counted[number];
    state.events = state.claims = entry->info.rows;
    state.undated = sums->undated, state.participations = sums->participations;
  }
  if (counted.size() < catalog->segments.size()) return rows;
  if (Status done = check_states(kv, *catalog, counted, problem); !done) problem(done.error().what);
  return rows;
}

}  // namespace forewhen::store
