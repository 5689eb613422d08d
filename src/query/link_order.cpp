// SPDX-License-Identifier: Apache-2.0
#include "query/link_order.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "query/ties.h"

namespace forewhen {
namespace {

enum class Way { back, forth };  // back: from X to what starts before it

// One breadth-first walk over states (event, some link of the chain was strict).
class Walk {
 public:
  Walk(const EventSource& source, const Event& subject, const std::vector<Link>& links,
       std::map<EventId, std::optional<Event>>& known, Way way)
      : source_(source), subject_(subject), known_(known), way_(way) {
    for (const Link& link : links) linked_.insert({link.from, link.to});
  }

  Status run() {
    queue_.push_back({subject_.id, false});
    reached_[{subject_.id, false}] = {};
    while (!queue_.empty()) {
      const State at = queue_.front();
      queue_.pop_front();
      const Result<std::vector<Link>> links = source_.links_of(at.event);
      if (!links.ok()) return links.error();
      for (const Link& link : *links) {
        if (Status status = follow(at, link); !status.ok()) return status;
      }
    }
    return Done{};
  }

  struct State {
    EventId event;
    bool strict = false;
    friend auto operator<=>(const State&, const State&) = default;
  };
  struct Step {
    State from;
    Link link;
  };

  bool reaches(EventId event, bool strict) const { return reached_.contains({event, strict}); }
  const std::map<State, Step>& reached() const { return reached_; }

  // The links from the subject to that state, in the order of time.
  std::vector<Link> chain(State at) const {
    std::vector<Link> links;
    const State start{subject_.id, false};
    while (at != start) {
      const Step& step = reached_.at(at);
      links.push_back(step.link);
      at = step.from;
    }
    if (way_ == Way::forth) std::reverse(links.begin(), links.end());
    return links;
  }

 private:
  Status follow(const State& at, const Link& link) {
    const EventId near = way_ == Way::back ? link.to : link.from;
    const bool either_way = link.relation == Relation::simultaneous;
    if (near != at.event && !either_way) return Done{};
    const EventId other = link.from == at.event ? link.to : link.from;
    const State next{other, at.strict || link.relation == Relation::before};
    if (other == at.event || reached_.contains(next)) return Done{};
    const Result<bool> tied = is_tied(other);
    if (!tied.ok()) return tied.error();
    if (!*tied) return Done{};
    reached_[next] = {at, link};
    queue_.push_back(next);
    return Done{};
  }

  Result<bool> is_tied(EventId id) {
    if (id == subject_.id) return true;
    auto at = known_.find(id);
    if (at == known_.end()) {
      Result<std::optional<Event>> event = source_.find_event(id);
      if (!event.ok()) return event.error();
      at = known_.emplace(id, std::move(*event)).first;
    }
    if (!at->second) return false;
    return linked_.contains(id) || has_tie(*at->second, subject_);
  }

  const EventSource& source_;
  const Event& subject_;
  std::map<EventId, std::optional<Event>>& known_;
  Way way_;
  std::set<EventId> linked_;  // with the subject itself
  std::deque<State> queue_;
  std::map<State, Step> reached_;
};

void note(const Walk& walk, EventId id, bool& any, bool& strict, std::vector<Link>& chain) {
  strict = walk.reaches(id, true);
  any = strict || walk.reaches(id, false);
  if (any) chain = walk.chain({id, strict});
}

}  // namespace

Result<LinkOrder> LinkOrder::load(const EventSource& source, const Event& subject) {
  LinkOrder order;
  Result<std::vector<Link>> links = source.links_of(subject.id);
  if (!links.ok()) return links.error();
  order.links_ = std::move(*links);
  if (order.links_.empty()) return order;
  std::map<EventId, std::optional<Event>> known;
  Walk back(source, subject, order.links_, known, Way::back), forth(source, subject, order.links_, known, Way::forth);
  for (Walk* walk : {&back, &forth}) {
    if (Status status = walk->run(); !status.ok()) return status.error();
  }
  for (auto& [id, event] : known) {
    LinkStanding standing;
    note(back, id, standing.before, standing.strictly_before, standing.before_chain);
    note(forth, id, standing.after, standing.strictly_after, standing.after_chain);
    if (!event || (!standing.before && !standing.after)) continue;
    order.standings_.emplace(id, std::move(standing));
    order.events_.push_back(std::move(*event));
  }
  return order;
}

const LinkStanding* LinkOrder::find(EventId id) const {
  const auto at = standings_.find(id);
  return at == standings_.end() ? nullptr : &at->second;
}

std::string describe_chain(const std::vector<Link>& chain) {
  std::string words;
  for (const Link& link : chain) {
    if (!words.empty()) words += ", then ";
    words += "'" + link.rule + "' in " + link.document + ':' + std::to_string(link.evidence.begin) + '-' +
             std::to_string(link.evidence.end);
  }
  return words;
}

}  // namespace forewhen
