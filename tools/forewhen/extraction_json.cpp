// SPDX-License-Identifier: Apache-2.0
#include "extraction_json.h"

#include <map>
#include <nlohmann/json.hpp>

#include "forewhen/export/document_json.h"
#include "timex_json.h"

namespace forewhen {
namespace {

using Json = nlohmann::ordered_json;

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

// Times at which events happen, then the order of events.
Json links_of(const Extraction& extraction) {
  std::map<ClaimId, std::string> names;
  for (const Claim& claim : extraction.claims.claims) names[claim.id] = "e" + std::to_string(names.size() + 1);
  Json all = Json::array();
  for (const TimeAttachment& attachment : extraction.attachments)
    all.push_back({{"from", names.at(attachment.claim)},
                   {"to", "t" + std::to_string(attachment.timex + 1)},
                   {"relation", relation_to(extraction.times[attachment.timex])}});
  for (Json& link : claim_links_json(extraction.claims)) all.push_back(std::move(link));
  return all;
}

}  // namespace

std::string to_json(const Extraction& extraction) {
  const Document& document = extraction.claims.document;
  Json object;
  object["document"] = document_json(document);
  object["times"] = json_times(document.text, extraction.times);
  object["events"] = claims_json(extraction.claims);
  object["links"] = links_of(extraction);
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace forewhen
