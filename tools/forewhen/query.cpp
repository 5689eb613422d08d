// SPDX-License-Identifier: Apache-2.0
// forewhen query: questions as JSON lines in, answers as JSON lines out (schemas/query.md).
#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <map>
#include <memory>

#include "commands.h"
#include "kept_database.h"
#include "program.h"
#include "query_fields.h"
#include "terminal.h"

namespace forewhen {
namespace {

using Json = nlohmann::ordered_json;

struct Asked {
  std::string db;
  std::vector<std::string> queries;
  bool schema = false;
};

std::map<std::string, DeclareCommand> questions() {
  std::map<std::string, DeclareCommand> found;
  Program program;
  for (const CommandEntry& entry : commands()) {
    if (entry.question) found.emplace(program.declare(entry.declare).get_name(), entry.declare);
  }
  return found;
}

const char* name_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
      return "usage";
    case ErrorKind::refused:
      return "refused";
    case ErrorKind::not_found:
      return "not_found";
    case ErrorKind::ambiguous:
      return "ambiguous";
    case ErrorKind::locked:
      return "locked";
    case ErrorKind::version:
      return "version";
    case ErrorKind::corrupt:
      return "corrupt";
    case ErrorKind::io:
      return "io";
  }
  return "io";
}

Json json_of(const QueryError& wrong) {
  Json json = {{"kind", name_of(wrong.error.kind)}};
  if (!wrong.field.empty()) json["field"] = wrong.field;
  json["what"] = wrong.error.what;
  if (!wrong.error.mend.empty()) json["mend"] = wrong.error.mend;
  return json;
}

class Answering {
 public:
  explicit Answering(const std::string& db) : db_(db), questions_(questions()) {}

  // Each query gets its answer's lines and one that ends them.
  void answer(const std::string& line) {
    Json end = {{"query", {{"number", ++number_}}}};
    const Json query = Json::parse(line, nullptr, false);
    AnswerWatch watch;
    const std::optional<QueryError> wrong = ask(query, end["query"]);
    end["lines"] = watch.lines;
    if (!watch.notes.empty()) end["notes"] = watch.notes;
    if (wrong) end["error"] = json_of(*wrong);
    failed_ = failed_ || wrong;
    write_out(end.dump(-1, ' ', false, Json::error_handler_t::replace));
    std::fflush(stdout);  // who asks by a pipe waits for it
  }

  bool failed() const { return failed_; }

 private:
  std::optional<QueryError> ask(const Json& query, Json& head) {
    if (!query.is_object())
      return QueryError{{ErrorKind::refused, "the line is no JSON object", "", "write {\"question\":...}"}, ""};
    if (query.contains("question")) head["question"] = query["question"];
    if (query.contains("id")) head["id"] = query["id"];
    const auto named = query.contains("question") && query["question"].is_string()
                           ? questions_.find(query["question"].get<std::string>())
                           : questions_.end();
    if (named == questions_.end()) {
      std::string all;
      for (const auto& [name, declare] : questions_) all += (all.empty() ? "" : ", ") + name;
      return QueryError{{ErrorKind::usage, "names no question", "", "questions are " + all}, "question"};
    }
    Program program;
    return run(program, program.declare(named->second), query);
  }

  std::optional<QueryError> run(Program& program, const CLI::App& command, const Json& query) {
    auto words = command_line_of(command, query);
    if (const auto* wrong = std::get_if<QueryError>(&words)) return *wrong;
    auto& line = std::get<0>(words);
    line.insert(line.begin() + 1, "--db=" + db_);
    try {
      program.parse(line);
    } catch (const CLI::ParseError& error) {
      return QueryError{{ErrorKind::usage, error.what(), "", ""}, field_of(command, query, "", error.what())};
    }
    const Result<int> code = program.run();
    if (code) return std::nullopt;
    return QueryError{code.error(), field_of(command, query, code.error().where, code.error().what)};
  }

  std::string db_;
  std::map<std::string, DeclareCommand> questions_;
  std::size_t number_ = 0;
  bool failed_ = false;
};

Status answer_lines(std::istream& in, KeptDatabase& database, Answering& answering) {
  for (std::string line; std::getline(in, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    if (const Status renewed = database.renew(); !renewed) return renewed;
    answering.answer(line);
  }
  return Done{};
}

void print_schema() {
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                 {"$id", "https://forewhen.invalid/schemas/query.schema.json"},
                 {"title", "One question, as forewhen query reads them"},
                 {"description",
                  "The answer is what the command of that name prints with --json. Null is the same as "
                  "leaving a field out."},
                 {"oneOf", Json::array()},
                 {"$defs", Json::object()}};
  for (const auto& [name, declare] : questions()) {
    Program program;
    const Json made = schema_of(program.declare(declare));
    Json properties = {{"question", {{"const", name}}}, {"id", {{"description", "anything, to know the answer by"}}}};
    properties.update(made["properties"]);
    Json required = Json::array({"question"});
    for (const Json& field : made["required"]) required.push_back(field);
    schema["oneOf"].push_back({{"$ref", "#/$defs/" + name}});
    schema["$defs"][name] = {{"description", made["description"]},
                             {"type", "object"},
                             {"properties", std::move(properties)},
                             {"required", std::move(required)},
                             {"additionalProperties", false}};
  }
  write_out(schema.dump(2));
}

Result<int> run(const Asked& asked) {
  if (asked.schema) {
    print_schema();
    return kDone;
  }
  if (asked.db.empty()) return Error{ErrorKind::usage, "no database is named", "--db", "give its folder"};
  if (asked.queries.empty())
    return Error{ErrorKind::usage, "no question is asked", "QUERY", "give -, a file, or {\"question\":...}"};
  const auto database = KeptDatabase::open(asked.db);
  if (!database) return database.error();
  Answering answering(asked.db);
  for (const std::string& query : asked.queries) {
    if (query.starts_with("{")) {
      answering.answer(query);
      continue;
    }
    std::ifstream file;
    if (query != "-") {
      file.open(query, std::ios::binary);
      if (!file) return Error{ErrorKind::io, "cannot be read", query, "give a file of JSON lines, or -"};
    }
    const Status answered = answer_lines(query == "-" ? std::cin : file, **database, answering);
    if (!answered) return answered.error();
  }
  return answering.failed() ? kFailed : kDone;
}

}  // namespace

RunCommand declare_query(CLI::App& program, CLI::App*& command) {
  auto asked = std::make_shared<Asked>();
  command = program.add_subcommand("query", "For programs: questions as JSON lines in, answers as JSON lines out");
  command->add_option("QUERY", asked->queries,
                      "a file of JSON lines, - for standard input, or a question itself: {\"question\":\"stats\"}");
  command->add_option("--db", asked->db, "folder of the database");
  command->add_flag("--schema", asked->schema, "print the JSON Schema of questions");
  return [asked] { return run(*asked); };
}

}  // namespace forewhen
