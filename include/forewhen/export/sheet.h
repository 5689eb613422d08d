// SPDX-License-Identifier: Apache-2.0
// Answers that are neither a list of events nor an answer about before and after, as one sheet of cells: a table for a
// terminal, TSV for spreadsheets, and JSON lines of their own.
#pragma once

#include <string>
#include <vector>

#include "forewhen/export/table.h"
#include "forewhen/query/actor_measures.h"
#include "forewhen/query/dyads.h"
#include "forewhen/query/paths.h"
#include "forewhen/query/relations.h"
#include "forewhen/query/search.h"
#include "forewhen/query/sequence.h"
#include "forewhen/query/storyline.h"

namespace forewhen {

struct SheetColumn {
  std::string heading;
  bool fixed = false;     // never narrower than its widest cell: dates, ids
  std::size_t least = 8;  // of the others, in columns of the terminal
};

// Cells are raw text; writers make them harmless.
struct Sheet {
  std::vector<SheetColumn> columns;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> json;   // one object a line; lines may stand for several rows
  std::vector<std::string> notes;  // lines below the table, on stderr otherwise
  std::string empty;               // what the table says when there are no rows
};

std::string to_table(const Sheet& sheet, const TableStyle& style = {});
std::string to_tsv(const Sheet& sheet);
std::string to_json(const Sheet& sheet);

// path, certainty, best, when, from, to, what, id; a row a step, a JSON object a path.
Sheet to_sheet(const PathAnswer& answer, bool explain = false);
// when, certainty, relations, what, who, where, id; a row and a JSON object an event.
Sheet to_sheet(const RelationAnswer& answer, bool explain = false);
// score, when, what, who, where, found, id; a row and a JSON object an event.
Sheet to_sheet(const SearchAnswer& answer);
// score, published, title, names, places, id; a row and a JSON object a document.
Sheet to_sheet(const std::vector<ScoredDocument>& documents);
// sequence, certainty, term, when, what, who, where, id; a row a step, a JSON object a sequence.
Sheet to_sheet(const SequenceAnswer& answer, bool explain = false);
// no, when, certainty, what, who, to (the number of what it leads to), by, id; a row and a JSON object an event.
Sheet to_sheet(const Storyline& story, bool explain = false);
// X on top, below each event what leads to it, the latest first; with the reasons and sentences if the style says so.
std::string to_tree(const Storyline& story, const TableStyle& style = {});
// month, type, forward, backward, together, events, and for a table a bar of at most `bar` columns.
Sheet to_sheet(const DyadAnswer& answer, std::size_t bar = 0);
// actor, kind, country, events, first, last, id.
Sheet to_sheet(const CompanionAnswer& answer);
// when, certainty, what, who, where, why, id.
Sheet to_sheet(const CornerAnswer& answer);
// actor, kind, country, events, partners, page_rank, betweenness, component, community, id.
Sheet to_sheet(const MeasureAnswer& answer);

}  // namespace forewhen
