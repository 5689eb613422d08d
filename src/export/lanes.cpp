// SPDX-License-Identifier: Apache-2.0
#include "export/lanes.h"

#include <algorithm>

#include "export/cells.h"
#include "export/event_fields.h"

namespace forewhen {
namespace {

std::vector<std::string> names_of(const Event& event, LaneBy by) {
  switch (by) {
    case LaneBy::place: {
      const std::string place = where_cell(event);
      return {place.empty() ? "no place" : place};
    }
    case LaneBy::type:
      return {event.type == PloverType::none ? "no type" : std::string(name_of(event.type))};
    default: {
      std::vector<std::string> names = all_names(event);
      if (names.empty()) names.push_back("nobody named");
      return names;
    }
  }
}

}  // namespace

void Lanes::add(const Event& event, std::size_t number) {
  for (const std::string& name : names_of(event, by_)) lanes_[name].push_back(number);
}

std::vector<Lane> Lanes::sorted() const {
  std::vector<Lane> all;
  for (const auto& [name, events] : lanes_) all.push_back({name, events});
  std::stable_sort(all.begin(), all.end(),
                   [](const Lane& a, const Lane& b) { return a.events.size() > b.events.size(); });
  return all;
}

std::size_t RowPacker::place(double begin, double end) {
  const auto free = std::find_if(taken_.begin(), taken_.end(), [begin](double until) { return until <= begin; });
  const auto row = static_cast<std::size_t>(free - taken_.begin());
  if (free == taken_.end()) taken_.push_back(0);
  taken_[row] = end;
  return row;
}

bool can_be_drawn(const Bounds& bounds) { return !is_open(bounds.earliest_start) || !is_open(bounds.latest_start); }

Result<LaneBy> find_lane_by(std::string_view name) {
  if (name == "actor") return LaneBy::actor;
  if (name == "place") return LaneBy::place;
  if (name == "type") return LaneBy::type;
  return Error{ErrorKind::usage, "'" + std::string(name) + "' is no kind of lane", "--lanes",
               "use one of: actor, place, type"};
}

}  // namespace forewhen
