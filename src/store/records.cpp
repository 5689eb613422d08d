// SPDX-License-Identifier: Apache-2.0
#include "store/records.h"

#include <algorithm>
#include <set>

#include "store/body.h"
#include "store/folded.h"

namespace forewhen::store {

std::vector<std::pair<MirrorRow, MirrorRow>> pair_mirrors(std::vector<MirrorRow> rows) {
  std::sort(rows.begin(), rows.end(), [](const MirrorRow& a, const MirrorRow& b) { return a.key.event < b.key.event; });
  std::vector<MirrorRow> forward, backward;
  for (const MirrorRow& row : rows) (row.key.forward ? forward : backward).push_back(row);
  std::vector<std::pair<MirrorRow, MirrorRow>> pairs;
  for (std::size_t i = 0; i < std::min(forward.size(), backward.size()); ++i) {
    const bool first = forward[i].key.event < backward[i].key.event;
    pairs.emplace_back(first ? forward[i] : backward[i], first ? backward[i] : forward[i]);
  }
  return pairs;
}

Result<std::optional<Records::Found>> Records::find(EventId id) const {
  for (const auto& [number, each] : catalog_->segments) {
    const auto keys = segment(number).find(id);
    if (!keys) return keys.error();
    for (const RowKey& key : *keys) {
      const RowFate fate = each->state->fate(key.row);
      if (fate != RowFate::overtaken && fate != RowFate::deleted)
        return std::optional(Found{{number, key.row}, key, fate});
    }
  }
  return std::optional<Found>();
}

// The list that gave the row saw that it is an event, and of the rows of one id only one is.
Result<std::optional<RowPlace>> Records::listed(EventId id) const {
  const auto hint = catalog_->listed->find(id);
  if (!hint) return std::optional<RowPlace>();
  const auto at = catalog_->segments.find(hint->segment);
  if (at == catalog_->segments.end() || hint->row >= at->second->info.rows) return std::optional<RowPlace>();
  const auto there = segment(hint->segment).id_of(hint->row);
  if (!there) return there.error();
  const bool same = *there == id && at->second->state->fate(hint->row) == RowFate::event;
  return same ? std::optional(RowPlace{hint->segment, hint->row}) : std::optional<RowPlace>();
}

Result<std::optional<RowPlace>> Records::place_of(EventId id) const {
  auto known = listed(id);
  if (!known || *known) return known;
  const auto found = find(id);
  if (!found) return found.error();
  return *found ? std::optional((*found)->place) : std::optional<RowPlace>();
}

Result<ImportedRecord> Records::record(RowPlace place) const { return segment(place.segment).record(place.row); }

Result<std::optional<MirrorRow>> Records::partner(const Found& found) const {
  if (found.key.mirror == 0 || found.key.no_event) return std::optional<MirrorRow>();
  std::vector<MirrorRow> rows;
  for (const auto& [number, each] : catalog_->segments) {
    const auto keys = segment(number).mirrors(found.key.mirror);
    if (!keys) return keys.error();
    for (const MirrorKey& key : *keys) {
      const RowFate fate = each->state->fate(key.row);
      if (!key.report && (fate == RowFate::event || fate == RowFate::mirror)) rows.push_back({key, {number, key.row}});
    }
  }
  for (const auto& [first, second] : pair_mirrors(std::move(rows))) {
    if (first.place == found.place) return std::optional(second);
    if (second.place == found.place) return std::optional(first);
  }
  return std::optional<MirrorRow>();
}

Result<std::optional<Event>> Records::event(EventId id) const {
  auto place = listed(id);
  if (!place) return place.error();
  if (!*place) {
    const auto found = find(id);
    if (!found) return found.error();
    if (!*found || (*found)->fate != RowFate::event) return std::optional<Event>();
    *place = (*found)->place;
  }
  const auto founding = record(**place);
  if (!founding) return founding.error();
  Found found{**place, {}, RowFate::event};
  found.key.mirror = founding->record.mirror;
  const auto other = partner(found);
  if (!other) return other.error();
  std::optional<Event> event;
  if (*other) {
    const auto mirror = record((*other)->place);
    if (!mirror) return mirror.error();
    event = forewhen::event_of(founding->record, &mirror->record);
  } else {
    event = forewhen::event_of(founding->record);
  }
  std::vector<EventId> told{id};
  if (*other) told.push_back((*other)->key.event);
  for (const EventId row : told) {
    const auto places = reports(row);
    if (!places) return places.error();
    for (const RowPlace reported : *places) {
      const auto report = record(reported);
      if (!report) return report.error();
      add_report(*event, report->record);
    }
  }
  return event;
}

Result<std::vector<RowPlace>> Records::reports(EventId id) const {
  std::vector<std::pair<EventId, RowPlace>> found;
  for (const auto& [number, each] : catalog_->segments) {
    if (!each->state->has(RowFate::report)) continue;
    const auto keys = segment(number).mirrors(id.value);
    if (!keys) return keys.error();
    for (const MirrorKey& key : *keys) {
      if (key.report && each->state->fate(key.row) == RowFate::report) found.push_back({key.event, {number, key.row}});
    }
  }
  std::sort(found.begin(), found.end());
  std::vector<RowPlace> places;
  for (const auto& [report, place] : found) places.push_back(place);
  return places;
}

Result<std::optional<EventRow>> Records::facts(EventId id) const {
  const auto found = find(id);
  if (!found) return found.error();
  if (!*found || (*found)->fate != RowFate::event) return std::optional<EventRow>();
  auto row = segment((*found)->place.segment).facts((*found)->place.row);
  if (!row) return row.error();
  return std::optional(*std::move(row));
}

Result<std::optional<EventId>> Records::event_of(EventId id) const {
  const auto found = find(id);
  if (!found) return found.error();
  if (!*found) return std::optional<EventId>();
  if ((*found)->fate == RowFate::event) return std::optional(id);
  if ((*found)->fate == RowFate::document) return std::optional<EventId>();
  if ((*found)->fate == RowFate::report && (*found)->key.no_event) {  // damage could make an event its own report
    const EventId told{(*found)->key.mirror};
    const auto row = find(told);
    if (!row) return row.error();
    return *row && !(*row)->key.no_event ? event_of(told) : std::optional<EventId>();
  }
  const auto founding = partner(**found);
  if (!founding) return founding.error();
  return *founding ? std::optional((*founding)->key.event) : std::optional<EventId>();
}

Result<std::optional<Actor>> Records::actor(ActorId id, std::optional<Actor> of_texts) const {
  std::optional<Actor> folded;
  for (const auto& [number, each] : catalog_->segments) {
    const auto here = segment(number).actor(id);
    if (!here) return here.error();
    if (!*here) continue;
    if (folded)
      fold(*folded, **here);
    else
      folded = **here;
  }
  if (!folded || !of_texts) return folded ? folded : of_texts;
  Actor both = *folded;
  fold(both, *of_texts);
  // What texts say comes first.
  if (!of_texts->name.empty() && both.name != of_texts->name) {
    both.aliases.push_back(std::exchange(both.name, of_texts->name));
    both.aliases.erase(std::remove(both.aliases.begin(), both.aliases.end(), both.name), both.aliases.end());
    std::sort(both.aliases.begin(), both.aliases.end());
  }
  if (of_texts->kind != ActorKind::unknown) both.kind = of_texts->kind;
  if (!of_texts->country.empty()) both.country = of_texts->country;
  return std::optional(std::move(both));
}

Result<std::optional<Place>> Records::place(PlaceId id, std::optional<Place> of_texts) const {
  if (of_texts) return of_texts;
  std::optional<Place> folded;
  for (const auto& [number, each] : catalog_->segments) {
    const auto here = segment(number).place(id);
    if (!here) return here.error();
    if (!*here) continue;
    if (folded)
      fold(*folded, **here);
    else
      folded = **here;
  }
  return folded;
}

Result<std::map<PlaceId, Place>> Records::places() const {
  std::map<PlaceId, Place> places;
  for (const auto& [number, each] : catalog_->segments) {
    auto at = places.begin();
    const Status read = segment(number).each_place([&](Place place) {
      while (at != places.end() && at->first < place.id) ++at;
      if (at != places.end() && at->first == place.id)
        fold(at->second, place);
      else
        places.emplace_hint(at, place.id, std::move(place));
    });
    if (!read) return read.error();
  }
  return places;
}

Result<std::vector<std::uint64_t>> Records::ids_under_all(char letter, const std::vector<std::string>& words) const {
  std::set<std::uint64_t> all;
  if (words.empty()) return std::vector<std::uint64_t>();
  // A name's words all stand in the segment that has the name.
  for (const auto& [number, each] : catalog_->segments) {
    std::vector<std::uint64_t> common;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto ids = segment(number).ids_under_word(letter, words[i]);
      if (!ids) return ids.error();
      if (i == 0) {
        common = *ids;
        continue;
      }
      std::vector<std::uint64_t> both;
      std::set_intersection(common.begin(), common.end(), ids->begin(), ids->end(), std::back_inserter(both));
      common = std::move(both);
    }
    all.insert(common.begin(), common.end());
  }
  return std::vector<std::uint64_t>(all.begin(), all.end());
}

