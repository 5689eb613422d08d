// SPDX-License-Identifier: Apache-2.0
// forewhen actor: who an actor is: names, kind, country, and what it belonged to when, as data sets say.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "database.h"
#include "forewhen/query/names.h"
#include "forewhen/store/record_import.h"
#include "forewhen/time/iso.h"
#include "terminal.h"

namespace forewhen {
namespace {

struct Who {
  DatabaseOption database;
  OutputOptions output;
  std::string name;
  std::size_t documents = 5;
};

std::string day_of(Instant t) { return is_open(t) ? ".." : format_iso(CalendarTime{t, Grain::day}); }
// The last day that is meant.
std::string last_day(Instant end) { return is_open(end) ? ".." : day_of(end - seconds{1}); }

nlohmann::ordered_json json_of(const Actor& actor, const EventSource::Naming& naming) {
  nlohmann::ordered_json json;
  json["actor"] = to_string(actor.id);
  json["name"] = actor.name;
  json["kind"] = name_of(actor.kind);
  json["country"] = actor.country;
  json["aliases"] = actor.aliases;
  json["affiliations"] = nlohmann::ordered_json::array();
  for (const Affiliation& one : actor.affiliations) {
    json["affiliations"].push_back({{"country", one.country},
                                    {"sectors", one.sectors},
                                    {"from", day_of(one.seen.begin)},
                                    {"to", last_day(one.seen.end)}});
  }
  json["documents_in_all"] = naming.in_all;
  json["documents"] = nlohmann::ordered_json::array();
  for (const NamingDocument& one : naming.newest) {
    json["documents"].push_back({{"document", one.document.id},
                                 {"title", one.document.title},
                                 {"url", one.document.url},
                                 {"published", one.document.published ? format_iso(*one.document.published) : ""}});
  }
  return json;
}

void print_lines(const Actor& actor, const EventSource::Naming& naming) {
  const auto line = [&](std::string_view field, const std::string& value) {
    if (!value.empty()) fmt::print("{}\t{}\t{}\n", to_string(actor.id), field, printable(value));
  };
  line("name", actor.name);
  line("kind", std::string(name_of(actor.kind)));
  line("country", actor.country);
  for (const std::string& alias : actor.aliases) line("alias", alias);
  for (const Affiliation& one : actor.affiliations) {
    line("affiliation", fmt::format("{} to {}: {}{}{}", day_of(one.seen.begin), last_day(one.seen.end), one.country,
                                    one.country.empty() || one.sectors.empty() ? "" : ", ", one.sectors));
  }
  for (const NamingDocument& one : naming.newest) {
    line("document",
         fmt::format("{}, published {}: {}", one.document.id,
                     one.document.published ? format_iso(*one.document.published) : "no date", one.document.title));
  }
  if (naming.in_all > naming.newest.size())
    line("documents",
         fmt::format("{} in all that tell no event; --documents {} shows them", naming.in_all, naming.in_all));
}

Result<int> run(const Who& options) {
  const auto store = options.database.open();
  if (!store) return store.error();
  const auto actors = resolve_actors(**store, options.name);
  if (!actors) return actors.error();
  for (const Actor& found : *actors) {
    const auto all = actor_of_all_sources(**store, found.id);
    if (!all) return all.error();
    const Actor& actor = *all ? **all : found;
    const auto naming = (*store)->documents_naming(actor.id, options.documents);
    if (!naming) return naming.error();
    if (options.output.form() == OutputForm::json)
      write_out(json_of(actor, *naming).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
    else
      print_lines(actor, *naming);
  }
  return kDone;
}

}  // namespace

RunCommand declare_actor(CLI::App& program, CLI::App*& command) {
  auto options = std::make_shared<Who>();
  command = program.add_subcommand("actor",
                                   "Names, kind and country of an actor, what it belonged to when, and what names it");
  command->add_option("NAME", options->name, "a name, an alias, or an id (a...)")->required();
  command
      ->add_option("--documents", options->documents, "the newest that many documents that name it and tell no event")
      ->capture_default_str();
  options->database.declare(*command);
  options->output.declare(*command);
  return [options] { return run(*options); };
}

}  // namespace forewhen
