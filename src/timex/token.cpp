// SPDX-License-Identifier: Apache-2.0
#include "timex/token.h"

namespace forewhen::timex {
namespace {

bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
bool is_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80; }
bool is_blank(unsigned char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }

constexpr std::int64_t kLargest = 1'000'000'000'000'000;

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) { tokens_.reserve(text.size() / 5 + 8); }

  std::vector<Token> run() {
    while (at_ < text_.size()) {
      const unsigned char c = static_cast<unsigned char>(text_[at_]);
      if (is_blank(c)) {
        skip_blanks();
      } else if (is_digit(c)) {
        number();
      } else if (general_punctuation()) {
        continue;
      } else if (is_letter(c)) {
        word();
      } else {
        mark(c, 1);
      }
    }
    return std::move(tokens_);
  }

 private:
  unsigned char peek(std::size_t ahead) const {
    return at_ + ahead < text_.size() ? static_cast<unsigned char>(text_[at_ + ahead]) : 0;
  }

  void skip_blanks() {
    int lines = 0;
    const std::size_t from = at_;
    while (at_ < text_.size() && is_blank(static_cast<unsigned char>(text_[at_]))) lines += text_[at_++] == '\n';
    blank_ = true;
    if (lines < 2) return;
    Token gap;
    gap.begin = static_cast<std::uint32_t>(from);
    gap.end = static_cast<std::uint32_t>(at_);
    gap.kind = TokenKind::gap;
    tokens_.push_back(gap);
  }

  Token& push(TokenKind kind, std::size_t size) {
    Token token;
    token.begin = static_cast<std::uint32_t>(at_);
    token.end = static_cast<std::uint32_t>(at_ + size);
    token.kind = kind;
    token.space_before = blank_;
    blank_ = false;
    at_ += size;
    return tokens_.emplace_back(token);
  }

  void mark(unsigned char c, std::size_t size) { push(TokenKind::mark, size).value = c; }

  // Dashes and quotes of U+2010..U+201F and the no-break space; everything else above ASCII counts as letters.
  bool general_punctuation() {
    const unsigned char a = peek(0), b = peek(1), c = peek(2);
    if (a == 0xC2 && b == 0xA0) {
      at_ += 2;
      blank_ = true;
      return true;
    }
    if (a != 0xE2 || b != 0x80) return false;
    if (c >= 0x90 && c <= 0x95) return mark('-', 3), true;
    if (c == 0x98 || c == 0x99) return mark('\'', 3), true;
    if (c >= 0x80 && c <= 0xBF) return mark('"', 3), true;
    return false;
  }

  void word() {
    std::size_t size = 1;
    while (true) {
      const unsigned char c = peek(size);
      if (!is_letter(c)) break;
      if (c == 0xE2 && peek(size + 1) == 0x80) break;
      if (c == 0xC2 && peek(size + 1) == 0xA0) break;
      ++size;
    }
    Token& token = push(TokenKind::word, size);
    token.capital = text_[token.begin] >= 'A' && text_[token.begin] <= 'Z';
    token.word = find_word(text_.substr(token.begin, size));
  }

  void number() {
    Token token;
    std::size_t size = 0;
    std::size_t digits = 0;
    const auto take_digits = [&] {
      for (; is_digit(peek(size)); ++size, ++digits)
        if (token.value < kLargest) token.value = token.value * 10 + (peek(size) - '0');
    };
    take_digits();
    while (digits <= 15 && size <= 15 && peek(size) == ',' && is_digit(peek(size + 1)) && is_digit(peek(size + 2)) &&
           is_digit(peek(size + 3)) && !is_digit(peek(size + 4)) && (token.grouped || digits <= 3)) {
      token.grouped = true;
      ++size;
      take_digits();
    }
    token.exact = static_cast<double>(token.value);
    if (peek(size) == '.' && is_digit(peek(size + 1))) read_decimals(token, size);
    Token& pushed = push(TokenKind::number, size);
    pushed.digits = static_cast<std::uint8_t>(digits > 255 ? 255 : digits);
    pushed.grouped = token.grouped;
    pushed.decimal = token.decimal;
    pushed.value = token.value;
    pushed.exact = token.exact;
  }

  // "2.5" is one number; "27.02.1998" and "1.2.3" are left as numbers and marks.
  void read_decimals(Token& token, std::size_t& size) const {
    std::size_t end = size + 1;
    double place = 0.1;
    double exact = token.exact;
    for (; is_digit(peek(end)); ++end, place /= 10) exact += place * (peek(end) - '0');
    if (peek(end) == '.' && is_digit(peek(end + 1))) return;
    const bool after_point = at_ > 1 && text_[at_ - 1] == '.' && is_digit(static_cast<unsigned char>(text_[at_ - 2]));
    if (after_point) return;
    token.exact = exact;
    token.decimal = true;
    size = end;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool blank_ = true;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> scan_tokens(std::string_view text) { return Scanner(text).run(); }

}  // namespace forewhen::timex
