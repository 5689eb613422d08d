// SPDX-License-Identifier: Apache-2.0
// libFuzzer target over arbitrary bytes (tools/fuzz.sh). The first two bytes choose the options.
#include <cstdint>
#include <cstdlib>

#include "tests/timex/timex_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace std::literals;
  if (size < 2) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
  const std::string_view text = bytes.substr(0, forewhen::find_invalid_utf8(bytes).value_or(bytes.size()));
  forewhen::TimexOptions options;
  if (data[0] & 1) options.published = *forewhen::parse_iso(data[0] & 2 ? "2021-11-08"sv : "0001-01-01"sv);
  options.kind = data[0] & 4 ? forewhen::TimexOptions::Kind::narrative : forewhen::TimexOptions::Kind::news;
  options.prefer = static_cast<forewhen::TimexOptions::Prefer>(data[0] >> 3 & 3);
  options.time_zone = forewhen::TimeZone::fixed(data[1] * 6 - 720);
  if (!forewhen::broken_property(text, options).empty()) std::abort();
  (void)forewhen::parse_edtf(text);
  return 0;
}
