// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/conflicts.h"

#include <algorithm>
#include <deque>
#include <set>

#include "query/quotes.h"
#include "query/statements.h"

namespace forewhen {
namespace {

constexpr std::size_t kAround = 64;        // events looked at for the marks of one
constexpr std::size_t kMarkSteps = 20000;  // along their links

Status quote(Quoter& quoter, const Statements& statements, Conflict& conflict) {
  for (Statement& statement : conflict.statements) {
    Result<std::optional<Quote>> quote = std::optional<Quote>();
    if (statement.kind == StatementKind::link) {
      std::vector<const Event*> ends;
      for (const EventId end : {statement.event, statement.other}) ends.push_back(&statements.events().at(end));
      quote = quoter.link(statement.link, ends);
    } else {
      const Mention mention{statement.claim, statement.quote.document, statement.quote.trigger, "",
                            statement.quote.span};
      quote = quoter.mention(mention);
    }
    if (!quote.ok()) return quote.error();
    if (quote->has_value()) statement.quote = **std::move(quote);
  }
  return Done{};
}

const char* about(ConflictKind kind) {
  switch (kind) {
    case ConflictKind::date:
      return "about the date";
    case ConflictKind::order:
      return "about the order";
    case ConflictKind::occurrence:
      return "about whether it happened";
  }
  return "";
}

}  // namespace

std::string_view name_of(ConflictKind kind) {
  switch (kind) {
    case ConflictKind::date:
      return "date";
    case ConflictKind::order:
      return "order";
    case ConflictKind::occurrence:
      return "occurrence";
  }
  return "";
}

std::string_view name_of(StatementKind kind) {
  switch (kind) {
    case StatementKind::date:
      return "date";
    case StatementKind::report:
      return "report";
    case StatementKind::link:
      return "link";
    case StatementKind::happened:
      return "happened";
    case StatementKind::denied:
      return "denied";
  }
  return "";
}

std::string describe_disputes(const std::vector<ConflictKind>& disputes) {
  std::string words;
  for (const ConflictKind kind : disputes)
    words += std::string(words.empty() ? "sources disagree " : " and ") + about(kind);
  return words.empty() ? words : words + "; see 'forewhen conflicts'";
}

Result<ConflictReport> find_conflicts(const EventSource& source, const ConflictOptions& options) {
  Statements statements(source);
  const std::unique_ptr<EventCursor> rows = source.rows(Axis::all, 0, kOpenFuture);
  while (true) {
    const Result<std::optional<EventRow>> row = rows->next();
    if (!row.ok()) return row.error();
    if (!row->has_value()) break;
    const Result<std::optional<Event>> event = source.find_event((*row)->event);
    if (!event.ok()) return event.error();
    if (!event->has_value())
      return Error{ErrorKind::corrupt, to_string((*row)->event) + " is not stored", "", "run 'check'"};
    if (Status status = statements.add(**event); !status.ok()) return status.error();
  }
  if (Status status = statements.add_links(); !status.ok()) return status.error();
  ConflictReport report = statements.conflicts(options.most_steps);
  if (options.limit != 0 && report.conflicts.size() > options.limit) {
    report.conflicts.resize(options.limit);
    report.at_least = true;
  }
  Quoter quoter(source);
  for (Conflict& conflict : report.conflicts) {
    if (Status status = quote(quoter, statements, conflict); !status.ok()) return status.error();
  }
  return report;
}

Result<std::vector<ConflictKind>> ConflictMarks::of(const Event& event) {
  if (const auto known = known_.find(event.id); known != known_.end()) return known->second;
  Statements statements(*source_);
  std::set<EventId> seen{event.id};
  std::deque<EventId> queue{event.id};
  while (!queue.empty()) {
    const EventId id = queue.front();
    queue.pop_front();
    const Result<std::optional<Event>> found = source_->find_event(id);
    if (!found.ok()) return found.error();
    if (!found->has_value()) continue;
    if (Status status = statements.add(**found); !status.ok()) return status.error();
    const Result<std::vector<Link>> links = source_->links_of(id);
    if (!links.ok()) return links.error();
    for (const Link& link : *links) {
      for (const EventId end : {link.from, link.to}) {
        if (seen.size() < kAround && seen.insert(end).second) queue.push_back(end);
      }
    }
  }
  if (Status status = statements.add_links(); !status.ok()) return status.error();
  std::map<EventId, std::set<ConflictKind>> kinds;
  for (const Conflict& conflict : statements.conflicts(kMarkSteps).conflicts) {
    for (const EventId id : conflict.events) kinds[id].insert(conflict.kind);
  }
  // All events around it are known now, unless some stand outside.
  if (seen.size() < kAround) {
    for (const EventId id : seen) known_[id] = {kinds[id].begin(), kinds[id].end()};
  } else {
    known_[event.id] = {kinds[event.id].begin(), kinds[event.id].end()};
  }
  return known_[event.id];
}

}  // namespace forewhen
