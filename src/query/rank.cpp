// SPDX-License-Identifier: Apache-2.0
#include "query/rank.h"

#include <algorithm>
#include <functional>
#include <queue>

#include "forewhen/graph/event_row.h"
#include "query/find.h"
#include "query/rarity.h"

namespace forewhen {
namespace {

StatedOrder stated_order(const LinkOrder& order, EventId event) {
  for (const Link& link : order.links()) {
    if ((link.from == event || link.to == event) && !order.overruled().contains(link)) return StatedOrder::directly;
  }
  return order.find(event) != nullptr ? StatedOrder::by_chain : StatedOrder::none;
}

Status add_sources(const EventSource& source, Corroborator& corroborator, RankedCandidate& one) {
  const Result<Event> event = find_event_or_alias(source, one.candidate.row.event);
  if (!event.ok()) return event.error();
  const Result<Corroboration> told = corroborator.of(*event);
  if (!told.ok()) return told.error();
  one.relevance.independent = told->independent;
  one.relevance.sources = points_of_sources(told->independent);
  return Done{};
}

}  // namespace

Result<RankedPage> rank_by_relevance(const EventSource& source, const Event& subject, const LinkOrder& order,
                                     Direction direction, std::vector<Candidate> candidates, std::size_t limit,
                                     const PageCursor* from) {
  const Result<GraphCounts> counts = source.counts();
  if (!counts.ok()) return counts.error();
  const bool texts = counts->documents > 0;  // rows of data sets have one source each
  EventRow asked = row_of(subject);
  asked.bounds = order.subject_bounds().bounds;
  Rarity rarity(source);
  std::vector<RankedCandidate> all;
  for (Candidate& candidate : candidates) {
    EventRow row = candidate.row;
    row.bounds = candidate.decision.bounds.bounds;
    const bool back = direction == Direction::before;
    Result<Relevance> relevance =
        rarity.between(back ? row : asked, back ? asked : row, subject, stated_order(order, row.event));
    if (!relevance.ok()) return relevance.error();
    all.push_back({std::move(candidate), *std::move(relevance)});
  }
  const auto is_better = [&](const RankedCandidate& a, const RankedCandidate& b) {
    if (a.relevance.score() != b.relevance.score()) return a.relevance.score() > b.relevance.score();
    return is_nearer(a.candidate.row.bounds, a.candidate.row.event, b.candidate.row.bounds, b.candidate.row.event,
                     direction);
  };
  std::sort(all.begin(), all.end(), is_better);
  RankedPage page;
  Corroborator corroborator(source);
  std::priority_queue<int, std::vector<int>, std::greater<>> best;  // scores of the best so far, at most `limit`
  const int most_more = texts ? Relevance::kMostSources : 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    RankedCandidate& one = all[i];
    // What follows cannot come among the best any more; it all lies behind them and so behind the cursor.
    if (limit != 0 && best.size() == limit && one.relevance.score() + most_more < best.top()) {
      page.more = all.size() - i;
      break;
    }
    if (texts) {
      if (Status status = add_sources(source, corroborator, one); !status.ok()) return status.error();
    }
    if (from != nullptr && !from->precedes(one.candidate.row.bounds, one.candidate.row.event, one.relevance.score()))
      continue;
    best.push(one.relevance.score());
    if (limit != 0 && best.size() > limit) best.pop();
    page.candidates.push_back(std::move(one));
  }
  std::sort(page.candidates.begin(), page.candidates.end(), is_better);
  if (limit != 0 && page.candidates.size() > limit) {
    page.more += page.candidates.size() - limit;
    page.candidates.resize(limit);
  }
  return page;
}

}  // namespace forewhen
