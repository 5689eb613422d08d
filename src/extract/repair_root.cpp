// SPDX-License-Identifier: Apache-2.0
#include "extract/repair_root.h"

#include "extract/tree_edit.h"

namespace forewhen {
namespace {

class RootRepair : private TreeEdit {
 public:
  explicit RootRepair(ParsedSentence& sentence) : TreeEdit(sentence), sentence_(sentence) {}

  void repair() {
    if (sentence_.heading || words_.back().form != ".") return;
    for (int w = 0; w < size(); ++w) {
      if (is_finite(w)) return;
    }
    int root = 0;
    while (words_[root].head >= 0) ++root;
    if (!is_noun(root) || verb_before_object(root)) return;
    for (int w = root + 1; w < size(); ++w) {
      const bool participle = words_[w].tag == "VBN" && base_relation(words_[w].relation) == "acl" &&
                              (words_[w - 1].form != "," || has_apposition(root, w));
      if (!participle || !governs(root, w)) continue;
      words_[w].tag = "VBD";
      words_[w].head = -1;
      words_[w].relation = "root";
      words_[root].head = w;
      words_[root].relation = "nsubj";
      for (int p = 0; p < size(); ++p) {
        if (words_[p].head == root && p > w) words_[p].head = w;
      }
      return;
    }
  }

 private:
  // "The court jailed union leader Hassan Mwangi": a noun that has a subject and a participle in front is the object.
  bool verb_before_object(int root) {
    int subject = -1;
    for (int w = 0; w < root; ++w) {
      if (words_[w].head != root) continue;
      if (words_[w].relation == "nsubj") subject = w;
      if (subject < 0 || words_[w].tag != "VBN" || words_[w].relation != "amod") continue;
      words_[w].tag = "VBD";
      words_[w].head = -1;
      words_[w].relation = "root";
      words_[root].head = w;
      words_[root].relation = "obj";
      for (int p = 0; p < size(); ++p) {
        if (words_[p].head == root && (p == subject || is_calendar_word(p) || words_[p].relation == "punct"))
          words_[p].head = w;
        if (words_[p].head == w && is_calendar_word(p)) words_[p].relation = "obl";
      }
      return true;
    }
    return false;
  }

  // "The director, Lena Moravec, apologised."
  bool has_apposition(int noun, int before) const {
    for (int w = noun + 1; w < before; ++w) {
      if (words_[w].head == noun && base_relation(words_[w].relation) == "appos") return true;
    }
    return false;
  }

  ParsedSentence& sentence_;
};

}  // namespace

void repair_root(ParsedSentence& sentence) { RootRepair(sentence).repair(); }

}  // namespace forewhen
