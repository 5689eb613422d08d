// SPDX-License-Identifier: Apache-2.0
// What GDELT gives beside its events: mentions (16 columns) and the Global Knowledge Graph, 1.0 (11 columns, and its
// list of counts) and 2.x (27). They are told by their looks, so that nobody takes them for tables of events; their
// rows are counted and refused.
#include "dataset/format.h"
#include "dataset/gdelt_values.h"
#include "dataset/values.h"

namespace forewhen::dataset {
namespace {

bool is_gkg_header(const Sample& sample) {
  const Columns columns(sample.first);
  return columns.has("GKGRECORDID") || (columns.has("DATE") && columns.has("NUMARTS"));
}

int fits_gkg(const Sample& sample) {
  if (is_gkg_header(sample)) return 100;
  const auto& cells = sample.first;
  // 20150218230000-12, or -T12 of what was translated
  if (cells.size() == 27) return read_gdelt_moment(cells[1]) && cells[0].starts_with(cells[1]) ? 95 : 0;
  if (cells.size() != 11 || sample.delimiter != '\t') return 0;
  const auto tone = split(cells[7], ',');
  const bool first_version = parse_day(cells[0]) && is_digits(cells[1]) && tone.size() >= 6 && parse_decimal(tone[0]);
  return first_version ? 95 : 0;
}

}  // namespace

const Format kGkg{
    .name = "gkg",
    .what = "GDELT Global Knowledge Graph 1.0 and 2.x: known, not read",
    .set = "gkg",
    .fits = fits_gkg,
    .has_header = is_gkg_header,
    .make = nullptr,
    .not_read =
        "GDELT's Global Knowledge Graph: each row is a document with the names, places and themes in it and tells "
        "no event, and a graph holds people, organisations and places only as those of an event",
    .mend = "import the .export.CSV of the same time, or read the documents themselves with forewhen build"};

}  // namespace forewhen::dataset
