// SPDX-License-Identifier: Apache-2.0
// Rows of a store as text: "space:" begins a space, "key = value" in hex a row, an indented line goes on with the row
// above, "#" begins a remark.
#pragma once

#include <fmt/format.h>

#include <istream>
#include <sstream>

#include "store/ordered_kv.h"

namespace forewhen::store {

inline std::vector<KvWrite> rows_of(const OrderedKv& kv) {
  std::vector<KvWrite> rows;
  for (int i = 0; i < kSpaces; ++i) {
    const auto cursor = kv.cursor(static_cast<Space>(i));
    for (cursor->seek(""); cursor->valid(); cursor->next())
      rows.push_back({static_cast<Space>(i), std::string(cursor->key()), std::string(cursor->value())});
  }
  return rows;
}

inline std::string rows_text(const std::vector<KvWrite>& rows) {
  std::string text;
  std::string_view space;
  for (const KvWrite& row : rows) {
    if (name_of(row.space) != space) text += fmt::format("{}:\n", space = name_of(row.space));
    std::string line;
    for (const unsigned char c : row.key) line += fmt::format("{:02x} ", c);
    line += '=';
    for (const unsigned char c : *row.value) {
      if (line.size() > 110) {
        text += line + "\n   ";
        line.clear();
      }
      line += fmt::format(" {:02x}", c);
    }
    text += line + '\n';
  }
  return text;
}

inline std::vector<KvWrite> read_rows(std::istream& text) {
  std::vector<KvWrite> rows;
  auto space = Space::records;
  std::string line;
  while (std::getline(text, line)) {
    line = line.substr(0, line.find('#'));
    if (line.find_first_not_of(' ') == std::string::npos) continue;
    if (line.back() == ':') {
      for (int i = 0; i < kSpaces; ++i) {
        if (name_of(static_cast<Space>(i)) == line.substr(0, line.size() - 1)) space = static_cast<Space>(i);
      }
      continue;
    }
    if (line[0] != ' ') rows.push_back({space, "", std::nullopt});
    std::istringstream words(line);
    for (std::string word; words >> word;) {
      if (word == "=") {
        rows.back().value = "";
        continue;
      }
      std::string& to = rows.back().value ? *rows.back().value : rows.back().key;
      to += static_cast<char>(std::stoi(word, nullptr, 16));
    }
  }
  return rows;
}

}  // namespace forewhen::store
