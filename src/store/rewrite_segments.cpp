// SPDX-License-Identifier: Apache-2.0
#include "store/rewrite_segments.h"

#include <algorithm>
#include <set>

#include "store/body.h"
#include "store/bytes.h"
#include "store/segment_builder.h"

namespace forewhen::store {
namespace {

constexpr std::size_t kAtOnce = 8;  // segments of like size

using Fated = std::vector<std::pair<RowKey, RowFate>>;  // rows that are no event, in order

bool is_before(const std::pair<RowKey, RowFate>& a, const RowKey& b) { return comes_first(a.first, b); }

struct Part {
  SegmentBuilder builder;
  SegmentBuilder::Layout layout;
};

Status read_segment(const Segment& segment, const SegmentState& state,
                    const std::function<std::size_t(std::uint32_t)>& part_of, std::map<std::size_t, Part>& parts,
                    Fated& fated) {
  Status walked = segment.each_key([&](const RowKey& key) {
    const RowFate fate = state.fate(key.row);
    if (fate != RowFate::event) fated.emplace_back(key, fate);
    return true;
  });
  if (!walked) return walked;
  return segment.each_record(
      [&](const ImportedRecord& row) { parts[part_of(row.import)].builder.add(row.record, row.import); });
}

SegmentState state_of(const SegmentBuilder::Layout& layout, const Fated& fated) {
  SegmentState state;
  for (const RowKey& key : layout.keys) {
    const auto at = std::lower_bound(fated.begin(), fated.end(), key, is_before);
    const bool is_fated = at != fated.end() && !comes_first(key, at->first);
    const RowFate fate = is_fated ? at->second : RowFate::event;
    if (fate == RowFate::event || fate == RowFate::mirror) ++state.claims;
    if (is_fated) state.fates.emplace_back(key.row, static_cast<std::uint8_t>(fate));
    if (fate != RowFate::event) continue;
    ++state.events;
    state.participations += layout.actors[key.row];
    state.undated += key.row >= layout.dated;
  }
  std::sort(state.fates.begin(), state.fates.end());
  return state;
}

// By rows, in factors of eight.
int size_class(std::uint64_t rows) {
  int size = 0;
  for (; rows >= kAtOnce; rows /= kAtOnce) ++size;
  return size;
}

using Entries = std::vector<std::shared_ptr<const Catalog::Entry>>;

// Those of the first ones that fit into one segment.
std::vector<std::uint32_t> fitting(const Entries& entries, FoldLimits limits) {
  std::vector<std::uint32_t> numbers;
  std::uint64_t rows = 0, bytes = 0;
  for (const auto& entry : entries) {
    rows += entry->info.rows, bytes += entry->info.bytes;
    if (rows > limits.rows || bytes > limits.bytes) break;
    numbers.push_back(entry->info.number);
  }
  return numbers;
}

}  // namespace

FoldLimits limits_of(const StoreOptions& options) {
  constexpr double kUsual = 512.0 * (1 << 20);
  const double part = std::min(1.0, static_cast<double>(options.memory) / kUsual);
  return {std::max<std::size_t>(1024, static_cast<std::size_t>(part * (1 << 18))),
          std::max<std::size_t>(std::size_t{1} << 20, static_cast<std::size_t>(part * (96 << 20)))};
}

Status rewrite_segments(GraphStore& store, const std::vector<std::uint32_t>& from,
                        const std::function<std::size_t(std::uint32_t import)>& part_of) {
  if (Status swept = sweep_segments(store); !swept) return swept;
  OrderedKv& kv = StoreAccess::kv(store);
  const auto catalog = StoreAccess::catalog(store);
  if (!catalog) return catalog.error();
  std::map<std::size_t, Part> parts;
  Fated fated;
  Catalog next = **catalog;
  for (const std::uint32_t number : from) {
    const Status read =
        read_segment((*catalog)->segment(number, kv), *(*catalog)->segments.at(number)->state, part_of, parts, fated);
    if (!read) return read;
    next.segments.erase(number);
  }
  std::sort(fated.begin(), fated.end(), [](const auto& a, const auto& b) { return comes_first(a.first, b.first); });
  std::vector<KvWrite> writes;
  std::uint32_t segment = (*catalog)->segments.rbegin()->first;
  StoreAccess::is_swept(store) = false;  // until all is done: what fails on the way leaves keys behind
  for (auto& [which, part] : parts) {
    auto layout = part.builder.finish(++segment);
    part.builder = {};
    if (Status loaded = kv.load(layout.writes); !loaded) return loaded;
    auto state = std::make_shared<SegmentState>(state_of(layout, fated));
    writes.push_back({Space::records, segment_info_key(segment), encode(layout.info)});
    writes.push_back({Space::records, segment_state_key(segment), encode(*state)});
    next.segments[segment] = std::make_shared<Catalog::Entry>(Catalog::Entry{std::move(layout.info), std::move(state)});
  }
  for (const std::uint32_t number : from) {
    writes.push_back({Space::records, segment_info_key(number), std::nullopt});
    writes.push_back({Space::records, segment_state_key(number), std::nullopt});
  }
  if (Status written = kv.commit(writes); !written) return written;
  StoreAccess::set_catalog(store, std::move(next));
  for (const std::uint32_t number : from) {
    if (Status gone = remove_segment_keys(kv, number); !gone) return gone;
  }
  StoreAccess::is_swept(store) = true;
  return Done{};
}

namespace {

Status fold(GraphStore& store, const std::vector<std::uint32_t>& numbers) {
  return rewrite_segments(store, numbers, [](std::uint32_t) { return std::size_t{0}; });
}

}  // namespace

Status fold_if_due(GraphStore& store, FoldLimits limits) {
  for (bool again = true; again;) {
    again = false;
    const auto catalog = StoreAccess::catalog(store);
    if (!catalog) return catalog.error();
    std::map<int, Entries> classes;
    for (const auto& [number, entry] : (*catalog)->segments) classes[size_class(entry->info.rows)].push_back(entry);
    for (const auto& [size, entries] : classes) {
      const auto numbers = entries.size() < kAtOnce ? std::vector<std::uint32_t>() : fitting(entries, limits);
      if (numbers.size() < kAtOnce) continue;
      if (Status folded = fold(store, numbers); !folded) return folded;
      again = true;
      break;
    }
  }
  return Done{};
}

Status fold_all(GraphStore& store, FoldLimits limits) {
  const auto catalog = StoreAccess::catalog(store);
  if (!catalog) return catalog.error();
  Entries entries;
  for (const auto& [number, entry] : (*catalog)->segments) entries.push_back(entry);
  std::stable_sort(entries.begin(), entries.end(),
                   [](const auto& a, const auto& b) { return a->info.rows < b->info.rows; });
  while (entries.size() > 1) {
    const auto numbers = fitting(entries, limits);
    if (numbers.size() < 2) return Done{};
    entries.erase(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(numbers.size()));
    if (Status folded = fold(store, numbers); !folded) return folded;
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
      const std::uint32_t number = ByteReader(rows->key().substr(all.size())).be32();
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
