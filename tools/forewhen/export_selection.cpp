// SPDX-License-Identifier: Apache-2.0
#include "export_selection.h"

#include <fmt/format.h>

#include <algorithm>

#include "forewhen/export/table.h"
#include "forewhen/query/before.h"
#include "forewhen/query/selection.h"
#include "subject.h"

namespace forewhen {
namespace {

bool is_whole_graph(const ExportSelection& options, const EventFilter& filter) {
  EventFilter all;
  all.all_modalities = true;
  return options.timeline.empty() && options.between.empty() && options.before.empty() && options.after.empty() &&
         options.limit == 0 && filter == all;
}

// X and what preceded or followed it, in the order of time.
Result<SelectedEvents> select_around(const GraphStore& store, const ExportSelection& options) {
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
  SelectedEvents selected;
  selected.left_out = answer->left_out;
  selected.more = answer->more;
  if (!is_before) selected.request.events.push_back(answer->subject.id);
  for (const AnswerItem& item : answer->items) selected.request.events.push_back(item.event.id);
  if (is_before) selected.request.events.push_back(answer->subject.id);
  selected.request.title = fmt::format("{} {}", is_before ? "Before" : "After", answer->subject.summary);
  return selected;
}

Result<SelectedEvents> select_list(const GraphStore& store, const ExportSelection& options) {
  const bool all = options.timeline.empty() && options.between.empty();
  auto filter = options.filter.resolve(store, all);
  if (!filter) return filter.error();
  ListOptions list{options.limit, std::move(filter).value()};
  SelectedEvents selected;
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

}  // namespace

void ExportSelection::declare(CLI::App& command) {
  command.add_option("--timeline", timeline, "only events of this actor or place, as timeline NAME");
  command.add_option("--between", between, "only events that may have started from FROM on and before TO")
      ->expected(2)
      ->type_name("FROM TO");
  command.add_option("--before", before, "X and what preceded it, as before X");
  command.add_option("--after", after, "X and what followed it, as after X");
  filter.declare(command);
  command.add_option("--limit", limit, "the latest that many, or the nearest to X; 0 for all")->capture_default_str();
  command.add_option("--title", title, "the heading, for formats that have one");
}

Result<SelectedEvents> ExportSelection::select(const GraphStore& store) const {
  const int questions = !timeline.empty() + !between.empty() + !before.empty() + !after.empty();
  if (questions > 1)
    return Error{ErrorKind::usage, "asks several questions at once", "",
                 "use one of --timeline, --between, --before and --after"};
  auto selected = before.empty() && after.empty() ? select_list(store, *this) : select_around(store, *this);
  if (selected && !title.empty()) selected->request.title = title;
  return selected;
}

void SelectedEvents::tell(const Losses& losses, std::string_view format) const {
  if (more) fmt::print(stderr, "{} more; --limit 0 gives all\n", more);
  if (const std::string words = to_string(left_out); !words.empty()) fmt::print(stderr, "{}\n", words);
  for (const std::string& sentence : losses.sentences(request.events.size()))
    fmt::print(stderr, "{}: {}\n", format, printable(sentence));
}

}  // namespace forewhen
