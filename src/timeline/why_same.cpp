// SPDX-License-Identifier: Apache-2.0
#include "forewhen/timeline/why_same.h"

#include <algorithm>
#include <deque>
#include <map>

#include "timeline/graph_states.h"
#include "timeline/same_event.h"

namespace forewhen {
namespace {

using Locals = std::vector<const LocalEvent*>;

class Asking {
 public:
  explicit Asking(const ClaimSource& source) : source_(source), states_(source, {}) {}

  WhySame answer(ClaimId a, ClaimId b) {
    const Event of_a = event_with(a), of_b = event_with(b);
    WhySame why;
    why.a = mention_in(of_a, a), why.b = mention_in(of_b, b);
    why.event_a = of_a.id, why.event_b = of_b.id;
    why.joined = of_a.id == of_b.id;
    const LocalEvent &x = local(why.a), &y = local(why.b);
    if (x.key != y.key) why.score = same_event_score(x, y, &why.features);
    if (why.joined) {
      why.chain = x.key == y.key ? within(x, why.a, why.b) : chain(of_a, x, y);
    } else {
      find_obstacle(of_a, of_b, why);
    }
    return why;
  }

 private:
  Event event_with(ClaimId claim) {
    const auto id = need(source_.event_of_claim(claim));
    auto event = id ? need(source_.find_event(*id)) : std::nullopt;
    if (!event)
      throw SourceFailure{{ErrorKind::not_found, "no event has the claim " + to_string(claim), "", "see 'events'"}};
    return *std::move(event);
  }

  static Mention mention_in(const Event& event, ClaimId claim) {
    for (const Mention& mention : event.mentions) {
      if (mention.claim == claim) return mention;
    }
    throw SourceFailure{{ErrorKind::corrupt, "event " + to_string(event.id) + " does not mention " + to_string(claim),
                         "", "see forewhen check"}};
  }

  const LocalEvent& local(const Mention& mention) {
    const LocalEvent* event = states_.event_with(mention.document, mention.claim);
    if (event) return *event;
    throw SourceFailure{
        {ErrorKind::corrupt, "document " + mention.document + " has no claim " + to_string(mention.claim), "", ""}};
  }

  static Mention first_mention(const LocalEvent& event) {
    const Claim& claim = event.claims.front();
    return {claim.id, claim.document, claim.trigger, claim.trigger_text, claim.sentence};
  }

  // Both are told by one local event: its document joins each to the first.
  std::vector<SameStep> within(const LocalEvent& event, const Mention& a, const Mention& b) {
    std::vector<SameStep> steps;
    const Mention head = first_mention(event);
    const auto add = [&](const Mention& from, const Mention& to, ClaimId later) {
      if (from.claim == to.claim) return;
      SameStep step{from, to, SameStep::By::document, {}, 0, {}};
      for (const Claim& claim : event.claims) {
        if (claim.id == later) step.rule = claim.same_rule;
      }
      steps.push_back(std::move(step));
    };
    add(a, head, a.claim);
    add(head, b, b.claim);
    return steps;
  }

  Locals locals_of(const Event& event) {
    std::map<LocalKey, const LocalEvent*> found;
    for (const Mention& mention : event.mentions) {
      const LocalEvent& one = local(mention);
      found[one.key] = &one;
    }
    Locals out;
    for (const auto& [key, one] : found) out.push_back(one);
    return out;
  }

  std::set<ClaimId> bundles_of(const LocalEvent& event) {
    std::set<ClaimId> bundles;
    for (const Claim& claim : event.claims) {
      if (const auto bundle = states_.decisions(true).bundle(claim.id)) bundles.insert(*bundle);
    }
    return bundles;
  }

  std::optional<SameStep> edge(const LocalEvent& a, const LocalEvent& b) {
    const std::set<ClaimId> of_a = bundles_of(a);
    for (const ClaimId bundle : bundles_of(b)) {
      if (of_a.contains(bundle))
        return SameStep{
            first_mention(a), first_mention(b), SameStep::By::decision, {}, 0, states_.decisions(true).merges(bundle)};
    }
    const int score = same_event_score(a, b);
    if (score < kLeastSameScore) return std::nullopt;
    return SameStep{first_mention(a), first_mention(b), SameStep::By::score, {}, score, {}};
  }

  std::vector<SameStep> chain(const Event& event, const LocalEvent& from, const LocalEvent& to) {
    const Locals all = locals_of(event);
    std::map<LocalKey, std::pair<const LocalEvent*, SameStep>> came;
    std::deque<const LocalEvent*> queue = {&from};
    came[from.key] = {nullptr, {}};
    while (!queue.empty() && !came.contains(to.key)) {
      const LocalEvent* at = queue.front();
      queue.pop_front();
      for (const LocalEvent* next : all) {
        if (came.contains(next->key)) continue;
        const auto step = edge(*at, *next);
        if (!step) continue;
        came[next->key] = {at, *step};
        queue.push_back(next);
      }
    }
    std::vector<SameStep> steps;
    if (!came.contains(to.key)) return steps;
    for (const LocalEvent* at = &to; at->key != from.key; at = came[at->key].first)
      steps.push_back(came[at->key].second);
    std::reverse(steps.begin(), steps.end());
    return steps;
  }

  void find_obstacle(const Event& a, const Event& b, WhySame& why) {
    const Locals of_a = locals_of(a), of_b = locals_of(b);
    for (const LocalEvent* x : of_a) {
      for (const LocalEvent* y : of_b) {
        for (const ClaimId one : bundles_of(*x)) {
          for (const ClaimId other : bundles_of(*y)) {
            if (!states_.decisions(true).apart(one, other)) continue;
            why.obstacle = SameStep{first_mention(*x),
                                    first_mention(*y),
                                    SameStep::By::decision,
                                    {},
                                    0,
                                    states_.decisions(true).splits(one, other)};
            return;
          }
        }
      }
    }
    if (why.score < kLeastSameScore) return;
    // What excludes each other is the better answer than what only has no score.
    for (const bool excluded : {true, false}) {
      for (const LocalEvent* x : of_a) {
        for (const LocalEvent* y : of_b) {
          std::vector<SameFeature> features;
          if (same_event_score(*x, *y, &features) >= kLeastSameScore) continue;
          if (excluded && !exclude_each_other(*x, *y)) continue;
          why.obstacle = SameStep{first_mention(*x), first_mention(*y), SameStep::By::score, {}, 0, {}};
          why.obstacle_features = std::move(features);
          return;
        }
      }
    }
  }

  const ClaimSource& source_;
  GraphStates states_;
};

}  // namespace

std::string_view name_of(SameFeature::Effect effect) {
  switch (effect) {
    case SameFeature::Effect::needed:
      return "needed";
    case SameFeature::Effect::missing:
      return "missing";
    case SameFeature::Effect::forbids:
      return "forbids";
    case SameFeature::Effect::counts:
      return "counts";
    case SameFeature::Effect::silent:
      return "silent";
  }
  return "";
}

std::string_view name_of(SameStep::By by) {
  switch (by) {
    case SameStep::By::document:
      return "document";
    case SameStep::By::score:
      return "score";
    case SameStep::By::decision:
      return "decision";
  }
  return "";
}

Result<WhySame> why_same(const ClaimSource& source, ClaimId a, ClaimId b) {
  try {
    return Asking(source).answer(a, b);
  } catch (const SourceFailure& failure) {
    return failure.error;
  }
}

}  // namespace forewhen
