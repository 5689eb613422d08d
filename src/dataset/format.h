// SPDX-License-Identifier: Apache-2.0
// What a format is: how its files are known, and how a row becomes a record. One file a format, one line in
// formats.cpp.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/codes.h"
#include "dataset/row.h"
#include "forewhen/dataset/reader.h"

namespace forewhen::dataset {

// The beginning of a file, as far as formats are told by it.
struct Sample {
  std::string path;                      // for files beside it
  std::vector<std::string_view> first;   // cells of the first row
  std::vector<std::string_view> second;  // of the next one; empty when there is none
  char delimiter = '\t';
};

// Places of columns by their names in the header, without regard to case, blanks and '_'.
class Columns {
 public:
  Columns() = default;
  explicit Columns(const std::vector<std::string_view>& header);
  // npos when there is none; the first of several names that is there.
  std::size_t find(std::initializer_list<std::string_view> names) const;
  bool has(std::string_view name) const { return find({name}) != npos; }
  std::size_t size() const { return names_.size(); }
  static constexpr std::size_t npos = ~std::size_t{0};

 private:
  std::vector<std::string> names_;
};
std::string folded_column(std::string_view name);

class Mapper {
 public:
  virtual ~Mapper() = default;
  // Fills the record (cleared before), or says why not.
  virtual std::optional<Fault> map(const Row& row, Record& record) = 0;
  virtual std::string columns_taken() const { return {}; }
};

struct Context {
  const DatasetOptions& options;
  const Codes& codes;
  const Sample& sample;
  std::string set;
};

struct Format {
  std::string_view name, what;
  std::string_view set;  // what ids begin with
  // 0: certainly not; 100: by its header; less: by its shape.
  int (*fits)(const Sample& sample);
  // Whether the first row is a header.
  bool (*has_header)(const Sample& sample);
  Result<std::unique_ptr<Mapper>> (*make)(const Context& context);
  // Of a format that is known and not read: what its rows are and why a graph has no place for them, and what to do
  // instead. Its rows are counted and the file is refused; `make` is then null.
  std::string_view not_read = {}, mend = {};
};

const std::vector<Format>& formats();

extern const Format kIcews, kGdelt, kGdeltMentions, kGkg, kGkgCounts, kAcled, kAcledDeleted, kUcdp, kPolecat, kGtd,
    kPhoenix, kClinePhoenix, kKeds, kWeis, kPlover, kQuads, kAnyTable;

// The row must have exactly so many cells.
std::optional<Fault> check_width(const Row& row, std::size_t columns);

}  // namespace forewhen::dataset
