// SPDX-License-Identifier: Apache-2.0
#include "query/chains.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "forewhen/graph/reachability.h"
#include "forewhen/query/wording.h"
#include "query/explain.h"
#include "query/ties.h"

namespace forewhen {
namespace {

WindowOptions window_for(const Event& subject, const BeforeOptions& options, Direction direction) {
  WindowOptions window;
  window.seed = subject.id;
  window.hops = options.hops;
  const bool back = direction == Direction::before;
  window.back_only = back;
  window.all_modalities = options.filter.all_modalities;
  // An earlier step begins no later than a later one, so what ends before the window begins leads to nothing in it.
  // Forward the same holds of what begins after it ends.
  if (!back) {
    window.window = {subject.bounds.earliest_start, options.filter.window.end};
    if (options.within)
      window.window.end = std::min(window.window.end, shifted(subject.bounds.latest_start, *options.within));
    return window;
  }
  window.window.begin = options.filter.window.begin;
  if (options.within) {
    window.window.begin = std::max(window.window.begin, shifted(subject.bounds.earliest_start, -*options.within));
  }
  return window;
}

// The row of an event as the window holds it.
EventRow row_in(const EventWindow& window, Vertex event) {
  const GraphVertex& vertex = window.csr[event];
  EventRow row{EventId{vertex.id}, vertex.bounds, vertex.type, vertex.modality, vertex.polarity, {}, {}};
  const auto edges = boost::out_edges(event, window.csr);
  for (auto edge = edges.first; edge != edges.second; ++edge) {
    const std::uint64_t id = window.csr[boost::target(*edge, window.csr)].id;
    const EdgeKind kind = window.csr[*edge].kind;
    if (kind == EdgeKind::participation) row.actors.push_back(ActorId{id});
    if (kind == EdgeKind::location) row.place = PlaceId{id};
  }
  std::sort(row.actors.begin(), row.actors.end());
  return row;
}

struct ChainAnswer {
  EventId event;
  Bounds bounds;
  bool definite = false;
  std::vector<EventId> path;
  const Candidate* direct = nullptr;  // set: told as a direct answer
};

class ChainQuestion {
 public:
  ChainQuestion(const EventSource& source, const Event& subject, LinkOrder& order, const BeforeOptions& options,
                Direction direction, const PageCursor* from)
      : source_(source),
        subject_(subject),
        order_(order),
        options_(options),
        direction_(direction),
        from_(from),
        explainer_(source, subject, order, direction, options.quotes) {}

  Result<Answer> run() {
    const Result<std::optional<seconds>> vagueness = source_.vagueness();
    if (!vagueness.ok()) return vagueness.error();
    vagueness_ = *vagueness;
    Reach reach{seconds{86400}, 2 * options_.limit + 1};
    for (; can_be_near(reach); reach = {reach.far * kWider, reach.direct * kWider}) {
      if (Status status = collect(&reach); !status.ok()) return status.error();
      if (wanted().size() > options_.limit) return tell(true);
    }
    if (Status status = collect(nullptr); !status.ok()) return status.error();
    return tell(false);
  }

 private:
  static constexpr int kWider = 8;
  // How far is looked: time, and looking back direct answers.
  struct Reach {
    seconds far;
    std::size_t direct = 0;
  };

  // Looking back, an answer that surely starts after some moment needs only steps that may start after it, so the
  // nearest ones are found without what is older. Looking forward, one that surely starts before some moment needs only
  // steps that may start before it; the nearest are those that start earliest, so it must be known how vague they are.
  bool can_be_near(const Reach& reach) const {
    constexpr seconds kFarthest{86400 * 1000};
    if (options_.limit == 0 || reach.far >= kFarthest || is_open(starting_point())) return false;
    const Interval window = window_for(subject_, options_, direction_).window;
    if (direction_ == Direction::before) return shifted(starting_point(), -reach.far) > window.begin;
    return vagueness_ && shifted(starting_point(), reach.far) < window.end;
  }
  // Where the answers begin: behind the page before, if there is one.
  Instant starting_point() const {
    const bool page = from_ != nullptr && !is_open(from_->earliest);
    const Bounds& b = subject_.bounds;
    if (direction_ == Direction::before) return page ? std::min(from_->earliest, b.earliest_start) : b.earliest_start;
    return page ? std::max(from_->earliest, b.latest_start) : b.latest_start;
  }

