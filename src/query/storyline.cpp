// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/storyline.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "forewhen/graph/event_row.h"
#include "forewhen/query/wording.h"
#include "query/admission.h"
#include "query/discourse.h"
#include "query/find.h"
#include "query/gather.h"
#include "query/link_order.h"
#include "query/quotes.h"
#include "query/rarity.h"
#include "query/stated_order.h"
#include "query/ties.h"

namespace forewhen {
namespace {

struct Step {
  EventRow row;
  std::size_t to = 0;  // the event of the tree that it leads to, in the order in which they were taken
  Certainty certainty = Certainty::possible;
  Relevance relevance;
  std::vector<Link> links;  // between the two, those that the dates allow

  int strength() const { return relevance.score() * (certainty == Certainty::definite ? 2 : 1); }
};

struct Taken {
  Event event;
  Instant room;  // starts further back must be possible before this
  std::vector<Link> links;
  std::optional<Step> step;  // none for X
  Certainty certainty = Certainty::definite;
  int depth = 0;
};

class Growing {
 public:
  Growing(const EventSource& source, const StorylineOptions& options, Admission admission)
      : source_(source), options_(options), admission_(std::move(admission)), rarity_(source), quoter_(source) {}

  Result<Storyline> grow(Event x) {
    subject_ = x.bounds;
    if (Status status = take(std::move(x), std::nullopt); !status.ok()) return status.error();
    while (taken_.size() <= options_.limit) {
      const auto best = std::min_element(steps_.begin(), steps_.end(),
                                         [](const auto& a, const auto& b) { return is_better(a.second, b.second); });
      if (best == steps_.end()) break;
      Step step = std::move(best->second);
      steps_.erase(best);
      Result<Event> event = find_event_or_alias(source_, step.row.event);
      if (!event.ok()) return event.error();
      if (Status status = take(*std::move(event), std::move(step)); !status.ok()) return status.error();
    }
    return tell();
  }

 private:
  static bool is_better(const Step& a, const Step& b) {
    if (a.strength() != b.strength()) return a.strength() > b.strength();
    return is_nearer(a.row.bounds, a.row.event, b.row.bounds, b.row.event, Direction::before);
  }

  Status take(Event event, std::optional<Step> step) {
    Result<std::vector<Link>> links = source_.links_of(event.id);
    if (!links.ok()) return links.error();
    const Taken* to = step ? &taken_[step->to] : nullptr;
    const Instant room = to == nullptr ? event.bounds.latest_start : std::min(event.bounds.latest_start, to->room);
    const bool definite = to == nullptr || (step->certainty == Certainty::definite && to->certainty == step->certainty);
    inside_.insert(event.id);
    taken_.push_back({std::move(event), room, *std::move(links), std::move(step),
                      definite ? Certainty::definite : Certainty::possible, to == nullptr ? 0 : to->depth + 1});
    return find_steps(taken_.size() - 1);
  }

  // Steps that lead to the event.
  Status find_steps(std::size_t to) {
    const EventRow row = row_of(taken_[to].event);
    Discourse discourse(source_, taken_[to].event);
    for (const ActorId actor : row.actors) {
      const auto cursor = source_.rows(Axis::actor, actor.value, taken_[to].room);
      for (std::size_t i = 0; i < StorylineOptions::kMostRows; ++i) {
        Result<std::optional<EventRow>> earlier = cursor->next();
        if (!earlier.ok()) return earlier.error();
        if (!earlier->has_value()) break;
        if (Status status = consider(**earlier, row, to, discourse); !status.ok()) return status;
      }
    }
    for (const Link& link : taken_[to].links) {
      Result<std::optional<Event>> other = source_.find_event(link.from == row.event ? link.to : link.from);
      if (!other.ok()) return other.error();
      if (!other->has_value()) continue;
      if (Status status = consider(row_of(**other), row, to, discourse); !status.ok()) return status;
    }
    return Done{};
  }

  Status consider(const EventRow& earlier, const EventRow& later, std::size_t to, Discourse& discourse) {
    if (inside_.contains(earlier.event) || earlier.bounds.earliest_start >= taken_[to].room) return Done{};
    if (!is_within(earlier.bounds, subject_, options_.within, Direction::before)) return Done{};
    const StepOrder order = order_of(earlier.event, earlier.bounds, later.event, later.bounds, taken_[to].links);
    if (order.certainty == Certainty::no || (options_.definite && order.certainty != Certainty::definite))
      return Done{};
    Step step{earlier, to, order.certainty, {}, links_with(earlier, later, to)};
    Verdict verdict = admission_.judge(earlier);
    const bool undated = earlier.bounds.earliest_start == kOpenPast && step.links.empty() && !options_.filter.undated;
    if (verdict == Verdict::in && undated) verdict = Verdict::undated;
    if (verdict == Verdict::in && step.certainty == Certainty::possible && step.links.empty()) {
      const Result<std::optional<Suggestion>> suggestion = discourse.suggest(earlier.event);
      if (!suggestion.ok()) return suggestion.error();
      if (suggestion->has_value() && (*suggestion)->subject_first) verdict = Verdict::unlikely;
    }
    if (verdict != Verdict::in) {
      left_out_[earlier.event] = verdict;
      return Done{};
    }
    Result<Relevance> relevance = rarity_.between(earlier, later, taken_[to].event,
                                                  step.links.empty() ? StatedOrder::none : StatedOrder::directly);
    if (!relevance.ok()) return relevance.error();
    step.relevance = *std::move(relevance);
    // The same event may lead to several; of equal steps the one that was there first stays.
    const auto [at, fresh] = steps_.try_emplace(earlier.event, step);
    if (!fresh && step.strength() > at->second.strength()) at->second = std::move(step);
    return Done{};
  }

