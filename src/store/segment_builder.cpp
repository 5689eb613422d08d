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

SegmentBuilder::Stems SegmentBuilder::stems_of(KnownTexts& known, std::string_view text) {
  const std::uint32_t number = known.texts.number_of(text);
  if (number < known.stems.size()) return known.stems[number];
  const auto begin = static_cast<std::ptrdiff_t>(stem_lists_.size());
  for (const std::string& stem : content_stems(text)) stem_lists_.push_back(stems_.number_of(stem));
  std::sort(stem_lists_.begin() + begin, stem_lists_.end());
  stem_lists_.erase(std::unique(stem_lists_.begin() + begin, stem_lists_.end()), stem_lists_.end());
  const auto first = static_cast<std::uint32_t>(begin);
  return known.stems.emplace_back(Stems{first, static_cast<std::uint32_t>(stem_lists_.size()) - first});
}

void SegmentBuilder::add_stems(std::vector<std::uint32_t>& to, Stems stems) const {
  const auto begin = stem_lists_.begin() + stems.begin;
  to.insert(to.end(), begin, begin + stems.size);
}

// Word by word, since no two notes are the same but most of their words are.
void SegmentBuilder::add_words(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
    if (end > at) add_stems(light_here_, stems_of(words_, text.substr(at, end - at)));
    at = end + 1;
  }
}

SegmentBuilder::Seen& SegmentBuilder::seen(const Participant& participant, const std::string& sectors) {
  key_.clear();
  append_part(key_, participant.name), append_part(key_, participant.country), append_part(key_, sectors);
  key_ += static_cast<char>(participant.kind);
  key_ += participant.role == Role::instrument ? '\1' : '\0';
  const std::uint32_t number = participants_.number_of(key_);
  if (number < seen_.size()) return seen_[number];
  Seen& found = seen_.emplace_back();
  found.stems = stems_of(phrases_, participant.name);
  const ActorId id = record_actor(participant);
  if (!id) return found;
  const auto [known, is_new] = actor_of_id_.try_emplace(id.value, static_cast<std::uint32_t>(actors_.size()));
  if (is_new) actors_.emplace_back().actor.id = id;
  found.actor = known->second;
  FoldedActor& folded = actors_[found.actor];
  keep_least(folded.actor.kind, participant.kind, ActorKind::unknown);
  keep_least(folded.actor.country, participant.country, std::string());
  folded.names.insert(participant.name);
  if (participant.country.empty() && sectors.empty()) return found;
  const auto [since, first] =
      folded.affiliations.try_emplace({participant.country, sectors}, Interval{kOpenFuture, kOpenPast});
  found.affiliation = &since->second;
  return found;
}

void SegmentBuilder::add_participants(Row& row, const Record& record) {
  static const std::string kNoSectors;
  std::vector<std::uint32_t>& numbers = actors_here_;
  numbers.clear();
  const auto& participants = record.claim.participants;
  for (std::size_t i = 0; i < participants.size(); ++i) {
    Seen& found = seen(participants[i], i < record.sectors.size() ? record.sectors[i] : kNoSectors);
    add_stems(stems_here_, found.stems);
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

std::uint32_t SegmentBuilder::add_place(const PlaceMention& said) {
  key_.clear();
  append_part(key_, said.name), append_part(key_, said.country), append_part(key_, said.within);
  append_part(key_, said.precision);
  if (said.point) key_.append(reinterpret_cast<const char*>(&*said.point), sizeof(GeoPoint));
  const std::uint32_t number = mentions_.number_of(key_);
  if (number == seen_places_.size()) {
    const Place place{
        place_id(said.name, said.country), said.name, said.within, said.country, said.precision, said.point};
    const auto [known, is_new] = place_of_id_.try_emplace(place.id.value, static_cast<std::uint32_t>(places_.size()));
    if (is_new)
      places_.push_back(place);
    else
      fold(places_[known->second], place);
    seen_places_.push_back({known->second, stems_of(phrases_, said.name)});
  }
  add_stems(light_here_, seen_places_[number].stems);
  return seen_places_[number].place;
}

void SegmentBuilder::keep_stems(Row& row) {
  sort_unique(stems_here_);
  sort_unique(light_here_);
  row.stems.begin = stem_numbers_.size();
  for (const std::uint32_t stem : stems_here_) stem_numbers_.push_back(stem * 2);
  for (const std::uint32_t stem : light_here_) {
    if (!std::binary_search(stems_here_.begin(), stems_here_.end(), stem)) stem_numbers_.push_back(stem * 2 + 1);
  }
  row.stems.size = static_cast<std::uint32_t>(stem_numbers_.size() - row.stems.begin);
}

void SegmentBuilder::clear() {
  rows_.clear(), keys_.clear(), order_.clear(), bodies_.clear(), actor_numbers_.clear(), stem_numbers_.clear();
  actors_.clear(), actor_of_id_.clear(), participants_.clear(), seen_.clear();
  places_.clear(), place_of_id_.clear(), mentions_.clear(), seen_places_.clear();
  stems_.clear(), stem_lists_.clear();
  for (KnownTexts* known : {&phrases_, &words_}) known->texts.clear(), known->stems.clear();
}

void SegmentBuilder::add(const Record& record, std::uint32_t import) {
  Row row;
  row.body.begin = bodies_.size();
  append_varint(bodies_, import);
  const std::size_t body = bodies_.size();
  append_record_body(bodies_, record);
  row.body.size = static_cast<std::uint32_t>(bodies_.size() - row.body.begin);
  row.key = {.event = record_event(record.document.id),
             .row = static_cast<std::uint32_t>(rows_.size()),
             .content = content_hash(std::string_view(bodies_).substr(body)) >> 16,
             .version = record.version,
             .mirror = record.kind == RowKind::deletion   ? 0
                       : record.kind == RowKind::document ? RowKey::kDocumentMirror
                                                          : record.mirror,
             .import = import,
             .no_event = record.kind != RowKind::event};

  // A report is found by its event.
  if (record.kind == RowKind::event || record.kind == RowKind::document) {
    const Claim& claim = record.claim;
    stems_here_.clear(), light_here_.clear();
    add_stems(stems_here_, stems_of(phrases_, claim.phrase));
    add_participants(row, record);
    if (record.claim.place) row.cover.place = add_place(*record.claim.place);
    for (const PlaceMention& named : record.places) add_place(named);
    if (!record.document.title.empty()) add_words(record.document.title);
    if (record.kind == RowKind::document) {
      for (const auto& [name, value] : record.attributes) {
        if (name == "themes") add_words(value);
      }
    }
    keep_stems(row);
    if (claim.time) row.cover.bounds = claim.time->when.bounds;
    // Documents have no place in the order of time, and so stand behind all that has; lists of them are sorted by this.
    if (record.kind == RowKind::document && record.document.published)
      row.cover.bounds.latest_end = record.document.published->extent().end;
    row.cover.type = claim.type, row.cover.modality = claim.modality, row.cover.polarity = claim.polarity;
  }
  rows_.push_back(row);
}

const std::vector<RowKey>& SegmentBuilder::keys() {
  if (keys_.size() == rows_.size()) return keys_;
  keys_.clear();
  keys_.reserve(rows_.size());
  for (const Row& row : rows_) keys_.push_back(row.key);
  std::sort(keys_.begin(), keys_.end(), [](const RowKey& a, const RowKey& b) {
    return a.event != b.event ? a.event < b.event : comes_first(a, b);
  });
  return keys_;
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
