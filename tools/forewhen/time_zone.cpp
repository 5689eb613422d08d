// SPDX-License-Identifier: Apache-2.0
#include "time_zone.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace forewhen {
namespace {

constexpr int kMostMinutes = 18 * 60;  // as ISO 8601 profiles have it; the zones in use end at +14:00

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || digits[0] == '-' || error != std::errc() || end != digits.data() + digits.size())
    return std::nullopt;
  return value;
}

// Of "hh:mm", "hhmm", "hh" after a sign, "mmm" after a sign or without one.
std::optional<int> minutes_of(std::string_view digits, bool is_signed) {
  const std::size_t colon = digits.find(':');
  const bool packed = is_signed && digits.size() == 4;
  if (colon != std::string_view::npos || packed) {
    const auto hours = number(digits.substr(0, packed ? 2 : colon));
    const auto minutes = number(digits.substr(packed ? 2 : colon + 1));
    if (!hours || !minutes || *minutes > 59) return std::nullopt;
    return *hours * 60 + *minutes;
  }
  const auto whole = number(digits);
  if (!whole) return std::nullopt;
  return is_signed && digits.size() <= 2 ? *whole * 60 : *whole;
}

}  // namespace

Result<int> parse_time_zone(std::string_view text) {
  if (text == "Z" || text == "UTC") return 0;
  const bool is_signed = !text.empty() && (text[0] == '+' || text[0] == '-');
  const auto minutes = minutes_of(text.substr(is_signed ? 1 : 0), is_signed);
  if (!minutes || *minutes > kMostMinutes)
    return Error{ErrorKind::usage, fmt::format("'{}' is no offset from UTC", text), "--time-zone",
                 "use +05:30, or 330 for minutes"};
  return text[0] == '-' ? -*minutes : *minutes;
}

}  // namespace forewhen
