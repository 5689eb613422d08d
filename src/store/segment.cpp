// SPDX-License-Identifier: Apache-2.0
#include "store/segment.h"

#include <algorithm>
#include <tuple>

#include "store/body.h"
#include "store/bytes.h"
#include "store/word_lists.h"

namespace forewhen::store {

namespace {

std::string numbered(Table table, std::uint32_t number) {
  std::string key = prefix_of(table);
  append_be32(key, number);
  return key;
}

Error damaged(const Segment& segment, const char* what) {
  return {ErrorKind::corrupt,
          "segment " + std::to_string(segment.info().number) + ": " + what + " is missing or does not decode", "",
          "see forewhen check"};
}

}  // namespace

std::string segment_info_key(std::uint32_t segment) { return numbered(Table::segment_info, segment); }
std::string segment_state_key(std::uint32_t segment) { return numbered(Table::segment_state, segment); }
std::string import_key(std::uint32_t import) { return numbered(Table::import, import); }
std::string segment_prefix(std::uint32_t segment) { return numbered(Table::segment, segment); }
std::string segment_key(std::uint32_t segment, char letter) { return segment_prefix(segment) + letter; }

bool comes_first(const RowKey& a, const RowKey& b) {
  return std::tie(a.event, a.version, a.content, a.import) < std::tie(b.event, b.version, b.content, b.import);
}

namespace {

std::string chunk_key(std::uint32_t segment, char letter, std::uint32_t chunk) {
  std::string key = segment_key(segment, letter);
  append_be32(key, chunk);
  return key;
}

}  // namespace

Result<Segment::Piece> Segment::piece(Space space, char letter, std::uint32_t chunk) const {
  SegmentCache& cache = letter == 'r' ? caches_.rows : caches_.lists;
  const SegmentCache::Key key{info_.number, chunk, letter};
  if (Piece known = cache.find(key)) return known;
  auto bytes = kv_.get(space, chunk_key(info_.number, letter, chunk));
  if (!bytes) return bytes.error();
  CachedPiece piece;
  const auto read = [&] {
    if (letter == 'e') return decode_ids(**bytes, piece.ids);
    return letter == 'r' ? piece.rows.read(**std::move(bytes)) : piece.cover.read(**std::move(bytes));
  };
  if (!*bytes || !read())
    return damaged(*this, letter == 'e'   ? "a value of ids"
                          : letter == 'r' ? "a value of rows"
                                          : "a value of covering rows");
  const std::size_t size = letter == 'r' ? piece.rows.bytes() : SegmentCache::kBytesOfCovers;
  return cache.keep(key, std::move(piece), size);
}

template <class T, class Decode>
Result<const T*> Segment::whole(ReadOnce<T>& once, char letter, Decode decode) const {
  return once.get([&]() -> Result<T> {
    const auto bytes = kv_.get(Space::index, segment_key(info_.number, letter));
    if (!bytes) return bytes.error();
    T value;
    if (!*bytes || !decode(**bytes, value))
      return damaged(*this, letter == 'd' ? "the directory" : "the filter of ids");
    return value;
  });
}

Result<const SegmentDirectory*> Segment::directory() const {
  return whole(memory_.directory, 'd', [](std::string_view bytes, SegmentDirectory& to) { return decode(bytes, to); });
}

Result<const IdFilter*> Segment::filter() const {
  return whole(memory_.filter, 'b', [](std::string_view bytes, IdFilter& to) { return to.decode(bytes); });
}

Result<std::vector<RowKey>> Segment::find(EventId event) const {
  std::vector<RowKey> found;
  const auto ids = filter();
  if (!ids) return ids.error();
  if (!(*ids)->may_have(event.value)) return found;
  const auto where = directory();
  if (!where) return where.error();
  const auto& last_ids = (*where)->last_ids;
  auto chunk =
      static_cast<std::uint32_t>(std::lower_bound(last_ids.begin(), last_ids.end(), event.value) - last_ids.begin());
  for (; chunk < last_ids.size(); ++chunk) {
    const auto bytes = kv_.get(Space::index, chunk_key(info_.number, 'i', chunk));
    if (!bytes) return bytes.error();
    if (!*bytes) return damaged(*this, "the index by id");
    if (!find_keys(**bytes, event, found)) return damaged(*this, "the index by id");
    if (last_ids[chunk] > event.value) return found;
  }
  return found;
}

Result<ImportedRecord> Segment::record(std::uint32_t row) const {
  const auto chunk = static_cast<std::uint32_t>(row / kRowsPerBody);
  if (bodies_are_ != chunk) {
    auto read = piece(Space::text, 'r', chunk);
    if (!read) return read.error();
    bodies_ = *std::move(read);
    bodies_are_ = chunk;
  }
  std::string bytes;
  if (row % kRowsPerBody >= bodies_->rows.size() || !bodies_->rows.row(row % kRowsPerBody, bytes))
    return damaged(*this, "a row");
  return decode_imported(bytes);
}

Status Segment::each_record(const std::function<void(const ImportedRecord&)>& visit) const {
  RowsOfColumns rows;
  std::uint64_t row = 0;
  for (std::uint32_t chunk = 0; row < info_.rows; ++chunk) {
    const auto bytes = kv_.get(Space::text, chunk_key(info_.number, 'r', chunk));
    if (!bytes) return bytes.error();
    if (!*bytes || !rows.decode(**bytes) || rows.size() == 0) return damaged(*this, "a value of rows");
    for (std::size_t i = 0; i < rows.size() && row < info_.rows; ++i, ++row) {
      const auto record = decode_imported(rows.row(i));
      if (!record) return record.error();
      visit(*record);
    }
  }
  return Done{};
}

Result<const CoverView*> Segment::cover_at(char letter, std::uint32_t position) const {
  const std::pair wanted(letter, static_cast<std::uint32_t>(position / kRowsPerCover));
  if (!cover_ || cover_is_ != wanted) {
    auto read = piece(Space::time, letter, wanted.second);
    if (!read) return read.error();
    cover_ = *std::move(read);
    cover_is_ = wanted;
  }
  if (position % kRowsPerCover >= cover_->cover.size()) return damaged(*this, "a covering row");
  return &cover_->cover;
}

Result<EventId> Segment::id_of(std::uint32_t row) const {
  const std::pair wanted('e', static_cast<std::uint32_t>(row / kIdsPerValue));
  if (!ids_ || ids_is_ != wanted) {
    auto read = piece(Space::time, 'e', wanted.second);
    if (!read) return read.error();
    ids_ = *std::move(read);
    ids_is_ = wanted;
  }
  if (row % kIdsPerValue >= ids_->ids.size()) return damaged(*this, "the id of a row");
  return EventId{ids_->ids[row % kIdsPerValue]};
}

Status Segment::read_row(const CoverView& covers, std::size_t at, const CoverRow& cover, EventRow& row) const {
  const auto id = id_of(cover.row);
  if (!id) return id.error();
  const auto where = directory();
  if (!where) return where.error();
  row.event = *id;
  row.bounds = cover.bounds;
  row.type = cover.type, row.modality = cover.modality, row.polarity = cover.polarity;
  const auto& actor_ids = (*where)->actors.ids;
  const auto& place_ids = (*where)->places.ids;
  row.actors.clear();
  row.actors.reserve(covers.actor_count(at));
  bool known = true;
  covers.each_actor(at, [&](std::uint32_t number) {
    known = known && number < actor_ids.size();
    if (known) row.actors.push_back(ActorId{actor_ids[number]});
  });
  if (!known) return damaged(*this, "an actor of a covering row");
  row.place = PlaceId{};
  if (cover.place == kNoNumber) return Done{};
  if (cover.place >= place_ids.size()) return damaged(*this, "the place of a covering row");
  row.place = PlaceId{place_ids[cover.place]};
  return Done{};
}

Error Segment::damaged_cover() const { return damaged(*this, "a covering row"); }

Result<EventRow> Segment::facts(std::uint32_t row) const {
  const auto covers = cover_at('f', row);
  if (!covers) return covers.error();
  const std::size_t at = row % kRowsPerCover;
  CoverRow cover;
  if (!(*covers)->row(info_.starts, at, cover)) return damaged_cover();
  EventRow facts;
  if (Status read = read_row(**covers, at, cover, facts); !read) return read.error();
  return facts;
}

Result<const std::optional<seconds>*> Segment::vagueness() const {
  return memory_.vagueness.get([&]() -> Result<std::optional<seconds>> {
    std::optional<seconds> most = seconds::zero();
    bool sound = true;
    const Status walked = walk(kv_, Space::time, segment_key(info_.number, 'f'), [&](auto, std::string_view value) {
      CoverView covers;
      sound = covers.read(std::string(value));
      const auto here = sound ? covers.vagueness(info_.starts) : std::nullopt;
      most = here ? std::optional(std::max(*most, *here)) : std::nullopt;
      return most.has_value();
    });
    if (!walked) return walked.error();
    if (!sound) return damaged_cover();
    return most;
  });
}

Result<Segment::RowList> Segment::begin_before(RowList list, Instant before) const {
  while (list.at < list.end) {
    const auto covers = cover_at(list.letter, list.at);
    if (!covers) return covers.error();
    const std::uint32_t base = list.at - static_cast<std::uint32_t>(list.at % kRowsPerCover);
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>((*covers)->size(), list.end - base));
    std::uint32_t low = list.at - base, high = end;  // newest first
    while (low < high) {
      const std::uint32_t middle = (low + high) / 2;
      if ((*covers)->start(info_.starts, middle) >= before)
        low = middle + 1;
      else
        high = middle;
    }
    list.at = base + low;
    if (list.at < base + end) break;
  }
  return list;
}

