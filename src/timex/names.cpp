// SPDX-License-Identifier: Apache-2.0
#include "forewhen/timex/names.h"

#include <fmt/format.h>

#include <algorithm>

#include "timex/holidays.h"
#include "timex/lexicon.h"
#include "timex/token.h"

namespace forewhen {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return result;
}

// As the grammar sees them: "Founders' Day" is founders ' day.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const timex::Token& token : timex::scan_tokens(text))
    words.push_back(token.kind == timex::TokenKind::mark && token.value == '\''
                        ? "'"
                        : lower(text.substr(token.begin, token.end - token.begin)));
  return words;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

int number_of(const std::string& word) {
  int value = 0;
  for (const char c : word) {
    if (c < '0' || c > '9' || value > 9999) return -1;
    value = value * 10 + (c - '0');
  }
  return word.empty() ? -1 : value;
}

// third Monday of May
bool read_nth_weekday(const std::vector<std::string>& words, NamedTime& name) {
  if (words.size() != 4 || words[2] != "of") return false;
  const timex::Word rank = timex::find_word(words[0]), day = timex::find_word(words[1]),
                    month = timex::find_word(words[3]);
  const bool last = words[0] == "last";
  if ((!last && !rank.is(timex::kOrdinal)) || !day.is(timex::kWeekday) || !month.is(timex::kMonth)) return false;
  name.nth = last ? -1 : rank.value;
  name.weekday = day.value;
  name.month = month.value;
  return last || rank.value <= 4;
}

bool read_easter(const std::vector<std::string>& words, NamedTime& name) {
  if (words.empty() || words[0] != "easter") return false;
  if (words.size() == 1) return name.from_easter = 0, true;
  if (words.size() != 3 || (words[1] != "+" && words[1] != "-") || number_of(words[2]) < 0 || number_of(words[2]) > 366)
    return false;
  name.from_easter = words[1] == "+" ? number_of(words[2]) : -number_of(words[2]);
  return true;
}

bool read_month_day(const std::vector<std::string>& words, NamedTime& name) {
  if (words.size() != 3 || words[1] != "-" || words[0].size() > 2) return false;
  name.month = number_of(words[0]);
  name.day = number_of(words[2]);
  return name.month >= 1 && name.month <= 12 && name.day >= 1 && name.day <= days_in_month(2000, name.month);
}

// What is wrong with the rule; empty when nothing is.
std::string read_rule(std::string_view text, NamedTime& name) {
  const std::vector<std::string> words = words_of(text);
  if (read_month_day(words, name) || read_nth_weekday(words, name) || read_easter(words, name)) return "";
  const auto edtf = parse_edtf(text);
  if (!edtf) return edtf.error().what;
  name.once = *edtf;
  return "";
}

}  // namespace

CivilDate NamedTime::date_in(std::int64_t year) const {
  if (from_easter)
    return civil_from_days(days_from_civil(timex::easter_sunday(std::max<std::int64_t>(year, 1))) + *from_easter);
  if (weekday == 0) return {year, month, std::min(day, days_in_month(year, month))};
  if (nth < 0) {
    const std::int64_t last = days_from_civil({year, month, days_in_month(year, month)});
    return civil_from_days(last - (weekday_of(last) - (weekday - 1) + 7) % 7);
  }
  const std::int64_t first = days_from_civil({year, month, 1});
  return civil_from_days(first + (weekday - 1 - weekday_of(first) + 7) % 7 + 7 * (nth - 1));
}

Result<TimexNames> TimexNames::parse(std::string_view text, std::string_view where) {
  TimexNames names;
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    line = trimmed(line.substr(0, line.find('#')));
    if (line.empty()) continue;
    const auto refused = [&](std::string what) {
      return Error{ErrorKind::refused, std::move(what), fmt::format("{}:{}", where, number),
                   "write NAME = 06-12, or see forewhen/timex/names.h"};
    };
    const std::size_t sign = line.find('=');
    if (sign == std::string_view::npos) {
      const std::vector<std::string> words = words_of(line);
      const bool fiscal = words.size() == 4 && words[0] == "fiscal" && words[1] == "year" && words[2] == "begins";
      if (!fiscal || !timex::find_word(words[3]).is(timex::kMonth))
        return refused(fmt::format("'{}' has no '='", line));
      names.fiscal_month_ = timex::find_word(words[3]).value;
      continue;
    }
    NamedTime name;
    name.words = words_of(trimmed(line.substr(0, sign)));
    if (name.words.empty()) return refused("the name is empty");
    const std::string wrong = read_rule(trimmed(line.substr(sign + 1)), name);
    if (!wrong.empty()) return refused(wrong);
    names.by_first_word_[name.words[0]].push_back(name);
    ++names.size_;
  }
  return names;
}

const std::vector<NamedTime>* TimexNames::beginning_with(const std::string& word) const {
  const auto found = by_first_word_.find(word);
  return found == by_first_word_.end() ? nullptr : &found->second;
}

}  // namespace forewhen
