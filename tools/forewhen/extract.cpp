// SPDX-License-Identifier: Apache-2.0
// forewhen extract: what one document says, without any database.
#include <fmt/format.h>

#include <memory>

#include "commands.h"
#include "extraction_json.h"
#include "forewhen/export/table.h"
#include "input.h"
#include "terminal.h"

namespace forewhen {
namespace {

struct Extract {
  InputOptions input;
  std::string format = "jsonl";
  std::string id;
};

Result<int> run(const Extract& options) {
  auto documents = options.input.reader();
  if (!documents) return documents.error();
  const auto extractor = options.input.extractor();
  if (!extractor) return extractor.error();
  int code = kDone;
  while (auto item = documents->next()) {
    if (!*item) {
      fmt::print(stderr, "refused: {}\n", printable(to_string(item->error())));
      code = kDataRefused;
      continue;
    }
    Document document = std::move(*item).value();
    options.input.date(document);
    if (!options.id.empty()) document.id = options.id;
    write_out(to_json(extractor->extract(document)));
  }
  return code;
}

}  // namespace

RunCommand declare_extract(CLI::App& program, CLI::App*& command) {
  auto options = std::make_shared<Extract>();
  command =
      program.add_subcommand("extract", "What documents say, as JSON lines, one object a document, without a database");
  options->input.declare(*command);
  command->add_option("--format", options->format, "jsonl")->check(CLI::IsMember({"jsonl"}))->capture_default_str();
  command->add_option("--id", options->id, "id of the document, when it is one");
  return [options] { return run(*options); };
}

}  // namespace forewhen