  // Null: all of them. Else those that start after `known_after_` or before `known_before_`, and perhaps some others.
  Status collect(const Reach* reach) {
    answers_.clear();
    known_after_.reset();
    known_before_.reset();
    const bool back = direction_ == Direction::before;
    BeforeOptions direct = options_;
    direct.limit = reach != nullptr && back ? reach->direct : 0;
    direct.certainty = CertaintyFilter::both;
    if (reach != nullptr && !back) {
      const Instant end = shifted(starting_point(), reach->far);
      direct.filter.window.end = std::min(direct.filter.window.end, end);
      window_end_ = end;
      known_before_ = shifted(end, -*vagueness_);
    }
    Result<Gathered> gathered =
        gather(source_, subject_, order_, direct, direction_, reach != nullptr ? from_ : nullptr);
    if (!gathered.ok()) return gathered.error();
    left_out_ = gathered->left_out;
    direct_ = std::move(gathered->candidates);
    if (reach != nullptr && back) {
      known_after_ = shifted(starting_point(), -reach->far);
      if (gathered->more != 0 || gathered->more_at_least)
        known_after_ = std::max(*known_after_, direct_.back().row.bounds.earliest_start);
    }
    for (const Candidate& candidate : direct_) add_direct(candidate);
    return add_chains();
  }

  void add_direct(const Candidate& candidate) {
    const bool definite = candidate.decision.certainty == Certainty::definite;
    answers_[candidate.row.event] = {
        candidate.row.event, candidate.row.bounds, definite, {candidate.row.event}, &candidate};
  }

  Status add_chains() {
    WindowOptions near = window_for(subject_, options_, direction_);
    if (known_after_) near.window.begin = std::max(near.window.begin, *known_after_);
    if (known_before_) near.window.end = std::min(near.window.end, window_end_);
    const Result<EventWindow> window = load_window(source_, near);
    if (!window.ok()) return window.error();
    const Result<Admission> admission = Admission::make(source_, options_.filter);
    if (!admission.ok()) return admission.error();
    ChainOptions walk{options_.hops, options_.match == ActorMatch::shared, direction_ == Direction::after, {}};
    for (const ActorId actor : options_.via) {
      if (const auto vertex = window->find(actor)) walk.via.push_back(*vertex);
    }
    if (!options_.via.empty() && walk.via.empty()) return Done{};
    for (const Chain& chain : find_chains(*window, *window->find(subject_.id), walk)) {
      if (chain.path.size() < 2) continue;  // told among the direct answers, with the links of whole stories
      add_chain(*window, chain, *admission);
    }
    return Done{};
  }

  void add_chain(const EventWindow& window, const Chain& chain, const Admission& admission) {
    const EventId id{window.csr[chain.event].id};
    const auto known = answers_.find(id);
    if (known != answers_.end() && (known->second.definite || !chain.definite)) return;
    const LinkStanding* standing = order_.find(id);
    const bool opposed = standing != nullptr && (direction_ == Direction::before ? standing->after : standing->before);
    if (opposed && !chain.definite) return;  // said to stand on the other side of the subject
    const EventRow row = row_in(window, chain.event);
    if (!is_within(row.bounds, order_.subject_bounds().bounds, options_.within, direction_)) return;
    Verdict verdict = admission.judge(row);
    const bool undated = row.bounds.earliest_start == kOpenPast && options_.within && !options_.filter.undated;
    if (verdict == Verdict::in && undated) verdict = Verdict::undated;
    if (known == answers_.end()) count(left_out_, verdict);
    if (verdict != Verdict::in) return;
    ChainAnswer answer{id, row.bounds, chain.definite, {}, nullptr};
    for (const Vertex vertex : chain.path) answer.path.push_back({window.csr[vertex].id});
    answers_[id] = std::move(answer);
  }

  std::vector<const ChainAnswer*> wanted() const {
    std::vector<const ChainAnswer*> wanted;
    for (const auto& [id, answer] : answers_) {
      if (known_after_ && answer.bounds.earliest_start <= *known_after_) continue;
      if (known_before_ && answer.bounds.earliest_start >= *known_before_) continue;
      if (from_ != nullptr && !from_->precedes(answer.bounds, answer.event, 0)) continue;
      if (is_wanted(answer.definite ? Certainty::definite : Certainty::possible, options_.certainty)) {
        wanted.push_back(&answer);
      }
    }
    return wanted;
  }

