// SPDX-License-Identifier: Apache-2.0
#include "forewhen/export/document_json.h"

#include <map>

#include "export/event_json.h"
#include "forewhen/time/iso.h"

namespace forewhen {
namespace {

std::map<ClaimId, std::string> names_of(const std::vector<Claim>& claims) {
  std::map<ClaimId, std::string> names;
  for (const Claim& claim : claims) names[claim.id] = "e" + std::to_string(names.size() + 1);
  return names;
}

Json when_of(const Claim& claim) {
  if (!claim.time) return nullptr;
  const Bounds& bounds = claim.time->when.bounds;
  Json when;
  when["edtf"] = claim.time->when.edtf;
  when["earliest_start"] = instant_json(bounds.earliest_start);
  when["latest_start"] = instant_json(bounds.latest_start);
  when["earliest_end"] = instant_json(bounds.earliest_end);
  when["latest_end"] = instant_json(bounds.latest_end);
  when["grain"] = name_of(claim.time->when.grain);
  when["approximate"] = claim.time->when.approximate;
  when["uncertain"] = claim.time->when.uncertain;
  when["rule"] = claim.time->rule;
  if (!claim.time->words.empty()) when["words"] = claim.time->words;
  if (!claim.time->span.empty()) {
    when["begin"] = claim.time->span.begin;
    when["end"] = claim.time->span.end;
  }
  if (const auto& seconds = claim.time->from_publication)
    when["from_publication"] = Json::array({seconds->first, seconds->second});
  return when;
}

Json participants_of(const Claim& claim) {
  Json all = Json::array();
  for (const Participant& participant : claim.participants) {
    Json one;
    one["role"] = name_of(participant.role);
    one["text"] = participant.text;
    one["name"] = participant.name;
    one["begin"] = participant.span.begin;
    one["end"] = participant.span.end;
    one["kind"] = name_of(participant.kind);
    if (!participant.country.empty()) one["country"] = participant.country;
    if (!participant.code.empty()) one["code"] = participant.code;
    if (!participant.rule.empty()) one["rule"] = participant.rule;
    if (!participant.office.empty()) one["office"] = participant.office;
    if (participant.in_office_since) one["in_office_since"] = instant_json(*participant.in_office_since);
    all.push_back(std::move(one));
  }
  return all;
}

Json place_of(const Claim& claim) {
  if (!claim.place) return nullptr;
  Json place;
  place["name"] = claim.place->name;
  place["begin"] = claim.place->span.begin;
  place["end"] = claim.place->span.end;
  if (!claim.place->within.empty()) place["within"] = claim.place->within;
  if (!claim.place->country.empty()) place["country"] = claim.place->country;
  place["precision"] = claim.place->precision;
  if (claim.place->point) {
    place["lat"] = claim.place->point->latitude;
    place["lon"] = claim.place->point->longitude;
  }
  return place;
}

Json claim_json(const Claim& claim, const std::map<ClaimId, std::string>& names) {
  Json one;
  one["id"] = names.at(claim.id);
  one["begin"] = claim.trigger.begin;
  one["end"] = claim.trigger.end;
  one["text"] = claim.trigger_text;
  one["lemma"] = claim.lemma;
  one["type"] = name_of(claim.type);
  if (!claim.mode.empty()) one["mode"] = claim.mode;
  if (!claim.group.empty()) one["group"] = claim.group;
  if (!claim.code.empty()) one["code"] = claim.code;
  one["class"] = name_of(claim.event_class);
  one["tense"] = name_of(claim.tense);
  if (claim.aspect != Aspect::none) one["aspect"] = name_of(claim.aspect);
  one["polarity"] = name_of(claim.polarity);
  one["modality"] = name_of(claim.modality);
  if (!claim.attributed_to.empty()) one["attributed_to"] = claim.attributed_to;
  one["when"] = when_of(claim);
  one["participants"] = participants_of(claim);
  one["place"] = place_of(claim);
  if (claim.same_as != claim.id && names.contains(claim.same_as)) one["same_as"] = names.at(claim.same_as);
  if (!claim.same_rule.empty()) one["same_rule"] = claim.same_rule;
  one["sentence_begin"] = claim.sentence.begin;
  one["sentence_end"] = claim.sentence.end;
  if (!claim.phrase.empty()) one["phrase"] = claim.phrase;
  one["summary"] = claim.summary;
  return one;
}

std::string_view timeml_name(Relation relation) {
  switch (relation) {
    case Relation::before:
      return "BEFORE";
    case Relation::includes:
      return "INCLUDES";
    case Relation::simultaneous:
      return "SIMULTANEOUS";
  }
  return "";
}

}  // namespace

std::string document_json(const Document& document) {
  Json head;
  head["id"] = document.id;
  head["published"] = document.published ? Json(format_iso(*document.published)) : Json(nullptr);
  if (document.published) head["published_from"] = document.published_from;
  if (!document.title.empty()) head["title"] = document.title;
  if (!document.url.empty()) head["url"] = document.url;
  head["text"] = document.text;
  return dump(head);
}

std::string extractor_json(const Document& document) {
  if (document.extractor.empty()) return {};
  Json extractor;
  extractor["name"] = document.extractor;
  if (!document.extractor_version.empty()) extractor["version"] = document.extractor_version;
  return dump(extractor);
}

std::string claims_json(const DocumentClaims& claims) {
  const auto names = names_of(claims.claims);
  Json all = Json::array();
  for (const Claim& claim : claims.claims) all.push_back(claim_json(claim, names));
  return dump(all);
}

std::string claim_links_json(const DocumentClaims& claims) {
  const auto names = names_of(claims.claims);
  Json all = Json::array();
  for (const ClaimLink& link : claims.links) {
    Json one = {{"from", names.at(link.from)},
                {"to", names.at(link.to)},
                {"relation", timeml_name(link.relation)},
                {"rule", link.rule},
                {"weight", link.weight}};
    if (!link.evidence.empty()) {
      one["evidence_begin"] = link.evidence.begin;
      one["evidence_end"] = link.evidence.end;
    }
    all.push_back(std::move(one));
  }
  return dump(all);
}

std::string to_events_line(const DocumentClaims& claims) {
  const std::string extractor = extractor_json(claims.document);
  return "{\"document\":" + document_json(claims.document) + (extractor.empty() ? "" : ",\"extractor\":" + extractor) +
         ",\"events\":" + claims_json(claims) + ",\"links\":" + claim_links_json(claims) + "}";
}

}  // namespace forewhen
