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
std::string links_of(const Extraction& extraction) {
  std::map<ClaimId, std::string> names;
  for (const Claim& claim : extraction.claims.claims) names[claim.id] = "e" + std::to_string(names.size() + 1);
  Json times = Json::array();
  for (const TimeAttachment& attachment : extraction.attachments)
    times.push_back({{"from", names.at(attachment.claim)},
                     {"to", "t" + std::to_string(attachment.timex + 1)},
                     {"relation", relation_to(extraction.times[attachment.timex])}});
  std::string all = times.dump(), orders = claim_links_json(extraction.claims);
  if (orders == "[]") return all;
  if (times.empty()) return orders;
  all.back() = ',';
  return all + orders.substr(1);
}

}  // namespace

std::string to_json(const Extraction& extraction) {
  const Document& document = extraction.claims.document;
  const std::string times =
      json_times(document.text, extraction.times).dump(-1, ' ', false, Json::error_handler_t::replace);
  return "{\"document\":" + document_json(document) + ",\"times\":" + times +
         ",\"events\":" + claims_json(extraction.claims) + ",\"links\":" + links_of(extraction) + "}";
}

}  // namespace forewhen
