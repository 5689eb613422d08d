// SPDX-License-Identifier: Apache-2.0
#include "forewhen/pipeline/verify.h"

#include <fmt/format.h>

#include <set>

#include "forewhen/timeline/timeline.h"

namespace forewhen {
namespace {

class Verifier {
 public:
  explicit Verifier(const GraphStore& store) : store_(store) {}

  Result<std::vector<std::string>> run() {
    const auto decisions = store_.decisions();
    if (!decisions) return decisions.error();
    if (const Status agreed = agree(*decisions); !agreed) note(agreed.error().what);
    const auto documents = store_.document_ids();
    if (!documents) return documents.error();
    for (const std::string& document : *documents) {
      const auto change = recompute_document(store_, document);
      if (!change) return change.error();
      if (const Status done = compare(*change); !done) return done.error();
    }
    return std::move(problems_);
  }

 private:
  void note(std::string problem) {
    if (known_.insert(problem).second) problems_.push_back(std::move(problem));
  }

  Status compare(const GraphChange& change) {
    for (const auto& placed : change.put_events)
      note(fmt::format("event {} is not what its claims and the decisions give", to_string(placed.event.id)));
    for (const EventId id : change.removed_events)
      note(fmt::format("event {} does not follow from any claims and decisions", to_string(id)));
    for (const Link& link : change.put_links)
      note(fmt::format("the link from {} to {} that {} states is missing", to_string(link.from), to_string(link.to),
                       link.document));
    for (const Link& link : change.removed_links)
      note(fmt::format("the link from {} to {} is not what {} states", to_string(link.from), to_string(link.to),
                       link.document));
    for (const Actor& actor : change.put_actors) {
      const auto stored = store_.find_actor(actor.id);
      if (!stored) return stored.error();
      if (*stored != actor) note(fmt::format("actor {} is not what its documents say", to_string(actor.id)));
    }
    for (const Place& place : change.put_places) {
      const auto stored = store_.find_place(place.id);
      if (!stored) return stored.error();
      if (*stored != place) note(fmt::format("place {} is not what its documents say", to_string(place.id)));
    }
    return Done{};
  }

  const GraphStore& store_;
  std::vector<std::string> problems_;
  std::set<std::string> known_;
};

}  // namespace

Result<std::vector<std::string>> verify_events(const GraphStore& store) { return Verifier(store).run(); }

}  // namespace forewhen
