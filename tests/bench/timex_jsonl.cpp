// SPDX-License-Identifier: Apache-2.0
// Reads documents as JSON lines ({"id", "published", "text"}) from standard input and prints their time expressions as
// JSON lines, for scorers. Options: --narrative, --automatic, --published DATE (for documents without one).
#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "forewhen/timex/timex.h"

namespace {

using forewhen::Timex;
using nlohmann::json;

json instant(forewhen::Instant t) { return forewhen::is_open(t) ? json() : json(forewhen::format_iso(t)); }

json to_json(const Timex& timex, std::string_view text, std::size_t number) {
  json out = {{"id", fmt::format("t{}", number)}, {"begin", timex.span.begin},   {"end", timex.span.end},
              {"text", timex.span.of(text)},      {"type", name_of(timex.type)}, {"value", timex.value}};
  if (!timex.mod.empty()) out["mod"] = timex.mod;
  if (!timex.quant.empty()) out["quant"] = timex.quant;
  if (!timex.freq.empty()) out["freq"] = timex.freq;
  if (!timex.when.edtf.empty()) out["edtf"] = timex.when.edtf;
  if (!timex.invalid.empty()) out["invalid"] = timex.invalid;
  out["earliest"] = instant(timex.when.bounds.earliest_start);
  out["latest"] = instant(timex.when.bounds.latest_end);
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  forewhen::TimexOptions options;
  std::string published;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--narrative") options.kind = forewhen::TimexOptions::Kind::narrative;
    if (argument == "--automatic") options.kind = forewhen::TimexOptions::Kind::automatic;
    if (argument == "--published" && i + 1 < argc) published = argv[++i];
  }
  for (std::string line; std::getline(std::cin, line);) {
    const json document = json::parse(line);
    const std::string text = document.at("text");
    const auto date = forewhen::parse_iso(document.value("published", published));
    options.published = date ? std::optional(*date) : std::nullopt;
    json times = json::array();
    for (const Timex& timex : find_timexes(text, options)) times.push_back(to_json(timex, text, times.size() + 1));
    std::cout << json{{"document", {{"id", document.value("id", "")}}}, {"times", times}}.dump(
                     -1, ' ', false, json::error_handler_t::replace)
              << '\n';
  }
}
