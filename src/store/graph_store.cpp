// SPDX-License-Identifier: Apache-2.0
#include "forewhen/store/graph_store.h"

#include <algorithm>

#include "store/body.h"
#include "store/memory_kv.h"
#include "store/overlay_kv.h"
#include "store/records.h"

namespace forewhen {

using store::find_record;
using store::id_key;
using store::Table;
using store::walk;

namespace {

DocumentSummary summary_of(std::string_view id, const store::DocumentRecord& record) {
  return {.id = std::string(id),
          .title = record.title,
          .url = record.url,
          .published = record.published,
          .published_from = record.published_from,
          .recorded = record.recorded,
          .revision = record.revision,
          .claims = record.claims,
          .extractor = record.extractor,
          .extractor_version = record.extractor_version};
}

std::string named(std::string_view document) { return "document " + std::string(document); }

// All sound decoded keys under a prefix, as read(key) makes them.
template <class Read, class Take>
Status walk_keys(const store::OrderedKv& kv, store::Space space, const std::string& prefix, Read read, Take take) {
  Status outcome = Done{};
  const Status walked = walk(kv, space, prefix, [&](std::string_view key, std::string_view value) {
    const auto parts = read(key);
    if (!parts) {
      outcome = store::damaged_key("index", key);
      return false;
    }
    return take(*parts, value);
  });
  return walked ? outcome : walked;
}

}  // namespace

GraphStore::GraphStore(std::unique_ptr<Body> body) : body_(std::move(body)) {}
GraphStore::~GraphStore() = default;

std::unique_ptr<GraphStore> GraphStore::in_memory(const StoreOptions& options) {
  StoreOptions writing = options;
  writing.access = StoreOptions::Access::write;
  return StoreAccess::over(std::make_unique<store::MemoryKv>(), writing);
}

std::unique_ptr<GraphStore> GraphStore::snapshot() const {
  return StoreAccess::over(body_->kv->view(), StoreOptions{});  // for reading
}

std::unique_ptr<GraphStore> GraphStore::scratch(const StoreOptions& options) const {
  StoreOptions writing = options;
  writing.access = StoreOptions::Access::write;
  return StoreAccess::over(std::make_unique<store::OverlayKv>(body_->kv->view()), writing);
}

Status GraphStore::sync() { return body_->kv->sync(); }
Status GraphStore::catch_up() {
  StoreAccess::forget_catalog(*this);
  return body_->kv->catch_up();
}

Result<std::optional<EventId>> GraphStore::event_of_claim(ClaimId id) const {
  const auto bytes = body_->kv->get(store::Space::index, id_key(Table::claim_event, id.value));
  if (!bytes) return bytes.error();
  if (!*bytes) {
    const auto rows = store::records_of(*this);
    if (!rows) return rows.error();
    return rows->event_of(EventId{id.value});
  }
  const auto event = store::decode_event_id(**bytes);
  if (!event) return store::about(event.error(), "claim " + to_string(id));
  return std::optional(*event);
}

Result<std::optional<Event>> GraphStore::find_event(EventId id) const {
  const auto rows = store::records_of(*this);
  if (!rows) return rows.error();
  if (!rows->catalog().has_texts) return rows->event(id);
  auto record = find_record<store::EventRecord>(*body_->kv, id_key(Table::event, id.value), "event " + to_string(id));
  if (!record) return record.error();
  if (*record) return std::optional(std::move((*record)->event));
  return rows->event(id);
}

Result<std::optional<PlacedEvent>> GraphStore::placed_event(EventId id) const {
  auto record = find_record<store::EventRecord>(*body_->kv, id_key(Table::event, id.value), "event " + to_string(id));
  if (!record) return record.error();
  if (!*record) return std::optional<PlacedEvent>();
  return std::optional(PlacedEvent{std::move((*record)->event), std::move((*record)->blocks)});
}

Result<std::optional<Claim>> GraphStore::find_claim(ClaimId id) const {
  auto claim = find_record<Claim>(*body_->kv, id_key(Table::claim, id.value), "claim " + to_string(id));
  if (!claim || *claim) return claim;
  const auto row = store::record_under(*this, EventId{id.value});
  if (!row) return row.error();
  return *row ? std::optional(claim_of(**row)) : std::optional<Claim>();
}

Result<std::optional<Actor>> GraphStore::find_actor(ActorId id) const {
  // What texts say stands as it is: the timeline compares it with what it works out from them.
  auto actor = find_record<Actor>(*body_->kv, id_key(Table::actor, id.value), "actor " + to_string(id));
  if (!actor || *actor) return actor;
  const auto rows = store::records_of(*this);
  if (!rows) return rows.error();
  return rows->actor(id, std::nullopt);
}

Result<std::optional<Place>> GraphStore::find_place(PlaceId id) const {
  auto place = find_record<Place>(*body_->kv, id_key(Table::place, id.value), "place " + to_string(id));
  if (!place) return place;
  const auto rows = store::records_of(*this);
  if (!rows) return rows.error();
  return rows->place(id, *std::move(place));
}

Result<std::vector<Link>> GraphStore::links_of(EventId id) const {
  std::vector<Link> links;
  Status outcome = Done{};
  const Status walked = walk_keys(*body_->kv, store::Space::records, store::link_prefix(id), store::read_link_key,
                                  [&](const store::LinkKey& key, std::string_view value) {
                                    const auto weight = store::decode_number(value);
                                    if (!weight) {
                                      outcome = store::about(weight.error(), "link of event " + to_string(id));
                                      return false;
                                    }
                                    links.push_back(key.link);
                                    links.back().weight = static_cast<std::uint8_t>(*weight);
                                    return true;
                                  });
  if (!walked) return walked.error();
  if (!outcome) return outcome.error();
  std::sort(links.begin(), links.end());
  links.erase(std::unique(links.begin(), links.end()), links.end());  // a link to itself has two rows here
  return links;
}

Result<std::optional<std::string>> GraphStore::text_of(std::string_view document) const {
  auto text = body_->kv->get(store::Space::text, store::text_key(document));
  if (!text || *text) return text;
  const auto row = store::record_under(*this, record_event(document));
  if (!row) return row.error();
  return *row ? std::optional((*row)->document.text) : std::optional<std::string>();
}

Result<std::optional<DocumentSummary>> GraphStore::find_document(std::string_view document) const {
  const auto record = find_record<store::DocumentRecord>(*body_->kv, store::document_key(document), named(document));
  if (!record) return record.error();
  if (*record) return std::optional(summary_of(document, **record));
  return store::record_summary(*this, document);
}

Result<std::vector<DocumentSummary>> GraphStore::documents() const {
  std::vector<DocumentSummary> summaries;
  Status outcome = Done{};
  const Status walked = walk(*body_->kv, store::Space::records, store::prefix_of(Table::document),
                             [&](std::string_view key, std::string_view value) {
                               const std::string_view id = key.substr(1);
                               const auto record = store::decode<store::DocumentRecord>(value);
                               if (record) {
                                 summaries.push_back(summary_of(id, *record));
                                 return true;
                               }
                               outcome = store::about(record.error(), named(id));
                               return false;
                             });
  if (!walked) return walked.error();
  if (!outcome) return outcome.error();
  return summaries;
}

Result<std::vector<std::string>> GraphStore::document_ids() const {
  std::vector<std::string> ids;
  const Status walked = walk(*body_->kv, store::Space::records, store::prefix_of(Table::document),
                             [&](std::string_view key, std::string_view) {
                               ids.emplace_back(key.substr(1));
                               return true;
                             });
  if (!walked) return walked.error();
  return ids;
}

Result<GraphCounts> GraphStore::counts() const {
  const auto counts = find_record<GraphCounts>(*body_->kv, store::counts_key(), "the counts");
  if (!counts) return counts.error();
  const auto rows = store::records_of(*this);
  if (!rows) return rows.error();
  return rows->counts(counts->value_or(GraphCounts{}));
}

// Of texts nobody keeps it, and most have events without a date.
Result<std::optional<seconds>> GraphStore::vagueness() const {
  const auto rows = store::records_of(*this);
  if (!rows) return rows.error();
  return rows->catalog().has_texts ? std::optional<seconds>() : rows->vagueness();
}

// Rows of data sets bring none.
Result<bool> GraphStore::any_links() const {
  const auto counts = find_record<GraphCounts>(*body_->kv, store::counts_key(), "the counts");
  if (!counts) return counts.error();
  return *counts && (*counts)->links > 0;
}

Result<std::optional<Document>> GraphStore::document_without_claims(std::string_view id) const {
  auto record = find_record<store::DocumentRecord>(*body_->kv, store::document_key(id), named(id));
  if (!record) return record.error();
  if (!*record) return std::optional<Document>();
  auto text = text_of(id);
  if (!text) return text.error();
  if (!*text) return Error{ErrorKind::corrupt, named(id) + " has no text", "", "see forewhen check"};
  store::DocumentRecord& kept = **record;
  return std::optional(Document{.id = std::string(id),
                                .text = **std::move(text),
                                .title = std::move(kept.title),
                                .url = std::move(kept.url),
                                .published = kept.published,
                                .published_from = std::move(kept.published_from),
                                .extractor = std::move(kept.extractor),
                                .extractor_version = std::move(kept.extractor_version),
                                .conllu = {}});
}

Result<std::optional<DocumentClaims>> GraphStore::document_claims(std::string_view id) const {
  auto document = document_without_claims(id);
  if (!document) return document.error();
  if (!*document) return std::optional<DocumentClaims>();
  auto list = find_record<store::ClaimList>(*body_->kv, store::claim_list_key(id), named(id));
  if (!list) return list.error();
  if (!*list) return Error{ErrorKind::corrupt, named(id) + " has no list of claims", "", "see forewhen check"};

  DocumentClaims claims;
  claims.document = **std::move(document);
  claims.links = std::move((*list)->links);
  for (const ClaimId claim_id : (*list)->claims) {
    auto claim = find_claim(claim_id);
    if (!claim) return claim.error();
    if (!*claim) {
      const std::string what = named(id) + " lists claim " + to_string(claim_id) + ", which is missing";
      return Error{ErrorKind::corrupt, what, "", "see forewhen check"};
    }
    claims.claims.push_back(**std::move(claim));
  }
  return std::optional(std::move(claims));
}

Result<std::vector<EventId>> GraphStore::events_in_block(BlockKey block) const {
  std::vector<EventId> events;
  const Status walked = walk_keys(*body_->kv, store::Space::index, store::block_prefix(block), store::read_block,
                                  [&](const store::BlockPosting& posting, std::string_view) {
                                    events.push_back(posting.event);
                                    return true;
                                  });
  if (!walked) return walked.error();
  return events;
}

Result<std::vector<std::string>> GraphStore::names_in_block(BlockKey block) const {
  std::vector<std::string> names;
  const std::string prefix = store::name_prefix(block);
  const auto cursor = body_->kv->cursor(store::Space::index);
  cursor->seek(prefix);
  while (cursor->valid() && cursor->key().starts_with(prefix)) {
    const auto use = store::read_name(cursor->key());
    if (!use) return store::damaged_key("name", cursor->key());
    names.push_back(use->name);
    cursor->seek(store::after_name(block, use->name));
  }
  if (!cursor->valid() && !cursor->status()) return cursor->status().error();
  return names;
}

Result<std::vector<std::string>> GraphStore::documents_with_name(BlockKey block, std::string_view name,
                                                                 std::size_t limit) const {
  std::vector<std::string> documents;
  const Status walked = walk_keys(*body_->kv, store::Space::index, store::name_prefix(block, name), store::read_name,
                                  [&](const NameUse& use, std::string_view) {
                                    documents.push_back(use.document);
                                    return limit == 0 || documents.size() < limit;
                                  });
  if (!walked) return walked.error();
  return documents;
}

namespace store {

Error about(Error error, std::string_view thing) {
  error.what = std::string(thing) + ": " + error.what;
  return error;
}

Error damaged_key(std::string_view table, std::string_view key) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string what = "a key of the " + std::string(table) + " rows is damaged:";
  for (const unsigned char c : key.substr(0, 64)) {
    what += ' ';
    what += kDigits[c >> 4];
    what += kDigits[c & 15];
  }
  return {ErrorKind::corrupt, what, "", "see forewhen check"};
}

}  // namespace store
}  // namespace forewhen
