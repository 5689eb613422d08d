// SPDX-License-Identifier: Apache-2.0
// Records to bytes and back. A record is its version (one byte) and then its fields (archive.h); an index row has no
// version byte of its own, the layout number of the store speaks for it. Encoding is a function of the value alone,
// and whatever decodes encodes to the same bytes again. Grammar: schemas/storage.md.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "forewhen/base/result.h"
#include "forewhen/model/claim_source.h"
#include "forewhen/model/event_source.h"

namespace forewhen::store {

// What is kept of a document besides its text and its claims.
struct DocumentRecord {
  std::string title, url;
  std::optional<CalendarTime> published;
  std::string published_from;
  Instant recorded;            // when this revision was taken in
  std::uint64_t revision = 1;  // 1 when first taken in, one more for every change of the document
  std::uint64_t claims = 0;
  std::uint64_t text_size = 0;
  std::uint64_t text_hash = 0;  // content_hash of the text
  std::string extractor, extractor_version;

  friend bool operator==(const DocumentRecord&, const DocumentRecord&) = default;
};

// What a document claims, in the order of the document.
struct ClaimList {
  std::vector<ClaimId> claims;
  std::vector<ClaimLink> links;

  friend bool operator==(const ClaimList&, const ClaimList&) = default;
};

// The names that a document uses, so that a use that went missing is noticed.
struct NameList {
  std::vector<std::pair<BlockKey, std::string>> uses;  // sorted, unique

  friend bool operator==(const NameList&, const NameList&) = default;
};

using EventRecord = PlacedEvent;

// Who wrote the store, and in which layout.
struct LayoutRecord {
  std::uint64_t layout = 0;
  std::string program;  // "forewhen 0.1.0"

  friend bool operator==(const LayoutRecord&, const LayoutRecord&) = default;
};

std::string encode(const DocumentRecord& record);
std::string encode(const ClaimList& record);
std::string encode(const NameList& record);
std::string encode(const Claim& record);
std::string encode(const EventRecord& record);
std::string encode(const Actor& record);
std::string encode(const Place& record);
std::string encode(const GraphCounts& record);
std::string encode(const LayoutRecord& record);
std::string encode(const Decision& record);

// version: a record of a version that this program does not know; corrupt: bytes that are no such record.
template <class Record>
Result<Record> decode(std::string_view bytes);

// The covering value of a row of the time lists. Its event and earliest start stand in the key and come from there.
std::string encode_row(const EventRow& row);
Result<EventRow> decode_row(EventId event, Instant earliest_start, std::string_view bytes);

// Values of links and of terms.
std::string encode_number(std::int64_t number);
Result<std::int64_t> decode_number(std::string_view bytes);
// The value of a claim's row: its event.
std::string encode_event_id(EventId id);
Result<EventId> decode_event_id(std::string_view bytes);

}  // namespace forewhen::store