std::uint32_t duration_class(const Bounds& bounds) {
  std::uint32_t which = 0;
  if (is_open(bounds.earliest_start) || is_open(bounds.latest_end)) return kPlaceLists - 1;
  const std::int64_t lasts = (bounds.latest_end - bounds.earliest_start).count();
  while (which + 1 < kPlaceLists && lasts > kDurationClasses[which]) ++which;
  return which;
}

Result<Segment::RowList> Segment::list(Axis axis, std::uint64_t owner, std::uint32_t which, Instant before) const {
  // The first value of all rows that begins early enough; the first row sought is in it or in the one before.
  const auto early =
      std::partition_point(info_.starts.begin(), info_.starts.end(), [&](Instant start) { return start >= before; });
  const auto first = early == info_.starts.begin()
                         ? std::uint32_t{0}
                         : static_cast<std::uint32_t>((early - info_.starts.begin() - 1) * kRowsPerCover);
  if (axis == Axis::all) return begin_before({'f', first, static_cast<std::uint32_t>(info_.rows)}, before);
  const auto where = directory();
  if (!where) return where.error();
  const OwnerLists& lists = axis == Axis::actor ? (*where)->actors : (*where)->places;
  RowList list{axis == Axis::actor ? 'A' : 'P', 0, 0};
  const auto number = lists.number_of(owner);
  if (!number || which >= lists.lists_each) return list;
  const std::size_t here = std::size_t{*number} * lists.lists_each + which;
  if (lists.last_rows[here] < first) return list;
  list.at = lists.begins[here], list.end = lists.begins[here + 1];
  if (list.at == list.end) return list;
  // The last value of the list that begins with a row not after that one, or the first value.
  const auto& firsts = lists.first_rows;
  const std::size_t begin = list.at / kRowsPerCover + 1, end = (list.end - 1) / kRowsPerCover + 1;
  if (end > firsts.size()) return damaged(*this, "the directory");
  const auto later = std::upper_bound(firsts.begin() + static_cast<std::ptrdiff_t>(begin),
                                      firsts.begin() + static_cast<std::ptrdiff_t>(end), first);
  const auto chunk = static_cast<std::uint32_t>(later - firsts.begin() - 1);
  list.at = std::max(list.at, static_cast<std::uint32_t>(chunk * kRowsPerCover));
  return begin_before(list, before);
}

