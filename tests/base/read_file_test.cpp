// SPDX-License-Identifier: Apache-2.0
#include "forewhen/base/read_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace forewhen {
namespace {

namespace fs = std::filesystem;

TEST(ReadFile, GivesEveryByte) {
  const fs::path path = fs::path(testing::TempDir()) / "read_file_test.bin";
  const std::string bytes("a\0b\r\n\xff", 6);
  std::ofstream(path, std::ios::binary) << bytes;
  EXPECT_EQ(*read_file(path.string()), bytes);
  std::ofstream(path, std::ios::binary | std::ios::trunc);
  EXPECT_EQ(*read_file(path.string()), "");
  fs::remove(path);
}

TEST(ReadFile, NamesWhatCannotBeReadAndHowToMendIt) {
  const auto missing = read_file("no/such/file", "give another");
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().kind, ErrorKind::io);
  EXPECT_EQ(missing.error().where, "no/such/file");
  EXPECT_EQ(missing.error().mend, "give another");
  EXPECT_FALSE(read_file(testing::TempDir()).ok());
}

}  // namespace
}  // namespace forewhen
