// SPDX-License-Identifier: Apache-2.0
// The rows of a builder as the keys and values of a segment.
#include <algorithm>
#include <numeric>

#include "store/bytes.h"
#include "store/codec.h"
#include "store/keys.h"
#include "store/names.h"
#include "store/segment_builder.h"

namespace forewhen::store {
namespace {

// A value for every `size` rows, under their number.
template <class PieceOf>
void put_chunks(std::vector<KvWrite>& writes, Space space, const std::string& prefix, std::size_t rows,
                std::size_t size, PieceOf piece_of) {
  std::vector<std::string_view> pieces;
  for (std::size_t begin = 0; begin < rows; begin += size) {
    pieces.clear();
    for (std::size_t i = begin; i < std::min(begin + size, rows); ++i) pieces.push_back(piece_of(i));
    std::string key = prefix;
    append_be32(key, static_cast<std::uint32_t>(begin / size));
    writes.push_back({space, std::move(key), pack(pieces)});
  }
}

// Lists of ascending row numbers, cut into values under their last row.
class ListWriter {
 public:
  ListWriter(std::vector<KvWrite>& writes, Space space, std::string prefix)
      : writes_(writes), space_(space), prefix_(std::move(prefix)) {}
  ~ListWriter() { flush(); }

  // `shift` low bits carry `mark`.
  void add(std::uint32_t row, int shift = 0, std::uint32_t mark = 0) {
    append_varint(bytes_, (static_cast<std::uint64_t>(row - (count_ == 0 ? 0 : last_)) << shift) | mark);
    last_ = row;
    if (++count_ == kRowsPerList) flush();
  }

 private:
  void flush() {
    if (count_ == 0) return;
    std::string key = prefix_;
    append_be32(key, last_);
    writes_.push_back({space_, std::move(key), std::exchange(bytes_, {})});
    count_ = 0;
  }

  std::vector<KvWrite>& writes_;
  Space space_;
  std::string prefix_, bytes_;
  std::uint32_t last_ = 0;
  std::size_t count_ = 0;
};

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

std::string with_id(std::string key, std::uint64_t id) {
  append_be64(key, id);
  return key;
}

template <class Named>
void put_words(std::vector<KvWrite>& writes, const std::string& prefix, const Named& thing) {
  for (const std::string& name : names_of(thing)) {
    const std::string normalised = normalised_name(name);
    for (const std::string_view word : words_of(normalised)) {
      std::string key = prefix;
      append_closed(key, word);
      append_be64(key, thing.id.value);
      writes.push_back({Space::index, std::move(key), std::string()});
    }
  }
}

}  // namespace

SegmentBuilder::Layout SegmentBuilder::finish(std::uint32_t segment, std::uint32_t import) {
  std::vector<std::uint32_t> order(rows_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
    const Row &x = rows_[a], &y = rows_[b];
    if (x.start != y.start) return x.start > y.start;
    return std::tie(x.key.event, x.key.version, x.key.content) < std::tie(y.key.event, y.key.version, y.key.content);
  });
  const std::size_t n = order.size();
  Layout layout;
  layout.info = {.number = segment, .import = import, .rows = n, .starts = {}};
  std::vector<KvWrite>& writes = layout.writes;
  const auto row_at = [&](std::size_t i) -> const Row& { return rows_[order[i]]; };
  for (std::size_t i = 0; i < n; i += kRowsPerFacts) layout.info.starts.push_back(row_at(i).start);

  put_chunks(writes, Space::text, segment_key(segment, 'r'), n, kRowsPerBody, [&](std::size_t i) {
    return std::string_view(bodies_).substr(row_at(i).body.begin, row_at(i).body.size);
  });
  put_chunks(writes, Space::time, segment_key(segment, 'f'), n, kRowsPerFacts, [&](std::size_t i) {
    return std::string_view(facts_).substr(row_at(i).facts.begin, row_at(i).facts.size);
  });

