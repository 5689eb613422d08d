// SPDX-License-Identifier: Apache-2.0
// A damaged model is told by its kind of error and never read.
#include "syntax/model_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "forewhen/syntax/parsed_sentence.h"

namespace forewhen {
namespace {

class ModelFiles : public testing::Test {
 protected:
  void TearDown() override { std::filesystem::remove(path_); }

  void write(const std::string& bytes) { std::ofstream(path_, std::ios::binary) << bytes; }
  ErrorKind kind_of(const std::string& bytes) {
    write(bytes);
    const auto parser = load_parser(path_);
    EXPECT_FALSE(parser.ok());
    EXPECT_EQ(parser.error().where, path_);
    return parser.error().kind;
  }

  const std::string path_ = testing::TempDir() + "forewhen-" + std::to_string(::getpid()) + ".model";
};

std::string shipped() {
  std::ifstream in(FOREWHEN_SOURCE_DIR "/src/syntax/data/english.model", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST_F(ModelFiles, GiveTheirSectionsBack) {
  write(syntax::pack_model({{"one", "abc"}, {"two", ""}, {"three", "12345678"}}));
  const auto file = syntax::ModelFile::open(path_);
  ASSERT_TRUE(file.ok()) << to_string(file.error());
  EXPECT_EQ((*file)->section("one"), "abc");
  EXPECT_EQ((*file)->section("three"), "12345678");
  EXPECT_EQ((*file)->section("four"), "");
}

TEST_F(ModelFiles, ThatAreMissingAreIo) {
  EXPECT_EQ(load_parser(path_ + ".none").error().kind, ErrorKind::io);
  EXPECT_EQ(load_parser(testing::TempDir()).error().kind, ErrorKind::io);
}

TEST_F(ModelFiles, OfAnotherKindAreVersion) {
  EXPECT_EQ(kind_of(""), ErrorKind::version);
  EXPECT_EQ(kind_of("{\"no\": \"model\"}"), ErrorKind::version);
}

TEST_F(ModelFiles, OfAnotherVersionAreVersion) {
  std::string bytes = syntax::pack_model({{"one", "abc"}});
  bytes[8] = 99;
  EXPECT_EQ(kind_of(bytes), ErrorKind::version);
}

TEST_F(ModelFiles, WithoutTheirSectionsAreCorrupt) {
  EXPECT_EQ(kind_of(syntax::pack_model({{"one", "abc"}})), ErrorKind::corrupt);
}

TEST_F(ModelFiles, CutShortAreCorrupt) {
  const std::string bytes = shipped();
  for (const std::size_t size : {std::size_t{8}, std::size_t{20}, std::size_t{31}, std::size_t{32}, std::size_t{1000},
                                 bytes.size() / 2, bytes.size() - 1}) {
    EXPECT_EQ(kind_of(bytes.substr(0, size)), ErrorKind::corrupt) << size;
  }
  EXPECT_EQ(kind_of(bytes + "x"), ErrorKind::corrupt);
}

TEST_F(ModelFiles, WithOneWrongByteAreCorrupt) {
  const std::string bytes = shipped();
  for (const std::size_t at : {std::size_t{12}, std::size_t{16}, std::size_t{24}, std::size_t{40}, std::size_t{60},
                               bytes.size() / 3, bytes.size() - 1}) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    EXPECT_EQ(kind_of(damaged), ErrorKind::corrupt) << at;
  }
}

TEST_F(ModelFiles, AreSmallAsPromised) { EXPECT_LE(shipped().size(), 25'000'000u); }

}  // namespace
}  // namespace forewhen
