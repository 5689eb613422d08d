// SPDX-License-Identifier: Apache-2.0
// turtle and trig: RDF in the words of SEM (W. R. van Hage et al., "Design and use of the Simple Event Model", 2011),
// OWL-Time, PROV-O and Dublin Core. Times are xsd:dateTime of XML Schema 1.1, in UTC, where the year 0 is 1 BC. A start
// is before its latest bound, so the latest timestamp of a start is one second less. In trig every document has a graph
// of its own with its passages.
#include <fmt/format.h>

#include <set>

#include "export/cells.h"
#include "export/escape.h"
#include "export/event_fields.h"
#include "export/formats.h"

namespace forewhen {
namespace {

constexpr const char* kPrefixes =
    "@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .\n"
    "@prefix time: <http://www.w3.org/2006/time#> .\n"
    "@prefix prov: <http://www.w3.org/ns/prov#> .\n"
    "@prefix dcterms: <http://purl.org/dc/terms/> .\n"
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
    "@prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .\n"
    "@prefix edtf: <http://id.loc.gov/datatypes/edtf/> .\n"
    "@prefix e: <urn:forewhen:event:> .\n"
    "@prefix a: <urn:forewhen:actor:> .\n"
    "@prefix p: <urn:forewhen:place:> .\n"
    "@prefix c: <urn:forewhen:claim:> .\n"
    "@prefix type: <urn:forewhen:type:> .\n"
    "@prefix fw: <urn:forewhen:term:> .\n\n";

std::string xsd_time(Instant t) {
  std::string text = utc_time(t);
  if (text.front() == '+') text.erase(0, 1);
  return "\"" + text + "\"^^xsd:dateTime";
}

std::string document_iri(std::string_view id) { return "<urn:forewhen:document:" + iri_part(id) + ">"; }

// "; predicate object" pairs of one subject.
class Triples {
 public:
  explicit Triples(std::string subject) : text_(std::move(subject)) {}
  void add(std::string_view predicate, std::string_view object) {
    text_ += fmt::format("{} {} {}", any_ ? " ;\n   " : "", predicate, object);
    any_ = true;
  }
  std::string text() const { return text_ + " .\n"; }

