// SPDX-License-Identifier: Apache-2.0
#include "syntax/labeller.h"

#include <algorithm>
#include <cstdlib>

namespace forewhen::syntax {
namespace {

// d: the dependent, h: its head, g: its head's head; first and last: its outer dependent on the left and the nearest on
// the left (often a preposition, a conjunction); aux: the last verb or modal on the head's left.
enum class A {
  dw,
  dt,
  dc,
  dshape,
  dsuffix,
  hw,
  ht,
  hc,
  gt,
  direction,
  distance,
  first_w,
  first_t,
  last_w,
  below,
  count,
  siblings,
  aux,
  previous,
  head_relation,
  subject,
  before_w,
  before_t,
  after_w,
  after_t,
  start,
  right_w,
  right_t,
  last_t,
  hf,
  next_t,
  head_first,
  end
};
using enum A;

constexpr Template<A> t(A a = end, A b = end, A c = end, A d = end, A e = end) { return {a, b, c, d, e}; }

constexpr std::array templates{
    t(), t(dw), t(dt), t(hw), t(ht), t(dw, hw), t(dt, ht, direction), t(dw, ht, direction), t(dt, hw, direction),
    t(dt, ht, direction, distance), t(first_w, dt, ht), t(last_w, dt, ht), t(first_t, dt, direction), t(first_w, hw),
    t(last_w, dw), t(below, dt), t(siblings, dt, direction), t(aux, dt, ht, direction), t(previous, direction, dt, ht),
    t(previous, direction, dw), t(head_relation, dt, ht, direction), t(head_relation, dw), t(gt, ht, dt),
    t(before_t, dt, ht), t(after_t, dt, ht), t(before_w, dt), t(after_w, dt), t(subject, dt, ht, direction),
    t(count, dt, direction), t(start, dt, ht), t(dw, hw, direction), t(first_w, last_w, ht, direction),
    t(last_w, hw, direction), t(dshape, dt, ht), t(dsuffix, ht, direction), t(siblings, dw), t(dc, hc, direction),
    t(dc, ht, direction), t(dc), t(last_w, dc), t(hc, dt, direction), t(hc, dw, direction), t(first_w, dc, hc),
    t(right_w, dt, ht), t(right_t, dt, direction), t(last_t, dt, ht, direction), t(first_w, dw),
    t(below, dt, ht, direction),
    // what the head takes, and what else it has
    t(hf, dt, first_w, direction), t(hf, first_t, dt, direction), t(hf, previous, dt, direction), t(hw, dt, first_w),
    t(hw, first_w, direction), t(next_t, dt, ht, direction), t(next_t, hw, direction), t(head_first, dt, direction),
    t(head_first, dw), t(gt, head_relation, dt, direction), t(dc, previous, ht, direction), t(dc, first_w, ht),
    t(aux, dw), t(aux, subject, dt, direction), t(hf, next_t, dt, direction)};

std::uint64_t relation_value(const std::vector<std::uint8_t>& relations, int word) {
  return word < 0 ? 300 : relations[static_cast<std::size_t>(word)];
}

bool is_subject(const Inventory& inventory, std::uint8_t relation) {
  return relation != no_relation && inventory.name(relation).starts_with("nsubj");
}

struct Below {  // what hangs on the dependent
  int first = -1, last = -1, right = -1, count = 0;
  std::uint64_t tags = 0;
};

Below look_below(const TreeView& tree, const ParserInput& input, int word) {
  Below below;
  for (const int child : tree.dependents(word)) {
    below.tags ^= hash_step(77, input.tag(child) << 1 | (child < word));
    if (child < word && below.first < 0) below.first = child;
    if (child < word) below.last = child;
    if (child > word && below.right < 0) below.right = child;
    ++below.count;
  }
  return below;
}

struct Beside {  // what else hangs on the head
  std::uint64_t tags = 0;
  int aux = -1, previous = -1, next = -1, first = -1;
  bool subject = false;
};

Beside look_beside(const TreeView& tree, const ParserInput& input, const std::vector<std::uint8_t>& relations,
                   const Inventory& inventory, int word, int head) {
  Beside beside;
  for (const int sibling : tree.dependents(head)) {
    beside.tags ^= hash_step(177, input.tag(sibling) << 1 | (sibling < head));
    const std::string& tag = input.tag_name(sibling);
    if (sibling < head && (tag[0] == 'V' || tag == "MD")) beside.aux = sibling;
    if (sibling < head && beside.first < 0) beside.first = sibling;
    if (sibling > word && beside.next < 0) beside.next = sibling;
    if (sibling >= word) continue;
    beside.previous = sibling;
    if (is_subject(inventory, relations[static_cast<std::size_t>(sibling)])) beside.subject = true;
  }
  return beside;
}

}  // namespace

TreeView::TreeView(const std::vector<int>& heads) : heads_(heads), dependents_(heads.size()) {
  order_.reserve(heads.size());
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (heads[i] < 0) {
      order_.push_back(static_cast<int>(i));
    } else {
      dependents_[static_cast<std::size_t>(heads[i])].push_back(static_cast<int>(i));
    }
  }
  for (std::size_t i = 0; i < order_.size(); ++i) {
    const std::vector<int>& next = dependents(order_[i]);
    order_.insert(order_.end(), next.begin(), next.end());
  }
}

