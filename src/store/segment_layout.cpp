// SPDX-License-Identifier: Apache-2.0
// The rows of a builder as the keys and values of a segment.
#include <algorithm>
#include <future>
#include <numeric>
#include <set>

#include "store/bytes.h"
#include "store/codec.h"
#include "store/keys.h"
#include "store/names.h"
#include "store/segment_builder.h"
#include "store/word_lists.h"

namespace forewhen::store {
namespace {

constexpr std::size_t kWorthThread = std::size_t{1} << 14;  // rows

std::string numbered(const std::string& prefix, std::size_t number) {
  std::string key = prefix;
  append_be32(key, static_cast<std::uint32_t>(number));
  return key;
}

// A value for every kNamesPerValue things, under its number.
template <class PieceOf>
void put_packed(std::vector<KvWrite>& writes, Space space, const std::string& prefix, std::size_t things,
                PieceOf piece_of) {
  std::vector<std::string_view> pieces;
  for (std::size_t begin = 0; begin < things; begin += kNamesPerValue) {
    pieces.clear();
    for (std::size_t i = begin; i < std::min(begin + kNamesPerValue, things); ++i) pieces.push_back(piece_of(i));
    writes.push_back({space, numbered(prefix, begin / kNamesPerValue), pack(pieces)});
  }
}

// For each of `owners` the rows that have it, in ascending order: (row, what) pairs by owner.
struct Grouped {
  std::vector<std::size_t> begins;
  std::vector<std::uint32_t> rows;
};
template <class OwnersOf>
Grouped group(std::size_t owners, std::size_t rows, OwnersOf each_owner_of) {
  Grouped grouped;
  grouped.begins.assign(owners + 1, 0);
  for (std::size_t row = 0; row < rows; ++row)
    each_owner_of(row, [&](std::uint32_t owner) { ++grouped.begins[owner + 1]; });
  std::partial_sum(grouped.begins.begin(), grouped.begins.end(), grouped.begins.begin());
  grouped.rows.resize(grouped.begins.back());
  std::vector<std::size_t> at(grouped.begins.begin(), grouped.begins.end() - 1);
  for (std::size_t row = 0; row < rows; ++row) {
    each_owner_of(row, [&](std::uint32_t owner) { grouped.rows[at[owner]++] = static_cast<std::uint32_t>(row); });
  }
  return grouped;
}

// The lists of all owners, one after the other, in values under their number. append_row(chunk, row, list)
template <class AppendRow>
OwnerLists put_lists(std::vector<KvWrite>& writes, const std::string& prefix, std::vector<std::uint64_t> ids,
                     const Grouped& lists, std::span<const Instant> starts, AppendRow append_row) {
  OwnerLists owners;
  owners.ids = std::move(ids);
  owners.begins.assign(lists.begins.begin(), lists.begins.end());
  for (std::size_t i = 0; i + 1 < lists.begins.size(); ++i) {
    const bool none = lists.begins[i] == lists.begins[i + 1];
    owners.last_rows.push_back(none ? 0 : lists.rows[lists.begins[i + 1] - 1]);
  }
  CoverChunk chunk;
  std::uint32_t list = 0;
  for (std::size_t begin = 0; begin < lists.rows.size(); begin += kRowsPerCover) {
    chunk.clear();
    owners.first_rows.push_back(lists.rows[begin]);
    const std::size_t end = std::min(begin + kRowsPerCover, lists.rows.size());
    for (std::size_t i = begin; i < end; ++i) {
      while (lists.begins[list + 1] <= i) ++list;
      append_row(chunk, lists.rows[i], list);
    }
    writes.push_back({Space::time, numbered(prefix, begin / kRowsPerCover), encode(chunk, starts)});
  }
  return owners;
}

}  // namespace

template <class Things, class IdOf>
SegmentBuilder::Numbering SegmentBuilder::by_id(const Things& things, IdOf id_of) {
  Numbering numbering;
  numbering.old_of.resize(things.size());
  numbering.new_of.resize(things.size());
  std::iota(numbering.old_of.begin(), numbering.old_of.end(), 0u);
  std::sort(numbering.old_of.begin(), numbering.old_of.end(),
            [&](std::uint32_t a, std::uint32_t b) { return id_of(things[a]) < id_of(things[b]); });
  for (std::uint32_t i = 0; i < things.size(); ++i) numbering.new_of[numbering.old_of[i]] = i;
  return numbering;
}

// Actors and places were numbered as they came; what is written must not tell in which order that was.
void SegmentBuilder::number_finally() {
  const Numbering actors = by_id(actors_, [](const FoldedActor& each) { return each.actor.id; });
  const Numbering places = by_id(places_, [](const Place& each) { return each.id; });
  std::deque<FoldedActor> sorted_actors;
  for (const std::uint32_t old : actors.old_of) sorted_actors.push_back(std::move(actors_[old]));
  std::vector<Place> sorted_places;
  for (const std::uint32_t old : places.old_of) sorted_places.push_back(std::move(places_[old]));
  actors_ = std::move(sorted_actors);
  places_ = std::move(sorted_places);
  for (std::uint32_t& number : actor_numbers_) number = actors.new_of[number];
  for (Row& row : rows_) {
    const auto begin = actor_numbers_.begin() + static_cast<std::ptrdiff_t>(row.actors.begin);
    std::sort(begin, begin + row.actors.size);
    if (row.cover.place != kNoNumber) row.cover.place = places.new_of[row.cover.place];
  }
}

std::vector<std::uint32_t> SegmentBuilder::order_of_time() const {
  std::vector<std::pair<Instant, std::uint32_t>> starts;
  starts.reserve(rows_.size());
  for (const Row& row : rows_) starts.emplace_back(row.cover.bounds.earliest_start, row.key.row);
  std::sort(starts.begin(), starts.end(), [this](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : comes_first(rows_[a.second].key, rows_[b.second].key);
  });
  std::vector<std::uint32_t> order;
  order.reserve(starts.size());
  for (const auto& [start, row] : starts) order.push_back(row);
  return order;
}

void SegmentBuilder::put_rows(std::uint32_t segment, std::vector<KvWrite>& writes) const {
  const std::size_t n = order_.size();
  ColumnsOfRows columns;
  std::vector<std::string_view> rows;
  for (std::size_t begin = 0; begin < n; begin += kRowsPerBody) {
    rows.clear();
    for (std::size_t i = begin; i < std::min(begin + kRowsPerBody, n); ++i) {
      const Piece& body = row_at(i).body;
      rows.push_back(std::string_view(bodies_).substr(body.begin, body.size));
    }
    writes.push_back({Space::text, numbered(segment_key(segment, 'r'), begin / kRowsPerBody), columns.encode(rows)});
  }
}

void SegmentBuilder::put_ids(Layout& layout) const {
  const std::size_t n = order_.size();
  for (std::size_t begin = 0; begin < n; begin += kIdsPerValue) {
    std::string ids;
    for (std::size_t i = begin; i < std::min(begin + kIdsPerValue, n); ++i) append_be64(ids, row_at(i).key.event.value);
    layout.writes.push_back(
        {Space::time, numbered(segment_key(layout.info.number, 'e'), begin / kIdsPerValue), std::move(ids)});
  }
}

void SegmentBuilder::put_covering(Layout& layout, SegmentDirectory& directory) const {
  const std::uint32_t segment = layout.info.number;
  const std::size_t n = order_.size();
  const auto append_row = [this](CoverChunk& chunk, std::uint32_t number, std::uint32_t owner) {
    const Row& row = row_at(number);
    CoverRow cover = row.cover;
    cover.row = number, cover.owner = owner;
    chunk.append(cover, std::span(actor_numbers_).subspan(row.actors.begin, row.actors.size));
  };
  CoverChunk chunk;
  for (std::size_t begin = 0; begin < n; begin += kRowsPerCover) {
    layout.info.starts.push_back(row_at(begin).cover.bounds.earliest_start);
    chunk.clear();
    for (std::size_t i = begin; i < std::min(begin + kRowsPerCover, n); ++i)
      append_row(chunk, static_cast<std::uint32_t>(i), kNoNumber);
    layout.writes.push_back(
        {Space::time, numbered(segment_key(segment, 'f'), begin / kRowsPerCover), encode(chunk, layout.info.starts)});
  }
  std::vector<std::uint64_t> actor_ids, place_ids;
  for (const FoldedActor& each : actors_) actor_ids.push_back(each.actor.id.value);
  for (const Place& each : places_) place_ids.push_back(each.id.value);
  const Grouped by_actor = group(actors_.size(), n, [this](std::size_t i, auto visit) {
    const Piece& piece = row_at(i).actors;
    for (std::uint32_t k = 0; k < piece.size; ++k) visit(actor_numbers_[piece.begin + k]);
  });
  const Grouped by_place = group(places_.size() * kPlaceLists, n, [this](std::size_t i, auto visit) {
    const CoverRow& cover = row_at(i).cover;
    if (cover.place != kNoNumber) visit(cover.place * kPlaceLists + duration_class(cover.bounds));
  });
  directory.actors = put_lists(layout.writes, segment_key(segment, 'A'), std::move(actor_ids), by_actor,
                               layout.info.starts, append_row);
  directory.places =
      put_lists(layout.writes, segment_key(segment, 'P'), std::move(place_ids), by_place, layout.info.starts,
                [&](CoverChunk& to, std::uint32_t row, auto) { append_row(to, row, kNoNumber); });
  directory.places.lists_each = kPlaceLists;
}

void SegmentBuilder::put_stems(Layout& layout) const {
  const Grouped by_stem = group(stems_.size() * 2, order_.size(), [this](std::size_t i, auto visit) {
    const Piece& piece = row_at(i).stems;
    for (std::uint32_t k = 0; k < piece.size; ++k) visit(stem_numbers_[piece.begin + k]);
  });
  std::vector<std::uint32_t> alphabet(stems_.size());
  std::iota(alphabet.begin(), alphabet.end(), 0u);
  std::sort(alphabet.begin(), alphabet.end(),
            [this](std::uint32_t a, std::uint32_t b) { return stems_[a] < stems_[b]; });
  WordListWriter lists(layout.writes, segment_key(layout.info.number, 's'));
  std::vector<std::uint64_t> numbers;
  for (const std::uint32_t stem : alphabet) {
    numbers.clear();
    for (const std::uint32_t light : {0u, 1u}) {
      for (std::size_t k = by_stem.begins[2 * stem + light]; k < by_stem.begins[2 * stem + light + 1]; ++k)
        numbers.push_back(std::uint64_t{by_stem.rows[k]} * 2 + light);
    }
    std::sort(numbers.begin(), numbers.end());
    lists.add(stems_[stem], numbers);
  }
  lists.finish();
}

void SegmentBuilder::put_keys(Layout& layout, SegmentDirectory& directory) {
  const std::uint32_t segment = layout.info.number;
  const std::size_t n = order_.size();
  std::vector<KvWrite>& writes = layout.writes;
  std::set<std::uint32_t> imports;
  IdFilter filter(n);
  std::vector<std::uint32_t> numbers(n);  // final ones, by those of adding
  for (std::size_t i = 0; i < n; ++i) {
    const Row& row = row_at(i);
    if (row.cover.bounds.earliest_start != kOpenPast) layout.dated = static_cast<std::uint32_t>(i + 1);
    const RowKey& key = row.key;
    numbers[key.row] = static_cast<std::uint32_t>(i);
    layout.actors.push_back(row.actors.size);
    const RowFate fate = key.fate();
    if (key.mirror != 0 && fate != RowFate::document)
      layout.mirrors.push_back(
          {key.mirror, key.event, static_cast<std::uint32_t>(i), row.forward, fate == RowFate::report});
    imports.insert(key.import);
    filter.add(key.event.value);
  }
  layout.info.imports.assign(imports.begin(), imports.end());
  layout.keys = keys();
  for (RowKey& key : layout.keys) key.row = numbers[key.row];
  std::sort(layout.mirrors.begin(), layout.mirrors.end(), [](const MirrorKey& a, const MirrorKey& b) {
    return std::tie(a.mirror, a.event, a.row) < std::tie(b.mirror, b.event, b.row);
  });
  for (std::size_t begin = 0; begin < n; begin += kRowsPerIndex) {
    const std::size_t end = std::min(begin + kRowsPerIndex, n);
    directory.last_ids.push_back(layout.keys[end - 1].event.value);
    writes.push_back({Space::index, numbered(segment_key(segment, 'i'), begin / kRowsPerIndex),
                      encode_keys(layout.keys.data() + begin, layout.keys.data() + end)});
  }
  for (std::size_t begin = 0; begin < layout.mirrors.size(); begin += kRowsPerIndex) {
    const std::size_t end = std::min(begin + kRowsPerIndex, layout.mirrors.size());
    std::string key = segment_key(segment, 'x');
    append_be64(key, layout.mirrors[end - 1].mirror);
    writes.push_back(
        {Space::index, numbered(key, end), encode_mirrors(layout.mirrors.data() + begin, layout.mirrors.data() + end)});
  }
  writes.push_back({Space::index, segment_key(segment, 'b'), filter.encode()});
}

void SegmentBuilder::put_names(Layout& layout) {
  const std::uint32_t segment = layout.info.number;
  std::vector<std::string> pieces;
  std::vector<std::pair<std::string, std::uint64_t>> words;
  const auto put = [&](char letter, char word_letter) {
    put_packed(layout.writes, Space::records, segment_key(segment, letter), pieces.size(),
               [&](std::size_t i) { return std::string_view(pieces[i]); });
    put_words(layout.writes, segment_key(segment, word_letter), std::exchange(words, {}));
    pieces.clear();
  };
  for (FoldedActor& folded : actors_) {
    Actor& actor = folded.actor;
    actor.name = *folded.names.begin();
    actor.aliases.assign(std::next(folded.names.begin()), folded.names.end());
    actor.affiliations.clear();
    for (const auto& [what, seen] : folded.affiliations) {
      const bool dated = seen.begin < seen.end;
      actor.affiliations.push_back({what.first, what.second, dated ? seen : Interval{}});
    }
    note_words(words, actor, pieces.size());
    pieces.push_back(encode_folded(actor));
  }
  put('a', 'w');
  for (const Place& place : places_) {
    note_words(words, place, pieces.size());
    pieces.push_back(encode(place));
  }
  put('p', 'v');
}

SegmentBuilder::Layout SegmentBuilder::begin(std::uint32_t segment) {
  number_finally();
  order_ = order_of_time();
  Layout layout;
  layout.info.number = segment;
  layout.info.rows = order_.size();
  layout.info.bytes = bodies_.size();
  return layout;
}

void SegmentBuilder::put_rest(Layout& layout) {
  SegmentDirectory directory;
  put_ids(layout);
  put_covering(layout, directory);
  put_stems(layout);
  put_keys(layout, directory);
  put_names(layout);
  layout.writes.push_back({Space::index, segment_key(layout.info.number, 'd'), encode(directory)});
  std::sort(layout.writes.begin(), layout.writes.end(),
            [](const KvWrite& a, const KvWrite& b) { return std::tie(a.space, a.key) < std::tie(b.space, b.key); });
}

SegmentBuilder::Layout SegmentBuilder::finish(std::uint32_t segment) {
  Layout layout = begin(segment);
  put_rows(segment, layout.writes);
  put_rest(layout);
  return layout;
}

Result<SegmentBuilder::Layout> SegmentBuilder::load(std::uint32_t segment, const Load& load) {
  Layout layout = begin(segment);
  std::future<Status> rows;
  if (order_.size() < kWorthThread) {
    put_rows(segment, layout.writes);
  } else {
    rows = std::async(std::launch::async, [&] {
      std::vector<KvWrite> writes;
      put_rows(segment, writes);
      return load(writes);
    });
  }
  put_rest(layout);
  const Status rest = load(layout.writes);
  const Status first = rows.valid() ? rows.get() : Status(Done{});
  if (!first) return first.error();
  if (!rest) return rest.error();
  layout.writes = {};
  return layout;
}

}  // namespace forewhen::store
