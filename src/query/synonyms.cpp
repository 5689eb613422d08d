// SPDX-License-Identifier: Apache-2.0
#include "query/synonyms.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "forewhen/base/stem.h"

namespace forewhen {
namespace {

// One kind of event a line, with the irregular forms of its verbs. A word may stand in several: a strike is an attack
// or a stoppage, and the other words of the question tell which. A star marks words that as often name a thing.
constexpr std::string_view kKinds[] = {
    "attack strike struck assault raid hit* target* airstrike",
    "bombing bomb* explosion blast explode detonate detonation",
    "shelling shell* bombardment bombard barrage",
    "shooting shoot shot gunfire fire* gunned",
    "clash fight fighting fought battle skirmish scuffle combat",
    "protest demonstration demonstrate protester* demonstrator* rally march",
    "riot unrest disorder rioting",
    "kill killing murder slay slain slew death die died dead* assassinate assassination",
    "wound injure injury hurt",
    "election vote ballot poll referendum elect",
    "sanction embargo blacklist",
    "talks talk negotiate negotiation meeting meet met summit discuss discussion dialogue consult consultation",
    "agreement agree accord treaty pact deal",
    "arrest detain detention jail* imprison custody*",
    "release free freed",
    "resign resignation quit",
    "appoint appointment name* nominate nomination",
    "ceasefire truce armistice",
    "coup putsch overthrow overthrew overthrown oust topple",
    "invasion invade incursion",
    "kidnap abduct abduction hostage* seize",
    "stoppage strike struck walkout",
    "drone* uav* unmanned*",
    "earthquake quake tremor",
    "flood flooding",
    "crash collision collide",
    "withdraw withdrew withdrawn withdrawal retreat pullout",
    "condemn condemnation denounce criticise criticize criticism",
    "accuse accusation allege allegation blame",
    "threaten threat warn warning",
    "visit trip",
    "trial prosecution prosecute",
    "sentence conviction convict",
    "burn burnt arson torch*",
    "evacuate evacuation",
    "deploy deployment mobilise mobilize mobilisation mobilization",
    "build* built building*",
    "begin began begun start",
    "steal stole stolen theft",
    "win won victory",
    "sink sank sunk",
    "shut closure close",
    "buy bought purchase",
    "sell sold sale",
    "leave left departure depart",
    "fall fell fallen",
    "break broke broken",
    "rise rose risen",
    "hold held",
    "find found",
    "lose lost loss",
};

struct Kinds {
  std::map<std::string, std::set<std::string>> synonyms;
  std::set<std::string> events;  // stems that hardly name anything but an event
};

Kinds read_kinds() {
  Kinds kinds;
  for (const std::string_view kind : kKinds) {
    const std::vector<std::string> stems = content_stems(kind);
    for (const std::string& stem : stems) kinds.synonyms[stem].insert(stems.begin(), stems.end());
    for (std::size_t at = 0; at < kind.size();) {
      const std::size_t end = std::min(kind.find(' ', at), kind.size());
      if (kind[end - 1] != '*') kinds.events.insert(stem(kind.substr(at, end - at)));
      at = end + 1;
    }
  }
  for (auto& [stem, others] : kinds.synonyms) others.erase(stem);
  return kinds;
}

const Kinds& kinds() {
  static const Kinds all = read_kinds();
  return all;
}

}  // namespace

std::vector<std::string> synonyms_of(const std::string& stem) {
  const auto at = kinds().synonyms.find(stem);
  if (at == kinds().synonyms.end()) return {};
  return {at->second.begin(), at->second.end()};
}

bool names_event(const std::string& stem) { return kinds().events.contains(stem); }

}  // namespace forewhen
