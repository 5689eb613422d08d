// SPDX-License-Identifier: Apache-2.0
#include "syntax/arc_eager.h"

namespace forewhen::syntax {

ArcEager::ArcEager(int words) : words_(words), nodes_(static_cast<std::size_t>(words) + 1) {
  stack_.reserve(static_cast<std::size_t>(words));
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
