// SPDX-License-Identifier: Apache-2.0
// forewhen show X: one event with all that is known of it and every sentence that says so; or a document that tells no
// event, with what it names.
#include <memory>

#include "commands.h"
#include "database.h"
#include "forewhen/export/json.h"
#include "forewhen/query/listing.h"
#include "forewhen/query/search.h"
#include "subject.h"
#include "terminal.h"

namespace forewhen {
namespace {

struct Show {
  DatabaseOption database;
  OutputOptions output;
  std::string subject;
};

Result<int> run(const Show& options) {
  const auto store = options.database.open();
  if (!store) return store.error();
  const auto document = naming_document(**store, options.subject);
  if (!document) return document.error();
  if (*document) {
    write_out(options.output.form() == OutputForm::json ? to_json(**document)
                                                        : to_table(**document, options.output.style(true)));
    return kDone;
  }
  const auto subject = find_subject(**store, options.subject);
  if (!subject) return subject.error();
  const auto dossier = show(**store, *subject);
  if (!dossier) return dossier.error();
  write_out(options.output.form() == OutputForm::json ? to_json(*dossier)
                                                      : to_table(*dossier, options.output.style(true)));
  return kDone;
}

}  // namespace

RunCommand declare_show(CLI::App& program, CLI::App*& command) {
  auto options = std::make_shared<Show>();
  command = program.add_subcommand("show", "One event with its claims, links and the sentences that say so");
  command
      ->add_option("X", options->subject,
                   "an event id, @DOCUMENT:BYTE, words, or the id of a document of a data set that tells no event")
      ->required();
  options->database.declare(*command);
  options->database.declare_as_of(*command);
  options->output.declare(*command);
  return [options] { return run(*options); };
}

}  // namespace forewhen
