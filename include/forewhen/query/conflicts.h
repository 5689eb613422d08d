// SPDX-License-Identifier: Apache-2.0
// What sources say that cannot all hold. The graph keeps every statement; here are the smallest sets of them that
// contradict each other: leave any one of a set out and the rest can be true.
//
//   date        two statements about the start or the end of one event exclude each other: two dates, or a date and a
//               report in the past tense that was published before
//   order       links that form a circle, or a chain of links that leads from a date to an earlier one
//   occurrence  one says that it happened, another that it did not
//
// Dates and links are a simple temporal network (R. Dechter, I. Meiri and J. Pearl, "Temporal constraint networks",
// Artificial Intelligence 49, 1991), time being continuous; a smallest contradictory set is the set of statements on a
// simple negative cycle that contains no smaller one. Only what is said to have happened counts: plans, possibilities
// and denials date nothing. Dates that follow from a rule alone, without words of the text, are no statements.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "forewhen/query/answer.h"

namespace forewhen {

enum class StatementKind { date, report, link, happened, denied };
std::string_view name_of(StatementKind kind);

struct Statement {
  StatementKind kind = StatementKind::date;
  EventId event;      // what it is about; of a link the event it comes from
  EventId other;      // of a link the event that it goes to
  ClaimId claim;      // 0 for a link
  std::string words;  // the words of the date, the rule of the link
  Bounds bounds;      // of a date and a report: what it says of the event
  Link link;          // of a link
  Quote quote;        // the sentence that says so

  friend bool operator==(const Statement&, const Statement&) = default;
};

struct Conflict {
  ConflictKind kind = ConflictKind::date;
  std::vector<Statement> statements;  // date and report before link; of a chain in the order of time
  std::vector<EventId> events;        // that it is about, sorted

  friend bool operator==(const Conflict&, const Conflict&) = default;
};

struct ConflictReport {
  std::vector<Conflict> conflicts;  // smallest first; then by kind and by what is stated
  bool at_least = false;            // there may be more: the search stopped at `most` or at its bound of steps

  friend bool operator==(const ConflictReport&, const ConflictReport&) = default;
};

struct ConflictOptions {
  std::size_t limit = 0;             // 0: all that the search finds
  std::size_t most_steps = 4000000;  // along chains of links, so that a tangle of them cannot take for ever
};

// All of the graph. not_found and the like do not occur; an Error means that the store could not be read.
Result<ConflictReport> find_conflicts(const EventSource& source, const ConflictOptions& options = {});

// In which conflicts an event stands, for lists and answers. Looks at the event's own statements, and at those of the
// events that links connect with it, the nearest 64 of them, so a conflict along a long chain may be missed here.
class ConflictMarks {
 public:
  // `source` must outlive it.
  explicit ConflictMarks(const EventSource& source) : source_(&source) {}
  // So many events will be asked about. For many of the graph's, its conflicts are found once instead of around each
  // event; the marks are the same.
  Status expect(std::size_t events);
  Result<std::vector<ConflictKind>> of(const Event& event);

 private:
  Result<std::vector<ConflictKind>> look_around(const Event& event);

  const EventSource* source_;
  bool whole_ = false;
  std::optional<bool> any_links_;
  std::map<EventId, std::vector<Conflict>> conflicts_;  // of the whole graph, under each of their events
  std::map<EventId, std::vector<ConflictKind>> known_;
};

}  // namespace forewhen
