// SPDX-License-Identifier: Apache-2.0
// The arc-eager transition system (Nivre 2003) with the root at the end of the buffer (Ballesteros and Nivre 2013).
// Words are 0..n-1; n is the root.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace forewhen::syntax {

enum class Action : std::uint8_t { shift, reduce, right, left };  // in the model file: never renumber
constexpr std::size_t action_count = 4;

class ArcEager {
 public:
  explicit ArcEager(int words);

  bool finished() const { return next_ == words_ && stack_.empty(); }
  bool allows(Action action) const;
  // REQUIRES: allows(action)
  void apply(Action action);

  int words() const { return words_; }
  int next() const { return next_; }  // first word of the buffer
  // Word `depth` below the top of the stack; -1 when there is none.
  int stack(std::size_t depth) const { return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : -1; }
  std::size_t stack_size() const { return stack_.size(); }

  struct Node {
    int head = -1;                                       // -1: none yet
    int left = -1, left2 = -1, right = -1, right2 = -1;  // outermost and second outermost dependents
    std::uint8_t left_count = 0, right_count = 0;        // stop at 255
  };
  const Node& node(int word) const { return nodes_[static_cast<std::size_t>(word)]; }
  int head(int word) const { return nodes_[static_cast<std::size_t>(word)].head; }

 private:
  void attach(int head, int dependent);

  int words_;
  int next_ = 0;
  std::vector<int> stack_;
  std::vector<Node> nodes_;  // the root is the last
};

}  // namespace forewhen::syntax
