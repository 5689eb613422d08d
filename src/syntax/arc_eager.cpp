// SPDX-License-Identifier: Apache-2.0
#include "syntax/arc_eager.h"

namespace forewhen::syntax {

namespace {

// Bits of Node::taken. A relation is not known yet; the role of the dependent, its side and whether a preposition or
// conjunction hangs on it tell most of it.
enum Slot : std::uint16_t {
  marked = 1,           // a preposition, subordinator or relative word on the left
  subject_like = 2,     // a bare nominal on the left
  object_like = 4,      // a bare nominal on the right
  second_object = 8,    // another
  oblique_like = 16,    // a marked nominal on the right
  auxiliary_like = 32,  // a verb or modal on the left
  clause_like = 64,     // a verb on the right
  coordinated = 128,    // a conjunction on the left
  conjunct = 256,       // a word with a conjunction on the right
  comma_right = 512,
  predicate_like = 1024  // an adjective on the right
};

}  // namespace

ArcEager::ArcEager(const std::vector<WordRole>& roles)
    : roles_(roles), words_(static_cast<int>(roles.size())), nodes_(roles.size() + 1) {
  stack_.reserve(roles.size());
}

std::uint16_t ArcEager::slot_of(int head, int dependent) const {
  const WordRole role = roles_[static_cast<std::size_t>(dependent)];
  const std::uint16_t below = node(dependent).taken;
  const bool right = dependent > head;
  if (right && (below & coordinated)) return conjunct;
  switch (role) {
    case WordRole::nominal:
      if (!right) return subject_like;
      if (below & marked) return oblique_like;
      return node(head).taken & object_like ? second_object : object_like;
    case WordRole::verb:
      return right ? clause_like : auxiliary_like;
    case WordRole::modal:
      return auxiliary_like;
    case WordRole::marker:
      return right ? 0 : marked;
    case WordRole::conjunction:
      return right ? 0 : coordinated;
    case WordRole::comma:
      return right ? comma_right : 0;
    case WordRole::adjective:
      return right ? predicate_like : 0;
    case WordRole::other:
      return 0;
  }
  return 0;
}

bool ArcEager::allows(Action action) const {
  switch (action) {
    case Action::shift:
      return next_ < words_;
    case Action::right:
      return !stack_.empty() && next_ < words_;
    case Action::left:
      return !stack_.empty() && head(stack_.back()) < 0;
    case Action::reduce:
      return !stack_.empty() && head(stack_.back()) >= 0;
  }
  return false;
}

void ArcEager::apply(Action action) {
  switch (action) {
    case Action::shift:
      stack_.push_back(next_++);
      return;
    case Action::right:
      attach(stack_.back(), next_);
      stack_.push_back(next_++);
      return;
    case Action::left:
      attach(next_, stack_.back());
      stack_.pop_back();
      return;
    case Action::reduce:
      stack_.pop_back();
      return;
  }
}

void ArcEager::attach(int head, int dependent) {
  nodes_[static_cast<std::size_t>(dependent)].head = head;
  Node& node = nodes_[static_cast<std::size_t>(head)];
  node.taken |= slot_of(head, dependent);
  // Dependents of one side come from the inside out.
  if (dependent < head) {
    node.left2 = node.left;
    node.left = dependent;
    if (node.left_count < 255) ++node.left_count;
  } else {
    node.right2 = node.right;
    node.right = dependent;
    if (node.right_count < 255) ++node.right_count;
  }
}

}  // namespace forewhen::syntax