std::uint64_t Records::event_count() const {
  std::uint64_t count = 0;
  for (const auto& [number, each] : catalog_->segments) count += each->state->events;
  return count;
}

Result<GraphCounts> Records::counts(GraphCounts counts) const {
  if (empty()) return counts;
  counts.documents += document_count();
  for (const auto& [number, each] : catalog_->segments) {
    counts.events += each->state->events;
    counts.claims += each->state->claims;
    counts.undated_events += each->state->undated;
    counts.participations += each->state->participations;
  }
  // Ids of one kind: those of texts stand under their own table.
  const auto distinct = [&](char letter, Table table) -> Result<std::uint64_t> {
    std::vector<std::uint64_t> ids;
    const auto keep_each_once = [&] {
      std::sort(ids.begin(), ids.end());
      ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    };
    std::size_t most = std::size_t{1} << 16;
    for (const auto& [number, each] : catalog_->segments) {
      SegmentMemory passing;  // a directory that nobody asked for yet need not stay
      SegmentMemory& memory = each->memory->directory.known() ? *each->memory : passing;
      const auto here = Segment(kv_, each->info, memory, *catalog_->caches).ids(letter);
      if (!here) return here.error();
      ids.insert(ids.end(), here->begin(), here->end());
      if (ids.size() < most) continue;
      keep_each_once();
      most = std::max(most, ids.size() * 2);
    }
    keep_each_once();
    std::uint64_t also = 0;
    const Status walked = walk(kv_, Space::records, prefix_of(table), [&](std::string_view key, auto) {
      const auto id = read_id(key);
      also += id && std::binary_search(ids.begin(), ids.end(), *id);
      return true;
    });
    if (!walked) return walked.error();
    return ids.size() - also;
  };
  const auto actors = distinct('a', Table::actor);
  if (!actors) return actors.error();
  const auto places = distinct('p', Table::place);
  if (!places) return places.error();
  counts.actors += *actors;
  counts.places += *places;
  return counts;
}

