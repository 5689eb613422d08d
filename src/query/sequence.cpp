// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/sequence.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "forewhen/query/wording.h"
#include "query/admission.h"
#include "query/admitted.h"
#include "query/find.h"
#include "query/gather.h"
#include "query/quotes.h"
#include "query/sequence_search.h"
#include "query/sequence_terms.h"
#include "query/stated_order.h"

namespace forewhen {
namespace {

// Two actors, or one and none.
using Pair = std::pair<ActorId, ActorId>;

struct Selected {
  std::vector<SequenceRow> rows;  // newest first, undated ones last
  LeftOut left_out;
};

Result<Selected> select(const EventSource& source, const SequenceTerms& terms, const EventFilter& filter) {
  EventFilter narrowed = filter;
  narrowed.types.clear();
  const Result<Admission> admission = Admission::make(source, narrowed);
  if (!admission.ok()) return admission.error();
  MergedRows rows = rows_for(source, filter);
  Selected selected;
  while (true) {
    Result<std::optional<EventRow>> row = rows.next();
    if (!row.ok()) return row.error();
    if (!row->has_value()) break;
    Verdict verdict = admission->judge(**row);
    if (verdict == Verdict::out) continue;
    const Result<std::uint32_t> fitting = terms.fit(source, **row);
    if (!fitting.ok()) return fitting.error();
    if (*fitting == 0) continue;
    const bool undated = (*row)->bounds.earliest_start == kOpenPast;
    if (verdict == Verdict::in && undated && !filter.undated) verdict = Verdict::undated;
    count(selected.left_out, verdict);
    if (verdict == Verdict::in) selected.rows.push_back({**std::move(row), *fitting});
  }
  std::sort(selected.rows.begin(), selected.rows.end(), [](const SequenceRow& a, const SequenceRow& b) {
    return is_nearer(a.row.bounds, a.row.event, b.row.bounds, b.row.event, Direction::before);
  });
  return selected;
}

struct Member {
  Pair pair;
  std::uint32_t position = 0;
  friend auto operator<=>(const Member&, const Member&) = default;
};

// Which rows two actors (or one) have in common, whatever their roles; by pair, then position.
std::vector<Member> members_of(const std::vector<SequenceRow>& rows, bool single) {
  std::vector<Member> members;
  for (std::uint32_t position = 0; position < rows.size(); ++position) {
    const std::vector<ActorId>& actors = rows[position].row.actors;
    for (std::size_t i = 0; i < actors.size(); ++i) {
      if (single) members.push_back({{actors[i], {}}, position});
      for (std::size_t k = i + 1; k < actors.size() && !single; ++k)
        members.push_back({{actors[i], actors[k]}, position});
    }
  }
  std::sort(members.begin(), members.end());
  return members;
}

class Sequences {
 public:
  Sequences(const EventSource& source, const SequenceOptions& options, const std::vector<SequenceRow>& rows)
      : source_(source), options_(options), rows_(rows) {}

  Status find(std::size_t terms, bool any_links) {
    rules_ = {terms, options_.within, options_.certainty, options_.every, any_links, {}, {}, {}};
    rules_.stated = [this](std::uint32_t a, std::uint32_t b) { return stated(a, b); };
    rules_.has_parties = [this](std::uint32_t position) { return has_parties(position); };
    rules_.found = [this](const SequencePositions& positions, Certainty certainty) {
      Found& found = found_[{positions.rbegin(), positions.rend()}];
      found.certainty = certainty;
      found.parties.push_back(pair_);
    };
    const bool single = options_.tie == SequenceTie::shared_actor;
    const std::vector<Member> members = members_of(rows_, single);
    for (std::size_t begin = 0; begin < members.size();) {
      std::size_t end = begin;
      std::vector<std::uint32_t> positions;
      for (; end < members.size() && members[end].pair == members[begin].pair; ++end)
        positions.push_back(members[end].position);
      pair_ = members[begin].pair;
      begin = end;
      if (positions.size() < terms) continue;
      if (Status status = search(positions); !status.ok()) return status;
      if (options_.tie != SequenceTie::same_dyad) continue;
      std::swap(pair_.first, pair_.second);
      if (Status status = search(positions); !status.ok()) return status;
    }
    return Done{};
  }

