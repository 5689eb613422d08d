// SPDX-License-Identifier: Apache-2.0
#include "store/keys.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/store/random_values.h"

namespace forewhen::store {
namespace {

TEST(Keys, TimesOrderNewestFirstAndOpenPastLast) {
  std::vector<Instant> times{kOpenPast, kOpenFuture, Instant(seconds(0)), Instant(seconds(-1)), Instant(seconds(1))};
  Filler filler(11);
  for (int i = 0; i < 200; ++i) times.push_back(filler.make<Instant>());
  for (const Instant a : times) {
    for (const Instant b : times) {
      const std::string key_a = time_key({Axis::actor, 7, a, {1}});
      const std::string key_b = time_key({Axis::actor, 7, b, {1}});
      ASSERT_EQ(key_a<key_b, a> b);
    }
  }
  EXPECT_EQ(inverted(kOpenPast), ~std::uint64_t{0});
}

TEST(Keys, SeekingFindsTheFirstRowThatStartsBefore) {
  Filler filler(12);
  for (int i = 0; i < 20'000; ++i) {
    const Instant start = filler.make<Instant>();
    const Instant before = filler.below(3) == 0 ? start : filler.make<Instant>();
    const auto seek = time_seek(Axis::place, 9, before);
    const std::string key = time_key({Axis::place, 9, start, filler.make<EventId>()});
    ASSERT_EQ(seek && *seek <= key, start < before);
  }
}

TEST(Keys, ClosedStringsOrderAsTheStringsDo) {
  Filler filler(13);
  for (int i = 0; i < 20'000; ++i) {
    std::string a = filler.text(6), b = filler.below(2) ? a + filler.text(3) : filler.text(6);
    std::string key_a, key_b;
    append_closed(key_a, a);
    append_closed(key_b, b);
    ASSERT_EQ(key_a < key_b, a < b);
    ASSERT_EQ(key_a == key_b, a == b);
    if (a != b) {
      ASSERT_FALSE(key_b.starts_with(key_a)) << "one list would run into the other";
    }
  }
}

TEST(Keys, EveryKeyIsReadBack) {
  Filler filler(14);
  for (int i = 0; i < 5'000; ++i) {
    const TimeKey time{static_cast<Axis>(filler.below(4)), 0, filler.make<Instant>(), filler.make<EventId>()};
    ASSERT_EQ(read_time_key(time_key(time)), time);

    Link link{filler.make<EventId>(), filler.make<EventId>(), filler.make<Relation>(), filler.text(), 100,
              filler.text(),          filler.make<Span>()};
    for (const LinkSide side : {LinkSide::from, LinkSide::to}) {
      const auto parts = read_link_key(link_key(link, side));
      ASSERT_TRUE(parts && parts->link == link && parts->side == side);
    }
    const std::string word = filler.text();
    const auto posting = read_posting(posting_key(Table::stem, word, i));
    ASSERT_TRUE(posting && posting->text == word && posting->id == static_cast<std::uint64_t>(i));

    const NameUse use{filler.make<std::uint64_t>(), filler.text(), filler.text()};
    ASSERT_EQ(read_name(name_key(use)), use);
    ASSERT_LT(name_key(use), after_name(use.block, use.name));
    ASSERT_LT(after_name(use.block, use.name), name_key({use.block, use.name + '\0', ""}));
  }
}

TEST(Keys, NoTwoTablesShareALetter) {
  const std::string letters{'m', 'D', 'C', 'N', 'c', 'e', 'a', 'p', 'l', 'T',
                            't', 'A', 'P', 'S', 'x', 'w', 'v', 's', 'b', 'n'};
  const Table tables[] = {Table::meta,       Table::document,    Table::claim_list,  Table::name_list,
                          Table::claim,      Table::event,       Table::actor,       Table::place,
                          Table::link,       Table::text,        Table::by_time,     Table::by_actor,
                          Table::by_place,   Table::by_document, Table::claim_event, Table::actor_word,
                          Table::place_word, Table::stem,        Table::block,       Table::name_use};
  std::string seen;
  for (const Table table : tables) {
    const char letter = static_cast<char>(table);
    EXPECT_EQ(seen.find(letter), std::string::npos) << letter;
    seen += letter;
  }
  EXPECT_EQ(seen, letters) << "a letter on disk has changed its meaning";
}

}  // namespace
}  // namespace forewhen::store
