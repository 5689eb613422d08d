// SPDX-License-Identifier: Apache-2.0
#include "extract/summary.h"

#include <algorithm>
#include <set>

#include "extract/subject.h"
#include "extract/who.h"

namespace forewhen {
namespace {

constexpr std::size_t kMostWords = 24;

class Summary {
 public:
  Summary(const Story& story, const Draft& draft)
      : story_(story), draft_(draft), sentence_(draft.sentence), tree_(&story.trees[draft.sentence]) {}

  std::string run() {
    const int root = draft_.carrier >= 0 && !tree_->is(draft_.carrier, "acl") ? draft_.carrier : draft_.word;
    gather(root, !draft_.state);
    std::sort(words_.begin(), words_.end());
    while (!words_.empty() && word(words_.back()).tag == "POS") words_.pop_back();
    drop_loose_span();
    const bool own_subject = draft_.noun || tree_->child(draft_.word, {"nsubj", "csubj"}) >= 0;
    return own_subject && !draft_.state && !relative_subject_ ? line() : with_shared_subject();
  }

 private:
  const Word& word(int w) const { return (*tree_)[w]; }

  // "resigned, a day" of "resigned, a day after the vote was lost".
  void drop_loose_span() {
    const int next = words_.empty() ? tree_->size() : words_.back() + 1;
    if (next >= tree_->size() || !tree_->is(next, "mark") || !tree_->is_noun(words_.back())) return;
    if (!tree_->marker(words_.back()).empty()) return;
    if (word(next).lemma != "after" && word(next).lemma != "before") return;
    const int first = tree_->extent(words_.back()).first;
    while (words_.size() > 1 && words_.back() >= first) words_.pop_back();
  }

  void gather(int w, bool is_root) {
    words_.push_back(w);
    for (int child : tree_->children(w)) {
      if (is_aside(child) && !is_of_range(child)) continue;
      // What ties the whole to the rest of its sentence; the "to" of an infinitive is its own: "Sarria to close the
      // mission".
      if (is_root && tree_->is(child, "case")) continue;
      if (is_root && tree_->is(child, "mark") && word(child).tag != "TO") continue;
      if (is_root && (counts_from_here(child) || (child < w && word(child).tag == "WRB"))) continue;  // "when"
      if (is_relative(child)) {  // "who were held", "in which two died"
        relative_subject_ |= w == draft_.word && tree_->is(child, "nsubj");
        continue;
      }
      gather(child, false);
    }
  }
  // "and 2022" of "between 2019 and 2022".
  bool is_of_range(int child) const {
    return draft_.claim.time && draft_.claim.time->words.starts_with("between ") &&
           draft_.claim.time->span.contains(word(child).span);
  }
  // "two days" of "two days after he denied it".
  bool counts_from_here(int child) const {
    const int mark = tree_->child(draft_.word, {"mark"});
    return mark > child && tree_->is(child, "obl:unmarked") && tree_->extent(child).second == mark - 1;
  }
  bool is_relative(int w) const {
    const std::string& tag = word(w).tag;
    return (tag == "WP" || tag == "WDT") && tree_->is(draft_.word, "acl:relcl") && tree_->head(w) == draft_.word;
  }
  // Clauses and asides that one line does without. "union leader Hassan Mwangi" is no aside.
  bool is_aside(int child) const {
    for (std::string_view relation : {"conj", "cc", "parataxis", "acl:relcl", "discourse"}) {
      if (tree_->is(child, relation)) return true;
    }
    if (tree_->is(child, "advcl")) return !completes(child);
    if (tree_->is(child, "appos")) {
      const int first = tree_->extent(child).first;
      return first < tree_->head(child) || is_mark(first) || is_mark(first - 1);
    }
    if (tree_->is(child, "acl")) return !(word(child).tag == "VB");
    if (is_mark(child)) return word(child).form != "-" || !touches(child);
    return false;
  }
  // "accused him of lying", "returned to protest": what is asked, blamed or meant.
  bool completes(int clause) const {
    if (clause < tree_->head(clause) || is_mark(tree_->extent(clause).first - 1)) return false;
    const std::string marker = tree_->marker(clause);
    return word(clause).tag == "VB"
               ? marker == "to"
               : word(clause).tag == "VBG" && (marker == "of" || marker == "from" || marker == "for");
  }
  bool is_mark(int w) const { return w >= 0 && tree_->is(w, "punct"); }
  bool touches(int w) const {
    return w > 0 && w + 1 < tree_->size() && word(w - 1).span.end == word(w).span.begin &&
           word(w).span.end == word(w + 1).span.begin;
  }

