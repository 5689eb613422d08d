// SPDX-License-Identifier: Apache-2.0
#include "extraction_json.h"

#include <map>
#include <nlohmann/json.hpp>

#include "timex_json.h"

namespace forewhen {
namespace {

using Json = nlohmann::ordered_json;

Json when_of(const Claim& claim) {
  if (!claim.time) return nullptr;
  const Bounds& bounds = claim.time->when.bounds;
  Json when;
  when["edtf"] = claim.time->when.edtf;
  when["earliest_start"] = json_date(bounds.earliest_start);
  when["latest_start"] = json_date(bounds.latest_start);
  when["earliest_end"] = json_date(bounds.earliest_end);
  when["latest_end"] = json_date(bounds.latest_end);
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

std::map<ClaimId, std::string> names_of(const Extraction& extraction) {
  std::map<ClaimId, std::string> names;
  for (const Claim& claim : extraction.claims.claims) names[claim.id] = "e" + std::to_string(names.size() + 1);
  return names;
}

Json events_of(const Extraction& extraction, const std::map<ClaimId, std::string>& names) {
  Json all = Json::array();
  for (const Claim& claim : extraction.claims.claims) {
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
    all.push_back(std::move(one));
  }
  return all;
}

std::string_view relation_to(const Timex& timex) {
  switch (timex.boundary) {
    case TimexBoundary::since:
      return "BEGUN_BY";
    case TimexBoundary::until:
      return "ENDED_BY";
    case TimexBoundary::before:
    case TimexBoundary::by:
      return "BEFORE";
    case TimexBoundary::after:
      return "AFTER";
    default:
      return "IS_INCLUDED";
  }
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

// With all that forewhen build --input-format events needs to take it back.
Json document_of(const Document& document) {
  Json head = json_head(document);
  if (!document.title.empty()) head["title"] = document.title;
  if (!document.url.empty()) head["url"] = document.url;
  head["text"] = document.text;
  return head;
}

Json links_of(const Extraction& extraction, const std::map<ClaimId, std::string>& names) {
  Json all = Json::array();
  for (const TimeAttachment& attachment : extraction.attachments)
    all.push_back({{"from", names.at(attachment.claim)},
                   {"to", "t" + std::to_string(attachment.timex + 1)},
                   {"relation", relation_to(extraction.times[attachment.timex])}});
  for (const ClaimLink& link : extraction.claims.links) {
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
  return all;
}

}  // namespace

std::string to_json(const Extraction& extraction) {
  const Document& document = extraction.claims.document;
  const auto names = names_of(extraction);
  Json object;
  object["document"] = document_of(document);
  object["times"] = json_times(document.text, extraction.times);
  object["events"] = events_of(extraction, names);
  object["links"] = links_of(extraction, names);
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace forewhen
