// SPDX-License-Identifier: Apache-2.0
// forewhen export: the events of any question in the format of another program.
#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "commands.h"
#include "database.h"
#include "export_selection.h"
#include "forewhen/export/export.h"

namespace forewhen {
namespace {

struct Export {
  DatabaseOption database;
  ExportSelection selection;
  std::string format, output = "-";
  bool strict = false;
};

std::string list_of_formats() {
  std::string text = "Formats:\n";
  for (const ExportFormat& format : export_formats()) text += fmt::format("  {:<14}{}\n", format.name, format.what);
  return text;
}

Status check_usage(const Export& options, const ExportFormat& format) {
  if (format.target != ExportFormat::Target::stream && options.output == "-")
    return Error{ErrorKind::usage, fmt::format("{} cannot go to standard output", format.name), "--output",
                 format.target == ExportFormat::Target::folder ? "name a folder with -o" : "name a file with -o"};
  return Done{};
}

Result<int> run(const Export& options) {
  const auto format = find_export_format(options.format);
  if (!format) return format.error();
  if (Status usage = check_usage(options, **format); !usage) return usage.error();
  const auto store = options.database.open();
  if (!store) return store.error();
  const auto selected = options.selection.select(**store);
  if (!selected) return selected.error();
  Losses losses;
  const Status written = options.output == "-"
                             ? write_export(**format, **store, **store, selected->request, std::cout, losses)
                             : write_export(**format, **store, **store, selected->request, options.output, losses);
  if (!written) return written.error();
  selected->tell(losses, (*format)->name);
  return options.strict && losses.any() ? kDataRefused : kDone;
}

}  // namespace

RunCommand declare_export(CLI::App& program, CLI::App*& command) {
  auto options = std::make_shared<Export>();
  command = program.add_subcommand("export",
                                   "Events in the format of another program: a timeline, a calendar, a map, a graph");
  options->database.declare(*command);
  options->database.declare_as_of(*command);
  command->add_option("--format", options->format, "one of those below")->required();
  command->add_option("-o,--output", options->output, "file or folder; - is standard output")->capture_default_str();
  options->selection.declare(*command);
  command->add_flag("--strict", options->strict, "exit code 3 when the format cannot carry everything");
  command->footer(list_of_formats);
  return [options] { return run(*options); };
}

}  // namespace forewhen
