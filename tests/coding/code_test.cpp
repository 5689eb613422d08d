// SPDX-License-Identifier: Apache-2.0
// Runs code.cases (README.md beside it).
#include <gtest/gtest.h>

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "forewhen/base/data_path.h"
#include "forewhen/coding/petrarch.h"
#include "forewhen/time/iso.h"

namespace forewhen {
namespace {

namespace fs = std::filesystem;

struct Case {
  std::string group, published, text, where;
  std::map<std::string, std::string> files;  // by kind
  std::multiset<std::string> events;
};

std::string after(const std::string& line, std::size_t at) {
  at = line.find_first_not_of(' ', at);
  return at == std::string::npos ? "" : line.substr(at);
}

std::vector<Case> read_cases(const fs::path& path) {
  std::ifstream in(path);
  std::vector<Case> cases;
  Case now;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const std::size_t bar = line.find(" | ");
    if (line.empty() || line[0] == '#') continue;
    if (line.compare(0, 14, "dictionaries: ") == 0) {
      now = Case{line.substr(14)};
    } else if (line.compare(0, 8, "sentence") == 0) {
      const std::size_t colon = line.find(':');
      now.published = after(line.substr(0, colon), 8);
      now.text = after(line, colon + 1);
      now.where = path.filename().string() + ":" + std::to_string(number);
      cases.push_back(now);
    } else if (line[0] == ' ') {
      if (after(line, 0) != "none") cases.back().events.insert(after(line, 0));
    } else {
      EXPECT_NE(bar, std::string::npos) << "code.cases:" << number;
      std::string kind = line.substr(0, bar);
      kind.erase(kind.find_last_not_of(' ') + 1);
      now.files[kind] += line.substr(bar + 3) + "\n";
    }
  }
  return cases;
}

class Folder {
 public:
  Folder() : path_(fs::path(testing::TempDir()) / ("coding" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  void write(const std::string& name, const std::string& text) const { std::ofstream(path_ / name) << text; }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

TEST(Coding, CasesGiveTheirEventsAndNoOthers) {
  const auto model = find_data("syntax/english.model");
  ASSERT_TRUE(model);
  const auto parser = load_parser(model->string());
  ASSERT_TRUE(parser);
  const std::vector<Case> cases = read_cases(fs::path(FOREWHEN_SOURCE_DIR) / "tests/coding/code.cases");
  EXPECT_GT(cases.size(), 40u);
  for (const Case& one : cases) {
    const Folder folder;
    for (const auto& [kind, text] : one.files) folder.write("own." + kind + ".txt", text);
    const auto coder = PetrarchCoder::load(folder.path());
    ASSERT_TRUE(coder) << to_string(coder.error());
    for (const Error& error : coder->problems()) EXPECT_EQ(error.kind, ErrorKind::not_found) << to_string(error);
    std::optional<CivilDate> day;
    if (!one.published.empty()) day = civil_of(parse_iso(one.published)->start);
    std::multiset<std::string> events;
    for (const CodedEvent& event : coder->code((*parser)->parse(one.text), day)) {
      for (const CodedParticipant& source : event.sources) {
        for (const CodedParticipant& target : event.targets)
          events.insert(event.code + " " + source.code + " " + target.code);
      }
    }
    EXPECT_EQ(events, one.events) << one.where << ": " << one.text;
  }
}

TEST(Coding, SaysWhatAFolderLacks) {
  const Folder folder;
  folder.write("own.actors.txt", "ARLAND [ARL]\n");
  const auto coder = PetrarchCoder::load(folder.path());
  ASSERT_FALSE(coder);
  EXPECT_EQ(coder.error().kind, ErrorKind::not_found);
  EXPECT_NE(coder.error().what.find(".verbs.txt"), std::string::npos);
  EXPECT_EQ(coder.error().what.find(".actors.txt"), std::string::npos);
  EXPECT_EQ(PetrarchCoder::load(folder.path() + "/none").error().kind, ErrorKind::not_found);
}

TEST(Coding, PassesOverBrokenLinesWithFileAndLine) {
  const Folder folder;
  folder.write("own.actors.txt",
               "ARLAND [ARL]\n\t[ARL 20210230-20210301]\nBELMARK [BEL\n<!-- one\ntwo -->\nCOSTRIA [COS]\n");
  folder.write("own.agents.txt", "SOLDIER\nENVOY {ENVOYS [~GOV]\nCONGRESS!WHO! [~LEG]\nCLERK [~GOV]\n");
  folder.write(
      "own.verbs.txt",
      "- * TOO EARLY [1]\n--- CUT [160] ---\nCUT\n- * &NOSET [161]\n- NO VERB [162]\n- * TIES\n- * TIES [163]\n");
  folder.write("own.discards.txt", "HANDBALL\n");
  const auto coder = PetrarchCoder::load(folder.path());
  ASSERT_TRUE(coder) << to_string(coder.error());
  std::vector<std::string> where;
  for (const Error& error : coder->problems()) {
    EXPECT_FALSE(error.what.empty());
    EXPECT_FALSE(error.mend.empty());
    where.push_back(fs::path(error.where).filename().string());
  }
  std::sort(where.begin(), where.end());
  EXPECT_EQ(where, (std::vector<std::string>{"own.actors.txt:2", "own.actors.txt:3", "own.agents.txt:1",
                                             "own.agents.txt:2", "own.agents.txt:3", "own.verbs.txt:1",
                                             "own.verbs.txt:4", "own.verbs.txt:5", "own.verbs.txt:6"}));
  EXPECT_EQ(coder->summary(), "2 actors, 1 agents, 1 verbs with 1 patterns, 1 discards");
}

TEST(Coding, RefusesBytesThatAreNotUtf8) {
  const Folder folder;
  folder.write("own.actors.txt", "ARLAND [ARL]\nB\xFFL [BEL]\n");
  folder.write("own.verbs.txt", "CUT [160]\n");
  const auto coder = PetrarchCoder::load(folder.path());
  ASSERT_FALSE(coder);
  EXPECT_EQ(coder.error().kind, ErrorKind::refused);
  EXPECT_NE(coder.error().where.find("own.actors.txt:2"), std::string::npos);
}

}  // namespace
}  // namespace forewhen
