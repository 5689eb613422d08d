// SPDX-License-Identifier: Apache-2.0
// The seam between questions and storage: graph and query ask these questions, the store answers them, and so can a
// fake in memory. Nothing here knows how events are kept.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forewhen/base/result.h"
#include "forewhen/model/event.h"

namespace forewhen {

// What an index knows of an event without reading the event itself ("covering").
struct EventRow {
  EventId event;
  Bounds bounds;
  PloverType type = PloverType::none;
  Modality modality = Modality::actual;
  Polarity polarity = Polarity::positive;
  std::vector<ActorId> actors;  // all participants, sorted, unique
  PlaceId place;                // none when 0

  friend bool operator==(const EventRow&, const EventRow&) = default;
};

// By what events are listed in the order of time.
enum class Axis : std::uint8_t { all, actor, place, document };

// Rows of one list, newest earliest_start first; equal ones by event id. Undated events (open past) come last.
class EventCursor {
 public:
  virtual ~EventCursor() = default;
  // The next row; nothing at the end. corrupt: a row does not decode.
  virtual Result<std::optional<EventRow>> next() = 0;
  // From now on rows whose latest end is not after `t` need not be given; who asks must not rely on it. Saves most of
  // the work where only a few of many rows still go on at some time.
  virtual void may_skip_ended(Instant t) { (void)t; }
};

struct DocumentSummary {
  std::string id, title, url;
  std::optional<CalendarTime> published;
  std::string published_from;
  Instant recorded;            // when this store took it in as it is now
  std::uint64_t revision = 1;  // more than 1: the document was there before, with another text or date
  std::uint64_t claims = 0;
  std::string extractor, extractor_version;  // as of Document

  friend bool operator==(const DocumentSummary&, const DocumentSummary&) = default;
};

// A document that tells no event, with what it names: rows of data sets that list documents.
struct NamingDocument {
  DocumentSummary document;
  std::vector<Participant> people;  // and organisations, in the order of the row
  std::vector<PlaceMention> places;
  std::vector<std::pair<std::string, std::string>> attributes;  // ("themes", "PROTEST STRIKE"), ("tone", "-1.5")
};

struct ScoredDocument {
  NamingDocument document;
  double score = 0;
};

struct GraphCounts {
  std::uint64_t documents = 0, claims = 0, events = 0, actors = 0, places = 0, links = 0;
  std::uint64_t undated_events = 0, participations = 0;
};

struct ScoredEvent {
  EventId event;
  double score = 0;
};

// A word of a question: whatever stands under one of the stems fits it.
struct SoughtWord {
  std::vector<std::string> stems;
  double factor = 1;  // of what it adds to a score; more than 0
};

struct BestEvents {
  std::vector<ScoredEvent> best;
  std::uint64_t in_all = 0;              // events that fit some word
  std::map<std::string, double> rarity;  // log(1 + N / n) of each stem that n > 0 of N events have
};

class EventSource {
 public:
  virtual ~EventSource() = default;

  // A consistent view for the length of a question is the implementation's duty. All lookups return not_found as an
  // empty optional; an Error means that the store could not be read.
  virtual Result<std::optional<Event>> find_event(EventId id) const = 0;
  // The event that this claim belongs to now; so old event ids resolve too.
  virtual Result<std::optional<EventId>> event_of_claim(ClaimId id) const = 0;
  virtual Result<std::optional<Claim>> find_claim(ClaimId id) const = 0;
  virtual Result<std::optional<Actor>> find_actor(ActorId id) const = 0;
  virtual Result<std::optional<Place>> find_place(PlaceId id) const = 0;

  // Rows with earliest_start < `before`, from the newest on. `key` is the id's value on the axes actor, place and
  // document (document_id), and unused on the axis all.
  virtual std::unique_ptr<EventCursor> rows(Axis axis, std::uint64_t key, Instant before) const = 0;

  // Links that have the event on either side, sorted.
  virtual Result<std::vector<Link>> links_of(EventId id) const = 0;

  // Actors and places one of whose names, normalised, equals `name` or contains it as whole words; exact ones first,
  // then by id.
  virtual Result<std::vector<Actor>> actors_named(std::string_view name) const = 0;
  virtual Result<std::vector<Place>> places_named(std::string_view name) const = 0;
  // All places that events may have happened at, by id; some may have none any more. Nothing: the source keeps no list
  // of them, and only its rows tell.
  virtual Result<std::optional<std::vector<Place>>> all_places() const { return std::optional<std::vector<Place>>(); }
  // The `limit` best events under some stem (Event::terms) of these words: those that fit every word first, then by
  // score, then by id. The score is the sum over words of factor * weight * rarity of that of its stems which gives
  // most.
  virtual Result<BestEvents> best_events(const std::vector<SoughtWord>& words, std::size_t limit) const = 0;
  // The same with each stem a word of its own.
  Result<std::vector<ScoredEvent>> search(std::vector<std::string> stems, std::size_t limit) const {
    std::sort(stems.begin(), stems.end());  // one order of summing, so that equal questions have equal scores
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
    std::vector<SoughtWord> words;
    for (std::string& stem : stems) words.push_back({{std::move(stem)}, 1});
    Result<BestEvents> found = best_events(words, limit);
    if (!found.ok()) return found.error();
    return std::move(found->best);
  }

  // All stems that events stand under and that begin with `prefix`, sorted; for those who type half a word or
  // a wrong letter. A source that does not know gives none.
  virtual Result<std::vector<std::string>> stems(std::string_view prefix) const {
    (void)prefix;
    return std::vector<std::string>();
  }

  // The text of a document or a piece of it, for quotes.
  virtual Result<std::optional<std::string>> text_of(std::string_view document) const = 0;
  virtual Result<std::optional<DocumentSummary>> find_document(std::string_view document) const = 0;
  // Ids of the rows of data sets that are `text` or end with ":" and `text`, the data set's name before it; sorted.
  virtual Result<std::vector<std::string>> records_named(std::string_view text) const {
    (void)text;
    return std::vector<std::string>();
  }
  virtual Result<std::vector<DocumentSummary>> documents() const = 0;
  // What a document that tells no event names; nothing when the id is none of such.
  virtual Result<std::optional<NamingDocument>> naming_document(std::string_view document) const {
    (void)document;
    return std::optional<NamingDocument>();
  }
  // Documents that tell no event and stand under these stems (titles, names, places, themes), best first, scored
  // as search() does events: those under more of the stems first, then by score, then the newest, then by id.
  virtual Result<std::vector<ScoredDocument>> search_documents(const std::vector<std::string>& stems,
                                                               std::size_t limit) const {
    (void)stems, (void)limit;
    return std::vector<ScoredDocument>();
  }
  // Documents that tell no event and name the actor: how many, and the newest of them.
  struct Naming {
    std::uint64_t in_all = 0;
    std::vector<NamingDocument> newest;
  };
  virtual Result<Naming> documents_naming(ActorId actor, std::size_t limit) const {
    (void)actor, (void)limit;
    return Naming{};
  }
  virtual Result<GraphCounts> counts() const = 0;
  // How far the latest start of an event lies behind its earliest at most, so that who looks for what may have started
  // since some day knows where a list needs no further reading. Nothing: some event has no such bounds, or not known.
  virtual Result<std::optional<seconds>> vagueness() const { return std::optional<seconds>(); }
  // Whether there is any link at all; data sets bring none, and questions about them are shorter.
  virtual Result<bool> any_links() const {
    const Result<GraphCounts> all = counts();
    if (!all.ok()) return all.error();
    return all->links > 0;
  }
};

}  // namespace forewhen
