// SPDX-License-Identifier: Apache-2.0
// What rows of coders with CAMEO's codes and coded actors have in common: Phoenix of the pipeline and of the Cline
// Center, KEDS, TABARI.
#pragma once

#include <string_view>

#include "dataset/format.h"

namespace forewhen::dataset {

// "USAGOV" begins with a country where its first three letters are one.
void add_coded_actor(const Codes& codes, Record& record, Role role, std::string_view code, std::string_view sectors);
// `label` names codes that are none of CAMEO.
void set_cameo(const Codes& codes, Record& record, const Row& row, Span span, std::string_view code,
               std::string_view label);
// The most specific name that is given, with its point. A Fault: no numbers, or not on the globe.
struct PhoenixPlace {
  std::string_view latitude, longitude, name, state, country;
};
std::optional<Fault> read_phoenix_place(const Codes& codes, const PhoenixPlace& cells, Record& record);
// QuadClass and Goldstein, kept as attributes. A Fault: none of their kind.
std::optional<Fault> read_phoenix_scale(std::string_view quad, std::string_view goldstein, Record& record);

}  // namespace forewhen::dataset
