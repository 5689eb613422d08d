// SPDX-License-Identifier: Apache-2.0
#include "store/segment_cover.h"

#include <algorithm>
#include <utility>

#include "store/bytes.h"
#include "store/fields.h"
#include "store/packed_column.h"

namespace forewhen::store {
namespace {

// What one value may claim: more is damage.
constexpr std::uint64_t kMostCovered = 1024;

std::uint64_t seconds_of(Instant t) { return static_cast<std::uint64_t>(t.time_since_epoch().count()); }
Instant instant_at(std::uint64_t number) { return Instant(seconds(static_cast<std::int64_t>(number))); }

// On the circle of 2^64, so that open ends need no rule of their own.
std::uint64_t distance(std::uint64_t from, std::uint64_t to) { return zigzag(static_cast<std::int64_t>(to - from)); }
std::uint64_t moved(std::uint64_t from, std::uint64_t by) { return from + static_cast<std::uint64_t>(unzigzag(by)); }

std::uint64_t known_or_0(Instant t) { return is_open(t) ? 0 : seconds_of(t); }

// A bound that may be open: which flag says so, at what it then lies, and where it is expected: the end is mostly as
// vague as the start.
struct OpenBound {
  Instant Bounds::*which;
  std::uint8_t flag;
  Instant open;
  std::uint64_t (*expected)(const Bounds&);
};
constexpr OpenBound kOpenBounds[] = {
    {&Bounds::latest_start, 1, kOpenFuture, [](const Bounds& b) { return known_or_0(b.earliest_start); }},
    {&Bounds::earliest_end, 2, kOpenPast, [](const Bounds& b) { return known_or_0(b.earliest_start); }},
    {&Bounds::latest_end, 4, kOpenFuture, [](const Bounds& b) {
       return known_or_0(b.earliest_end) + known_or_0(b.latest_start) - known_or_0(b.earliest_start);
     }}};

std::uint8_t flags_of(const Bounds& bounds) {
  std::uint8_t flags = 0;
  for (const OpenBound& bound : kOpenBounds) flags |= bounds.*bound.which == bound.open ? bound.flag : 0;
  return flags;
}

// A start that is not earlier than that of the row, by the order of rows.
std::uint64_t start_near(std::span<const Instant> starts, std::uint32_t row) {
  return row / kRowsPerCover < starts.size() ? seconds_of(starts[row / kRowsPerCover]) : 0;
}

template <class NumberOf>
void put_column(std::string& out, std::vector<std::uint64_t>& numbers, std::size_t count, NumberOf number_of) {
  numbers.clear();
  for (std::size_t i = 0; i < count; ++i) numbers.push_back(number_of(i));
  append_column(out, numbers);
}

template <class Choice>
bool is_choice(std::uint64_t number) {
  return number >= static_cast<std::uint64_t>(Range<Choice>::least) &&
         number <= static_cast<std::uint64_t>(Range<Choice>::greatest);
}

}  // namespace

void CoverChunk::append(const CoverRow& row, std::span<const std::uint32_t> numbers) {
  rows.push_back(row);
  rows.back().actors_begin = static_cast<std::uint32_t>(actors.size());
  actors.insert(actors.end(), numbers.begin(), numbers.end());
}

std::string encode(const CoverChunk& chunk, std::span<const Instant> starts) {
  std::string out;
  std::vector<std::uint64_t> numbers;
  const std::vector<CoverRow>& rows = chunk.rows;
  const auto put = [&](auto number_of) { put_column(out, numbers, rows.size(), number_of); };
  append_varint(out, rows.size());
  // A list is ascending in its rows; where one ends and another begins, the distance goes back.
  put([&](std::size_t i) { return distance(i == 0 ? 0 : rows[i - 1].row, rows[i].row); });
  put([&](std::size_t i) { return start_near(starts, rows[i].row) - seconds_of(rows[i].bounds.earliest_start); });
  put([&](std::size_t i) -> std::uint64_t { return flags_of(rows[i].bounds); });
  put([&](std::size_t i) { return static_cast<std::uint64_t>(rows[i].type); });
  put([&](std::size_t i) {
    return static_cast<std::uint64_t>(rows[i].modality) << 4 | static_cast<std::uint64_t>(rows[i].polarity);
  });
  for (const OpenBound& each : kOpenBounds) {
    put([&](std::size_t i) -> std::uint64_t {
      const Instant bound = rows[i].bounds.*each.which;
      return bound == each.open ? 0 : distance(each.expected(rows[i].bounds), seconds_of(bound));
    });
  }
  put([&](std::size_t i) -> std::uint64_t {
    return rows[i].place == kNoNumber ? 0 : rows[i].place + std::uint64_t{1};
  });
  // Whose list it is changes seldom, and needs no second place among the actors.
  put([&](std::size_t i) { return distance(i == 0 ? kNoNumber : rows[i - 1].owner, rows[i].owner); });
  put([&](std::size_t i) -> std::uint64_t { return chunk.actors_of(i).size() - (rows[i].owner != kNoNumber); });
  numbers.clear();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const std::uint32_t actor : chunk.actors_of(i)) {
      if (actor != rows[i].owner) numbers.push_back(actor);
    }
  }
  append_column(out, numbers);
  return out;
}

