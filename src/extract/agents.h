// SPDX-License-Identifier: Apache-2.0
// Nouns for actors without a name ("protesters", "the army") with sector and kind, and the head nouns that tell what
// kind of thing a name is ("Ministry of ...", "... Brigades", "... University"). Data: data/agents.tsv.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "forewhen/base/result.h"

namespace forewhen {

enum class AgentKind : std::uint8_t { person, group, armed_group, organisation, government, place, thing };
std::string_view name_of(AgentKind kind);

struct Agent {
  std::string_view lemma;  // lower case, singular: "protester", "security force"
  AgentKind kind = AgentKind::person;
  std::string_view sector;   // CAMEO/PLOVER: COP, MIL, REB, GOV, CVL, ...; "" when open
  bool heads_names = false;  // as the last (or first) word of a name it tells its kind: Ministry, Front, Inc.
  bool unnamed = true;       // used for actors without a name: police, villagers
  bool collective = false;   // singular means many: police, army, crowd
};

class Agents {
 public:
  static Result<Agents> load(std::string text, std::string_view where);
  static Result<Agents> load_default();

  // By lower-case lemma, of one or more words; nullptr when unknown.
  const Agent* find(std::string_view lemma) const;
  // The longest entry that ends these lower-case lemmas ("iraqi security force" -> "security force").
  const Agent* find_head(std::span<const std::string_view> lemmas) const;
  // What the words of a name say of its kind: the last word that heads names, or the first before "of" ("Ministry of
  // Oil", "Badr Brigades", "University of Basra"). nullptr when they do not tell.
  const Agent* kind_of_name(std::span<const std::string_view> words) const;
  std::span<const Agent> all() const { return agents_; }

 private:
  std::shared_ptr<const std::string> text_;
  std::vector<Agent> agents_;  // by lemma
};

}  // namespace forewhen
