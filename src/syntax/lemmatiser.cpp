// SPDX-License-Identifier: Apache-2.0
// Lexicon bytes: slots:u32, size:u32, slot:u32 x slots (offset + 1 of a string in the pool, 0: empty), pool of
// key-length:u8 key lemma-length:u8 lemma.
#include "syntax/lemmatiser.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "forewhen/text/letter_case.h"
#include "syntax/feature.h"

namespace forewhen::syntax {
namespace {

constexpr std::size_t longest_word = 255;

std::uint32_t read_number(std::string_view bytes, std::size_t at) {
  std::uint32_t number;
  std::memcpy(&number, bytes.data() + at, sizeof number);
  return number;
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

std::string with(std::string_view stem, std::string_view ending) { return std::string(stem) + std::string(ending); }

std::string_view cut(std::string_view word, std::size_t letters) { return word.substr(0, word.size() - letters); }

bool doubles(std::string_view stem) {
  const std::size_t n = stem.size();
  return n > 2 && stem[n - 1] == stem[n - 2] && !is_vowel(stem[n - 1]);
}

// Stems such as "hop", "creat", "agre": they need an e that no vocabulary confirmed.
bool wants_e(std::string_view stem) {
  const std::size_t n = stem.size();
  if (n < 2) return false;
  const char last = stem[n - 1];
  if (last == 'v' || last == 'c' || last == 'u' || last == 'z') return true;
  if (last == 's' && stem[n - 2] != 's') return true;
  return stem.ends_with("at") && n > 3 && !is_vowel(stem[n - 3]);
}

// The base of STEMed, STEMing, STEMer: the vocabulary decides between hop, hope and hopp.
template <class Known>
std::string restore_stem(std::string_view stem, Known known) {
  const std::string bare(stem), silent = with(stem, "e");
  const std::string single = doubles(stem) ? std::string(cut(stem, 1)) : std::string();
  // A doubled consonant hides a short base (stopped), unless the long one is a word too (called).
  if (known(bare)) return bare;
  if (!single.empty() && known(single)) return single;
  if (known(silent)) return silent;
  if (!single.empty() && stem.back() != 'l' && stem.back() != 's') return single;
  return wants_e(stem) ? silent : bare;
}

}  // namespace

WordKind kind_of(std::string_view tag) {
  if (tag.starts_with("NNP")) return WordKind::name;
  if (tag.starts_with("NN")) return WordKind::noun;
  if (tag.starts_with("VB") || tag == "MD") return WordKind::verb;
  if (tag.starts_with("JJ")) return WordKind::adjective;
  return tag.starts_with("RB") ? WordKind::adverb : WordKind::other;
}

std::string noun_base(std::string_view word, const Vocabulary& vocabulary) {
  const auto known = [&](const std::string& base) { return vocabulary.find(base).noun != 0; };
  if (word.size() < 3 || !word.ends_with('s') || word.ends_with("ss")) return std::string(word);
  if (word.ends_with("ies") && word.size() > 4) {
    const std::string plain(cut(word, 1));
    return known(plain) && !known(with(cut(word, 3), "y")) ? plain : with(cut(word, 3), "y");
  }
  const std::string plain(cut(word, 1));
  if (word.ends_with("es")) {
    const std::string_view stem = cut(word, 2);
    if (known(plain)) return plain;
    const bool hissing = stem.ends_with('s') || stem.ends_with('x') || stem.ends_with('z') || stem.ends_with("ch") ||
                         stem.ends_with("sh");
    if (known(std::string(stem)) || hissing) return std::string(stem);
  }
  return plain;
}

std::string verb_base(std::string_view word, const Vocabulary& vocabulary) {
  const auto known = [&](const std::string& base) { return vocabulary.find(base).verb != 0; };
  if (word.size() < 4)
    return word.size() == 3 && word.ends_with('s') && known(std::string(cut(word, 1))) ? std::string(cut(word, 1))
                                                                                       : std::string(word);
  if (word.ends_with("ies") || word.ends_with("ied")) {
    const std::string silent(cut(word, 1));
    return known(silent) || word.size() == 4 ? silent : with(cut(word, 3), "y");
  }
  if (word.ends_with("ing")) return word.size() < 5 ? std::string(word) : restore_stem(cut(word, 3), known);
  if (word.ends_with("ed")) {
    const std::string silent(cut(word, 1));
    if (word.ends_with("eed")) return known(std::string(word)) ? std::string(word) : silent;
    return restore_stem(cut(word, 2), known);
  }
  if (word.ends_with("es")) {
    const std::string silent(cut(word, 1)), bare(cut(word, 2));
    if (known(silent)) return silent;
    return known(bare) || !bare.ends_with('e') ? (known(bare) ? bare : silent) : silent;
  }
  if (word.ends_with('s') && !word.ends_with("ss")) return std::string(cut(word, 1));
  return std::string(word);
}

std::string graded_base(std::string_view word, const Vocabulary& vocabulary) {
  const auto known = [&](const std::string& base) {
    const WordClasses classes = vocabulary.find(base);
    return classes.adjective || classes.adverb;
  };
  const std::size_t ending = word.ends_with("est") ? 3 : word.ends_with("er") ? 2 : 0;
  if (ending == 0 || word.size() < ending + 3) return std::string(word);
  const std::string_view stem = cut(word, ending);
  if (stem.ends_with('i')) return with(cut(stem, 1), "y");
  return restore_stem(stem, known);
}

std::string lexicon_key(std::string_view form, std::string_view tag) {
  std::string key(tag);
  key += ' ';
  key += kind_of(tag) == WordKind::name ? std::string(form) : lower_case(form);
  return key;
}

std::string pack_lexicon(std::vector<LexiconEntry> entries) {
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
  std::vector<std::uint32_t> slots(entries.size() * 2 + 1);
  std::string pool;
  for (const LexiconEntry& entry : entries) {
    if (entry.key.size() > longest_word || entry.lemma.size() > longest_word) continue;
    std::size_t at = hash_bytes(entry.key) % slots.size();
    while (slots[at] != 0) at = (at + 1) % slots.size();
    slots[at] = static_cast<std::uint32_t>(pool.size() + 1);
    pool += static_cast<char>(entry.key.size());
    pool += entry.key;
    pool += static_cast<char>(entry.lemma.size());
    pool += entry.lemma;
  }
  const std::array<std::uint32_t, 2> sizes{static_cast<std::uint32_t>(slots.size()),
                                           static_cast<std::uint32_t>(pool.size())};
  std::string bytes(reinterpret_cast<const char*>(sizes.data()), sizeof sizes);
  bytes.append(reinterpret_cast<const char*>(slots.data()), slots.size() * sizeof slots[0]);
  return bytes + pool;
}

bool Lemmatiser::map(std::string_view bytes, const Vocabulary& vocabulary) {
  vocabulary_ = &vocabulary;
  if (bytes.size() < 8) return false;
  slots_ = read_number(bytes, 0);
  const std::uint64_t pool = read_number(bytes, 4);
  if (slots_ == 0 || 8 + std::uint64_t{slots_} * 4 + pool > bytes.size()) return false;
  bytes_ = bytes;
  return true;
}

std::string_view Lemmatiser::find(std::string_view key) const {
  const std::string_view pool = bytes_.substr(8 + std::size_t{slots_} * 4);
  std::size_t at = hash_bytes(key) % slots_;
  for (std::size_t probes = 0; probes < slots_; ++probes, at = (at + 1) % slots_) {
    const std::uint32_t offset = read_number(bytes_, 8 + at * 4);
    if (offset == 0 || offset >= pool.size()) return {};
    const std::size_t size = static_cast<unsigned char>(pool[offset - 1]);
    if (pool.substr(offset, size) != key) continue;
    const std::size_t lemma = offset + size;
    return lemma < pool.size() ? pool.substr(lemma + 1, static_cast<unsigned char>(pool[lemma])) : std::string_view();
  }
  return {};
}

std::string Lemmatiser::rule_lemma(std::string_view form, std::string_view tag, const Vocabulary& vocabulary) {
  if (form.size() > longest_word) return std::string(form);
  switch (kind_of(tag)) {
    case WordKind::name:
      return std::string(form);
    case WordKind::noun:
      return tag == "NNS" ? noun_base(lower_case(form), vocabulary) : lower_case(form);
    case WordKind::verb:
      return tag == "VB" || tag == "VBP" || tag == "MD" ? lower_case(form) : verb_base(lower_case(form), vocabulary);
    case WordKind::adjective:
    case WordKind::adverb:
      return tag.size() == 3 ? graded_base(lower_case(form), vocabulary) : lower_case(form);
    case WordKind::other:
      return lower_case(form);
  }
  return lower_case(form);
}

std::string Lemmatiser::lemma(std::string_view form, std::string_view tag) const {
  if (form.size() <= longest_word) {
    const std::string_view known = find(lexicon_key(form, tag));
    if (!known.empty()) return std::string(known);
  }
  return rule_lemma(form, tag, *vocabulary_);
}

WordClasses Lemmatiser::classes(std::string_view lower) const {
  if (lower.size() > longest_word) return {};
  WordClasses found = vocabulary_->find(lower);
  const auto base = [&](std::string_view tag, std::string by_rule) {
    const std::string_view irregular = find(std::string(tag) + ' ' + std::string(lower));
    return vocabulary_->find(irregular.empty() ? by_rule : irregular);
  };
  if (found.noun == 0) found.noun = base("NNS", noun_base(lower, *vocabulary_)).noun;
  if (found.verb == 0) {
    const WordClasses verb = base("VBD", verb_base(lower, *vocabulary_));
    found.verb = verb.verb;
    found.frames = verb.frames;
  }
  return found;
}

}  // namespace forewhen::syntax
