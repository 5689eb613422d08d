// SPDX-License-Identifier: Apache-2.0
// Finding by words: actors and places by the words of their names, events by stems. A posting list is read whole for
// each stem; the score is sum of weight * log(1 + N / n) (event_source.h).
#include <algorithm>
#include <cmath>
#include <map>

#include "store/body.h"
#include "store/names.h"

namespace forewhen {
namespace {

using store::Table;

Result<std::vector<store::Posting>> postings(const store::OrderedKv& kv, Table table, std::string_view text,
                                             std::vector<std::int64_t>* weights = nullptr) {
  std::vector<store::Posting> found;
  Status outcome = Done{};
  const Status walked = store::walk(kv, store::Space::index, store::posting_prefix(table, text),
                                    [&](std::string_view key, std::string_view value) {
                                      auto posting = store::read_posting(key);
                                      if (!posting) {
                                        outcome = store::damaged_key("posting", key);
                                        return false;
                                      }
                                      found.push_back(*std::move(posting));
                                      if (!weights) return true;
                                      const auto weight = store::decode_number(value);
                                      if (!weight) {
                                        outcome = store::about(weight.error(), "weight of a stem");
                                        return false;
                                      }
                                      weights->push_back(*weight);
                                      return true;
                                    });
  if (!walked) return walked.error();
  if (!outcome) return outcome.error();
  return found;
}

// The longest word is as a rule the rarest, so its list is the shortest to look through. By way of both forms of the
// name, as match_names takes it: the words of the one are among those of the other, save for an article.
std::string longest_word(std::string_view name) {
  const std::string normalised = normalised_name(name);
  std::string_view longest;
  for (const std::string_view word : store::words_of(normalised)) {
    if (word.size() > longest.size()) longest = word;
  }
  return std::string(longest);
}

// Things of one table that match, exact ones first, then by id.
template <class Named, class Find>
Result<std::vector<Named>> find_named(const store::OrderedKv& kv, Table table, std::string_view name, Find find) {
  const std::string word = longest_word(name);
  std::vector<Named> exact, by_words;
  if (word.empty()) return exact;
  const auto candidates = postings(kv, table, word);
  if (!candidates) return candidates.error();
  for (const store::Posting& candidate : *candidates) {
    auto thing = find(candidate.id);
    if (!thing) return thing.error();
    if (!*thing) continue;  // check() reports it
    const store::NameMatch match = store::match_names(store::names_of(**thing), name);
    if (match == store::NameMatch::exact)
      exact.push_back(**std::move(thing));
    else if (match == store::NameMatch::words)
      by_words.push_back(**std::move(thing));
  }
  exact.insert(exact.end(), std::make_move_iterator(by_words.begin()), std::make_move_iterator(by_words.end()));
  return exact;
}

struct Tally {
  std::size_t stems = 0;
  double score = 0;
};

std::vector<ScoredEvent> best_first(const std::map<EventId, Tally>& tallies, std::size_t all, std::size_t limit) {
  struct Ranked {
    ScoredEvent scored;
    bool complete;
  };
  std::vector<Ranked> ranked;
  for (const auto& [event, tally] : tallies) ranked.push_back({{event, tally.score}, tally.stems == all});
  std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    return a.complete != b.complete ? a.complete : a.scored.score > b.scored.score;
  });
  if (ranked.size() > limit) ranked.resize(limit);
  std::vector<ScoredEvent> events;
  for (const Ranked& one : ranked) events.push_back(one.scored);
  return events;
}

}  // namespace

Result<std::vector<Actor>> GraphStore::actors_named(std::string_view name) const {
  return find_named<Actor>(*body_->kv, Table::actor_word, name,
                           [this](std::uint64_t id) { return find_actor(ActorId{id}); });
}

Result<std::vector<Place>> GraphStore::places_named(std::string_view name) const {
  return find_named<Place>(*body_->kv, Table::place_word, name,
                           [this](std::uint64_t id) { return find_place(PlaceId{id}); });
}

Result<std::vector<ScoredEvent>> GraphStore::search(const std::vector<std::string>& wanted, std::size_t limit) const {
  std::vector<std::string> stems = wanted;
  std::sort(stems.begin(), stems.end());  // one order of summing, so that equal questions have equal scores
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  const auto total = counts();
  if (!total) return total.error();

  std::map<EventId, Tally> tallies;
  for (const std::string& stem : stems) {
    std::vector<std::int64_t> weights;
    const auto found = postings(*body_->kv, Table::stem, stem, &weights);
    if (!found) return found.error();
    const double rarity =
        std::log(1 + static_cast<double>(total->events) / static_cast<double>(std::max<std::size_t>(found->size(), 1)));
    for (std::size_t i = 0; i < found->size(); ++i) {
      Tally& tally = tallies[EventId{(*found)[i].id}];
      ++tally.stems;
      tally.score += static_cast<double>(weights[i]) * rarity;
    }
  }
  return best_first(tallies, stems.size(), limit);
}

}  // namespace forewhen
