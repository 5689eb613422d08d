// SPDX-License-Identifier: Apache-2.0
#include "coding/verbs.h"

#include <algorithm>

#include "coding/pattern_text.h"

namespace forewhen {

// Reads the lines of one file into a dictionary.
class VerbReader {
 public:
  VerbReader(VerbDictionary& into, const std::string& where, std::vector<Error>& problems)
      : into_(into), wrong_(where, problems) {}

  void read(std::string_view text) {
    for (const DictionaryLine& line : dictionary_lines(text)) {
      const std::string_view bare = trimmed(line.text);
      if (bare.substr(0, 3) == "---") {
        begin_block(bare);
      } else if (bare[0] == '&') {
        begin_synset(line, bare);
      } else if (bare[0] == '+' && synset_) {
        add_member(line, trimmed(bare.substr(1)));
      } else if (bare[0] == '-') {
        synset_ = nullptr;
        add_pattern(line, bare.substr(1));
      } else {
        synset_ = nullptr;
        add_verb(line, bare);
      }
    }
  }

 private:
  void begin_block(std::string_view bare) {
    synset_ = nullptr;
    const CodedLine parts = split_code(bare.substr(3));
    block_code_ = is_null_code(parts.code) ? "---" : std::string(parts.code);
    block_ = kNone;
  }

  void begin_synset(const DictionaryLine& line, std::string_view bare) {
    synset_ = nullptr;
    std::string name(trimmed(bare.substr(1)));
    singular_ = !name.empty() && name.back() == '_';
    if (singular_) name.pop_back();
    for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    if (name.empty() || name.find_first_of(" \t_") != std::string::npos) {
      wrong_.add(line, "a synonym set whose name is not understood", "write &NAME");
      synset_ = &lost_;
      return;
    }
    const auto [at, is_new] = into_.synset_names_.try_emplace(name, into_.synsets_.size());
    if (is_new) into_.synsets_.emplace_back();
    synset_ = &into_.synsets_[at->second];
  }

  void add_member(const DictionaryLine& line, std::string_view text) {
    if (!text.empty() && text[0] == '&') {
      const std::size_t other = synset_index(normal_words(text.substr(1)));
      if (other == kNone) {
        wrong_.add(line, "a synonym set that is not defined before", "define " + std::string(text) + " above");
      } else if (&into_.synsets_[other] != synset_) {
        for (const Words& words : into_.synsets_[other].members) add_words(words);
      }
      return;
    }
    const Words words = normal_words(text);
    if (words.empty()) {
      wrong_.add(line, "a synonym without a word", "write +WORD");
      return;
    }
    add_words(words);
    if (!singular_ && text.back() != '_') {
      Words plural = words;
      plural.back() = plural_word(plural.back());
      add_words(plural);
    }
  }
  static std::string plural_word(const std::string& word) {
    if (word.back() == 'y') return word.substr(0, word.size() - 1) + "ies";
    return word + (word.back() == 's' ? "es" : "s");
  }
  void add_words(const Words& words) {
    std::vector<Words>& members = synset_->members;
    const auto longer = [&](const Words& other) { return other.size() < words.size(); };
    if (std::find(members.begin(), members.end(), words) == members.end())
      members.insert(std::find_if(members.begin(), members.end(), longer), words);
  }
  std::size_t synset_index(const Words& name) const {
    const auto at = name.size() == 1 ? into_.synset_names_.find(name[0]) : into_.synset_names_.end();
    return at == into_.synset_names_.end() ? kNone : at->second;
  }

  void add_pattern(const DictionaryLine& line, std::string_view text) {
    const CodedLine parts = split_code(text);
    if (block_ == kNone) {
      wrong_.add(line, "a pattern that belongs to no verb", "write the verb above it");
      return;
    }
    if (parts.broken || parts.code.empty()) {
      wrong_.add(line, "a pattern without a code", "write - PATTERN [CODE], with [---] for none");
      return;
    }
    if (is_null_code(parts.code) && parts.code != "---") {
      wrong_.add(line, "a mark that PETRARCH does not know in the place of a code", "write [CODE], or [---] for none");
      return;
    }
    Pattern pattern;
    const std::string fault = parse_pattern(
        parts.head, [&](const std::string& name) { return synset_index({name}); }, pattern);
    if (!fault.empty()) {
      wrong_.add(line, fault, "write - WORDS * WORDS [CODE]");
      return;
    }
    pattern.code = parts.code;
    pattern.line = line.number;
    into_.blocks_[block_].push_back(std::move(pattern));
  }

