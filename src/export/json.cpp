// SPDX-License-Identifier: Apache-2.0
#include "forewhen/export/json.h"

#include "export/event_json.h"
#include "forewhen/time/iso.h"

namespace forewhen {
namespace {

Json claim_json(const Claim& claim) {
  Json json;
  json["claim"] = to_string(claim.id);
  json["document"] = claim.document;
  json["begin"] = claim.trigger.begin;
  json["end"] = claim.trigger.end;
  json["text"] = claim.trigger_text;
  json["modality"] = name_of(claim.modality);
  json["polarity"] = name_of(claim.polarity);
  json["tense"] = name_of(claim.tense);
  json["type"] = name_of(claim.type);
  json["words"] = claim.time ? Json(claim.time->words) : Json(nullptr);
  json["edtf"] = claim.time ? Json(claim.time->when.edtf) : Json(nullptr);
  json["same_rule"] = claim.same_rule;
  json["attributed_to"] = claim.attributed_to;
  json["summary"] = claim.summary;
  return json;
}

Json link_json(const LinkedEvent& linked, EventId of) {
  Json json;
  json["relation"] = name_of(linked.link.relation);
  json["side"] = linked.link.from == of ? "from" : "to";
  json["event"] = to_string(linked.other);
  json["summary"] = linked.other_summary;
  json["rule"] = linked.link.rule;
  json["weight"] = linked.link.weight;
  json["document"] = linked.link.document;
  json["begin"] = linked.link.evidence.begin;
  json["end"] = linked.link.evidence.end;
  return json;
}

Json statement_json(const Statement& statement) {
  Json json;
  json["kind"] = name_of(statement.kind);
  json["event"] = to_string(statement.event);
  if (statement.kind == StatementKind::link) {
    json["relation"] = name_of(statement.link.relation);
    json["to"] = to_string(statement.other);
    json["rule"] = statement.words;
  } else {
    json["claim"] = to_string(statement.claim);
    json["words"] = statement.words;
  }
  if (statement.kind == StatementKind::date || statement.kind == StatementKind::report)
    put_bounds(json, statement.bounds);
  json["quote"] = quote_json(statement.quote);
  return json;
}

}  // namespace

Json document_json(const DocumentSummary& document) {
  Json json;
  json["document"] = document.id;
  json["title"] = document.title;
  json["url"] = document.url;
  json["published"] = document.published ? Json(format_iso(*document.published)) : Json(nullptr);
  json["published_from"] = document.published_from;
  if (!document.extractor.empty()) json["extractor"] = document.extractor;
  if (!document.extractor_version.empty()) json["extractor_version"] = document.extractor_version;
  return json;
}

std::string to_json(const Event& event) { return dump(event_json(event)); }
std::string to_json(const Listing& listing, std::size_t number) {
  Json json = event_json(listing.events.at(number));
  json["told_by"] = told_json(listing.told.at(number));
  put_disputes(json, listing.disputes.at(number));
  if (number < listing.ranks.size() && listing.ranks[number] > 0) json["order"] = listing.ranks[number];
  return dump(json);
}
std::string to_json(const AnswerItem& item) { return dump(item_json(item)); }

std::string to_json(const EventDossier& dossier) {
  Json json = event_json(dossier.event);
  json["claims"] = Json::array();
  for (const Claim& claim : dossier.claims) json["claims"].push_back(claim_json(claim));
  json["links"] = Json::array();
  for (const LinkedEvent& linked : dossier.links) json["links"].push_back(link_json(linked, dossier.event.id));
  json["quotes"] = Json::array();
  for (const Quote& quote : dossier.quotes) json["quotes"].push_back(quote_json(quote));
  json["documents"] = Json::array();
  for (const DocumentSummary& document : dossier.documents) json["documents"].push_back(document_json(document));
  json["told_by"] = told_json(dossier.told());
  json["sources"] = dossier.sources;
  put_disputes(json, dossier.disputes);
  return dump(json);
}

std::string to_json(const Conflict& conflict) {
  Json json;
  json["kind"] = name_of(conflict.kind);
  json["events"] = Json::array();
  for (const EventId id : conflict.events) json["events"].push_back(to_string(id));
  json["statements"] = Json::array();
  for (const Statement& statement : conflict.statements) json["statements"].push_back(statement_json(statement));
  return dump(json);
}

std::string to_json(const Resolution& resolution) {
  Json json;
  switch (resolution.outcome) {
    case Resolution::Outcome::found:
      json["outcome"] = "found";
      break;
    case Resolution::Outcome::ambiguous:
      json["outcome"] = "ambiguous";
      break;
    case Resolution::Outcome::not_found:
      json["outcome"] = "not found";
      break;
  }
  json["event"] = resolution.event ? Json(to_string(resolution.event)) : Json(nullptr);
  json["how"] = resolution.how;
  json["mend"] = resolution.mend;
  json["candidates"] = Json::array();
  for (const EventCandidate& candidate : resolution.candidates) {
    Json one = event_json(candidate.event);
    one["missing"] = candidate.missing;
    json["candidates"].push_back(std::move(one));
  }
  return dump(json);
}

}  // namespace forewhen
