// SPDX-License-Identifier: Apache-2.0
// Text of sources made harmless for the formats: it stays text, whatever stands in it. Bytes that are not UTF-8 and
// characters that a format cannot hold become U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace forewhen {

std::string xml_text(std::string_view text);     // of XML 1.0, for elements and attributes in double quotes
std::string html_text(std::string_view text);    // the same for HTML
std::string csv_cell(std::string_view text);     // RFC 4180: quoted where it must be
std::string dot_text(std::string_view text);     // a quoted string of DOT, with its quotes
std::string turtle_text(std::string_view text);  // a quoted string of Turtle and N-Triples, with its quotes
// Letters, digits, - . _ stay, the rest is percent-encoded: a part of an IRI.
std::string iri_part(std::string_view text);
std::string ics_text(std::string_view text);       // a TEXT value of RFC 5545
std::string markdown_text(std::string_view text);  // one line; nothing in it is markup
std::string one_line(std::string_view text);       // line breaks, tabs and other controls as blanks
// An address that a reader may follow: http and https; else nothing.
std::string safe_url(std::string_view url);

}  // namespace forewhen
