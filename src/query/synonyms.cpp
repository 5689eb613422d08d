// SPDX-License-Identifier: Apache-2.0
#include "query/synonyms.h"

#include <map>
#include <set>
#include <string_view>

#include "forewhen/base/stem.h"

namespace forewhen {
namespace {

// One kind of event a line. A word may stand in several: a strike is an attack or a stoppage, and the other words of
// the question tell which.
constexpr std::string_view kKinds[] = {
    "attack strike assault raid attacked hit target targeted airstrike",
    "bombing bomb explosion blast explode detonate detonation",
    "shelling shell bombardment bombard barrage",
    "shooting shoot shot gunfire fire gunned",
    "clash fight fighting battle skirmish scuffle combat",
    "protest demonstration demonstrate protester demonstrator rally march marched",
    "riot unrest disorder rioting",
    "kill killing killed murder slay slain death die died dead assassinate assassination",
    "wound wounded injure injured injury hurt",
    "election vote ballot poll polls referendum voted elect",
    "sanction sanctions embargo blacklist",
    "talks talk negotiate negotiation meeting meet met summit discuss discussion dialogue consult consultation",
    "agreement agree accord treaty pact deal",
    "arrest arrested detain detained detention jail jailed imprison imprisoned custody",
    "release released free freed",
    "resign resignation quit",
    "appoint appointed appointment name named nominate nominated nomination",
    "ceasefire truce armistice",
    "coup putsch overthrow overthrown oust ousted topple toppled",
    "invasion invade incursion",
    "kidnap kidnapping abduct abduction hostage seized",
    "stoppage strike walkout",
    "drone uav unmanned",
    "earthquake quake tremor",
    "flood flooding floods",
    "crash collision collide",
    "withdraw withdrawal retreat pullout",
    "condemn condemnation denounce criticise criticize criticism",
    "accuse accusation allege allegation blame blamed",
    "threaten threat warn warning",
    "visit trip visited",
    "trial prosecution prosecute prosecuted",
    "sentence sentenced conviction convict convicted",
    "burn burned burnt arson torch torched",
    "evacuate evacuation",
    "deploy deployment mobilise mobilize mobilisation mobilization",
};

std::map<std::string, std::set<std::string>> read_kinds() {
  std::map<std::string, std::set<std::string>> synonyms;
  for (const std::string_view kind : kKinds) {
    const std::vector<std::string> stems = content_stems(kind);
    for (const std::string& stem : stems) synonyms[stem].insert(stems.begin(), stems.end());
  }
  for (auto& [stem, others] : synonyms) others.erase(stem);
  return synonyms;
}

}  // namespace

std::vector<std::string> synonyms_of(const std::string& stem) {
  static const std::map<std::string, std::set<std::string>> synonyms = read_kinds();
  const auto at = synonyms.find(stem);
  if (at == synonyms.end()) return {};
  return {at->second.begin(), at->second.end()};
}

}  // namespace forewhen
