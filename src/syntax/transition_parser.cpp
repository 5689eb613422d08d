// SPDX-License-Identifier: Apache-2.0
#include "syntax/transition_parser.h"

#include <algorithm>

namespace forewhen::syntax {
namespace {

// s: stack from the top, n: buffer; l, r: outermost dependents, h: head; w: word, t: tag, c: word classes.
enum class A {
  s0w,
  s0t,
  s0c,
  s0th,
  s1w,
  s1t,
  s1c,
  s2t,
  n0w,
  n0t,
  n0c,
  n1w,
  n1t,
  n1c,
  n2w,
  n2t,
  n3t,
  s0hw,
  s0ht,
  s0hc,
  s0hht,
  s0hrt,
  s0lw,
  s0lt,
  s0l2t,
  s0rw,
  s0rt,
  s0rc,
  s0r2t,
  s1rw,
  s1rt,
  s1lt,
  n0lw,
  n0lt,
  n0l2t,
  distance,
  s0left,
  s0right,
  n0left,
  between,
  ahead,
  alike,
  s0f,
  s0hf,
  n0f,
  n0l2w,
  s0l2w,
  s0m,
  s0hm,
  s1m,
  n0m,
  end
};
using enum A;

constexpr Template<A> t(A a = end, A b = end, A c = end, A d = end, A e = end) { return {a, b, c, d, e}; }

constexpr std::array templates{
    t(), t(s0w), t(s0th), t(s0w, s0t), t(n0w), t(n0t), t(n0w, n0t), t(n1w), t(n1t), t(n1w, n1t), t(n2w), t(n2t),
    t(n2w, n2t),
    // pairs
    t(s0w, s0t, n0w, n0t), t(s0w, s0t, n0w), t(s0w, n0w, n0t), t(s0w, s0t, n0t), t(s0t, n0w, n0t), t(s0w, n0w),
    t(s0th, n0t), t(n0t, n1t), t(n0w, n1w), t(n0w, n1t), t(n0t, n1w, n2t),
    // threes
    t(n0t, n1t, n2t), t(s0t, n0t, n1t), t(s0ht, s0t, n0t), t(s0t, s0lt, n0t), t(s0t, s0rt, n0t), t(s0t, n0t, n0lt),
    t(s0w, n0t, n1t), t(s0t, n0w, n1t), t(s0t, n0t, n1w), t(s0w, n0w, n1t), t(s0t, n0t, n1t, n2t),
    t(n0t, n1t, n2t, n3t),
    // distance and valency
    t(s0w, distance), t(s0t, distance), t(n0w, distance), t(n0t, distance), t(s0w, n0w, distance),
    t(s0t, n0t, distance), t(s0w, s0right), t(s0t, s0right), t(s0w, s0left), t(s0t, s0left), t(n0w, n0left),
    t(n0t, n0left), t(s0t, n0t, s0left, s0right),
    // neighbours in the tree
    t(s0hw), t(s0ht), t(s0lw), t(s0lt), t(s0rw), t(s0rt), t(n0lw), t(n0lt), t(s0hht, s0ht, s0t), t(s0l2t, s0lt, s0t),
    t(s0r2t, s0rt, s0t), t(n0t, n0lt, n0l2t), t(s0rw, s0w, n0t), t(s0rw, n0w, s0t), t(s0rt, s0w, n0w),
    t(s0hw, s0t, n0w), t(s0ht, s0w, n0w), t(s0hw, s0w, n0t), t(s0hw, n0w), t(s0ht, n0t, n1t), t(n0lw, n0t, s0t),
    t(n0lw, s0w), t(s0ht, s0t, n0t, n1t), t(s0hrt, s0ht, n0t), t(s0t, s0rt, n0t, n1t), t(s0rw, n0t, n1w),
    // deeper in the stack
    t(s1t), t(s1w), t(s1t, s0t), t(s1w, s0w), t(s1t, s0t, n0t), t(s2t, s1t, s0t), t(s1w, n0t), t(s1w, n0w), t(s1t, n0w),
    t(s1rt, s1t, n0t), t(s1t, s1lt, s1rt), t(s0t, n0t, s1t, n1t), t(s1rw, n0w), t(s2t, s1t, s0t, n0t),
    // what lies between
    t(s0t, n0t, between), t(s0w, n0t, between), t(s0t, n0w, between),
    // word classes
    t(s0c), t(n0c), t(s0c, n0c), t(s0c, n0t), t(s0t, n0c), t(s1c, n0c), t(s0c, n0c, n1c), t(s0rc, n0c),
    t(s0hc, s0c, n0c), t(s1c, s0c), t(n0c, n1c), t(s0rc, s0c, n0c), t(s0hc, n0c), t(s0w, n0c), t(s0c, n0w),
    t(s0c, n0w, n1c), t(s0hc, n0w, n1c),
    // the prepositions, conjunctions and particles that hang on the two sides already
    t(s0w, n0lw, n0t), t(s0t, n0lw, n0w), t(s0w, n0lw, n0c), t(s0c, n0lw, n0c), t(s0lw, n0lw, s0t, n0t),
    t(s0lw, s0t, n0t), t(s0hw, n0lw), t(s0ht, s0t, n0lw), t(s0hw, s0t, n0lw), t(s0hw, n0lw, n0c), t(s0hc, n0lw, n0c),
    t(s0ht, s0lw, n0lw, n0t), t(s1w, s0t, n0lw), t(s1t, s0t, n0lw), t(s0rw, n0lw), t(s0rt, s0t, n0lw),
    t(n0lw, n0l2w, n0t), t(n0l2w, s0t, n0t), t(n0left, s0t, n0t), t(s0w, n0lt, n0t), t(between, s0t, n0t, n0lw),
    t(distance, s0t, n0t, n0lw), t(s0l2w, s0t, n0t),
    // coordination
    t(alike, s0t, n0t), t(alike, s0t, n0lw), t(alike, s0t, n0t, n0lw),
    // what a verb takes
    t(s0f, n0t), t(s0f, n0t, n0lw), t(s0f, s0right, n0t), t(s0f, s0rt, n0t), t(s0hf, s0t, n0t), t(s0hf, s0t, n0lw),
    t(n0f, s0t),
    // what is still to come
    t(s0t, n0t, ahead), t(n0w, s0t, ahead),
    // what the words have taken so far
    t(s0m, s0t, n0t), t(n0m, s0t, n0t), t(s0m, n0m, s0t, n0t), t(s0m, s0w, n0t), t(n0m, n0w, s0t), t(n0m, s0w, n0t),
    t(s0hm, s0t, n0t), t(s0hm, s0ht, n0t), t(s0m, s0f, n0t), t(s0m, s0f, n0t, n0m), t(s0hm, s0m, n0m, n0t),
    t(s1m, s1t, n0t), t(s1m, s0t, n0m, n0t), t(s0m, s0t, n0t, n1t), t(s0m, n0lw, n0t), t(n0m, n0t, n1t),
    t(s0m, n0m, between), t(s0m, s0t, n0w)};

std::uint64_t distance_class(int distance) {
  if (distance <= 6) return static_cast<std::uint64_t>(distance);
  return distance < 10 ? 7 : 8;
}

std::uint64_t at_most(int count, int most) { return static_cast<std::uint64_t>(std::min(count, most)); }

WordRole role_of(std::string_view tag) {
  if (tag.starts_with("NN") || tag.starts_with("PRP") || tag == "CD" || tag == "WP" || tag == "EX")
    return WordRole::nominal;
  if (tag.starts_with("VB")) return WordRole::verb;
  if (tag == "MD") return WordRole::modal;
  if (tag == "IN" || tag == "TO" || tag == "WDT" || tag == "WRB") return WordRole::marker;
  if (tag == "CC") return WordRole::conjunction;
  if (tag == ",") return WordRole::comma;
  return tag.starts_with("JJ") ? WordRole::adjective : WordRole::other;
}

Action best_action(const ArcEager& state, std::span<const float> scores) {
  std::size_t best = action_count;
  for (std::size_t i = 0; i < action_count; ++i) {
    if (state.allows(static_cast<Action>(i)) && (best == action_count || scores[i] > scores[best])) best = i;
  }
  return static_cast<Action>(best);
}

}  // namespace

ParserInput::ParserInput(const std::vector<TokenFeatures>& tokens, const std::vector<std::uint8_t>& tags,
                         const Inventory& inventory)
    : tokens_(tokens), tags_(tags), inventory_(inventory), before_(tokens.size() + 1) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string& name = inventory.name(tags[i]);
    roles_.push_back(role_of(name));
    before_[i + 1] = before_[i];
    before_[i + 1].verbs += name[0] == 'V' || name == "MD";
    before_[i + 1].commas += name == ",";
    before_[i + 1].conjunctions += name == "CC";
  }
}

