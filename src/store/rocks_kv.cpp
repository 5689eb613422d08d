// SPDX-License-Identifier: Apache-2.0
#include "store/rocks_kv.h"

#include <fmt/format.h>
#include <rocksdb/write_batch.h>
#include <unistd.h>

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
  RocksCursor(rocksdb::Iterator* rows, const std::filesystem::path& folder) : rows_(rows), folder_(folder) {}

  void seek(std::string_view key) override { rows_->Seek(slice(key)); }
  void next() override { rows_->Next(); }
  bool valid() const override { return rows_->Valid(); }
  std::string_view key() const override { return view(rows_->key()); }
  std::string_view value() const override { return view(rows_->value()); }
  Status status() const override {
    const rocksdb::Status status = rows_->status();
    if (!status.ok()) return error_of(status, folder_);
    return Done{};
  }

 private:
  std::unique_ptr<rocksdb::Iterator> rows_;
  const std::filesystem::path& folder_;
};

}  // namespace

Result<std::unique_ptr<OrderedKv>> RocksKv::open(const std::filesystem::path& folder, const StoreOptions& options,
                                                 Instant now) {
  const bool writes = options.access == StoreOptions::Access::write;
  std::unique_ptr<RocksKv> kv(new RocksKv(folder, options));
  const Status opened = writes ? kv->open_writer(now) : kv->open_reader();
  if (!opened) return opened.error();
  return std::unique_ptr<OrderedKv>(std::move(kv));
}

Status RocksKv::open_writer(Instant now) {
  if (Status ready = prepare_folder(folder_, options_.create); !ready) return ready;
  rocksdb::DBOptions options = database_options();
  options.create_if_missing = options_.create;
  options.create_missing_column_families = options_.create;
  rocksdb::DB* db = nullptr;
  const rocksdb::Status opened =
      rocksdb::DB::Open(options, folder_.string(), family_descriptors(options_.write_buffer), &families_, &db);
  if (is_lock_failure(opened)) {
    return Error{ErrorKind::locked, describe_writer(folder_), folder_.string(),
                 "wait until it is done; reading goes on meanwhile"};
  }
  if (!opened.ok()) return error_of(opened, folder_);
  db_.reset(db);
  leave_writer_note(folder_, now);
  return Done{};
}

Status RocksKv::open_reader() {
  // The writer may delete a file between our reading its name and opening it; then the name has gone too.
  constexpr int kTrials = 8;
  Status outcome = Done{};
  for (int trial = 0; trial < kTrials; ++trial) {
    outcome = open_reader_once();
    if (outcome || outcome.error().kind != ErrorKind::io) break;
  }
  return outcome;
}

Status RocksKv::open_reader_once() {
  if (Status ready = examine_folder(folder_); !ready) return ready;
  private_folder_ = std::filesystem::temp_directory_path() / fmt::format("forewhen-reader-{}", getpid());
  rocksdb::DB* db = nullptr;
  const rocksdb::Status opened =
      rocksdb::DB::OpenAsSecondary(database_options(), folder_.string(), private_folder_.string(),
                                   family_descriptors(options_.write_buffer), &families_, &db);
  if (!opened.ok()) return error_of(opened, folder_);
  db_.reset(db);
  const Status current = catch_up();
  if (!current) close();
  return current;
}

void RocksKv::close() {
  for (rocksdb::ColumnFamilyHandle* family : families_) db_->DestroyColumnFamilyHandle(family);
  families_.clear();
  if (db_) db_->Close();
  db_.reset();
}

RocksKv::~RocksKv() {
  if (!db_) return;
  // What lies in the log only would have to be read again by everyone who opens the store.
  if (writes_ && dirty_) db_->Flush(rocksdb::FlushOptions(), families_);
  if (writes_) remove_writer_note(folder_);
  close();
  std::error_code ignored;
  if (!private_folder_.empty()) std::filesystem::remove_all(private_folder_, ignored);
}

Status RocksKv::commit(const std::vector<KvWrite>& writes) {
  rocksdb::WriteBatch batch;
  for (const KvWrite& write : writes) {
    rocksdb::ColumnFamilyHandle* family = families_[index_of(write.space)];
    if (write.value)
      batch.Put(family, write.key, *write.value);
    else
      batch.Delete(family, write.key);
  }
  const rocksdb::Status written = db_->Write(rocksdb::WriteOptions(), &batch);
  if (!written.ok()) return error_of(written, folder_);
  dirty_ = true;
  return Done{};
}

Result<std::optional<std::string>> RocksKv::get(Space space, std::string_view key) const {
  std::string value;
  const rocksdb::Status got = db_->Get(rocksdb::ReadOptions(), families_[index_of(space)], slice(key), &value);
  if (got.IsNotFound()) return std::optional<std::string>();
  if (!got.ok()) return error_of(got, folder_);
  return std::optional(std::move(value));
}

std::unique_ptr<KvCursor> RocksKv::cursor(Space space) const {
  return std::make_unique<RocksCursor>(db_->NewIterator(rocksdb::ReadOptions(), families_[index_of(space)]), folder_);
}

Status RocksKv::sync() {
  if (!writes_) return Done{};
  const rocksdb::Status synced = db_->FlushWAL(true);
  if (!synced.ok()) return error_of(synced, folder_);
  return Done{};
}

Status RocksKv::catch_up() {
  if (writes_) return Done{};
  const rocksdb::Status done = db_->TryCatchUpWithPrimary();
  if (!done.ok()) return error_of(done, folder_);
  return Done{};
}

}  // namespace forewhen::store
