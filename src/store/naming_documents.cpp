// SPDX-License-Identifier: Apache-2.0
// Rows that are documents without events: found by words and by those whom they name. They lie in the same lists as
// events, which pass over them, and behind all that has a date.
#include <algorithm>
#include <cmath>
#include <map>

#include "store/body.h"
#include "store/records.h"

namespace forewhen {
namespace store {

namespace {

Result<Records::FoundDocument> found_at(const Segment& segment, std::uint32_t row, int weight) {
  const auto facts = segment.facts(row);
  if (!facts) return facts.error();
  return Records::FoundDocument{{segment.info().number, row}, facts->event, facts->bounds.latest_end, weight};
}

// Newest first; those without a date last.
bool is_newer(const Records::FoundDocument& a, const Records::FoundDocument& b) {
  const Instant first = is_open(a.published) ? kOpenPast : a.published;
  const Instant second = is_open(b.published) ? kOpenPast : b.published;
  return first != second ? first > second : a.id < b.id;
}

}  // namespace

Result<std::vector<Records::FoundDocument>> Records::documents_under(const std::string& stem) const {
  std::vector<FoundDocument> documents;
  for (const auto& [number, each] : catalog_->segments) {
    if (!each->state->has(RowFate::document)) continue;
    const Segment here = segment(number);
    const auto rows = here.rows_under(stem);
    if (!rows) return rows.error();
    for (const auto& [row, weight] : *rows) {
      if (each->state->fate(row) != RowFate::document) continue;
      const auto found = found_at(here, row, weight);
      if (!found) return found.error();
      documents.push_back(*found);
    }
  }
  return documents;
}

Result<std::vector<Records::FoundDocument>> Records::documents_of(ActorId actor) const {
  std::vector<FoundDocument> documents;
  for (const auto& [number, each] : catalog_->segments) {
    if (!each->state->has(RowFate::document)) continue;
    const Segment here = segment(number);
    // Undated rows alone.
    auto list = here.list(Axis::actor, actor.value, 0, kOpenPast + seconds{1});
    if (!list) return list.error();
    for (; list->at < list->end; ++list->at) {
      const auto covers = here.cover_at(list->letter, list->at);
      if (!covers) return covers.error();
      const std::uint32_t row = (*covers)->row_number(list->at % kRowsPerCover);
      if (each->state->fate(row) != RowFate::document) continue;
      const auto found = found_at(here, row, 0);
      if (!found) return found.error();
      documents.push_back(*found);
    }
  }
  std::sort(documents.begin(), documents.end(), is_newer);
  return documents;
}

Result<NamingDocument> Records::naming_document(RowPlace place) const {
  auto row = record(place);
  if (!row) return row.error();
  NamingDocument document;
  document.document = summary_of(*row, catalog());
  document.people = std::move(row->record.claim.participants);
  document.places = std::move(row->record.places);
  document.attributes = std::move(row->record.attributes);
  return document;
}

std::uint64_t Records::document_count() const {
  std::uint64_t count = 0;
  for (const auto& [number, each] : catalog_->segments) count += each->state->rows_of(RowFate::document);
  return count;
}

}  // namespace store

Result<std::optional<NamingDocument>> GraphStore::naming_document(std::string_view document) const {
  const auto rows = store::records_of(*this);
  if (!rows) return rows.error();
  const auto found = rows->find(record_event(document));
  if (!found) return found.error();
  if (!*found || (*found)->fate != store::RowFate::document) return std::optional<NamingDocument>();
  auto naming = rows->naming_document((*found)->place);
  if (!naming) return naming.error();
  return std::optional(*std::move(naming));
}

Result<std::vector<ScoredDocument>> GraphStore::search_documents(const std::vector<std::string>& wanted,
                                                                 std::size_t limit) const {
  std::vector<std::string> stems = wanted;
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  const auto rows = store::records_of(*this);
  if (!rows) return rows.error();
  struct Tally {
    store::Records::FoundDocument found;
    std::size_t stems = 0;
    double score = 0;
  };
  std::map<EventId, Tally> tallies;
  const auto total = static_cast<double>(rows->document_count());
  for (const std::string& stem : stems) {
    const auto found = rows->documents_under(stem);
    if (!found) return found.error();
    const double rarity = std::log(1 + total / static_cast<double>(std::max<std::size_t>(found->size(), 1)));
    for (const auto& one : *found) {
      Tally& tally = tallies[one.id];
      tally.found = one;
      ++tally.stems;
      tally.score += static_cast<double>(one.weight) * rarity;
    }
  }
  std::vector<Tally> ranked;
  for (const auto& [id, tally] : tallies) ranked.push_back(tally);
  std::sort(ranked.begin(), ranked.end(), [](const Tally& a, const Tally& b) {
    if (a.stems != b.stems) return a.stems > b.stems;
    return a.score != b.score ? a.score > b.score : store::is_newer(a.found, b.found);
  });
  if (ranked.size() > limit) ranked.resize(limit);
  std::vector<ScoredDocument> documents;
  for (const Tally& tally : ranked) {
    auto document = rows->naming_document(tally.found.place);
    if (!document) return document.error();
    documents.push_back({*std::move(document), tally.score});
  }
  return documents;
}

Result<EventSource::Naming> GraphStore::documents_naming(ActorId actor, std::size_t limit) const {
  const auto rows = store::records_of(*this);
  if (!rows) return rows.error();
  const auto found = rows->documents_of(actor);
  if (!found) return found.error();
  Naming naming;
  naming.in_all = found->size();
  for (const auto& one : *found) {
    if (naming.newest.size() == limit) break;
    auto document = rows->naming_document(one.place);
    if (!document) return document.error();
    naming.newest.push_back(*std::move(document));
  }
  return naming;
}

}  // namespace forewhen
