// SPDX-License-Identifier: Apache-2.0
// Our store through its public headers only, as any program would use it.
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

#include "forewhen/query/first_arrival.h"
#include "forewhen/store/graph_store.h"
#include "forewhen/store/record_import.h"
#include "forewhen/store/storage.h"
#include "tests/bench/store/side.h"

namespace forewhen::bench {
namespace {

template <class Value>
Value taken(Result<Value> result) {
  if (!result) throw std::runtime_error(to_string(result.error()));
  return *std::move(result);
}
void require(const Status& status) {
  if (!status) throw std::runtime_error(to_string(status.error()));
}

std::string id_of(std::size_t number) { return fmt::format("made:{}", number); }
std::string actor_name(std::uint32_t actor) { return fmt::format("Actor{:05}", actor); }
std::string place_name(std::uint32_t place) { return fmt::format("Place{:04}", place); }

Record record_of(const MadeEvent& made, std::size_t number) {
  Record record;
  record.document.id = id_of(number);
  // The row as it came: a table's cells hold the names that its events have.
  record.document.text = fmt::format("{}\tActor{:05}\tActor{:05}\ttype{:03}\tPlace{:04}\t{}\t{}", number, made.actor,
                                     made.recipient, made.type, made.place, made.start, made.end);
  Claim& claim = record.claim;
  claim.trigger = claim.sentence = {0, static_cast<std::uint32_t>(record.document.text.size())};
  claim.phrase = claim.lemma = fmt::format("type{:03}", made.type);
  claim.code = fmt::format("{:03}", made.type);
  claim.type = static_cast<PloverType>(1 + made.type % 16);
  ClaimTime time;
  time.when.bounds = {Instant(seconds(made.start)), Instant(seconds(made.start + 1)), Instant(seconds(made.end - 1)),
                      Instant(seconds(made.end))};
  time.when.grain = Grain::second;
  claim.time = time;
  for (const auto& [role, actor] : {std::pair{Role::actor, made.actor}, {Role::recipient, made.recipient}}) {
    Participant& participant = claim.participants.emplace_back();
    participant.role = role;
    participant.name = participant.text = actor_name(actor);
  }
  claim.place = PlaceMention{};
  claim.place->name = place_name(made.place);
  identify(record);
  return record;
}

std::int64_t seconds_of(Instant t) { return t.time_since_epoch().count(); }

// The lists of several actors as one, newest first, each event once.
class Latest {
 public:
  Latest(const EventSource& source, const std::vector<ActorId>& actors, Instant before) {
    for (const ActorId actor : actors) lists_.push_back({source.rows(Axis::actor, actor.value, before), {}});
    for (List& list : lists_) list.head = taken(list.rows->next());
  }

  std::optional<EventRow> next() {
    List* first = nullptr;
    for (List& list : lists_) {
      if (list.head && (!first || comes_first(*list.head, *first->head))) first = &list;
    }
    if (!first) return std::nullopt;
    EventRow row = *std::move(first->head);
    first->head = taken(first->rows->next());
    for (List& list : lists_) {
      if (list.head && list.head->event == row.event) list.head = taken(list.rows->next());
    }
    return row;
  }

 private:
  struct List {
    std::unique_ptr<EventCursor> rows;
    std::optional<EventRow> head;
  };
  static bool comes_first(const EventRow& a, const EventRow& b) {
    if (a.bounds.earliest_start != b.bounds.earliest_start) return a.bounds.earliest_start > b.bounds.earliest_start;
    return a.event < b.event;
  }
  std::vector<List> lists_;
};

class ForewhenSide final : public Side {
 public:
  ForewhenSide(const std::filesystem::path& folder, std::uint32_t actors) {
    store_ = taken(GraphStore::open(folder, {.access = StoreOptions::Access::write, .create = true}));
    for (std::uint32_t actor = 0; actor < actors; ++actor) actors_.push_back(actor_id(actor_name(actor)).value);
    for (std::uint32_t place = 0; place < kPlaces; ++place) places_.push_back(place_id(place_name(place), "").value);
  }

