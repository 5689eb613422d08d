// SPDX-License-Identifier: Apache-2.0
// Which words name events: verbs, event nouns of the lexicon, and predicates that have held since a date. A light verb
// ("carried out an attack") leaves the event to its noun.
#include <algorithm>
#include <set>

#include "extract/steps.h"

namespace forewhen {
namespace {

class TriggerFinder {
 public:
  explicit TriggerFinder(Story& story) : story_(story), lexicon_(story.knowledge->events) {}

  void find() {
    for (std::size_t s = 0; s < story_.sentences.size(); ++s) {
      if (story_.skipped[s]) continue;
      sentence_ = s;
      tree_ = &story_.trees[s];
      for (int w = 0; w < tree_->size(); ++w) {
        if (story_.timex_at(s, w) >= 0) continue;
        if (is_state(w)) {
          add({.sentence = s, .word = w, .entry = lexicon_.find((*tree_)[w].lemma, 'N'), .state = true});
        } else if (tree_->is_verb(w)) {
          take_verb(w);
        } else if (tree_->is_noun(w)) {
          take_noun(w);
        } else if (word(w).tag == "JJ") {
          take_adjective(w);
        }
      }
      add_states_by_nearness();
      add_coded();
      index_sentence();
    }
  }

 private:
  const Word& word(int w) const { return (*tree_)[w]; }

  static bool has_word(std::string_view phrase, std::string_view lemma) {
    for (std::size_t at = 0; at < phrase.size();) {
      const std::size_t end = std::min(phrase.find(' ', at), phrase.size());
      if (phrase.substr(at, end - at) == lemma) return true;
      at = end + 1;
    }
    return false;
  }

  // Verbs that dictionaries code are events whatever else is known of them.
  void add_coded() {
    for (const CodedEvent& event : story_.coded) {
      if (event.sentence != sentence_) continue;
      if (!added(event.verb)) add({.sentence = sentence_, .word = event.verb, .entry = look_up(event.verb, 'V')});
      for (Draft& draft : story_.drafts) {
        if (draft.sentence == sentence_ && draft.word == event.verb) draft.coded = true;
      }
    }
  }

  static bool is_part_of_another(const Tree& tree, int w) {
    for (std::string_view relation :
         {"aux", "cop", "case", "mark", "fixed", "amod", "compound", "discourse", "flat", "goeswith"}) {
      if (tree.is(w, relation)) return true;
    }
    return false;
  }

  // Lemmas that may stand with a verb or noun in an entry of several words: "carry out", "call for", "step down".
  std::vector<std::string> company(int w) const {
    std::vector<std::string> lemmas;
    for (int child : tree_->children(w)) {
      lemmas.push_back(word(child).lemma);
      const int mark = tree_->child(child, {"case"});
      if (mark >= 0) lemmas.push_back(word(mark).lemma);
      if (tree_->is(child, "obj")) add_measured(child, lemmas);
    }
    if (w + 1 < tree_->size()) lemmas.push_back(word(w + 1).lemma);  // a particle that the tree hung elsewhere
    return lemmas;
  }
  // "provided $5 million", "sent a shipment of medicine": what is measured counts as the object too.
  void add_measured(int object, std::vector<std::string>& lemmas) const {
    for (int below : tree_->children(object)) {
      if (tree_->is(below, "nummod") || (tree_->is(below, "nmod") && tree_->marker(below) == "of"))
        lemmas.push_back(word(below).lemma);
    }
  }
  const EventEntry* look_up(int w, char pos) const {
    const std::vector<std::string> lemmas = company(w);
    const std::vector<std::string_view> views(lemmas.begin(), lemmas.end());
    const std::string lemma = lower_case(word(w).lemma);
    const EventEntry* entry = lexicon_.find_longest(lemma, pos, views);
    return entry && entry->word_count() == 1 ? sense_of(lemma, pos, entry) : entry;
  }
  const EventEntry* sense_of(const std::string& lemma, char pos, const EventEntry* plain) const {
    const Senses& senses = story_.knowledge->senses;
    if (!senses.ambiguous(lemma, pos)) return plain;
    std::set<std::string_view> sentence;
    for (int w = 0; w < tree_->size(); ++w) sentence.insert(word(w).lemma);
    const std::string_view reading = senses.reading(lemma, pos, sentence);
    const EventEntry* meant = reading.empty() ? nullptr : lexicon_.find(reading, pos);
    return meant ? meant : plain;
  }

