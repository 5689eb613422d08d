// SPDX-License-Identifier: Apache-2.0
// Organisations of countries.h: the table organisations.tsv.
#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "extract/countries.h"
#include "extract/tsv.h"
#include "forewhen/base/data_path.h"

namespace forewhen {
namespace {

enum Column { kName, kNames, kKind, kSector, kCountry, kColumns };

constexpr std::array<std::string_view, 7> kKinds = {"international", "government", "armed_group", "party",
                                                    "media",         "company",    "civil"};

Result<Organisation> read_organisation(const TsvTable::Row& row, std::string_view where) {
  const auto kind = std::find(kKinds.begin(), kKinds.end(), row[kKind]);
  if (kind == kKinds.end())
    return table_error(where, row.line, fmt::format("\"{}\" is no kind of organisation", row[kKind]));
  if (row[kName].empty()) return table_error(where, row.line, "an organisation has no name");
  Organisation organisation;
  organisation.name = row[kName];
  organisation.names = row[kNames];
  organisation.kind = static_cast<OrganisationKind>(kind - kKinds.begin());
  organisation.sector = row[kSector];
  organisation.country = row[kCountry];
  return organisation;
}

}  // namespace

Result<Organisations> Organisations::load(std::string text, std::string_view where) {
  Organisations table;
  auto kept = TsvTable::read(std::move(text), where, kColumns, kColumns, [&](const TsvTable::Row& row) -> Status {
    Result<Organisation> organisation = read_organisation(row, where);
    if (!organisation) return organisation.error();
    const auto at = static_cast<std::uint32_t>(table.organisations_.size());
    table.names_.add(organisation->name, at, 0);
    for_each_piece(organisation->names, [&](std::string_view name) { table.names_.add(name, at, 0); });
    table.organisations_.push_back(*organisation);
    return Done{};
  });
  if (!kept) return kept.error();
  table.text_ = *kept;
  if (const std::string_view twice = table.names_.seal(); !twice.empty())
    return Error{ErrorKind::refused, fmt::format("\"{}\" is given twice", twice), std::string(where), ""};
  return table;
}

Result<Organisations> Organisations::load_default() {
  Result<std::string> text = read_data("extract/organisations.tsv");
  if (!text) return text.error();
  return load(*std::move(text), "extract/organisations.tsv");
}

const Organisation* Organisations::find(std::string_view name) const {
  const auto* found = names_.find(name, 0, 0);
  return found == nullptr ? nullptr : &organisations_[found->owner];
}

}  // namespace forewhen
