// SPDX-License-Identifier: Apache-2.0
// Tables whose columns are found by the names in their header: cells by name, and the header's width for every row.
#pragma once

#include <map>
#include <string>

#include "dataset/format.h"
#include "dataset/values.h"

namespace forewhen::dataset {

class NamedTable : public Mapper {
 public:
  explicit NamedTable(const Context& context) : NamedTable(context, context.sample.first) {}
  // For files without a header whose columns are known by their layout.
  NamedTable(const Context& context, const std::vector<std::string_view>& header)
      : codes_(context.codes), set_(context.set), columns_(header) {}

  std::optional<Fault> map(const Row& row, Record& record) final {
    if (auto wrong = check_width(row, columns_.size())) return wrong;
    row_ = &row;
    return map_cells(record);
  }

 protected:
  virtual std::optional<Fault> map_cells(Record& record) = 0;

  // A column, found once; the cell trimmed, empty where not given. The name must be a literal.
  std::size_t place(const char* name) {
    const auto [at, fresh] = places_.try_emplace(name, Columns::npos);
    if (fresh) at->second = columns_.find({name});
    return at->second;
  }
  std::string_view cell(const char* name) { return given(row_->cell(place(name))); }
  Span span(const char* name) { return row_->span(place(name)); }
  const Row& row() const { return *row_; }

  // Numbers that must be numbers where they are given, kept as attributes.
  std::optional<Fault> numbers(Record& record, std::initializer_list<const char*> names) {
    for (const char* name : names) {
      const std::string_view value = cell(name);
      if (!value.empty() && !parse_decimal(value)) return bad_number(name, value);
      add_attribute(record, name, value);
    }
    return std::nullopt;
  }
  void texts(Record& record, std::initializer_list<const char*> names) {
    for (const char* name : names) add_attribute(record, name, cell(name));
  }

  const Codes& codes_;
  std::string set_;
  Columns columns_;

 private:
  std::map<const char*, std::size_t> places_;  // by address: literals are few and asked for row after row
  const Row* row_ = nullptr;
};

template <class Table>
Result<std::unique_ptr<Mapper>> make_table(const Context& context) {
  return std::unique_ptr<Mapper>(std::make_unique<Table>(context));
}

}  // namespace forewhen::dataset