  const EventEntry* noun_entry(int w) const {
    if (!tree_->is_noun(w) || is_part_of_another(*tree_, w) || story_.name_of[sentence_][w] >= 0) return nullptr;
    const EventEntry* entry = look_up(w, 'N');
    return entry && !entry->is(EventEntry::never) ? entry : nullptr;
  }

  // The noun that a light verb carries: its object ("held talks"), passive subject ("talks were held"), or the subject
  // of a verb that only says that something was ("attacks have occurred").
  int carried_noun(int w) const {
    for (std::string_view relation : {"obj", "nsubj:pass", "nsubj"}) {
      const int noun = tree_->child(w, {relation});
      if (noun < 0 || (relation == "nsubj" && tree_->child(w, {"obj"}) >= 0)) continue;
      if (noun_entry(noun)) return noun;
    }
    // "an attack carried out by": the noun governs its participle.
    if (tree_->is(w, "acl") && tree_->head(w) >= 0 && noun_entry(tree_->head(w))) return tree_->head(w);
    return -1;
  }

  int named_in(const EventEntry& phrase, int w) const {
    const int carried = carried_noun(w);
    if (carried >= 0) return carried;
    for (int child : tree_->children(w)) {
      const std::string marker = tree_->marker(child);
      const bool named = tree_->is(child, "obl") && !marker.empty() && has_word(phrase.lemma, marker);
      const EventEntry* noun = named ? noun_entry(child) : nullptr;
      if (noun && !noun->is(EventEntry::weak)) return child;
    }
    return -1;
  }

  // The phrase names what its noun names; "lifted sanctions" and "rejected calls" are events of their own.
  bool performs(const EventEntry& phrase, int verb, int noun) const {
    const EventEntry* alone = lexicon_.find(word(verb).lemma, 'V');
    const bool acts = tree_->is(noun, "nsubj") && !tree_->is(noun, "nsubj:pass");  // "a bomb exploded"
    if (acts) return false;
    if (tree_->is(noun, "obl")) return phrase.type == noun_entry(noun)->type;  // "went on hunger strike"
    return phrase.is(EventEntry::light) || (alone && alone->is(EventEntry::light)) ||
           phrase.group == noun_entry(noun)->group;
  }

  void take_verb(int w) {
    static constexpr std::string_view kNeverEvents[] = {"be", "have", "do", "seem", "appear", "include", "follow"};
    if (is_part_of_another(*tree_, w)) return;
    const EventEntry* entry = look_up(w, 'V');
    if (entry && entry->is(EventEntry::never)) return;
    const std::string& lemma = word(w).lemma;
    if (!entry && std::find(std::begin(kNeverEvents), std::end(kNeverEvents), lemma) != std::end(kNeverEvents)) return;
    // "imposed sanctions", "went on strike": one event, named by the noun; the phrase says of which type.
    const int named = entry && entry->word_count() > 1 ? named_in(*entry, w) : -1;
    if (named >= 0 && has_word(entry->lemma, word(named).lemma) && performs(*entry, w, named)) {
      carriers_.push_back({named, w, entry});
      add({.sentence = sentence_, .word = w, .carries = named});
      return;
    }
    // "opened fire", "took part": no fire, no part.
    if (named >= 0 && word(named).tag == "NN" && tree_->children(named).empty()) idiom_words_.insert(named);
    const bool phrase = entry && entry->word_count() > 1;  // "came to power"
    const bool light =
        (entry && entry->is(EventEntry::light)) || (!phrase && (lemma == "have" || lemma == "come" || lemma == "do"));
    if (light) {
      const int noun = carried_noun(w);
      if (noun >= 0) {
        carriers_.push_back({noun, w, entry});
        return;
      }
      if (lemma == "have" || lemma == "come" || lemma == "do") return;
    }
    // "elections planned for next year": the participle says how the noun is meant, nothing happens by it.
    if (entry && entry->is(EventEntry::intent) && tree_->is(w, "acl") && word(w).tag == "VBN" &&
        tree_->child(w, {"aux", "nsubj"}) < 0 && noun_entry(tree_->head(w)))
      return;
    add({.sentence = sentence_, .word = w, .entry = entry});
  }

