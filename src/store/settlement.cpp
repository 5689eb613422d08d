// SPDX-License-Identifier: Apache-2.0
#include "store/settlement.h"

#include <algorithm>

namespace forewhen::store {

const RowVersion& newest(const std::vector<RowVersion>& versions) {
  return *std::max_element(versions.begin(), versions.end(), [](const RowVersion& a, const RowVersion& b) {
    return std::tie(a.key.version, a.key.import, a.key.content, a.place) <
           std::tie(b.key.version, b.key.import, b.key.content, b.place);
  });
}

RowFate Settlement::fate(RowPlace place) const {
  if (const auto segment = fates_.find(place.segment); segment != fates_.end()) {
    if (const auto row = segment->second.find(place.row); row != segment->second.end()) return row->second;
  }
  return states_.at(place.segment)->fate(place.row);
}

Status Settlement::set(RowPlace place, RowFate fate) {
  const RowFate old = this->fate(place);
  if (old == fate) return Done{};
  const auto count = count_of_(place);
  if (!count) return count.error();
  const auto [at, first] = counts_.try_emplace(place.segment);
  SegmentState& state = at->second;
  if (first) {
    const SegmentState& before = *states_.at(place.segment);
    state = {before.events, before.claims, before.undated, before.participations, {}};
  }
  const auto weigh = [&](RowFate which, std::uint64_t sign) {  // unsigned arithmetic wraps
    const bool event = which == RowFate::event;
    if (event || which == RowFate::mirror || which == RowFate::report) state.claims += sign;
    if (!event) return;
    state.events += sign;
    state.participations += sign * count->actors;
    if (count->undated) state.undated += sign;
  };
  weigh(old, ~std::uint64_t{0});
  weigh(fate, 1);
  mirrored_ += (fate == RowFate::mirror) - (old == RowFate::mirror);
  fates_[place.segment][place.row] = fate;
  return Done{};
}

std::map<std::uint32_t, SegmentState> Settlement::changed() const {
  std::map<std::uint32_t, SegmentState> changed;
  for (const auto& [segment, fresh] : fates_) {
    SegmentState state = counts_.at(segment);
    std::vector<std::pair<std::uint32_t, RowFate>> fates;
    for (const SegmentState::Run& run : states_.at(segment)->runs) {
      for (std::uint32_t row = run.first; row < run.end; ++row) {
        if (!fresh.contains(row)) fates.emplace_back(row, run.fate);
      }
    }
    for (const auto& [row, fate] : fresh) {
      if (fate != RowFate::event) fates.emplace_back(row, fate);
    }
    std::sort(fates.begin(), fates.end());
    for (const auto& [row, fate] : fates) state.add_fate(row, fate);
    changed[segment] = std::move(state);
  }
  return changed;
}

Status Settlement::settle_versions(const std::vector<RowVersion>& versions) {
  const RowPlace holds = newest(versions).place;
  for (const RowVersion& version : versions) {
    const RowFate old = this->fate(version.place);
    const RowFate fate = version.place == holds ? version.key.fate() : RowFate::overtaken;
    if (fate == RowFate::event && old == RowFate::mirror) continue;  // settle_mirrors decides
    if (fate != old && version.key.mirror != 0 && !version.key.no_event) touched_.insert(version.key.mirror);
    if (Status done = set(version.place, fate); !done) return done;
  }
  return Done{};
}

Status Settlement::settle_mirrors(const std::vector<MirrorRow>& rows) {
  std::vector<MirrorRow> holding;
  for (const MirrorRow& row : rows) {
    const RowFate fate = this->fate(row.place);
    if (fate == RowFate::event || fate == RowFate::mirror) holding.push_back(row);
  }
  std::set<RowPlace> seconds;
  for (const auto& [first, second] : pair_mirrors(holding)) seconds.insert(second.place);
  for (const MirrorRow& row : holding) {
    const RowFate fate = seconds.contains(row.place) ? RowFate::mirror : RowFate::event;
    if (Status done = set(row.place, fate); !done) return done;
  }
  return Done{};
}

}  // namespace forewhen::store
