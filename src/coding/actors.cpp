// SPDX-License-Identifier: Apache-2.0
#include "coding/actors.h"

#include <algorithm>

#include "coding/dictionary_lines.h"

namespace forewhen {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// YYYYMMDD, or YYMMDD with years up to 30 in this century, as PETRARCH reads them.
std::optional<CivilDate> parse_day(std::string_view digits) {
  if ((digits.size() != 8 && digits.size() != 6) || !std::all_of(digits.begin(), digits.end(), is_digit))
    return std::nullopt;
  const auto number = [&](std::size_t begin, std::size_t size) {
    int value = 0;
    for (char c : digits.substr(begin, size)) value = value * 10 + (c - '0');
    return value;
  };
  const std::size_t year_size = digits.size() - 4;
  CivilDate day;
  day.year = number(0, year_size);
  if (year_size == 2) day.year += day.year <= 30 ? 2000 : 1900;
  day.month = number(year_size, 2);
  day.day = number(year_size + 2, 2);
  if (!is_valid(day)) return std::nullopt;
  return day;
}

// "CODE", "CODE <date", "CODE >date", "CODE date-date"; nothing when the dates are none.
std::optional<ActorCode> parse_code(std::string_view text) {
  ActorCode code;
  const std::size_t end = text.find_first_of(" \t<>");
  code.code = trimmed(text.substr(0, end));
  std::string_view rest = end == std::string_view::npos ? std::string_view{} : trimmed(text.substr(end));
  if (code.code.empty()) return std::nullopt;
  if (rest.empty()) return code;
  if (rest[0] == '<' || rest[0] == '>') {
    const auto day = parse_day(trimmed(rest.substr(1)));
    if (!day) return std::nullopt;
    (rest[0] == '<' ? code.last : code.first) = day;
    return code;
  }
  const std::size_t dash = rest.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  code.first = parse_day(trimmed(rest.substr(0, dash)));
  code.last = parse_day(trimmed(rest.substr(dash + 1)));
  if (!code.first || !code.last || *code.last < *code.first) return std::nullopt;
  return code;
}

}  // namespace

void ActorDictionary::read(std::string_view text, const std::string& where, std::vector<Error>& problems) {
  const LineProblems wrong(where, problems);
  bool any = false;  // an actor that lines may belong to
  for (const DictionaryLine& line : dictionary_lines(text)) {
    const std::string_view bare = trimmed(line.text.substr(0, line.text.find(';')));
    if (bare.empty()) continue;
    const CodedLine parts = split_code(bare);
    if (parts.broken) {
      wrong.add(line, "a code without its closing bracket", "write [CODE]");
      continue;
    }
    const bool is_continuation = bare[0] == '[' || bare[0] == '+';
    if (is_continuation && !any) {
      wrong.add(line, "belongs to no actor", "begin with the actor's name on a line of its own");
      continue;
    }
    const std::string_view name = bare[0] == '+' ? trimmed(parts.head.substr(1)) : parts.head;
    if (bare[0] != '[' && normal_words(name).empty()) {
      wrong.add(line, "an actor without a name", "write NAME [CODE]");
      continue;
    }
    if (!is_continuation) {
      codes_.emplace_back();
      any = true;
    }
    if (bare[0] != '[') add_name(name);
    if (parts.code.empty()) continue;
    if (auto code = parse_code(parts.code)) {
      codes_.back().push_back(std::move(*code));
    } else {
      wrong.add(line, "a code whose dates are not understood",
                "write [CODE], [CODE <YYYYMMDD], [CODE >YYYYMMDD] or [CODE YYYYMMDD-YYYYMMDD]");
    }
  }
  for (auto& [word, names] : names_)
    std::stable_sort(names.begin(), names.end(),
                     [](const Name& a, const Name& b) { return a.phrase.words.size() > b.phrase.words.size(); });
}

void ActorDictionary::add_name(std::string_view text) {
  Phrase phrase = parse_phrase(text);
  const std::string first = phrase.words[0];
  names_[first].push_back({std::move(phrase), codes_.size() - 1});
}

std::string ActorDictionary::code_on(std::size_t actor, const std::optional<CivilDate>& day) const {
  const std::vector<ActorCode>& codes = codes_[actor];
  for (const ActorCode& code : codes) {
    if (!day || !code.is_restricted()) continue;
    if ((!code.first || *code.first <= *day) && (!code.last || *day <= *code.last)) return code.code;
  }
  // Of codes without a restriction the last replaces the others.
  const auto open =
      std::find_if(codes.rbegin(), codes.rend(), [](const ActorCode& code) { return !code.is_restricted(); });
  return open == codes.rend() ? "---" : open->code;
}

ActorDictionary::Match ActorDictionary::find(const Words& words, std::size_t begin,
                                             const std::optional<CivilDate>& day) const {
  const auto names = names_.find(words[begin]);
  if (names == names_.end()) return {};
  for (const Name& name : names->second) {
    if (const std::size_t length = match_phrase(name.phrase, words, begin)) return {code_on(name.actor, day), length};
  }
  return {};
}

}  // namespace forewhen
