// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/before.h"

#include <algorithm>

#include "forewhen/query/conflicts.h"
#include "query/chains.h"
#include "query/explain.h"
#include "query/find.h"
#include "query/gather.h"

namespace forewhen {
namespace {

Result<Answer> find_answer(const EventSource& source, EventId x, const BeforeOptions& options, Direction direction) {
  Result<Event> subject = find_event_or_alias(source, x);
  if (!subject.ok()) return subject.error();
  Answer answer;
  answer.direction = direction;
  answer.subject = *std::move(subject);
  Result<LinkOrder> order = LinkOrder::load(source, answer.subject);
  if (!order.ok()) return order.error();
  if (options.hops > 1) return answer_in_chains(source, answer.subject, *order, options, direction);
  Result<Gathered> gathered = gather(source, answer.subject, *order, options, direction);
  if (!gathered.ok()) return gathered.error();
  answer.more = gathered->more, answer.more_at_least = gathered->more_at_least;
  answer.left_out = gathered->left_out;
  Explainer explainer(source, answer.subject, *order, direction, options.quotes);
  for (const Candidate& candidate : gathered->candidates) {
    Result<AnswerItem> item = explainer.item(candidate);
    if (!item.ok()) return item.error();
    answer.items.push_back(*std::move(item));
  }
  sort_for_print(answer.items);
  answer.notes = notes_for(answer.subject, *order, options, answer.items);
  return answer;
}

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
  Result<Answer> answer = find_answer(source, x, options, direction);
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