  // A verb without a subject of its own is told with the one that it shares.
  std::string with_shared_subject() {
    const std::string told = line();
    const bool passive = word(draft_.word).tag == "VBN" && draft_.claim.aspect == Aspect::none;
    for (const Participant& participant : draft_.claim.participants) {
      if (participant.role != (passive ? Role::recipient : Role::actor)) continue;
      const bool named =
          told.find(participant.text) != std::string::npos || told.find(participant.name) != std::string::npos;
      return named ? told : participant.name + " " + told;
    }
    // "The blast hurt ten and forced the school to close": what is nobody is told as the text has it.
    const int subject =
        relative_subject_ ? tree_->head(draft_.word) : SubjectFinder(story_, sentence_).subject_of(draft_.word);
    const bool told_already = std::find(words_.begin(), words_.end(), subject) != words_.end();
    if (subject < 0 || draft_.noun || told_already || story_.timex_at(sentence_, subject) >= 0) return told;
    if (const int name = story_.name_of[sentence_][subject]; name >= 0) return story_.names[name].name + " " + told;
    std::vector<int> phrase = tree_->phrase(subject);
    phrase.erase(std::upper_bound(phrase.begin(), phrase.end(), subject), phrase.end());
    return story_.words(sentence_, phrase) + " " + told;
  }

  std::string line() const {
    std::vector<int> kept = with_commas();
    const bool long_one = words_.size() > kMostWords;
    if (long_one)
      kept.resize(static_cast<std::size_t>(std::find(kept.begin(), kept.end(), words_[kMostWords]) - kept.begin()));
    std::set<std::string> named;
    for (const int w : kept) {
      if (const int name = story_.name_of[sentence_][w]; name >= 0) named.insert(story_.names[name].name);
    }
    const std::string plain = story_.words(sentence_, kept);
    for (const Participant& p : draft_.claim.participants) {  // "the minister said he would go"
      if (p.rule.find("pronoun") == std::string::npos && plain.find(p.text) != std::string::npos) named.insert(p.name);
    }
    std::string out;
    for (std::size_t i = 0; i < kept.size(); ++i) {
      const bool apart = i > 0 && word(kept[i - 1]).span.end != word(kept[i]).span.begin;
      if (apart) out += ' ';
      const std::string name = name_for(kept[i]);
      const bool fresh = !name.empty() && named.insert(name).second;
      out += fresh ? name + possessive(kept[i]) : std::string(word(kept[i]).span.of(story_.text()));
    }
    return folded_blanks(out) + (long_one ? " …" : "");
  }
  // Commas that part what is kept on both sides: "killed in the shelling, the Red Cross said". Not the one that closes
  // an aside that was left out.
  std::vector<int> with_commas() const {
    std::vector<int> out;
    bool open = false;  // a comma since the clause began
    for (const int w : words_) {
      const int before = out.empty() ? w : out.back();
      const int comma = comma_between(before, w);
      if (comma >= 0 && (open || !ends_subject(before, w))) out.push_back(comma), open = true;
      out.push_back(w);
    }
    return out;
  }
  // The comma between two words between which there are only marks; -1 when there is none.
  int comma_between(int before, int w) const {
    int comma = -1;
    for (int p = before + 1; p < w; ++p) {
      if (!is_mark(p)) return -1;
      if (word(p).form == ",") comma = p;
    }
    return comma;
  }
  bool ends_subject(int before, int verb) const {
    if (!tree_->is_verb(verb)) return false;
    for (int w = before; w >= 0; w = tree_->head(w)) {
      if (tree_->is(w, "nsubj")) return true;
    }
    return false;
  }

  // Whom "he", "her" or "whose" means; empty for other words and where the text does not tell.
  std::string name_for(int w) const {
    static const std::set<std::string> kPersonal = {"he", "him", "his", "she", "her"};
    if (word(w).tag == "WP$") {
      const int of = SubjectFinder(story_, sentence_).antecedent(w, w);
      const int name = of == w ? -1 : story_.name_of[sentence_][of];
      return name >= 0 ? story_.names[name].name : "";
    }
    if (!tree_->is_pronoun(w) || !kPersonal.contains(lower_case(word(w).form))) return "";
    const Participant who = describe_phrase(story_, sentence_, w);
    return who.rule == "pronoun" && who.kind == ActorKind::person ? who.name : "";
  }
  const char* possessive(int w) const { return word(w).tag.ends_with('$') ? "'s" : ""; }

  const Story& story_;
  const Draft& draft_;
  std::size_t sentence_;
  const Tree* tree_;
  std::vector<int> words_;
  bool relative_subject_ = false;
};

}  // namespace

std::string summary_of(const Story& story, const Draft& draft) { return Summary(story, draft).run(); }

}  // namespace forewhen
