// SPDX-License-Identifier: Apache-2.0
// The text that a line of events speaks of, and where it has what the line quotes. A line that brings no text has its
// quotes for one, so that the evidence of a claim is never lost.
#pragma once

#include <optional>
#include <string>

#include "forewhen/base/span.h"
#include "ingest/find_quote.h"
#include "ingest/given_fields.h"

namespace forewhen::ingest {

class QuotedText {
 public:
  // `line` has passed the schema.
  explicit QuotedText(const Json& line);

  const std::string& text() const { return text_; }
  bool given() const { return given_; }
  Span all() const { return {0, static_cast<std::uint32_t>(text_.size())}; }

  // The bytes that the fields `begin` and `end` name; nothing when there are none. Throws LineFault when they are not
  // both there, lie outside the text, or cut a character.
  std::optional<Span> bytes(const Json& object, const char* begin, const char* end, const std::string& path) const;

  // Where the quote stands within a span. Throws LineFault when it does not.
  Span quote(const std::string& quote, Span within, const std::string& path, const IsFree& is_free) const;
  Span quote(const std::string& words, Span within, const std::string& path) const;

  // What is named in the passage, or else anywhere; nothing when it is not.
  std::optional<Span> find(const std::string& words, Span passage) const;

 private:
  void add(const std::string& quote);

  std::string text_;
  bool given_ = false;
};

}  // namespace forewhen::ingest
