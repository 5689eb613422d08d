// SPDX-License-Identifier: Apache-2.0
// forewhen extract: what documents say, without any database; or only their words and trees, as CoNLL-U.
#include <fmt/format.h>

#include <functional>
#include <memory>

#include "commands.h"
#include "extraction_json.h"
#include "forewhen/base/data_path.h"
#include "forewhen/export/table.h"
#include "forewhen/extract/extract.h"
#include "forewhen/syntax/conllu.h"
#include "forewhen/syntax/parsed_sentence.h"
#include "input.h"
#include "terminal.h"

namespace forewhen {
namespace {

struct Extract {
  InputOptions input;
  std::string format = "jsonl";
  std::string id;
};

using Writer = std::function<std::string(const Document&)>;

// Comments and trees from which --input-format conllu makes the same document again.
std::string to_conllu(const Document& document, const SentenceParser& parser) {
  std::string out = fmt::format("# newdoc id = {}\n", printable(document.id));
  if (document.published) {
    out += fmt::format("# published = {}\n", format_iso(*document.published));
    if (document.published_from != "field" && document.published_from != "option")
      out += fmt::format("# published_from = {}\n", printable(document.published_from));
  }
  if (!document.title.empty()) out += fmt::format("# title = {}\n", printable(document.title));
  if (!document.url.empty()) out += fmt::format("# url = {}\n", printable(document.url));
  if (document.conllu.empty()) return out + to_conllu(document.text, parser.parse(document.text));
  return out + to_conllu(document.text, read_conllu(document.conllu, document.text).value());
}

Result<Writer> conllu_writer() {
  const auto model = find_data("syntax/english.model");
  if (!model) return model.error();
  auto loaded = load_parser(model->string());
  if (!loaded) return loaded.error();
  const std::shared_ptr<const SentenceParser> parser = std::move(loaded).value();
  return Writer([parser](const Document& document) { return to_conllu(document, *parser); });
}

Result<Writer> json_writer(const InputOptions& input) {
  auto loaded = input.extractor();
  if (!loaded) return loaded.error();
  const auto extractor = std::make_shared<const Extractor>(std::move(loaded).value());
  return Writer([extractor](const Document& document) { return to_json(extractor->extract(document)); });
}

Result<int> run(const Extract& options) {
  auto documents = options.input.reader();
  if (!documents) return documents.error();
  const auto write = options.format == "conllu" ? conllu_writer() : json_writer(options.input);
  if (!write) return write.error();
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
    write_out((*write)(document));
  }
  return code;
}

}  // namespace

RunCommand declare_extract(CLI::App& program, CLI::App*& command) {
  auto options = std::make_shared<Extract>();
  command =
      program.add_subcommand("extract", "What documents say, as JSON lines, one object a document, without a database");
  options->input.declare(*command);
  options->input.declare_events(*command);
  command
      ->add_option("--format", options->format,
                   "jsonl, an object a document; or conllu: words, tags and dependency trees only")
      ->check(CLI::IsMember({"jsonl", "conllu"}))
      ->capture_default_str();
  command->add_option("--id", options->id, "id of the document, when it is one");
  return [options] { return run(*options); };
}

}  // namespace forewhen
