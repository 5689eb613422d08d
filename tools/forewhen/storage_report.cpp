// SPDX-License-Identifier: Apache-2.0
#include "storage_report.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace forewhen {
namespace {

void print_json(const StorageReport& report, std::uint64_t bytes_in_folder) {
  nlohmann::ordered_json object{{"bytes_on_disk", bytes_in_folder}};
  for (const auto& family : report.families)
    object["families"].push_back({{"family", family.name}, {"files", family.files}, {"bytes", family.bytes}});
  for (const auto& table : report.tables)
    object["tables"].push_back({{"table", table.name}, {"rows", table.rows}, {"bytes", table.bytes}});
  write_out(object.dump());
}

}  // namespace

void print(const StorageReport& report, std::uint64_t bytes_in_folder, OutputForm form) {
  if (form == OutputForm::json) return print_json(report, bytes_in_folder);
  const bool tsv = form == OutputForm::tsv;
  const auto row = [tsv](const std::string& what, const std::string& name, std::uint64_t count, std::uint64_t bytes) {
    if (tsv)
      fmt::print("{}\t{}\t{}\t{}\n", what, name, count, bytes);
    else
      fmt::print("{:<26} {:>12} {:>16}\n", name, count, bytes);
  };
  if (!tsv) fmt::print("{:<26} {:>12} {:>16}\n", "on disk", "files", "bytes");
  for (const auto& family : report.families) row("family", family.name, family.files, family.bytes);
  if (tsv)
    fmt::print("folder\t\t\t{}\n", bytes_in_folder);
  else
    fmt::print("{:<26} {:>12} {:>16}\n\n{:<26} {:>12} {:>16}\n", "all, with the log", "", bytes_in_folder,
               "before compression", "rows", "bytes");
  for (const auto& table : report.tables) row("table", table.name, table.rows, table.bytes);
}

}  // namespace forewhen