bool CoverView::read(std::string bytes) {
  bytes_ = std::move(bytes);
  const std::string_view value = bytes_;
  ByteReader in(value);
  const std::uint64_t count = in.varint();
  if (!in.ok() || count > kMostCovered) return false;
  size_ = static_cast<std::size_t>(count);
  rows_ = std::make_unique<std::uint32_t[]>(size_);
  const auto running = [&](std::uint64_t last, std::uint32_t* numbers, std::uint64_t most) {
    PackedColumn distances;
    distances.read(in, value, size_);
    const bool all_same = in.ok() && distances.is_constant() && distances.at(value, 0) == 0;
    for (std::size_t i = 0; i < size_ && in.ok(); ++i) {
      last = moved(last, distances.at(value, i));
      if (last > most) in.fail();
      numbers[i] = static_cast<std::uint32_t>(last);
    }
    return all_same;
  };
  running(0, rows_.get(), kNoNumber - 1);
  for (PackedColumn* column :
       {&starts_, &flags_, &types_, &standings_, &bounds_[0], &bounds_[1], &bounds_[2], &places_})
    column->read(in, value, size_);
  owners_ = std::make_unique<std::uint32_t[]>(size_);
  if (running(kNoNumber, owners_.get(), kNoNumber)) owners_.reset();
  PackedColumn counts;
  counts.read(in, value, size_);
  if (!in.ok()) return false;
  const bool all_alike = size_ == 0 || counts.is_constant();
  if (!all_alike) others_begin_ = std::make_unique<std::uint32_t[]>(size_ + 1);
  // Actors of a row differ, so that each takes a bit at least, but for one a row where all of them are the same.
  const std::uint64_t most = size_ + 8 * value.size();
  std::uint64_t others = 0;
  for (std::size_t i = 0; i < size_; ++i) {
    const std::uint64_t number = counts.at(value, i);
    if (number > most - others) return false;
    others += number;
    if (!all_alike) others_begin_[i + 1] = static_cast<std::uint32_t>(others);
  }
  if (all_alike && size_ > 0) others_each_ = static_cast<std::uint32_t>(others / size_);
  others_.read(in, value, static_cast<std::size_t>(others));
  if (!in.ok() || !in.at_end()) return false;
  for (std::size_t k = 0; others > 0 && others_.at_most() >= kNoNumber && k < others; ++k) {
    if (others_.at(value, k) >= kNoNumber) return false;
  }
  return true;
}

Instant CoverView::start(std::span<const Instant> starts, std::size_t i) const {
  return instant_at(start_near(starts, rows_[i]) - starts_.at(bytes_, i));
}

bool CoverView::row(std::span<const Instant> starts, std::size_t i, CoverRow& row) const {
  const std::uint64_t flags = flags_.at(bytes_, i), type = types_.at(bytes_, i), standing = standings_.at(bytes_, i),
                      place = places_.at(bytes_, i);
  bool sound = flags <= 7 && is_choice<PloverType>(type) && is_choice<Modality>(standing >> 4) &&
               is_choice<Polarity>(standing & 15) && place <= kNoNumber;
  row.row = rows_[i];
  row.place = place == 0 ? kNoNumber : static_cast<std::uint32_t>(place - 1);
  row.owner = owner(i);
  row.type = static_cast<PloverType>(type);
  row.modality = static_cast<Modality>(standing >> 4);
  row.polarity = static_cast<Polarity>(standing & 15);
  row.bounds.earliest_start = start(starts, i);
  for (std::size_t which = 0; which < 3; ++which) {
    const OpenBound& each = kOpenBounds[which];
    const std::uint64_t number = bounds_[which].at(bytes_, i);
    const bool open = flags & each.flag;
    row.bounds.*each.which = open ? each.open : instant_at(moved(each.expected(row.bounds), number));
    sound = sound && (open ? number == 0 : row.bounds.*each.which != each.open);
  }
  return sound;
}

std::optional<seconds> CoverView::vagueness(std::span<const Instant> starts) const {
  seconds most = seconds::zero();
  if (size_ > 0 && start(starts, size_ - 1) == kOpenPast) return std::nullopt;  // they come last
  for (std::size_t i = 0; i < size_; ++i) {
    if (flags_.at(bytes_, i) & kOpenBounds[0].flag) return std::nullopt;
    most = std::max(most, seconds(unzigzag(bounds_[0].at(bytes_, i))));
    if (flags_.is_constant() && bounds_[0].is_constant()) break;
  }
  return most;
}

bool decode(std::string_view bytes, std::span<const Instant> starts, CoverChunk& chunk) {
  chunk.clear();
  CoverView view;
  if (!view.read(std::string(bytes))) return false;
  std::vector<std::uint32_t> actors;
  CoverRow row;
  for (std::size_t i = 0; i < view.size(); ++i) {
    if (!view.row(starts, i, row)) return false;
    actors.clear();
    view.each_actor(i, [&](std::uint32_t number) { actors.push_back(number); });
    const bool once = std::adjacent_find(actors.begin(), actors.end()) == actors.end();
    if (!once) return false;  // the owner stands among the others
    chunk.append(row, actors);
  }
  return true;
}

}  // namespace forewhen::store
