// SPDX-License-Identifier: Apache-2.0
// Three times: an event *happened*, a document *reported* it (Document::published), this store *recorded* the document.
// A question may be asked of the graph as it could be known by a day of publication or of recording. The answer is that
// of a graph built from exactly the documents that were there by then: events are computed again, since what joins two
// mentions, or tells whom a surname means, may stand in a document that came later. (The two times of a fact and of its
// record are those of bitemporal data bases: R. T. Snodgrass, Developing Time-Oriented Database Applications, 2000.)
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "forewhen/base/result.h"
#include "forewhen/store/graph_store.h"

namespace forewhen {

struct AsOf {
  // Ends, not included; both: a document must fit both.
  std::optional<Instant> reported_before;  // the unit in which it was published ended by then
  std::optional<Instant> recorded_before;  // it was taken in before

  bool everything() const { return !reported_before && !recorded_before; }
};

// The end of what an ISO or EDTF date may mean, so that the whole of it counts: 2023-03 ends with 2023-04-01T00:00Z.
// refused: no date, or one without an end ("2023/..").
Result<Instant> parse_as_of(std::string_view text);

struct PastGraph {
  std::unique_ptr<GraphStore> store;  // takes no part in the store that it was made from; ends with the object
  std::uint64_t documents = 0;        // that are in
  std::uint64_t later = 0;            // left out: published or recorded later
  std::uint64_t perhaps_later = 0;    // left out: published in a unit that goes on beyond ("2023-03" as of 2023-03-10)
  std::uint64_t undated = 0;          // left out: without a day of publication
  // Of those recorded later: they replaced an earlier version, which may have been there by then. The store keeps the
  // newest version only, so neither is in.
  std::uint64_t replaced = 0;
};

// Takes the lesser way: takes back what came later, or places what was there; that costs what building and taking back
// cost, without reading texts again. Errors are those of the store.
// Rows of data sets count as documents, each version by itself: what was reported is Document::published of the row,
// what was recorded is the import. Where some of them came later, those that were there are imported again in memory;
// refused: the rows take more than `memory` bytes.
Result<PastGraph> graph_as_of(const GraphStore& store, const AsOf& as_of, std::size_t memory = StoreOptions().memory);

// "the graph of 12 of 30 documents; left out: 15 later, 3 without a day of publication".
std::string to_string(const PastGraph& graph);

}  // namespace forewhen
