// SPDX-License-Identifier: Apache-2.0
// forewhen validate: would events that others have found be taken? Without a database. Or the schema they must fit.
#include <memory>

#include "build_report.h"
#include "commands.h"
#include "forewhen/ingest/events_schema.h"
#include "input.h"
#include "terminal.h"

namespace forewhen {
namespace {

struct Validate {
  InputOptions input;
  bool schema = false;
};

Result<int> run(const Validate& options) {
  if (options.schema) {
    write_out(events_schema_text());
    return kDone;
  }
  if (options.input.paths.empty())
    return Error{ErrorKind::usage, "names no file", "forewhen validate", "give files of events, or - , or --schema"};
  if (options.input.format != "events")
    return Error{ErrorKind::usage, "validate tries events only", "--input-format", "leave it out or say events"};
  auto documents = options.input.events_reader();
  if (!documents) return documents.error();
  const auto times = options.input.times();
  if (!times) return times.error();
  BuildOptions work;
  work.publication = options.input.evidence();
  const BuildReport report = validate_given(*documents, *times, work);
  print_refusals(report);
  print_validation(report);
  return report.refusals.empty() ? kDone : kDataRefused;
}

}  // namespace

RunCommand declare_validate(CLI::App& program, CLI::App*& command) {
  auto options = std::make_shared<Validate>();
  command = program.add_subcommand("validate", "Try events that others have found, without a database");
  options->input.format = "events";
  options->input.declare(*command);
  command->get_option("FILE")->required(false);
  command->add_flag("--schema", options->schema, "print the JSON Schema that every line must fit, and do nothing else");
  return [options] { return run(*options); };
}

}  // namespace forewhen
