// SPDX-License-Identifier: Apache-2.0
// The values that a segment is made of, each against the plain containers that it stands for.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <utility>

#include "store/id_filter.h"
#include "store/interner.h"
#include "store/memory_kv.h"
#include "store/packed_column.h"
#include "store/packed_rows.h"
#include "store/segment.h"
#include "store/segment_reader.h"
#include "store/word_lists.h"
#include "tests/store/odd_rows.h"

namespace forewhen::store {
namespace {

CoverRow random_row(Dice& dice, std::uint32_t row) {
  CoverRow cover;
  cover.row = row;
  if (dice.below(4) > 0) cover.place = static_cast<std::uint32_t>(dice.below(3000));
  if (dice.below(5) > 0) cover.bounds.earliest_start = dice.time();
  if (dice.below(5) > 0) cover.bounds.latest_start = dice.time();
  if (dice.below(5) > 0) cover.bounds.earliest_end = dice.time();
  if (dice.below(5) > 0) cover.bounds.latest_end = dice.time();
  cover.type = static_cast<PloverType>(dice.below(17));
  cover.modality = dice.below(2) ? Modality::actual : Modality::planned;
  cover.polarity = dice.below(2) ? Polarity::positive : Polarity::negative;
  return cover;
}

TEST(SegmentPieces, CoveringRowsComeBackAsTheyWere) {
  Dice dice;
  for (int world = 0; world < 500; ++world) {
    CoverChunk chunk, read;
    std::vector<Instant> starts;  // of some of the rows
    for (std::uint64_t n = dice.below(2000); n > 0; --n) starts.push_back(dice.below(9) ? dice.time() : kOpenPast);
    std::sort(starts.rbegin(), starts.rend());
    std::vector<std::vector<std::uint32_t>> actors;
    for (std::uint64_t i = 0, n = dice.below(70); i < n; ++i) {
      std::set<std::uint32_t> numbers;
      for (std::uint64_t k = dice.below(4); k > 0; --k) numbers.insert(static_cast<std::uint32_t>(dice.below(20000)));
      actors.emplace_back(numbers.begin(), numbers.end());
      CoverRow row = random_row(dice, static_cast<std::uint32_t>(dice.below(1 << 18)));
      if (!numbers.empty() && dice.below(2)) row.owner = actors.back()[dice.below(numbers.size())];
      chunk.append(row, actors.back());
    }
    const std::string bytes = encode(chunk, starts);
    ASSERT_TRUE(decode(bytes, starts, read));
    ASSERT_EQ(read, chunk);
    for (std::size_t i = 0; i < actors.size(); ++i) {
      const auto numbers = read.actors_of(i);
      ASSERT_TRUE(std::equal(numbers.begin(), numbers.end(), actors[i].begin(), actors[i].end()));
    }
    for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 8)
      ASSERT_FALSE(decode(std::string_view(bytes).substr(0, size), starts, read)) << size;
  }
}

// What a few bytes claim to be much is damage, and takes no memory for what it claims.
TEST(SegmentPieces, WhatClaimsMoreThanItsBytesHoldIsDamage) {
  const auto constant = [](std::uint64_t number) { return std::string(1, '\0') + static_cast<char>(number); };
  std::string covers(1, '\1');  // one row, in columns that are constant
  for (int column = 0; column < 10; ++column) covers += constant(column == 4 ? 0x11 : 0);  // actual and positive
  std::string of_many = covers + '\0';
  append_varint(of_many, 1 << 20);  // actors
  CoverChunk chunk;
  EXPECT_TRUE(decode(covers + constant(1) + constant(7), {}, chunk));
  EXPECT_EQ(chunk.actors, std::vector<std::uint32_t>{7});
  EXPECT_FALSE(CoverView().read(of_many + constant(7)));

  std::string words;
  for (int word = 0; word < 2; ++word) {
    append_text(words, "w");
    append_varint(words, kNumbersPerValue), words += '\0';
    words += constant(1);
    EXPECT_EQ(WordValue().decode(words, {}), word == 0) << "a value holds kNumbersPerValue numbers";
  }

  SegmentInfo info;
  info.rows = kMostRowsOfSegment;
  EXPECT_TRUE(decode_info(encode(info)));
  info.rows = std::uint64_t{1} << 60;
  EXPECT_FALSE(decode_info(encode(info)));

  SegmentState state;
  state.add_fate(7, RowFate::mirror), state.add_fate(kNoNumber, RowFate::mirror);
  EXPECT_FALSE(decode_state(encode(state)));
}

TEST(SegmentPieces, AnActorWithoutANumberIsDamage) {
  for (const bool beside : {false, true}) {
    CoverChunk chunk, read;
    const std::vector<std::uint32_t> none{kNoNumber}, two{1, kNoNumber};
    chunk.append({}, beside ? two : none);
    EXPECT_FALSE(decode(encode(chunk, {}), {}, read));
  }
}

TEST(SegmentPieces, ColumnsOfAnyNumbersComeBack) {
  Dice dice;
  for (int world = 0; world < 5000; ++world) {
    std::vector<std::uint64_t> numbers;
    const std::uint64_t kinds = dice.below(3) ? ~std::uint64_t{0} : 1 + dice.below(20), seed = dice.any();
    const std::uint64_t reach = dice.any() >> dice.below(64), step = dice.below(2) ? 1 : 1 + dice.below(100'000);
    const std::uint64_t least = dice.below(2) ? dice.any() : dice.below(1000);
    for (std::uint64_t n = dice.below(70); n > 0; --n) {
      const std::uint64_t number = dice.any() % kinds;
      numbers.push_back(least + step * (reach == 0 ? 0 : (number * (seed | 1)) % reach));
    }
    std::string bytes;
    append_column(bytes, numbers);
    const std::string own = bytes;
    bytes += "what follows";
    ByteReader in(bytes);
    std::vector<std::uint64_t> read(numbers.size());
    take_column(in, read.size(), [&](std::size_t i, std::uint64_t number) { read[i] = number; });
    ASSERT_TRUE(in.ok());
    ASSERT_EQ(read, numbers);
    ASSERT_EQ(in.rest(), "what follows");
    for (std::size_t size = 0; size < own.size(); ++size) {
      ByteReader cut(std::string_view(own).substr(0, size));
      take_column(cut, read.size(), [](std::size_t, std::uint64_t) {});
      ASSERT_FALSE(cut.ok());
    }
  }
}

// Bytes behind the form in each of the five, by their description alone; the largest number where one cannot be used.
std::size_t shortest_form(const std::vector<std::uint64_t>& numbers) {
  const auto varint_size = [](std::uint64_t number) {
    std::string bytes;
    append_varint(bytes, number);
    return bytes.size();
  };
  const auto bits_of = [&](std::uint64_t greatest) {
    std::size_t bits = 0;
    for (; greatest > 0; greatest >>= 1) ++bits;
    return bits;
  };
  const auto bytes_of = [&](std::size_t bits) {
    return bits > 56 ? ~std::size_t{0} >> 1 : (bits * numbers.size() + 7) / 8;
  };
  const std::set<std::uint64_t> kinds(numbers.begin(), numbers.end());
  const std::uint64_t least = *kinds.begin(), reach = *kinds.rbegin() - least;
  std::size_t shortest = varint_size(least) + bytes_of(bits_of(reach)), plain = 0;
  for (const std::uint64_t number : numbers) plain += varint_size(number);
  shortest = std::min(shortest, plain);
  std::uint64_t step = 0;
  for (const std::uint64_t number : kinds) step = std::gcd(step, number - least);
  if (step > 1) shortest = std::min(shortest, varint_size(least) + varint_size(step) + bytes_of(bits_of(reach / step)));
  if (kinds.size() <= 16) {
    std::size_t listed = bytes_of(bits_of(kinds.size() - 1));
    std::uint64_t last = 0;
    for (const std::uint64_t number : kinds) listed += varint_size(number - std::exchange(last, number));
    shortest = std::min(shortest, listed);
  }
  return shortest;
}

TEST(SegmentPieces, AColumnHasTheShortestForm) {
  Dice dice;
  for (int world = 0; world < 5000; ++world) {
    std::vector<std::uint64_t> numbers, kinds;
    const std::uint64_t reach = dice.any() >> dice.below(64), step = dice.below(2) ? 1 : 1 + dice.below(100'000);
    const std::uint64_t least = dice.any() >> (8 + dice.below(56));
    for (std::uint64_t n = 1 + dice.below(20); n > 0; --n)
      kinds.push_back(least + (reach == 0 ? 0 : dice.any() % reach) / step * step);
    const bool few = dice.below(2);
    for (std::uint64_t n = 1 + dice.below(130); n > 0; --n)
      numbers.push_back(few ? kinds[dice.below(kinds.size())] : least + dice.below(reach | 1) / step * step);
    std::string bytes;
    append_column(bytes, numbers);
    ASSERT_EQ(bytes.size() - 1, shortest_form(numbers));
  }
}

TEST(SegmentPieces, EachTextHasOneNumber) {
  Dice dice;
  Interner interner;
  for (int world = 0; world < 20; ++world) {
    std::map<std::string, std::uint32_t> numbers;
    for (std::uint64_t n = dice.below(5000); n > 0; --n) {
      std::string text(dice.below(4), static_cast<char>(dice.below(256)));
      if (dice.below(3) > 0) text += std::to_string(dice.below(2000));
      const auto next = static_cast<std::uint32_t>(numbers.size());
      const std::uint32_t number = numbers.try_emplace(text, next).first->second;
      ASSERT_EQ(interner.number_of(text), number);
      ASSERT_EQ(interner[number], text);
    }
    ASSERT_EQ(interner.size(), numbers.size());
    for (const auto& [text, number] : numbers) ASSERT_EQ(interner[number], text);
    interner.clear();
    ASSERT_EQ(interner.size(), 0u);
  }
}

TEST(SegmentPieces, AFilterNeverDeniesWhatIsThereAndSeldomAffirmsWhatIsNot) {
  Dice dice;
  for (const std::size_t count : {0u, 1u, 100u, 50'000u}) {
    std::vector<std::uint64_t> ids;
    for (std::size_t i = 0; i < count; ++i) ids.push_back(dice.any());
    IdFilter made(count), filter;
    for (const std::uint64_t id : ids) made.add(id);
    ASSERT_TRUE(filter.decode(made.encode()));
    IdFilter again = IdFilter::as_large_as(made.encode());
    for (const std::uint64_t id : ids) again.add(id);
    ASSERT_EQ(again.encode(), made.encode());
    for (const std::uint64_t id : ids) ASSERT_TRUE(filter.may_have(id));
    int wrong = 0;
    for (int i = 0; i < 10'000; ++i) wrong += filter.may_have(dice.any());
    EXPECT_LT(wrong, 40) << count;
  }
}

TEST(SegmentPieces, WordsHaveTheirNumbers) {
  Dice dice;
  for (int world = 0; world < 30; ++world) {
    std::map<std::string, std::vector<std::uint64_t>> lists;
    for (std::uint64_t words = 1 + dice.below(40); words > 0; --words) {
      std::string word;
      for (std::uint64_t letters = 1 + dice.below(3); letters > 0; --letters)
        word += static_cast<char>(dice.below(3) ? 'a' + dice.below(3) : 0);
      std::set<std::uint64_t> numbers;
      for (std::uint64_t n = 1 + dice.below(dice.below(5) ? 5 : 4000); n > 0; --n) numbers.insert(dice.below(1 << 20));
      lists[word].assign(numbers.begin(), numbers.end());
    }
    std::vector<KvWrite> writes;
    WordListWriter writer(writes, "Gs");
    for (const auto& [word, numbers] : lists) writer.add(word, numbers);
    writer.finish();
    ASSERT_TRUE(std::is_sorted(writes.begin(), writes.end(), [](auto& a, auto& b) { return a.key < b.key; }));
    writes.push_back({Space::index, "Gt", "of another list"});
    MemoryKv kv;
    ASSERT_TRUE(kv.commit(writes));
    lists["zz"], lists["a"], lists["aaaa"];
    for (const auto& [word, numbers] : lists) {
      std::vector<std::uint64_t> read;
      const auto sound = read_word(kv, "Gs", word, read);
      ASSERT_TRUE(sound && *sound);
      ASSERT_EQ(read, numbers) << word;
    }
  }
}

TEST(SegmentPieces, AnIdIsFoundAmongKeysWithoutDecodingTheOthers) {
  Dice dice;
  for (int world = 0; world < 200; ++world) {
    std::vector<RowKey> keys;
    for (std::uint64_t n = 1 + dice.below(64); n > 0; --n) {
      RowKey key;
      key.event.value = dice.below(100);
      key.row = static_cast<std::uint32_t>(dice.below(1 << 18));
      key.content = dice.any() >> dice.below(2) * 16, key.version = dice.below(3),
      key.mirror = dice.below(2) ? dice.any() : 0;
      key.import = static_cast<std::uint32_t>(dice.below(500)), key.no_event = dice.below(9) == 0;
      keys.push_back(key);
    }
    std::sort(keys.begin(), keys.end(), comes_first);
    const std::string bytes = encode_keys(keys.data(), keys.data() + keys.size());
    std::vector<RowKey> read;
    ASSERT_TRUE(decode_keys(bytes, read));
    ASSERT_EQ(read, keys);
    for (std::uint64_t id = 0; id < 100; ++id) {
      std::vector<RowKey> wanted, found;
      std::copy_if(keys.begin(), keys.end(), std::back_inserter(wanted),
                   [&](const RowKey& key) { return key.event.value == id; });
      ASSERT_TRUE(find_keys(bytes, EventId{id}, found));
      ASSERT_EQ(found, wanted) << id;
    }
  }
}

TEST(SegmentPieces, RowsComeBackFromTheirColumns) {
  Dice dice;
  for (int world = 0; world < 300; ++world) {
    std::vector<std::string> rows;
    for (std::uint64_t n = dice.below(140); n > 0; --n) {
      std::string& row = rows.emplace_back();
      append_varint(row, dice.below(300));
      append_record_body(row, odd_row(dice));
    }
    const std::string bytes = ColumnsOfRows().encode({rows.begin(), rows.end()});
    RowsOfColumns read;
    ASSERT_TRUE(read.decode(bytes));
    ASSERT_EQ(read.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) ASSERT_EQ(read.row(i), rows[i]);
    for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 4)
      ASSERT_FALSE(read.decode(std::string_view(bytes).substr(0, size))) << size;
  }
}

TEST(SegmentPieces, OneRowIsReadOutOfItsColumns) {
  Dice dice;
  for (int world = 0; world < 600; ++world) {
    std::vector<std::string> rows;
    for (std::uint64_t n = 1 + dice.below(world % 2 == 0 ? 64 : 6); n > 0; --n) {
      std::string& row = rows.emplace_back();
      append_varint(row, dice.below(300));
      append_record_body(row, odd_row(dice));
    }
    const std::string bytes = ColumnsOfRows().encode({rows.begin(), rows.end()});
    PackedRows read;
    ASSERT_TRUE(read.read(bytes));
    ASSERT_EQ(read.size(), rows.size());
    std::string row;
    for (std::size_t i = rows.size(); i-- > 0;) {
      ASSERT_TRUE(read.row(i, row));
      ASSERT_EQ(row, rows[i]) << i << " of " << rows.size();
    }
    for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 4)
      ASSERT_FALSE(PackedRows().read(bytes.substr(0, size))) << size;
  }
}

}  // namespace
}  // namespace forewhen::store
