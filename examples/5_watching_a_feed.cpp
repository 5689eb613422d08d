// SPDX-License-Identifier: Apache-2.0
// 5: a feed that goes on, and a reader beside it that says what is new. Here both are one program; a reader with
// Access::follow may as well be another process, and any number of them may read beside the one that writes.
//   example_5_watching_a_feed
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "forewhen/pipeline/build.h"
#include "forewhen/query/listing.h"

using namespace forewhen;
namespace fs = std::filesystem;

namespace {

// What comes in, batch by batch. The second batch brings the first report again: reading it once more changes nothing.
const std::vector<std::string> kBatches = {
    R"({"id":"k1","published":"2023-05-02","text":"Dockers struck in Karsholm on Monday."})"
    "\n",
    R"({"id":"k1","published":"2023-05-02","text":"Dockers struck in Karsholm on Monday."})"
    "\n"
    R"({"id":"k2","published":"2023-05-04","text":"Dockers blocked the coast road on Wednesday."})"
    "\n",
};

Status take_in(GraphStore& store, const Extractor& extractor, const std::string& file) {
  DocumentReader reader({file});
  const auto report = build(store, reader, extractor, {});
  if (!report) return report.error();
  // From here on the loss of power costs nothing either.
  return store.sync();
}

// Moves on to what has been written, and tells the events that were not there before.
Status tell_news(GraphStore& follower, std::set<EventId>& told) {
  if (Status moved = follower.catch_up(); !moved) return moved;
  const auto events = list_events(follower);
  if (!events) return events.error();
  for (const Event& event : events->events) {
    if (told.insert(event.id).second) std::printf("  new: %s\n", event.summary.c_str());
  }
  return Done{};
}

Status watch(const fs::path& folder, const Extractor& extractor) {
  StoreOptions writing;
  writing.access = StoreOptions::Access::write;
  writing.create = true;
  const auto writer = GraphStore::open(folder / "db", writing);
  if (!writer) return writer.error();
  StoreOptions following;
  following.access = StoreOptions::Access::follow;
  const auto follower = GraphStore::open(folder / "db", following);
  if (!follower) return follower.error();

  std::set<EventId> told;
  for (std::size_t batch = 0; batch < kBatches.size(); ++batch) {
    const std::string file = (folder / "feed.jsonl").string();
    std::ofstream(file) << kBatches[batch];
    if (Status taken = take_in(**writer, extractor, file); !taken) return taken;
    std::printf("batch %zu: %zu lines\n", batch + 1, static_cast<std::size_t>(1 + batch));
    if (Status done = tell_news(**follower, told); !done) return done;
  }
  return Done{};
}

}  // namespace

int main() {
  const auto extractor = Extractor::load({});
  if (!extractor) return std::fputs(to_string(extractor.error()).c_str(), stderr), 1;
  std::string name = (fs::temp_directory_path() / "forewhen-feed-XXXXXX").string();
  if (!mkdtemp(name.data())) return 1;
  const Status watched = watch(name, *extractor);
  fs::remove_all(name);
  if (!watched) return std::fputs(to_string(watched.error()).c_str(), stderr), 1;
}
