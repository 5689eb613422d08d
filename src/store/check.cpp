// SPDX-License-Identifier: Apache-2.0
// Walks everything. Every thing (document, event, actor, place, link, list of names) is read, and the hashes of the
// rows that it asks for are summed up; then every row is read and its hash taken off. When nothing remains, the rows
// asked for and the rows there are the same. Otherwise everything is walked once more and each row looked up, and the
// owner of each row sought, to name those that are wrong. Memory does not grow with the store.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "store/body.h"
#include "store/check_segments.h"
#include "store/describe.h"
#include "store/owner.h"
#include "store/rows.h"

namespace forewhen {
namespace store {
namespace {

constexpr std::size_t kMostProblems = 1000;  // beyond that the store is lost, and a list helps nobody

struct Tally {
  std::uint64_t rows = 0;
  std::uint64_t hashes = 0;  // wraps

  void add(std::string_view key, std::string_view value) { ++rows, hashes += content_hash(value, content_hash(key)); }
  friend bool operator==(const Tally&, const Tally&) = default;
};

class Checker {
 public:
  explicit Checker(const GraphStore& graph) : graph_(graph), kv_(StoreAccess::kv(graph)) {}

  Result<CheckReport> run();

 private:
  Status walk_everything();
  Status name_what_is_wrong();
  Status things();
  Status thing(std::string_view key, std::string_view value);
  Status document(std::string_view id, std::string_view value);
  Status event(std::string_view key, std::string_view value);
  Status link(std::string_view key, std::string_view value);
  template <class Named>
  Status named(std::string_view key, std::string_view value);
  Status names(std::string_view document, std::string_view value);
  Status decision(std::string_view key, std::string_view value);

  Status claims(const StoredDocument& document);
  Status mention(const Event& event, const Mention& mention);
  Status members(const Event& event);

  Status all_rows(Space space);
  Status left_over(Space space);
  void compare_counts();

  // Each of these rows must be there, byte for byte. Looked up one by one only when something is known to be wrong.
  Status expect(const Rows& rows);
  Result<bool> exists(Space space, const std::string& key);
  // A row that is a thing itself, but no sound one.
  void accept(Space space, std::string_view key, std::string_view value) {
    asked_[static_cast<std::size_t>(space)].add(key, value);
  }
  Status require(Space space, const std::string& key, std::string_view who, std::string_view needs);
  void problem(std::string words);

