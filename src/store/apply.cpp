// SPDX-License-Identifier: Apache-2.0
// One change, one batch: the rows of every thing named in it as they are, the rows as they shall be, and the
// difference is what is written.
#include <chrono>
#include <map>
#include <set>

#include "store/body.h"
#include "store/layout.h"
#include "store/rows.h"

namespace forewhen {
namespace store {
namespace {

// A read that failed ends the change; nothing has been written by then.
class Edit {
 public:
  Edit(const OrderedKv& kv, Instant now) : kv_(kv), now_(now) {}

  Status collect(const GraphStore& graph, const GraphChange& change);
  Result<std::vector<KvWrite>> writes() const;

 private:
  Status document(const GraphStore& graph, const GraphChange& change);
  Status links(const GraphChange& change);
  Status names(const GraphChange& change);
  Status decisions(const GraphStore& graph, const GraphChange& change);

  template <class Record, class Id>
  Status things(Table table, const std::vector<Id>& removed, const std::vector<Record>& put);

  const OrderedKv& kv_;
  Instant now_;
  Rows before_, after_;
};

EventId id_of(const EventRecord& record) { return record.event.id; }
ActorId id_of(const Actor& actor) { return actor.id; }
PlaceId id_of(const Place& place) { return place.id; }

DocumentRecord record_of(const DocumentClaims& put) {
  const Document& document = put.document;
  return {.title = document.title,
          .url = document.url,
          .published = document.published,
          .published_from = document.published_from,
          .recorded = {},
          .revision = 1,
          .claims = put.claims.size(),
          .text_size = document.text.size(),
          .text_hash = content_hash(document.text),
          .extractor = document.extractor,
          .extractor_version = document.extractor_version};
}

StoredDocument stored_document(DocumentRecord record, const DocumentClaims& claims) {
  StoredDocument stored{claims.document.id, std::move(record), claims.document.text, {}, claims.claims};
  for (const Claim& claim : claims.claims) stored.list.claims.push_back(claim.id);
  stored.list.links = claims.links;
  return stored;
}

Status Edit::document(const GraphStore& graph, const GraphChange& change) {
  const auto old = graph.document_claims(change.document);
  if (!old) return old.error();
  std::optional<DocumentRecord> old_record;
  if (*old) {
    auto record = find_record<DocumentRecord>(kv_, document_key(change.document), "document " + change.document);
    if (!record) return record.error();
    old_record = **std::move(record);
    add_rows(before_, stored_document(*old_record, **old));
  }
  if (!change.put_document) return Done{};

  DocumentRecord record = record_of(*change.put_document);
  record.recorded = now_;
  if (old_record) {
    const bool same = (*old)->document == change.put_document->document;
    record.revision = same ? old_record->revision : old_record->revision + 1;
    if (same) record.recorded = old_record->recorded;
  }
  add_rows(after_, stored_document(std::move(record), *change.put_document));
  return Done{};
}

template <class Record, class Id>
Status Edit::things(Table table, const std::vector<Id>& removed, const std::vector<Record>& put) {
  std::set<Id> touched(removed.begin(), removed.end());
  for (const Record& record : put) touched.insert(id_of(record));
  for (const Id id : touched) {
    const auto old = find_record<Record>(kv_, id_key(table, id.value), to_string(id));
    if (!old) return old.error();
    if (*old) add_rows(before_, **old);
  }
  std::map<Id, const Record*> last;  // of several states of one thing
  for (const Record& record : put) last[id_of(record)] = &record;
  for (const auto& [id, record] : last) add_rows(after_, *record);
  return Done{};
}

Status Edit::links(const GraphChange& change) {
  std::set<Link> touched(change.removed_links.begin(), change.removed_links.end());
  touched.insert(change.put_links.begin(), change.put_links.end());
  for (Link link : touched) {
    const auto old = kv_.get(Space::records, link_key(link, LinkSide::from));
    if (!old) return old.error();
    if (!*old) continue;
    const auto weight = decode_number(**old);
    if (!weight) return about(weight.error(), "link of event " + to_string(link.from));
    link.weight = static_cast<std::uint8_t>(*weight);
    add_rows(before_, link);
  }
  for (const Link& link : change.put_links) add_rows(after_, link);
  return Done{};
}

Status Edit::names(const GraphChange& change) {
  using Use = std::pair<BlockKey, std::string>;
  std::map<std::string, std::set<Use>> removed, put;  // by document
  for (const NameUse& use : change.removed_names) removed[use.document].insert({use.block, use.name});
  for (const NameUse& use : change.put_names) put[use.document].insert({use.block, use.name});
  std::set<std::string> touched;
  for (const auto& [document, uses] : removed) touched.insert(document);
  for (const auto& [document, uses] : put) touched.insert(document);
  for (const std::string& document : touched) {
    const auto old = find_record<NameList>(kv_, name_list_key(document), "names of document " + document);
    if (!old) return old.error();
    const NameList before = old->value_or(NameList{});
    std::set<Use> uses(before.uses.begin(), before.uses.end());
    for (const Use& use : removed[document]) uses.erase(use);
    uses.insert(put[document].begin(), put[document].end());
    add_rows(before_, StoredNames{document, before});
    add_rows(after_, StoredNames{document, {{uses.begin(), uses.end()}}});
  }
  return Done{};
}

// A store without decisions stays one that older programs read rightly; with the first decision it becomes a store of
// the next layout, and with the last one undone it is of the former again.
Status Edit::decisions(const GraphStore& graph, const GraphChange& change) {
  if (change.put_decisions.empty() && change.removed_decisions.empty()) return Done{};
  const auto old = graph.decisions();
  if (!old) return old.error();
  std::map<std::uint64_t, const Decision*> now;
  for (const Decision& decision : *old) now[decision.number] = &decision;
  for (const std::uint64_t number : change.removed_decisions) now.erase(number);
  for (const Decision& decision : change.put_decisions) now[decision.number] = &decision;
  for (const Decision& decision : *old) add_rows(before_, decision);
  for (const auto& [number, decision] : now) add_rows(after_, *decision);

  const auto layout = find_record<LayoutRecord>(kv_, layout_key(), "the version record");
  if (!layout) return layout.error();
  if (!*layout) return Done{};  // a store in memory
  LayoutRecord next = **layout;
  if (next.layout != kLayoutWithDataSets) next.layout = now.empty() ? kLayout : kLayoutWithDecisions;
  before_[{Space::records, layout_key()}] = encode(**layout);
  after_[{Space::records, layout_key()}] = encode(next);
  return Done{};
}

Status Edit::collect(const GraphStore& graph, const GraphChange& change) {
  if (Status done = document(graph, change); !done) return done;
  if (Status done = things(Table::event, change.removed_events, change.put_events); !done) return done;
  if (Status done = things(Table::actor, change.removed_actors, change.put_actors); !done) return done;
  if (Status done = things(Table::place, change.removed_places, change.put_places); !done) return done;
  if (Status done = links(change); !done) return done;
  if (Status done = names(change); !done) return done;
  return decisions(graph, change);
}

GraphCounts counted(const Rows& rows) {
  GraphCounts counts;
  for (const auto& [row, value] : rows) count_row(counts, row.second);
  return counts;
}

// Unsigned arithmetic wraps, so that taking away before adding is sound.
GraphCounts balance(GraphCounts counts, const GraphCounts& less, const GraphCounts& more) {
  auto move = [&](std::uint64_t GraphCounts::*member) { counts.*member += more.*member - less.*member; };
  move(&GraphCounts::documents);
  move(&GraphCounts::claims);
  move(&GraphCounts::events);
  move(&GraphCounts::actors);
  move(&GraphCounts::places);
  move(&GraphCounts::links);
  move(&GraphCounts::undated_events);
  move(&GraphCounts::participations);
  return counts;
}

Result<std::vector<KvWrite>> Edit::writes() const {
  std::vector<KvWrite> writes = difference(before_, after_);
  const auto old = find_record<GraphCounts>(kv_, counts_key(), "the counts");
  if (!old) return old.error();
  const GraphCounts now = balance(old->value_or(GraphCounts{}), counted(before_), counted(after_));
  if (!*old || encode(**old) != encode(now)) writes.push_back({Space::records, counts_key(), encode(now)});
  return writes;
}

}  // namespace
}  // namespace store

namespace {

Instant system_time() { return std::chrono::floor<seconds>(std::chrono::system_clock::now()); }

}  // namespace

Status GraphStore::apply(const GraphChange& change) {
  const StoreOptions& options = body_->options;
  if (options.access != StoreOptions::Access::write) {
    return Error{ErrorKind::usage, "the store was opened for reading only", "", ""};
  }
  if (change.put_document && change.put_document->document.id != change.document) {
    return Error{ErrorKind::usage, "the change names one document and puts another", change.document, ""};
  }
  store::Edit edit(*body_->kv, options.now ? options.now() : system_time());
  if (Status collected = edit.collect(*this, change); !collected) return collected;
  const auto writes = edit.writes();
  if (!writes) return writes.error();
  if (writes->empty()) return Done{};
  const Status written = body_->kv->commit(*writes);
  StoreAccess::note_texts(*this);
  return written;
}

}  // namespace forewhen
