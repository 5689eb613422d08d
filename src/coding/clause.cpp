// SPDX-License-Identifier: Apache-2.0
#include "coding/clause.h"

#include <algorithm>

#include "coding/sentence_words.h"

namespace forewhen {

ClauseFinder::ClauseFinder(const ParsedSentence& sentence, const SentencePhrases& phrases)
    : sentence_(sentence), phrases_(phrases), children_(sentence.words.size()), reach_(sentence.words.size()) {
  for (int w = 0; w < size(); ++w) {
    reach_[w] = {w, w};
    if (word(w).head >= 0) children_[word(w).head].push_back(w);
  }
  for (int w = 0; w < size(); ++w) {
    for (int up = word(w).head; up >= 0; up = word(up).head) {
      if (reach_[up].first <= w && w <= reach_[up].last) break;
      reach_[up].first = std::min(reach_[up].first, w);
      reach_[up].last = std::max(reach_[up].last, w);
    }
  }
}

bool ClauseFinder::is(int w, std::string_view relation) const {
  const std::string& own = word(w).relation;
  return own.compare(0, relation.size(), relation) == 0 &&
         (own.size() == relation.size() || own[relation.size()] == ':');
}

int ClauseFinder::child(int w, std::string_view relation) const {
  for (int c : children_[w]) {
    if (is(c, relation)) return c;
  }
  return -1;
}

bool ClauseFinder::heads_clause(int w) const {
  return is_verb_tag(word(w).tag) || child(w, "nsubj") >= 0 || child(w, "cop") >= 0;
}

// The verb whose subject a coordinated verb shares; the verb itself when it has its own.
int ClauseFinder::lead_verb(int verb) const {
  while (is(verb, "conj") && child(verb, "nsubj") < 0) {
    const int head = word(verb).head;
    if (head < 0 || head > verb || !heads_clause(head) || word(head).tag.compare(0, 2, "RB") == 0) break;
    verb = head;
  }
  return verb;
}

int ClauseFinder::subject(int verb) const {
  const int found = child(lead_verb(verb), "nsubj");
  return found < verb ? found : -1;
}

bool ClauseFinder::ends_clause(int w) const {
  return phrases_.phrase_of[w] < 0 && (word(w).form == "," || word(w).form == ";");
}

// The words before the verb, nearest first: back to a comma, but past an aside between the subject and the verb, and
// without the verb phrases that are coordinated with it.
std::vector<int> ClauseFinder::words_before(int verb, int first) const {
  const int lead = lead_verb(verb);
  const int who = subject(verb);
  std::vector<int> words;
  int w = first - 1;
  if (lead < verb) {
    while (w > lead && reach_[verb].first <= w) words.push_back(w--);
    w = lead - 1;
  }
  while (w >= 0) {
    if (!ends_clause(w)) {
      words.push_back(w--);
      continue;
    }
    if (who < 0 || who > w) break;
    const int phrase = phrases_.phrase_of[who];
    int comma = phrase < 0 ? who : phrases_.phrases[phrase].last;
    while (comma < w && !ends_clause(comma)) ++comma;
    w = comma - 1;
  }
  return words;
}

int ClauseFinder::end_of(int verb) const {
  int end = size();
  for (int at = verb, below = -1; at >= 0; below = at, at = word(at).head) {
    if (at > verb) {
      // The rest belongs to a verb that stands further on; but a noun whose modifier the parser took the verb for is
      // its object.
      if (below <= verb && !is(below, "amod")) end = std::min(end, std::max(verb, reach_[below].last) + 1);
      continue;
    }
    for (int c : children_[at]) {
      if (c <= verb || c == below || !heads_clause(c)) continue;
      if (is(c, "conj") || is(c, "parataxis")) end = std::min(end, std::max(verb + 1, reach_[c].first));
    }
  }
  return end;
}

ClauseWords ClauseFinder::words_around(int verb, int first, int last) const {
  ClauseWords out;
  const auto add = [&](int w, std::vector<ClauseWord>& side, bool backwards) {
    Words words;
    append_words(word(w), words);
    if (backwards) std::reverse(words.begin(), words.end());
    for (std::string& text : words) side.push_back({std::move(text), w, phrases_.phrase_of[w]});
  };
  for (int w : words_before(verb, first)) add(w, out.before, true);
  for (int w = last + 1, end = end_of(verb); w < end; ++w) add(w, out.after, false);
  return out;
}

bool ClauseFinder::is_aside(int verb, int from, int to) const {
  bool comma = false;
  for (int w = from + 1; w < to && !comma; ++w) comma = ends_clause(w);
  if (!comma) return false;
  int top = to;
  while (word(top).head >= 0 && word(top).head != verb) top = word(top).head;
  if (word(top).head != verb) return true;
  const bool object = (is(top, "obj") || is(top, "iobj")) && top > from && !heads_clause(top);
  return !(is(top, "ccomp") || is(top, "xcomp") || object);
}

int ClauseFinder::agent(int verb) const {
  static constexpr std::string_view kBe[] = {"is", "are", "was", "were", "be", "been", "being"};
  if (word(verb).tag != "VBN") return -1;
  const auto is_be = [&](int w) {
    const Words words = normal_words(word(w).form);
    return words.size() == 1 && std::find(std::begin(kBe), std::end(kBe), words[0]) != std::end(kBe);
  };
  bool passive = false;
  for (int w = lead_verb(verb) - 1; w >= 0 && !passive; --w) {
    if (is_be(w)) passive = true;
    if (phrases_.phrase_of[w] >= 0 || is_verb_tag(word(w).tag)) break;
  }
  if (!passive) return -1;
  for (int w = verb + 1, end = end_of(verb); w + 1 < end; ++w) {
    if (is_verb_tag(word(w).tag) && phrases_.phrase_of[w] < 0) break;
    if (word(w).form == "by" && phrases_.phrase_of[w] < 0 && phrases_.phrase_of[w + 1] >= 0) return w + 1;
  }
  return -1;
}

}  // namespace forewhen
