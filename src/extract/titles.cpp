// SPDX-License-Identifier: Apache-2.0
#include "extract/titles.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "extract/tsv.h"
#include "forewhen/base/data_path.h"

namespace forewhen {
namespace {

enum Column { kWords, kKind, kSector, kGender, kFull, kColumns };

constexpr std::array<std::string_view, 5> kKinds = {"honorific", "rank", "office", "religious", "occupation"};

std::optional<Gender> gender_of_letter(std::string_view letter) {
  if (letter.empty()) return Gender::unknown;
  if (letter == "m") return Gender::male;
  if (letter == "f") return Gender::female;
  return std::nullopt;
}

std::string_view without_stop(std::string_view token) {
  if (token.size() > 1 && token.ends_with('.')) token.remove_suffix(1);
  return token;
}

Result<Title> read_title(const TsvTable::Row& row, std::string_view where) {
  const auto kind = std::find(kKinds.begin(), kKinds.end(), row[kKind]);
  if (kind == kKinds.end()) return table_error(where, row.line, fmt::format("\"{}\" is no kind of title", row[kKind]));
  const auto gender = gender_of_letter(row[kGender]);
  if (!gender)
    return table_error(where, row.line, fmt::format("gender \"{}\" is unknown", row[kGender]), "use m, f or -");
  Title title;
  title.words = row[kWords];
  title.kind = static_cast<TitleKind>(kind - kKinds.begin());
  title.sector = row[kSector];
  title.gender = *gender;
  title.full = row[kFull].empty() ? title.words : row[kFull];
  return title;
}

// The words of a title that stand at the front of the tokens, full stops or hyphens or not; how many tokens, or 0.
std::size_t match_words(std::string_view words, std::span<const std::string_view> tokens) {
  std::size_t at = 0;
  bool same = true;
  for_each_piece(
      words,
      [&](std::string_view word) {
        if (at > 0 && at < tokens.size() && tokens[at] == "-") ++at;
        same = same && at < tokens.size() && without_stop(tokens[at]) == word;
        ++at;
      },
      ' ');
  return same ? at : 0;
}

}  // namespace

Result<Titles> Titles::load(std::string text, std::string_view where) {
  Titles table;
  auto kept = TsvTable::read(std::move(text), where, kColumns, kColumns, [&](const TsvTable::Row& row) -> Status {
    Result<Title> title = read_title(row, where);
    if (!title) return title.error();
    if (title->words.empty() || title->words.find('.') != std::string_view::npos)
      return table_error(where, row.line, fmt::format("\"{}\" is no title", title->words),
                         "write it without full stops");
    table.titles_.push_back(*title);
    return Done{};
  });
  if (!kept) return kept.error();
  table.text_ = *kept;
  std::sort(table.titles_.begin(), table.titles_.end(), [](auto& a, auto& b) { return a.words < b.words; });
  const auto twice = std::adjacent_find(table.titles_.begin(), table.titles_.end(),
                                        [](auto& a, auto& b) { return a.words == b.words; });
  if (twice != table.titles_.end())
    return Error{ErrorKind::refused, fmt::format("\"{}\" is given twice", twice->words), std::string(where), ""};
  return table;
}

Result<Titles> Titles::load_default() {
  Result<std::string> text = read_data("extract/titles.tsv");
  if (!text) return text.error();
  return load(*std::move(text), "extract/titles.tsv");
}

Titles::Match Titles::match(std::span<const std::string_view> tokens) const {
  Match best;
  if (tokens.empty()) return best;
  const std::string_view first = without_stop(tokens.front());
  auto title = std::lower_bound(titles_.begin(), titles_.end(), first,
                                [](const Title& one, std::string_view key) { return one.words < key; });
  for (; title != titles_.end() && title->words.starts_with(first); ++title) {
    const std::size_t count = match_words(title->words, tokens);
    if (count > best.tokens) best = {&*title, count};
  }
  return best;
}

const Title* Titles::find(std::string_view words) const {
  words = without_stop(words);
  const auto title = std::lower_bound(titles_.begin(), titles_.end(), words,
                                      [](const Title& one, std::string_view key) { return one.words < key; });
  return title != titles_.end() && title->words == words ? &*title : nullptr;
}

Result<GivenNames> GivenNames::load(std::string text, std::string_view where) {
  GivenNames table;
  auto kept = TsvTable::read(std::move(text), where, 1, 2, [&](const TsvTable::Row& row) -> Status {
    const auto gender = gender_of_letter(row[1]);
    if (!gender) return table_error(where, row.line, fmt::format("gender \"{}\" is unknown", row[1]), "use m or f");
    if (!table.names_.empty() && row[0] <= table.names_.back().name)
      return table_error(where, row.line, fmt::format("\"{}\" is out of order", row[0]), "sort bytewise");
    table.names_.push_back({row[0], *gender});
    return Done{};
  });
  if (!kept) return kept.error();
  table.text_ = *kept;
  return table;
}

Result<GivenNames> GivenNames::load_default() {
  Result<std::string> text = read_data("extract/given_names.txt");
  if (!text) return text.error();
  return load(*std::move(text), "extract/given_names.txt");
}

const GivenNames::Name* GivenNames::find(std::string_view name) const {
  const auto found = std::lower_bound(names_.begin(), names_.end(), name,
                                      [](const Name& one, std::string_view key) { return one.name < key; });
  return found != names_.end() && found->name == name ? &*found : nullptr;
}

bool GivenNames::contains(std::string_view name) const { return find(name) != nullptr; }

Gender GivenNames::gender_of(std::string_view name) const {
  const Name* found = find(name);
  return found == nullptr ? Gender::unknown : found->gender;
}

}  // namespace forewhen
