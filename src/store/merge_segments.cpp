// SPDX-License-Identifier: Apache-2.0
#include "store/merge_segments.h"

#include <algorithm>
#include <deque>
#include <set>

#include "store/segment_merge.h"

namespace forewhen::store {

Status SegmentMerge::begin() {
  SegmentInfo& info = merged_.info;
  std::set<std::uint32_t> imports;
  for (const auto& entry : from_) {
    info.rows += entry->info.rows, info.bytes += entry->info.bytes;
    imports.insert(entry->info.imports.begin(), entry->info.imports.end());
    const auto bytes = kv_.get(Space::index, segment_key(entry->info.number, 'd'));
    if (!bytes) return bytes.error();
    if (!*bytes || !decode(**bytes, inputs_.emplace_back())) return damaged_segment(entry->info, 'd');
    rows_.emplace_back(entry->info.rows);
  }
  info.imports.assign(imports.begin(), imports.end());
  return Done{};
}

void SegmentMerge::append_to(CoverChunk& chunk, std::size_t input, const CoverChunk& from, std::size_t at,
                             std::uint32_t row) {
  CoverRow cover = from.rows[at];
  cover.row = row;
  if (cover.place < places_[input].size()) cover.place = places_[input][cover.place];
  if (cover.owner < actors_[input].size()) cover.owner = actors_[input][cover.owner];
  chunk.rows.push_back(cover);
  chunk.rows.back().actors_begin = static_cast<std::uint32_t>(chunk.actors.size());
  for (const std::uint32_t actor : from.actors_of(at))  // ascending as before: both number by ascending id
    chunk.actors.push_back(actor < actors_[input].size() ? actors_[input][actor] : kNoNumber - 1);
}

// The rows in the order of time, with their ids and all they say.
Status SegmentMerge::put_rows() {
  struct Row {
    SegmentReader<CoverValue> covers;
    SegmentReader<IdValue> ids;
    SegmentReader<RowValue> rows;
    const Catalog::Entry* entry;
    std::uint32_t number = kNoNumber;
    std::optional<RowKey> key;  // when it was asked for
    Result<bool> next() {
      ++number;
      key.reset();
      const auto cover = covers.next();
      if (!cover) return cover;
      const auto id = ids.next();
      if (!id) return id;
      const auto row = rows.next();
      if (!row) return row;
      if (*cover != *id || *cover != *row || *cover != (number < entry->info.rows))
        return damaged_segment(entry->info, 'f');
      return cover;
    }
    Instant start() const { return covers.value().chunk.rows[covers.at()].bounds.earliest_start; }
    std::uint64_t id() const { return ids.value().ids[ids.at()]; }
  };
  std::vector<Row> inputs;
  for (const auto& entry : from_) {
    inputs.push_back({SegmentReader<CoverValue>(kv_, entry->info, 'f'), SegmentReader<IdValue>(kv_, entry->info, 'e'),
                      SegmentReader<RowValue>(kv_, entry->info, 'r'), entry.get(), kNoNumber, std::nullopt});
  }
  // Two versions of one row that start at the same time: their keys tell which is older.
  SegmentCaches no_cache(0);
  std::optional<Error> wrong;
  const auto key_of = [&](Row& row) -> const RowKey& {
    if (row.key) return *row.key;
    const auto found = Segment(kv_, row.entry->info, *row.entry->memory, no_cache).find(EventId{row.id()});
    if (!found) wrong = found.error();
    row.key.emplace();
    if (found) {
      for (const RowKey& key : *found) {
        if (key.row == row.number) row.key = key;
      }
    }
    return *row.key;
  };
  SegmentOutput covers = output('f'), ids = output('e'), rows = output('r');
  CoverChunk chunk;
  std::string id_bytes;
  std::deque<std::string> kept;  // bytes of the rows of the value being filled
  ColumnsOfRows columns;
  std::uint32_t row = 0;
  SegmentInfo& info = merged_.info;
  const auto put_covers = [&]() -> Status {
    if (chunk.rows.empty()) return Done{};
    const std::string bytes = encode(chunk, info.starts);
    const std::uint32_t number = chunk.rows.front().row / kRowsPerCover;
    chunk.clear();
    return covers.numbered(number, bytes);
  };
  const auto put_ids = [&]() -> Status {
    return id_bytes.empty() ? Done{} : ids.numbered((row - 1) / kIdsPerValue, std::exchange(id_bytes, {}));
  };
  const auto put_bodies = [&]() -> Status {
    if (kept.empty()) return Done{};
    const std::string bytes = columns.encode({kept.begin(), kept.end()});
    kept.clear();
    return rows.numbered((row - 1) / kRowsPerBody, bytes);
  };
  const Status walked = merge_inputs(
      inputs,
      [&](Row& a, Row& b) {
        if (a.start() != b.start()) return a.start() > b.start();
        if (a.id() != b.id()) return a.id() < b.id();
        return comes_first(key_of(a), key_of(b));
      },
      [&](std::size_t i, Row& input) -> Status {
        if (wrong) return *wrong;
        rows_[i][input.number] = row;
        if (row % kRowsPerCover == 0) info.starts.push_back(input.start());
        append_to(chunk, i, input.covers.value().chunk, input.covers.at(), row);
        append_be64(id_bytes, input.id());
        kept.emplace_back(input.rows.value().rows.row(input.rows.at()));
        ++row;
        if (row % kRowsPerCover == 0) {
          if (Status done = put_covers(); !done) return done;
        }
        if (row % kIdsPerValue == 0) {
          if (Status done = put_ids(); !done) return done;
        }
        return row % kRowsPerBody == 0 ? put_bodies() : Done{};
      });
  if (!walked) return walked;
  for (const Status& done : {put_covers(), put_ids(), put_bodies(), covers.finish(), ids.finish(), rows.finish()}) {
    if (!done) return done;
  }
  return Done{};
}

// The lists of all owners, one after the other: each input has them in the same order.
Status SegmentMerge::put_list(char letter, const std::vector<NewNumbers>& owners, OwnerLists SegmentDirectory::*which) {
  struct Place {
    SegmentReader<CoverValue> covers;
    const OwnerLists* lists;
    const NewNumbers* owners;
    const std::vector<std::uint32_t>* new_rows;
    const SegmentInfo* info;
    std::uint32_t at = kNoNumber, list = 0, merged_list = 0, row = 0;
    Result<bool> next() {
      ++at;
      const auto more = covers.next();
      if (!more || !*more) return more;
      while (list + 1 < lists->begins.size() && lists->begins[list + 1] <= at) ++list;
      const std::uint32_t old_row = covers.value().chunk.rows[covers.at()].row;
      if (list + 1 >= lists->begins.size() || old_row >= new_rows->size()) return damaged_segment(*info, 'd');
      merged_list = (*owners)[list / lists->lists_each] * lists->lists_each + list % lists->lists_each;
      row = (*new_rows)[old_row];
      return true;
    }
  };
  OwnerLists& merged = directory_.*which;
  merged.lists_each = (inputs_.front().*which).lists_each;
  const std::size_t lists = merged.ids.size() * merged.lists_each;
  merged.begins.assign(lists + 1, 0);
  merged.last_rows.assign(lists, 0);
  std::vector<Place> inputs;
  for (std::size_t i = 0; i < from_.size(); ++i) {
    if ((inputs_[i].*which).lists_each != merged.lists_each) return damaged_segment(from_[i]->info, 'd');
    inputs.push_back({SegmentReader<CoverValue>(kv_, from_[i]->info, letter), &(inputs_[i].*which), &owners[i],
                      &rows_[i], &from_[i]->info});
  }
  SegmentOutput out = output(letter);
  CoverChunk chunk;
  std::uint32_t at = 0;
  const auto put = [&]() -> Status {
    if (chunk.rows.empty()) return Done{};
    const std::string bytes = encode(chunk, merged_.info.starts);
    merged.first_rows.push_back(chunk.rows.front().row);
    chunk.clear();
    return out.numbered((at - 1) / kRowsPerCover, bytes);
  };
  const Status walked = merge_inputs(
      inputs,
      [](const Place& a, const Place& b) {
        return a.merged_list != b.merged_list ? a.merged_list < b.merged_list : a.row < b.row;
      },
      [&](std::size_t i, const Place& input) -> Status {
        append_to(chunk, i, input.covers.value().chunk, input.covers.at(), input.row);
        ++at;
        merged.begins[input.merged_list + 1] = at;
        merged.last_rows[input.merged_list] = input.row;
        return at % kRowsPerCover == 0 ? put() : Done{};
      });
  if (!walked) return walked;
  for (std::size_t i = 1; i <= lists; ++i) merged.begins[i] = std::max(merged.begins[i], merged.begins[i - 1]);
  if (Status done = put(); !done) return done;
  return out.finish();
}

Status SegmentMerge::put_lists() {
  if (Status done = put_list('A', actors_, &SegmentDirectory::actors); !done) return done;
  return put_list('P', places_, &SegmentDirectory::places);
}

Status SegmentMerge::put_directory() {
  SegmentOutput out = output('d');
  if (Status done = out.under(out.prefix(), encode(directory_)); !done) return done;
  return out.finish();
}

Result<MergedSegment> merge_segments(OrderedKv& kv, const SegmentEntries& from, std::uint32_t number) {
  return SegmentMerge(kv, from, number).run();
}

}  // namespace forewhen::store
