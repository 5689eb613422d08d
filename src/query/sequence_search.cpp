// SPDX-License-Identifier: Apache-2.0
#include "query/sequence_search.h"

#include <algorithm>

#include "query/gather.h"

namespace forewhen {
namespace {

constexpr std::size_t kMostSteps = 200'000;  // of one last event

}  // namespace

Status SequenceSearch::run(const std::vector<std::uint32_t>& members) {
  candidates_.assign(rules_.terms, {});
  for (std::size_t term = 0; term < rules_.terms; ++term) {
    Candidates& candidates = candidates_[term];
    for (const std::uint32_t position : members) {
      if ((rows_[position].terms >> term & 1) != 0) candidates.positions.push_back(position);
    }
    if (candidates.positions.empty()) return Done{};
    candidates.most_latest.resize(candidates.positions.size());
    Instant most = kOpenPast;
    for (std::size_t i = candidates.positions.size(); i-- > 0;) {
      most = std::max(most, bounds(candidates.positions[i]).latest_start);
      candidates.most_latest[i] = most;
    }
  }
  for (const std::uint32_t last : candidates_.back().positions) {
    // Rows first: events are read only where their dates make a sequence.
    const Result<bool> dates = end_with(last, rules_.certainty, false);
    if (!dates.ok()) return dates.error();
    if (!*dates) continue;
    if (rules_.certainty == CertaintyFilter::both && !rules_.every) {
      const Result<bool> certain = end_with(last, CertaintyFilter::definite, true);
      if (!certain.ok()) return certain.error();
      if (*certain) continue;
    }
    const Result<bool> any = end_with(last, rules_.certainty, true);
    if (!any.ok()) return any.error();
  }
  return Done{};
}

Result<bool> SequenceSearch::end_with(std::uint32_t last, CertaintyFilter wanted, bool with_parties) {
  wanted_ = wanted, with_parties_ = with_parties, steps_ = 0;
  if (with_parties) {
    const Result<bool> has = rules_.has_parties(last);
    if (!has.ok() || !*has) return has;
  }
  chosen_ = {last};
  return choose(rules_.terms - 2, {bounds(last).latest_start, bounds(last).earliest_start, true});
}

bool SequenceSearch::is_past(const Candidates& candidates, std::size_t at, const Room& room) const {
  if (!rules_.within) return false;
  // In a certain sequence that no link makes so, no event can start before the first.
  if (wanted_ == CertaintyFilter::definite && !rules_.any_links &&
      bounds(candidates.positions[at]).earliest_start < shifted(bounds(chosen_[0]).latest_start, -*rules_.within)) {
    return true;
  }
  return room.most_earliest >= shifted(candidates.most_latest[at], *rules_.within);
}

Result<bool> SequenceSearch::choose(std::size_t term, const Room& room) {
  const Candidates& candidates = candidates_[term];
  const auto begin = std::partition_point(
      candidates.positions.begin(), candidates.positions.end(),
      [&](std::uint32_t position) { return bounds(position).earliest_start >= room.least_latest; });
  bool found = false;
  for (auto at = static_cast<std::size_t>(begin - candidates.positions.begin()); at < candidates.positions.size();
       ++at) {
    if (++steps_ > kMostSteps) {
      cut_ = true;
      return found;
    }
    if (is_past(candidates, at, room)) break;
    const std::uint32_t position = candidates.positions[at];
    if (std::find(chosen_.begin(), chosen_.end(), position) != chosen_.end()) continue;
    const Bounds& b = bounds(position);
    Room next{std::min(room.least_latest, b.latest_start), std::max(room.most_earliest, b.earliest_start),
              room.definite};
    if (rules_.within && next.most_earliest >= shifted(next.least_latest, *rules_.within)) continue;
    Certainty certainty = precedes(b, bounds(chosen_.back()));
    if (certainty == Certainty::possible && rules_.any_links) {
      const Result<Certainty> stated = rules_.stated(position, chosen_.back());
      if (!stated.ok()) return stated.error();
      certainty = *stated;
    }
    if (certainty == Certainty::no) continue;
    next.definite &= certainty == Certainty::definite;
    if (wanted_ == CertaintyFilter::definite && !next.definite) continue;
    chosen_.push_back(position);
    const Result<bool> accepted = accept(term, next);
    chosen_.pop_back();
    if (!accepted.ok()) return accepted;
    found |= *accepted;
    if (found && (!rules_.every || !with_parties_)) return true;
  }
  return found;
}

Result<bool> SequenceSearch::accept(std::size_t term, const Room& room) {
  const bool spans = !rules_.within ||
                     bounds(chosen_[0]).latest_start <= shifted(bounds(chosen_.back()).earliest_start, *rules_.within);
  const Certainty certainty = room.definite && spans ? Certainty::definite : Certainty::possible;
  if (term == 0 && !is_wanted(certainty, wanted_)) return false;
  if (with_parties_) {
    const Result<bool> has = rules_.has_parties(chosen_.back());
    if (!has.ok() || !*has) return has;
  }
  if (term > 0) return choose(term - 1, room);
  if (with_parties_) rules_.found({chosen_.rbegin(), chosen_.rend()}, certainty);
  return true;
}

}  // namespace forewhen
