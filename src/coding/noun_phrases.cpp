// SPDX-License-Identifier: Apache-2.0
#include "coding/noun_phrases.h"

#include <algorithm>

#include "coding/sentence_words.h"

namespace forewhen {
namespace {

// A noun phrase without prepositional phrases; first and last word.
struct Chunk {
  int first = 0, last = 0;
};

// Phrases that are coordinated, or one alone.
struct Group {
  std::vector<Chunk> chunks;
  int first() const { return chunks.front().first; }
  int last() const { return chunks.back().last; }
};

class PhraseFinder {
 public:
  PhraseFinder(const ParsedSentence& sentence, const PetrarchTables& tables, const std::optional<CivilDate>& day)
      : sentence_(sentence), tables_(tables), day_(day) {}

  SentencePhrases find() {
    has_finite_verb_ = std::any_of(sentence_.words.begin(), sentence_.words.end(), [](const Word& one) {
      return one.tag == "VBD" || one.tag == "VBZ" || one.tag == "VBP" || one.tag == "MD";
    });
    find_chunks();
    group_chunks();
    SentencePhrases out;
    out.phrase_of.assign(sentence_.words.size(), -1);
    for (std::size_t g = 0; g < groups_.size();) out.phrases.push_back(phrase_from(g));
    for (std::size_t i = 0; i < out.phrases.size(); ++i) {
      for (int w = out.phrases[i].first; w <= out.phrases[i].last; ++w) out.phrase_of[w] = static_cast<int>(i);
    }
    return out;
  }

 private:
  int size() const { return static_cast<int>(sentence_.words.size()); }
  const Word& word(int w) const { return sentence_.words[w]; }
  bool tagged(int w, std::string_view tag) const { return word(w).tag.compare(0, tag.size(), tag) == 0; }

  // A word that the tagger may have missed, but the dictionaries know as the beginning of an actor or agent.
  bool is_known(int w) const {
    if (is_verb_tag(word(w).tag) || tagged(w, "IN") || tagged(w, "DT") || tagged(w, "CC")) return false;
    Words words;
    for (int at = w; at < std::min(size(), w + 8); ++at) append_words(word(at), words);
    const Words first = normal_words(word(w).form);
    if (first.empty() || words.empty() || words[0] != first[0]) return false;
    return tables_.actors.find(words, 0, day_).length || tables_.agents.find(words, 0).length;
  }
  bool is_nominal(int w) const { return tagged(w, "NN") || tagged(w, "FW") || is_known(w); }
  bool begins_phrase(int w) const { return tagged(w, "DT") || tagged(w, "PRP$") || tagged(w, "PDT"); }
  bool is_modifier(int w) const {
    if (begins_phrase(w) || tagged(w, "JJ") || tagged(w, "CD") || tagged(w, "POS") || tagged(w, "HYPH") ||
        tagged(w, "$"))
      return true;
    const std::string& relation = word(w).relation;
    // "police arrested students" without another verb: the parser took the verb for a modifier.
    if (tagged(w, "VBN") && !has_finite_verb_ && w > 0 && is_nominal(w - 1)) return false;
    return (tagged(w, "VBN") || tagged(w, "VBG")) && (relation == "amod" || relation == "compound") && word(w).head > w;
  }

  // "awful and evil minister": a conjunction of adjectives within a phrase.
  bool joins_modifiers(int begin, int w) const {
    return tagged(w, "CC") && w > begin && w + 1 < size() && tagged(w - 1, "JJ") && tagged(w + 1, "JJ") &&
           !is_nominal(w - 1) && !is_nominal(w + 1);
  }
  void find_chunks() {
    for (int w = 0; w < size();) {
      int end = w;
      int last_nominal = -1;
      while (end < size()) {
        if (last_nominal < end - 1 && joins_modifiers(w, end)) {
          ++end;
          continue;
        }
        const bool nominal = is_nominal(end);
        if (!nominal && !is_modifier(end)) break;
        if (last_nominal >= 0 && begins_phrase(end) && !nominal) break;
        if (nominal) last_nominal = end;
        ++end;
      }
      if (last_nominal >= 0) {
        // A possessive mark at the end belongs to it; adjectives that no noun follows do not.
        int last = last_nominal;
        while (last + 1 < end && tagged(last + 1, "POS")) ++last;
        chunks_.push_back({w, last});
        w = last + 1;
      } else {
        w = std::max(end, w + 1);
      }
    }
  }

