// SPDX-License-Identifier: Apache-2.0
#include "coding/pattern_text.h"

#include <algorithm>

namespace forewhen {
namespace {

constexpr std::size_t kMostElements = 64;

// A piece of the pattern in the order of the text. `attached`: to the piece before it.
struct Piece {
  std::string text;
  bool attached = false;
};

std::vector<Piece> pieces_of(std::string_view text) {
  constexpr std::string_view kSingle = "*$+^%";
  std::vector<Piece> pieces;
  std::string word;
  bool attached = false;
  const auto flush = [&] {
    for (const std::string& part : normal_words(word)) {
      pieces.push_back({part, attached});
      attached = true;
    }
    word.clear();
    attached = false;
  };
  bool underscore = false;
  for (char c : text) {
    if (std::string_view(" \t(){}").find(c) != std::string_view::npos) {
      flush();
      underscore = false;  // "IN_ *" is "IN *"
    } else if (c == '_') {
      flush();
      underscore = true;
    } else if (kSingle.find(c) != std::string_view::npos) {
      flush();
      pieces.push_back({std::string(1, c), underscore});
      underscore = false;
    } else {
      if (word.empty()) {
        attached = underscore;
        underscore = false;
      }
      word += c;
    }
  }
  flush();
  return pieces;
}

}  // namespace

std::string parse_pattern(std::string_view text, const FindSynset& find_synset, Pattern& pattern) {
  const std::vector<Piece> pieces = pieces_of(text);
  const auto is_verb = [](const Piece& piece) { return piece.text == "*"; };
  const auto verb = std::find_if(pieces.begin(), pieces.end(), is_verb);
  if (pieces.size() > kMostElements) return "a pattern of too many elements";
  if (verb == pieces.end()) return "a pattern without its verb, \"*\"";
  if (std::count_if(pieces.begin(), pieces.end(), is_verb) > 1) return "a pattern with more than one \"*\"";
  std::string fault;
  const auto element = [&](const Piece& piece, bool attached) {
    using Kind = PatternElement::Kind;
    PatternElement out;
    out.attached = attached;
    if (piece.text == "$") {
      out.kind = Kind::source;
    } else if (piece.text == "+") {
      out.kind = Kind::target;
    } else if (piece.text == "^") {
      out.kind = Kind::skip;
    } else if (piece.text == "%") {
      out.kind = Kind::compound;
    } else if (piece.text[0] == '&') {
      out.kind = Kind::synset;
      out.synset = find_synset(piece.text.substr(1));
      if (out.synset == kNoSynset) fault = "a synonym set that is not defined: " + piece.text;
    } else {
      out.word = piece.text;
    }
    return out;
  };
  for (auto piece = verb + 1; piece != pieces.end(); ++piece) pattern.after.push_back(element(*piece, piece->attached));
  for (auto piece = verb; piece != pieces.begin(); --piece)
    pattern.before.push_back(element(*(piece - 1), piece->attached));
  return fault;
}

}  // namespace forewhen
