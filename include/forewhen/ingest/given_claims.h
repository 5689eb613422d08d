// SPDX-License-Identifier: Apache-2.0
// Claims that somebody else has found: another extractor, a language model, a person. What schemas/events.md describes,
// checked against the document's text, with its dates in words still to be worked out.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "forewhen/model/claim.h"

namespace forewhen {

// A date that the source gives in words. They stand in the claim's `time` with their span, which is empty when the text
// does not have them.
struct GivenWords {
  std::size_t claim = 0;  // index into DocumentClaims::claims
  bool dated = false;     // a date in EDTF stands beside them and has been taken; the words must not contradict it
};

struct GivenClaims {
  // The text of a document that came without one is what its events quote, each passage once, a line each.
  DocumentClaims claims;
  std::vector<GivenWords> words;
  bool has_text = false;  // the document came with its text
  std::string where;      // "file:line" for errors
};

}  // namespace forewhen