Result<std::vector<MirrorKey>> Segment::mirrors(std::uint64_t mirror) const {
  std::vector<MirrorKey> found, keys;
  const std::string prefix = segment_key(info_.number, 'x');
  std::string target = prefix;
  append_be64(target, mirror);
  const auto rows = kv_.cursor(Space::index);
  for (rows->seek(target); rows->valid() && rows->key().starts_with(prefix); rows->next()) {
    if (!decode_mirrors(rows->value(), keys)) return damaged(*this, "the index of mirrors");
    for (const MirrorKey& key : keys) {
      if (key.mirror > mirror) return found;
      if (key.mirror == mirror) found.push_back(key);
    }
  }
  if (const Status status = rows->status(); !rows->valid() && !status) return status.error();
  return found;
}

Status Segment::each_key(const std::function<bool(const RowKey&)>& visit) const {
  std::vector<RowKey> keys;
  bool sound = true;
  const Status walked = walk(kv_, Space::index, segment_key(info_.number, 'i'), [&](auto, std::string_view value) {
    sound = decode_keys(value, keys);
    return sound && std::all_of(keys.begin(), keys.end(), visit);
  });
  if (!sound) return damaged(*this, "the index by id");
  return walked;
}

Status Segment::each_mirror(const std::function<bool(const MirrorKey&)>& visit) const {
  std::vector<MirrorKey> keys;
  bool sound = true;
  const Status walked = walk(kv_, Space::index, segment_key(info_.number, 'x'), [&](auto, std::string_view value) {
    sound = decode_mirrors(value, keys);
    return sound && std::all_of(keys.begin(), keys.end(), visit);
  });
  if (!sound) return damaged(*this, "the index of mirrors");
  return walked;
}

