// SPDX-License-Identifier: Apache-2.0
#include "extract/senses.h"

#include <algorithm>

#include "extract/tsv.h"
#include "forewhen/base/data_path.h"

namespace forewhen {
namespace {

enum Column { kWord, kPos, kEntry, kEvidence, kUnless, kColumns };

bool any_stands(std::string_view list, const std::set<std::string_view>& lemmas) {
  bool found = false;
  for_each_piece(list, [&](std::string_view lemma) { found |= lemmas.contains(lemma); });
  return found;
}

}  // namespace

Result<Senses> Senses::load(std::string text, std::string_view where) {
  Senses table;
  auto kept = TsvTable::read(std::move(text), where, kColumns, kColumns, [&](const TsvTable::Row& row) -> Status {
    if (row[kPos] != "V" && row[kPos] != "N")
      return table_error(where, row.line, "the second column is neither V nor N");
    if (row[kWord].empty() || row[kEntry].empty() || row[kEvidence].empty())
      return table_error(where, row.line, "word, entry and evidence must be given");
    table.readings_.push_back({row[kWord], row[kEntry], row[kEvidence], row[kUnless], row[kPos].front()});
    return Done{};
  });
  if (!kept) return kept.error();
  table.text_ = *kept;
  return table;
}

Result<Senses> Senses::load_default() {
  Result<std::string> text = read_data("extract/senses.tsv");
  if (!text) return text.error();
  return load(*std::move(text), "extract/senses.tsv");
}

std::string_view Senses::reading(std::string_view word, char pos, const std::set<std::string_view>& lemmas) const {
  const auto fits = [&](const Reading& reading) {
    return reading.word == word && reading.pos == pos && any_stands(reading.evidence, lemmas) &&
           !any_stands(reading.unless, lemmas);
  };
  const auto found = std::find_if(readings_.begin(), readings_.end(), fits);
  return found == readings_.end() ? std::string_view{} : found->entry;
}

bool Senses::ambiguous(std::string_view word, char pos) const {
  return std::any_of(readings_.begin(), readings_.end(),
                     [&](const Reading& reading) { return reading.word == word && reading.pos == pos; });
}

}  // namespace forewhen
