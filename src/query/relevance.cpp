// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/relevance.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "query/rarity.h"

namespace forewhen {
namespace {

int whole_log2(std::uint64_t n) { return static_cast<int>(std::bit_width(n)) - 1; }

std::string name_in(const Event& event, ActorId actor) {
  for (const EventParticipant& p : event.participants) {
    if (p.actor == actor) return p.name;
  }
  return "";
}

}  // namespace

int points_of(StatedOrder stated) {
  if (stated == StatedOrder::directly) return 40;
  return stated == StatedOrder::by_chain ? 20 : 0;
}

int points_of_rarity(std::uint64_t events) { return 30 / std::max(1, whole_log2(std::max<std::uint64_t>(events, 1))); }

std::optional<std::int64_t> days_between(const Bounds& earlier, const Bounds& later) {
  if (is_open(earlier.earliest_start) || is_open(later.latest_start)) return {};
  constexpr std::int64_t kDay = 86400;
  const std::int64_t apart = (later.latest_start - earlier.earliest_start).count();
  return std::max<std::int64_t>(0, (apart + kDay - 1) / kDay - 1);
}

int points_of_days(std::optional<std::int64_t> days) {
  return days ? 20 / (1 + whole_log2(static_cast<std::uint64_t>(*days) + 1)) : 0;
}

int points_of_sources(std::uint64_t independent) {
  if (independent < 2) return 0;
  return independent == 2 ? 5 : independent == 3 ? 8 : Relevance::kMostSources;
}

std::string to_string(const Relevance& relevance) {
  std::vector<std::string> parts;
  if (relevance.link != 0)
    parts.push_back(fmt::format("{} ({})",
                                relevance.link == points_of(StatedOrder::directly)
                                    ? "a source states the order"
                                    : "sources state the order by way of other events",
                                relevance.link));
  for (const ActorRarity& one : relevance.shared) {
    const bool least = one.events == Relevance::kMostCounted;
    parts.push_back(fmt::format("{} is in {}{} event{} ({})", one.name, least ? "at least " : "", one.events,
                                one.events == 1 ? "" : "s", one.points));
  }
  if (relevance.days && *relevance.days == 0) parts.push_back(fmt::format("the same day ({})", relevance.time));
  if (relevance.days && *relevance.days != 0)
    parts.push_back(
        fmt::format("{} day{} apart at most ({})", *relevance.days, *relevance.days == 1 ? "" : "s", relevance.time));
  if (relevance.sources != 0)
    parts.push_back(fmt::format("{} independent sources ({})", relevance.independent, relevance.sources));
  return fmt::format("relevance {}: {}", relevance.score(),
                     parts.empty() ? "a story or a place in common" : fmt::format("{}", fmt::join(parts, ", ")));
}

Result<std::uint64_t> Rarity::events_of(ActorId actor) {
  const auto known = counts_.find(actor);
  if (known != counts_.end()) return known->second;
  std::uint64_t events = 0;
  const auto cursor = source_->rows(Axis::actor, actor.value, kOpenFuture);
  while (events < Relevance::kMostCounted) {
    const Result<std::optional<EventRow>> row = cursor->next();
    if (!row.ok()) return row.error();
    if (!row->has_value()) break;
    ++events;
  }
  counts_[actor] = events;
  return events;
}

Result<Relevance> Rarity::between(const EventRow& earlier, const EventRow& later, const Event& names,
                                  StatedOrder stated) {
  Relevance relevance;
  relevance.link = points_of(stated);
  for (const ActorId actor : earlier.actors) {
    if (!std::binary_search(later.actors.begin(), later.actors.end(), actor)) continue;
    const Result<std::uint64_t> events = events_of(actor);
    if (!events.ok()) return events.error();
    relevance.shared.push_back({actor, name_in(names, actor), *events, points_of_rarity(*events)});
    relevance.actors = std::min(Relevance::kMostActors, relevance.actors + relevance.shared.back().points);
  }
  relevance.days = days_between(earlier.bounds, later.bounds);
  relevance.time = points_of_days(relevance.days);
  return relevance;
}

}  // namespace forewhen
