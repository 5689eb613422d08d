// SPDX-License-Identifier: Apache-2.0
// 3: a question of your own. All that is stored is reached through EventSource, whose rows come in the order of time
// and carry what most questions need; so a question is a loop. This one: which two types of event follow one another
// within 30 days for the same actor, and how often?
//   example_3_own_query harbour.txt
#include <chrono>
#include <cstdio>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "forewhen/pipeline/build.h"
#include "forewhen/time/iso.h"

using namespace forewhen;

namespace {

using Pattern = std::pair<PloverType, PloverType>;

// Takes any source: a store on disk, one in memory, or a class of yours that implements the interface.
Result<std::map<Pattern, int>> count_patterns(const EventSource& source, seconds within) {
  std::map<Pattern, int> patterns;
  std::map<ActorId, std::vector<EventRow>> later;  // of each actor, what was seen already: rows come newest first
  const auto rows = source.rows(Axis::all, 0, kOpenFuture);
  while (true) {
    const auto row = rows->next();
    if (!row) return row.error();
    if (!*row) return patterns;
    const EventRow& event = **row;
    if (is_open(event.bounds.earliest_start) || event.type == PloverType::none) continue;
    for (const ActorId actor : event.actors) {
      for (const EventRow& next : later[actor]) {
        // Times are bounds. This asks for a definite order: the last moment at which the first may have begun is no
        // later than the first moment at which the second may have.
        const bool definite = event.bounds.latest_start <= next.bounds.earliest_start;
        if (definite && next.bounds.latest_start - event.bounds.earliest_start <= within)
          ++patterns[{event.type, next.type}];
      }
      later[actor].push_back(event);
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  ReadOptions reading;
  reading.published = *parse_iso("2023-03-14");
  DocumentReader reader({argv[1]}, reading);
  const auto extractor = Extractor::load({});
  const auto store = GraphStore::in_memory();
  if (!extractor || !build(*store, reader, *extractor, {})) return 1;

  const auto patterns = count_patterns(*store, std::chrono::days{30});
  if (!patterns) return std::fputs(to_string(patterns.error()).c_str(), stderr), 1;
  for (const auto& [pattern, times] : *patterns) {
    std::printf("%s then %s: %d\n", std::string(name_of(pattern.first)).c_str(),
                std::string(name_of(pattern.second)).c_str(), times);
  }
}
