// SPDX-License-Identifier: Apache-2.0
#include "store/rewrite_segments.h"

#include <algorithm>
#include <set>

#include "store/body.h"
#include "store/bytes.h"
#include "store/merge_segments.h"
#include "store/segment_builder.h"

namespace forewhen::store {
namespace {

constexpr std::size_t kAtOnce = 8;  // segments of like size

using Fated = std::vector<std::pair<RowKey, RowFate>>;  // rows that are no event, in order

bool is_before(const std::pair<RowKey, RowFate>& a, const RowKey& b) { return comes_first(a.first, b); }

Result<Fated> fated_of(const Segment& segment, const SegmentState& state) {
  Fated fated;
  const Status walked = segment.each_key([&](const RowKey& key) {
    const RowFate fate = state.fate(key.row);
    if (fate != RowFate::event) fated.emplace_back(key, fate);
    return true;
  });
  if (!walked) return walked.error();
  return fated;
}

SegmentState state_of(const SegmentBuilder::Layout& layout, const Fated& fated) {
  SegmentState state;
  std::vector<std::pair<std::uint32_t, RowFate>> fates;
  for (const RowKey& key : layout.keys) {
    const auto at = std::lower_bound(fated.begin(), fated.end(), key, is_before);
    const bool is_fated = at != fated.end() && !comes_first(key, at->first);
    const RowFate fate = is_fated ? at->second : RowFate::event;
    if (fate == RowFate::event || fate == RowFate::mirror || fate == RowFate::report) ++state.claims;
    if (is_fated) fates.emplace_back(key.row, fate);
    if (fate != RowFate::event) continue;
    ++state.events;
    state.participations += layout.actors[key.row];
    state.undated += key.row >= layout.dated;
  }
  std::sort(fates.begin(), fates.end());
  for (const auto& [row, fate] : fates) state.add_fate(row, fate);
  return state;
}

// By rows, in factors of eight.
int size_class(std::uint64_t rows) {
  int size = 0;
  for (; rows >= kAtOnce; rows /= kAtOnce) ++size;
  return size;
}

// Those of the first ones that fit into one segment.
SegmentEntries fitting(const SegmentEntries& entries, std::size_t most_rows) {
  SegmentEntries together;
  std::uint64_t rows = 0;
  for (const auto& entry : entries) {
    rows += entry->info.rows;
    if (rows > most_rows) break;
    together.push_back(entry);
  }
  return together;
}

// Makes the segments `to` known in place of `from`, whose keys then go.
Status exchange(GraphStore& store, Catalog next, const std::vector<std::uint32_t>& from,
                std::vector<MergedSegment> to) {
  OrderedKv& kv = StoreAccess::kv(store);
  std::vector<KvWrite> writes;
  for (MergedSegment& each : to) {
    const std::uint32_t number = each.info.number;
    writes.push_back({Space::records, segment_info_key(number), encode(each.info)});
    writes.push_back({Space::records, segment_state_key(number), encode(each.state)});
    auto state = std::make_shared<SegmentState>(std::move(each.state));
    next.segments[number] = std::make_shared<Catalog::Entry>(Catalog::Entry{std::move(each.info), std::move(state)});
  }
  for (const std::uint32_t number : from) {
    writes.push_back({Space::records, segment_info_key(number), std::nullopt});
    writes.push_back({Space::records, segment_state_key(number), std::nullopt});
    next.segments.erase(number);
  }
  if (Status written = kv.commit(writes); !written) return written;
  StoreAccess::set_catalog(store, std::move(next));
  for (const std::uint32_t number : from) {
    if (Status gone = remove_segment_keys(kv, number); !gone) return gone;
  }
  StoreAccess::is_swept(store) = true;
  return Done{};
}

Status fold(GraphStore& store, const SegmentEntries& entries) {
  if (Status swept = sweep_segments(store); !swept) return swept;
  const auto catalog = StoreAccess::catalog(store);
  if (!catalog) return catalog.error();
  StoreAccess::is_swept(store) = false;  // until all is done: what fails on the way leaves keys behind
  const std::uint32_t number = (*catalog)->segments.rbegin()->first + 1;
  auto merged = merge_segments(StoreAccess::kv(store), entries, number);
  if (!merged) return merged.error();
  std::vector<std::uint32_t> from;
  for (const auto& entry : entries) from.push_back(entry->info.number);
  return exchange(store, **catalog, from, {*std::move(merged)});
}

}  // namespace

SegmentLimits limits_of(const StoreOptions& options) {
  constexpr double kUsual = 512.0 * (1 << 20);
  const double part = std::min(1.0, static_cast<double>(options.memory) / kUsual);
  return {std::max<std::size_t>(1024, static_cast<std::size_t>(part * (1 << 18))),
          std::max<std::size_t>(std::size_t{1} << 20, static_cast<std::size_t>(part * (96 << 20))),
          std::clamp<std::size_t>(options.memory / 2 / kMergedBytesPerRow, 8192, kMostRowsOfSegment)};
}

Status part_segment(GraphStore& store, std::uint32_t number,
                    const std::function<std::size_t(std::uint32_t import)>& part_of) {
  if (Status swept = sweep_segments(store); !swept) return swept;
  OrderedKv& kv = StoreAccess::kv(store);
  const auto catalog = StoreAccess::catalog(store);
  if (!catalog) return catalog.error();
  const Segment segment = (*catalog)->segment(number, kv);
  const auto fated = fated_of(segment, *(*catalog)->segments.at(number)->state);
  if (!fated) return fated.error();
  const SegmentLimits limits = limits_of(StoreAccess::options(store));
  std::uint32_t last = (*catalog)->segments.rbegin()->first;
  StoreAccess::is_swept(store) = false;  // until all is done: what fails on the way leaves keys behind
  std::map<std::size_t, SegmentBuilder> parts;
  std::vector<MergedSegment> written;
  const auto write_all = [&]() -> Status {
    for (auto& [which, part] : parts) {
      if (part.rows() == 0) continue;
      auto layout = std::exchange(part, {}).finish(++last);
      if (Status loaded = kv.load(layout.writes); !loaded) return loaded;
      SegmentState state = state_of(layout, *fated);
      written.push_back({std::move(layout.info), std::move(state)});
    }
    return Done{};
  };
  Status failed = Done{};
  const Status read = segment.each_record([&](const ImportedRecord& row) {
    if (!failed) return;
    parts[part_of(row.import)].add(row.record, row.import);
    std::size_t rows = 0, bytes = 0;
    for (const auto& [which, part] : parts) rows += part.rows(), bytes += part.bytes();
    if (rows >= limits.rows || bytes >= limits.bytes) failed = write_all();
  });
  if (!read) return read;
  if (failed) failed = write_all();
  if (!failed) return failed;
  return exchange(store, **catalog, {number}, std::move(written));
}

Status fold_if_due(GraphStore& store, std::size_t most_rows) {
  for (bool again = true; again;) {
    again = false;
    const auto catalog = StoreAccess::catalog(store);
    if (!catalog) return catalog.error();
    std::map<int, SegmentEntries> classes;
    for (const auto& [number, entry] : (*catalog)->segments) classes[size_class(entry->info.rows)].push_back(entry);
    for (const auto& [size, entries] : classes) {
      const auto together = entries.size() < kAtOnce ? SegmentEntries() : fitting(entries, most_rows);
      if (together.size() < kAtOnce) continue;
      if (Status folded = fold(store, together); !folded) return folded;
      again = true;
      break;
    }
  }
  return Done{};
}

Status fold_all(GraphStore& store) {
  const auto catalog = StoreAccess::catalog(store);
  if (!catalog) return catalog.error();
  const std::size_t most_rows = limits_of(StoreAccess::options(store)).merged_rows;
  SegmentEntries entries;
  for (const auto& [number, entry] : (*catalog)->segments) entries.push_back(entry);
  std::stable_sort(entries.begin(), entries.end(),
                   [](const auto& a, const auto& b) { return a->info.rows < b->info.rows; });
  while (entries.size() > 1) {
    const auto together = fitting(entries, most_rows);
    if (together.size() < 2) return Done{};
    entries.erase(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(together.size()));
    if (Status folded = fold(store, together); !folded) return folded;
  }
  return Done{};
}

Status sweep_segments(GraphStore& store) {
  if (StoreAccess::is_swept(store)) return Done{};
  OrderedKv& kv = StoreAccess::kv(store);
  const auto catalog = StoreAccess::catalog(store);
  if (!catalog) return catalog.error();
  std::set<std::uint32_t> dead;
  for (int i = 0; i < kSpaces; ++i) {
    const auto rows = kv.cursor(static_cast<Space>(i));
    const std::string all = prefix_of(Table::segment);
    for (rows->seek(all); rows->valid() && rows->key().starts_with(all);) {
      ByteReader in(rows->key().substr(all.size()));
      const std::uint32_t number = in.be32();
      if (!in.ok()) return damaged_key("segment", rows->key());  // no number to go on from
      if (!(*catalog)->segments.contains(number)) dead.insert(number);
      if (number == ~std::uint32_t{0}) break;
      rows->seek(segment_prefix(number + 1));
    }
    if (const Status status = rows->status(); !rows->valid() && !status) return status;
  }
  for (const std::uint32_t number : dead) {
    if (Status gone = remove_segment_keys(kv, number); !gone) return gone;
  }
  StoreAccess::is_swept(store) = true;
  return Done{};
}

}  // namespace forewhen::store
