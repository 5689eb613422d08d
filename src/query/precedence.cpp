// SPDX-License-Identifier: Apache-2.0
#include "query/precedence.h"

#include <fmt/format.h>

#include "forewhen/query/wording.h"
#include "forewhen/time/iso.h"

namespace forewhen {
namespace {

// What the dates alone say, with "it" for the answer. The bounds are those that decided, narrowed where links did so.
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
  const auto is_undated = [](const Bounds& b) { return is_open(b.earliest_start) && is_open(b.latest_start); };
  if (is_undated(event)) return "it has no date, and no source says which came first";
  if (is_undated(subject)) return "the event asked about has no date, and no source says which came first";
  const std::string mine = describe_start(event), other = describe_start(subject);
  if (mine == other) return fmt::format("both {}: either may have come first", mine);
  return fmt::format("{} and {} overlap: either may have come first", mine, other);
}

// Where the date comes from; empty when it needs no word.
std::string reason_of_date(const Event& event) {
  if (event.time) return event.time->words.empty() ? "" : fmt::format("'{}' dates it", event.time->words);
  if (!event.reported || event.bounds.latest_start != event.reported->extent().end) return "";
  return fmt::format("it has no date of its own, but was reported on {}", format_iso(*event.reported));
}

void add_narrowing(const NarrowedBounds& narrowed, const char* who, std::vector<std::string>& reasons) {
  if (!narrowed.not_before.empty()) {
    reasons.push_back(fmt::format("{} puts {} at {} or later", describe_chain(narrowed.not_before), who,
                                  format_iso(narrowed.bounds.earliest_start)));
  }
  if (!narrowed.before.empty()) {
    reasons.push_back(fmt::format("{} puts {} before {}", describe_chain(narrowed.before), who,
                                  format_iso(narrowed.bounds.latest_start)));
  }
}

void add_overruled(EventId event, const LinkOrder& order, std::vector<std::string>& reasons) {
  for (const Link& link : order.links()) {
    const bool ends_there = link.from == event || link.to == event;
    if (!ends_there || !order.overruled().contains(link)) continue;
    reasons.push_back(fmt::format("{} says otherwise; the dates decide", describe_chain({link})));
  }
}

}  // namespace

Precedence decide_by(const NarrowedBounds& bounds, const Bounds& subject, const LinkStanding* standing,
                     Direction direction) {
  const bool before = direction == Direction::before;
  Precedence decision;
  decision.bounds = bounds;
  decision.certainty = before ? precedes(bounds.bounds, subject) : precedes(subject, bounds.bounds);
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
      if (supports) decision.certainty = Certainty::definite, decision.by_link = true;
      break;
  }
  return decision;
}

Result<Precedence> decide(EventId id, const Bounds& bounds, LinkOrder& order, Direction direction) {
  const Bounds& subject = order.subject_bounds().bounds;
  Precedence decision = decide_by({bounds, {}, {}}, subject, order.find(id), direction);
  if (decision.certainty != Certainty::possible) return decision;
  const Result<NarrowedBounds> narrowed = order.narrow(id, bounds);
  if (!narrowed.ok()) return narrowed.error();
  return narrowed->narrowed() ? decide_by(*narrowed, subject, order.find(id), direction) : decision;
}

bool is_unlikely(const Precedence& decision, Direction direction) {
  if (decision.certainty != Certainty::possible || !decision.suggestion) return false;
  return decision.suggestion->subject_first == (direction == Direction::before);
}

std::vector<std::string> reasons_for(const Event& event, const Precedence& decision, const LinkOrder& order,
                                     Direction direction) {
  std::vector<std::string> reasons;
  const bool before = direction == Direction::before;
  const LinkStanding* standing = order.find(event.id);
  const NarrowedBounds& subject = order.subject_bounds();
  if (decision.by_link) {
    const std::vector<Link>& chain = before ? standing->before_chain : standing->after_chain;
    reasons.push_back(fmt::format("{} {} that it came {}", describe_chain(chain), chain.size() == 1 ? "says" : "say",
                                  before ? "before" : "after"));
  } else {
    reasons.push_back(reason_of_dates(decision.bounds.bounds, subject.bounds, decision.certainty, direction));
  }
  if (decision.suggestion) {
    reasons.push_back(fmt::format("the telling suggests that it came {}: {}",
                                  decision.suggestion->subject_first ? "after" : "before",
                                  describe(*decision.suggestion)));
  }
  if (std::string date = reason_of_date(event); !date.empty()) reasons.push_back(std::move(date));
  if (!decision.by_link) {
    add_narrowing(decision.bounds, "it", reasons);
    add_narrowing(subject, "the event asked about", reasons);
  }
  if (decision.conflict) {
    const std::vector<Link>& chain = before ? standing->after_chain : standing->before_chain;
    reasons.push_back(fmt::format("{} says otherwise; the dates decide", describe_chain(chain)));
  }
  add_overruled(event.id, order, reasons);
  if (decision.contradictory) {
    reasons.push_back(fmt::format("sources contradict each other about the order ({}; {}); the dates decide",
                                  describe_chain(standing->before_chain), describe_chain(standing->after_chain)));
  }
  return reasons;
}

}  // namespace forewhen
