// SPDX-License-Identifier: Apache-2.0
#include "timeml.h"

#include <fmt/format.h>

namespace forewhen {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// U+FFFE and U+FFFF, the last characters of the basic plane, are the only ones beyond C0 that UTF-8 has and XML not.
bool is_noncharacter(std::string_view at) { return at.starts_with("\xEF\xBF\xBE") || at.starts_with("\xEF\xBF\xBF"); }

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    switch (c) {
      case '<':
        out += "&lt;";
        continue;
      case '>':
        out += "&gt;";
        continue;
      case '&':
        out += "&amp;";
        continue;
      case '"':
        out += "&quot;";
        continue;
      case '\r':
        out += "&#13;";
        continue;  // a parser turns a bare one into a line feed
      case '\t':
      case '\n':
        out += c;
        continue;
      default:
        break;
    }
    if (static_cast<unsigned char>(c) < 0x20) {
      out += kReplacement;
    } else if (c == '\xEF' && is_noncharacter(text.substr(i))) {
      out += kReplacement;
      i += 2;
    } else {
      out += c;
    }
  }
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out += fmt::format(" {}=\"", name);
  append_escaped(out, value);
  out += '"';
}

void append_timex3(std::string& out, std::string_view words, const Timex& timex, std::size_t number) {
  out += "<TIMEX3";
  append_attribute(out, "tid", fmt::format("t{}", number));
  append_attribute(out, "type", name_of(timex.type));
  append_attribute(out, "value", timex.value);
  if (!timex.mod.empty()) append_attribute(out, "mod", timex.mod);
  if (!timex.quant.empty()) append_attribute(out, "quant", timex.quant);
  if (!timex.freq.empty()) append_attribute(out, "freq", timex.freq);
  if (!timex.invalid.empty()) append_attribute(out, "comment", "no such date: " + timex.invalid);
  out += '>';
  append_escaped(out, words);
  out += "</TIMEX3>";
}

void append_element(std::string& out, std::string_view name, std::string_view text) {
  out += fmt::format("<{}>", name);
  append_escaped(out, text);
  out += fmt::format("</{}>\n", name);
}

std::string creation_time(const Document& document) {
  if (!document.published) return "";
  const std::string value = format_iso(*document.published);
  return fmt::format("<TIMEX3 tid=\"t0\" type=\"{}\" value=\"{}\" functionInDocument=\"CREATION_TIME\">{}</TIMEX3>",
                     value.find('T') == std::string::npos ? "DATE" : "TIME", value, value);
}

}  // namespace

std::string to_inline_timex3(std::string_view text, const std::vector<Timex>& times) {
  std::string out;
  out.reserve(text.size() + times.size() * 64);
  std::size_t at = 0;
  for (std::size_t i = 0; i < times.size(); ++i) {
    append_escaped(out, text.substr(at, times[i].span.begin - at));
    append_timex3(out, times[i].span.of(text), times[i], i + 1);
    at = times[i].span.end;
  }
  append_escaped(out, text.substr(at));
  return out;
}

std::string to_timeml(const Document& document, const std::vector<Timex>& times) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<TimeML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
      "xsi:noNamespaceSchemaLocation=\"http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd\">\n";
  append_element(out, "DOCID", document.id);
  out += fmt::format("<DCT>{}</DCT>\n", creation_time(document));
  if (!document.title.empty()) append_element(out, "TITLE", document.title);
  out += "<TEXT>" + to_inline_timex3(document.text, times) + "</TEXT>\n</TimeML>\n";
  return out;
}

}  // namespace forewhen
