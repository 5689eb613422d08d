// SPDX-License-Identifier: Apache-2.0
// Events and answers for people: tables for a terminal and tab-separated values for spreadsheets.
// Text of sources never reaches the terminal raw: control characters are shown as visible stand-ins.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "forewhen/query/answer.h"
#include "forewhen/query/conflicts.h"
#include "forewhen/query/listing.h"
#include "forewhen/query/resolve.h"

namespace forewhen {

struct TableStyle {
  std::size_t width = 100;  // columns of the terminal; 0: as wide as the text is
  bool unicode = true;      // else ASCII only in what the table itself draws
  bool explain = false;     // reasons and quotes below every row
};

// when, what, who, where, id; ends with a line for what was left out. Long cells wrap, nothing is cut.
std::string to_table(const Listing& listing, const TableStyle& style = {});
// when, certainty, what, who, where, ties, id; a first line names the event asked about.
std::string to_table(const Answer& answer, const TableStyle& style = {});
std::string to_table(const EventDossier& dossier, const TableStyle& style = {});
std::string to_table(const NamingDocument& naming, const TableStyle& style = {});
// Every set with its statements, one below the other, and the sentences.
std::string to_table(const ConflictReport& report, const TableStyle& style = {});
// The numbered candidates with the hint.
std::string to_table(const Resolution& resolution, const TableStyle& style = {});

// With a header line; tabs, line breaks and backslashes in cells as \t, \n, \\.
std::string to_tsv(const Listing& listing);
std::string to_tsv(const Answer& answer);
// conflict (its number), about, statement, event, to, words, document, begin, end, quote; a line a statement.
std::string to_tsv(const ConflictReport& report);

// Control characters as U+FFFD or, in C0, their pictures; invalid UTF-8 replaced; safe to print.
std::string printable(std::string_view text);

}  // namespace forewhen