Result<std::vector<std::pair<std::uint32_t, int>>> Segment::rows_under(const std::string& stem) const {
  std::vector<std::uint64_t> numbers;  // row * 2, and 1 for the lighter weight
  const auto sound = read_word(kv_, segment_key(info_.number, 's'), stem, numbers);
  if (!sound) return sound.error();
  if (!*sound) return damaged(*this, "the list of a stem");
  std::vector<std::pair<std::uint32_t, int>> found;
  found.reserve(numbers.size());
  for (const std::uint64_t number : numbers)
    found.emplace_back(static_cast<std::uint32_t>(number >> 1), number & 1 ? 1 : 3);
  return found;
}

Result<std::optional<std::string>> Segment::packed(char letter, std::uint32_t number) const {
  const auto bytes =
      kv_.get(Space::records, chunk_key(info_.number, letter, static_cast<std::uint32_t>(number / kNamesPerValue)));
  if (!bytes) return bytes.error();
  const auto piece = *bytes ? unpack(**bytes, number % kNamesPerValue) : std::nullopt;
  if (!piece) return damaged(*this, "a name");
  return std::optional(std::string(*piece));
}

Result<std::optional<Actor>> Segment::actor(ActorId id) const {
  const auto where = directory();
  if (!where) return where.error();
  const auto number = (*where)->actors.number_of(id.value);
  if (!number) return std::optional<Actor>();
  const auto bytes = packed('a', *number);
  if (!bytes) return bytes.error();
  auto actor = decode_folded(**bytes);
  if (!actor) return actor.error();
  return std::optional(*std::move(actor));
}

Result<std::optional<Place>> Segment::place(PlaceId id) const {
  const auto where = directory();
  if (!where) return where.error();
  const auto number = (*where)->places.number_of(id.value);
  if (!number) return std::optional<Place>();
  const auto bytes = packed('p', *number);
  if (!bytes) return bytes.error();
  auto place = decode<Place>(**bytes);
  if (!place) return about(place.error(), "place " + to_string(id));
  return std::optional(*std::move(place));
}

Status Segment::each_place(const std::function<void(Place)>& visit) const {
  std::optional<Error> wrong;
  const Status walked = walk(kv_, Space::records, segment_key(info_.number, 'p'), [&](auto, std::string_view value) {
    for (std::size_t i = 0; !wrong && i < ByteReader(value).be32(); ++i) {
      const auto bytes = unpack(value, i);
      auto place = bytes ? decode<Place>(*bytes) : Result<Place>(damaged(*this, "a place"));
      if (place)
        visit(*std::move(place));
      else
        wrong = place.error();
    }
    return !wrong;
  });
  if (wrong) return *wrong;
  return walked;
}

Result<std::vector<std::uint64_t>> Segment::ids_under_word(char letter, std::string_view word) const {
  const auto where = directory();
  if (!where) return where.error();
  const auto& ids = letter == 'w' ? (*where)->actors.ids : (*where)->places.ids;
  std::vector<std::uint64_t> numbers;
  const auto sound = read_word(kv_, segment_key(info_.number, letter), word, numbers);
  if (!sound) return sound.error();
  for (std::uint64_t& number : numbers) {
    if (!*sound || number >= ids.size()) return damaged(*this, "the index of names");
    number = ids[number];
  }
  return numbers;
}

Result<std::vector<std::uint64_t>> Segment::ids(char letter) const {
  const auto where = directory();
  if (!where) return where.error();
  return letter == 'a' ? (*where)->actors.ids : (*where)->places.ids;
}

}  // namespace forewhen::store
