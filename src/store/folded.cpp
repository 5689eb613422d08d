// SPDX-License-Identifier: Apache-2.0
#include "store/folded.h"

#include <algorithm>
#include <map>
#include <set>

#include "store/codec.h"

namespace forewhen::store {

void fold(Actor& into, const Actor& other) {
  std::set<std::string> names(into.aliases.begin(), into.aliases.end());
  names.insert({into.name, other.name});
  names.insert(other.aliases.begin(), other.aliases.end());
  names.erase("");
  into.name = names.empty() ? "" : names.extract(names.begin()).value();
  into.aliases.assign(names.begin(), names.end());
  keep_least(into.kind, other.kind, ActorKind::unknown);
  keep_least(into.country, other.country, std::string());
  std::map<std::pair<std::string, std::string>, Interval> affiliations;
  for (const auto* actor : {&std::as_const(into), &other}) {
    for (const Affiliation& one : actor->affiliations) {
      const auto [at, fresh] = affiliations.try_emplace({one.country, one.sectors}, one.seen);
      if (fresh || one.seen == Interval{}) continue;  // no row with a date
      Interval& seen = at->second;
      seen = seen == Interval{} ? one.seen
                                : Interval{std::min(seen.begin, one.seen.begin), std::max(seen.end, one.seen.end)};
    }
  }
  into.affiliations.clear();
  for (const auto& [what, seen] : affiliations) into.affiliations.push_back({what.first, what.second, seen});
}

void fold(Place& into, const Place& other) {
  if (!(other == into) && encode(other) < encode(into)) into = other;
}

}  // namespace forewhen::store