 private:
  std::string text_;
  bool any_ = false;
};

std::string terms(const Placement& placement, const std::string& id) {
  const Bounds& b = placement.bounds;
  std::string out;
  if (b == Bounds{}) return out;
  Triples interval("e:" + id + ".time");
  interval.add("a", "time:ProperInterval");
  const auto ends = [&](const char* predicate, const char* name, Instant t) {
    if (is_open(t)) return;
    interval.add(predicate, fmt::format("e:{}.{}", id, name));
    Triples point(fmt::format("e:{}.{}", id, name));
    point.add("a", "time:Instant");
    point.add("time:inXSDDateTimeStamp", xsd_time(t) + "Stamp");
    out += point.text();
  };
  // What is certain of the interval: it covers the time between its latest start and its earliest end, and lies within
  // the earliest start and the latest end, which these two give.
  ends("time:hasBeginning", "begin", b.earliest_start);
  ends("time:hasEnd", "end", b.latest_end);
  return out.empty() ? out : interval.text() + out;
}

void add_bounds(Triples& triples, const Bounds& b) {
  if (!is_open(b.earliest_start)) triples.add("sem:hasEarliestBeginTimeStamp", xsd_time(b.earliest_start));
  if (!is_open(b.latest_start)) triples.add("sem:hasLatestBeginTimeStamp", xsd_time(b.latest_start - seconds{1}));
  if (!is_open(b.earliest_end)) triples.add("sem:hasEarliestEndTimeStamp", xsd_time(b.earliest_end));
  if (!is_open(b.latest_end)) triples.add("sem:hasLatestEndTimeStamp", xsd_time(b.latest_end));
}

std::string event_triples(const Event& event, const Placement& placement, const std::vector<Link>& links,
                          const std::vector<DocumentSummary>& documents) {
  const std::string id = to_string(event.id);
  Triples triples("e:" + id);
  triples.add("a", "sem:Event");
  triples.add("rdfs:label", turtle_text(what_cell(event)));
  if (event.type != PloverType::none) triples.add("sem:eventType", "type:" + std::string(name_of(event.type)));
  triples.add("fw:modality", turtle_text(name_of(event.modality)));
  triples.add("fw:polarity", turtle_text(name_of(event.polarity)));
  add_bounds(triples, placement.bounds);
  if (!placement.edtf.empty()) triples.add("dcterms:date", turtle_text(placement.edtf) + "^^edtf:EDTF");
  if (placement.bounds != Bounds{}) {
    const bool bounded = placement.has_start() || placement.has_end();
    if (bounded) triples.add("time:hasTime", "e:" + id + ".time");
  }
  for (const EventParticipant& each : event.participants) {
    if (!each.actor) continue;
    if (each.role != Role::speaker) triples.add("sem:hasActor", "a:" + to_string(each.actor));
    triples.add(fmt::format("fw:{}", name_of(each.role)), "a:" + to_string(each.actor));
  }
  if (event.place && event.place->place) triples.add("sem:hasPlace", "p:" + to_string(event.place->place));
  for (const DocumentSummary& document : documents) triples.add("prov:wasDerivedFrom", document_iri(document.id));
  for (const Link& link : links) {
    const bool part = link.relation == Relation::includes;
    const std::string predicate = part ? "sem:hasSubEvent" : fmt::format("fw:{}", name_of(link.relation));
    triples.add(predicate, "e:" + to_string(link.to));
  }
  return triples.text() + terms(placement, id);
}

// The passages that tell the event, one resource a mention.
std::string mention_triples(const Event& event, const Mention& mention, const std::vector<Quote>& quotes) {
  Triples triples("c:" + to_string(mention.claim));
  triples.add("a", "prov:Entity");
  triples.add("prov:specializationOf", "e:" + to_string(event.id));
  triples.add("prov:wasQuotedFrom", document_iri(mention.document));
  triples.add("fw:begin", std::to_string(mention.span.begin));
  triples.add("fw:end", std::to_string(mention.span.end));
  for (const Quote& quote : quotes) {
    if (quote.document == mention.document && quote.span == mention.sentence)
      triples.add("prov:value", turtle_text(quote.text));
  }
  return triples.text();
}

std::string document_triples(const DocumentSummary& document) {
  Triples triples(document_iri(document.id));
  triples.add("a", "prov:Entity");
  triples.add("dcterms:identifier", turtle_text(document.id));
  if (!document.title.empty()) triples.add("dcterms:title", turtle_text(document.title));
  if (const std::string url = safe_url(document.url); !url.empty()) triples.add("dcterms:source", "<" + url + ">");
  if (document.published) triples.add("dcterms:issued", turtle_text(format_iso(*document.published)));
  return triples.text();
}

std::string place_triples(const EventPlace& place) {
  Triples triples("p:" + to_string(place.place));
  triples.add("a", "sem:Place");
  triples.add("rdfs:label", turtle_text(place.name));
  if (!place.country.empty()) triples.add("fw:country", turtle_text(place.country));
  if (place.point) {
    triples.add("geo:lat", fmt::format("\"{}\"^^xsd:decimal", place.point->latitude));
    triples.add("geo:long", fmt::format("\"{}\"^^xsd:decimal", place.point->longitude));
  }
  return triples.text();
}

Status write_actors(ExportJob& job, const std::set<ActorId>& ids) {
  for (const ActorId id : ids) {
    const auto actor = job.source.find_actor(id);
    if (!actor) return actor.error();
    if (!*actor) continue;
    Triples triples("a:" + to_string(id));
    triples.add("a", "sem:Actor");
    triples.add("rdfs:label", turtle_text((*actor)->name));
    triples.add("fw:kind", turtle_text(name_of((*actor)->kind)));
    for (const std::string& alias : (*actor)->aliases) triples.add("dcterms:alternative", turtle_text(alias));
    job.write(triples.text());
  }
  return Done{};
}

// Predicates are sorted as they come; the same triple twice is one triple in RDF.
Status write_rdf(ExportJob& job, bool graphs) {
  job.write(kPrefixes);
  std::set<ActorId> actors;
  std::map<PlaceId, EventPlace> places;
  std::set<std::string> known;
  std::uint64_t outside = 0;
  const Status written = job.for_each([&](const Event& event) -> Status {
    const auto quotes = job.quotes(event);
    if (!quotes) return quotes.error();
    const auto documents = job.documents(event);
    if (!documents) return documents.error();
    const auto links = job.links_from(event, outside);
    if (!links) return links.error();
    job.write(event_triples(event, placement_of(event), *links, *documents));
    for (const DocumentSummary& document : *documents) {
      if (known.insert(document.id).second) job.write(document_triples(document));
    }
    for (const Mention& mention : event.mentions) {
      const std::string triples = mention_triples(event, mention, *quotes);
      job.write(graphs ? document_iri(mention.document) + " {\n" + triples + "}\n" : triples);
    }
    for (const EventParticipant& each : event.participants) {
      if (each.actor) actors.insert(each.actor);
    }
    if (event.place && event.place->place) places.try_emplace(event.place->place, *event.place);
    return Done{};
  });
  if (!written) return written;
  if (outside) job.losses.note(fmt::format("{} stated orders lead to events that are not among these", outside));
  for (const auto& [id, place] : places) job.write(place_triples(place));
  return write_actors(job, actors);
}

}  // namespace

Status write_turtle(ExportJob& job) { return write_rdf(job, false); }
Status write_trig(ExportJob& job) { return write_rdf(job, true); }

}  // namespace forewhen