std::uint64_t ParserInput::likeness(int a, int b) const {
  if (outside(a) || outside(b)) return 0;
  const TokenFeatures &one = token(a), &other = token(b);
  return 1 + (tag(a) == tag(b)) + (one.classes == other.classes) * 2 + (one.suffix[2] == other.suffix[2]) * 4 +
         (one.capital == other.capital) * 8;
}

std::uint64_t ParserInput::between(int left, int right) const {
  if (left < 0 || right <= left) return 0;
  const Counts& from = before_[static_cast<std::size_t>(left) + 1];
  const Counts& to = before_[static_cast<std::size_t>(right)];
  return at_most(to.verbs - from.verbs, 2) * 9 + at_most(to.commas - from.commas, 2) * 3 +
         at_most(to.conjunctions - from.conjunctions, 2);
}

void action_features(const ArcEager& state, const ParserInput& input, FeatureList& features) {
  static const ArcEager::Node nothing;
  const int s0 = state.stack(0), s1 = state.stack(1), s2 = state.stack(2);
  const int n0 = state.next(), n1 = n0 < input.size() ? n0 + 1 : -1, n2 = n1 >= 0 && n1 < input.size() ? n1 + 1 : -1;
  const int n3 = n2 >= 0 && n2 < input.size() ? n2 + 1 : -1;
  const auto node = [&](int word) -> const ArcEager::Node& { return word < 0 ? nothing : state.node(word); };
  const ArcEager::Node &top = node(s0), &below = node(s1), &first = node(n0);
  const int s0h = top.head, s0hh = node(s0h).head;

  std::array<std::uint64_t, static_cast<std::size_t>(end)> a{};
  const auto set = [&](A atom, std::uint64_t value) { a[static_cast<std::size_t>(atom)] = value; };
  set(s0w, input.word(s0));
  set(s0t, input.tag(s0));
  set(s0c, input.classes(s0));
  set(s0th, input.tag(s0) << 1 | (s0h >= 0));
  set(s1w, input.word(s1));
  set(s1t, input.tag(s1));
  set(s1c, input.classes(s1));
  set(s2t, input.tag(s2));
  set(n0w, input.word(n0));
  set(n0t, input.tag(n0));
  set(n0c, input.classes(n0));
  set(n1w, input.word(n1));
  set(n1t, input.tag(n1));
  set(n1c, input.classes(n1));
  set(n2w, input.word(n2));
  set(n2t, input.tag(n2));
  set(n3t, input.tag(n3));
  set(s0hw, input.word(s0h));
  set(s0ht, input.tag(s0h));
  set(s0hc, input.classes(s0h));
  set(s0hht, input.tag(s0hh));
  set(s0hrt, input.tag(node(s0h).right));
  set(s0lw, input.word(top.left));
  set(s0lt, input.tag(top.left));
  set(s0l2t, input.tag(top.left2));
  set(s0rw, input.word(top.right));
  set(s0rt, input.tag(top.right));
  set(s0rc, input.classes(top.right));
  set(s0r2t, input.tag(top.right2));
  set(s1rw, input.word(below.right));
  set(s1rt, input.tag(below.right));
  set(s1lt, input.tag(below.left));
  set(n0lw, input.word(first.left));
  set(n0lt, input.tag(first.left));
  set(n0l2t, input.tag(first.left2));
  set(distance, s0 < 0 ? 0 : distance_class(n0 - s0));
  set(s0left, at_most(top.left_count, 4));
  set(s0right, at_most(top.right_count, 5));
  set(n0left, at_most(first.left_count, 4));
  set(between, input.between(s0, n0));
  set(ahead, input.ahead(n0));
  set(alike, input.likeness(s0, n0));
  set(s0f, input.frames(s0));
  set(s0hf, input.frames(s0h));
  set(n0f, input.frames(n0));
  set(s0m, top.taken);
  set(s0hm, node(s0h).taken);
  set(s1m, below.taken);
  set(n0m, first.taken);
  set(n0l2w, input.word(first.left2));
  set(s0l2w, input.word(top.left2));
  features.clear();
  add_features<A, templates, 2000>(a, features);
}

std::vector<int> parse_heads(const ParserInput& input, const Scorer& scorer) {
  ArcEager state(input.roles());
  FeatureList features;
  std::array<float, action_count> scores{};
  while (!state.finished()) {
    if (state.stack_size() == 0) {
      state.apply(Action::shift);
      continue;
    }
    if (state.next() == state.words()) {  // only one action is left
      state.apply(state.allows(Action::left) ? Action::left : Action::reduce);
      continue;
    }
    action_features(state, input, features);
    scorer.score(features.view(), scores);
    state.apply(best_action(state, scores));
  }
  std::vector<int> heads(static_cast<std::size_t>(input.size()));
  for (int i = 0; i < input.size(); ++i) heads[static_cast<std::size_t>(i)] = state.head(i);
  return heads;
}

}  // namespace forewhen::syntax
