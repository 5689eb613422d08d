// SPDX-License-Identifier: Apache-2.0
#include "ingest/json_fault.h"

#include <fmt/format.h>

#include <cstdint>
#include <optional>

namespace forewhen::ingest {
namespace {

// simdjson's own limit of nesting; deeper texts are refused by it, and so here.
constexpr std::size_t kMaxDepth = 1024;

// Recursive descent over the grammar. Every function returns false when it has set the fault.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  JsonFault run() {
    if (value(0)) {
      blanks();
      if (at_ < text_.size()) fail("a second value begins");
    }
    return fault_;
  }

 private:
  bool fail(std::string what) {
    fault_ = {std::move(what), at_};
    return false;
  }
  bool unexpected(const char* inside) {
    if (at_ >= text_.size()) return fail(fmt::format("cut off inside {}", inside));
    const auto c = static_cast<unsigned char>(text_[at_]);
    return fail(c > 0x20 && c < 0x7F ? fmt::format("unexpected '{}' in {}", text_[at_], inside)
                                     : fmt::format("unexpected byte 0x{:02X} in {}", c, inside));
  }
  bool at(char c) const { return at_ < text_.size() && text_[at_] == c; }
  bool take(char c) { return at(c) && ++at_; }
  bool at_digit() const { return at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9'; }
  void blanks() {
    while (at(' ') || at('\t') || at('\r') || at('\n')) ++at_;
  }

  bool value(std::size_t depth) {
    blanks();
    if (depth > kMaxDepth) return fail("nested too deeply");
    if (at('{')) return members(depth);
    if (at('[')) return elements(depth);
    if (at('"')) return string();
    if (at('-') || at_digit()) return number();
    for (std::string_view word : {"true", "false", "null"}) {
      if (text_.substr(at_, word.size()) != word) continue;
      at_ += word.size();
      return true;
    }
    return unexpected("a value");
  }

  bool members(std::size_t depth) {
    ++at_;
    blanks();
    if (take('}')) return true;
    for (;;) {
      blanks();
      if (!at('"')) return unexpected("an object");
      if (!string()) return false;
      blanks();
      if (!take(':')) return unexpected("an object");
      if (!value(depth + 1)) return false;
      blanks();
      if (take('}')) return true;
      if (!take(',')) return unexpected("an object");
    }
  }

  bool elements(std::size_t depth) {
    ++at_;
    blanks();
    if (take(']')) return true;
    for (;;) {
      if (!value(depth + 1)) return false;
      blanks();
      if (take(']')) return true;
      if (!take(',')) return unexpected("an array");
    }
  }

  bool string() {
    ++at_;
    while (at_ < text_.size()) {
      if (take('"')) return true;
      if (static_cast<unsigned char>(text_[at_]) < 0x20)
        return fail("a control character stands unescaped in a string");
      if (at('\\')) {
        if (!escape()) return false;
      } else {
        ++at_;
      }
    }
    return unexpected("a string");
  }

  bool escape() {
    const std::size_t begin = at_++;
    if (!take('u')) {
      if (at_ >= text_.size()) return unexpected("a string");
      if (std::string_view("\"\\/bfnrt").find(text_[at_]) != std::string_view::npos) return ++at_;
      at_ = begin;
      return fail("an escape that JSON does not know");
    }
    const auto first = hex4();
    const bool high = first && *first >= 0xD800 && *first < 0xDC00;
    const bool low = first && *first >= 0xDC00 && *first < 0xE000;
    std::optional<std::uint32_t> second;
    if (high && text_.substr(at_, 2) == "\\u") {
      at_ += 2;
      second = hex4();
    }
    if (first && !low && (!high || (second && *second >= 0xDC00 && *second < 0xE000))) return true;
    at_ = begin;
    return fail(first ? "half of a surrogate pair" : "\\u without four hexadecimal digits");
  }

  std::optional<std::uint32_t> hex4() {
    std::uint32_t code = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
      if (at_ >= text_.size()) return std::nullopt;
      const auto digit = std::string_view("0123456789abcdef").find(static_cast<char>(text_[at_] | 0x20));
      const bool letter = (text_[at_] >= 'A' && text_[at_] <= 'F') || (text_[at_] >= 'a' && text_[at_] <= 'f');
      if (digit == std::string_view::npos || !(at_digit() || letter)) return std::nullopt;
      code = code * 16 + static_cast<std::uint32_t>(digit);
    }
    return code;
  }

  bool digits() {
    if (!at_digit()) return unexpected("a number");
    while (at_digit()) ++at_;
    return true;
  }

  bool number() {
    take('-');
    if (take('0')) {
      if (at_digit()) return fail("a number with a leading zero");
    } else if (!digits()) {
      return false;
    }
    if (take('.') && !digits()) return false;
    if (take('e') || take('E')) {
      if (!take('+')) take('-');
      return digits();
    }
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  JsonFault fault_;
};

}  // namespace

JsonFault find_json_fault(std::string_view text) { return Scanner(text).run(); }

}  // namespace forewhen::ingest