  const GraphStore& graph_;
  const OrderedKv& kv_;
  CheckReport report_;
  bool looks_up_ = false;
  std::uint64_t unlisted_problems_ = 0;
  std::array<Tally, kSpaces> asked_;
  std::array<Tally, kSpaces> found_;
};

void Checker::problem(std::string words) {
  if (report_.problems.size() < kMostProblems)
    report_.problems.push_back(std::move(words));
  else
    ++unlisted_problems_;
}

Result<bool> Checker::exists(Space space, const std::string& key) {
  const auto value = kv_.get(space, key);
  if (!value) return value.error();
  return value->has_value();
}

Status Checker::require(Space space, const std::string& key, std::string_view who, std::string_view needs) {
  const auto there = exists(space, key);
  if (!there) return there.error();
  if (!*there) problem(fmt::format("{} {} {}, which is missing", who, needs, describe_row(key)));
  return Done{};
}

Status Checker::expect(const Rows& rows) {
  for (const auto& [row, value] : rows) {
    const auto& [space, key] = row;
    accept(space, key, value);
    if (!looks_up_) continue;
    const auto kept = kv_.get(space, key);
    if (!kept) return kept.error();
    if (!*kept)
      problem(describe_row(key) + " is missing");
    else if (**kept != value)
      problem(describe_row(key) + " says something else than its record");
  }
  return Done{};
}

Status Checker::claims(const StoredDocument& document) {
  std::set<ClaimId> ids;
  for (const Claim& claim : document.claims) ids.insert(claim.id);
  const std::string who = "document " + document.id;
  if (ids.size() != document.claims.size()) problem(who + " lists a claim twice");
  for (const Claim& claim : document.claims) {
    const std::string name = "claim " + to_string(claim.id);
    if (claim.document != document.id) problem(name + " names another document than " + document.id);
    if (claim.same_as && !ids.contains(claim.same_as)) problem(name + " is said to be the same as one that is missing");
    const auto placed = exists(Space::index, id_key(Table::claim_event, claim.id.value));
    if (!placed) return placed.error();
    if (!*placed) ++report_.claims_without_event;
  }
  for (const ClaimLink& link : document.list.links) {
    if (!ids.contains(link.from) || !ids.contains(link.to)) problem(who + " links a claim that it does not list");
  }
  return Done{};
}

Status Checker::document(std::string_view id, std::string_view value) {
  const std::string who = "document " + std::string(id);
  const auto record = decode<DocumentRecord>(value);
  if (!record) {
    accept(Space::records, document_key(id), value);
    problem(about(record.error(), who).what);
    return Done{};
  }
  StoredDocument stored{std::string(id), *record, {}, {}, {}};
  const auto text = graph_.text_of(id);
  if (!text) return text.error();
  stored.text = text->value_or("");
  if (stored.text.size() != record->text_size || content_hash(stored.text) != record->text_hash) {
    problem("the text of " + who + " is not the one that was read");
  }
  const auto list = kv_.get(Space::records, claim_list_key(id));
  if (!list) return list.error();
  if (*list) {
    auto decoded = decode<ClaimList>(**list);
    if (decoded)
      stored.list = *std::move(decoded);
    else
      problem(about(decoded.error(), who).what);
  }
  for (const ClaimId claim_id : stored.list.claims) {
    const auto bytes = kv_.get(Space::records, id_key(Table::claim, claim_id.value));
    if (!bytes) return bytes.error();
    auto claim = *bytes ? decode<Claim>(**bytes) : Result<Claim>(Error{ErrorKind::corrupt, "it is missing", "", ""});
    if (claim && claim->id == claim_id) {
      stored.claims.push_back(*std::move(claim));
      continue;
    }
    if (*bytes) accept(Space::records, id_key(Table::claim, claim_id.value), **bytes);
    problem(
        fmt::format("claim {} of {}: {}", to_string(claim_id), who, claim ? "it has another id" : claim.error().what));
  }
  if (record->claims != stored.list.claims.size()) problem(who + " does not list as many claims as it counts");
  if (Status done = claims(stored); !done) return done;
  return expect(rows_of(stored));
}

Status Checker::mention(const Event& event, const Mention& mention) {
  const std::string who = "event " + to_string(event.id);
  const auto bytes = kv_.get(Space::records, id_key(Table::claim, mention.claim.value));
  if (!bytes) return bytes.error();
  const auto claim = *bytes ? decode<Claim>(**bytes) : Result<Claim>(Error{});
  if (!*bytes) problem(fmt::format("{} mentions claim {}, which is missing", who, to_string(mention.claim)));
  if (claim && (claim->document != mention.document || claim->trigger != mention.span)) {
    problem(fmt::format("{} mentions claim {} with another document or place in it", who, to_string(mention.claim)));
  }
  return Done{};
}

Status Checker::members(const Event& event) {
  const std::string who = "event " + to_string(event.id);
  for (const EventParticipant& participant : event.participants) {
    if (!participant.actor) continue;
    const std::string key = id_key(Table::actor, participant.actor.value);
    if (Status done = require(Space::records, key, who, "has as participant"); !done) return done;
  }
  if (!event.place || !event.place->place) return Done{};
  return require(Space::records, id_key(Table::place, event.place->place.value), who, "lies at");
}

Status Checker::event(std::string_view key, std::string_view value) {
  const auto record = decode<EventRecord>(value);
  const auto id = read_id(key);
  if (!record || !id || record->event.id.value != *id) {
    accept(Space::records, key, value);
    problem(describe_row(key) + (record ? ": the record has another id" : ": " + record.error().what));
    return Done{};
  }
  const Event& event = record->event;
  bool founded = false;
  for (const Mention& one : event.mentions) {
    founded = founded || one.claim == founding_claim(event.id);
    if (Status done = mention(event, one); !done) return done;
  }
  if (!founded) problem("event " + to_string(event.id) + " does not mention its founding claim");
  if (Status done = members(event); !done) return done;
  return expect(rows_of(*record));
}

template <class Named>
Status Checker::named(std::string_view key, std::string_view value) {
  const auto record = decode<Named>(value);
  const auto id = read_id(key);
  if (record && id && record->id.value == *id) return expect(rows_of(*record));
  accept(Space::records, key, value);
  problem(describe_row(key) + (record ? ": the record has another id" : ": " + record.error().what));
  return Done{};
}

Status Checker::link(std::string_view key, std::string_view value) {
  const auto parts = read_link_key(key);
  const auto weight = decode_number(value);
  if (!parts || !weight || *weight < 0 || *weight > 255) {
    accept(Space::records, key, value);
    problem(describe_row(key) + " does not decode");
    return Done{};
  }
  if (parts->side == LinkSide::to) return Done{};  // asked for by the other row
  Link link = parts->link;
  link.weight = static_cast<std::uint8_t>(*weight);
  const std::string who = describe_row(key);
  for (const EventId end : {link.from, link.to}) {
    if (Status done = require(Space::records, id_key(Table::event, end.value), who, "joins"); !done) return done;
  }
  if (Status done = require(Space::records, document_key(link.document), who, "rests on"); !done) return done;
  return expect(rows_of(link));
}

Status Checker::thing(std::string_view key, std::string_view value) {
  if (key.empty()) return Done{};
  switch (static_cast<Table>(key[0])) {
    case Table::meta:
      accept(Space::records, key, value);
      return Done{};
    case Table::document:
      return document(key.substr(1), value);
    case Table::name_list:
      return names(key.substr(1), value);
    case Table::event:
      return event(key, value);
    case Table::actor:
      return named<Actor>(key, value);
    case Table::place:
      return named<Place>(key, value);
    case Table::link:
      return link(key, value);
    case Table::decision:
      return decision(key, value);
    default:
      return Done{};  // claims and their lists are asked for by documents
  }
}

Status Checker::things() {
  const auto rows = kv_.cursor(Space::records);
  for (rows->seek(""); rows->valid(); rows->next()) {
    if (Status done = thing(rows->key(), rows->value()); !done) return done;
  }
  return rows->status();
}

Status Checker::names(std::string_view document, std::string_view value) {
  const std::string key = name_list_key(document);
  auto list = decode<NameList>(value);
  if (!list) {
    accept(Space::records, key, value);
    problem(describe_row(key) + ": " + list.error().what);
    return Done{};
  }
  if (Status done = require(Space::records, document_key(document), describe_row(key), "belongs to"); !done)
    return done;
  return expect(rows_of(StoredNames{std::string(document), *std::move(list)}));
}

Status Checker::decision(std::string_view key, std::string_view value) {
  const auto record = decode<Decision>(value);
  const auto number = read_id(key);
  if (record && number && record->number == *number) return expect(rows_of(*record));
  accept(Space::records, key, value);
  problem(describe_row(key) + (record ? ": the record has another number" : ": " + record.error().what));
  return Done{};
}

Status Checker::all_rows(Space space) {
  Tally& tally = found_[static_cast<std::size_t>(space)];
  const auto rows = kv_.cursor(space);
  for (rows->seek(""); rows->valid(); rows->next()) {
    if (is_of_segments(rows->key())) continue;
    tally.add(rows->key(), rows->value());
    count_row(report_.counts, rows->key());
  }
  report_.rows += tally.rows;
  return rows->status();
}

Status Checker::left_over(Space space) {
  const auto rows = kv_.cursor(space);
  for (rows->seek(""); rows->valid(); rows->next()) {
    if (is_of_segments(rows->key())) continue;
    if (!has_owner(kv_, space, rows->key())) problem(describe_row(rows->key()) + " belongs to nothing");
  }
  return rows->status();
}

void Checker::compare_counts() {
  const auto known = find_record<GraphCounts>(kv_, counts_key(), "the counts");
  if (!known) return problem(known.error().what);
  const GraphCounts of_texts = known->value_or(GraphCounts{});
  const GraphCounts* kept = &of_texts;
  const auto compare = [&](std::string_view what, std::uint64_t said, std::uint64_t counted) {
    if (said != counted) problem(fmt::format("the counts say {} {}, there are {}", said, what, counted));
  };
  const GraphCounts& is = report_.counts;
  compare("documents", kept->documents, is.documents);
  compare("claims", kept->claims, is.claims);
  compare("events", kept->events, is.events);
  compare("actors", kept->actors, is.actors);
  compare("places", kept->places, is.places);
  compare("links", kept->links, is.links);
  compare("undated events", kept->undated_events, is.undated_events);
  compare("participations", kept->participations, is.participations);
}

Status Checker::walk_everything() {
  report_ = {};
  unlisted_problems_ = 0;
  asked_ = found_ = {};
  if (Status done = things(); !done) return done;
  for (int i = 0; i < kSpaces; ++i) {
    if (Status done = all_rows(static_cast<Space>(i)); !done) return done;
  }
  return Done{};
}

Status Checker::name_what_is_wrong() {
  looks_up_ = true;
  if (Status done = walk_everything(); !done) return done;
  for (int i = 0; i < kSpaces; ++i) {
    if (asked_[i] == found_[i]) continue;
    const auto space = static_cast<Space>(i);
    if (Status done = left_over(space); !done) return done;
    if (!report_.problems.empty()) continue;
    problem(fmt::format("the {} rows do not add up: one is asked for twice, or stands where it should not",
                        name_of(space)));
  }
  return Done{};
}

Result<CheckReport> Checker::run() {
  if (Status done = walk_everything(); !done) return done.error();
  if (asked_ != found_) {
    if (Status done = name_what_is_wrong(); !done) return done.error();
  }
  compare_counts();
  auto rows = check_segments(graph_, [this](std::string words) { problem(std::move(words)); });
  if (!rows) return rows.error();
  report_.rows += *rows;
  if (report_.problems.empty()) {
    const auto all = graph_.counts();
    if (!all) return all.error();
    report_.counts = *all;
  }
  if (unlisted_problems_ > 0) report_.problems.push_back(fmt::format("and {} more", unlisted_problems_));
  return std::move(report_);
}

}  // namespace
}  // namespace store

Result<CheckReport> check(const GraphStore& store) { return store::Checker(store).run(); }

}  // namespace forewhen