  // `near`: there may be more than was collected.
  Result<Answer> tell(bool near) {
    std::vector<const ChainAnswer*> wanted = this->wanted();
    std::sort(wanted.begin(), wanted.end(), [this](const ChainAnswer* a, const ChainAnswer* b) {
      return is_nearer(a->bounds, a->event, b->bounds, b->event, direction_);
    });
    Answer answer;
    answer.subject = subject_, answer.direction = direction_;
    answer.left_out = left_out_;
    answer.more_at_least = answer.left_out.at_least = near;
    if (options_.limit != 0 && wanted.size() > options_.limit) {
      answer.more = wanted.size() - options_.limit;
      wanted.resize(options_.limit);
    }
    for (const ChainAnswer* one : wanted) {
      Result<AnswerItem> item = one->direct != nullptr ? explainer_.item(*one->direct) : chain_item(*one);
      if (!item.ok()) return item.error();
      if (options_.limit != 0) {
        item->cursor = to_string(PageCursor{direction_, Rank::recency, subject_.id, 0, one->bounds.earliest_start,
                                            one->bounds.latest_start, one->event});
        if (answer.more != 0) answer.next = item->cursor;
      }
      answer.items.push_back(*std::move(item));
    }
    sort_for_print(answer.items);
    answer.notes = notes_for(subject_, order_, options_, answer.items);
    return answer;
  }

  Result<AnswerItem> chain_item(const ChainAnswer& chain) {
    std::vector<const Event*> events{&subject_};
    for (const EventId id : chain.path) {
      const Result<const Event*> event = step_event(id);
      if (!event.ok()) return event.error();
      events.push_back(*event);
    }
    AnswerItem item;
    item.event = *events.back();
    item.certainty = chain.definite ? Certainty::definite : Certainty::possible;
    const bool back = direction_ == Direction::before;
    item.standing = back ? standing_at_start(item.event.bounds, subject_.bounds)
                         : standing_at_start(subject_.bounds, item.event.bounds);
    item.hop = static_cast<int>(chain.path.size());
    item.path = chain.path;
    for (std::size_t i = 1; i < events.size(); ++i) {
      const Result<std::vector<Link>> links =
          order_.any_links() ? source_.links_of(events[i]->id) : Result<std::vector<Link>>(std::vector<Link>());
      if (!links.ok()) return links.error();
      item.ties = ties_between(*events[i], *events[i - 1], *links);
      const Event &earlier = *events[back ? i : i - 1], &later = *events[back ? i - 1 : i];
      item.reasons.push_back(step_reason(earlier, later, item.ties));
    }
    if (options_.quotes) {
      if (Status status = explainer_.quote(item); !status.ok()) return status.error();
    }
    return item;
  }

  // Chains have steps in common.
  Result<const Event*> step_event(EventId id) {
    auto at = steps_.find(id);
    if (at == steps_.end()) {
      Result<std::optional<Event>> event = source_.find_event(id);
      if (!event.ok()) return event.error();
      if (!event->has_value()) return Error{ErrorKind::corrupt, to_string(id) + " is not stored", "", "run 'check'"};
      at = steps_.emplace(id, **std::move(event)).first;
    }
    return &at->second;
  }

  static std::string step_reason(const Event& event, const Event& next, const std::vector<Tie>& ties) {
    std::string by;
    for (const Tie& tie : ties) {
      if (tie.kind != TieKind::story) by += (by.empty() ? "" : ", ") + to_string(tie);
    }
    return fmt::format("{} ({}) leads to {} ({}) by {}", event.summary, describe_start(event.bounds), next.summary,
                       describe_start(next.bounds), by);
  }

  const EventSource& source_;
  const Event& subject_;
  LinkOrder& order_;
  const BeforeOptions& options_;
  Direction direction_;
  const PageCursor* from_;
  Explainer explainer_;
  LeftOut left_out_;
  std::vector<Candidate> direct_;
  std::optional<seconds> vagueness_;  // EventSource::vagueness()
  std::optional<Instant> known_after_, known_before_;
  Instant window_end_;  // with known_before_: what starts later was not looked at
  std::map<EventId, Event> steps_;
  std::map<EventId, ChainAnswer> answers_;
};

}  // namespace

Result<Answer> answer_in_chains(const EventSource& source, const Event& subject, LinkOrder& order,
                                const BeforeOptions& options, Direction direction, const PageCursor* from) {
  if (options.rank == Rank::relevance) {
    return Error{ErrorKind::usage, "relevance is that of direct answers", "--rank",
                 "leave --hops or the rank out, or ask 'chain'"};
  }
  if (options.match == ActorMatch::same_dyad || options.match == ActorMatch::either_dyad) {
    return Error{ErrorKind::usage, "a chain of the same two actors is one hop", "--hops",
                 "leave --hops or the dyad out"};
  }
  return ChainQuestion(source, subject, order, options, direction, from).run();
}

}  // namespace forewhen