  const Grouped by_actor = group(actors_.size(), n, [&](std::size_t i, auto visit) {
    const Piece& piece = row_at(i).actors;
    for (std::uint32_t k = 0; k < piece.size; ++k) visit(actor_numbers_[piece.begin + k]);
  });
  for (std::size_t a = 0; a < actors_.size(); ++a) {
    ListWriter list(writes, Space::time, with_id(segment_key(segment, 'A'), actors_[a].actor.id.value));
    for (std::size_t k = by_actor.begins[a]; k < by_actor.begins[a + 1]; ++k) list.add(by_actor.rows[k]);
  }
  const Grouped by_place = group(places_.size(), n, [&](std::size_t i, auto visit) {
    if (row_at(i).place != kNone) visit(row_at(i).place);
  });
  for (std::size_t p = 0; p < places_.size(); ++p) {
    ListWriter list(writes, Space::time, with_id(segment_key(segment, 'P'), places_[p].id.value));
    for (std::size_t k = by_place.begins[p]; k < by_place.begins[p + 1]; ++k) list.add(by_place.rows[k]);
  }
  const Grouped by_stem = group(stems_.size() * 2, n, [&](std::size_t i, auto visit) {
    const Piece& piece = row_at(i).stems;
    for (std::uint32_t k = 0; k < piece.size; ++k) visit(stem_numbers_[piece.begin + k]);
  });
  for (std::size_t s = 0; s < stems_.size(); ++s) {
    std::string prefix = segment_key(segment, 's');
    append_closed(prefix, stems_[s]);
    ListWriter list(writes, Space::index, std::move(prefix));
    std::size_t heavy = by_stem.begins[2 * s], light = by_stem.begins[2 * s + 1];
    const std::size_t heavy_end = light, light_end = by_stem.begins[2 * s + 2];
    while (heavy < heavy_end || light < light_end) {
      const bool take_heavy = light == light_end || (heavy < heavy_end && by_stem.rows[heavy] < by_stem.rows[light]);
      list.add(by_stem.rows[take_heavy ? heavy++ : light++], 1, take_heavy ? 0 : 1);
    }
  }

  layout.keys.reserve(n);
  layout.actors.reserve(n);
  for (std::size_t i = 0; i < n; ++i) {
    const Row& row = row_at(i);
    if (row.start != kOpenPast) layout.dated = static_cast<std::uint32_t>(i + 1);
    RowKey key = row.key;
    key.row = static_cast<std::uint32_t>(i);
    layout.keys.push_back(key);
    layout.actors.push_back(static_cast<std::uint8_t>(std::min<std::uint32_t>(row.actors.size, 255)));
    if (key.mirror != 0) layout.mirrors.push_back({key.mirror, key.event, key.row, row.forward});
  }
  std::sort(layout.keys.begin(), layout.keys.end(), [](const RowKey& a, const RowKey& b) {
    return std::tie(a.event, a.version, a.content) < std::tie(b.event, b.version, b.content);
  });
  std::sort(layout.mirrors.begin(), layout.mirrors.end(), [](const MirrorKey& a, const MirrorKey& b) {
    return std::tie(a.mirror, a.event, a.row) < std::tie(b.mirror, b.event, b.row);
  });
  for (std::size_t begin = 0; begin < n; begin += kRowsPerIndex) {
    const std::size_t end = std::min(begin + kRowsPerIndex, n);
    std::string key = with_id(segment_key(segment, 'i'), layout.keys[end - 1].event.value);
    append_be32(key, static_cast<std::uint32_t>(end));  // several versions of one id may part over two values
    writes.push_back({Space::index, std::move(key), encode_keys(layout.keys.data() + begin, layout.keys.data() + end)});
  }
  for (std::size_t begin = 0; begin < layout.mirrors.size(); begin += kRowsPerIndex) {
    const std::size_t end = std::min(begin + kRowsPerIndex, layout.mirrors.size());
    std::string key = with_id(segment_key(segment, 'x'), layout.mirrors[end - 1].mirror);
    append_be32(key, static_cast<std::uint32_t>(end));
    writes.push_back(
        {Space::index, std::move(key), encode_mirrors(layout.mirrors.data() + begin, layout.mirrors.data() + end)});
  }

  for (FoldedActor& folded : actors_) {
    Actor& actor = folded.actor;
    actor.name = folded.names.front();
    actor.aliases.assign(folded.names.begin() + 1, folded.names.end());
    actor.affiliations.clear();
    for (const auto& [what, seen] : folded.affiliations) {
      const bool dated = seen.begin < seen.end;
      actor.affiliations.push_back({what.first, what.second, dated ? seen : Interval{}});
    }
    writes.push_back({Space::records, with_id(segment_key(segment, 'a'), actor.id.value), encode_folded(actor)});
    put_words(writes, segment_key(segment, 'w'), actor);
  }
  for (const Place& place : places_) {
    writes.push_back({Space::records, with_id(segment_key(segment, 'p'), place.id.value), encode(place)});
    put_words(writes, segment_key(segment, 'v'), place);
  }
  std::sort(writes.begin(), writes.end(),
            [](const KvWrite& a, const KvWrite& b) { return std::tie(a.space, a.key) < std::tie(b.space, b.key); });
  writes.erase(std::unique(writes.begin(), writes.end()), writes.end());  // a word may stand in several of its names
  return layout;
}

}  // namespace forewhen::store
