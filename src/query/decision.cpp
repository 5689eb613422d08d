// SPDX-License-Identifier: Apache-2.0
#include "query/decision.h"

#include <fmt/format.h>

#include "forewhen/query/wording.h"
#include "forewhen/time/iso.h"

namespace forewhen {
namespace {

// What the dates alone say, with "it" for the answer and "the event asked about" for the subject.
std::string reason_of_dates(const Bounds& event, const Bounds& subject, Certainty certainty, Direction direction) {
  const bool before = direction == Direction::before;
  const Bounds& first = before ? event : subject;
  const Bounds& second = before ? subject : event;
  if (certainty == Certainty::definite) {
    if (!is_open(first.earliest_start) && !is_open(second.latest_start)) {
      return fmt::format("{} ends before {} begins", describe_start(first), describe_start(second));
    }
    return fmt::format("{} began before {}, {} no earlier than {}", before ? "it" : "the event asked about",
                       format_iso(first.latest_start), before ? "the event asked about" : "it",
                       format_iso(second.earliest_start));
  }
  const Bounds unknown;
  const auto is_undated = [&](const Bounds& b) {
    return b.earliest_start == unknown.earliest_start && b.latest_start == unknown.latest_start;
  };
  if (is_undated(event)) return "it has no date, and no source says which came first";
  if (is_undated(subject)) return "the event asked about has no date, and no source says which came first";
  const std::string mine = describe_start(event), other = describe_start(subject);
  if (mine == other) return fmt::format("both {}: either may have come first", mine);
  return fmt::format("{} and {} overlap: either may have come first", mine, other);
}

std::string reason_of_date(const Event& event) {
  if (!event.time) return "its time follows only from the report and from what sources say of the order";
  const std::string words = event.time->words.empty() ? "" : fmt::format("'{}' dates it", event.time->words);
  if (event.time->when.bounds == event.bounds) return words;
  return words.empty() ? "" : words + ", narrowed by what else is known";
}

}  // namespace

Decision decide(const Bounds& event, const Bounds& subject, const LinkStanding* standing, Direction direction) {
  const bool before = direction == Direction::before;
  Decision decision;
  decision.certainty = before ? precedes(event, subject) : precedes(subject, event);
  if (standing == nullptr) return decision;
  decision.contradictory = standing->contradictory();
  if (decision.contradictory) return decision;
  const bool supports = before ? standing->strictly_before : standing->strictly_after;
  const bool opposes = before ? standing->after : standing->before;
  switch (decision.certainty) {
    case Certainty::definite:
      decision.conflict = opposes;
      break;
    case Certainty::no:
      decision.conflict = supports;
      break;
    case Certainty::possible:
      if (opposes) decision.certainty = Certainty::no;
      if (supports) decision = {Certainty::definite, true, false, false};
      break;
  }
  return decision;
}

std::vector<std::string> reasons_for(const Event& event, const Event& subject, const Decision& decision,
                                     const LinkStanding* standing, Direction direction) {
  std::vector<std::string> reasons;
  const bool before = direction == Direction::before;
  if (decision.by_link) {
    const std::vector<Link>& chain = before ? standing->before_chain : standing->after_chain;
    reasons.push_back(fmt::format("{} {} that it came {}", describe_chain(chain), chain.size() == 1 ? "says" : "say",
                                  before ? "before" : "after"));
  } else {
    reasons.push_back(reason_of_dates(event.bounds, subject.bounds, decision.certainty, direction));
  }
  if (std::string date = reason_of_date(event); !date.empty()) reasons.push_back(std::move(date));
  if (decision.conflict) {
    const std::vector<Link>& chain = before ? standing->after_chain : standing->before_chain;
    reasons.push_back(fmt::format("{} says otherwise; the dates decide", describe_chain(chain)));
  }
  if (decision.contradictory) {
    reasons.push_back(fmt::format("sources contradict each other about the order ({}; {}); the dates decide",
                                  describe_chain(standing->before_chain), describe_chain(standing->after_chain)));
  }
  return reasons;
}

}  // namespace forewhen
