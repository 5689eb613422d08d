// SPDX-License-Identifier: Apache-2.0
#include "database.h"

#include "forewhen/pipeline/as_of.h"
#include "forewhen/query/names.h"
#include "kept_database.h"
#include "terminal.h"

namespace forewhen {

void MemoryOption::declare(CLI::App& command) {
  command.add_option("--memory", mib, "MiB of memory for what grows with the data")
      ->check(CLI::Range(std::size_t{16}, std::size_t{1} << 20))
      ->capture_default_str();
}

void DatabaseOption::declare(CLI::App& command) {
  command.add_option("--db", path, "folder of the database")->required();
  memory.declare(command);
}

void DatabaseOption::declare_as_of(CLI::App& command) {
  command.add_option("--as-of-report", as_of_report,
                     "the graph of the documents published by the end of this date (2023, 2023-03, 2023-03-14, EDTF); "
                     "those without a day of publication are left out and counted");
  command.add_option(
      "--as-of-record", as_of_record,
      "the graph of the documents recorded in the database by the end of this date or time, in UTC; "
      "earlier versions of changed documents are not kept: a document that was changed later is left "
      "out and counted; one that was retracted is not known any more; rows of data sets keep their versions");
}

Result<std::shared_ptr<GraphStore>> DatabaseOption::open() const {
  AsOf as_of;
  const auto read = [](const std::string& text, const char* option, std::optional<Instant>& end) -> Status {
    if (text.empty()) return Done{};
    const auto parsed = parse_as_of(text);
    if (!parsed) return Error{ErrorKind::usage, parsed.error().what, option, parsed.error().mend};
    end = *parsed;
    return Done{};
  };
  if (Status known = read(as_of_report, "--as-of-report", as_of.reported_before); !known) return known.error();
  if (Status known = read(as_of_record, "--as-of-record", as_of.recorded_before); !known) return known.error();
  const auto store = open_or_kept(path, memory.bytes());
  if (!store || as_of.everything()) return store;
  auto past = graph_as_of(**store, as_of, memory.bytes());
  if (!past) return past.error();
  write_note(to_string(*past));
  return std::shared_ptr<GraphStore>(std::move(past->store));
}

void FilterOptions::declare(CLI::App& command) {
  command.add_option("--since", since,
                     "only events that may have started at or after this date (2021, 2021-11, 2021-11-08)");
  command.add_option("--until", until, "only events that may have started before this date");
  command.add_option("--actor", actors, "only events in which this actor takes part; may be repeated");
  command.add_option("--place", places, "only events at this place; may be repeated, any of them will do");
  command.add_option("--type", types, "only events of this PLOVER type; may be repeated, any of them will do");
  command.add_flag("--all", all, "planned, hypothetical and negated events too");
}

Result<EventFilter> FilterOptions::resolve(const EventSource& source, bool all_modalities) const {
  EventFilter filter;
  filter.all_modalities = all || all_modalities;
  const auto window = parse_window(since, until);
  if (!window) return Error{ErrorKind::usage, window.error().what, "--since/--until", window.error().mend};
  filter.window = *window;
  for (const std::string& name : actors) {
    const auto found = resolve_actors(source, name);
    if (!found) return found.error();
    std::vector<ActorId> ids;
    for (const Actor& actor : *found) ids.push_back(actor.id);
    filter.actors.push_back(std::move(ids));
  }
  for (const std::string& name : places) {
    const auto found = resolve_places(source, name);
    if (!found) return found.error();
    for (const Place& place : *found) filter.places.push_back(place.id);
  }
  for (const std::string& name : types) {
    const auto type = parse_plover(name);
    if (!type || *type == PloverType::none)
      return Error{
          ErrorKind::usage, "'" + name + "' is no PLOVER type", "--type",
          "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
          "MOBILIZE COERCE ASSAULT"};
    filter.types.push_back(*type);
  }
  return filter;
}

void WithinOption::declare(CLI::App& command, const std::string& help) {
  command.add_option("--within", text, help + ": 90d, 36h, 2w");
}

Result<std::optional<seconds>> WithinOption::span() const {
  if (text.empty()) return std::optional<seconds>();
  const auto span = parse_duration(text);
  if (!span) return Error{ErrorKind::usage, span.error().what, "--within", span.error().mend};
  return std::optional<seconds>(*span);
}

void CertaintyOption::declare(CLI::App& command) {
  command.add_option("--certainty", text, "definite, possible or both")
      ->check(CLI::IsMember({"definite", "possible", "both"}))
      ->capture_default_str();
}

CertaintyFilter CertaintyOption::filter() const {
  if (text == "definite") return CertaintyFilter::definite;
  return text == "possible" ? CertaintyFilter::possible : CertaintyFilter::both;
}

}  // namespace forewhen
