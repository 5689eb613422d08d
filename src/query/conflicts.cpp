// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/conflicts.h"

#include "query/quotes.h"
#include "query/statements.h"

namespace forewhen {
namespace {

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
  if (Status status = statements.add_all(); !status.ok()) return status.error();
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

}  // namespace forewhen
