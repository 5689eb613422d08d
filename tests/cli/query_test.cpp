// SPDX-License-Identifier: Apache-2.0
// A question asked as JSON has the answer of its command, byte for byte; and the schema is that of the program.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/cli/process.h"
#include "tests/ingest/temp_folder.h"

namespace forewhen::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Pair {
  std::vector<std::string> words;
  std::string query;
};

// Every question at least once, every kind of field somewhere.
const std::vector<Pair> kPairs = {
    {{"before", "grenade attack"}, R"({"question":"before","event":"grenade attack"})"},
    {{"before", "grenade attack", "--within", "90d", "--certainty", "definite", "--limit", "2", "--explain"},
     R"({"question":"before","event":"grenade attack","within":"90d","certainty":"definite","limit":2,"explain":true})"},
    {{"before", "grenade attack", "--hops", "3", "--shared-actor"},
     R"({"question":"before","event":"grenade attack","hops":3,"shared_actor":true,"same_dyad":false,"since":null})"},
    {{"after", "@harbour.txt:202", "--limit", "0"}, R"({"question":"after","event":"@harbour.txt:202","limit":0})"},
    {{"between", "2023-03", "..", "--limit", "3"}, R"({"question":"between","from":"2023-03","to":"..","limit":3})"},
    {{"timeline", "Mombasa"}, R"({"question":"timeline","name":"Mombasa"})"},
    {{"events", "--type", "ASSAULT", "--type", "PROTEST", "--since", "2023-03-01"},
     R"({"question":"events","type":["ASSAULT","PROTEST"],"since":"2023-03-01"})"},
    {{"events", "--plover"}, R"({"question":"events","plover":true})"},
    {{"show", "grenade attack"}, R"({"question":"show","event":"grenade attack"})"},
    {{"actor", "police"}, R"({"question":"actor","name":"police"})"},
    {{"why-same", "@harbour.txt:202", "@harbour.txt:743"},
     R"({"question":"why-same","a":"@harbour.txt:202","b":"@harbour.txt:743"})"},
    {{"decisions"}, R"({"question":"decisions"})"},
    {{"search", "coast", "road", "--limit", "1"}, R"({"question":"search","words":["coast","road"],"limit":1})"},
    {{"search", "--", "--limit"}, R"({"question":"search","words":"--limit"})"},
    {{"search", "--documents", "coast"}, R"({"question":"search","words":"coast","documents":true})"},
    {{"at", "Mombasa", "--radius", "12.5"}, R"({"question":"at","where":"Mombasa","radius":12.5})"},
    {{"at", "-4.05,39.67", "--radius", "50", "--place", "Mombasa"},
     R"({"question":"at","where":"-4.05,39.67","radius":50,"place":"Mombasa"})"},
    {{"path", "police", "union members", "--first"},
     R"({"question":"path","a":"police","b":"union members","first":true})"},
    {{"path", "police", "union members", "--paths", "3"},
     R"({"question":"path","a":"police","b":"union members","paths":3})"},
    {{"chain", "grenade attack"}, R"({"question":"chain","event":"grenade attack"})"},
    {{"sequence", "PROTEST", "ASSAULT", "--by-actor"},
     R"({"question":"sequence","kind":["PROTEST","ASSAULT"],"by_actor":true})"},
    {{"dyad", "police", "union members"}, R"({"question":"dyad","a":"police","b":"union members"})"},
    {{"actors", "--with", "police"}, R"({"question":"actors","with":"police"})"},
    {{"first", "--type", "ASSAULT"}, R"({"question":"first","type":"ASSAULT"})"},
    {{"last"}, R"({"question":"last"})"},
    {{"onset", "--quiet", "2d"}, R"({"question":"onset","quiet":"2d"})"},
    {{"overlaps", "grenade attack"}, R"({"question":"overlaps","event":"grenade attack"})"},
    {{"during", "grenade attack"}, R"({"question":"during","event":"grenade attack"})"},
    {{"relation", "grenade attack", "--is", "before", "--is", "meets"},
     R"({"question":"relation","event":"grenade attack","is":["before","meets"]})"},
    {{"graph", "--by", "events"}, R"({"question":"graph","by":"events"})"},
    {{"graph", "police", "--hops", "2"}, R"({"question":"graph","around":"police","hops":2})"},
    {{"conflicts"}, R"({"question":"conflicts"})"},
    {{"stats", "--as-of-report", "2023-03-14"}, R"({"question":"stats","as_of_report":"2023-03-14"})"},
};

class Query : public ::testing::Test {
 protected:
  void SetUp() override {
    const ProcessResult built = run({"build", std::string(FOREWHEN_SOURCE_DIR) + "/examples/harbour.txt", "--published",
                                     "2023-03-14", "--db", db()});
    ASSERT_EQ(built.exit_code, 0) << built.err;
  }

