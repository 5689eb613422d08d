// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "forewhen/timeline/timeline.h"
#include "timeline/place_document.h"

namespace forewhen {
namespace {

std::string mention(const DecidedMention& mention) {
  if (mention.actor) return fmt::format("'{}'", mention.text);
  return fmt::format("@{}:{} '{}'", mention.document, mention.trigger.begin, mention.text);
}

std::string in_words(const Decision& decision) {
  return fmt::format("{} {} ({}, {})", name_of(decision.kind), decision.number, mention(decision.a),
                     mention(decision.b));
}

Error contradicts(const std::vector<Decision>& chain) {
  std::string what = "the decisions contradict each other: " + in_words(chain.front()) + " parts what ";
  for (std::size_t i = 1; i < chain.size(); ++i) what += (i > 1 ? ", " : "") + in_words(chain[i]);
  return {ErrorKind::refused, what + (chain.size() > 2 ? " join" : " joins"), "",
          "nothing was changed; undo one of those that stand, or leave the new one out"};
}

std::uint64_t free_number(const std::vector<Decision>& decisions, std::uint64_t wanted) {
  std::uint64_t most = 0;
  bool taken = wanted == 0;
  for (const Decision& decision : decisions) {
    most = std::max(most, decision.number);
    taken = taken || decision.number == wanted;
  }
  return taken ? most + 1 : wanted;
}

}  // namespace

Result<GraphChange> add_decisions(const ClaimSource& source, std::vector<Decision> decisions) {
  auto all = source.decisions();
  if (!all) return all.error();
  std::vector<Decision> fresh;
  for (Decision& decision : decisions) {
    if (decision.about == DecisionSubject::actor && decision.a.actor == decision.b.actor) {
      return Error{ErrorKind::usage, fmt::format("both are one name, {}", mention(decision.a)), "",
                   "name two: as 'actor' lists the names of an actor"};
    }
    if (decision.about == DecisionSubject::event && decision.a.claim == decision.b.claim) {
      return Error{ErrorKind::usage, fmt::format("both are one mention, {}", mention(decision.a)), "",
                   "name two mentions: an id, or @DOCUMENT:BYTE"};
    }
    const bool known =
        std::any_of(all->begin(), all->end(), [&](const Decision& other) { return same_decision(decision, other); });
    if (known) continue;
    decision.number = free_number(*all, decision.number);
    all->push_back(decision);
    fresh.push_back(std::move(decision));
  }
  if (fresh.empty()) return GraphChange{};
  if (const Status agreed = agree(*all); !agreed) return agreed.error();
  return graph_change(source, {"", std::nullopt, std::move(fresh), {}});
}

Status agree(const std::vector<Decision>& decisions) {
  const auto chain = contradiction(decisions);
  return chain.empty() ? Status(Done{}) : Status(contradicts(chain));
}

Result<GraphChange> undo_decision(const ClaimSource& source, std::uint64_t number) {
  const auto all = source.decisions();
  if (!all) return all.error();
  if (std::none_of(all->begin(), all->end(), [&](const Decision& each) { return each.number == number; })) {
    return Error{ErrorKind::not_found, fmt::format("there is no decision {}", number), "",
                 "'decisions' lists those that stand"};
  }
  return graph_change(source, {"", std::nullopt, {}, {number}});
}

}  // namespace forewhen
