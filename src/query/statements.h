// SPDX-License-Identifier: Apache-2.0
// What sources state about some events, as the network of conflicts wants it.
#pragma once

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "forewhen/query/conflicts.h"
#include "query/conflict_network.h"

namespace forewhen {

class Statements {
 public:
  explicit Statements(const EventSource& source) : source_(source) {}

  // The claims of the event; once an event.
  Status add(const Event& event);
  // Links between events that were added and happened, as far as the sources go.
  Status add_links();

  // Every event of the graph and every link.
  Status add_all();

  // All smallest sets among them, without quotes.
  ConflictReport conflicts(std::size_t most_steps) const;
  const std::map<EventId, Event>& events() const { return events_; }

 private:
  struct Occurrence {
    std::vector<Statement> happened, denied;
  };
  Status add_claim(const Event& event, const Mention& mention, std::set<std::string>& reported_by);
  bool is_known(const Statement& date) const;
  Result<std::optional<CalendarTime>> published(const std::string& document);
  void number(EventId event) { numbers_.try_emplace(event, numbers_.size()); }

  const EventSource& source_;
  std::map<EventId, Event> events_;
  std::map<EventId, std::size_t> numbers_;
  std::vector<Statement> dates_, links_;
  std::map<EventId, Occurrence> occurrences_;
  std::map<std::string, std::optional<CalendarTime>> published_;
};

}  // namespace forewhen
