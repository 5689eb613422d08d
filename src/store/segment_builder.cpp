// SPDX-License-Identifier: Apache-2.0
#include "store/segment_builder.h"

#include <algorithm>

#include "forewhen/base/stem.h"
#include "store/bytes.h"
#include "store/codec.h"
#include "store/folded.h"

namespace forewhen::store {
namespace {

void append_part(std::string& key, std::string_view part) { (key += part) += '\x1f'; }

void sort_unique(std::vector<std::uint32_t>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace

const std::vector<std::uint32_t>& SegmentBuilder::stems_of(Texts& cache, const std::string& text) {
  const auto [at, fresh] = cache.try_emplace(text);
  if (!fresh) return at->second;
  for (const std::string& stem : content_stems(text)) {
    const auto [known, is_new] = stem_of_.try_emplace(stem, static_cast<std::uint32_t>(stems_.size()));
    if (is_new) stems_.push_back(stem);
    at->second.push_back(known->second);
  }
  sort_unique(at->second);
  return at->second;
}

// Word by word, since no two notes are the same but most of their words are.
void SegmentBuilder::add_words(const std::string& text, std::vector<std::uint32_t>& light) {
  std::string word;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
    if (end > at) {
      word.assign(text, at, end - at);
      const auto& stems = stems_of(words_, word);
      light.insert(light.end(), stems.begin(), stems.end());
    }
    at = end + 1;
  }
}

SegmentBuilder::Seen& SegmentBuilder::seen(const Participant& participant, const std::string& sectors) {
  key_.clear();
  append_part(key_, participant.name), append_part(key_, participant.country), append_part(key_, sectors);
  key_ += static_cast<char>(participant.kind);
  key_ += participant.role == Role::instrument ? '\1' : '\0';
  const auto [at, fresh] = seen_.try_emplace(key_);
  Seen& found = at->second;
  if (!fresh) return found;
  found.stems = stems_of(phrases_, participant.name);
  const ActorId id = record_actor(participant);
  if (!id) return found;
  const auto [known, is_new] = actor_of_id_.try_emplace(id.value, static_cast<std::uint32_t>(actors_.size()));
  if (is_new) actors_.emplace_back().actor.id = id;
  found.actor = known->second;
  FoldedActor& folded = actors_[found.actor];
  keep_least(folded.actor.kind, participant.kind, ActorKind::unknown);
  keep_least(folded.actor.country, participant.country, std::string());
  const auto name = std::lower_bound(folded.names.begin(), folded.names.end(), participant.name);
  if (name == folded.names.end() || *name != participant.name) folded.names.insert(name, participant.name);
  if (participant.country.empty() && sectors.empty()) return found;
  const auto [since, first] =
      folded.affiliations.try_emplace({participant.country, sectors}, Interval{kOpenFuture, kOpenPast});
  found.affiliation = &since->second;
  return found;
}

void SegmentBuilder::add_participants(Row& row, const Record& record, std::vector<std::uint32_t>& stems) {
  static const std::string kNoSectors;
  std::vector<std::uint32_t> numbers;
  const auto& participants = record.claim.participants;
  for (std::size_t i = 0; i < participants.size(); ++i) {
    Seen& found = seen(participants[i], i < record.sectors.size() ? record.sectors[i] : kNoSectors);
    stems.insert(stems.end(), found.stems.begin(), found.stems.end());
    if (found.actor == kNoNumber) continue;
    numbers.push_back(found.actor);
    if (!found.affiliation || !record.claim.time) continue;
    const Bounds& bounds = record.claim.time->when.bounds;
    if (is_open(bounds.earliest_start) || is_open(bounds.latest_start)) continue;
    found.affiliation->begin = std::min(found.affiliation->begin, bounds.earliest_start);
    const Instant end = std::max(bounds.latest_start, bounds.earliest_start + seconds(1));  // not in it
    found.affiliation->end = std::max(found.affiliation->end, end);
  }
  if (row.key.mirror != 0 && !row.key.no_event) {
    ActorId doer, other;
    for (std::size_t i = participants.size(); i-- > 0;) {
      (participants[i].role == Role::actor ? doer : other) = record_actor(participants[i]);
    }
    row.forward = doer < other;
  }
  sort_unique(numbers);
  row.actors = {actor_numbers_.size(), static_cast<std::uint32_t>(numbers.size())};
  actor_numbers_.insert(actor_numbers_.end(), numbers.begin(), numbers.end());
}

std::uint32_t SegmentBuilder::add_place(const PlaceMention& said, std::vector<std::uint32_t>& light) {
  key_.clear();
  append_part(key_, said.name), append_part(key_, said.country), append_part(key_, said.within);
  append_part(key_, said.precision);
  if (said.point) key_.append(reinterpret_cast<const char*>(&*said.point), sizeof(GeoPoint));
  const auto [at, fresh] = seen_places_.try_emplace(key_);
  if (fresh) {
    const Place place{
        place_id(said.name, said.country), said.name, said.within, said.country, said.precision, said.point};
    const auto [known, is_new] = place_of_id_.try_emplace(place.id.value, static_cast<std::uint32_t>(places_.size()));
    if (is_new)
      places_.push_back(place);
    else
      fold(places_[known->second], place);
    at->second = {known->second, stems_of(phrases_, said.name)};
  }
  light.insert(light.end(), at->second.stems.begin(), at->second.stems.end());
  return at->second.place;
}

void SegmentBuilder::keep_stems(Row& row, std::vector<std::uint32_t>& stems, std::vector<std::uint32_t>& light) {
  sort_unique(stems);
  sort_unique(light);
  row.stems.begin = stem_numbers_.size();
  for (const std::uint32_t stem : stems) stem_numbers_.push_back(stem * 2);
  for (const std::uint32_t stem : light) {
    if (!std::binary_search(stems.begin(), stems.end(), stem)) stem_numbers_.push_back(stem * 2 + 1);
  }
  row.stems.size = static_cast<std::uint32_t>(stem_numbers_.size() - row.stems.begin);
}

void SegmentBuilder::add(const Record& record, std::uint32_t import) {
  Row row;
  const std::string body = encode_record_body(record);
  row.key = {.event = record_event(record.document.id),
             .row = static_cast<std::uint32_t>(rows_.size()),
             .content = content_hash(body) >> 16,
             .version = record.version,
             .mirror = record.kind == RowKind::deletion   ? 0
                       : record.kind == RowKind::document ? RowKey::kDocumentMirror
                                                          : record.mirror,
             .import = import,
             .no_event = record.kind != RowKind::event};
  row.body.begin = bodies_.size();
  append_varint(bodies_, import);
  bodies_ += body;
  row.body.size = static_cast<std::uint32_t>(bodies_.size() - row.body.begin);

  // A report is found by its event.
  if (record.kind == RowKind::event || record.kind == RowKind::document) {
    const Claim& claim = record.claim;
    std::vector<std::uint32_t> stems = stems_of(phrases_, claim.phrase), light;
    add_participants(row, record, stems);
    if (record.claim.place) row.cover.place = add_place(*record.claim.place, light);
    for (const PlaceMention& named : record.places) add_place(named, light);
    if (!record.document.title.empty()) add_words(record.document.title, light);
    if (record.kind == RowKind::document) {
      for (const auto& [name, value] : record.attributes) {
        if (name == "themes") add_words(value, light);
      }
    }
    keep_stems(row, stems, light);
    if (claim.time) row.cover.bounds = claim.time->when.bounds;
    // Documents have no place in the order of time, and so stand behind all that has; lists of them are sorted by this.
    if (record.kind == RowKind::document && record.document.published)
      row.cover.bounds.latest_end = record.document.published->extent().end;
    row.cover.type = claim.type, row.cover.modality = claim.modality, row.cover.polarity = claim.polarity;
  }
  rows_.push_back(row);
}

std::vector<RowKey> SegmentBuilder::keys() const {
  std::vector<RowKey> keys;
  keys.reserve(rows_.size());
  for (const Row& row : rows_) keys.push_back(row.key);
  std::sort(keys.begin(), keys.end(), comes_first);
  return keys;
}

// Actors, places and stems that only the rows left out have go with them: what is left is gathered from its bodies
// again. Rare beside the case that nothing is left or nothing left out.
void SegmentBuilder::drop(const std::vector<std::uint32_t>& added) {
  if (added.empty()) return;
  std::vector<bool> out(rows_.size(), false);
  for (const std::uint32_t row : added) out[row] = true;
  SegmentBuilder kept;
  for (const Row& row : rows_) {
    if (out[row.key.row]) continue;
    const auto imported = decode_imported(std::string_view(bodies_).substr(row.body.begin, row.body.size));
    if (imported) kept.add(imported->record, imported->import);  // always: these are our own bytes
  }
  *this = std::move(kept);
}

}  // namespace forewhen::store
