// SPDX-License-Identifier: Apache-2.0
#include "extract/agents.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "extract/gazetteer.h"
#include "extract/tsv.h"
#include "forewhen/base/data_path.h"

namespace forewhen {
namespace {

enum Column { kLemma, kKind, kSector, kUses, kColumns };

constexpr std::array<std::string_view, 7> kKinds = {"person",     "group", "armed_group", "organisation",
                                                    "government", "place", "thing"};
constexpr std::size_t kMostWords = 4;

Result<Agent> read_agent(const TsvTable::Row& row, std::string_view where) {
  const auto kind = std::find(kKinds.begin(), kKinds.end(), row[kKind]);
  if (kind == kKinds.end()) return table_error(where, row.line, fmt::format("\"{}\" is no kind of agent", row[kKind]));
  Agent agent;
  agent.lemma = row[kLemma];
  if (agent.lemma.empty()) return table_error(where, row.line, "an agent has no lemma");
  agent.kind = static_cast<AgentKind>(kind - kKinds.begin());
  agent.sector = row[kSector];
  std::string_view unknown;
  for_each_piece(row[kUses], [&](std::string_view use) {
    if (use == "name")
      agent.heads_names = true;
    else if (use == "unnamed")
      agent.unnamed = true;
    else if (use == "many")
      agent.collective = true;
    else
      unknown = use;
  });
  if (!unknown.empty()) return table_error(where, row.line, fmt::format("use \"{}\" is unknown", unknown));
  return agent;
}

// The words one after another, a space between them.
std::string join(std::span<const std::string_view> words) {
  std::string joined;
  for (std::string_view word : words) joined += (joined.empty() ? "" : " ") + std::string(word);
  return joined;
}

}  // namespace

std::string_view name_of(AgentKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

Result<Agents> Agents::load(std::string text, std::string_view where) {
  Agents table;
  auto kept = TsvTable::read(std::move(text), where, kColumns, kColumns, [&](const TsvTable::Row& row) -> Status {
    Result<Agent> agent = read_agent(row, where);
    if (!agent) return agent.error();
    table.agents_.push_back(*agent);
    return Done{};
  });
  if (!kept) return kept.error();
  table.text_ = *kept;
  std::sort(table.agents_.begin(), table.agents_.end(), [](auto& a, auto& b) { return a.lemma < b.lemma; });
  const auto twice = std::adjacent_find(table.agents_.begin(), table.agents_.end(),
                                        [](auto& a, auto& b) { return a.lemma == b.lemma; });
  if (twice != table.agents_.end())
    return Error{ErrorKind::refused, fmt::format("\"{}\" is given twice", twice->lemma), std::string(where), ""};
  return table;
}

Result<Agents> Agents::load_default() {
  Result<std::string> text = read_data("extract/agents.tsv");
  if (!text) return text.error();
  return load(*std::move(text), "extract/agents.tsv");
}

const Agent* Agents::find(std::string_view lemma) const {
  const auto found = std::lower_bound(agents_.begin(), agents_.end(), lemma,
                                      [](const Agent& one, std::string_view key) { return one.lemma < key; });
  return found != agents_.end() && found->lemma == lemma ? &*found : nullptr;
}

const Agent* Agents::find_head(std::span<const std::string_view> lemmas) const {
  for (std::size_t count = std::min(lemmas.size(), kMostWords); count > 0; --count)
    if (const Agent* agent = find(join(lemmas.last(count)))) return agent;
  return nullptr;
}

const Agent* Agents::kind_of_name(std::span<const std::string_view> words) const {
  // "Ministry of Oil": what stands before "of" (or "for") tells; else the last words do, else the first ("Radio
  // Basra").
  std::vector<std::string> folded;
  for (std::string_view word : words) folded.push_back(fold_name(word));
  std::vector<std::string_view> lower(folded.begin(), folded.end());
  const auto link = std::find_if(lower.begin(), lower.end(), [](auto word) { return word == "of" || word == "for"; });
  std::span<const std::string_view> head(lower.data(), static_cast<std::size_t>(link - lower.begin()));
  const Agent* agent = find_head(head);
  if (agent != nullptr && agent->heads_names) return agent;
  if (head.empty()) return nullptr;
  agent = find(head.front());
  return agent != nullptr && agent->heads_names ? agent : nullptr;
}

}  // namespace forewhen
