// SPDX-License-Identifier: Apache-2.0
#include "store/segment_cover.h"

#include <algorithm>
#include <utility>

#include "store/bytes.h"
#include "store/fields.h"

namespace forewhen::store {
namespace {

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

// Numbers that are mostly all the same: then one stands for all, behind a 1; otherwise each, behind a 0.
template <class NumberOf>
void put_column(std::string& out, std::size_t count, NumberOf number_of) {
  bool same = true;
  for (std::size_t i = 1; i < count && same; ++i) same = number_of(i) == number_of(0);
  out += same ? '\1' : '\0';
  for (std::size_t i = 0; i < (same ? std::min<std::size_t>(count, 1) : count); ++i) append_varint(out, number_of(i));
}
template <class Take>
void take_column(ByteReader& in, std::size_t count, Take take) {
  const std::uint8_t form = in.u8();
  if (form > 1) in.fail();
  std::uint64_t number = form == 1 && count > 0 ? in.varint() : 0, first = number;
  bool same = true;
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    if (form == 0) number = in.varint();
    if (i == 0) first = number;
    same = same && number == first;
    take(i, number);
  }
  if (same && form == 0) in.fail();  // there is one form for each chunk
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

std::string encode(const CoverChunk& chunk) {
  std::string out;
  append_varint(out, chunk.rows.size());
  std::uint64_t last = 0;
  for (const CoverRow& row : chunk.rows) append_varint(out, distance(std::exchange(last, row.row), row.row));
  last = 0;
  for (const CoverRow& row : chunk.rows) {
    const std::uint64_t start = seconds_of(row.bounds.earliest_start);
    append_varint(out, distance(std::exchange(last, start), start));
  }
  const std::size_t count = chunk.rows.size();
  put_column(out, count, [&](std::size_t i) -> std::uint64_t { return flags_of(chunk.rows[i].bounds); });
  put_column(out, count, [&](std::size_t i) { return static_cast<std::uint64_t>(chunk.rows[i].type); });
  put_column(out, count, [&](std::size_t i) {
    return static_cast<std::uint64_t>(chunk.rows[i].modality) << 4 | static_cast<std::uint64_t>(chunk.rows[i].polarity);
  });
  for (const OpenBound& each : kOpenBounds) {
    put_column(out, count, [&](std::size_t i) -> std::uint64_t {
      const Bounds& bounds = chunk.rows[i].bounds;
      const Instant bound = bounds.*each.which;
      return bound == each.open ? 0 : distance(each.expected(bounds), seconds_of(bound));
    });
  }
  put_column(out, count, [&](std::size_t i) -> std::uint64_t {
    return chunk.rows[i].place == kNoNumber ? 0 : chunk.rows[i].place + std::uint64_t{1};
  });
  put_column(out, count, [&](std::size_t i) -> std::uint64_t { return chunk.actors_of(i).size(); });
  for (const std::uint32_t actor : chunk.actors) append_varint(out, actor);
  return out;
}

bool decode(std::string_view bytes, CoverChunk& chunk) {
  chunk.clear();
  ByteReader in(bytes);
  const std::uint64_t count = in.varint();
  if (count > bytes.size()) return false;
  chunk.rows.resize(count);
  std::uint64_t last = 0;
  for (CoverRow& row : chunk.rows) {
    last = moved(last, in.varint());
    if (last >= kNoNumber) in.fail();
    row.row = static_cast<std::uint32_t>(last);
  }
  last = 0;
  for (CoverRow& row : chunk.rows) row.bounds.earliest_start = instant_at(last = moved(last, in.varint()));
  std::vector<std::uint8_t> flags(count);
  take_column(in, count, [&](std::size_t i, std::uint64_t number) {
    if (number > 7) in.fail();
    flags[i] = static_cast<std::uint8_t>(number);
  });
  take_column(in, count, [&](std::size_t i, std::uint64_t number) {
    if (!is_choice<PloverType>(number)) in.fail();
    chunk.rows[i].type = static_cast<PloverType>(number);
  });
  take_column(in, count, [&](std::size_t i, std::uint64_t number) {
    if (!is_choice<Modality>(number >> 4) || !is_choice<Polarity>(number & 15)) in.fail();
    chunk.rows[i].modality = static_cast<Modality>(number >> 4);
    chunk.rows[i].polarity = static_cast<Polarity>(number & 15);
  });
  for (const OpenBound& each : kOpenBounds) {
    take_column(in, count, [&](std::size_t i, std::uint64_t number) {
      Bounds& bounds = chunk.rows[i].bounds;
      const bool open = flags[i] & each.flag;
      bounds.*each.which = open ? each.open : instant_at(moved(each.expected(bounds), number));
      if (open ? number != 0 : bounds.*each.which == each.open) in.fail();
    });
  }
  take_column(in, count, [&](std::size_t i, std::uint64_t number) {
    if (number > kNoNumber) in.fail();
    chunk.rows[i].place = number == 0 ? kNoNumber : static_cast<std::uint32_t>(number - 1);
  });
  std::uint64_t actors = 0;
  take_column(in, count, [&](std::size_t i, std::uint64_t number) {
    chunk.rows[i].actors_begin = static_cast<std::uint32_t>(actors);
    actors += std::min<std::uint64_t>(number, bytes.size());
    if (actors > bytes.size()) in.fail();
  });
  if (!in.ok()) return false;
  chunk.actors.reserve(actors);
  for (; actors > 0 && in.ok(); --actors) {
    const std::uint64_t number = in.varint();
    if (number >= kNoNumber) in.fail();
    chunk.actors.push_back(static_cast<std::uint32_t>(number));
  }
  return in.ok() && in.at_end();
}

}  // namespace forewhen::store
