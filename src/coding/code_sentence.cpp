// SPDX-License-Identifier: Apache-2.0
// Which verbs are events of the dictionary, and between whom. A verb whose code is found speaks for the whole of its
// verb phrase: verbs within that are not looked at.
#include "coding/code_sentence.h"

#include <algorithm>

#include "coding/clause.h"
#include "coding/sentence_words.h"

namespace forewhen {
namespace {

using Side = std::vector<CodedParticipant>;

class SentenceCoder {
 public:
  SentenceCoder(const ParsedSentence& sentence, const PetrarchTables& tables, const std::optional<CivilDate>& day)
      : sentence_(sentence),
        tables_(tables),
        found_(find_noun_phrases(sentence, tables, day)),
        clauses_(sentence, found_) {}

  std::vector<CodedEvent> code() {
    for (int w = 0; w < static_cast<int>(sentence_.words.size());) {
      const bool is_verb = is_verb_tag(sentence_.words[w].tag) && found_.phrase_of[w] < 0;
      w = is_verb && code_verb(w) ? std::max(w + 1, clauses_.end_of(w)) : w + 1;
    }
    return std::move(events_);
  }

 private:
  // A verb of the dictionary with the words of the sentence that it takes.
  struct Found {
    const Verb* verb = nullptr;
    int first = 0, last = 0;
  };

  // Words of a verb of several words, from the verb outwards; the last of them, or -1.
  int follow(const Words& words, int w, int step) const {
    std::size_t k = 0;
    int last = w;
    for (int at = w + step; k < words.size(); at += step) {
      if (at < 0 || at >= static_cast<int>(sentence_.words.size())) return -1;
      Words form;
      append_words(sentence_.words[at], form);
      if (form.size() == 1 && form[0] == words[k]) {
        ++k;
        last = at;
      } else if (form.size() != 1 || !is_passed_over(form[0])) {
        return -1;
      }
    }
    return last;
  }
  Found find_verb(int w) const {
    const Words form = normal_words(sentence_.words[w].form);
    const std::vector<Verb>* verbs = form.size() == 1 ? tables_.verbs.find(form[0]) : nullptr;
    if (!verbs) return {};
    for (const Verb& verb : *verbs) {
      const int first = follow(verb.before, w, -1);
      const int last = follow(verb.after, w, 1);
      if (first >= 0 && last >= 0) return {&verb, first, last};
    }
    return {};
  }

  // True when the verb is an event, or is said to be none.
  bool code_verb(int w) {
    const Found found = find_verb(w);
    if (!found.verb) return false;
    const ClauseWords clause = clauses_.words_around(w, found.first, found.last);
    PatternMatch match;
    const Pattern* pattern = nullptr;
    const PatternFilter filter(clause);
    for (const Pattern& one : tables_.verbs.patterns(found.verb->block)) {
      if (!filter.lets_pass(one) || !match_pattern(one, tables_.verbs, clause, found_.phrases, match)) continue;
      pattern = &one;
      break;
    }
    if (!pattern) match = {};
    const std::string& code = pattern ? pattern->code : found.verb->code;
    if (is_null_code(code)) return pattern != nullptr;
    add_events(w, code, match, clause);
    return true;
  }

  void add_events(int verb, const std::string& code, const PatternMatch& match, const ClauseWords& clause) {
    int source = match.source, target = match.target;
    if (match.compound_before >= 0) source = target = match.compound_before;
    if (match.compound_after >= 0 && target < 0) target = match.compound_after;
    const int agent = match.names_sides() ? -1 : clauses_.agent(verb);
    if (agent >= 0 && found_.phrases[found_.phrase_of[agent]].coded()) source = found_.phrase_of[agent];
    const bool passive = agent >= 0 && source >= 0;
    if (passive) {
      if (target < 0) target = find_source(verb, clause, source);
    } else {
      if (source < 0) source = find_source(verb, clause, target);
      if (target < 0) target = find_target(verb, clause, source);
    }
    if (source < 0 && match.compound_after >= 0) source = target;
    Side sources = side(source), targets = side(target);
    const std::size_t colon = code.find(':');
    if (colon == std::string::npos) {
      add(verb, code, sources, targets);
      return;
    }
    // Both do it to each other; where only one side is told, its members do.
    if (sources.empty()) sources = targets;
    if (targets.empty()) targets = sources;
    add(verb, code.substr(0, colon), sources, targets);
    add(verb, code.substr(colon + 1), targets, sources);
  }

