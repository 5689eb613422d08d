// SPDX-License-Identifier: Apache-2.0
// Which events go out: the options that export and chart share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "database.h"
#include "forewhen/export/export.h"

namespace forewhen {

struct SelectedEvents {
  ExportRequest request;
  LeftOut left_out;
  std::uint64_t more = 0;

  // On stderr: what is not among them, and what the format could not carry.
  void tell(const Losses& losses, std::string_view format) const;
};

struct ExportSelection {
  FilterOptions filter;
  std::string title, timeline, before, after;
  std::vector<std::string> between;
  std::size_t limit = 0;

  void declare(CLI::App& command);
  // usage: several questions at once
  Result<SelectedEvents> select(const GraphStore& store) const;
};

}  // namespace forewhen
