// SPDX-License-Identifier: Apache-2.0
// JSON values of the model, shared by the writers.
#pragma once

#include <nlohmann/json.hpp>

#include "forewhen/query/answer.h"

namespace forewhen {

// Keys keep the order in which they are set.
using Json = nlohmann::ordered_json;

// null for an open end.
Json instant_json(Instant t);
// null for an event of which neither its words nor links say when.
Json when_json(const Event& event);
Json event_json(const Event& event);
Json told_json(const Corroboration& told);
// Only where there are any.
void put_disputes(Json& json, const std::vector<ConflictKind>& disputes);
void put_bounds(Json& json, const Bounds& bounds);
Json tie_json(const Tie& tie);
Json relevance_json(const Relevance& relevance);
Json item_json(const AnswerItem& item);
Json quote_json(const Quote& quote);
Json document_json(const DocumentSummary& document);

// One line; bytes that are not UTF-8 become U+FFFD.
std::string dump(const Json& json);

}  // namespace forewhen
