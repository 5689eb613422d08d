// SPDX-License-Identifier: Apache-2.0
#include "store/rocks_options.h"

#include <rocksdb/cache.h>
#include <rocksdb/convenience.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>

#include <algorithm>

namespace forewhen::store {
namespace {

constexpr std::size_t kKiB = std::size_t{1} << 10, kMiB = std::size_t{1} << 20;

// RocksDB's log of itself repeats every option at every opening and would be larger than a small store. What goes
// wrong comes back as a status, which is all that we report.
class Silence final : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char*, va_list) override {}
};

rocksdb::CompressionType first_supported(std::initializer_list<rocksdb::CompressionType> wanted) {
  const auto supported = rocksdb::GetSupportedCompressions();
  for (const auto type : wanted) {
    if (std::find(supported.begin(), supported.end(), type) != supported.end()) return type;
  }
  return rocksdb::kNoCompression;
}

rocksdb::Env* disk_for_tests = nullptr;

std::shared_ptr<rocksdb::TableFactory> tables(const std::shared_ptr<rocksdb::Cache>& cache, std::size_t block_size) {
  rocksdb::BlockBasedTableOptions table;
  table.block_size = block_size;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  table.block_cache = cache;
  table.format_version = 5;
  table.block_restart_interval = 4;  // a value of a segment is found with fewer steps; 0.2 % more disk
  return std::shared_ptr<rocksdb::TableFactory>(rocksdb::NewBlockBasedTableFactory(table));
}

}  // namespace

DiskForTests::DiskForTests(rocksdb::Env* disk) { disk_for_tests = disk; }
DiskForTests::~DiskForTests() { disk_for_tests = nullptr; }

rocksdb::DBOptions database_options() {
  rocksdb::DBOptions options;
  if (disk_for_tests) options.env = disk_for_tests;
  options.info_log = std::make_shared<Silence>();
  options.max_open_files = -1;           // a reader keeps the files of its view open although the writer deletes them
  options.max_file_opening_threads = 1;  // sixteen cost more to start than a few dozen files to open
  options.max_background_jobs = 2;
  options.max_total_wal_size = 16 * kMiB;  // what the next opening may have to read again
  // A change that was torn by the death of the writer is dropped; damage before the end of the log is an error, not a
  // reason to forget in silence what came after it.
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  options.allow_fallocate = false;              // a fresh store takes what it holds, not 4 MiB a file
  options.skip_stats_update_on_db_open = true;  // opening reads no file that no question needs
  options.skip_checking_sst_file_sizes_on_db_open = true;
  options.stats_dump_period_sec = 0;
  options.stats_persist_period_sec = 0;
  return options;
}

std::vector<std::string> family_names() { return {rocksdb::kDefaultColumnFamilyName, "text", "time", "index"}; }

std::vector<rocksdb::ColumnFamilyDescriptor> family_descriptors(const StoreOptions& store) {
  const auto cache = rocksdb::NewLRUCache(store.memory / 8);
  rocksdb::ColumnFamilyOptions options;
  options.write_buffer_size = store.write_buffer;
  options.compression = first_supported({rocksdb::kLZ4Compression, rocksdb::kZSTD, rocksdb::kSnappyCompression});
  options.bottommost_compression = first_supported({rocksdb::kZSTD, rocksdb::kLZ4Compression});
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  for (const std::string& name : family_names()) {
    rocksdb::ColumnFamilyOptions own = options;
    // Lists and indexes are small numbers, of which a better packing saves a tenth but takes ten times as long to read;
    // a question reads one value here and one there, so blocks are small. Of the others, 16 KiB take 15 % less disk.
    const bool lists = name == "time" || name == "index";
    if (lists) own.bottommost_compression = options.compression;
    own.table_factory = tables(cache, lists ? 4 * kKiB : 16 * kKiB);
    families.emplace_back(name, own);
  }
  return families;
}

}  // namespace forewhen::store