  Status tell(const std::vector<std::string>& terms, SequenceAnswer& answer) {
    answer.cut = cut_;
    // Positions count from the newest, so the first ones are the latest.
    const std::size_t kept = options_.limit == 0 ? found_.size() : std::min(options_.limit, found_.size());
    answer.more = found_.size() - kept;
    Quoter quoter(source_);
    auto at = found_.begin();
    for (std::size_t i = 0; i < kept; ++i, ++at) {
      Result<SequenceMatch> match = tell_one(at->first, at->second, terms, quoter);
      if (!match.ok()) return match.error();
      answer.matches.push_back(*std::move(match));
    }
    std::reverse(answer.matches.begin(), answer.matches.end());
    return Done{};
  }

 private:
  struct Found {
    Certainty certainty = Certainty::possible;
    std::vector<Pair> parties;
  };

  Status search(const std::vector<std::uint32_t>& positions) {
    SequenceSearch search(rows_, rules_);
    const Status status = search.run(positions);
    cut_ |= search.cut();
    return status;
  }

  Result<Certainty> stated(std::uint32_t a, std::uint32_t b) {
    const Result<StepOrder> order =
        step_order(rows_[a].row.event, rows_[a].row.bounds, rows_[b].row.event, rows_[b].row.bounds);
    if (!order.ok()) return order.error();
    return order->certainty;
  }

  Result<StepOrder> step_order(EventId a, const Bounds& a_bounds, EventId b, const Bounds& b_bounds) {
    auto at = links_.find(b);
    if (at == links_.end()) {
      Result<std::vector<Link>> links = source_.links_of(b);
      if (!links.ok()) return links.error();
      at = links_.emplace(b, *std::move(links)).first;
    }
    return order_of(a, a_bounds, b, b_bounds, at->second);
  }

  Result<bool> has_parties(std::uint32_t position) {
    if (options_.tie == SequenceTie::shared_actor) return true;
    auto at = dyads_.find(position);
    if (at == dyads_.end()) {
      const Result<Event> event = find_event_or_alias(source_, rows_[position].row.event);
      if (!event.ok()) return event.error();
      at = dyads_.emplace(position, dyads_of(*event)).first;
    }
    const auto is = [&](const Pair& pair) {
      return std::find(at->second.begin(), at->second.end(), pair) != at->second.end();
    };
    return is(pair_) || (options_.tie == SequenceTie::either_dyad && is({pair_.second, pair_.first}));
  }

  static std::vector<Pair> dyads_of(const Event& event) {
    std::vector<Pair> dyads;
    for (const EventParticipant& a : event.participants) {
      for (const EventParticipant& b : event.participants) {
        const bool does = a.role == Role::actor || a.role == Role::party;
        const bool gets = b.role == Role::recipient || b.role == Role::party;
        if (does && gets && a.actor && b.actor && a.actor != b.actor) dyads.emplace_back(a.actor, b.actor);
      }
    }
    return dyads;
  }

