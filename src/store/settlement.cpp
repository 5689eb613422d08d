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
    if (event || which == RowFate::mirror) state.claims += sign;
    if (!event) return;
    state.events += sign;
    state.participations += sign * count->actors;
    if (count->undated) state.undated += sign;
  };
  weigh(old, ~std::uint64_t{0});
  weigh(fate, 1);
  fates_[place.segment][place.row] = fate;
  return Done{};
}

std::uint64_t Settlement::mirrored() const {
  std::uint64_t count = 0;
  for (const auto& [number, before] : states_) {
    const auto now = counts_.find(number);
    const SegmentState& state = now == counts_.end() ? *before : now->second;
    count += state.claims - state.events;
  }
  return count;
}

std::map<std::uint32_t, SegmentState> Settlement::changed() const {
  std::map<std::uint32_t, SegmentState> changed;
  for (const auto& [segment, fresh] : fates_) {
    SegmentState state = counts_.at(segment);
    std::vector<std::pair<std::uint32_t, std::uint8_t>> fates;
    for (const auto& each : states_.at(segment)->fates) {
      if (!fresh.contains(each.first)) fates.push_back(each);
    }
    for (const auto& [row, fate] : fresh) {
      if (fate != RowFate::event) fates.emplace_back(row, static_cast<std::uint8_t>(fate));
    }
    std::sort(fates.begin(), fates.end());
    state.fates = std::move(fates);
    changed[segment] = std::move(state);
  }
  return changed;
}

Status Settlement::settle_versions(const std::vector<RowVersion>& versions) {
  const RowPlace holds = newest(versions).place;
  for (const RowVersion& version : versions) {
    const RowFate old = this->fate(version.place);
    RowFate fate = version.place == holds ? RowFate::event : RowFate::overtaken;
    if (fate == RowFate::event && version.key.deleted) fate = RowFate::deleted;
    if (fate == RowFate::event && old == RowFate::mirror) continue;  // settle_mirrors decides
    if (fate != old && version.key.mirror != 0) touched_.insert(version.key.mirror);
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
