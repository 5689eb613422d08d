// SPDX-License-Identifier: Apache-2.0
// The main job: documents in, graph out. Extraction runs on several threads, placing on one, in the order of the input;
// each document goes into the store as one atomic batch.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "forewhen/extract/extract.h"
#include "forewhen/ingest/reader.h"
#include "forewhen/store/graph_store.h"
#include "forewhen/timex/publication.h"

namespace forewhen {

struct BuildOptions {
  unsigned threads = 1;  // at least 1; does not change the outcome
  // Documents without a day of publication are given the one that their text says; nothing: they stay without.
  std::optional<PublicationEvidence> publication = PublicationEvidence::stated;
  // Called after each document, on the calling thread.
  std::function<void(std::uint64_t documents, std::uint64_t bytes)> progress;
};

// A time expression whose date stays open because its document has no day of publication.
struct OpenDate {
  std::string document;
  Span span;
  std::string words;
};

// An expression that names a day that does not exist.
struct InvalidDate {
  std::string document;
  Span span;
  std::string words;
  std::string why;
};

struct BuildReport {
  ReadReport read;
  std::uint64_t added = 0, changed = 0, unchanged = 0;  // documents
  std::uint64_t claims = 0;                             // in the documents added or changed
  std::uint64_t undated_claims = 0;                     // of these
  GraphCounts before, after;                            // of the whole database
  std::uint64_t merged_mentions = 0;                    // claims beyond the first of their event, in the whole database
  std::vector<Error> refusals;                          // each document or file that was not taken
  std::vector<OpenDate> open_dates;
  std::vector<InvalidDate> invalid_dates;
  std::map<std::string, std::string> published_from;  // where the date is no field or option; by document
  std::vector<std::string> without_date;              // documents without any
  std::vector<OpenDate> unread_dates;  // words given for a date that name none; span empty: not in the text
  std::uint64_t given_links = 0;       // between given events
  std::uint64_t contradicted = 0;      // of the refusals: lines that date an event in two ways
};

// Reads all documents into the store. A document that is refused costs itself only; an Error means that the store could
// not be written, and everything reported as stored before stays.
Result<BuildReport> build(GraphStore& store, DocumentReader& reader, const Extractor& extractor,
                          const BuildOptions& options);

// The same for events that others have found. REQUIRES: the reader's format is events
Result<BuildReport> build_given(GraphStore& store, DocumentReader& reader, const TimexOptions& times,
                                const BuildOptions& options);

// All that build_given does before it writes: what would be refused, left open, taken. `added` counts documents.
// REQUIRES: the reader's format is events
BuildReport validate_given(DocumentReader& reader, const TimexOptions& times, const BuildOptions& options);

}  // namespace forewhen