  // A word of the chunk that a word in [first, last] governs by that relation ("": any).
  bool is_governed(const Chunk& chunk, int first, int last, std::string_view relation) const {
    for (int w = chunk.first; w <= chunk.last; ++w) {
      const Word& one = word(w);
      if (one.head >= first && one.head <= last &&
          (relation.empty() || one.relation.compare(0, relation.size(), relation) == 0))
        return true;
    }
    return false;
  }
  bool is_subject(const Chunk& chunk) const {
    for (int w = chunk.first; w <= chunk.last; ++w) {
      if (word(w).relation.compare(0, 5, "nsubj") == 0 && word(w).head > chunk.last) return true;
    }
    return false;
  }

  enum class Separator { none, comma, conjunction };
  Separator between(const Chunk& a, const Chunk& b) const {
    bool comma = false, conjunction = false;
    for (int w = a.last + 1; w < b.first; ++w) {
      if (word(w).form == "," && !comma && !conjunction) {
        comma = true;
      } else if (tagged(w, "CC") && !conjunction && lower(w) != "but" && lower(w) != "yet") {
        conjunction = true;
      } else {
        return Separator::none;
      }
    }
    return conjunction ? Separator::conjunction : comma ? Separator::comma : Separator::none;
  }
  std::string lower(int w) const {
    const Words words = normal_words(word(w).form);
    return words.size() == 1 ? words[0] : std::string();
  }

  bool verb_before(int w) const {
    while (--w >= 0) {
      if (is_verb_tag(word(w).tag)) return true;
    }
    return false;
  }
  // Coordinated: the conjunction stands between them, and the second is not the subject of a clause of its own.
  bool are_joined(const Chunk& a, const Chunk& b) const {
    return is_governed(b, 0, a.last, "conj") || !is_subject(b) || is_subject(a) || !verb_before(a.first);
  }
  void group_chunks() {
    std::vector<bool> joined(chunks_.size(), false);  // to the one before
    for (std::size_t i = 1; i < chunks_.size(); ++i) {
      if (between(chunks_[i - 1], chunks_[i]) != Separator::conjunction || !are_joined(chunks_[i - 1], chunks_[i]))
        continue;
      // "A and B, and C and D" are two pairs.
      if (joined[i - 1] && word(chunks_[i - 1].last + 1).form == ",") continue;
      joined[i] = true;
      for (std::size_t k = i - 1; k > 0 && !joined[k]; --k) {
        if (between(chunks_[k - 1], chunks_[k]) != Separator::comma || !are_joined(chunks_[k - 1], chunks_[k])) break;
        joined[k] = true;
      }
    }
    for (std::size_t i = 0; i < chunks_.size(); ++i) {
      if (joined[i]) {
        groups_.back().chunks.push_back(chunks_[i]);
      } else {
        groups_.push_back({{chunks_[i]}});
      }
    }
  }

  PlacedWords words_of(int first, int last) const {
    PlacedWords words;
    words.append(sentence_, first, last);
    return words;
  }
  PhraseMember member(const Chunk& chunk, const PlacedWords& words) const {
    PhraseMember out = code_words(words.words, tables_, day_);
    out.first = chunk.first;
    out.last = chunk.last;
    if (out.name_first >= 0) {
      out.name_first = words.places[out.name_first];
      out.name_last = words.places[out.name_last];
    }
    return out;
  }
  bool has_actor(int first, int last) const { return code_words(words_of(first, last).words, tables_, day_).has_actor; }
  bool names_actor(const Group& group) const {
    return std::all_of(group.chunks.begin(), group.chunks.end(),
                       [&](const Chunk& chunk) { return has_actor(chunk.first, chunk.last); });
  }

