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

// Kinds of words by their tag, as far as a head cares what hangs on it.
enum class WordRole : std::uint8_t { other, nominal, verb, modal, marker, conjunction, comma, adjective };

class ArcEager {
 public:
  // One role for each word; they must outlive this object.
  explicit ArcEager(const std::vector<WordRole>& roles);

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
    std::uint16_t taken = 0;                             // bits of Slot: what hangs on the word, told by role and side
  };
  const Node& node(int word) const { return nodes_[static_cast<std::size_t>(word)]; }
  int head(int word) const { return nodes_[static_cast<std::size_t>(word)].head; }

 private:
  void attach(int head, int dependent);
  std::uint16_t slot_of(int head, int dependent) const;

  const std::vector<WordRole>& roles_;

  int words_;
  int next_ = 0;
  std::vector<int> stack_;
  std::vector<Node> nodes_;  // the root is the last
};

}  // namespace forewhen::syntax
