// SPDX-License-Identifier: Apache-2.0
// One row of an event data set: the source's own id decides what it is, never likeness. A row is a document of one
// claim; its event is a function of the row alone (and of the row that mirrors it), so events of rows are not stored.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "forewhen/model/event.h"

namespace forewhen {

// What a row says.
enum class RowKind : std::uint8_t {
  event = 0,     // that something happened
  deletion = 1,  // that the source has taken the row of this id back; everything else is then unused
  report = 2,    // that a document tells an event which another row gives: evidence of that event, and no event itself
  document = 3,  // that there is a document in which people, organisations and places are named; no event
};

struct Record {
  // document.id is "<data set>:<the source's own id>", document.text the row as it stood in the file (UTF-8),
  // document.published when the source reported or released it. claim.id and claim.document are those of the document;
  // claim.summary is made when read and need not be given. document.title holds the row's words for people (notes, a
  // headline): they are found by search.
  Document document;
  Claim claim;
  // Of two rows of one id the one with the greater version holds; 0 where the source has none: then the one that was
  // imported last.
  std::uint64_t version = 0;
  // Rows that say the same in both directions (A consults B, B consults A) have the same number; 0: none can mirror it.
  // Of a report: the event that it tells, record_event() of its row's id, whether that row is known or not.
  std::uint64_t mirror = 0;
  // What participant i belongs to at that time ("Government;Military"), parallel to claim.participants or shorter.
  std::vector<std::string> sectors;
  // Everything else that was read: ("fatalities", "3"), ("geo", "centroid"), ("date", "a year off?").
  std::vector<std::pair<std::string, std::string>> attributes;
  RowKind kind = RowKind::event;
  // Of a document: the places that it names.
  std::vector<PlaceMention> places;

  friend bool operator==(const Record&, const Record&) = default;
};

// The event (and claim, and document) of a row, from the id alone: it stays when the row is changed.
EventId record_event(std::string_view record_id);
inline ClaimId record_claim(std::string_view record_id) { return founding_claim(record_event(record_id)); }

// The actor that a participant of a row stands for: the one of that name in texts and other data sets too. None for
// things, for unnamed groups of no country ("POLICE") and for participants without a name.
ActorId record_actor(const Participant& participant);

// Sets claim.id and claim.document from the document's id.
void identify(Record& record);

// The claim as `show` gives it: with its summary.
Claim claim_of(const Record& record);

// The event of a row, or of two that mirror each other: then everybody is an actor and both are evidence.
// REQUIRES: both are identified and of the kind event; `mirror` may be null.
Event event_of(const Record& founding, const Record* mirror = nullptr);
// The event with the report as one more of its mentions.
void add_report(Event& event, const Record& report);

}  // namespace forewhen
