// SPDX-License-Identifier: Apache-2.0
// Codes of countries and of CAMEO, read once from the module's data.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "forewhen/base/result.h"
#include "forewhen/model/plover.h"

namespace forewhen::dataset {

struct TypeAndMode {
  PloverType type = PloverType::none;
  std::string mode;
};

class Codes {
 public:
  static Result<const Codes*> load();

  // ISO 3166-1 alpha-2; empty when unknown.
  std::string_view country_of_name(std::string_view name) const { return find(by_name_, name); }
  std::string_view country_of_alpha3(std::string_view code) const { return find(by_alpha3_, code); }
  std::string_view country_of_fips(std::string_view code) const { return find(by_fips_, code); }

  // The title of a code of CAMEO; empty when it is none.
  std::string_view cameo_title(std::string_view code) const { return find(titles_, code); }
  // By its title, in any case; of a root and its code of three digits that share one the latter.
  std::string_view cameo_of_title(std::string_view title) const;
  // By ACLED's sub_event_type; nothing when it is none of ACLED's.
  const TypeAndMode* plover_of_acled(std::string_view sub_event_type) const;
  // By GTD's number of an attack type; nothing when it is none.
  const TypeAndMode* plover_of_gtd(std::string_view attack_type) const;
  // By the longest beginning that has one.
  const TypeAndMode& plover_of_cameo(std::string_view code) const;

 private:
  using Table = std::unordered_map<std::string, std::string>;
  static std::string_view find(const Table& table, std::string_view key);
  Status read();

  Table by_name_, by_alpha3_, by_fips_, titles_, codes_;
  std::unordered_map<std::string, TypeAndMode> plover_, acled_, gtd_;
};

}  // namespace forewhen::dataset