  void add_verb(const DictionaryLine& line, std::string_view bare) {
    const CodedLine parts = split_code(bare);
    const std::size_t open = parts.head.find('{');
    const std::size_t close = parts.head.find('}');
    if (parts.broken || (open == std::string_view::npos) != (close == std::string_view::npos) || close < open) {
      wrong_.add(line, "a verb whose brackets do not close", "write VERB {FORMS} [CODE]");
      return;
    }
    const std::string_view name = trimmed(parts.head.substr(0, open));
    std::vector<std::string_view> forms = {name};
    if (open != std::string_view::npos) add_pieces(parts.head.substr(open + 1, close - open - 1), forms);
    const Words words = normal_words(name);
    if (words.empty() || words[0] == "+") {
      wrong_.add(line, "a verb without a word", "write VERB {FORMS} [CODE]");
      return;
    }
    if (block_ == kNone) open_block(words[0]);
    const std::string code = parts.code.empty() ? block_code_ : std::string(parts.code);
    for (std::string_view form : forms) add_form(form, code, open == std::string_view::npos);
    ++into_.entries_;
  }
  static void add_pieces(std::string_view list, std::vector<std::string_view>& into) {
    while (!(list = trimmed(list)).empty()) {
      const std::size_t end = std::min(list.find_first_of(" \t"), list.size());
      into.push_back(list.substr(0, end));
      list.remove_prefix(end);
    }
  }
  void open_block(const std::string& name) {
    const auto [at, is_new] = into_.block_names_.try_emplace(name, into_.blocks_.size());
    if (is_new) into_.blocks_.emplace_back();
    block_ = at->second;
  }

  // "+" marks the word that is inflected; without one it is the first.
  void add_form(std::string_view text, const std::string& code, bool regular) {
    Words words = normal_words(text);
    std::size_t verb = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].size() < 2 || words[i][0] != '+') continue;
      words[i].erase(0, 1);
      verb = i;
    }
    if (words.empty()) return;
    Verb entry;
    entry.before.assign(words.rend() - static_cast<std::ptrdiff_t>(verb), words.rend());
    entry.after.assign(words.begin() + static_cast<std::ptrdiff_t>(verb) + 1, words.end());
    entry.code = code;
    entry.block = block_;
    for (const std::string& form : regular ? verb_forms(words[verb]) : std::vector<std::string>{words[verb]})
      put(form, entry);
  }
  void put(const std::string& form, const Verb& entry) {
    std::vector<Verb>& verbs = into_.verbs_[form];
    const auto same = std::find_if(verbs.begin(), verbs.end(), [&](const Verb& other) {
      return other.before == entry.before && other.after == entry.after;
    });
    if (same != verbs.end()) {
      *same = entry;  // the later line holds
      return;
    }
    verbs.insert(std::find_if(verbs.begin(), verbs.end(),
                              [&](const Verb& other) { return other.extra_words() < entry.extra_words(); }),
                 entry);
  }

  static constexpr std::size_t kNone = kNoSynset;
  VerbDictionary& into_;
  LineProblems wrong_;
  std::size_t block_ = kNone;
  std::string block_code_ = "---";
  Synset* synset_ = nullptr;  // the set that is being read
  Synset lost_;               // takes the members of a set whose name is wrong
  bool singular_ = false;
};

void VerbDictionary::read(std::string_view text, const std::string& where, std::vector<Error>& problems) {
  VerbReader(*this, where, problems).read(text);
  for (std::vector<Pattern>& patterns : blocks_)
    std::stable_sort(patterns.begin(), patterns.end(),
                     [](const Pattern& a, const Pattern& b) { return a.size() > b.size(); });
}

const std::vector<Verb>* VerbDictionary::find(const std::string& form) const {
  const auto at = verbs_.find(form);
  return at == verbs_.end() ? nullptr : &at->second;
}

std::size_t VerbDictionary::pattern_count() const {
  std::size_t count = 0;
  for (const std::vector<Pattern>& patterns : blocks_) count += patterns.size();
  return count;
}

std::vector<std::string> verb_forms(const std::string& verb) {
  const auto ends = [&](std::string_view tail) {
    return verb.size() > tail.size() && verb.compare(verb.size() - tail.size(), tail.size(), tail) == 0;
  };
  const std::string stem = verb.substr(0, verb.size() - 1);
  const bool vowel_before =
      verb.size() > 1 && std::string_view("aeiou").find(verb[verb.size() - 2]) != std::string_view::npos;
  if (ends("y") && !vowel_before) return {verb, stem + "ies", stem + "ied", verb + "ing"};
  const bool hisses = ends("s") || ends("x") || ends("z") || ends("ch") || ends("sh");
  if (ends("e")) return {verb, verb + "s", verb + "d", stem + "ing"};
  return {verb, verb + (hisses ? "es" : "s"), verb + "ed", verb + "ing"};
}

}  // namespace forewhen
