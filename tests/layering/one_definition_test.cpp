// SPDX-License-Identifier: Apache-2.0
// Within a namespace each type has one definition. Two of one name in different files compile and link, and then the
// functions of one are called for the other ([basic.def.odr]); no compiler tells.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "tests/layering/include_lines.h"

namespace forewhen::layering {
namespace {

// Types that the lines of a file define in named namespaces, by their whole names.
std::set<std::string> defined_types(const std::string& text) {
  static const std::regex opens(R"(^namespace\s*([\w:]*)\s*\{.*)"), closes(R"(^\}\s*// namespace.*)"),
      type(R"(^(?:struct|class|union|enum class|enum)\s+(\w+)\s*(?:final\s*)?(?::[^:].*)?\{.*)");
  std::set<std::string> found;
  std::vector<std::string> inside;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (std::regex_match(line, match, opens)) {
      inside.push_back(match[1]);
    } else if (std::regex_match(line, closes)) {
      if (!inside.empty()) inside.pop_back();
    } else if (std::regex_match(line, match, type) && std::find(inside.begin(), inside.end(), "") == inside.end()) {
      std::string name;
      for (const std::string& space : inside) name += space + "::";
      found.insert(name + match[1].str());
    }
  }
  return found;
}

TEST(OneDefinition, NoTwoFilesDefineOneType) {
  const fs::path repository = FOREWHEN_SOURCE_DIR;
  std::map<std::string, std::set<std::string>> files_of;
  for (const char* folder : {"include", "src", "tools"}) {
    for (const auto& entry : fs::recursive_directory_iterator(repository / folder)) {
      if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
      for (const std::string& type : defined_types(read_file(entry.path())))
        files_of[type].insert(fs::relative(entry.path(), repository).string());
    }
  }
  EXPECT_GT(files_of.size(), 300u);
  for (const auto& [type, files] : files_of) {
    EXPECT_EQ(files.size(), 1u) << type << " is defined in " << *files.begin() << " and " << *files.rbegin();
  }
}

TEST(OneDefinition, IsReadFromTheLines) {
  const std::string text =
      "namespace a::b {\nstruct One {\n};\nclass Two final : public One {\n};\nstruct Three;\nstruct One::Body {\n};\n"
      "namespace {\nstruct Four {\n};\n}  // namespace\nenum class Five : int { x };\n}  // namespace a::b\n";
  EXPECT_EQ(defined_types(text), (std::set<std::string>{"a::b::One", "a::b::Two", "a::b::Five"}));
}

}  // namespace
}  // namespace forewhen::layering