  // The group at g + 1 completes the phrase that ends with the group at g: "of" always, other prepositions when the
  // tree hangs it there.
  bool completes(std::size_t begin, std::size_t g) const {
    if (g + 1 >= groups_.size()) return false;
    const int preposition = groups_[g].last() + 1;
    if (groups_[g + 1].first() != preposition + 1 || !(tagged(preposition, "IN") || tagged(preposition, "TO")))
      return false;
    if (lower(preposition) == "of") return true;
    return begin == g && is_governed(groups_[g + 1].chunks.front(), groups_[g].first(), groups_[g].last(), "nmod");
  }

  // The group with what "of" adds to it names an actor: "the prince" of "the prince of Arland".
  bool leads_to_name(std::size_t g) const {
    std::size_t end = g;
    while (end + 1 < groups_.size() && groups_[end + 1].first() == groups_[end].last() + 2 &&
           lower(groups_[end].last() + 1) == "of")
      ++end;
    return has_actor(groups_[g].first(), groups_[end].last());
  }

  // The phrase that begins with the group at g; g goes on past it.
  NounPhrase phrase_from(std::size_t& g) {
    const std::size_t begin = g;
    std::size_t end = g + 1;
    bool named = names_actor(groups_[begin]);
    while (completes(begin, end - 1)) {
      // Who is named takes no other name, but "Arland's ministry" may go on with "of defence".
      const bool names_another = names_actor(groups_[end]);
      if (named && (names_another || groups_[end].chunks.size() > 1 || leads_to_name(end) ||
                    lower(groups_[end - 1].last() + 1) != "of"))
        break;
      ++end;
      named = named || names_another;
    }
    NounPhrase phrase;
    phrase.first = groups_[begin].first();
    phrase.last = groups_[end - 1].last();
    for (std::size_t i = 0; i < groups_[begin].chunks.size(); ++i) {
      const PlacedWords own = end == begin + 1
                                  ? own_words(groups_[begin], i)
                                  : words_of(groups_[begin].chunks[i].first, groups_[begin].chunks[i].last);
      PhraseMember alone = member(groups_[begin].chunks[i], own);
      const bool adds_actor = names_actor(groups_[end - 1]);
      if (end == begin + 1 || (alone.has_actor && (adds_actor || groups_[begin].chunks.size() > 1))) {
        phrase.members.push_back(std::move(alone));
        continue;
      }
      for (const Chunk& chunk : groups_[end - 1].chunks) {
        PlacedWords words = own;
        words.append(sentence_, groups_[begin].last() + 1, groups_[end - 1].first() - 1);
        words.append(sentence_, chunk.first, chunk.last);
        const bool last_of_all = groups_[end - 1].chunks.size() == 1;
        phrase.members.push_back(
            member({groups_[begin].chunks[i].first, last_of_all ? chunk.last : groups_[begin].chunks[i].last}, words));
      }
    }
    g = end;
    return phrase;
  }

  // The words of one chunk, with the modifiers that it shares with the first: "Northern media and government".
  PlacedWords own_words(const Group& group, std::size_t i) const {
    const Chunk& chunk = group.chunks[i];
    const Chunk& lead = group.chunks.front();
    PlacedWords words;
    if (i > 0 && !begins_phrase(chunk.first) && lead.first < lead.last && !has_actor(chunk.first, chunk.last) &&
        has_actor(lead.first, lead.last - 1))
      words.append(sentence_, lead.first, lead.last - 1);
    words.append(sentence_, chunk.first, chunk.last);
    return words;
  }

  const ParsedSentence& sentence_;
  const PetrarchTables& tables_;
  const std::optional<CivilDate>& day_;
  bool has_finite_verb_ = false;
  std::vector<Chunk> chunks_;
  std::vector<Group> groups_;
};

}  // namespace

bool NounPhrase::coded() const {
  return std::any_of(members.begin(), members.end(), [](const PhraseMember& member) { return !member.codes.empty(); });
}

bool NounPhrase::has_actor() const {
  return std::any_of(members.begin(), members.end(), [](const PhraseMember& member) { return member.has_actor; });
}

SentencePhrases find_noun_phrases(const ParsedSentence& sentence, const PetrarchTables& tables,
                                  const std::optional<CivilDate>& day) {
  return PhraseFinder(sentence, tables, day).find();
}

}  // namespace forewhen
