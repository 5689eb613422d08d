// SPDX-License-Identifier: Apache-2.0
#include "coding/agents.h"

#include <algorithm>
#include <map>

#include "coding/dictionary_lines.h"

namespace forewhen {
namespace {

// !MARKER! = WORD, WORD
using Markers = std::map<std::string, std::vector<std::string>, std::less<>>;

bool read_marker(std::string_view line, Markers& markers) {
  const std::size_t close = line.find('!', 1);
  const std::size_t equals = line.find('=');
  if (close == std::string_view::npos || equals < close) return false;
  std::vector<std::string> words;
  for (std::string_view rest = line.substr(equals + 1); !rest.empty();) {
    const std::size_t comma = rest.find(',');
    const std::string_view word = trimmed(rest.substr(0, comma));
    if (!word.empty()) words.emplace_back(word);
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
  }
  const std::string_view name = trimmed(line.substr(1, close - 1));
  if (name.empty() || words.empty()) return false;
  markers[std::string(name)] = std::move(words);
  return true;
}

// The forms of an agent's phrase; empty, with the reason, when the line is not understood.
std::vector<std::string> forms_of(std::string_view head, const Markers& markers, std::string& why) {
  const std::size_t marker = head.find('!');
  if (marker != std::string_view::npos) {
    const std::size_t close = head.find('!', marker + 1);
    const auto words = close == std::string_view::npos
                           ? markers.end()
                           : markers.find(trimmed(head.substr(marker + 1, close - marker - 1)));
    if (words == markers.end()) {
      why = "a substitution marker that is not defined";
      return {};
    }
    const std::size_t end = head.find('{', close);
    const std::string_view after =
        trimmed(head.substr(close + 1, end == std::string_view::npos ? std::string_view::npos : end - close - 1));
    std::vector<std::string> forms;
    for (const std::string& word : words->second)
      forms.push_back(std::string(head.substr(0, marker)) + word + std::string(after));
    return forms;
  }
  const std::size_t open = head.find('{');
  if (open == std::string_view::npos) return {std::string(head), plural_of(head)};
  const std::size_t close = head.find('}', open);
  if (close == std::string_view::npos) {
    why = "a plural without its closing brace";
    return {};
  }
  std::vector<std::string> forms = {std::string(trimmed(head.substr(0, open)))};
  const std::string_view plural = trimmed(head.substr(open + 1, close - open - 1));
  if (!plural.empty()) forms.emplace_back(plural);
  return forms;
}

}  // namespace

std::string plural_of(std::string_view phrase) {
  if (phrase.empty()) return {};
  std::string plural(phrase);
  const char last = plural.back();
  if (last == 'Y' || last == 'y') {
    plural.back() = last == 'Y' ? 'I' : 'i';
    return plural + (last == 'Y' ? "ES" : "es");
  }
  return plural + (last == 'S' || last == 's' ? "ES" : "S");
}

void AgentDictionary::read(std::string_view text, const std::string& where, std::vector<Error>& problems) {
  const LineProblems wrong(where, problems);
  Markers markers;
  for (const DictionaryLine& line : dictionary_lines(text)) {
    const std::string_view bare = trimmed(line.text);
    if (bare[0] == '!' && bare.find('=') != std::string_view::npos) {
      if (!read_marker(bare, markers))
        wrong.add(line, "a substitution marker that is not understood", "write !NAME! = WORD, WORD");
      continue;
    }
    const CodedLine parts = split_code(bare);
    const std::size_t tilde = parts.code.find('~');
    if (parts.code.size() < 2 || (tilde != 0 && tilde != parts.code.size() - 1)) {
      wrong.add(line, "an agent without a code", "write NAME [~CODE] or NAME [CODE~]");
      continue;
    }
    std::string why = "an agent without a name";
    bool added = false;
    for (const std::string& form : forms_of(parts.head, markers, why)) added = add_form(form, parts.code) || added;
    if (added) {
      ++entries_;
    } else {
      wrong.add(line, why, "write NAME {PLURAL} [~CODE]");
    }
  }
  for (auto& [word, agents] : agents_)
    std::stable_sort(agents.begin(), agents.end(), [](const AgentPhrase& a, const AgentPhrase& b) {
      return a.phrase.words.size() > b.phrase.words.size();
    });
}

bool AgentDictionary::add_form(std::string_view text, std::string_view code) {
  AgentPhrase agent;
  agent.phrase = parse_phrase(text);
  if (agent.phrase.words.empty()) return false;
  agent.before = code.back() == '~';
  agent.code = trimmed(agent.before ? code.substr(0, code.size() - 1) : code.substr(1));
  const std::string first = agent.phrase.words[0];
  agents_[first].push_back(std::move(agent));
  return true;
}

AgentDictionary::Match AgentDictionary::find(const Words& words, std::size_t begin) const {
  const auto agents = agents_.find(words[begin]);
  if (agents == agents_.end()) return {};
  for (const AgentPhrase& agent : agents->second) {
    if (const std::size_t length = match_phrase(agent.phrase, words, begin)) return {&agent, length};
  }
  return {};
}

}  // namespace forewhen
