// SPDX-License-Identifier: Apache-2.0
// The dictionary of agents: offices and kinds of people, whose codes go before ("NGO~") or after ("~GOV") the actor's.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "coding/phrase.h"
#include "forewhen/base/result.h"

namespace forewhen {

struct AgentPhrase {
  Phrase phrase;
  std::string code;  // without "~"
  bool before = false;
};

class AgentDictionary {
 public:
  // Reads one more file. Lines that are not understood are added to `problems`, and the rest goes on.
  void read(std::string_view text, const std::string& where, std::vector<Error>& problems);

  struct Match {
    const AgentPhrase* agent = nullptr;  // nullptr: there is none
    std::size_t length = 0;              // words
  };
  // The longest phrase that begins at that word.
  Match find(const Words& words, std::size_t begin) const;
  bool begins(const std::string& word) const { return agents_.contains(word); }
  std::size_t size() const { return entries_; }

 private:
  bool add_form(std::string_view text, std::string_view code);

  std::unordered_map<std::string, std::vector<AgentPhrase>> agents_;  // by first word, the longest first
  std::size_t entries_ = 0;                                           // lines, without their plurals
};

// Regular plural of a phrase in capitals, made at its last word: MINISTRY, MINISTRIES; PRESS, PRESSES.
std::string plural_of(std::string_view phrase);

}  // namespace forewhen