  ProcessResult run(std::vector<std::string> words, const std::string& input = "") const {
    words.insert(words.begin(), forewhen_program().string());
    return run_process(words, scratch_.path(), input);
  }
  std::string db() const { return scratch_.path("db"); }

 private:
  TempFolder scratch_;
};

// What stands before the closing line, and that line.
std::pair<std::string, Json> parted(const std::string& out) {
  const auto line_end = out.rfind('\n', out.size() - 2);
  const std::size_t at = line_end == std::string::npos ? 0 : line_end + 1;
  return {out.substr(0, at), Json::parse(out.substr(at), nullptr, false)};
}

TEST_F(Query, HasTheAnswerOfItsCommand) {
  std::string all, expected;
  for (const Pair& pair : kPairs) {
    std::vector<std::string> words = pair.words;
    words.insert(words.begin() + 1, {"--json", "--db", db()});
    const ProcessResult command = run(words), query = run({"query", pair.query, "--db", db()});
    ASSERT_EQ(command.exit_code, 0) << pair.query << command.err;
    ASSERT_EQ(query.exit_code, 0) << query.out << query.err;
    const auto [answer, end] = parted(query.out);
    EXPECT_EQ(answer, command.out) << pair.query;
    EXPECT_EQ(end["lines"], std::count(answer.begin(), answer.end(), '\n')) << pair.query;
    std::string notes;
    for (const Json& note : end.value("notes", Json::array())) notes += note.get<std::string>() + "\n";
    EXPECT_EQ(notes, command.err) << pair.query;
    all += pair.query + "\n";
    expected += answer;
  }
  // All of them in one run: the same answers, one closing line each.
  const ProcessResult together = run({"query", "-", "--db", db()}, all);
  std::string answers;
  std::size_t ends = 0;
  std::istringstream lines(together.out);
  for (std::string line; std::getline(lines, line);) {
    const Json json = Json::parse(line);
    if (!json.contains("query"))
      answers += line + "\n";
    else
      EXPECT_EQ(json["query"]["number"], ++ends);
  }
  EXPECT_EQ(answers, expected);
  EXPECT_EQ(ends, kPairs.size());
}

TEST_F(Query, SeesWhatWasWrittenSince) {
  const std::string script =
      "cd '" + db() + "/..' && mkfifo in && ('" + forewhen_program().string() +
      "' query - --db db < in > out & exec 3> in; echo '{\"question\":\"stats\"}' >&3; "
      "until [ -s out ]; do sleep 0.05; done; echo 'Police fired on dockers.' > b.txt; '" +
      forewhen_program().string() +
      "' build b.txt --db db > /dev/null; echo '{\"question\":\"stats\"}' >&3; exec 3>&-; wait); "
      "cat out";
  const TempFolder streams;
  const ProcessResult result = run_process({"/bin/sh", "-c", script}, streams.path());
  EXPECT_NE(result.out.find("\"documents\":1"), std::string::npos) << result.out << result.err;
  EXPECT_NE(result.out.find("\"documents\":2"), std::string::npos) << result.out << result.err;
}

TEST_F(Query, SchemaIsWrittenDownAndEveryQuestionIsTried) {
  const ProcessResult printed = run({"query", "--schema"});
  std::ifstream in(FOREWHEN_SOURCE_DIR "/schemas/query.schema.json", std::ios::binary);
  const std::string kept{std::istreambuf_iterator<char>(in), {}};
  EXPECT_EQ(printed.out, kept) << "options have changed: forewhen query --schema > schemas/query.schema.json";
  std::set<std::string> named, tried;
  const Json all = Json::parse(printed.out);
  for (const auto& [name, schema] : all["$defs"].items()) {
    named.insert(name);
    for (const auto& [field, form] : schema["properties"].items())
      EXPECT_TRUE(field == "question" || form.contains("description")) << name << " " << field;
  }
  for (const Pair& pair : kPairs) tried.insert(Json::parse(pair.query)["question"].get<std::string>());
  EXPECT_EQ(named, tried);
}

// A field must not stand for two options, and no question may be without its JSON.
TEST_F(Query, FieldsAreOnesOwn) {
  const Json schema = Json::parse(run({"query", "--schema"}).out);
  for (const auto& [name, one] : schema["$defs"].items()) {
    const std::string help = run({name, "--help"}).out;
    std::size_t options = 0;
    std::istringstream lines(help);
    for (std::string line; std::getline(lines, line);)
      options += line.starts_with("  ") && line.size() > 2 && line[2] != ' ';
    // -h, --db, --memory, --json and mostly --format are no fields; question and id are no options.
    const std::size_t fields = one["properties"].size() - 2;
    EXPECT_EQ(fields, options - 4 - (help.find("--format") != std::string::npos)) << name << "\n" << help;
  }
}

}  // namespace
}  // namespace forewhen::cli
