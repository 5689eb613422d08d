// SPDX-License-Identifier: Apache-2.0
#include "timex_json.h"

#include <fmt/format.h>

namespace forewhen {
namespace {

using Json = nlohmann::ordered_json;

Json json_time(std::string_view text, const Timex& timex, std::size_t number) {
  Json one;
  one["id"] = fmt::format("t{}", number);
  one["begin"] = timex.span.begin;
  one["end"] = timex.span.end;
  one["text"] = timex.span.of(text);
  one["type"] = name_of(timex.type);
  one["value"] = timex.value;
  if (!timex.mod.empty()) one["mod"] = timex.mod;
  if (!timex.quant.empty()) one["quant"] = timex.quant;
  if (!timex.freq.empty()) one["freq"] = timex.freq;
  one["edtf"] = timex.when.edtf;
  one["earliest"] = json_date(timex.when.bounds.earliest_start);
  one["latest"] = json_date(timex.when.bounds.latest_end);
  if (!timex.invalid.empty()) one["invalid"] = timex.invalid;
  return one;
}

}  // namespace

Json json_date(Instant t) { return is_open(t) ? Json(nullptr) : Json(format_iso(t)); }

Json json_head(const Document& document) {
  Json head;
  head["id"] = document.id;
  head["published"] = document.published ? Json(format_iso(*document.published)) : Json(nullptr);
  if (document.published) head["published_from"] = document.published_from;
  return head;
}

Json json_times(std::string_view text, const std::vector<Timex>& times) {
  Json all = Json::array();
  for (std::size_t i = 0; i < times.size(); ++i) all.push_back(json_time(text, times[i], i + 1));
  return all;
}

}  // namespace forewhen
