// SPDX-License-Identifier: Apache-2.0
// A scanner from left to right. White space parts chunks; in a chunk a word runs on over a joining character (the
// period of "U.S.", the comma of "1,200", the hyphen of "anti-war") when its neighbours say so, and everything else is
// punctuation, one token a character or a run of the same.
#include "text/tokens.h"

#include <algorithm>
#include <array>
#include <string>

#include "forewhen/text/letter_case.h"
#include "text/abbreviations.h"
#include "text/character.h"
#include "text/clitics.h"

namespace forewhen {
namespace {

using namespace std::literals;

constexpr std::array emoticons{":)"sv,  ":-)"sv, ":("sv, ":-("sv, ";)"sv, ";-)"sv, ":D"sv,
                               ":-D"sv, ":P"sv,  ":p"sv, "=)"sv,  "<3"sv, ":/"sv};
constexpr std::array slashed{"w/o"sv, "w/"sv,  "s/he"sv, "c/o"sv,   "n/a"sv,
                             "b/t"sv, "l/c"sv, "i/c"sv,  "w/out"sv, "b/c"sv};
constexpr std::array elided{"em"sv, "til"sv, "till"sv, "cause"sv, "bout"sv, "tis"sv, "twas"sv};
constexpr std::size_t longest_ornament = 32;   // more punctuation without a break is a drawing, not text
constexpr std::size_t longest_address = 2048;  // these bounds keep the time linear on hostile input
constexpr std::size_t longest_compound = 24;

class Scanner {
 public:
  Scanner(std::string_view text, Span paragraph) : text_(text.substr(0, paragraph.end)), at_(paragraph.begin) {}

  std::vector<Token> run() {
    while (true) {
      bool space = tokens_.empty();
      for (; at_ < text_.size() && is_blank(here()); at_ = next_character(text_, at_)) space = true;
      if (at_ >= text_.size()) return std::move(tokens_);
      space_ = space;
      scan_chunk(find_chunk_end());
    }
  }

 private:
  char32_t here() const { return character_at(text_, at_); }
  char32_t after(std::size_t position) const { return character_at(text_, next_character(text_, position)); }
  char32_t before(std::size_t position) const { return position > chunk_ ? character_before(text_, position) : 0; }
  std::string_view piece(std::size_t begin, std::size_t end) const { return text_.substr(begin, end - begin); }

  std::size_t find_chunk_end() const {
    std::size_t end = at_;
    while (end < text_.size() && !is_blank(character_at(text_, end))) end = next_character(text_, end);
    return end;
  }

  void emit(std::size_t end) {
    tokens_.push_back({{static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)}, space_});
    space_ = false;
    at_ = end;
  }

  void scan_chunk(std::size_t end) {
    chunk_ = at_;
    chunk_end_ = end;
    const std::string_view chunk = piece(at_, end);
    if (std::find(emoticons.begin(), emoticons.end(), chunk) != emoticons.end()) return emit(end);
    while (at_ < end) {
      if (scan_address() || scan_word()) continue;
      scan_punctuation();
    }
  }

  // A web or mail address, a file path with a scheme: one token without the punctuation after it.
  bool scan_address() {
    const std::string_view rest = piece(at_, chunk_end_);
    if (rest.size() > longest_address || !is_word_character(here())) return false;
    if (at_ != chunk_ && !is_opening(before(at_)) && !is_quote(before(at_)) && before(at_) != '<') return false;
    const std::size_t limit = std::min<std::size_t>(rest.size(), 12);
    const bool web = rest.substr(0, limit).find("://") != std::string_view::npos || rest.starts_with("www.") ||
                     rest.starts_with("mailto:");
    const bool mail = !web && is_mail(rest);
    if (!web && !mail) return false;
    std::size_t end = chunk_end_;
    if (const std::size_t stop = rest.find_first_of("<>\""); stop != std::string_view::npos && stop > 0)
      end = at_ + stop;
    while (end > at_ + 1 && is_trailing(character_before(text_, end))) end = previous_character(text_, end);
    emit(end);
    return true;
  }

  static bool is_trailing(char32_t c) {
    return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || (is_closing(c) && c != ']');
  }

  static bool is_mail(std::string_view chunk) {
    const std::size_t at = chunk.find('@');
    if (at == std::string_view::npos || at == 0 || at + 1 >= chunk.size()) return false;
    if (!is_word_character(static_cast<unsigned char>(chunk.front()))) return false;
    return chunk.find('.', at) != std::string_view::npos && is_letter(character_at(chunk, at + 1));
  }

