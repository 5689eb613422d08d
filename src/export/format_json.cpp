// SPDX-License-Identifier: Apache-2.0
// json and jsonl: the documents with what they tell, from which the graph can be built again.
//
//   {"format":"forewhen graph","version":1,
//   "documents":[
//   <a line of jsonl>,
//   ...
//   ],
//   "events":[ ... ],"actors":[ ... ],"places":[ ... ],"links":[ ... ]}
//
// One element a line: the reader of events takes the lines of "documents" and passes over the rest, which follows from
// them (src/ingest/graph_lines.h).
#include <fmt/format.h>

#include <set>

#include "export/event_json.h"
#include "export/formats.h"
#include "export/line_list.h"
#include "forewhen/export/document_json.h"

namespace forewhen {
namespace {

// Only claims of the events that are asked for, and links between these.
Status keep_selected(const ExportJob& job, DocumentClaims& claims) {
  std::vector<Claim> kept;
  std::set<ClaimId> ids;
  for (Claim& claim : claims.claims) {
    const auto event = job.source.event_of_claim(claim.id);
    if (!event) return event.error();
    if (!*event || !job.holds(**event)) continue;
    ids.insert(claim.id);
    kept.push_back(std::move(claim));
  }
  claims.claims = std::move(kept);
  std::erase_if(claims.links,
                [&](const ClaimLink& link) { return !ids.contains(link.from) || !ids.contains(link.to); });
  return Done{};
}

// Dictionaries may code the same words twice (a visit is one to and one from); events from elsewhere need words each.
bool tells_twice(const DocumentClaims& claims) {
  std::set<Span> triggers;
  for (const Claim& claim : claims.claims) {
    if (!triggers.insert(claim.trigger).second) return true;
  }
  return false;
}

Status write_documents(ExportJob& job, LineList& lines) {
  std::uint64_t twice = 0;
  const auto documents = job.source.documents();
  if (!documents) return documents.error();
  for (const DocumentSummary& document : *documents) {
    auto claims = job.claims.document_claims(document.id);
    if (!claims) return claims.error();
    if (!*claims) return Error{ErrorKind::corrupt, "document " + document.id + " has no claims", "", "run 'check'"};
    if (!job.request.everything) {
      if (Status kept = keep_selected(job, **claims); !kept) return kept;
      if ((*claims)->claims.empty()) continue;
    }
    if (tells_twice(**claims)) ++twice;
    lines.add(to_events_line(**claims));
  }
  if (twice)
    job.losses.note(fmt::format("{} documents have two events in the same words, and build will refuse them", twice));
  return Done{};
}

// A row of a data set is no document that told something; `events` of json has its event, but build cannot read it.
Status count_records(ExportJob& job) {
  return job.for_each([&](const Event& event) -> Status {
    if (!event.record.empty()) job.losses.count("are rows of data sets, which 'forewhen import' reads, not build");
    return Done{};
  });
}

Status note_decisions(ExportJob& job) {
  const auto decisions = job.claims.decisions();
  if (!decisions) return decisions.error();
  if (!decisions->empty())
    job.losses.note(
        std::to_string(decisions->size()) +
        " decisions are not in it; 'forewhen decisions --json' writes them, 'build --decisions' reads them");
  return Done{};
}

Json actor_json(const Actor& actor) {
  return {{"actor", to_string(actor.id)},
          {"name", actor.name},
          {"kind", name_of(actor.kind)},
          {"country", actor.country},
          {"aliases", actor.aliases}};
}

Json place_row(const Place& place) {
  Json json = {{"place", to_string(place.id)},
               {"name", place.name},
               {"within", place.within},
               {"country", place.country},
               {"precision", place.precision}};
  json["lat"] = place.point ? Json(place.point->latitude) : Json(nullptr);
  json["lon"] = place.point ? Json(place.point->longitude) : Json(nullptr);
  return json;
}

Json link_row(const Link& link) {
  return {{"from", to_string(link.from)},
          {"to", to_string(link.to)},
          {"relation", name_of(link.relation)},
          {"rule", link.rule},
          {"weight", link.weight},
          {"document", link.document},
          {"begin", link.evidence.begin},
          {"end", link.evidence.end}};
}

Status write_events(ExportJob& job, LineList& lines, std::set<ActorId>& actors, std::set<PlaceId>& places) {
  return job.for_each([&](const Event& event) -> Status {
    lines.add(dump(event_json(event)));
    for (const EventParticipant& each : event.participants) {
      if (each.actor) actors.insert(each.actor);
    }
    if (event.place && event.place->place) places.insert(event.place->place);
    return Done{};
  });
}

Status write_actors(ExportJob& job, LineList& lines, const std::set<ActorId>& ids) {
  for (const ActorId id : ids) {
    const auto actor = job.source.find_actor(id);
    if (!actor) return actor.error();
    if (*actor) lines.add(dump(actor_json(**actor)));
  }
  return Done{};
}

Status write_places(ExportJob& job, LineList& lines, const std::set<PlaceId>& ids) {
  for (const PlaceId id : ids) {
    const auto place = job.source.find_place(id);
    if (!place) return place.error();
    if (*place) lines.add(dump(place_row(**place)));
  }
  return Done{};
}

Status write_links(ExportJob& job, LineList& lines) {
  return job.for_each([&](const Event& event) -> Status {
    std::uint64_t outside = 0;
    const auto links = job.links_from(event, outside);
    if (!links) return links.error();
    for (const Link& link : *links) lines.add(dump(link_row(link)));
    return Done{};
  });
}

Status write_list(ExportJob& job, const char* name, const std::function<Status(LineList&)>& write) {
  job.write(std::string("\"") + name + "\":[\n");
  LineList lines(job);
  if (Status written = write(lines); !written) return written;
  job.write(lines.any() ? "\n]" : "]");
  return Done{};
}

}  // namespace

Status write_jsonl(ExportJob& job) {
  LineList lines(job, "\n");
  if (Status written = write_documents(job, lines); !written) return written;
  if (lines.any()) job.write("\n");
  if (Status counted = count_records(job); !counted) return counted;
  return note_decisions(job);
}

Status write_json(ExportJob& job) {
  std::set<ActorId> actors;
  std::set<PlaceId> places;
  const std::pair<const char*, std::function<Status(LineList&)>> lists[] = {
      {"documents", [&](LineList& lines) { return write_documents(job, lines); }},
      {"events", [&](LineList& lines) { return write_events(job, lines, actors, places); }},
      {"actors", [&](LineList& lines) { return write_actors(job, lines, actors); }},
      {"places", [&](LineList& lines) { return write_places(job, lines, places); }},
      {"links", [&](LineList& lines) { return write_links(job, lines); }}};
  job.write("{\"format\":\"forewhen graph\",\"version\":1");
  for (const auto& [name, write] : lists) {
    job.write(",\n");
    if (Status written = write_list(job, name, write); !written) return written;
  }
  job.write("}\n");
  if (Status counted = count_records(job); !counted) return counted;
  return note_decisions(job);
}

}  // namespace forewhen
