// SPDX-License-Identifier: Apache-2.0
#include "syntax/tagger.h"

#include <algorithm>

namespace forewhen::syntax {
namespace {

enum class A {
  lower,
  form,
  shape,
  prefix,
  suffix1,
  suffix2,
  suffix3,
  suffix4,
  classes,
  position,
  before,
  before_suffix,
  before_classes,
  before2,
  after,
  after_suffix2,
  after_suffix3,
  after_shape,
  after_classes,
  after2,
  tag1,
  tag2,
  end
};

constexpr Template<A> t(A a = A::end, A b = A::end, A c = A::end, A d = A::end) { return {a, b, c, d, A::end}; }

constexpr std::array templates{t(),
                               t(A::lower),
                               t(A::form),
                               t(A::shape),
                               t(A::prefix),
                               t(A::suffix1),
                               t(A::suffix2),
                               t(A::suffix3),
                               t(A::suffix4),
                               t(A::tag1),
                               t(A::tag1, A::tag2),
                               t(A::tag1, A::lower),
                               t(A::tag1, A::tag2, A::lower),
                               t(A::before),
                               t(A::after),
                               t(A::before2),
                               t(A::after2),
                               t(A::after_suffix3),
                               t(A::before_suffix),
                               t(A::position, A::suffix3),
                               t(A::lower, A::after),
                               t(A::before, A::lower),
                               t(A::tag1, A::after),
                               t(A::tag1, A::shape),
                               t(A::tag1, A::suffix2),
                               t(A::after_shape, A::shape),
                               t(A::suffix3, A::after_suffix2),
                               t(A::classes),
                               t(A::before_classes, A::classes),
                               t(A::classes, A::after_classes),
                               t(A::after_classes),
                               t(A::position, A::lower),
                               t(A::tag1, A::classes, A::suffix2),
                               t(A::tag1, A::lower, A::after),
                               t(A::tag2, A::before, A::lower),
                               t(A::after, A::after2)};

const TokenFeatures outside;

const TokenFeatures& token_at(const std::vector<TokenFeatures>& tokens, std::size_t i) {
  return i < tokens.size() ? tokens[i] : outside;
}

// Headlines in capitals tell nothing by their case.
bool is_shouted(const std::vector<TokenFeatures>& tokens) {
  const auto shouted =
      std::count_if(tokens.begin(), tokens.end(), [](const TokenFeatures& token) { return token.shouted; });
  return tokens.size() > 2 && static_cast<std::size_t>(shouted) * 3 > tokens.size() * 2;
}

void add_tag_features(const std::vector<TokenFeatures>& tokens, const std::vector<std::uint8_t>& tags, std::size_t i,
                      bool shouted, FeatureList& features) {
  const TokenFeatures& token = tokens[i];
  const TokenFeatures& before = token_at(tokens, i - 1);
  const TokenFeatures& after = token_at(tokens, i + 1);
  std::array<std::uint64_t, static_cast<std::size_t>(A::end)> a{};
  const auto set = [&](A atom, std::uint64_t value) { a[static_cast<std::size_t>(atom)] = value; };
  set(A::lower, token.lower);
  set(A::form, token.form);
  set(A::shape, token.shape);
  set(A::prefix, token.prefix);
  set(A::suffix1, token.suffix[0]);
  set(A::suffix2, token.suffix[1]);
  set(A::suffix3, token.suffix[2]);
  set(A::suffix4, token.suffix[3]);
  set(A::classes, token.classes);
  set(A::position,
      static_cast<std::uint64_t>(token.capital) | (i == 0) << 1 | static_cast<std::uint64_t>(shouted) << 2);
  set(A::before, before.lower);
  set(A::before_suffix, before.suffix[2]);
  set(A::before_classes, before.classes);
  set(A::before2, token_at(tokens, i - 2).lower);
  set(A::after, after.lower);
  set(A::after_suffix2, after.suffix[1]);
  set(A::after_suffix3, after.suffix[2]);
  set(A::after_shape, after.shape);
  set(A::after_classes, after.classes);
  set(A::after2, token_at(tokens, i + 2).lower);
  set(A::tag1, i > 0 ? tags[i - 1] : no_tag);
  set(A::tag2, i > 1 ? tags[i - 2] : no_tag);
  features.clear();
  add_features<A, templates, 1000>(a, features);
}

}  // namespace

void tag_features(const std::vector<TokenFeatures>& tokens, const std::vector<std::uint8_t>& tags, std::size_t i,
                  FeatureList& features) {
  add_tag_features(tokens, tags, i, is_shouted(tokens), features);
}

std::vector<std::uint8_t> tag_tokens(const std::vector<TokenFeatures>& tokens, const Scorer& scorer,
                                     std::size_t tag_count) {
  std::vector<std::uint8_t> tags(tokens.size());
  std::vector<float> scores(tag_count);
  FeatureList features;
  const bool shouted = is_shouted(tokens);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    add_tag_features(tokens, tags, i, shouted, features);
    scorer.score(features.view(), scores);
    tags[i] = static_cast<std::uint8_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  }
  return tags;
}

}  // namespace forewhen::syntax
