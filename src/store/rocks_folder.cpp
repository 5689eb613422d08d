// SPDX-License-Identifier: Apache-2.0
#include "store/rocks_folder.h"

#include <fmt/format.h>
#include <rocksdb/db.h>

#include <algorithm>
#include <memory>

#include "store/codec.h"
#include "store/keys.h"
#include "store/open_layout.h"
#include "store/rocks_errors.h"
#include "store/rocks_options.h"
#include "store/writer_note.h"

namespace forewhen::store {
namespace {

namespace fs = std::filesystem;

constexpr char kHowToMake[] = "forewhen build --db DIR FILE... makes one";

Error no_store(const fs::path& folder, std::string what) {
  return {ErrorKind::not_found, std::move(what), folder.string(), kHowToMake};
}

Error other_things(const fs::path& folder, std::string what) {
  return {ErrorKind::refused, std::move(what), folder.string(), "choose a folder that is empty or does not exist yet"};
}

Error system_error(const fs::path& folder, const std::error_code& error) {
  return {ErrorKind::io, error.message(), folder.string(), "choose a folder that you may read and write"};
}

// A file that RocksDB, or a first opening that was killed, may have left.
bool is_ours(const std::string& name) {
  static constexpr std::string_view kExact[] = {"CURRENT", "LOCK", "IDENTITY", "LOG", kWriterNote, "lost+found"};
  static constexpr std::string_view kBegins[] = {"MANIFEST-", "OPTIONS-", "LOG.old."};
  static constexpr std::string_view kEnds[] = {".sst", ".log", ".dbtmp"};
  return std::any_of(std::begin(kExact), std::end(kExact), [&](auto word) { return name == word; }) ||
         std::any_of(std::begin(kBegins), std::end(kBegins), [&](auto word) { return name.starts_with(word); }) ||
         std::any_of(std::begin(kEnds), std::end(kEnds), [&](auto word) { return name.ends_with(word); });
}

Status no_foreign_files(const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (!is_ours(name)) return other_things(folder, "the folder holds other files, such as " + name);
  }
  if (error) return system_error(folder, error);
  return Done{};
}

struct Glimpse {
  std::optional<std::string> layout;
  bool empty = true;
};

// What stands in the family that every RocksDB has, without the lock and without writing.
Result<Glimpse> glimpse(const fs::path& folder) {
  rocksdb::DB* raw = nullptr;
  const rocksdb::Options options(database_options(), rocksdb::ColumnFamilyOptions());
  const rocksdb::Status opened = rocksdb::DB::OpenForReadOnly(options, folder.string(), &raw);
  if (!opened.ok()) return error_of(opened, folder);
  const std::unique_ptr<rocksdb::DB> db(raw);
  const std::unique_ptr<rocksdb::Iterator> rows(db->NewIterator(rocksdb::ReadOptions()));
  Glimpse seen;
  rows->SeekToFirst();
  seen.empty = !rows->Valid();
  std::string bytes;
  if (db->Get(rocksdb::ReadOptions(), layout_key(), &bytes).ok()) seen.layout = std::move(bytes);
  return seen;
}

// The families are not ours: a store of another layout, an unfinished one, or another program's database.
Status explain_families(const fs::path& folder, const std::vector<std::string>& families, bool create) {
  const auto seen = glimpse(folder);
  if (!seen) return seen.error();
  if (seen->layout) {
    if (Status known = require_layout(*seen->layout, folder); !known) return known;
    return Error{ErrorKind::corrupt, "parts of the store are missing", folder.string(),
                 "restore a backup, or build the store again from its sources"};
  }
  const std::vector<std::string> ours = family_names();
  const bool only_ours = std::all_of(families.begin(), families.end(), [&](const std::string& name) {
    return std::find(ours.begin(), ours.end(), name) != ours.end();
  });
  if (!only_ours || !seen->empty) return other_things(folder, "this is a RocksDB database, but not one of forewhen's");
  if (!create) return no_store(folder, "the store in this folder was never finished");
  return Done{};
}

Status examine(const fs::path& folder, bool create) {
  std::vector<std::string> families;
  const rocksdb::Status listed = rocksdb::DB::ListColumnFamilies(database_options(), folder.string(), &families);
  if (!listed.ok()) return error_of(listed, folder);
  std::vector<std::string> ours = family_names();
  std::sort(ours.begin(), ours.end());
  std::sort(families.begin(), families.end());
  return families == ours ? Status(Done{}) : explain_families(folder, families, create);
}

Status make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return system_error(folder, error);
  return Done{};
}

}  // namespace

Status prepare_folder(const fs::path& folder, bool create) {
  std::error_code error;
  const fs::file_status status = fs::status(folder, error);
  if (!fs::exists(status)) {
    if (error && status.type() == fs::file_type::none) return system_error(folder, error);
    return create ? make_folder(folder) : Status(no_store(folder, "no such folder"));
  }
  if (!fs::is_directory(status)) return other_things(folder, "this is a file, not a folder");
  if (fs::exists(folder / "CURRENT", error)) return examine(folder, create);
  if (error) return system_error(folder, error);
  if (!create) return no_store(folder, "there is no store in this folder");
  return no_foreign_files(folder);
}

Status examine_folder(const fs::path& folder) { return prepare_folder(folder, false); }

}  // namespace forewhen::store
