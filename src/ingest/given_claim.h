// SPDX-License-Identifier: Apache-2.0
// One event of a line as a claim: its words found in the text, its date read.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "forewhen/ingest/given_claims.h"
#include "ingest/quoted_text.h"

namespace forewhen::ingest {

struct GivenClaim {
  Claim claim;          // same_as is the claim itself so far
  std::string id;       // within the line
  std::string path;     // JSONPath
  std::string same_as;  // an id of the line, or empty
  bool words = false;   // its date is in words (GivenWords)
  bool dated = false;
};

// `taken` are the triggers so far; this one joins them. Throws LineFault.
GivenClaim read_claim(const Json& event, const std::string& path, const std::string& document, const QuotedText& text,
                      std::set<Span>& taken);

}  // namespace forewhen::ingest
