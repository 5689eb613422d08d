// SPDX-License-Identifier: Apache-2.0
#include "store/rocks_kv.h"

#include <fmt/format.h>
#include <rocksdb/write_batch.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <thread>

#include "store/rocks_errors.h"
#include "store/rocks_folder.h"
#include "store/rocks_options.h"
#include "store/writer_note.h"

namespace forewhen::store {
namespace {

rocksdb::Slice slice(std::string_view bytes) { return {bytes.data(), bytes.size()}; }
std::string_view view(const rocksdb::Slice& bytes) { return {bytes.data(), bytes.size()}; }
std::size_t index_of(Space space) { return static_cast<std::size_t>(space); }

class RocksCursor final : public KvCursor {
 public:
  RocksCursor(std::shared_ptr<const RocksDatabase> base, Space space, const rocksdb::ReadOptions& options)
      : base_(std::move(base)) {
    const std::lock_guard lock(base_->publication);
    rows_.reset(base_->db->NewIterator(options, base_->families[index_of(space)]));
  }

  void seek(std::string_view key) override { rows_->Seek(slice(key)); }
  void next() override { rows_->Next(); }
  bool valid() const override { return rows_->Valid(); }
  std::string_view key() const override { return view(rows_->key()); }
  std::string_view value() const override { return view(rows_->value()); }
  Status status() const override {
    const rocksdb::Status status = rows_->status();
    if (!status.ok()) return error_of(status, base_->folder);
    return Done{};
  }

 private:
  std::shared_ptr<const RocksDatabase> base_;
  std::unique_ptr<rocksdb::Iterator> rows_;
};

Result<std::optional<std::string>> get_row(const RocksDatabase& base, Space space, std::string_view key,
                                           const rocksdb::ReadOptions& options) {
  std::string value;
  const std::lock_guard lock(base.publication);
  const rocksdb::Status got = base.db->Get(options, base.families[index_of(space)], slice(key), &value);
  if (got.IsNotFound()) return std::optional<std::string>();
  if (!got.ok()) return error_of(got, base.folder);
  return std::optional(std::move(value));
}

// The state of a moment. A reader's database stands still by itself and knows no snapshots, so it goes without.
class RocksView final : public OrderedKv {
 public:
  using Moment = std::shared_ptr<const rocksdb::Snapshot>;

  static Moment moment_of(const std::shared_ptr<RocksDatabase>& base) {
    return {base->db->GetSnapshot(), [base](const rocksdb::Snapshot* moment) { base->db->ReleaseSnapshot(moment); }};
  }
  RocksView(std::shared_ptr<RocksDatabase> base, Moment moment) : base_(std::move(base)), moment_(std::move(moment)) {
    options_.snapshot = moment_.get();
  }

  Status commit(const std::vector<KvWrite>&) override {
    return Error{ErrorKind::usage, "a view of the store takes no changes", base_->folder.string(), ""};
  }
  Result<std::optional<std::string>> get(Space space, std::string_view key) const override {
    return get_row(*base_, space, key, options_);
  }
  std::unique_ptr<KvCursor> cursor(Space space) const override {
    return std::make_unique<RocksCursor>(base_, space, options_);
  }
  Status sync() override { return Done{}; }
  Status catch_up() override { return Done{}; }
  std::unique_ptr<OrderedKv> view() const override { return std::make_unique<RocksView>(base_, moment_); }