  // A word from here on, cut at its clitics. False when no word begins here.
  bool scan_word() {
    const std::size_t end = find_word_end();
    if (end == at_) return false;
    const std::size_t begin = at_;
    for (const std::size_t cut : find_clitics(piece(begin, end))) emit(begin + cut);
    emit(end);
    return true;
  }

  std::size_t find_word_end() const {
    std::size_t end = skip_word_start();
    if (end == at_ && !is_word_character(here())) return at_;
    while (end < chunk_end_) {
      const char32_t c = character_at(text_, end);
      if (is_word_character(c)) {
        end = next_character(text_, end);
      } else if (c == '.' && !is_word_character(after(end))) {
        return period_belongs(end) ? end + 1 : end;
      } else if (joins(c, end)) {
        end = next_character(text_, end);
      } else if (c == '$' && end - at_ <= 3 && is_upper(before(end))) {
        return end + 1;  // US$, A$
      } else {
        return end;
      }
    }
    return end;
  }

  // Marks that open a word: '90s, 'em, #topic, @name, +44. Returns where the word proper begins; at_ without a mark.
  std::size_t skip_word_start() const {
    const char32_t c = here();
    const std::size_t next = next_character(text_, at_);
    if (next >= chunk_end_) return at_;
    const char32_t second = character_at(text_, next);
    if (is_apostrophe(c) && opens_elision(next)) return next;
    if ((c == '#' || c == '@') && is_letter(second) && !is_word_character(before(at_))) return next;
    if (c == '+' && is_digit(second) && at_ == chunk_) return next;
    if (c == '.' && is_digit(second) && at_ == chunk_) return next;
    return at_;
  }

  bool opens_elision(std::size_t next) const {
    std::size_t end = next;
    while (end < chunk_end_ && end - next < 8 && is_word_character(character_at(text_, end)))
      end = next_character(text_, end);
    const std::string word = lower_case(piece(next, end));
    if (is_digit(character_at(text_, next))) {
      const std::size_t digits = word.find_first_not_of("0123456789");
      return digits == std::string::npos ? word.size() == 2 && !is_apostrophe(character_at(text_, end))
                                         : digits == 2 && word.substr(digits) == "s";
    }
    if (std::find(elided.begin(), elided.end(), word) != elided.end()) return true;
    if (end != chunk_end_ && is_word_character(character_at(text_, end))) return false;
    // A clitic that stands apart or after punctuation: Smith 's, (NATO)'s.
    return word == "s" || word == "re" || word == "ve" || word == "ll" || word == "d" || word == "m";
  }

  // Does the character at `p`, which is no letter, join what stands before and after it to one word?
  bool joins(char32_t c, std::size_t p) const {
    const char32_t left = before(p);
    const char32_t right = after(p);
    if (next_character(text_, p) >= chunk_end_ || !is_word_character(right)) return c == '/' && is_slashed();
    if (c == '.') return !(is_upper(right) && ends_lower_word(p));
    if (c == ',') return is_digit(left) && is_thousands(p);
    if (c == ':') return is_digit(left) && is_digit(right);
    if (is_apostrophe(c)) return is_word_character(left) && is_word_character(right);
    if (c == '&' || c == '*' || c == '@') return is_letter(left) && is_letter(right);
    if (c == '/') return (is_digit(left) && is_digit(right)) || is_slashed();
    if (is_hyphen(c)) return joins_hyphen(p);
    return false;
  }

  // "1,200"; but "18,19" are two numbers.
  bool is_thousands(std::size_t p) const {
    const std::string_view digits = piece(p + 1, std::min(chunk_end_, p + 5));
    const std::size_t count = std::min(digits.find_first_not_of("0123456789"), digits.size());
    return count == 3;
  }

  bool is_slashed() const {
    const std::string chunk = lower_case(piece(chunk_, std::min(chunk_end_, chunk_ + 8)));
    return std::any_of(slashed.begin(), slashed.end(), [&](std::string_view known) {
      return chunk.starts_with(known) &&
             (chunk.size() == known.size() || !is_word_character(character_at(chunk, known.size())));
    });
  }

  // "yesterday.The": a sentence ended without a blank.
  bool ends_lower_word(std::size_t p) const {
    return is_lower(before(p)) && p >= chunk_ + 3 && is_lower(character_before(text_, previous_character(text_, p)));
  }

  bool joins_hyphen(std::size_t p) const {
    if (p - at_ > longest_compound) return false;
    const std::size_t next = next_character(text_, p);
    const std::string left = lower_case(piece(at_, p));
    if (left.find_first_not_of("0123456789-./") == std::string::npos) return is_code(left, next);
    return is_joined_prefix(left) && is_word_character(character_at(text_, next));
  }

