// SPDX-License-Identifier: Apache-2.0
// forewhen export: the events of any question in the format of another program.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <memory>

#include "commands.h"
#include "database.h"
#include "forewhen/export/export.h"
#include "forewhen/export/table.h"
#include "forewhen/query/before.h"
#include "forewhen/query/selection.h"
#include "subject.h"
#include "terminal.h"

namespace forewhen {
namespace {

struct Export {
  DatabaseOption database;
  FilterOptions filter;
  std::string format, output = "-", title, timeline, before, after;
  std::vector<std::string> between;
  std::size_t limit = 0;
  bool strict = false;
};

std::string list_of_formats() {
  std::string text = "Formats:\n";
  for (const ExportFormat& format : export_formats()) text += fmt::format("  {:<14}{}\n", format.name, format.what);
  return text;
}

Status check_usage(const Export& options, const ExportFormat& format) {
  const int questions =
      !options.timeline.empty() + !options.between.empty() + !options.before.empty() + !options.after.empty();
  if (questions > 1)
    return Error{ErrorKind::usage, "asks several questions at once", "export",
                 "use one of --timeline, --between, --before and --after"};
  if (format.target != ExportFormat::Target::stream && options.output == "-")
    return Error{ErrorKind::usage, fmt::format("{} cannot go to standard output", format.name), "--output",
                 format.target == ExportFormat::Target::folder ? "name a folder with -o" : "name a file with -o"};
  return Done{};
}

bool is_whole_graph(const Export& options, const EventFilter& filter) {
  EventFilter all;
  all.all_modalities = true;
  return options.timeline.empty() && options.between.empty() && options.before.empty() && options.after.empty() &&
         options.limit == 0 && filter == all;
}

struct Selected {
  ExportRequest request;
  LeftOut left_out;
  std::uint64_t more = 0;
};

// X and what preceded or followed it, in the order of time.
Result<Selected> select_around(const GraphStore& store, const Export& options) {
  const bool is_before = !options.before.empty();
  const std::string& words = is_before ? options.before : options.after;
  const auto subject = find_subject(store, words);
  if (!subject) return subject.error();
  BeforeOptions question;
  question.limit = options.limit;
  auto filter = options.filter.resolve(store, false);
  if (!filter) return filter.error();
  question.filter = std::move(filter).value();
  question.filter.undated = true;
  const auto answer = is_before ? before(store, *subject, question) : after(store, *subject, question);
  if (!answer) return answer.error();
  Selected selected;
  selected.left_out = answer->left_out;
  selected.more = answer->more;
  if (!is_before) selected.request.events.push_back(answer->subject.id);
  for (const AnswerItem& item : answer->items) selected.request.events.push_back(item.event.id);
  if (is_before) selected.request.events.push_back(answer->subject.id);
  selected.request.title = fmt::format("{} {}", is_before ? "Before" : "After", answer->subject.summary);
  return selected;
}

Result<Selected> select_list(const GraphStore& store, const Export& options) {
  const bool all = options.timeline.empty() && options.between.empty();
  auto filter = options.filter.resolve(store, all);
  if (!filter) return filter.error();
  ListOptions list{options.limit, std::move(filter).value()};
  Selected selected;
  selected.request.everything = is_whole_graph(options, list.filter);
  selected.request.title = options.timeline;
  if (!options.between.empty()) {
    const std::string &from = options.between[0], &to = options.between[1];
    const auto window = parse_window(from == ".." ? "" : from, to == ".." ? "" : to);
    if (!window) return Error{ErrorKind::usage, window.error().what, "--between", window.error().mend};
    list.filter.window.begin = std::max(list.filter.window.begin, window->begin);
    list.filter.window.end = std::min(list.filter.window.end, window->end);
    selected.request.title = from + " to " + to;
  }
  auto selection =
      options.timeline.empty() ? select_events(store, list) : select_timeline(store, options.timeline, list);
  if (!selection) return selection.error();
  selected.request.events = std::move(selection->events);
  selected.left_out = selection->left_out;
  selected.more = selection->more;
  return selected;
}

Result<int> run(const Export& options) {
  const auto format = find_export_format(options.format);
  if (!format) return format.error();
  if (Status usage = check_usage(options, **format); !usage) return usage.error();
  const auto store = options.database.open();
  if (!store) return store.error();
  const bool around = !options.before.empty() || !options.after.empty();
  auto selected = around ? select_around(**store, options) : select_list(**store, options);
  if (!selected) return selected.error();
  if (!options.title.empty()) selected->request.title = options.title;
  Losses losses;
  const Status written = options.output == "-"
                             ? write_export(**format, **store, **store, selected->request, std::cout, losses)
                             : write_export(**format, **store, **store, selected->request, options.output, losses);
  if (!written) return written.error();
  if (selected->more) fmt::print(stderr, "{} more; --limit 0 gives all\n", selected->more);
  if (const std::string left_out = to_string(selected->left_out); !left_out.empty())
    fmt::print(stderr, "{}\n", left_out);
  for (const std::string& sentence : losses.sentences(selected->request.events.size()))
    fmt::print(stderr, "{}: {}\n", (*format)->name, printable(sentence));
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
  command->add_option("--timeline", options->timeline, "only events of this actor or place, as timeline NAME");
  command->add_option("--between", options->between, "only events that may have started from FROM on and before TO")
      ->expected(2)
      ->type_name("FROM TO");
  command->add_option("--before", options->before, "X and what preceded it, as before X");
  command->add_option("--after", options->after, "X and what followed it, as after X");
  options->filter.declare(*command);
  command->add_option("--limit", options->limit, "the latest that many, or the nearest to X; 0 for all")
      ->capture_default_str();
  command->add_option("--title", options->title, "the heading, for formats that have one");
  command->add_flag("--strict", options->strict, "exit code 3 when the format cannot carry everything");
  command->footer(list_of_formats);
  return [options] { return run(*options); };
}

}  // namespace forewhen
