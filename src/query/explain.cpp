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
  // Of the earlier of the two when the later one began, by what links made of their dates.
  const Bounds& mine = candidate.decision.bounds.bounds;
  const Bounds& subject = order_.subject_bounds().bounds;
  item.standing = back ? standing_at_start(mine, subject) : standing_at_start(subject, mine);
  item.ties = ties_between(item.event, subject_, order_.links());
  item.path = {item.event.id};
  item.reasons = reasons_for(item.event, candidate.decision, order_, direction_);
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
  std::sort(items.begin(), items.end(),
            [](const AnswerItem& a, const AnswerItem& b) { return prints_before(a.event, b.event); });
}

std::vector<std::string> notes_for(const Event& subject, const LinkOrder& order, const BeforeOptions& options,
                                   const std::vector<AnswerItem>& items) {
  std::vector<std::string> notes;
  const Verdict real = verdict_of_modality(subject.modality, subject.polarity);
  if (real == Verdict::planned) notes.push_back("the event asked about is planned, it need not have happened");
  if (real == Verdict::hypothetical)
    notes.push_back("the event asked about is hypothetical, it need not have happened");
  if (real == Verdict::negated) notes.push_back("the event asked about did not happen, as its sources say");
  const Bounds& bounds = order.subject_bounds().bounds;
  if (is_open(bounds.earliest_start) && is_open(bounds.latest_start)) {
    notes.push_back("the event asked about has no date: only what sources say of the order is certain");
  } else if (!subject.time && is_open(bounds.earliest_start)) {
    notes.push_back(
        "no earliest date of the event asked about is known: only what sources say of the order is certain");
  }
  const bool dyad = options.match == ActorMatch::same_dyad || options.match == ActorMatch::either_dyad;
  if (dyad && subject.participants.size() < 2) {
    notes.push_back("the event asked about has no two sides, so none has the same");
  }
  for (const Link& link : order.overruled()) {
    const EventId other = link.from == subject.id ? link.to : link.from;
    const bool told = std::any_of(items.begin(), items.end(), [&](const AnswerItem& i) { return i.event.id == other; });
    if (told && (link.from == subject.id || link.to == subject.id)) continue;
    notes.push_back(fmt::format("{} puts {} {} {}, but their dates do not allow that; the dates decide",
                                describe_chain({link}), to_string(link.from),
                                link.relation == Relation::simultaneous ? "together with" : "no later than",
                                to_string(link.to)));
  }
  return notes;
}

}  // namespace forewhen
