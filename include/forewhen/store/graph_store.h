// SPDX-License-Identifier: Apache-2.0
// The graph on disk: documents, claims, events, actors, places and links in one embedded store (schemas/storage.md).
// One process writes, any number read beside it; a change goes in as a whole or not at all, and what apply() has
// returned survives the death of the process. What survives the loss of power too: everything before sync().
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "forewhen/base/result.h"
#include "forewhen/model/claim_source.h"
#include "forewhen/model/event_source.h"

namespace forewhen {

struct StoreOptions {
  enum class Access {
    write,   // the one writer; `locked` when there is another
    read,    // the state at the time of opening, while others may write
    follow,  // as read, and catch_up() moves to the writer's present state
  };
  Access access = Access::read;
  bool create = false;           // make the folder and the store where there are none; only with Access::write
  std::function<Instant()> now;  // for DocumentSummary::recorded; the system's clock when empty
  // Bytes of changes that the writer gathers before it writes a file of them, for each of the four parts of the store.
  std::size_t write_buffer = std::size_t{8} << 20;
  // Bytes of memory to do with, for what grows with the data: three eighths for what was read of data sets, an eighth
  // for blocks of the database; an import of data sets gathers, and compact() merges, as many rows as the whole has
  // room for. Besides that some four bytes for each row of a data set say where to look, once it is asked for.
  std::size_t memory = std::size_t{512} << 20;
};

// Lookups may run on several threads at once, beside one thread that calls apply().
class GraphStore final : public EventSource, public ClaimSource {
 public:
  // not_found: no store at this path. refused: a folder or database of something else. version: a layout that this
  // program does not know; `what` names the program that wrote it. locked: `what` names the process that writes.
  // io: the system says no. Nothing is changed in any of these cases.
  static Result<std::unique_ptr<GraphStore>> open(const std::filesystem::path& folder, const StoreOptions& options);
  // A store that ends with the object.
  static std::unique_ptr<GraphStore> in_memory(const StoreOptions& options = {});
  ~GraphStore() override;

  // One atomic batch; the index rows are derived here. A change that is already in the store writes nothing. A document
  // whose text or metadata changed counts as a new revision, recorded now; otherwise its time of recording stays.
  // usage: not opened for writing. After an io error (a full disk) the store must be opened again.
  Status apply(const GraphChange& change);
  // Writes what apply() took in through to the disk.
  Status sync();
  // With Access::follow: from here on lookups see what the writer has done by now. Not while a cursor is in use.
  Status catch_up();

  // The graph as it is now, for a question of several lookups beside a thread that calls apply(). Takes no changes.
  // Of a store that follows another process it moves with catch_up() as the store itself does.
  std::unique_ptr<GraphStore> snapshot() const;
  // The same, but it takes changes: they stay in memory and end with the object. One thread at a time.
  std::unique_ptr<GraphStore> scratch(const StoreOptions& options = {}) const;

  Result<std::vector<std::string>> document_ids() const;  // sorted

  Result<std::optional<DocumentClaims>> document_claims(std::string_view document) const override;
  Result<std::optional<Document>> document_without_claims(std::string_view document) const override;
  Result<std::optional<EventId>> event_of_claim(ClaimId id) const override;
  Result<std::optional<Event>> find_event(EventId id) const override;
  Result<std::optional<PlacedEvent>> placed_event(EventId id) const override;
  // What the lists say of an event: less to read than the event itself.
  Result<std::optional<EventRow>> find_row(EventId id) const;
  Result<std::optional<Claim>> find_claim(ClaimId id) const override;
  Result<std::optional<Actor>> find_actor(ActorId id) const override;
  Result<std::optional<Place>> find_place(PlaceId id) const override;
  std::unique_ptr<EventCursor> rows(Axis axis, std::uint64_t key, Instant before) const override;
  Result<std::vector<Link>> links_of(EventId id) const override;
  Result<std::vector<Actor>> actors_named(std::string_view name) const override;
  Result<std::optional<std::vector<Place>>> all_places() const override;
  Result<std::vector<Place>> places_named(std::string_view name) const override;
  Result<BestEvents> best_events(const std::vector<SoughtWord>& words, std::size_t limit) const override;
  Result<std::vector<std::string>> stems(std::string_view prefix) const override;
  Result<std::optional<std::string>> text_of(std::string_view document) const override;
  Result<std::optional<DocumentSummary>> find_document(std::string_view document) const override;
  Result<std::vector<std::string>> records_named(std::string_view text) const override;
  Result<std::optional<NamingDocument>> naming_document(std::string_view document) const override;
  Result<std::vector<ScoredDocument>> search_documents(const std::vector<std::string>& stems,
                                                       std::size_t limit) const override;
  Result<Naming> documents_naming(ActorId actor, std::size_t limit) const override;
  // Of texts; rows of data sets are listed by imports() (record_import.h).
  Result<std::vector<DocumentSummary>> documents() const override;
  Result<GraphCounts> counts() const override;
  Result<bool> any_links() const override;
  Result<std::optional<seconds>> vagueness() const override;
  Result<std::vector<EventId>> events_in_block(BlockKey block) const override;
  Result<std::vector<std::string>> names_in_block(BlockKey block) const override;
  Result<std::vector<std::string>> documents_with_name(BlockKey block, std::string_view name,
                                                       std::size_t limit) const override;
  Result<std::vector<Decision>> decisions() const override;

 private:
  struct Body;
  friend struct StoreAccess;  // check and tests look underneath
  explicit GraphStore(std::unique_ptr<Body> body);
  std::unique_ptr<Body> body_;
};

// What check() walked over, and what it found wrong.
struct CheckReport {
  GraphCounts counts;                      // counted row by row
  std::uint64_t rows = 0;                  // records and index rows
  std::uint64_t claims_without_event = 0;  // no fault: the timeline may leave a claim alone
  std::vector<std::string> problems;       // in the order of the keys; empty when all is well

  bool sound() const { return problems.empty(); }
};

// Reads every row. Proves that every record decodes, that each index row is the one its record asks for and none is
// missing, and that claims and documents, events and claims, participants and actors, links and events agree.
// An Error means that the store could not be read to its end; damage that was read is a problem in the report.
Result<CheckReport> check(const GraphStore& store);

}  // namespace forewhen
