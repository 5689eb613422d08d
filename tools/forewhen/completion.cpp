// SPDX-License-Identifier: Apache-2.0
#include "completion.h"

#include <algorithm>
#include <set>

#include "forewhen/model/plover.h"
#include "forewhen/time/allen.h"
#include "program.h"
#include "query_fields.h"
#include "shell_words.h"

namespace forewhen {
namespace {

// Names of so many of the latest events are offered from the first letter on; all others from a whole word on.
constexpr std::size_t kLatestEvents = 20000;

bool begins_with(const std::string& text, const std::string& begun) { return text.starts_with(begun); }

// Whether one of the words of the name begins so, great letters or small.
bool name_begins_with(const std::string& name, const std::string& begun) {
  const std::string small = CLI::detail::to_lower(name), wanted = CLI::detail::to_lower(begun);
  for (auto at = small.find(wanted); at != std::string::npos; at = small.find(wanted, at + 1)) {
    if (at == 0 || small[at - 1] == ' ' || small[at - 1] == '-') return true;
  }
  return false;
}

bool takes_value(const CLI::Option& option) { return option.get_items_expected_max() != 0; }

}  // namespace

void Completer::read_names() {
  const auto counts = database_.store().counts();
  if (!counts || counts->events == events_) return;
  events_ = counts->events;
  names_ = {};
  std::set<std::uint64_t> actors, places;
  const auto rows = database_.store().rows(Axis::all, 0, kOpenFuture);
  for (std::size_t read = 0; read < kLatestEvents; ++read) {
    const auto row = rows->next();
    if (!row || !*row) break;
    for (const ActorId actor : (*row)->actors) actors.insert(actor.value);
    if ((*row)->place) places.insert((*row)->place.value);
  }
  for (const std::uint64_t id : actors) {
    const auto actor = database_.store().find_actor(ActorId{id});
    if (actor && *actor) names_.actors.push_back((*actor)->name);
  }
  for (const std::uint64_t id : places) {
    const auto place = database_.store().find_place(PlaceId{id});
    if (place && *place) names_.places.push_back((*place)->name);
  }
}

std::vector<std::string> Completer::names_like(const std::string& begun, bool actors, bool places) {
  read_names();
  std::vector<std::string> found;
  const auto add = [&](const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      if (name_begins_with(name, begun)) found.push_back(as_word(name));
    }
  };
  if (actors) {
    add(names_.actors);
    if (const auto named = database_.store().actors_named(begun)) {
      for (const Actor& actor : *named) found.push_back(as_word(actor.name));
    }
  }
  if (places) {
    add(names_.places);
    if (const auto named = database_.store().places_named(begun)) {
      for (const Place& place : *named) found.push_back(as_word(place.name));
    }
  }
  return found;
}

std::vector<std::string> Completer::values_of(const CLI::Option& option, const std::string& begun) {
  std::vector<std::string> values = choices_of(option);
  const std::string name = field_name(option);
  if (name == "type") {
    for (int i = 1; i <= static_cast<int>(PloverType::assault); ++i)
      values.emplace_back(name_of(static_cast<PloverType>(i)));
  }
  if (name == "is") {
    for (int i = 0; i < kAllenRelations; ++i) values.emplace_back(name_of(static_cast<AllenRelation>(i)));
  }
  std::erase_if(values, [&](const std::string& value) { return !begins_with(value, begun); });
  const bool either = name == "event" || name == "name" || name == "words" || name == "around";
  const bool actor = name == "actor" || name == "with" || name == "a" || name == "b";
  const bool place = name == "place" || name == "where";
  if (either || actor || place) return names_like(begun, either || actor, either || place);
  return values;
}

std::vector<std::string> Completer::words_for(const CLI::App& command, const std::vector<std::string>& before,
                                              const std::string& begun) {
  std::vector<const CLI::Option*> positional;
  std::vector<std::string> options;
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_positional()) positional.push_back(option);
    for (const std::string& name : option->get_lnames()) {
      if (name != "db") options.push_back("--" + name);
    }
  }
  const CLI::Option* open = nullptr;  // an option that waits for its value
  std::size_t place = 0;
  for (const std::string& word : before) {
    if (open) {
      open = nullptr;
    } else if (word.starts_with("--")) {
      open = word.find('=') == std::string::npos ? command.get_option_no_throw(word) : nullptr;
      if (open && !takes_value(*open)) open = nullptr;
    } else {
      ++place;
    }
  }
  if (open) return values_of(*open, begun);
  if (begun.starts_with("-") || positional.empty()) {
    std::erase_if(options, [&](const std::string& name) { return !begins_with(name, begun); });
    return options;
  }
  const bool full = place >= positional.size() && positional.back()->get_items_expected_max() <= 1;
  return full ? std::vector<std::string>() : values_of(*positional[std::min(place, positional.size() - 1)], begun);
}

Completion Completer::complete(std::string_view line) {
  const ShellLine split = split_line(line);
  std::vector<std::string> before;
  for (const ShellWord& word : split.words) before.push_back(word.text);
  Completion completion{line.size(), {}};
  std::string begun;
  if (!split.ended || split.open) {
    begun = before.back();
    before.pop_back();
    completion.begin = split.words.back().begin;
  }
  if (before.empty() || (before.size() == 1 && before.front() == "help")) {
    for (const auto& [name, declare] : commands_) {
      if (name.starts_with(begun)) completion.candidates.push_back(name);
    }
    for (const char* name : {"exit", "help"}) {
      if (before.empty() && std::string(name).starts_with(begun)) completion.candidates.emplace_back(name);
    }
  } else if (const auto named = commands_.find(before.front()); named != commands_.end()) {
    Program program;
    const CLI::App& command = program.declare(named->second);
    completion.candidates = words_for(command, {before.begin() + 1, before.end()}, begun);
  }
  std::sort(completion.candidates.begin(), completion.candidates.end());
  completion.candidates.erase(std::unique(completion.candidates.begin(), completion.candidates.end()),
                              completion.candidates.end());
  return completion;
}

}  // namespace forewhen
