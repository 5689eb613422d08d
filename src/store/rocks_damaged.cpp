// SPDX-License-Identifier: Apache-2.0
#include "store/rocks_damaged.h"

#include <chrono>

#include "store/codec.h"
#include "store/keys.h"
#include "store/open_layout.h"
#include "store/rocks_errors.h"
#include "store/rocks_kv.h"
#include "store/rocks_options.h"

namespace forewhen::store {
namespace {

namespace fs = std::filesystem;

Result<std::unique_ptr<OrderedKv>> open_writer(const fs::path& folder, bool tolerant) {
  StoreOptions options;
  options.access = StoreOptions::Access::write;
  options.create = tolerant;  // mending files knows only the families of which it found one
  const Instant now = std::chrono::floor<seconds>(std::chrono::system_clock::now());
  return tolerant ? RocksKv::open_tolerant(folder, options, now) : RocksKv::open(folder, options, now);
}

// A store of a layout that we do not know is not damaged. Without the record we take it for one of ours.
Status known_layout(const OrderedKv& kv, const fs::path& folder, std::vector<std::string>& lost) {
  const auto bytes = kv.get(Space::records, layout_key());
  if (!bytes || !*bytes || !decode<LayoutRecord>(**bytes)) {
    if (bytes && *bytes && !decode<LayoutRecord>(**bytes) &&
        decode<LayoutRecord>(**bytes).error().kind == ErrorKind::version)
      return require_layout(**bytes, folder);
    lost.push_back("the version record");
    return Done{};
  }
  return require_layout(**bytes, folder);
}

Status mend_files(const fs::path& folder, std::vector<std::string>& lost) {
  const rocksdb::Status mended =
      rocksdb::RepairDB(folder.string(), database_options(), family_descriptors(StoreOptions{}));
  if (!mended.ok()) return error_of(mended, folder);
  std::error_code ignored;
  for (const auto& file : fs::directory_iterator(folder / "lost", ignored)) {
    const std::string name = file.path().filename().string();
    if (name.ends_with(".sst")) lost.push_back("the file " + name + ", which cannot be read");
  }
  return Done{};
}

}  // namespace

Result<std::unique_ptr<OrderedKv>> open_damaged(const fs::path& folder, const fs::path& work,
                                                std::vector<std::string>& lost) {
  auto kv = open_writer(folder, false);
  if (!kv && kv.error().kind != ErrorKind::corrupt && kv.error().kind != ErrorKind::io) return kv.error();
  if (!kv) {
    std::error_code error;
    fs::copy(folder, work, fs::copy_options::recursive, error);
    if (error) return Error{ErrorKind::io, error.message(), work.string(), ""};
    const std::string why = kv.error().what;
    kv = open_writer(work, true);
    if (kv) {
      lost.push_back("changes at the end of the log, which cannot be read (" + why + ")");
    } else {
      if (Status mended = mend_files(work, lost); !mended) return mended.error();
      kv = open_writer(work, true);
      if (!kv) return kv.error();
    }
  }
  if (Status known = known_layout(**kv, folder, lost); !known) return known.error();
  return kv;
}

}  // namespace forewhen::store
