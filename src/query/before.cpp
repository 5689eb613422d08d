// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/before.h"

#include <algorithm>

#include "forewhen/query/conflicts.h"
#include "query/chains.h"
#include "query/cursor.h"
#include "query/explain.h"
#include "query/find.h"
#include "query/gather.h"
#include "query/rank.h"

namespace forewhen {
namespace {

class Asking {
 public:
  Asking(const EventSource& source, const BeforeOptions& options, Direction direction)
      : source_(source), options_(options), direction_(direction) {}

  Result<Answer> ask(EventId x) {
    Result<Event> subject = find_event_or_alias(source_, x);
    if (!subject.ok()) return subject.error();
    answer_.direction = direction_;
    answer_.subject = *std::move(subject);
    if (!options_.from.empty()) {
      const Result<PageCursor> cursor = parse_cursor(options_.from, direction_, options_.rank, answer_.subject.id);
      if (!cursor.ok()) return cursor.error();
      from_ = *cursor;
    }
    Result<LinkOrder> order = LinkOrder::load(source_, answer_.subject);
    if (!order.ok()) return order.error();
    if (options_.hops > 1) return answer_in_chains(source_, answer_.subject, *order, options_, direction_, from());
    const bool ranked = options_.rank == Rank::relevance;
    if (Status status = ranked ? by_relevance(*order) : by_recency(*order); !status.ok()) return status.error();
    answer_.notes = notes_for(answer_.subject, *order, options_, answer_.items);
    if (!options_.via.empty() && !takes_part_in_subject())
      answer_.notes.push_back("nobody of that name takes part in the event asked about; more --hops go further");
    return std::move(answer_);
  }

 private:
  const PageCursor* from() const { return from_ ? &*from_ : nullptr; }

  bool takes_part_in_subject() const {
    const auto& participants = answer_.subject.participants;
    return std::any_of(participants.begin(), participants.end(), [&](const EventParticipant& p) {
      return std::find(options_.via.begin(), options_.via.end(), p.actor) != options_.via.end();
    });
  }

  Status by_recency(LinkOrder& order) {
    Result<Gathered> gathered = gather(source_, answer_.subject, order, options_, direction_, from());
    if (!gathered.ok()) return gathered.error();
    answer_.more = gathered->more, answer_.more_at_least = gathered->more_at_least;
    answer_.left_out = gathered->left_out;
    Explainer explainer(source_, answer_.subject, order, direction_, options_.quotes);
    answer_.items.reserve(gathered->candidates.size());
    for (const Candidate& candidate : gathered->candidates) {
      if (Status status = add(explainer, candidate, nullptr); !status.ok()) return status;
    }
    sort_for_print(answer_.items);
    return Done{};
  }

  Status by_relevance(LinkOrder& order) {
    BeforeOptions all = options_;
    all.limit = 0;
    Result<Gathered> gathered = gather(source_, answer_.subject, order, all, direction_);
    if (!gathered.ok()) return gathered.error();
    answer_.left_out = gathered->left_out;
    Result<RankedPage> page = rank_by_relevance(source_, answer_.subject, order, direction_,
                                                std::move(gathered->candidates), options_.limit, from());
    if (!page.ok()) return page.error();
    answer_.more = page->more;
    Explainer explainer(source_, answer_.subject, order, direction_, options_.quotes);
    for (const RankedCandidate& one : page->candidates) {
      if (Status status = add(explainer, one.candidate, &one.relevance); !status.ok()) return status;
    }
    return Done{};
  }

  // In the order in which the limit keeps them.
  Status add(Explainer& explainer, const Candidate& candidate, const Relevance* relevance) {
    Result<AnswerItem> item = explainer.item(candidate);
    if (!item.ok()) return item.error();
    if (relevance != nullptr) {
      item->relevance = *relevance;
      item->reasons.push_back(to_string(*relevance));
    }
    if (options_.limit != 0) {
      const Bounds& b = candidate.row.bounds;
      item->cursor = to_string(PageCursor{direction_, options_.rank, answer_.subject.id,
                                          relevance != nullptr ? relevance->score() : 0, b.earliest_start,
                                          b.latest_start, candidate.row.event});
      if (answer_.more != 0) answer_.next = item->cursor;
    }
    answer_.items.push_back(*std::move(item));
    return Done{};
  }

  const EventSource& source_;
  const BeforeOptions& options_;
  Direction direction_;
  std::optional<PageCursor> from_;
  Answer answer_;
};

Status add_sources(const EventSource& source, Answer& answer) {
  Corroborator corroborator(source);
  ConflictMarks marks(source);
  if (Status status = marks.expect(answer.items.size()); !status.ok()) return status.error();
  for (AnswerItem& item : answer.items) {
    const Result<Corroboration> told = corroborator.of(item.event);
    if (!told.ok()) return told.error();
    item.told = *told;
    // The reasons of a chain are those of its steps, one each.
    std::string sources = item.hop == 1 ? to_string(*told) : "";
    if (!sources.empty()) item.reasons.push_back(std::move(sources));
    Result<std::vector<ConflictKind>> disputes = marks.of(item.event);
    if (!disputes.ok()) return disputes.error();
    item.disputes = *std::move(disputes);
    std::string disputed = item.hop == 1 ? describe_disputes(item.disputes) : "";
    if (!disputed.empty()) item.reasons.push_back(std::move(disputed));
  }
  const Result<std::vector<ConflictKind>> disputes = marks.of(answer.subject);
  if (!disputes.ok()) return disputes.error();
  if (std::string words = describe_disputes(*disputes); !words.empty())
    answer.notes.push_back("the event asked about: " + words);
  return Done{};
}

Result<Answer> ask(const EventSource& source, EventId x, const BeforeOptions& options, Direction direction) {
  Result<Answer> answer = Asking(source, options, direction).ask(x);
  if (!answer.ok()) return answer;
  if (Status status = add_sources(source, *answer); !status.ok()) return status.error();
  return answer;
}

}  // namespace

Result<Answer> before(const EventSource& source, EventId x, const BeforeOptions& options) {
  return ask(source, x, options, Direction::before);
}

Result<Answer> after(const EventSource& source, EventId x, const BeforeOptions& options) {
  return ask(source, x, options, Direction::after);
}

}  // namespace forewhen
