// SPDX-License-Identifier: Apache-2.0
// The dictionary of actors: names with codes that may hold for a time only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "coding/phrase.h"
#include "forewhen/base/result.h"
#include "forewhen/time/civil.h"

namespace forewhen {

struct ActorCode {
  std::string code;
  std::optional<CivilDate> first, last;  // days for which it holds, both inclusive

  bool is_restricted() const { return first || last; }
};

class ActorDictionary {
 public:
  // Reads one more file. Lines that are not understood are added to `problems`, and the rest goes on.
  void read(std::string_view text, const std::string& where, std::vector<Error>& problems);

  struct Match {
    std::string code;        // "---" when no code holds on that day
    std::size_t length = 0;  // words; 0: there is no actor
  };
  // The longest name that begins at that word.
  Match find(const Words& words, std::size_t begin, const std::optional<CivilDate>& day) const;
  bool begins(const std::string& word) const { return names_.contains(word); }
  std::size_t size() const { return codes_.size(); }

 private:
  struct Name {
    Phrase phrase;
    std::size_t actor = 0;  // index into codes_
  };
  void add_name(std::string_view text);
  std::string code_on(std::size_t actor, const std::optional<CivilDate>& day) const;

  std::vector<std::vector<ActorCode>> codes_;                 // per actor, in the order of the file
  std::unordered_map<std::string, std::vector<Name>> names_;  // by first word, the longest first
};

}  // namespace forewhen
