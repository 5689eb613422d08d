// SPDX-License-Identifier: Apache-2.0
#include "store/codec.h"

#include <gtest/gtest.h>

#include "tests/store/codec_fuzz.cpp"
#include "tests/store/random_values.h"

namespace forewhen::store {
namespace {

template <class Record>
class Codec : public testing::Test {};
using Records = testing::Types<DocumentRecord, ClaimList, NameList, Claim, EventRecord, Actor, Place, GraphCounts,
                               LayoutRecord, Decision>;
TYPED_TEST_SUITE(Codec, Records);

TYPED_TEST(Codec, WhatIsWrittenIsReadBack) {
  Filler filler(1);
  for (int i = 0; i < 500; ++i) {
    const auto record = filler.make<TypeParam>();
    const std::string bytes = encode(record);
    const auto read = decode<TypeParam>(bytes);
    ASSERT_TRUE(read) << to_string(read.error());
    ASSERT_EQ(encode(*read), bytes);
    if constexpr (std::equality_comparable<TypeParam>) {
      ASSERT_TRUE(*read == record);
    }
  }
}

// Later fields: what has nothing in them is of version 1 to the byte.
TYPED_TEST(Codec, LaterFieldsAreReadBackAndCutShortAreCorrupt) {
  if constexpr (kHasLaterFields<TypeParam>) {
    Filler filler(7);
    int used = 0;
    for (int i = 0; i < 200; ++i) {
      auto record = filler.make<TypeParam>();
      EXPECT_EQ(encode(record)[0], '\1');
      later_fields(filler, record);
      const std::string bytes = encode(record);
      if (!uses_later_fields(record)) continue;
      ++used;
      ASSERT_EQ(bytes[0], '\2');
      const auto read = decode<TypeParam>(bytes);
      ASSERT_TRUE(read);
      ASSERT_TRUE(*read == record);
      for (std::size_t size = 0; size < bytes.size(); ++size)
        ASSERT_FALSE(decode<TypeParam>(std::string_view(bytes).substr(0, size)));
      std::string older = bytes;
      older[0] = '\1';
      ASSERT_FALSE(decode<TypeParam>(older));
    }
    EXPECT_GT(used, 50);
  }
}

TYPED_TEST(Codec, ARecordCutShortOrMadeLongerIsCorrupt) {
  Filler filler(2);
  for (int i = 0; i < 20; ++i) {
    const std::string bytes = encode(filler.make<TypeParam>());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      const auto read = decode<TypeParam>(std::string_view(bytes).substr(0, size));
      ASSERT_FALSE(read);
      ASSERT_EQ(read.error().kind, ErrorKind::corrupt);
    }
    ASSERT_EQ(decode<TypeParam>(bytes + '\0').error().kind, ErrorKind::corrupt);
  }
}

TYPED_TEST(Codec, ARecordOfAnotherVersionIsRefusedByItsNumber) {
  std::string bytes = encode(Filler(3).make<TypeParam>());
  bytes[0] = 77;
  const auto read = decode<TypeParam>(bytes);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().kind, ErrorKind::version);
  EXPECT_NE(read.error().what.find("77"), std::string::npos);
}

// A member that is added to one of these structs breaks the line that names it: give it a place in fields.h.
// The exceptions are what only rows of data sets have: the row's id and attributes of an event, affiliations of an
// actor.
TEST(Fields, EveryMemberHasAPlaceOnDisk) {
  [[maybe_unused]] const auto [c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19,
                               c20, c21, c22, c23] = Claim{};
  [[maybe_unused]] const auto [e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15, e16, e17, e18, e19,
                               e20, e21] = Event{};
  [[maybe_unused]] const auto [p1, p2, p3, p4, p5, p6, p7, p8, p9, p10] = Participant{};
  [[maybe_unused]] const auto [l1, l2, l3, l4, l5, l6, l7] = Link{};
  [[maybe_unused]] const auto [k1, k2, k3, k4, k5, k6] = ClaimLink{};
  [[maybe_unused]] const auto [m1, m2, m3, m4, m5] = Mention{};
  [[maybe_unused]] const auto [a1, a2, a3, a4, a5, a6] = Actor{};
  [[maybe_unused]] const auto [q1, q2, q3, q4, q5, q6] = Place{};
  [[maybe_unused]] const auto [t1, t2, t3, t4, t5] = ClaimTime{};
  [[maybe_unused]] const auto [w1, w2, w3, w4, w5] = When{};
  [[maybe_unused]] const auto [d1, d2, d3, d4, d5, d6, d7, d8, not_stored_conllu] = Document{};
  [[maybe_unused]] const auto [x1, x2, x3, x4, x5, x6, x7, x8] = Decision{};
  [[maybe_unused]] const auto [y1, y2, y3, y4, y5] = DecidedMention{};
  [[maybe_unused]] const auto [g1, g2, g3, g4, g5, g6, g7, g8] = GraphCounts{};
}

EventRow random_row(Filler& filler) {
  EventRow row;
  row.event = filler.make<EventId>();
  row.bounds = filler.make<Bounds>();
  row.type = filler.make<PloverType>();
  row.modality = filler.make<Modality>();
  row.polarity = filler.make<Polarity>();
  row.place = filler.make<PlaceId>();
  row.actors = filler.make<std::vector<ActorId>>();
  std::sort(row.actors.begin(), row.actors.end());
  row.actors.erase(std::unique(row.actors.begin(), row.actors.end()), row.actors.end());
  return row;
}

TEST(TimeRow, IsReadBackWithWhatItsKeySays) {
  Filler filler(4);
  for (int i = 0; i < 5000; ++i) {
    const EventRow row = random_row(filler);
    const auto read = decode_row(row.event, row.bounds.earliest_start, encode_row(row));
    ASSERT_TRUE(read) << i;
    ASSERT_EQ(*read, row) << i;
  }
}

TEST(TimeRow, OfADayWithOneActorAndAPlaceTakesTwentySevenBytes) {
  EventRow row;
  row.bounds = within({Instant(seconds(86400 * 18000)), Instant(seconds(86400 * 18001))});
  row.type = PloverType::protest;
  row.actors = {ActorId{5}};
  row.place = PlaceId{6};
  EXPECT_EQ(encode_row(row).size(), 27u);
}

TEST(Codec, ALengthThatLiesReservesNothing) {
  for (const std::string_view hostile : {"\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", "\x01\xff\xff\xff\xff\x7f"}) {
    for (int decoder = 0; decoder < kFuzzedDecoders; ++decoder) fuzz_one(decoder, hostile);
    EXPECT_FALSE(decode<ClaimList>(hostile));
  }
}

TEST(Codec, RandomAndMutatedBytesAreRefusedOrRoundTrip) {
  Filler filler(5);
  for (int i = 0; i < 40'000; ++i) fuzz_one(i, '\1' + filler.text(60));
  for (int i = 0; i < 3'000; ++i) {
    const std::string sound[] = {encode(filler.make<DocumentRecord>()), encode(filler.make<ClaimList>()),
                                 encode(filler.make<NameList>()),       encode(filler.make<Claim>()),
                                 encode(filler.make<EventRecord>()),    encode(filler.make<Actor>()),
                                 encode(filler.make<Place>()),          encode(filler.make<GraphCounts>()),
                                 encode(filler.make<LayoutRecord>()),   encode_row(random_row(filler))};
    for (int decoder = 0; decoder < 10; ++decoder) {
      std::string bytes = sound[decoder];
      bytes[filler.below(bytes.size())] = static_cast<char>(filler.below(256));
      fuzz_one(decoder, bytes);
    }
  }
}

}  // namespace
}  // namespace forewhen::store
