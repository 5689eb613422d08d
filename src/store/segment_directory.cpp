// SPDX-License-Identifier: Apache-2.0
#include "store/segment_directory.h"

#include <algorithm>

#include "store/bytes.h"

namespace forewhen::store {
namespace {

void put(std::string& out, const std::vector<std::uint64_t>& numbers) {
  append_varint(out, numbers.size());
  for (const std::uint64_t number : numbers) append_be64(out, number);
}
void put(std::string& out, const std::vector<std::uint32_t>& numbers) {
  append_varint(out, numbers.size());
  for (const std::uint32_t number : numbers) append_be32(out, number);
}
void put(std::string& out, const OwnerLists& lists) {
  append_varint(out, lists.lists_each);
  put(out, lists.ids), put(out, lists.begins), put(out, lists.last_rows), put(out, lists.first_rows);
}

// Words of fixed width: they are read in one go when the segment is first asked.
template <class Number>
void take(ByteReader& in, std::vector<Number>& numbers) {
  const std::uint64_t count = in.varint();
  if (count > in.rest().size() / sizeof(Number)) return in.fail();
  ByteReader words(in.take(count * sizeof(Number)));
  numbers.resize(count);
  for (Number& number : numbers) {
    if constexpr (sizeof(Number) == 8)
      number = words.be64();
    else
      number = words.be32();
  }
}

void take(ByteReader& in, OwnerLists& lists) {
  const std::uint64_t each = in.varint();
  if (each < 1 || each > 16) in.fail();
  lists.lists_each = static_cast<std::uint32_t>(each);
  take(in, lists.ids), take(in, lists.begins), take(in, lists.last_rows), take(in, lists.first_rows);
  const bool sound =
      lists.begins.size() == lists.ids.size() * each + 1 && lists.last_rows.size() == lists.ids.size() * each &&
      std::is_sorted(lists.ids.begin(), lists.ids.end()) && std::is_sorted(lists.begins.begin(), lists.begins.end());
  if (!sound) in.fail();
}

}  // namespace

std::optional<std::uint32_t> OwnerLists::number_of(std::uint64_t id) const {
  const auto at = std::lower_bound(ids.begin(), ids.end(), id);
  if (at == ids.end() || *at != id) return std::nullopt;
  return static_cast<std::uint32_t>(at - ids.begin());
}

std::string encode(const SegmentDirectory& directory) {
  std::string out;
  put(out, directory.actors), put(out, directory.places), put(out, directory.last_ids);
  return out;
}

bool decode(std::string_view bytes, SegmentDirectory& directory) {
  ByteReader in(bytes);
  take(in, directory.actors), take(in, directory.places), take(in, directory.last_ids);
  return in.ok() && in.at_end();
}

}  // namespace forewhen::store
