// SPDX-License-Identifier: Apache-2.0
#include "dataset/codes.h"

#include <fmt/format.h>

#include "dataset/values.h"
#include "forewhen/base/data_path.h"

namespace forewhen::dataset {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

// Calls take(columns) for each line behind the header; comments begin with '#'.
template <class Take>
Status each_line(const char* name, std::size_t columns, Take take) {
  const auto text = read_data(name);
  if (!text) return text.error();
  std::size_t number = 0;
  bool header = true;
  for (const std::string_view line : split(*text, '\n')) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    if (std::exchange(header, false)) continue;
    const auto cells = split(line, '\t');
    if (cells.size() != columns) {
      return Error{ErrorKind::corrupt, fmt::format("{} columns, not {}", cells.size(), columns),
                   fmt::format("{}:{}", name, number), ""};
    }
    take(cells);
  }
  return Done{};
}

}  // namespace

std::string_view Codes::find(const Table& table, std::string_view key) {
  thread_local std::string wanted;  // no copy of every key of every row
  wanted.assign(key);
  const auto at = table.find(wanted);
  return at == table.end() ? std::string_view() : std::string_view(at->second);
}

Status Codes::read() {
  Status done = each_line("dataset/country_codes.tsv", 4, [this](const auto& cells) {
    const std::string alpha2(cells[0]);
    for (const std::string_view code : split(cells[1], '|')) by_alpha3_.emplace(code, alpha2);
    for (const std::string_view code : split(cells[2], '|')) by_fips_.emplace(code, alpha2);
    for (const std::string_view name : split(cells[3], '|')) by_name_.emplace(name, alpha2);
  });
  if (!done) return done;
  by_fips_.erase("-");
  done = each_line("dataset/cameo.tsv", 2, [this](const auto& cells) {
    titles_.emplace(cells[0], cells[1]);
    std::string& code = codes_[lower(cells[1])];
    if (code.empty() || cells[0] == code + "0") code = cells[0];
  });
  if (!done) return done;
  const auto into = [](std::unordered_map<std::string, TypeAndMode>& table) {
    return [&table](const auto& cells) {
      table[lower(cells[0])] = {parse_plover(cells[1]).value_or(PloverType::none),
                                cells[2] == "-" ? std::string() : std::string(cells[2])};
    };
  };
  done = each_line("dataset/acled_types.tsv", 3, into(acled_));
  if (!done) return done;
  done = each_line("dataset/gtd_types.tsv", 3, into(gtd_));
  if (!done) return done;
  return each_line("dataset/cameo_plover.tsv", 3, into(plover_));
}

const TypeAndMode* Codes::plover_of_acled(std::string_view sub_event_type) const {
  const auto at = acled_.find(lower(sub_event_type));
  return at == acled_.end() ? nullptr : &at->second;
}

Result<const Codes*> Codes::load() {
  static const Result<Codes> loaded = [] {
    Codes codes;
    const Status done = codes.read();
    return done ? Result<Codes>(std::move(codes)) : Result<Codes>(done.error());
  }();
  if (!loaded) return loaded.error();
  return &*loaded;
}

const TypeAndMode* Codes::plover_of_gtd(std::string_view attack_type) const {
  const auto at = gtd_.find(std::string(attack_type));
  return at == gtd_.end() ? nullptr : &at->second;
}

std::string_view Codes::cameo_of_title(std::string_view title) const { return find(codes_, lower(title)); }

const TypeAndMode& Codes::plover_of_cameo(std::string_view code) const {
  static const TypeAndMode kNone;
  for (std::size_t size = std::min<std::size_t>(code.size(), 4); size >= 2; --size) {
    const auto at = plover_.find(std::string(code.substr(0, size)));
    if (at != plover_.end()) return at->second;
  }
  return kNone;
}

}  // namespace forewhen::dataset
