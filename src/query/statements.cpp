// SPDX-License-Identifier: Apache-2.0
#include "query/statements.h"

#include <algorithm>

namespace forewhen {
namespace {

bool asserts(const Claim& claim) { return claim.modality == Modality::actual || claim.modality == Modality::reported; }
bool says_happened(const Claim& claim) { return asserts(claim) && claim.polarity == Polarity::positive; }
bool says_not(const Claim& claim) {
  return claim.modality == Modality::negated || (asserts(claim) && claim.polarity == Polarity::negative);
}

Statement statement_of(StatementKind kind, const Event& event, const Mention& mention, std::string words) {
  Statement statement;
  statement.kind = kind;
  statement.event = event.id;
  statement.claim = mention.claim;
  statement.words = std::move(words);
  // Where it stands; the text is read only for what is told.
  statement.quote = {mention.document, mention.sentence.empty() ? mention.span : mention.sentence, "", mention.span};
  return statement;
}

NetworkLink network_link(const Link& link, const std::map<EventId, std::size_t>& numbers) {
  return {numbers.at(link.from), numbers.at(link.to), link.relation == Relation::before,
          link.relation == Relation::simultaneous};
}

// What orders conflicts of one size, whatever the order in which events were read.
auto key_of(const Statement& s) {
  return std::tuple(s.kind, s.quote.document, s.quote.trigger, s.quote.span, s.event, s.other, s.words);
}

bool tells_before(const Conflict& a, const Conflict& b) {
  if (a.statements.size() != b.statements.size()) return a.statements.size() < b.statements.size();
  if (a.kind != b.kind) return a.kind < b.kind;
  return std::lexicographical_compare(a.statements.begin(), a.statements.end(), b.statements.begin(),
                                      b.statements.end(),
                                      [](const Statement& x, const Statement& y) { return key_of(x) < key_of(y); });
}

Conflict conflict_of(ConflictKind kind, std::vector<Statement> statements) {
  Conflict conflict{kind, std::move(statements), {}};
  std::set<EventId> events;
  for (const Statement& statement : conflict.statements) {
    events.insert(statement.event);
    if (statement.other) events.insert(statement.other);
  }
  conflict.events.assign(events.begin(), events.end());
  return conflict;
}

}  // namespace

Result<std::optional<CalendarTime>> Statements::published(const std::string& document) {
  auto at = published_.find(document);
  if (at == published_.end()) {
    const Result<std::optional<DocumentSummary>> summary = source_.find_document(document);
    if (!summary.ok()) return summary.error();
    at = published_.emplace(document, summary->has_value() ? (*summary)->published : std::nullopt).first;
  }
  return at->second;
}

Status Statements::add_claim(const Event& event, const Mention& mention, std::set<std::string>& reported_by) {
  const Result<std::optional<Claim>> found = source_.find_claim(mention.claim);
  if (!found.ok()) return found.error();
  if (!found->has_value()) return Done{};
  const Claim& claim = **found;
  if (says_not(claim))
    occurrences_[event.id].denied.push_back(
        statement_of(StatementKind::denied, event, mention, std::string(name_of(claim.modality))));
  if (!says_happened(claim)) return Done{};
  occurrences_[event.id].happened.push_back(
      statement_of(StatementKind::happened, event, mention, std::string(name_of(claim.modality))));
  if (claim.time && !claim.time->words.empty() && claim.time->when.bounds != Bounds{}) {
    Statement date = statement_of(StatementKind::date, event, mention, claim.time->words);
    date.bounds = claim.time->when.bounds;
    if (!is_known(date)) dates_.push_back(std::move(date));
    number(event.id);
  }
  // A plan that was taken for a deed would contradict its own date: only the past tense is sure to look back.
  if (claim.tense != Tense::past || reported_by.contains(mention.document)) return Done{};
  const Result<std::optional<CalendarTime>> day = published(mention.document);
  if (!day.ok()) return day.error();
  if (!day->has_value()) return Done{};
  Statement report = statement_of(StatementKind::report, event, mention, "published " + format_iso(**day));
  report.bounds.latest_start = (*day)->extent().end;
  dates_.push_back(std::move(report));
  number(event.id);
  reported_by.insert(mention.document);
  return Done{};
}

// Two words of one sentence that name the event have one date.
bool Statements::is_known(const Statement& date) const {
  return std::any_of(dates_.rbegin(), dates_.rend(), [&](const Statement& other) {
    return other.kind == date.kind && other.event == date.event && other.bounds == date.bounds &&
           other.words == date.words && other.quote.document == date.quote.document &&
           other.quote.span == date.quote.span;
  });
}

Status Statements::add(const Event& event) {
  if (!events_.emplace(event.id, event).second) return Done{};
  std::set<std::string> reported_by;  // once a document is enough
  for (const Mention& mention : event.mentions) {
    if (Status status = add_claim(event, mention, reported_by); !status.ok()) return status;
  }
  return Done{};
}

Status Statements::add_links() {
  const auto is_real = [&](EventId id) {
    const auto at = events_.find(id);
    return at != events_.end() && at->second.happened() && at->second.polarity == Polarity::positive;
  };
  for (const auto& [id, event] : events_) {
    const Result<std::vector<Link>> links = source_.links_of(id);
    if (!links.ok()) return links.error();
    for (const Link& link : *links) {
      if (link.from != id || !is_real(link.from) || !is_real(link.to)) continue;
      Statement statement;
      statement.kind = StatementKind::link;
      statement.event = link.from, statement.other = link.to;
      statement.words = link.rule;
      statement.link = link;
      statement.quote = {link.document, link.evidence, "", {}};
      links_.push_back(std::move(statement));
      number(link.from), number(link.to);
    }
  }
  return Done{};
}

Status Statements::add_all() {
  const std::unique_ptr<EventCursor> rows = source_.rows(Axis::all, 0, kOpenFuture);
  while (true) {
    const Result<std::optional<EventRow>> row = rows->next();
    if (!row.ok()) return row.error();
    if (!row->has_value()) break;
    const Result<std::optional<Event>> event = source_.find_event((*row)->event);
    if (!event.ok()) return event.error();
    if (!event->has_value())
      return Error{ErrorKind::corrupt, to_string((*row)->event) + " is not stored", "", "run 'check'"};
    if (Status status = add(**event); !status.ok()) return status.error();
  }
  return add_links();
}

ConflictReport Statements::conflicts(std::size_t most_steps) const {
  StatementNetwork network;
  network.events = numbers_.size();
  for (const Statement& date : dates_) network.dates.push_back({numbers_.at(date.event), date.bounds});
  for (const Statement& link : links_) network.links.push_back(network_link(link.link, numbers_));
  const MinimalSets found = minimal_conflicts(network, most_steps);

  ConflictReport report;
  report.at_least = found.at_least;
  for (const std::vector<std::size_t>& set : found.sets) {
    std::vector<Statement> statements;
    bool linked = false;
    for (const std::size_t i : set) {
      linked |= i >= dates_.size();
      statements.push_back(i < dates_.size() ? dates_[i] : links_[i - dates_.size()]);
    }
    report.conflicts.push_back(conflict_of(linked ? ConflictKind::order : ConflictKind::date, std::move(statements)));
  }
  for (const auto& [event, occurrence] : occurrences_) {
    for (const Statement& yes : occurrence.happened)
      for (const Statement& no : occurrence.denied)
        report.conflicts.push_back(conflict_of(ConflictKind::occurrence, {yes, no}));
  }
  std::sort(report.conflicts.begin(), report.conflicts.end(), tells_before);
  return report;
}

}  // namespace forewhen