Result<Records> records_of(const GraphStore& store) {
  auto catalog = StoreAccess::catalog(store);
  if (!catalog) return catalog.error();
  return Records(StoreAccess::kv(store), *std::move(catalog));
}

Result<std::optional<Record>> record_under(const GraphStore& store, EventId id) {
  const auto rows = records_of(store);
  if (!rows) return rows.error();
  const auto place = rows->place_of(id);
  if (!place) return place.error();
  if (!*place) return std::optional<Record>();
  auto row = rows->record(**place);
  if (!row) return row.error();
  return std::optional(std::move(row->record));
}

DocumentSummary summary_of(const ImportedRecord& row, const Catalog& catalog) {
  const Document& document = row.record.document;
  const auto import = catalog.imports.find(row.import);
  return {.id = document.id,
          .title = document.title,
          .url = document.url,
          .published = document.published,
          .published_from = document.published_from,
          .recorded = import == catalog.imports.end() ? Instant{} : import->second.recorded,
          .claims = row.record.kind == RowKind::document ? std::uint64_t{0} : 1};
}

Result<std::optional<DocumentSummary>> record_summary(const GraphStore& store, std::string_view id) {
  const auto rows = records_of(store);
  if (!rows) return rows.error();
  const auto place = rows->place_of(record_event(id));
  if (!place) return place.error();
  if (!*place) return std::optional<DocumentSummary>();
  const auto row = rows->record(**place);
  if (!row) return row.error();
  return std::optional(summary_of(*row, rows->catalog()));
}

}  // namespace forewhen::store

namespace forewhen {

Result<std::optional<Actor>> actor_of_all_sources(const GraphStore& store, ActorId id) {
  auto of_texts = store::find_record<Actor>(StoreAccess::kv(store), store::id_key(store::Table::actor, id.value),
                                            "actor " + to_string(id));
  if (!of_texts) return of_texts;
  const auto rows = store::records_of(store);
  if (!rows) return rows.error();
  return rows->actor(id, *std::move(of_texts));
}

Result<std::optional<std::vector<Place>>> GraphStore::all_places() const {
  std::map<PlaceId, Place> places;
  std::optional<Error> wrong;
  const Status walked = store::walk(*body_->kv, store::Space::records, store::prefix_of(store::Table::place),
                                    [&](std::string_view, std::string_view value) {
                                      auto place = store::decode<Place>(value);
                                      if (place)
                                        places[place->id] = *place;
                                      else
                                        wrong = place.error();
                                      return !wrong;
                                    });
  if (!walked) return walked.error();
  if (wrong) return *wrong;
  const auto records = store::records_of(*this);
  if (!records) return records.error();
  auto of_rows = records->places();
  if (!of_rows) return of_rows.error();
  places.merge(*of_rows);  // what texts say stands
  std::vector<Place> all;
  all.reserve(places.size());
  for (auto& [id, place] : places) all.push_back(std::move(place));
  return std::optional(std::move(all));
}

Result<std::vector<std::string>> GraphStore::records_named(std::string_view text) const {
  const auto records = store::records_of(*this);
  if (!records) return records.error();
  std::set<std::string> candidates{std::string(text)};
  for (const auto& [number, import] : records->catalog().imports) {
    for (std::size_t at = 0; at < import.set.size();) {  // "gdelt,icews"
      const std::size_t end = std::min(import.set.find(',', at), import.set.size());
      candidates.insert(import.set.substr(at, end - at) + ":" + std::string(text));
      at = end + 1;
    }
  }
  std::vector<std::string> named;
  for (const std::string& id : candidates) {
    const auto found = records->find(record_event(id));
    if (!found) return found.error();
    if (*found) named.push_back(id);
  }
  return named;
}

}  // namespace forewhen
