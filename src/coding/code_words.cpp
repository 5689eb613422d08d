// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "coding/dictionary_lines.h"
#include "coding/noun_phrases.h"

namespace forewhen {
namespace {

// Codes are blocks of three letters; an agent's code counts as there when it begins at one of them.
bool has_block(const std::string& code, const std::string& agent) {
  for (std::size_t at = 0; at + agent.size() <= code.size(); at += 3) {
    if (code.compare(at, agent.size(), agent) == 0) return true;
  }
  return false;
}

std::vector<std::string> alternatives(const std::string& code) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= code.size();) {
    const std::size_t end = std::min(code.find('/', begin), code.size());
    parts.push_back(code.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace

PhraseMember code_words(const Words& words, const PetrarchTables& tables, const std::optional<CivilDate>& day) {
  PhraseMember member;
  ActorDictionary::Match actor;
  std::size_t actor_at = words.size();
  for (std::size_t i = 0; i < words.size() && actor.length == 0; ++i) {
    actor = tables.actors.find(words, i, day);
    if (actor.length) actor_at = i;
  }
  member.has_actor = actor.length != 0 && !is_null_code(actor.code);
  std::vector<const AgentPhrase*> agents;
  for (std::size_t i = 0; i < words.size();) {
    if (i >= actor_at && i < actor_at + actor.length) {
      ++i;
      continue;
    }
    const AgentDictionary::Match match = tables.agents.find(words, i);
    if (match.agent) agents.push_back(match.agent);
    i += std::max<std::size_t>(match.length, 1);
  }
  if (!member.has_actor && agents.empty()) return member;
  if (agents.empty()) {
    member.name_first = static_cast<int>(actor_at);
    member.name_last = static_cast<int>(actor_at + actor.length) - 1;
  }
  for (std::string code : alternatives(member.has_actor ? actor.code : "---")) {
    for (const AgentPhrase* agent : agents) {
      if (has_block(code, agent->code)) continue;
      code = agent->before ? agent->code + code : code + agent->code;
    }
    member.codes.push_back(std::move(code));
  }
  return member;
}

}  // namespace forewhen
