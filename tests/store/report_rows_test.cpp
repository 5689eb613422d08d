// SPDX-License-Identifier: Apache-2.0
// Rows that are no events: reports of events that other rows give, and documents that name people and places. Against a
// reading of all rows from scratch, in any order, in any batches, folded, and with an import taken back.
#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "forewhen/store/storage.h"
#include "tests/store/record_rows.h"
#include "tests/store/store_folder.h"

namespace forewhen {
namespace {

Record report(const std::string& event, const std::string& which, std::uint64_t version = 0) {
  Record record;
  record.document.id = "set:" + event + "@" + which;
  record.document.text = event + "\treported by\t" + which + "\t" + std::to_string(version);
  record.claim.sentence = record.claim.trigger = {0, static_cast<std::uint32_t>(record.document.text.size())};
  record.claim.attributed_to = which;
  record.kind = RowKind::report;
  record.mirror = record_event("set:" + event).value;
  record.version = version;
  identify(record);
  return record;
}

Record document(const std::string& id, const std::vector<std::string>& people, const std::string& place,
                std::uint64_t version = 0) {
  Record record;
  record.document.id = "set:" + id;
  record.document.title = "Harvest of " + id;
  record.document.text = id + "\t" + std::to_string(version);
  record.kind = RowKind::document;
  record.version = version;
  for (const std::string& name : people) {
    Participant& person = record.claim.participants.emplace_back();
    person.role = Role::party, person.kind = ActorKind::person, person.name = person.text = name;
  }
  PlaceMention& named = record.places.emplace_back();
  named.name = place, named.precision = "city", named.point = GeoPoint{60, 5};
  identify(record);
  return record;
}

std::set<std::string> told_in(const GraphStore& store, const std::string& event) {
  const auto found = store.find_event(record_event("set:" + event));
  std::set<std::string> documents;
  if (!found || !*found) return documents;
  for (const Mention& mention : (*found)->mentions) documents.insert(mention.document);
  return documents;
}

TEST(ReportRows, AReportIsEvidenceOfItsEventWhicheverCameFirst) {
  for (const bool report_first : {true, false}) {
    const auto store = GraphStore::in_memory();
    std::vector<Record> rows{report("1", "Tidende"), row("1", 10, "A", "B"), report("1", "Herald")};
    rows[0].document.published = CalendarTime{Instant(seconds(9 * kDay)), Grain::day};
    if (!report_first) std::swap(rows[0], rows[1]);
    for (const Record& one : rows) EXPECT_EQ(import_all(*store, {one}).added, 1u);
    EXPECT_EQ(told_in(*store, "1"), (std::set<std::string>{"set:1", "set:1@Herald", "set:1@Tidende"}));
    EXPECT_EQ((*store->find_event(record_event("set:1")))->reported->start, Instant(seconds(9 * kDay)));
    EXPECT_EQ(store->counts()->events, 1u);
    EXPECT_EQ(store->counts()->claims, 3u);
    EXPECT_EQ(events_of(*store).size(), 1u);
    EXPECT_EQ(events_of(*store, Axis::document, document_id("set:1@Herald").value).size(), 1u);
    EXPECT_EQ((*store->event_of_claim(record_claim("set:1@Herald")))->value, record_event("set:1").value);
    EXPECT_EQ((*store->find_claim(record_claim("set:1@Herald")))->attributed_to, "Herald");
    EXPECT_EQ(import_all(*store, rows).number, 0u);  // known
    expect_sound(*store);
  }
}

TEST(ReportRows, AReportOfAnEventThatIsNotThereIsKeptAndTellsNothing) {
  const auto store = GraphStore::in_memory();
  import_all(*store, {report("1", "Tidende")});
  EXPECT_TRUE(events_of(*store).empty());
  EXPECT_FALSE(*store->event_of_claim(record_claim("set:1@Tidende")));
  EXPECT_EQ((*store->find_document("set:1@Tidende"))->claims, 1u);
  import_all(*store, {row("1", 10, "A", "B", 1)});
  EXPECT_EQ(told_in(*store, "1").size(), 2u);
  import_all(*store, {deletion("1", 2)});
  EXPECT_FALSE(*store->event_of_claim(record_claim("set:1@Tidende")));
  EXPECT_EQ(import_all(*store, {deletion("1@Tidende", 1)}).deleted, 1u);
  ASSERT_TRUE(undo_import(*store, 3));
  EXPECT_EQ(told_in(*store, "1"), std::set<std::string>{"set:1"});
  expect_sound(*store);
}

TEST(ReportRows, DocumentsAreFoundByTheirWordsAndByWhomTheyNameTheNewestFirst) {
  const auto store = GraphStore::in_memory();
  std::vector<Record> rows{document("d1", {"Mara Quist"}, "Bergen"),
                           document("d2", {"Mara Quist", "Tilda Brok"}, "Oslo"),
                           document("d3", {"Tilda Brok"}, "Bergen")};
  for (int day : {0, 1}) {
    rows[static_cast<std::size_t>(day)].document.published =
        CalendarTime{Instant(seconds((20 + day) * kDay)), Grain::day};
  }
  import_all(*store, rows);
  const auto naming = store->documents_naming(actor_id("mara quist"), 1);
  ASSERT_TRUE(naming);
  EXPECT_EQ(naming->in_all, 2u);
  ASSERT_EQ(naming->newest.size(), 1u);
  EXPECT_EQ(naming->newest[0].document.id, "set:d2");
  EXPECT_EQ(naming->newest[0].people.size(), 2u);
  EXPECT_EQ(naming->newest[0].places.at(0).point, (GeoPoint{60, 5}));
  const auto found = store->search_documents({"bergen", "tilda"}, 10);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->size(), 3u);
  EXPECT_EQ((*found)[0].document.document.id, "set:d3");  // under both stems
  EXPECT_TRUE(store->search({"bergen"}, 10)->empty());
  EXPECT_FALSE(*store->naming_document("set:d9"));
  EXPECT_EQ(store->places_named("Oslo")->size(), 1u);
  expect_sound(*store);
}

// Of all rows of an id the one with the greatest version.
std::map<std::string, const Record*> newest_of(const std::vector<std::vector<Record>>& made) {
  std::map<std::string, const Record*> newest;
  for (const std::vector<Record>& rows : made) {
    for (const Record& record : rows) {
      const Record*& held = newest[record.document.id];
      if (!held || held->version < record.version) held = &record;
    }
  }
  return newest;
}

void expect_as_read(const GraphStore& store, const std::vector<std::vector<Record>>& made) {
  std::set<std::string> events, documents;
  std::map<std::string, std::set<std::string>> told;
  std::set<ActorId> actors;
  std::uint64_t claims = 0;
  for (const auto& [id, record] : newest_of(made)) {
    const std::string event = id.substr(0, id.find('@')).substr(4);
    if (record->kind == RowKind::deletion) continue;
    if (record->kind == RowKind::document) documents.insert(id);
    if (record->kind == RowKind::event) events.insert(event);
    if (record->kind != RowKind::document) told[event].insert(id), ++claims;
  }
  std::set<std::string> listed;
  for (const Event& event : events_of(store)) listed.insert(event.record.substr(4));
  ASSERT_EQ(listed, events);
  for (const std::string& event : events) ASSERT_EQ(told_in(store, event), told[event]);
  const auto counts = store.counts();
  ASSERT_TRUE(counts);
  ASSERT_EQ(counts->events, events.size());
  ASSERT_EQ(counts->claims, claims);
  ASSERT_EQ(counts->documents, documents.size());
  const auto naming = store.documents_naming(actor_id("D"), 100);
  ASSERT_TRUE(naming);
  std::set<std::string> named;
  for (const NamingDocument& one : naming->newest) named.insert(one.document.id);
  ASSERT_EQ(named, documents);
  ASSERT_EQ(naming->in_all, documents.size());
  ASSERT_EQ(store.search_documents({"bergen"}, 100)->size(), documents.size());
  for (const std::string& id : documents) ASSERT_TRUE(*store.naming_document(id));
  expect_sound(store);
}

TEST(ReportRows, AnyOrderBatchesAndUndoingAreAsAReadingOfAllRows) {
  std::mt19937 random(20211110);
  const auto draw = [&](unsigned below) { return random() % below; };
  for (int world = 0; world < 60; ++world) {
    std::uint64_t version = 0;
    std::vector<std::vector<Record>> made(3);
    for (std::vector<Record>& rows : made) {
      for (unsigned i = 0, n = 1 + draw(40); i < n; ++i) {
        const std::string event = std::to_string(draw(8)), which = std::string(1, static_cast<char>('a' + draw(3)));
        const std::string name(1, static_cast<char>('A' + draw(3)));
        ++version;
        switch (draw(6)) {
          case 0:
            rows.push_back(deletion(draw(2) ? event : event + "@" + which, version));
            break;
          case 1:
            rows.push_back(document("d" + event, {name, "D"}, "Bergen", version));
            break;
          case 2:
          case 3:
            rows.push_back(row(event, draw(4), name, "B", version));
            break;
          default:
            rows.push_back(report(event, which, version));
        }
      }
      std::shuffle(rows.begin(), rows.end(), random);
    }
    const auto store = GraphStore::in_memory();
    for (const std::vector<Record>& rows : made) import_all(*store, rows, 1 + draw(20));
    if (draw(2)) {
      ASSERT_TRUE(compact(*store));
    }
    expect_as_read(*store, made);
    const std::uint32_t undone = 1 + draw(3);
    ASSERT_TRUE(undo_import(*store, undone));
    made[undone - 1].clear();
    expect_as_read(*store, made);
  }
}

}  // namespace
}  // namespace forewhen
