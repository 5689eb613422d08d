// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/resolve.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "query/resolve_steps.h"

namespace forewhen {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() <= ' ' && text.front() >= 0) text.remove_prefix(1);
  while (!text.empty() && text.back() <= ' ' && text.back() >= 0) text.remove_suffix(1);
  return text;
}

// Takes "#2" off the end; 0 when there is none.
std::size_t take_choice(std::string_view& text) {
  const std::size_t at = text.rfind('#');
  if (at == std::string_view::npos || at + 1 == text.size()) return 0;
  std::size_t number = 0;
  const auto [stop, error] = std::from_chars(text.data() + at + 1, text.data() + text.size(), number);
  if (error != std::errc{} || stop != text.data() + text.size()) return 0;
  text = trimmed(text.substr(0, at));
  return number;
}

Result<Resolution> choose(Resolution resolution, std::size_t number) {
  if (number > resolution.candidates.size()) {
    return Error{ErrorKind::usage, fmt::format("there is no #{}, only {}", number, resolution.candidates.size()), "",
                 ""};
  }
  resolution.outcome = Resolution::Outcome::found;
  resolution.event = resolution.candidates[number - 1].event.id;
  resolution.how = fmt::format("number {} of {} was chosen", number, resolution.candidates.size());
  return resolution;
}

bool looks_like_prefix(std::string_view text) {
  const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  return text.size() >= 5 && text.size() < 17 && text[0] == 'e' && std::all_of(text.begin() + 1, text.end(), is_digit);
}

}  // namespace

Result<Resolution> resolve_event(const EventSource& source, std::string_view text, const EventFilter& filter) {
  text = trimmed(text);
  if (text.empty()) return Error{ErrorKind::usage, "no event is named", "", "give its id, @DOCUMENT:BYTE or words"};
  if (text[0] == '@') return resolve_position(source, text);
  for (const char letter : {'e', 'c'}) {
    if (const auto id = parse_id(letter, text)) return resolve_id(source, EventId{*id}, text);
  }
  if (looks_like_prefix(text)) {
    Result<Resolution> found = resolve_prefix(source, text);
    if (!found.ok() || found->outcome != Resolution::Outcome::not_found) return found;
  }
  if (Result<Resolution> found = resolve_record(source, text);
      !found.ok() || found->outcome != Resolution::Outcome::not_found) {
    return found;
  }
  const std::size_t number = take_choice(text);
  Result<Resolution> found = resolve_words(source, text, filter);
  if (number == 0 || !found.ok()) return found;
  return choose(*std::move(found), number);
}

std::string describe_candidate(const EventCandidate& candidate, std::size_t number) {
  std::string line = fmt::format("#{}  {}  {}  {}", number, describe_when(candidate.event), shown_id(candidate.event),
                                 candidate.event.summary);
  if (!candidate.missing.empty()) line += fmt::format("  (without {})", fmt::join(candidate.missing, ", "));
  return line;
}

Error to_error(const Resolution& resolution, std::string_view text) {
  const bool several = resolution.outcome == Resolution::Outcome::ambiguous;
  std::string what = several ? fmt::format("'{}' may be one of {}:", text, resolution.candidates.size())
                             : fmt::format("no event fits '{}'", text);
  if (!several && !resolution.candidates.empty()) what += "; the nearest are:";
  for (std::size_t i = 0; i < resolution.candidates.size(); ++i) {
    what += "\n  " + describe_candidate(resolution.candidates[i], i + 1);
  }
  return {several ? ErrorKind::ambiguous : ErrorKind::not_found, std::move(what), "", resolution.mend};
}

}  // namespace forewhen
