// SPDX-License-Identifier: Apache-2.0
// The time expressions of a document in columns: words, type, value, mod, EDTF, earliest, latest, offset, note.
// Dates are half open and empty where open; the offset is the first byte; the note says why a date cannot be, or what
// event it hangs on.
#pragma once

#include <string>
#include <vector>

#include "forewhen/model/document.h"
#include "forewhen/timex/timex.h"

namespace forewhen {

// Below a line that names the document and its day of publication. Nothing in it needs a terminal's trust.
std::string to_timex_table(const Document& document, const std::vector<Timex>& times);

// With the document's id as a further column; tabs, line breaks and backslashes in cells as \t, \n, \r, \\; other
// control characters as in tables.
std::string timex_tsv_header();
std::string to_timex_tsv(const Document& document, const std::vector<Timex>& times);

}  // namespace forewhen
