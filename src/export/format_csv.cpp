// SPDX-License-Identifier: Apache-2.0
// csv and tsv: a row an event, the columns of fields_of(). csv is RFC 4180 with line feeds; in tsv tabs, line breaks
// and backslashes are \t, \n, \r, \\, as in all TSV of the program.
//
// A cell that a spreadsheet would take for a formula (=, +, -, @ first) is written as it is: these are data, and a mark
// before them would be part of the data of every other reader.
#include "export/escape.h"
#include "export/event_fields.h"
#include "export/formats.h"
#include "export/tsv_cell.h"

namespace forewhen {
namespace {

Status write_rows(ExportJob& job, char divider, std::string (*cell)(std::string_view)) {
  std::string line;
  for (const std::string_view name : field_names())
    line += (line.empty() ? "" : std::string(1, divider)) + std::string(name);
  job.write(line + '\n');
  return job.for_each([&](const Event& event) -> Status {
    const auto fields = fields_of(job, event);
    if (!fields) return fields.error();
    std::string row;
    for (const Field& field : *fields) {
      if (&field != &fields->front()) row += divider;
      row += cell(field.value);
    }
    job.write(row + '\n');
    return Done{};
  });
}

}  // namespace

Status write_csv(ExportJob& job) { return write_rows(job, ',', csv_cell); }
Status write_tsv(ExportJob& job) { return write_rows(job, '\t', tsv_cell); }

}  // namespace forewhen
