// SPDX-License-Identifier: Apache-2.0
// Entry for a fuzzer over a store with rows of data sets of which some keys or values are not as they were written: all
// questions, check, merging, undoing and another import give answers or errors, and nothing else.
#include <cstdlib>

#include "forewhen/base/id.h"
#include "forewhen/store/record_import.h"
#include "forewhen/store/storage.h"
#include "store/body.h"
#include "store/memory_kv.h"
#include "tests/edits.h"
#include "tests/store/odd_rows.h"

namespace forewhen::store {
namespace {

constexpr std::uint64_t kRows = 70;  // of an import: two values of most kinds
constexpr int kMostEdits = 6;        // more leave nothing to be looked at

Record row_of_set(Dice& dice, std::uint64_t number) {
  Record row = odd_row(dice);
  row.document.id = "made:" + std::to_string(number);
  if (row.claim.place) row.claim.place->name = "Place " + std::to_string(number % 7);
  row.mirror = number % 3 == 0 ? 1 + number / 6 : 0;
  row.version = number % 2;
  identify(row);
  return row;
}

void import_rows(GraphStore& store, std::uint64_t begin, std::uint64_t end) {
  Dice dice;
  RecordImport import(store, {});
  for (std::uint64_t i = begin; i < end; ++i) {
    if (!import.add(row_of_set(dice, i))) return;
  }
  (void)import.finish();
}

std::vector<KvWrite> sound_rows() {
  const auto store = GraphStore::in_memory();
  import_rows(*store, 0, kRows);
  import_rows(*store, kRows / 2, kRows / 2 + kRows);
  std::vector<KvWrite> rows;
  for (int space = 0; space < kSpaces; ++space) {
    const auto each = StoreAccess::kv(*store).cursor(static_cast<Space>(space));
    for (each->seek(""); each->valid(); each->next())
      rows.push_back({static_cast<Space>(space), std::string(each->key()), std::string(each->value())});
  }
  return rows;
}

void ask(const GraphStore& store) {
  const std::uint64_t brok = actor_id("Tilda Brok").value, place = place_id("Place 3", "").value;
  for (const auto& [axis, owner] :
       {std::pair{Axis::all, std::uint64_t{0}}, {Axis::actor, brok}, {Axis::place, place}}) {
    for (const Instant before : {kOpenFuture, Instant(seconds(0))}) {
      const auto rows = store.rows(axis, owner, before);
      rows->may_skip_ended(Instant(seconds(-1'000'000'000)));
      int count = 0;
      for (auto row = rows->next(); row && *row; row = rows->next()) {
        if (++count % 16 == 0) (void)store.find_event((*row)->event);
      }
    }
  }
  for (std::uint64_t i = 0; i < 2 * kRows; i += 31) {
    const std::string id = "made:" + std::to_string(i);
    (void)store.find_document(id), (void)store.find_event(record_event(id)), (void)store.find_row(record_event(id));
    (void)store.document_claims(id);
    (void)store.rows(Axis::document, record_event(id).value, kOpenFuture)->next();
  }
  (void)store.find_actor(ActorId{brok}), (void)store.find_place(PlaceId{place});
  (void)store.all_places(), (void)store.counts(), (void)store.stems("me"), (void)store.document_ids();
  (void)store.actors_named("Brok"), (void)store.places_named("Place"), (void)store.records_named("7");
  (void)store.best_events({SoughtWord{{"meet"}, 1}}, 5);
}

void fuzz_one(std::string_view orders) {
  static const std::vector<KvWrite> kSound = sound_rows();
  std::vector<KvWrite> rows = kSound;
  Edits edits(orders);
  const std::uint8_t deed = edits.byte();
  for (int made = 0; made < kMostEdits && edits.any_left(); ++made) {
    KvWrite& row = rows[edits.number() % rows.size()];
    edits.edit(edits.byte() % 8 == 0 ? row.key : *row.value);
  }
  auto kv = std::make_unique<MemoryKv>();
  if (!kv->commit(rows)) std::abort();
  StoreOptions options;
  options.access = StoreOptions::Access::write;
  options.memory = std::size_t{16} << 20;
  const auto store = StoreAccess::over(std::move(kv), options);
  switch (deed % 5) {
    case 0:
      return ask(*store);
    case 1:
      return (void)check(*store);
    case 2:
      (void)compact(*store);
      return ask(*store);
    case 3:
      import_rows(*store, kRows, kRows + 9);
      return ask(*store);
    default:
      (void)undo_import(*store, 1);
      return ask(*store);
  }
}

}  // namespace
}  // namespace forewhen::store

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  forewhen::store::fuzz_one({reinterpret_cast<const char*>(data), size});
  return 0;
}