 private:
  std::shared_ptr<RocksDatabase> base_;
  Moment moment_;
  rocksdb::ReadOptions options_;
};

rocksdb::Status open_writer(RocksDatabase& base, const StoreOptions& store_options,
                            rocksdb::WALRecoveryMode recovery = database_options().wal_recovery_mode) {
  rocksdb::DBOptions options = database_options();
  options.wal_recovery_mode = recovery;
  options.create_if_missing = store_options.create;
  options.create_missing_column_families = store_options.create;
  rocksdb::DB* db = nullptr;
  const rocksdb::Status opened =
      rocksdb::DB::Open(options, base.folder.string(), family_descriptors(store_options), &base.families, &db);
  base.db.reset(db);
  return opened;
}

// The state of now, and strictly: a file that cannot be read is an error. (A secondary instance passes over it and
// gives the newest older state whose files are whole, without a word.)
rocksdb::Status open_reader(RocksDatabase& base, const StoreOptions& store_options) {
  rocksdb::DB* db = nullptr;
  const rocksdb::Status opened = rocksdb::DB::OpenForReadOnly(database_options(), base.folder.string(),
                                                              family_descriptors(store_options), &base.families, &db);
  base.db.reset(db);
  return opened;
}

// RocksDB asks for a folder of the reader's own for its log, which we do not keep; so nothing is made there.
rocksdb::Status open_follower(RocksDatabase& base, const StoreOptions& store_options) {
  const auto unused = std::filesystem::temp_directory_path() / fmt::format("forewhen-reader-{}", getpid());
  rocksdb::DB* db = nullptr;
  const rocksdb::Status opened = rocksdb::DB::OpenAsSecondary(database_options(), base.folder.string(), unused.string(),
                                                              family_descriptors(store_options), &base.families, &db);
  base.db.reset(db);
  return opened;
}

// Grows whenever the writer changes the set of files: the name of RocksDB's list of files and its length.
std::string file_list_mark(const std::filesystem::path& folder) {
  std::ifstream current(folder / "CURRENT");
  std::string name;
  std::getline(current, name);
  std::error_code ignored;
  return fmt::format("{} {}", name, std::filesystem::file_size(folder / name, ignored));
}

}  // namespace

RocksDatabase::~RocksDatabase() {
  for (rocksdb::ColumnFamilyHandle* family : families) db->DestroyColumnFamilyHandle(family);
  if (db) db->Close();
}

Result<std::unique_ptr<OrderedKv>> RocksKv::open(const std::filesystem::path& folder, const StoreOptions& options,
                                                 Instant now) {
  if (options.access != StoreOptions::Access::write) return open_to_read(folder, options);
  if (Status ready = prepare_folder(folder, options.create); !ready) return ready.error();
  auto base = std::make_shared<RocksDatabase>();
  base->folder = folder;
  const rocksdb::Status opened = open_writer(*base, options);
  if (is_lock_failure(opened)) {
    return Error{ErrorKind::locked, describe_writer(folder), folder.string(),
                 "wait until it is done; reading goes on meanwhile"};
  }
  if (!opened.ok()) return error_of(opened, folder);
  remove_left_loads(folder);
  leave_writer_note(folder, now);
  return std::unique_ptr<OrderedKv>(new RocksKv(std::move(base), true));
}

Result<std::unique_ptr<OrderedKv>> RocksKv::open_tolerant(const std::filesystem::path& folder,
                                                          const StoreOptions& options, Instant now) {
  auto base = std::make_shared<RocksDatabase>();
  base->folder = folder;
  const rocksdb::Status opened = open_writer(*base, options, rocksdb::WALRecoveryMode::kPointInTimeRecovery);
  if (!opened.ok()) return error_of(opened, folder);
  leave_writer_note(folder, now);
  return std::unique_ptr<OrderedKv>(new RocksKv(std::move(base), true));
}

Result<std::unique_ptr<OrderedKv>> RocksKv::open_to_read(const std::filesystem::path& folder,
                                                         const StoreOptions& options) {
  // The writer may delete a file between our reading its name and opening it; then the name has gone too.
  constexpr int kTrials = 100;
  Error error{ErrorKind::io, "the store changes faster than it can be read", folder.string(), "try again"};
  for (int trial = 0; trial < kTrials; ++trial) {
    // A writer in full swing leaves a quiet moment sooner or later.
    if (trial > 0) std::this_thread::sleep_for(std::chrono::milliseconds{std::min(trial, 20)});
    auto base = std::make_shared<RocksDatabase>();
    base->folder = folder;
    const std::string before = file_list_mark(folder);
    rocksdb::Status opened = open_reader(*base, options);
    // Read in part before and in part after the writer changed the set of files.
    if (opened.ok() && file_list_mark(folder) != before) continue;
    if (opened.ok() && options.access == StoreOptions::Access::read)
      return std::unique_ptr<OrderedKv>(new RocksKv(std::move(base), false));
    const bool whole = opened.ok();
    if (whole) {
      base = std::make_shared<RocksDatabase>();
      base->folder = folder;
      opened = open_follower(*base, options);
    }
    std::unique_ptr<RocksKv> kv(new RocksKv(std::move(base), false));
    const Status current = opened.ok() ? kv->catch_up() : Status(error_of(opened, folder));
    if (current) return std::unique_ptr<OrderedKv>(std::move(kv));
    if (Status store = examine_folder(folder); !store) return store.error();
    error = current.error();
    if (whole && opened.ok()) break;
  }
  return error;
}

RocksKv::~RocksKv() {
  if (!writes_) return;
  // What lies in the log only would have to be read again by everyone who opens the store.
  if (dirty_) base_->db->Flush(rocksdb::FlushOptions(), base_->families);
  remove_writer_note(base_->folder);
}

Status RocksKv::commit(const std::vector<KvWrite>& writes) {
  rocksdb::WriteBatch batch;
  for (const KvWrite& write : writes) {
    rocksdb::ColumnFamilyHandle* family = base_->families[index_of(write.space)];
    if (write.value)
      batch.Put(family, write.key, *write.value);
    else
      batch.Delete(family, write.key);
  }
  const rocksdb::Status written = [&] {
    const std::lock_guard lock(base_->publication);
    return base_->db->Write(rocksdb::WriteOptions(), &batch);
  }();
  if (!written.ok()) return error_of(written, base_->folder);
  dirty_ = true;
  return Done{};
}

Result<std::optional<std::string>> RocksKv::get(Space space, std::string_view key) const {
  return get_row(*base_, space, key, {});
}

std::unique_ptr<KvCursor> RocksKv::cursor(Space space) const {
  return std::make_unique<RocksCursor>(base_, space, rocksdb::ReadOptions());
}

std::unique_ptr<OrderedKv> RocksKv::view() const {
  return std::make_unique<RocksView>(base_, writes_ ? RocksView::moment_of(base_) : nullptr);
}

Status RocksKv::sync() {
  if (!writes_) return Done{};
  const rocksdb::Status synced = base_->db->FlushWAL(true);
  if (!synced.ok()) return error_of(synced, base_->folder);
  return Done{};
}

Status RocksKv::compact() {
  rocksdb::CompactRangeOptions options;
  options.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForceOptimized;
  rocksdb::Status done = base_->db->Flush(rocksdb::FlushOptions(), base_->families);
  for (rocksdb::ColumnFamilyHandle* family : base_->families) {
    if (done.ok()) done = base_->db->CompactRange(options, family, nullptr, nullptr);
  }
  if (!done.ok()) return error_of(done, base_->folder);
  return Done{};
}

std::vector<OrderedKv::DiskUse> RocksKv::disk_use() const {
  std::vector<DiskUse> uses;
  for (rocksdb::ColumnFamilyHandle* family : base_->families) {
    rocksdb::ColumnFamilyMetaData data;
    base_->db->GetColumnFamilyMetaData(family, &data);
    uses.push_back({data.file_count, data.size});
  }
  return uses;
}

// RocksDB reads the list of files first and the writer's log second. A part of the log that the writer turned into
// files and deleted in between would be missing from the view, though later changes are in it. So the view counts only
// when the list of files did not change meanwhile.
Status RocksKv::catch_up() {
  if (writes_) return Done{};
  constexpr int kTrials = 200;
  for (int trial = 0; trial < kTrials; ++trial) {
    const std::string before = file_list_mark(base_->folder);
    const rocksdb::Status done = base_->db->TryCatchUpWithPrimary();
    if (!done.ok() && !is_vanished_file(done)) return error_of(done, base_->folder);
    if (done.ok() && file_list_mark(base_->folder) == before) return Done{};
  }
  return Error{ErrorKind::io, "the store changes faster than it can be read", base_->folder.string(), "try again"};
}

}  // namespace forewhen::store