void relation_features(const TreeView& tree, const ParserInput& input, const std::vector<std::uint8_t>& relations,
                       const Inventory& inventory, int word, FeatureList& features) {
  const int head = tree.head(word), grandparent = tree.head(head);
  const Below under = look_below(tree, input, word);
  const Beside beside = look_beside(tree, input, relations, inventory, word, head);
  const int gap = std::abs(head - word);

  std::array<std::uint64_t, static_cast<std::size_t>(end)> a{};
  const auto set = [&](A atom, std::uint64_t value) { a[static_cast<std::size_t>(atom)] = value; };
  set(dw, input.word(word));
  set(dt, input.tag(word));
  set(dc, input.classes(word));
  set(dshape, input.token(word).shape);
  set(dsuffix, input.token(word).suffix[2]);
  set(hw, input.word(head));
  set(ht, input.tag(head));
  set(hc, input.classes(head));
  set(gt, input.tag(grandparent));
  set(direction, head > word);
  set(distance, static_cast<std::uint64_t>(gap <= 5 ? gap : gap <= 10 ? 6 : 7));
  set(first_w, input.word(under.first));
  set(first_t, input.tag(under.first));
  set(last_w, input.word(under.last));
  set(last_t, input.tag(under.last));
  set(right_w, input.word(under.right));
  set(right_t, input.tag(under.right));
  set(below, under.tags);
  set(count, static_cast<std::uint64_t>(std::min(under.count, 6)));
  set(siblings, beside.tags);
  set(aux, input.word(beside.aux));
  set(previous, relation_value(relations, beside.previous));
  set(head_relation, relation_value(relations, head));
  set(subject, beside.subject);
  set(before_w, input.word(word - 1));
  set(before_t, input.tag(word - 1));
  set(after_w, input.word(word + 1));
  set(after_t, input.tag(word + 1));
  set(start, word == 0);
  set(hf, input.frames(head));
  set(next_t, input.tag(beside.next));
  set(head_first, input.word(beside.first));
  features.clear();
  add_features<A, templates, 3000>(a, features);
}

std::vector<std::uint8_t> label_tree(const std::vector<int>& heads, const ParserInput& input, const Scorer& scorer,
                                     const Inventory& inventory) {
  const TreeView tree(heads);
  const std::uint8_t root = inventory.find("root").value_or(0);
  std::vector<std::uint8_t> relations(heads.size(), no_relation);
  std::vector<float> scores(inventory.size());
  FeatureList features;
  for (const int word : tree.order()) {
    if (tree.head(word) < 0) {
      relations[static_cast<std::size_t>(word)] = root;
      continue;
    }
    relation_features(tree, input, relations, inventory, word, features);
    scorer.score(features.view(), scores);
    scores[root] = -1e9F;
    relations[static_cast<std::size_t>(word)] =
        static_cast<std::uint8_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  }
  return relations;
}

}  // namespace forewhen::syntax
