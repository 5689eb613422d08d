// SPDX-License-Identifier: Apache-2.0
// Events by stems. What stands under a stem is read whole, since how many they are is part of the score; only of those
// that may be among the best is more read than that. Lists of texts are in the order of ids and those of a segment in
// the order of rows, so the words of a question meet by one pass over their lists.
#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>

#include "store/body.h"
#include "store/bytes.h"
#include "store/records.h"

namespace forewhen {
namespace {

struct Posting {
  std::uint64_t at = 0;  // event of a text, or row of a segment
  double weight = 0;
};
using Postings = std::vector<Posting>;

// What stands under each of the stems in one place: in the texts, or in a segment. Lists ascend.
struct Shelf {
  std::optional<store::Segment> segment;  // nothing: the texts
  std::vector<Postings> under;            // by stem
};

Result<Postings> of_texts(const store::OrderedKv& kv, std::string_view stem) {
  Postings found;
  Status outcome = Done{};
  const auto take = [&](std::string_view key, std::string_view value) {
    const auto posting = store::read_posting(key);
    const auto weight = store::decode_number(value);
    if (posting && weight)
      found.push_back({posting->id, static_cast<double>(*weight)});
    else
      outcome = posting ? store::about(weight.error(), "weight of a stem") : store::damaged_key("stem", key);
    return outcome.ok();
  };
  const Status walked = store::walk(kv, store::Space::index, store::posting_prefix(store::Table::stem, stem), take);
  if (!walked) return walked.error();
  if (!outcome) return outcome.error();
  return found;
}

Result<Postings> of_segment(const store::Segment& segment, const store::SegmentState& state, const std::string& stem) {
  const auto rows = segment.rows_under(stem);
  if (!rows) return rows.error();
  Postings found;
  found.reserve(rows->size());
  for (const auto& [row, weight] : *rows) {
    if (state.runs.empty() || state.fate(row) == store::RowFate::event)
      found.push_back({row, static_cast<double>(weight)});
  }
  return found;
}

Result<std::vector<Shelf>> read_shelves(const store::OrderedKv& kv, const store::Catalog& catalog,
                                        const std::vector<std::string>& stems) {
  std::vector<Shelf> shelves(1);
  for (const std::string& stem : stems) {
    auto found = of_texts(kv, stem);
    if (!found) return found.error();
    shelves[0].under.push_back(*std::move(found));
  }
  for (const auto& [number, each] : catalog.segments) {
    Shelf& shelf = shelves.emplace_back(Shelf{catalog.segment(number, kv), {}});
    for (const std::string& stem : stems) {
      auto found = of_segment(*shelf.segment, *each->state, stem);
      if (!found) return found.error();
      shelf.under.push_back(*std::move(found));
    }
  }
  return shelves;
}

struct Ranked {
  bool complete = false;
  ScoredEvent scored;
};
bool is_better(const Ranked& a, const Ranked& b) {
  return std::tuple(b.complete, b.scored.score, a.scored.event) <
         std::tuple(a.complete, a.scored.score, b.scored.event);
}

// The best so many of all that are offered. Twice as many are kept and the worse half dropped now and then.
class Best {
 public:
  explicit Best(std::size_t limit) : limit_(limit) {}

  // Whether it can be among them whatever its id.
  bool may_be(bool complete, double score) const {
    return !worst_ || std::tuple(complete, score) >= std::tuple(worst_->complete, worst_->scored.score);
  }
  void add(const Ranked& one) {
    if (worst_ && !is_better(one, *worst_)) return;
    kept_.push_back(one);
    if (kept_.size() / 2 > limit_) drop();
  }
  std::vector<ScoredEvent> taken() {
    std::sort(kept_.begin(), kept_.end(), is_better);
    if (kept_.size() > limit_) kept_.resize(limit_);
    std::vector<ScoredEvent> events;
    events.reserve(kept_.size());
    for (const Ranked& one : kept_) events.push_back(one.scored);
    return events;
  }