  std::vector<Link> links_with(const EventRow& earlier, const EventRow& later, std::size_t to) const {
    std::vector<Link> links;
    for (const Link& link : taken_[to].links) {
      const bool forward = link.from == earlier.event && link.to == later.event;
      const bool backward = link.from == later.event && link.to == earlier.event;
      // What says that the later one came first is overruled by the dates.
      if (forward || (backward && link.relation != Relation::before)) links.push_back(link);
    }
    return links;
  }

  Result<Storyline> tell() {
    Storyline story;
    story.subject = taken_.front().event;
    for (const auto& [event, verdict] : left_out_) {
      // What is unlikely to lead to one event may lead to another.
      if (!inside_.contains(event) && !steps_.contains(event)) count(story.left_out, verdict);
    }
    story.left_out.at_least = true;
    story.more = steps_.size();
    for (std::size_t i = 1; i < taken_.size(); ++i) {
      Result<StorylineEvent> one = tell_one(taken_[i]);
      if (!one.ok()) return one.error();
      story.events.push_back(*std::move(one));
    }
    std::sort(story.events.begin(), story.events.end(),
              [](const StorylineEvent& a, const StorylineEvent& b) { return prints_before(a.event, b.event); });
    return story;
  }

  Result<StorylineEvent> tell_one(const Taken& taken) {
    const Step& step = *taken.step;
    const Event& next = taken_[step.to].event;
    StorylineEvent one;
    one.event = taken.event, one.leads_to = next.id, one.depth = taken.depth;
    one.step = step.certainty, one.certainty = taken.certainty;
    one.relevance = step.relevance;
    one.ties = ties_between(taken.event, next, step.links);
    for (const Link& link : step.links)
      one.reasons.push_back(fmt::format("{} ties it to {}", describe_chain({link}), next.summary));
    for (const ActorRarity& actor : step.relevance.shared)
      one.reasons.push_back(fmt::format("{} takes part in both", actor.name));
    const std::string dates =
        fmt::format("{}, then {}", describe_start(taken.event.bounds), describe_start(next.bounds));
    one.reasons.push_back(fmt::format("it {} before {} ({})",
                                      step.certainty == Certainty::definite ? "definitely starts" : "may start",
                                      next.summary, dates));
    one.reasons.push_back(to_string(step.relevance));
    if (!taken.event.mentions.empty()) {
      Result<std::optional<Quote>> quote = quoter_.mention(taken.event.mentions.front());
      if (!quote.ok()) return quote.error();
      if (quote->has_value()) one.quotes.push_back(**std::move(quote));
    }
    for (const Link& link : step.links) {
      Result<std::optional<Quote>> quote = quoter_.link(link, {&taken.event, &next});
      if (!quote.ok()) return quote.error();
      const bool told = quote->has_value() && std::any_of(one.quotes.begin(), one.quotes.end(), [&](const Quote& q) {
                          return q.document == (*quote)->document && q.span == (*quote)->span;
                        });
      if (quote->has_value() && !told) one.quotes.push_back(**std::move(quote));
    }
    return one;
  }

  const EventSource& source_;
  const StorylineOptions& options_;
  Admission admission_;
  Rarity rarity_;
  Quoter quoter_;
  Bounds subject_;
  std::vector<Taken> taken_;  // X first
  std::set<EventId> inside_;
  std::map<EventId, Step> steps_;  // the best step of each event outside
  std::map<EventId, Verdict> left_out_;
};

}  // namespace

Result<Storyline> storyline(const EventSource& source, EventId x, const StorylineOptions& options) {
  if (options.limit == 0) return Error{ErrorKind::usage, "a storyline needs a limit", "limit", "give 12, say"};
  Result<Event> subject = find_event_or_alias(source, x);
  if (!subject.ok()) return subject.error();
  Result<Admission> admission = Admission::make(source, options.filter);
  if (!admission.ok()) return admission.error();
  return Growing(source, options, *std::move(admission)).grow(*std::move(subject));
}

}  // namespace forewhen