  // Who does it: the verb's subject, or the nearest phrase before the verb that names an actor; one that has only an
  // agent where there is no other.
  int find_source(int verb, const ClauseWords& clause, int other) const {
    const int subject = clauses_.subject(verb);
    const int own = subject < 0 ? -1 : found_.phrase_of[subject];
    if (own >= 0 && found_.phrases[own].has_actor() && !is_same(own, other)) return own;
    int near = -1;
    for (const ClauseWord& word : clause.before) {
      if (word.phrase < 0 || is_same(word.phrase, other)) continue;
      if (found_.phrases[word.phrase].has_actor()) return word.phrase;
      if (near < 0) near = word.phrase;
    }
    if (own >= 0 && found_.phrases[own].coded() && !is_same(own, other)) return own;
    return near >= 0 && found_.phrases[near].coded() ? near : -1;
  }
  // To whom: the first phrase after the verb that names an actor, else the first of all if it has an agent.
  int find_target(int verb, const ClauseWords& clause, int source) const {
    int first = -1;
    for (const ClauseWord& word : clause.after) {
      if (word.phrase < 0 || is_same(word.phrase, source)) continue;
      // Behind a comma only what the verb itself asks for: no remark about another time, no other clause.
      if (first >= 0 && clauses_.is_aside(verb, found_.phrases[first].last, word.word)) continue;
      if (found_.phrases[word.phrase].has_actor()) return word.phrase;
      if (first < 0) first = word.phrase;
    }
    return first >= 0 && found_.phrases[first].coded() ? first : -1;
  }

  Side side(int phrase) const {
    Side out;
    if (phrase < 0) return out;
    for (const PhraseMember& member : found_.phrases[phrase].members) {
      for (const std::string& code : member.codes) {
        if (std::none_of(out.begin(), out.end(), [&](const CodedParticipant& one) { return one.code == code; }))
          out.push_back({code, member.first, member.last, member.name_first, member.name_last});
      }
    }
    return out;
  }
  static bool has(const Side& side, const std::string& code) {
    return std::any_of(side.begin(), side.end(), [&](const CodedParticipant& one) { return one.code == code; });
  }
  // Nothing tells the one phrase from the other.
  bool is_same(int phrase, int other) const {
    if (other < 0) return false;
    if (phrase == other) return true;
    const Side a = side(phrase), b = side(other);
    return a.size() == 1 && b.size() == 1 && a[0].code == b[0].code;
  }

  void add(int verb, const std::string& code, const Side& sources, const Side& targets) {
    if (is_null_code(code)) return;
    const bool apart = std::none_of(sources.begin(), sources.end(),
                                    [&](const CodedParticipant& one) { return has(targets, one.code); });
    if (apart) {
      put({0, verb, code, sources, targets});
      return;
    }
    for (const CodedParticipant& source : sources) {
      Side others;
      std::copy_if(targets.begin(), targets.end(), std::back_inserter(others),
                   [&](const CodedParticipant& one) { return one.code != source.code; });
      put({0, verb, code, {source}, std::move(others)});
    }
  }
  void put(CodedEvent event) {
    if (event.sources.empty() || event.targets.empty()) return;
    if (std::find(events_.begin(), events_.end(), event) == events_.end()) events_.push_back(std::move(event));
  }

  const ParsedSentence& sentence_;
  const PetrarchTables& tables_;
  SentencePhrases found_;
  ClauseFinder clauses_;
  std::vector<CodedEvent> events_;
};

}  // namespace

std::vector<CodedEvent> code_sentence(const ParsedSentence& sentence, const PetrarchTables& tables,
                                      const std::optional<CivilDate>& day) {
  return SentenceCoder(sentence, tables, day).code();
}

}  // namespace forewhen
