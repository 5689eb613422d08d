// SPDX-License-Identifier: Apache-2.0
#include "query/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "query/ties.h"

namespace forewhen {
namespace {

constexpr std::size_t kMostQuotes = 4;  // of mentions; an event of a hundred reports is not quoted a hundred times

std::vector<Mention> nearest_mentions(const Event& event, const Event& subject) {
  std::set<std::string> stories;
  for (const Mention& mention : subject.mentions) stories.insert(mention.document);
  std::vector<Mention> mentions = event.mentions;
  std::stable_partition(mentions.begin(), mentions.end(),
                        [&](const Mention& mention) { return stories.contains(mention.document); });
  return mentions;
}

void add_once(std::vector<Quote>& quotes, std::optional<Quote> quote) {
  if (!quote) return;
  const auto same = [&](const Quote& other) { return other.document == quote->document && other.span == quote->span; };
  if (std::none_of(quotes.begin(), quotes.end(), same)) quotes.push_back(*std::move(quote));
}

}  // namespace

Result<AnswerItem> Explainer::item(const Candidate& candidate) {
  Result<std::optional<Event>> event = source_.find_event(candidate.row.event);
  if (!event.ok()) return event.error();
  if (!event->has_value()) {
    return Error{ErrorKind::corrupt, "the index names " + to_string(candidate.row.event) + ", which is not stored", "",
                 "run 'check'"};
  }
  AnswerItem item;
  item.event = **std::move(event);
  item.certainty = candidate.decision.certainty;
  const bool back = direction_ == Direction::before;
  item.standing = back ? standing_at_start(item.event.bounds, subject_.bounds)
                       : standing_at_start(subject_.bounds, item.event.bounds);
  item.ties = ties_between(item.event, subject_, order_.links());
  item.path = {item.event.id};
  item.reasons = reasons_for(item.event, subject_, candidate.decision, order_.find(candidate.row.event), direction_);
  if (quotes_) {
    if (Status status = quote(item); !status.ok()) return status.error();
  }
  return item;
}

Status Explainer::quote(AnswerItem& item) {
  for (const Mention& mention : nearest_mentions(item.event, subject_)) {
    if (item.quotes.size() == kMostQuotes) break;
    Result<std::optional<Quote>> quote = quoter_.mention(mention);
    if (!quote.ok()) return quote.error();
    add_once(item.quotes, *std::move(quote));
  }
  const LinkStanding* standing = order_.find(item.event.id);
  if (standing == nullptr) return Done{};
  for (const std::vector<Link>* chain : {&standing->before_chain, &standing->after_chain}) {
    for (const Link& link : *chain) {
      Result<std::optional<Quote>> quote = quoter_.link(link, {&item.event, &subject_});
      if (!quote.ok()) return quote.error();
      add_once(item.quotes, *std::move(quote));
    }
  }
  return Done{};
}

void sort_for_print(std::vector<AnswerItem>& items) {
  std::sort(items.begin(), items.end(), [](const AnswerItem& a, const AnswerItem& b) {
    return prints_before(a.event.bounds, a.event.id, b.event.bounds, b.event.id);
  });
}

std::vector<std::string> notes_for(const Event& subject, const LinkOrder& order, const BeforeOptions& options,
                                   Direction direction) {
  std::vector<std::string> notes;
  const Verdict real = verdict_of_modality(subject.modality, subject.polarity);
  if (real == Verdict::planned) notes.push_back("the event asked about is planned, it need not have happened");
  if (real == Verdict::hypothetical)
    notes.push_back("the event asked about is hypothetical, it need not have happened");
  if (real == Verdict::negated) notes.push_back("the event asked about did not happen, as its sources say");
  const bool no_start = is_open(subject.bounds.earliest_start) && is_open(subject.bounds.latest_start);
  if (no_start) notes.push_back("the event asked about has no date: only what sources say of the order is certain");
  const bool dyad = options.match == ActorMatch::same_dyad || options.match == ActorMatch::either_dyad;
  if (dyad && subject.participants.size() < 2) {
    notes.push_back("the event asked about has no two sides, so none has the same");
  }
  for (const Event& event : order.events()) {
    const LinkStanding* standing = order.find(event.id);
    const Decision decision = decide(event.bounds, subject.bounds, standing, direction);
    if (!decision.conflict || decision.certainty != Certainty::no) continue;
    const bool back = direction == Direction::before;
    notes.push_back(fmt::format(
        "{} ({}) is no answer: {} puts it {}, but its dates do not allow that", to_string(event.id), event.summary,
        describe_chain(back ? standing->before_chain : standing->after_chain), back ? "before" : "after"));
  }
  return notes;
}

}  // namespace forewhen