  // Telephone numbers and dates in digits stay whole (555-0134, 11-20-2000); ranges (3-4, 1990-1995) do not.
  bool is_code(const std::string& left, std::size_t next) const {
    std::size_t end = next;
    while (end < chunk_end_ && end - next < 5 && is_digit(character_at(text_, end))) end = next_character(text_, end);
    const std::size_t digits = end - next;
    if (left.find('-') != std::string::npos) return digits > 0;
    if (is_hyphen(character_at(text_, end)) && is_digit(after(end))) return digits > 0;
    return left.size() == 3 && digits == 4;
  }

  // Is the period at `p`, with no letter or digit after it, part of the word before it?
  bool period_belongs(std::size_t p) const {
    const std::string word = lower_case(piece(at_, p));
    if (character_at(text_, p + 1) == '.') return false;
    const char32_t follower = next_visible(p + 1);
    if (word.find('.') != std::string::npos) return is_letter_abbreviation(word);
    if (word.find_first_not_of("0123456789") == std::string::npos)
      return word.size() < 3 && is_letter(follower) && begins_sentence();
    if (next_character(word, 0) == word.size()) return is_initial(p, follower);
    switch (find_abbreviation(word)) {
      case Abbreviation::none:
        return false;
      case Abbreviation::before_number:
        return is_digit(follower);
      case Abbreviation::title:
        return follower != 0;
      case Abbreviation::plain:
        return follower != 0;
    }
    return false;
  }

  // Does the word from here on stand at the start of a sentence, as numbers of a list do?
  bool begins_sentence() const {
    if (tokens_.empty()) return true;
    const char last = text_[tokens_.back().span.end - 1];
    return last == '.' || last == '!' || last == '?' || last == ':';
  }

  // "u.s", "ph.d", "a.m": no part longer than two letters.
  static bool is_letter_abbreviation(const std::string& word) {
    std::size_t part = 0;
    for (const char c : word) {
      if (is_digit(static_cast<unsigned char>(c))) return false;
      part = c == '.' ? 0 : part + 1;
      if (part > 2) return false;
    }
    return true;
  }

  // "J. Okafor", "p. 12"; not "plan B." at the end.
  bool is_initial(std::size_t p, char32_t follower) const {
    const char32_t letter = character_before(text_, p);
    const bool noted = letter == 'p' || letter == 'c' || letter == 'b' || letter == 'd';
    if (!is_upper(letter)) return noted && (is_digit(follower) || before(at_) == '(');
    return (is_upper(follower) && !opener_follows(p + 1)) || follower == ',';
  }

  bool opener_follows(std::size_t position) const {
    while (position < text_.size() && is_blank(character_at(text_, position)))
      position = next_character(text_, position);
    std::size_t end = position;
    while (end < text_.size() && end - position < 16 && is_letter(character_at(text_, end)))
      end = next_character(text_, end);
    return end - position > 1 && is_sentence_opener(lower_case(piece(position, end)));
  }

  char32_t next_visible(std::size_t position) const {
    // A stretch of white space this long parts what stands around it anyway.
    for (std::size_t limit = position + 64; position < text_.size() && position < limit;) {
      const char32_t c = character_at(text_, position);
      if (!is_blank(c)) return c;
      position = next_character(text_, position);
    }
    return 0;
  }

  void scan_punctuation() {
    const char32_t c = here();
    std::size_t end = next_character(text_, at_);
    if (c == '.' || c == '!' || c == '?') {
      while (end < chunk_end_ && (text_[end] == '!' || text_[end] == '?' || (c == '.' && text_[end] == '.'))) ++end;
    } else if (c == '-' || c == '*' || c == '=' || c == '_' || c == '~' || c == '#' || c == '`' || c == '\'' ||
               c == '>' || c == '<') {
      while (end < chunk_end_ && text_[end] == static_cast<char>(c)) ++end;
    }
    emit(std::max(end, find_ornament_end()));
  }

  std::size_t find_ornament_end() const {
    std::size_t end = at_;
    while (end < chunk_end_ && !is_word_character(character_at(text_, end))) end = next_character(text_, end);
    return end - at_ > longest_ornament ? end : at_;
  }

  std::string_view text_;  // up to the end of the paragraph
  std::size_t at_;
  std::size_t chunk_ = 0;
  std::size_t chunk_end_ = 0;
  bool space_ = false;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text, Span paragraph) { return Scanner(text, paragraph).run(); }

}  // namespace forewhen
