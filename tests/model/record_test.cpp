// SPDX-License-Identifier: Apache-2.0
// Rows of data sets as events.
#include "forewhen/model/record.h"

#include <gtest/gtest.h>

#include <string>

namespace forewhen {
namespace {

void add(Record& record, Role role, const std::string& name) {
  Participant& participant = record.claim.participants.emplace_back();
  participant.role = role;
  participant.name = name;
}

TEST(Record, WhoTakesPartTwiceInOneRoleIsNamedOnce) {
  Record one, other;
  one.document.id = "made:1", other.document.id = "made:2";
  for (const char* name : {"Mara Quist", "mara quist", "Tilda Brok", "Mara Quist"}) add(one, Role::actor, name);
  add(one, Role::recipient, "Mara Quist");
  for (const char* name : {"Tilda Brok", "Orlan Vesh"}) add(other, Role::recipient, name);
  std::string named;
  for (const EventParticipant& each : event_of(one).participants)
    named += std::string(name_of(each.role)) + " " + each.name + "; ";
  EXPECT_EQ(named, "actor Mara Quist; actor mara quist; actor Tilda Brok; recipient Mara Quist; ");
  named.clear();
  for (const EventParticipant& each : event_of(one, &other).participants) named += each.name + "; ";
  EXPECT_EQ(named, "Mara Quist; mara quist; Tilda Brok; Orlan Vesh; ") << "of a mirror all are doers";
}

TEST(Record, ManyTakePart) {
  constexpr int kMany = 200'000;  // each compared with each would take minutes
  Record record;
  record.document.id = "made:1";
  for (int twice = 0; twice < 2; ++twice) {
    for (int i = 0; i < kMany; ++i) add(record, Role::party, "Body " + std::to_string(i));
  }
  const auto participants = event_of(record).participants;
  ASSERT_EQ(participants.size(), std::size_t{kMany});
  EXPECT_EQ(participants.back().name, "Body " + std::to_string(kMany - 1));
}

}  // namespace
}  // namespace forewhen