 private:
  void drop() {
    if (limit_ == 0) return kept_.clear();
    const auto last = kept_.begin() + static_cast<std::ptrdiff_t>(limit_) - 1;
    std::nth_element(kept_.begin(), last, kept_.end(), is_better);
    worst_ = *last;
    kept_.resize(limit_);
  }
  std::size_t limit_;
  std::vector<Ranked> kept_;
  std::optional<Ranked> worst_;
};

// The list of a word on a shelf, from the front on.
struct WordList {
  const Posting* at = nullptr;
  const Posting* end = nullptr;
  double rarity = 1, factor = 1;
  Postings made;  // of several stems: what gives most, rarity included
};

std::size_t index_of(const std::vector<std::string>& stems, const std::string& stem) {
  return static_cast<std::size_t>(std::lower_bound(stems.begin(), stems.end(), stem) - stems.begin());
}

class Ranking {
 public:
  Ranking(const std::vector<SoughtWord>& words, const std::vector<std::string>& stems,
          const std::vector<double>& rarity, std::size_t limit)
      : words_(words), stems_(stems), rarity_(rarity), best_(limit) {}

  Status add(const Shelf& shelf) {
    std::vector<WordList> lists(words_.size());
    for (std::size_t i = 0; i < words_.size(); ++i) begin(shelf, words_[i], lists[i]);
    while (true) {
      std::uint64_t at = ~std::uint64_t{0};
      bool any = false;
      for (const WordList& list : lists) {
        if (list.at == list.end) continue;
        any = true;
        at = std::min(at, list.at->at);
      }
      if (!any) return Done{};
      double score = 0;
      std::size_t fitting = 0;
      for (WordList& list : lists) {
        if (list.at == list.end || list.at->at != at) continue;
        score += list.at->weight * list.rarity * list.factor;
        ++fitting, ++list.at;
      }
      ++in_all_;
      const bool complete = fitting == words_.size();
      if (!best_.may_be(complete, score)) continue;
      EventId event{at};
      if (shelf.segment) {
        const auto id = shelf.segment->id_of(static_cast<std::uint32_t>(at));
        if (!id) return id.error();
        event = *id;
      }
      best_.add({complete, {event, score}});
    }
  }

  std::vector<ScoredEvent> taken() { return best_.taken(); }
  std::uint64_t in_all() const { return in_all_; }

 private:
  void begin(const Shelf& shelf, const SoughtWord& word, WordList& list) const {
    list.factor = word.factor;
    if (word.stems.size() == 1) {
      const std::size_t stem = index_of(stems_, word.stems[0]);
      list.rarity = rarity_[stem];
      list.at = shelf.under[stem].data();
      list.end = list.at + shelf.under[stem].size();
      return;
    }
    Postings& all = list.made;
    for (const std::string& each : word.stems) {
      const std::size_t stem = index_of(stems_, each);
      for (const Posting& one : shelf.under[stem]) all.push_back({one.at, one.weight * rarity_[stem]});
    }
    std::sort(all.begin(), all.end(), [](const Posting& a, const Posting& b) {
      return std::tuple(a.at, b.weight) < std::tuple(b.at, a.weight);
    });
    all.erase(std::unique(all.begin(), all.end(), [](const Posting& a, const Posting& b) { return a.at == b.at; }),
              all.end());
    list.at = all.data();
    list.end = list.at + all.size();
  }

  const std::vector<SoughtWord>& words_;
  const std::vector<std::string>& stems_;  // sorted
  const std::vector<double>& rarity_;      // by stem
  Best best_;
  std::uint64_t in_all_ = 0;
};

}  // namespace

Result<BestEvents> GraphStore::best_events(const std::vector<SoughtWord>& words, std::size_t limit) const {
  std::vector<std::string> stems;
  for (const SoughtWord& word : words) stems.insert(stems.end(), word.stems.begin(), word.stems.end());
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  const auto records = store::records_of(*this);
  if (!records) return records.error();
  const auto of_texts = store::find_record<GraphCounts>(*body_->kv, store::counts_key(), "the counts");
  if (!of_texts) return of_texts.error();
  const std::uint64_t total = of_texts->value_or(GraphCounts{}).events + records->event_count();
  const auto shelves = read_shelves(*body_->kv, records->catalog(), stems);
  if (!shelves) return shelves.error();
  BestEvents found;
  std::vector<double> rarity(stems.size());
  for (std::size_t stem = 0; stem < stems.size(); ++stem) {
    std::size_t n = 0;
    for (const Shelf& shelf : *shelves) n += shelf.under[stem].size();
    if (n == 0) continue;
    rarity[stem] = std::log(1 + static_cast<double>(total) / static_cast<double>(n));
    found.rarity[stems[stem]] = rarity[stem];
  }
  Ranking ranking(words, stems, rarity, limit);
  for (const Shelf& shelf : *shelves) {
    if (const Status added = ranking.add(shelf); !added) return added.error();
  }
  found.best = ranking.taken();
  found.in_all = ranking.in_all();
  return found;
}

}  // namespace forewhen
