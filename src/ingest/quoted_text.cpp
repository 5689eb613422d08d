// SPDX-License-Identifier: Apache-2.0
#include "ingest/quoted_text.h"

#include <fmt/format.h>

#include "forewhen/base/utf8.h"
#include "ingest/line_fault.h"

namespace forewhen::ingest {

QuotedText::QuotedText(const Json& line) {
  text_ = text_of(line["document"], "text");
  given_ = !text_.empty();
  if (given_) return;
  for (const Json& event : line["events"]) add(text_of(event, "quote"));
  if (const Json* links = field(line, "links")) {
    for (const Json& link : *links) add(text_of(link, "evidence"));
  }
}

void QuotedText::add(const std::string& quote) {
  if (folded_blanks(quote).empty() || find_quote(text_, quote, all())) return;
  if (!text_.empty()) text_ += '\n';
  text_ += quote;
}

std::optional<Span> QuotedText::bytes(const Json& object, const char* begin, const char* end,
                                      const std::string& path) const {
  const Json *from = field(object, begin), *to = field(object, end);
  if (!from && !to) return std::nullopt;
  if (!from || !to)
    throw LineFault{Refusal::bad_field, path, fmt::format("has \"{}\" alone", from ? begin : end),
                    fmt::format("give both \"{}\" and \"{}\", or neither", begin, end)};
  if (!given_)
    throw LineFault{Refusal::bad_field, path + '.' + begin, "counts bytes of a text that is not there",
                    "give the document's text, or a quote in place of bytes"};
  const auto first = from->get<std::uint64_t>(), last = to->get<std::uint64_t>();
  if (first >= last || last > text_.size())
    throw LineFault{Refusal::no_such_words, path + '.' + begin,
                    fmt::format("bytes {} to {} are no part of the text, which has {}", first, last, text_.size()),
                    "count bytes of UTF-8 from 0, the end excluded"};
  if (!is_character_boundary(text_, first) || !is_character_boundary(text_, last))
    throw LineFault{Refusal::no_such_words, path + '.' + begin,
                    fmt::format("bytes {} to {} cut a character in two", first, last),
                    "count bytes of UTF-8, not characters; or give a quote in place of bytes"};
  return Span{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
}

Span QuotedText::quote(const std::string& words, Span within, const std::string& path, const IsFree& is_free) const {
  if (const auto span = find_quote(text_, words, within, is_free)) return *span;
  if (const auto taken = find_quote(text_, words, within))
    throw LineFault{
        Refusal::no_such_words, path,
        fmt::format("{} names an event of this line already, wherever it stands in the passage", shown(words)),
        "give each event its own trigger or passage, or leave one of the two out"};
  const bool whole = within == all();
  throw LineFault{Refusal::no_such_words, path,
                  fmt::format("{} is not in the {}: {}", shown(words), whole ? "text" : "passage",
                              tell_where_it_parts(within.of(text_), words)),
                  whole ? "copy it from the text letter by letter" : "copy it from the quote letter by letter"};
}

Span QuotedText::quote(const std::string& words, Span within, const std::string& path) const {
  return quote(words, within, path, [](Span) { return true; });
}

std::optional<Span> QuotedText::find(const std::string& words, Span passage) const {
  if (const auto near = find_quote(text_, words, passage)) return near;
  return find_quote(text_, words, all());
}

}  // namespace forewhen::ingest
