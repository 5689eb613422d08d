// SPDX-License-Identifier: Apache-2.0
// Each story of each *.story file of this folder becomes a test of its own: stories.<file>.<name of the story>. Those
// of the folder open/ are not answered rightly yet: their tests fail as soon as they are, so that the story moves out.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "tests/cli/process.h"
#include "tests/ingest/temp_folder.h"
#include "tests/stories/story.h"
#include "tests/stories/tell.h"
#include "tests/stories/test_name.h"

namespace forewhen::stories {
namespace {

namespace fs = std::filesystem;

class StoryTest : public ::testing::Test {
 public:
  explicit StoryTest(Story story) : story_(std::move(story)) {}

  void TestBody() override {
    const TempFolder scratch;
    for (const std::string& complaint : tell(story_, forewhen_program(), scratch.path())) ADD_FAILURE() << complaint;
  }

 private:
  Story story_;
};

class OpenStoryTest : public ::testing::Test {
 public:
  explicit OpenStoryTest(Story story) : story_(std::move(story)) {}

  void TestBody() override {
    const TempFolder scratch;
    const auto complaints = tell(story_, forewhen_program(), scratch.path());
    EXPECT_FALSE(complaints.empty()) << "this story holds now: move it from open/ to the folder above";
  }

 private:
  Story story_;
};

const fs::path kStories = fs::path(FOREWHEN_SOURCE_DIR) / "tests/stories";

std::vector<fs::path> story_files(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".story") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

std::vector<Story> read_stories(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  auto stories = parse_stories("tests/stories/" + fs::relative(file, kStories).string(), text);
  if (stories) return std::move(*stories);
  std::fprintf(stderr, "%s\n", to_string(stories.error()).c_str());
  std::exit(1);
}

// Two tests of one name would hide one of them.
void refuse_same_name(const Story& story) {
  static std::set<std::string> names;
  if (names.insert(story.file + test_name(story.name)).second) return;
  std::fprintf(stderr, "%s:%d: another story of this file has this name\n", story.file.c_str(), story.line);
  std::exit(1);
}

void register_stories() {
  for (const fs::path& file : story_files(kStories)) {
    for (const Story& story : read_stories(file)) {
      refuse_same_name(story);
      ::testing::RegisterTest(file.stem().c_str(), test_name(story.name).c_str(), nullptr, nullptr, story.file.c_str(),
                              story.line, [story]() -> ::testing::Test* { return new StoryTest(story); });
    }
  }
  for (const fs::path& file : story_files(kStories / "open")) {
    for (const Story& story : read_stories(file)) {
      refuse_same_name(story);
      ::testing::RegisterTest(("open_" + file.stem().string()).c_str(), test_name(story.name).c_str(), nullptr, nullptr,
                              story.file.c_str(), story.line,
                              [story]() -> ::testing::Test* { return new OpenStoryTest(story); });
    }
  }
}

}  // namespace
}  // namespace forewhen::stories

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  forewhen::stories::register_stories();
  return RUN_ALL_TESTS();
}
