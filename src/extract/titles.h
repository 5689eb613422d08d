// SPDX-License-Identifier: Apache-2.0
// What stands before a person's name: honorifics (Mr.), ranks (Brigadier General), offices (foreign minister).
// Data: data/titles.tsv. Given names, for telling a person from a place or a firm: data/given_names.txt.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "forewhen/base/result.h"

namespace forewhen {

enum class TitleKind : std::uint8_t { honorific, rank, office, religious, occupation };
enum class Gender : std::uint8_t { unknown, male, female };

struct Title {
  std::string_view words;  // lower case, one space between tokens, no full stops: "brigadier general", "gen"
  TitleKind kind = TitleKind::office;
  std::string_view full;    // what an abbreviation stands for: "pm" -> "prime minister"; else the words themselves
  std::string_view sector;  // CAMEO/PLOVER sector of its holder: GOV, MIL, LEG, JUD, COP, REL, ...; "" when open
  Gender gender = Gender::unknown;
};

class Titles {
 public:
  static Result<Titles> load(std::string text, std::string_view where);
  static Result<Titles> load_default();

  struct Match {
    const Title* title = nullptr;  // nullptr: none
    std::size_t tokens = 0;        // how many it takes
    explicit operator bool() const { return title != nullptr; }
  };
  // The longest title that begins with the first of these lower-case tokens ("gen" and "gen." are the same).
  Match match(std::span<const std::string_view> tokens) const;
  const Title* find(std::string_view words) const;
  std::span<const Title> all() const { return titles_; }

 private:
  std::shared_ptr<const std::string> text_;
  std::vector<Title> titles_;  // by words
};

class GivenNames {
 public:
  // One name a line, "Ahmad" or "Ahmad<tab>m" (m, f; nothing for both or unknown), sorted.
  static Result<GivenNames> load(std::string text, std::string_view where);
  static Result<GivenNames> load_default();
  bool contains(std::string_view name) const;
  Gender gender_of(std::string_view name) const;
  std::size_t size() const { return names_.size(); }

 private:
  struct Name {
    std::string_view name;
    Gender gender;
  };
  const Name* find(std::string_view name) const;

  std::shared_ptr<const std::string> text_;
  std::vector<Name> names_;
};

}  // namespace forewhen