  void load(const std::vector<MadeEvent>& events, std::size_t count) override { import(events, 0, count); }
  void append(const std::vector<MadeEvent>& events, std::size_t begin, std::size_t end) override {
    import(events, begin, end);
  }

  void compact() override { require(forewhen::compact(*store_)); }

  Sum latest_before(std::size_t event) override {
    const Asked x = asked(event);
    Latest latest(*store_, x.actors, x.start);
    Sum sum;
    while (sum.rows < kLatest) {
      const auto row = latest.next();
      if (!row) break;
      sum.add(seconds_of(row->bounds.earliest_start));
    }
    return sum;
  }

  Sum three_steps_back(std::size_t event) override {
    Sum sum;
    std::vector<Asked> from{asked(event)}, next;
    for (int step = 0; step < kSteps; ++step) {
      next.clear();
      for (const Asked& x : from) {
        Latest latest(*store_, x.actors, x.start);
        for (std::size_t i = 0; i < kStep; ++i) {
          auto row = latest.next();
          if (!row || row->bounds.earliest_start < x.start - seconds(kStepBack)) break;
          next.push_back({row->bounds.earliest_start, std::move(row->actors)});
        }
      }
      std::sort(next.begin(), next.end(), [](const Asked& a, const Asked& b) { return a.start < b.start; });
      const auto same = [](const Asked& a, const Asked& b) { return a.start == b.start; };
      next.erase(std::unique(next.begin(), next.end(), same), next.end());
      for (const Asked& x : next) sum.add(seconds_of(x.start));
      from.swap(next);
    }
    return sum;
  }

  Sum timeline(const Questions::Window& year) override {
    const auto rows = store_->rows(Axis::actor, actors_[year.of], Instant(seconds(year.end)));
    Sum sum;
    while (const auto row = taken(rows->next())) {
      if (seconds_of(row->bounds.earliest_start) < year.begin) break;
      sum.add(seconds_of(row->bounds.earliest_start));
    }
    return sum;
  }

  Sum earliest_arrival(const Questions::Journey& journey) override {
    EventFilter filter;
    filter.window.begin = Instant(seconds(journey.begin));
    const FirstArrival found =
        taken(first_arrival(*store_, {ActorId{actors_[journey.from]}}, {ActorId{actors_[journey.to]}}, filter));
    Sum sum;
    if (!found.path.empty()) sum.add(seconds_of(found.path.back().bounds.earliest_start));
    return sum;
  }

  Sum at_place(const Questions::Window& month) override {
    const auto rows = store_->rows(Axis::place, places_[month.of], Instant(seconds(month.end)));
    rows->may_skip_ended(Instant(seconds(month.begin)));
    Sum sum;
    while (const auto row = taken(rows->next())) {
      if (seconds_of(row->bounds.earliest_start) < month.begin - kLongest) break;
      if (seconds_of(row->bounds.latest_end) > month.begin) sum.add(seconds_of(row->bounds.earliest_start));
    }
    return sum;
  }

 private:
  struct Asked {
    Instant start;
    std::vector<ActorId> actors;
  };

  Asked asked(std::size_t number) const {
    auto row = taken(store_->find_row(record_event(id_of(number))));
    if (!row) throw std::runtime_error("an event is missing");
    return {row->bounds.earliest_start, std::move(row->actors)};
  }

  void import(const std::vector<MadeEvent>& events, std::size_t begin, std::size_t end) {
    ImportInfo info;
    info.format = "made";
    RecordImport import(*store_, info);
    for (std::size_t i = begin; i < end; ++i) require(import.add(record_of(events[i], i)));
    taken(import.finish());
  }

  std::unique_ptr<GraphStore> store_;
  std::vector<std::uint64_t> actors_, places_;
};

}  // namespace

std::unique_ptr<Side> open_forewhen(const std::filesystem::path& folder, std::uint32_t actors) {
  return std::make_unique<ForewhenSide>(folder, actors);
}

}  // namespace forewhen::bench
