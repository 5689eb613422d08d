// SPDX-License-Identifier: Apache-2.0
#include "forewhen/base/said_number.h"

#include <gtest/gtest.h>

namespace forewhen {
namespace {

TEST(SaidNumber, IsTheOneInFront) {
  EXPECT_EQ(said_number("Six of her bodyguards"), "6");
  EXPECT_EQ(said_number("6 guards"), "6");
  EXPECT_EQ(said_number("1,200 people"), "1200");
  EXPECT_EQ(said_number("more than 100 people"), "100");
  EXPECT_EQ(said_number("At least twelve miners"), "12");
  EXPECT_EQ(said_number("the three sailors"), "3");
  EXPECT_EQ(said_number("Hundreds of supporters"), "hundreds");
}

TEST(SaidNumber, IsNoneWhereNoneIsSaid) {
  for (const char* text : {"", "guards", "one protester", "a guard", "3rd battalion", "7-year-old boy", "some guards",
                           "the guards", "about face", "more than words"})
    EXPECT_EQ(said_number(text), "") << text;
}

}  // namespace
}  // namespace forewhen
