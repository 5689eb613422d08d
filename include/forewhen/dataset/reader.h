// SPDX-License-Identifier: Apache-2.0
// Event data sets as a stream of records: ICEWS, GDELT, ACLED, UCDP GED, POLECAT, GTD, temporal knowledge graphs,
// Phoenix, KEDS, PLOVER and any table whose columns are named. A row that cannot be taken comes out as a refusal that
// names file, line and cause, and the stream goes on behind it; no row is guessed at and no column shifted.
#pragma once

#include <cstdint>
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forewhen/base/result.h"
#include "forewhen/model/record.h"

namespace forewhen {

struct DatasetOptions {
  std::string format;  // one of dataset_formats(); empty: found by looking
  std::string set;     // the data set's name, before the ids of its rows; empty: that of the format
  // Of any table: what a column is, "date" -> "Event date", or "#3" for the third. Keys are column_meanings().
  std::map<std::string, std::string> columns;
  // Of any table: how its dates are written where that has two meanings: "dmy", "mdy", "excel" (days since 1899-12-30),
  // "excel1904". Empty: such dates are refused.
  std::string dates;
  // Quads, which have no story: rows that say the same of two actors in both directions become one event.
  bool merge_mirrors = false;
  // Quads whose times are numbers: the length of a step ("15m", "1h", "1d", "1y") and the day that 0 is.
  std::string time_step;
  std::string epoch;
  // A row longer than this is refused without being held in memory.
  std::size_t max_row_bytes = std::size_t{4} << 20;
};

struct DatasetReport {
  std::uint64_t rows = 0;                        // looked at, headers not counted
  std::uint64_t bytes = 0;                       // unpacked
  std::map<std::string, std::uint64_t> refused;  // rows by reason
  // Rows of files that are known and not read, by format: each such file is one Error of next().
  std::map<std::string, std::uint64_t> not_read;
  // Rows that are no events, by what they are: reports of events that other rows give; documents.
  std::map<std::string, std::uint64_t> no_events;
  std::map<std::string, std::uint64_t> notices;  // rows taken with a remark: "read as Windows-1252"
  std::map<std::string, std::uint64_t> skipped;  // files of folders that are no tables, by extension
  std::map<std::string, std::string> formats;    // found, by file
  // Of any table: how its columns were taken, "date = Event date", one a line; by file.
  std::map<std::string, std::string> columns;

  std::uint64_t refused_in_all() const;  // rows, those not read too
};

struct FormatName {
  std::string_view name, what;  // "icews", "ICEWS coded event data, 20 or 26 columns"
};
std::vector<FormatName> dataset_formats();
// What a column of any table can be: id, date, end, actor, recipient, type, place, lat, lon, ...
std::vector<std::string_view> column_meanings();

// Paths: files, folders (recursively, by name), "-" for standard input; each also packed as .gz, .zst or .zip.
class DatasetReader {
 public:
  DatasetReader(std::vector<std::string> paths, DatasetOptions options = {}, std::FILE* standard_input = stdin);
  ~DatasetReader();

  // true: `record` holds the next row, identified. false: the end. An Error is a row or file refused; reading goes on.
  // The record's own memory is used again.
  Result<bool> next(Record& record);

  const DatasetReport& report() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace forewhen
