// SPDX-License-Identifier: Apache-2.0
// One source as it was read.
#pragma once

#include <optional>
#include <string>

#include "forewhen/time/iso.h"

namespace forewhen {

struct Document {
  std::string id;     // the source's own id; a file's name where it has none
  std::string text;   // UTF-8; every byte offset of a claim points into it
  std::string title;  // may be empty; not part of `text`
  std::string url;    // may be empty
  std::optional<CalendarTime> published;
  std::string published_from;  // where that date was found: "option", "field", "dateline", ...; empty without a date

  // Who found its events, and in which version: a program, a model, a person. Empty: this program.
  std::string extractor, extractor_version;

  // Words and trees of `text` that came with it, as CoNLL-U; empty: the extractor parses. For the extractor only: never
  // stored.
  std::string conllu;

  friend bool operator==(const Document&, const Document&) = default;
};

}  // namespace forewhen
