// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "forewhen/query/conflicts.h"
#include "forewhen/query/listing.h"
#include "query/find.h"
#include "query/quotes.h"

namespace forewhen {
namespace {

Status add_mentions(const EventSource& source, Quoter& quoter, EventDossier& dossier) {
  std::set<std::string> documents;
  for (const Mention& mention : dossier.event.mentions) {
    const Result<std::optional<Claim>> claim = source.find_claim(mention.claim);
    if (!claim.ok()) return claim.error();
    if (claim->has_value()) dossier.claims.push_back(**claim);
    const Result<std::optional<Quote>> quote = quoter.mention(mention);
    if (!quote.ok()) return quote.error();
    if (quote->has_value()) dossier.quotes.push_back(**quote);
    documents.insert(mention.document);
  }
  for (const std::string& document : documents) {
    const Result<std::optional<DocumentSummary>> summary = source.find_document(document);
    if (!summary.ok()) return summary.error();
    if (summary->has_value()) dossier.documents.push_back(**summary);
  }
  return Done{};
}

Status add_links(const EventSource& source, Quoter& quoter, EventDossier& dossier) {
  const Result<std::vector<Link>> links = source.links_of(dossier.event.id);
  if (!links.ok()) return links.error();
  for (const Link& link : *links) {
    LinkedEvent linked{link, link.from == dossier.event.id ? link.to : link.from, {}, {}};
    const Result<std::optional<Event>> other = source.find_event(linked.other);
    if (!other.ok()) return other.error();
    std::vector<const Event*> ends{&dossier.event};
    if (other->has_value()) {
      linked.other_summary = (*other)->summary;
      ends.push_back(&**other);
    }
    Result<std::optional<Quote>> quote = quoter.link(link, ends);
    if (!quote.ok()) return quote.error();
    if (quote->has_value()) linked.quote = **std::move(quote);
    dossier.links.push_back(std::move(linked));
  }
  return Done{};
}

}  // namespace

Result<EventDossier> show(const EventSource& source, EventId id) {
  Result<Event> event = find_event_or_alias(source, id);
  if (!event.ok()) return event.error();
  EventDossier dossier;
  dossier.event = *std::move(event);
  Quoter quoter(source);
  if (Status status = add_mentions(source, quoter, dossier); !status.ok()) return status.error();
  Result<std::vector<std::vector<std::string>>> sources = Corroborator(source).groups_of(dossier.event);
  if (!sources.ok()) return sources.error();
  dossier.sources = *std::move(sources);
  Result<std::vector<ConflictKind>> disputes = ConflictMarks(source).of(dossier.event);
  if (!disputes.ok()) return disputes.error();
  dossier.disputes = *std::move(disputes);
  if (Status status = add_links(source, quoter, dossier); !status.ok()) return status.error();
  return dossier;
}

}  // namespace forewhen
