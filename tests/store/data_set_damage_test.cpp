// SPDX-License-Identifier: Apache-2.0
// A store with rows of data sets whose files are damaged: an error, or the answers as they were. Says how many trials
// it made.
#include <gtest/gtest.h>

#include <iostream>

#include "forewhen/base/id.h"
#include "forewhen/store/record_import.h"
#include "tests/store/damage.h"
#include "tests/store/made_rows.h"
#include "tests/store/store_folder.h"
#include "tests/trials.h"

namespace forewhen {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kRows = 24'000, kStep = 97;

void import_rows(GraphStore& store, std::uint64_t begin, std::uint64_t end) {
  RecordImport import(store, {});
  for (std::uint64_t i = begin; i < end; ++i) ASSERT_TRUE(import.add(made_row(i)));
  ASSERT_TRUE(import.finish());
}

// A hash of what lists, ids, names and words give; some of the rows whole.
Result<std::uint64_t> all_said(const fs::path& folder, StoreOptions::Access access) {
  StoreOptions options;
  options.access = access;
  const auto store = GraphStore::open(folder, options);
  if (!store) return store.error();
  std::uint64_t said = 0;
  const auto note = [&](std::string_view bytes) { said = content_hash(bytes, said); };
  const auto list = [&](Axis axis, std::uint64_t owner) -> Status {
    const auto rows = (*store)->rows(axis, owner, kOpenFuture);
    while (true) {
      const auto row = rows->next();
      if (!row) return row.error();
      if (!*row) return Done{};
      note(to_string((*row)->event));
      note(std::to_string((*row)->bounds.latest_end.time_since_epoch().count()));
      for (const ActorId actor : (*row)->actors) note(to_string(actor));
    }
  };
  if (Status done = list(Axis::all, 0); !done) return done.error();
  for (const char* name : {"Tilda Brok", "the Marsh Guard", "Quarn Council"}) {
    if (Status done = list(Axis::actor, actor_id(name).value); !done) return done.error();
  }
  for (std::uint64_t i = 0; i < kRows; i += kStep) {
    const auto event = (*store)->find_event(record_event("made:" + std::to_string(i)));
    if (!event) return event.error();
    if (!*event) return Error{ErrorKind::corrupt, "a row is missing", "", ""};
    note((*event)->summary);
  }
  return said;
}

TEST(DataSetDamage, IsAnErrorOrChangesNothing) {
  const int kTrials = trials(4);  // for each kind of file and each mishap
  const StoreFolder folder;
  {
    const auto store = folder.write();
    import_rows(*store, 0, kRows - 40);
    for (std::uint64_t i = kRows - 40; i < kRows; i += 10) import_rows(*store, i, i + 10);
    ASSERT_TRUE(store->sync());
    fs::path left = folder.path();
    copy_folder(folder.path(), left += "-left");  // as a writer that died leaves it: the last imports in the log
  }
  const fs::path victim = folder.path();
  const fs::path left = victim.string() + "-left";
  const auto wanted = all_said(left, StoreOptions::Access::read);
  ASSERT_TRUE(wanted) << to_string(wanted.error());
  std::mt19937 random(20211108);
  for (const auto& [kind, files] : files_by_kind(left)) {
    for (const bool cut : {false, true}) {
      // A log that ends early is that of an earlier moment: repair_test.cpp.
      if (cut && kind == "log") continue;
      int noticed = 0;
      for (int trial = 0; trial < kTrials; ++trial) {
        copy_folder(left, victim);
        const fs::path file = victim / files[random() % files.size()];
        cut ? cut_short(file, random) : flip_bit(file, random);
        for (const auto access : {StoreOptions::Access::read, StoreOptions::Access::write}) {
          const auto said = all_said(victim, access);
          noticed += !said;
          if (said) ASSERT_EQ(*said, *wanted) << kind << ", " << file << ": a wrong answer";
        }
      }
      std::cout << kind << ": " << kTrials << (cut ? " cuts, " : " flips, ") << noticed << " of " << 2 * kTrials
                << " readings noticed them\n";
    }
  }
}

}  // namespace
}  // namespace forewhen
