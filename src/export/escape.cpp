// SPDX-License-Identifier: Apache-2.0
#include "export/escape.h"

#include <fmt/format.h>

#include "forewhen/base/utf8.h"

namespace forewhen {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

// Valid UTF-8: each byte that is not becomes U+FFFD.
std::string valid(std::string_view text) {
  std::string out;
  while (const auto bad = find_invalid_utf8(text)) {
    out += text.substr(0, *bad);
    out += kReplacement;
    text.remove_prefix(*bad + 1);
  }
  out += text;
  return out;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

std::string marked_up(std::string_view text, const char* apostrophe) {
  std::string out;
  const std::string clean = valid(text);
  for (std::size_t i = 0; i < clean.size(); ++i) {
    const char c = clean[i];
    // U+FFFE and U+FFFF are no characters of XML.
    if (c == '\xEF' && i + 2 < clean.size() && clean[i + 1] == '\xBF' && (clean[i + 2] & '\xFE') == '\xBE') {
      out += kReplacement;
      i += 2;
      continue;
    }
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += apostrophe;
        break;
      case '\n':
      case '\t':
      case '\r':
        out += fmt::format("&#{};", static_cast<int>(c));
        break;
      default:
        out += is_control(c) && c != 0x7F ? std::string(kReplacement) : std::string(1, c);
    }
  }
  return out;
}

}  // namespace

std::string xml_text(std::string_view text) { return marked_up(text, "&apos;"); }
std::string html_text(std::string_view text) { return marked_up(text, "&#39;"); }

std::string csv_cell(std::string_view text) {
  const std::string clean = valid(text);
  if (clean.find_first_of("\",\r\n") == std::string::npos &&
      (clean.empty() || (clean.front() != ' ' && clean.back() != ' ')))
    return clean;
  std::string out = "\"";
  for (const char c : clean) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

std::string dot_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : valid(text)) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += is_control(c) ? ' ' : c;
    }
  }
  return out + '"';
}

std::string turtle_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : valid(text)) {
    switch (c) {
      case '"':
      case '\\':
        out += '\\';
        out += c;
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += is_control(c) ? fmt::format("\\u{:04X}", static_cast<int>(c)) : std::string(1, c);
    }
  }
  return out + '"';
}

std::string iri_part(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::string ics_text(std::string_view text) {
  std::string out;
  for (const char c : valid(text)) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (c != '\r') {
      out += is_control(c) && c != '\t' ? ' ' : c;
    }
  }
  return out;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : valid(text)) {
    if (!is_control(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string markdown_text(std::string_view text) {
  const std::string line = one_line(text);
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const std::string_view rest = std::string_view(line).substr(i);
    if (std::string_view("\\`*_[]|~$#!").find(c) != std::string_view::npos) {
      out += '\\';
      out += c;
    } else if (c == '<' || c == '>' || c == '&') {
      out += c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;";
    } else if (c == '@' || rest.starts_with("://") || rest.starts_with("www.")) {  // GitHub makes links of these
      out += fmt::format("&#{};", static_cast<int>(c));
    } else {
      out += c;
    }
  }
  return out;
}

std::string safe_url(std::string_view url) {
  for (const char* scheme : {"http://", "https://"}) {
    if (!url.starts_with(scheme)) continue;
    std::string out;
    for (const char c : url) {
      const bool awkward = is_control(c) || c == ' ' || c == '"' || c == '<' || c == '>' || c == '\\' || c == '^' ||
                           c == '`' || c == '{' || c == '|' || c == '}' || static_cast<unsigned char>(c) >= 0x80;
      out += awkward ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
    }
    return out;
  }
  return "";
}

}  // namespace forewhen