  void take_noun(int w) {
    const EventEntry* entry = noun_entry(w);
    if (!entry || entry->is(EventEntry::stative) || tree_->is(w, "nmod:npmod") || idiom_words_.contains(w)) return;
    add({.sentence = sentence_, .word = w, .entry = entry, .noun = true});
  }

  // "is willing to", "was ready to": adjectives that the lexicon says to be more than a state.
  void take_adjective(int w) {
    if (tree_->child(w, {"cop"}) < 0) return;
    const EventEntry* entry = look_up(w, 'A');
    if (!entry || entry->is(EventEntry::weak) || entry->is(EventEntry::never) || entry->is(EventEntry::stative)) return;
    add({.sentence = sentence_, .word = w, .entry = entry});
  }

  bool is_since(int timex) const { return story_.times[timex].boundary == TimexBoundary::since; }

  // A predicate with a copula in the perfect and a "since": "has been in power since May 2020".
  bool is_state(int w) const {
    if (tree_->child(w, {"cop"}) < 0 || tree_->child_with_lemma(w, "aux", "have") < 0) return false;
    const auto [first, last] = tree_->extent(w);
    return std::any_of(story_.times_in[sentence_].begin(), story_.times_in[sentence_].end(), [&](int timex) {
      const int at = tree_->word_at(story_.times[timex].span.begin);
      return is_since(timex) && at >= first && at <= last;
    });
  }

  // Where the tree fails: "has been PREDICATE since DATE" by the order of words.
  void add_states_by_nearness() {
    for (int timex : story_.times_in[sentence_]) {
      if (!is_since(timex)) continue;
      const int at = tree_->word_at(story_.times[timex].span.begin);
      int predicate = -1;
      for (int w = at - 1; w >= 0 && w >= at - 9; --w) {
        if (added(w)) break;
        if (predicate < 0 && (tree_->is_noun(w) || word(w).tag.compare(0, 2, "JJ") == 0)) predicate = w;
        const bool perfect =
            w > 0 && word(w).form == "been" && (word(w - 1).lemma == "have" || (w > 1 && word(w - 2).lemma == "have"));
        if (!perfect || predicate < 0) continue;
        add({.sentence = sentence_, .word = predicate, .entry = nullptr, .state = true});
        break;
      }
    }
  }
  bool added(int w) const {
    return std::any_of(story_.drafts.begin(), story_.drafts.end(),
                       [&](const Draft& draft) { return draft.sentence == sentence_ && draft.word == w; });
  }

  void add(Draft draft) { story_.drafts.push_back(std::move(draft)); }

  void index_sentence() {
    std::stable_sort(story_.drafts.begin(), story_.drafts.end(), [](const Draft& a, const Draft& b) {
      return std::tie(a.sentence, a.word) < std::tie(b.sentence, b.word);
    });
    for (std::size_t i = 0; i < story_.drafts.size(); ++i) {
      const Draft& draft = story_.drafts[i];
      if (draft.sentence == sentence_) story_.draft_of[sentence_][draft.word] = static_cast<int>(i);
    }
    for (const Carrier& carrier : carriers_) {
      const int draft = story_.draft_of[sentence_][carrier.noun];
      if (draft < 0) continue;
      story_.drafts[draft].carrier = carrier.verb;
      story_.drafts[draft].phrase = carrier.entry;
    }
    carriers_.clear();
    idiom_words_.clear();
  }

  Story& story_;
  const EventLexicon& lexicon_;
  std::size_t sentence_ = 0;
  const Tree* tree_ = nullptr;

  struct Carrier {
    int noun, verb;
    const EventEntry* entry;  // of the verb with the noun, or of the verb; nullptr when the lexicon knows neither
  };
  std::vector<Carrier> carriers_;
  std::set<int> idiom_words_;  // nouns of the sentence that are part of what a verb says
};

}  // namespace

void find_triggers(Story& story) { TriggerFinder(story).find(); }

}  // namespace forewhen