  Result<SequenceMatch> tell_one(const std::vector<std::uint32_t>& last_first, const Found& found,
                                 const std::vector<std::string>& terms, Quoter& quoter) {
    SequenceMatch match;
    match.certainty = found.certainty;
    for (std::size_t i = last_first.size(); i-- > 0;) {
      SequenceStep step;
      Result<Event> event = find_event_or_alias(source_, rows_[last_first[i]].row.event);
      if (!event.ok()) return event.error();
      step.event = *std::move(event);
      step.term = terms[match.steps.size()];
      if (match.steps.empty()) add_parties(step.event, found.parties, match);
      Result<std::string> reason =
          match.steps.empty() ? Result<std::string>(parties_reason(match)) : step_reason(match.steps.back(), step);
      if (!reason.ok()) return reason.error();
      step.reason = *std::move(reason);
      if (!step.event.mentions.empty()) {
        Result<std::optional<Quote>> quote = quoter.mention(step.event.mentions.front());
        if (!quote.ok()) return quote.error();
        step.quote = *std::move(quote);
      }
      match.steps.push_back(std::move(step));
    }
    return match;
  }

  static void add_parties(const Event& event, std::vector<Pair> pairs, SequenceMatch& match) {
    std::sort(pairs.begin(), pairs.end());
    const auto name = [&](ActorId actor) {
      for (const EventParticipant& p : event.participants) {
        if (p.actor == actor) return p.name;
      }
      return std::string();
    };
    for (const Pair& pair : pairs)
      match.parties.push_back({pair.first, pair.second, name(pair.first), pair.second ? name(pair.second) : ""});
  }

  std::string parties_reason(const SequenceMatch& match) const {
    std::string who;
    for (const SequenceParties& parties : match.parties) {
      who += who.empty() ? "" : "; ";
      switch (options_.tie) {
        case SequenceTie::same_dyad:
          who += fmt::format("{} does it to {} in each", parties.actor_name, parties.recipient_name);
          break;
        case SequenceTie::either_dyad:
          who += fmt::format("each is between {} and {}", parties.actor_name, parties.recipient_name);
          break;
        case SequenceTie::shared_actor:
          who += fmt::format("{} takes part in each", parties.actor_name);
          break;
      }
    }
    return who;
  }

  Result<std::string> step_reason(const SequenceStep& before, const SequenceStep& step) {
    const Bounds &a = before.event.bounds, &b = step.event.bounds;
    const Result<StepOrder> order = step_order(before.event.id, a, step.event.id, b);
    if (!order.ok()) return order.error();
    const std::string dates = fmt::format("{}, then {}", describe_start(a), describe_start(b));
    if (order->link)
      return fmt::format("'{}' in {} says that it came after the step before ({})", order->link->rule,
                         order->link->document, dates);
    const bool sure = order->certainty == Certainty::definite;
    return fmt::format("it {} after the step before ({})", sure ? "definitely starts" : "may start", dates);
  }

  const EventSource& source_;
  const SequenceOptions& options_;
  const std::vector<SequenceRow>& rows_;
  SequenceRules rules_;
  Pair pair_;  // whose sequences are looked for
  bool cut_ = false;
  std::map<std::vector<std::uint32_t>, Found> found_;  // by positions, the last event first
  std::unordered_map<std::uint32_t, std::vector<Pair>> dyads_;
  std::unordered_map<EventId, std::vector<Link>> links_;
};

}  // namespace

Result<SequenceAnswer> find_sequences(const EventSource& source, const std::vector<std::string>& terms,
                                      const SequenceOptions& options) {
  if (options.within && *options.within <= seconds::zero())
    return Error{ErrorKind::usage, "no time at all", "within", "give a length such as 30d"};
  const Result<SequenceTerms> read = SequenceTerms::read(source, terms);
  if (!read.ok()) return read.error();
  const Result<Selected> selected = select(source, *read, options.filter);
  if (!selected.ok()) return selected.error();
  const Result<bool> any_links = source.any_links();
  if (!any_links.ok()) return any_links.error();
  SequenceAnswer answer;
  answer.looked_at = selected->rows.size(), answer.left_out = selected->left_out;
  Sequences sequences(source, options, selected->rows);
  if (Status status = sequences.find(terms.size(), *any_links); !status.ok()) return status.error();
  if (Status status = sequences.tell(terms, answer); !status.ok()) return status.error();
  return answer;
}

}  // namespace forewhen
