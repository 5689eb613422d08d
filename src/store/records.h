// SPDX-License-Identifier: Apache-2.0
// Questions about the rows of data sets, over all segments: what GraphStore adds to what texts say.
#pragma once

#include <map>
#include <memory>
#include <utility>

#include "forewhen/store/graph_store.h"
#include "store/segment.h"

namespace forewhen::store {

// Where a row lies.
struct RowPlace {
  std::uint32_t segment = 0;
  std::uint32_t row = 0;

  friend auto operator<=>(const RowPlace&, const RowPlace&) = default;
};

// A row that says the same as another the other way round, with where it lies.
struct MirrorRow {
  MirrorKey key;
  RowPlace place;
};
// Which of them are one event: the rows of one direction and of the other, each by id, one with one. The smaller id of
// a pair founds the event. Only rows that are no older versions may be given.
std::vector<std::pair<MirrorRow, MirrorRow>> pair_mirrors(std::vector<MirrorRow> rows);

class Records {
 public:
  Records(const OrderedKv& kv, std::shared_ptr<const Catalog> catalog) : kv_(kv), catalog_(std::move(catalog)) {}

  bool empty() const { return catalog_->segments.empty(); }

  // The row of that id that holds, be it an event or the mirror of one.
  struct Found {
    RowPlace place;
    RowKey key;
    RowFate fate = RowFate::event;
  };
  Result<std::optional<Found>> find(EventId id) const;
  // Where the row lies that find() gives, with less to look up when a list gave it lately.
  Result<std::optional<RowPlace>> place_of(EventId id) const;
  Result<ImportedRecord> record(RowPlace place) const;
  // The other row of its event, if any.
  Result<std::optional<MirrorRow>> partner(const Found& found) const;
  Result<std::optional<Event>> event(EventId id) const;
  // Rows that are reports of that event, by id.
  Result<std::vector<RowPlace>> reports(EventId id) const;
  // The event that the row of that id founds or is evidence of.
  Result<std::optional<EventId>> event_of(EventId id) const;

  // What the index holds of an event.
  Result<std::optional<EventRow>> facts(EventId id) const;
  // As EventSource says.
  Result<std::optional<seconds>> vagueness() const;
  std::unique_ptr<EventCursor> rows(Axis axis, std::uint64_t key, Instant before) const;
  Result<std::optional<Actor>> actor(ActorId id, std::optional<Actor> of_texts) const;
  Result<std::optional<Place>> place(PlaceId id, std::optional<Place> of_texts) const;
  // All of them.
  Result<std::map<PlaceId, Place>> places() const;
  // Ids of actors ('w') or places ('v') with all these words in their names.
  Result<std::vector<std::uint64_t>> ids_under_all(char letter, const std::vector<std::string>& words) const;
  // Documents under a stem, and those that name an actor.
  struct FoundDocument {
    RowPlace place;
    EventId id;
    Instant published;  // before this; open when not known
    int weight = 0;
  };
  Result<std::vector<FoundDocument>> documents_under(const std::string& stem) const;
  Result<std::vector<FoundDocument>> documents_of(ActorId actor) const;
  Result<NamingDocument> naming_document(RowPlace place) const;
  std::uint64_t document_count() const;
  std::uint64_t event_count() const;
  // Those of texts and the rows' together.
  Result<GraphCounts> counts(GraphCounts of_texts) const;

  const Catalog& catalog() const { return *catalog_; }

 private:
  Result<std::optional<RowPlace>> listed(EventId id) const;
  Segment segment(std::uint32_t number) const { return catalog_->segment(number, kv_); }

  const OrderedKv& kv_;
  std::shared_ptr<const Catalog> catalog_;
};

Result<Records> records_of(const GraphStore& store);
// The row whose event id (or claim id) this is, if it holds.
Result<std::optional<Record>> record_under(const GraphStore& store, EventId id);
DocumentSummary summary_of(const ImportedRecord& row, const Catalog& catalog);
// Of the row of that id as a document.
Result<std::optional<DocumentSummary>> record_summary(const GraphStore& store, std::string_view id);

}  // namespace forewhen::store
