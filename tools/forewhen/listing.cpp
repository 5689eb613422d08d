// SPDX-License-Identifier: Apache-2.0
// forewhen events, timeline NAME, between FROM TO: lists of events in the order of time.
#include <fmt/format.h>

#include <memory>

#include "commands.h"
#include "database.h"
#include "forewhen/export/draw.h"
#include "forewhen/export/json.h"
#include "forewhen/export/plover.h"
#include "forewhen/query/at_place.h"
#include "forewhen/query/listing.h"
#include "terminal.h"

namespace forewhen {
namespace {

struct Lister {
  DatabaseOption database;
  FilterOptions filter;
  OutputOptions output;
  std::size_t limit = 0;
  bool plover = false, draw = false;
  std::string lanes = "actor";

  void declare(CLI::App& command) {
    database.declare(command);
    database.declare_as_of(command);
    filter.declare(command);
    output.declare(command);
    command.add_option("--limit", limit, "the latest that many; 0 for all")->capture_default_str();
    command.add_flag("--plover", plover, "PLOVER records, a JSON object a line");
    CLI::Option* drawn =
        command
            .add_flag("--draw", draw, "lanes with bars, as wide as the terminal, and a key below; 80 columns in a pipe")
            ->excludes("--json")
            ->excludes("--format")
            ->excludes("--plover");
    command.add_option("--lanes", lanes, "with --draw, a lane for each: actor, place or type")
        ->needs(drawn)
        ->check(CLI::IsMember({"actor", "place", "type"}))
        ->capture_default_str();
  }
  Result<ListOptions> options(const EventSource& source, bool all_modalities) const {
    auto resolved = filter.resolve(source, all_modalities);
    if (!resolved) return resolved.error();
    return ListOptions{limit, std::move(resolved).value()};
  }
};

int print_plover(const Listing& listing) {
  std::size_t unsaid = 0;
  for (const Event& event : listing.events) {
    const auto line = to_plover(event);
    if (line) write_out(*line);
    unsaid += !line;
  }
  if (unsaid) write_note(fmt::format("{} left out, without type, actor or date, or not happened", unsaid));
  return kDone;
}

int print_drawing(const Listing& listing, const Lister& lister) {
  TableStyle style = lister.output.style();
  style.width = terminal_width(80);
  write_out(draw_timeline(listing, *find_lane_by(lister.lanes), style));
  return kDone;
}

int print(const Listing& listing, const Lister& lister) {
  if (lister.plover) return print_plover(listing);
  if (lister.draw) return print_drawing(listing, lister);
  const OutputOptions& output = lister.output;
  switch (output.form()) {
    case OutputForm::json:
      for (std::size_t i = 0; i < listing.events.size(); ++i) write_out(to_json(listing, i));
      if (listing.more)
        write_note(
            fmt::format("{}{} more; --limit 0 gives all", listing.more_at_least ? "at least " : "", listing.more));
      break;
    case OutputForm::tsv:
      write_out(to_tsv(listing));
      break;
    case OutputForm::table:
      write_out(to_table(listing, output.style()));
      break;
  }
  return kDone;
}

Result<int> run_events(const Lister& lister) {
  const auto store = lister.database.open();
  if (!store) return store.error();
  const auto options = lister.options(**store, true);
  if (!options) return options.error();
  const auto listing = list_events(**store, *options);
  if (!listing) return listing.error();
  return print(*listing, lister);
}

Result<int> run_timeline(const Lister& lister, const std::string& name) {
  const auto store = lister.database.open();
  if (!store) return store.error();
  const auto options = lister.options(**store, false);
  if (!options) return options.error();
  const auto found = timeline(**store, name, *options);
  if (!found) return found.error();
  return print(found->listing, lister);
}

Result<int> run_between(const Lister& lister, const std::string& from, const std::string& to) {
  const auto window = parse_window(from == ".." ? "" : from, to == ".." ? "" : to);
  if (!window) return Error{ErrorKind::usage, window.error().what, "FROM TO", window.error().mend};
  const auto store = lister.database.open();
  if (!store) return store.error();
  const auto options = lister.options(**store, false);
  if (!options) return options.error();
  const auto listing = between(**store, *window, *options);
  if (!listing) return listing.error();
  return print(*listing, lister);
}

Result<int> run_at(const Lister& lister, const std::string& where, double radius) {
  const auto store = lister.database.open();
  if (!store) return store.error();
  const auto options = lister.options(**store, false);
  if (!options) return options.error();
  const auto found = events_at(**store, where, radius, *options);
  if (!found) return found.error();
  if (radius > 0) {
    for (const NearPlace& near : found->places)
      write_note(fmt::format("{}: {} km", printable(near.place.name),
                             near.kilometres ? fmt::format("{:.1f}", *near.kilometres) : "?"));
  }
  return print(found->listing, lister);
}

}  // namespace

RunCommand declare_events(CLI::App& program, CLI::App*& command) {
  auto lister = std::make_shared<Lister>();
  command = program.add_subcommand("events", "All events, planned and negated ones too, in the order of time");
  lister->declare(*command);
  return [lister] { return run_events(*lister); };
}

RunCommand declare_timeline(CLI::App& program, CLI::App*& command) {
  auto lister = std::make_shared<Lister>();
  auto name = std::make_shared<std::string>();
  command = program.add_subcommand("timeline", "The events of an actor or a place, in the order of time");
  command->add_option("NAME", *name, "a name, an alias, or an id (a..., p...)")->required();
  lister->declare(*command);
  return [lister, name] { return run_timeline(*lister, *name); };
}

RunCommand declare_at(CLI::App& program, CLI::App*& command) {
  struct Where {
    std::string place;
    double radius = 0;
  };
  auto lister = std::make_shared<Lister>();
  auto where = std::make_shared<Where>();
  command =
      program.add_subcommand("at", "The events at a place, within it, or near it or a point, in the order of time");
  command->add_option("WHERE", where->place, "a name, an id (p...), or \"LATITUDE,LONGITUDE\" in degrees")->required();
  command->add_option("--radius", where->radius, "all places so many kilometres around")->check(CLI::PositiveNumber);
  lister->declare(*command);
  return [lister, where] { return run_at(*lister, where->place, where->radius); };
}

RunCommand declare_between(CLI::App& program, CLI::App*& command) {
  struct Window {
    std::string from, to;
  };
  auto lister = std::make_shared<Lister>();
  auto window = std::make_shared<Window>();
  command = program.add_subcommand("between", "Events that may have started from FROM on and before TO");
  command->add_option("FROM", window->from, "2021, 2021-11, 2021-11-08, or .. for no bound")->required();
  command->add_option("TO", window->to, "the same; the day itself is not included")->required();
  lister->declare(*command);
  return [lister, window] { return run_between(*lister, window->from, window->to); };
}

}  // namespace forewhen
