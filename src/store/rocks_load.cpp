// SPDX-License-Identifier: Apache-2.0
// Bulk loading: a file of sorted keys for each space, taken into the database as it is. Saves the log, the memory table
// and most of the compaction of what is written once and never changed.
#include <fmt/format.h>
#include <rocksdb/sst_file_writer.h>
#include <unistd.h>

#include <atomic>

#include "store/batched_load.h"
#include "store/rocks_errors.h"
#include "store/rocks_folder.h"
#include "store/rocks_kv.h"
#include "store/rocks_options.h"

namespace forewhen::store {
namespace {

constexpr std::string_view kLoadBegins = "load-", kLoadEnds = ".tmp";
constexpr std::size_t kWorthFiles = std::size_t{4} << 20;  // below that many bytes the log is quicker than four files

std::size_t size_of(const std::vector<KvWrite>& writes) {
  std::size_t size = 0;
  for (const KvWrite& write : writes) size += write.key.size() + (write.value ? write.value->size() : 0);
  return size;
}

// A file of keys of one space, sorted, that goes with its maker unless the database takes it in.
class SortedFile {
 public:
  SortedFile(const RocksDatabase& base, Space space)
      : base_(base), space_(static_cast<std::size_t>(space)), writer_(rocksdb::EnvOptions(), options_of(space_)) {
    static std::atomic<unsigned> made{0};
    path_ = base.folder / fmt::format("{}{}-{}{}", kLoadBegins, getpid(), ++made, kLoadEnds);
  }
  ~SortedFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  SortedFile(const SortedFile&) = delete;
  SortedFile& operator=(const SortedFile&) = delete;

  Status open() { return told(writer_.Open(path_.string())); }
  Status put(std::string_view key, std::string_view value) {
    return told(writer_.Put(rocksdb::Slice(key.data(), key.size()), rocksdb::Slice(value.data(), value.size())));
  }
  Status finish() { return told(writer_.Finish()); }
  rocksdb::IngestExternalFileArg argument() const {
    rocksdb::IngestExternalFileArg file;
    file.column_family = base_.families[space_];
    file.external_files = {path_.string()};
    file.options.move_files = true;
    return file;
  }

 private:
  static rocksdb::Options options_of(std::size_t space) {
    rocksdb::Options options(database_options(), family_descriptors(StoreOptions{})[space].options);
    // What is loaded stays as it is for long, so it is packed well at once; the lower level costs a third of the time
    // of the one that compaction takes and a twentieth more room.
    options.bottommost_compression_opts.enabled = true;
    options.bottommost_compression_opts.level = 1;
    return options;
  }
  Status told(const rocksdb::Status& status) const {
    return status.ok() ? Status(Done{}) : Status(error_of(status, base_.folder));
  }

  const RocksDatabase& base_;
  std::size_t space_;
  std::filesystem::path path_;
  rocksdb::SstFileWriter writer_;
};

// Keys of one space: in batches as long as they are few, then in a file.
class FileLoad final : public KvLoad {
 public:
  FileLoad(RocksKv& kv, std::shared_ptr<RocksDatabase> base, Space space)
      : kv_(kv), base_(std::move(base)), space_(space) {}

  Status add(std::string_view key, std::string_view value) override {
    if (file_) return file_->put(key, value);
    bytes_ += key.size() + value.size();
    first_.push_back({space_, std::string(key), std::string(value)});
    return bytes_ < kWorthFiles ? Done{} : begin_file();
  }
  Status finish() override {
    if (!file_) return first_.empty() ? Done{} : kv_.commit(std::exchange(first_, {}));
    if (Status done = file_->finish(); !done) return done;
    const rocksdb::Status taken = base_->db->IngestExternalFiles({file_->argument()});
    file_.reset();
    return taken.ok() ? Status(Done{}) : Status(error_of(taken, base_->folder));
  }

 private:
  Status begin_file() {
    file_ = std::make_unique<SortedFile>(*base_, space_);
    if (Status done = file_->open(); !done) return done;
    for (const KvWrite& write : std::exchange(first_, {})) {
      if (Status done = file_->put(write.key, *write.value); !done) return done;
    }
    return Done{};
  }

  RocksKv& kv_;
  std::shared_ptr<RocksDatabase> base_;
  Space space_;
  std::vector<KvWrite> first_;
  std::size_t bytes_ = 0;
  std::unique_ptr<SortedFile> file_;
};

}  // namespace

void remove_left_loads(const std::filesystem::path& folder) {
  std::error_code ignored;
  for (std::filesystem::directory_iterator at(folder, ignored), end; !ignored && at != end; at.increment(ignored)) {
    const std::string name = at->path().filename().string();
    std::error_code kept;
    if (name.starts_with(kLoadBegins) && name.ends_with(kLoadEnds)) std::filesystem::remove(at->path(), kept);
  }
}

std::unique_ptr<KvLoad> RocksKv::begin_load(Space space) { return std::make_unique<FileLoad>(*this, base_, space); }

Status RocksKv::load(const std::vector<KvWrite>& sorted) {
  if (size_of(sorted) < kWorthFiles) return commit(sorted);
  std::vector<std::unique_ptr<SortedFile>> files;
  std::vector<rocksdb::IngestExternalFileArg> arguments;
  for (auto at = sorted.begin(); at != sorted.end();) {
    const Space space = at->space;
    SortedFile& file = *files.emplace_back(std::make_unique<SortedFile>(*base_, space));
    if (Status done = file.open(); !done) return done;
    for (; at != sorted.end() && at->space == space; ++at) {
      if (Status done = file.put(at->key, *at->value); !done) return done;
    }
    if (Status done = file.finish(); !done) return done;
    arguments.push_back(file.argument());
  }
  const rocksdb::Status taken = base_->db->IngestExternalFiles(arguments);
  return taken.ok() ? Status(Done{}) : Status(error_of(taken, base_->folder));
}

}  // namespace forewhen::store
