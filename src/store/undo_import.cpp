// SPDX-License-Identifier: Apache-2.0
// Takes the segments of one import away. What they had overtaken, taken back or mirrored is settled anew in the same
// batch that makes them unknown; their keys go afterwards, a piece at a time, and nobody can see them by then.
#include <algorithm>

#include "forewhen/store/record_import.h"
#include "store/body.h"
#include "store/layout.h"
#include "store/rewrite_segments.h"
#include "store/settlement.h"

namespace forewhen {
namespace store {

static constexpr std::size_t kKeysAtOnce = 20000;

Status remove_segment_keys(OrderedKv& kv, std::uint32_t segment) {
  for (int i = 0; i < kSpaces; ++i) {
    const auto space = static_cast<Space>(i);
    std::vector<KvWrite> writes;
    const Status walked = walk(kv, space, segment_prefix(segment), [&](std::string_view key, auto) {
      writes.push_back({space, std::string(key), std::nullopt});
      return true;
    });
    if (!walked) return walked;
    for (std::size_t begin = 0; begin < writes.size(); begin += kKeysAtOnce) {
      const auto end = writes.begin() + static_cast<std::ptrdiff_t>(std::min(begin + kKeysAtOnce, writes.size()));
      const Status gone = kv.commit({writes.begin() + static_cast<std::ptrdiff_t>(begin), end});
      if (!gone) return gone;
    }
  }
  return Done{};
}

Status note_layout(OrderedKv& kv, bool has_segments, std::vector<KvWrite>& writes) {
  auto record = find_record<LayoutRecord>(kv, layout_key(), "the version record");
  if (!record) return record.error();
  if (!*record) return Done{};  // a store in memory
  const auto decisions = kv.cursor(Space::records);
  decisions->seek(prefix_of(Table::decision));
  const bool decided = decisions->valid() && decisions->key().starts_with(prefix_of(Table::decision));
  const std::uint64_t layout = has_segments ? kLayoutWithDataSets : decided ? kLayoutWithDecisions : kLayout;
  if ((*record)->layout == layout) return Done{};
  (*record)->layout = layout;
  writes.push_back({Space::records, layout_key(), encode(**record)});
  return Done{};
}

namespace {

// Ids and mirror numbers of the segments that go.
struct Touched {
  std::set<EventId> ids;
  std::set<std::uint64_t> mirrors;
};
Result<Touched> touched_by(const OrderedKv& kv, const Catalog& going) {
  Touched touched;
  for (const auto& [number, entry] : going.segments) {
    const Status walked = going.segment(number, kv).each_key([&](const RowKey& key) {
      touched.ids.insert(key.event);
      if (key.mirror != 0 && !key.no_event) touched.mirrors.insert(key.mirror);
      return true;
    });
    if (!walked) return walked.error();
  }
  return touched;
}

Status settle_rest(const OrderedKv& kv, const Catalog& rest, Touched touched, Settlement& settlement) {
  std::map<EventId, std::vector<RowVersion>> versions;
  for (const auto& [number, entry] : rest.segments) {
    const std::uint32_t segment = number;
    const Status walked = rest.segment(number, kv).each_key([&](const RowKey& key) {
      if (touched.ids.contains(key.event)) versions[key.event].push_back({{segment, key.row}, key});
      return true;
    });
    if (!walked) return walked;
  }
  for (const auto& [id, all] : versions) {
    if (Status done = settlement.settle_versions(all); !done) return done;
  }
  touched.mirrors.insert(settlement.touched_mirrors().begin(), settlement.touched_mirrors().end());
  std::map<std::uint64_t, std::vector<MirrorRow>> groups;
  for (const auto& [number, entry] : rest.segments) {
    const std::uint32_t segment = number;
    const Status walked = rest.segment(number, kv).each_mirror([&](const MirrorKey& key) {
      if (touched.mirrors.contains(key.mirror)) groups[key.mirror].push_back({key, {segment, key.row}});
      return true;
    });
    if (!walked) return walked;
  }
  for (const auto& [mirror, rows] : groups) {
    if (Status done = settlement.settle_mirrors(rows); !done) return done;
  }
  return Done{};
}

}  // namespace
}  // namespace store

Result<ImportInfo> undo_import(GraphStore& graph, std::uint32_t number) {
  using namespace store;  // NOLINT: a function of that module
  if (StoreAccess::options(graph).access != StoreOptions::Access::write) {
    return Error{ErrorKind::usage, "the store was opened for reading only", "", ""};
  }
  OrderedKv& kv = StoreAccess::kv(graph);
  auto catalog = StoreAccess::catalog(graph);
  if (!catalog) return catalog.error();
  const auto known = (*catalog)->imports.find(number);
  if (known == (*catalog)->imports.end()) {
    return Error{ErrorKind::not_found, "there is no import " + std::to_string(number), "", "see forewhen imports"};
  }
  const ImportInfo info = known->second;
  if (Status swept = sweep_segments(graph); !swept) return swept.error();
  // Rows that were folded together with others' are parted from them first.
  for (const auto& [segment, entry] : (*catalog)->segments) {
    const auto& imports = entry->info.imports;
    if (imports.size() < 2 || !std::binary_search(imports.begin(), imports.end(), number)) continue;
    const Status parted =
        part_segment(graph, segment, [number](std::uint32_t import) { return std::size_t{import == number}; });
    if (!parted) return parted.error();
  }
  catalog = StoreAccess::catalog(graph);
  if (!catalog) return catalog.error();
  Catalog going, rest;
  going.caches = rest.caches = (*catalog)->caches;
  for (const auto& [segment, entry] : (*catalog)->segments) {
    (entry->info.imports == std::vector{number} ? going : rest).segments[segment] = entry;
  }
  auto touched = touched_by(kv, going);
  if (!touched) return touched.error();
  Settlement::States states;
  for (const auto& [segment, entry] : rest.segments) states[segment] = entry->state;
  Settlement settlement(std::move(states), [&](RowPlace place) -> Result<Settlement::RowCount> {
    const auto facts = rest.segment(place.segment, kv).facts(place.row);
    if (!facts) return facts.error();
    return Settlement::RowCount{facts->actors.size(), facts->bounds.earliest_start == kOpenPast};
  });
  if (Status done = settle_rest(kv, rest, *std::move(touched), settlement); !done) return done.error();

  std::vector<KvWrite> writes;
  for (const auto& [segment, state] : settlement.changed()) {
    writes.push_back({Space::records, segment_state_key(segment), encode(state)});
  }
  for (const auto& [segment, entry] : going.segments) {
    writes.push_back({Space::records, segment_info_key(segment), std::nullopt});
    writes.push_back({Space::records, segment_state_key(segment), std::nullopt});
  }
  writes.push_back({Space::records, import_key(number), std::nullopt});
  if (Status noted = note_layout(kv, !rest.segments.empty(), writes); !noted) return noted.error();
  const Status written = kv.commit(writes);
  StoreAccess::forget_catalog(graph);
  if (!written) return written.error();
  StoreAccess::is_swept(graph) = false;
  for (const auto& [segment, entry] : going.segments) {
    if (Status gone = remove_segment_keys(kv, segment); !gone) return gone.error();
  }
  StoreAccess::is_swept(graph) = true;
  return info;
}

}  // namespace forewhen
