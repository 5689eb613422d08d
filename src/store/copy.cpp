// SPDX-License-Identifier: Apache-2.0
#include "forewhen/store/copy.h"

#include <array>
#include <chrono>

#include "store/body.h"
#include "store/rocks_kv.h"

namespace forewhen {
namespace store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kAtOnce = std::size_t{32} << 20;  // bytes that are gathered before they are written

struct Tally {
  CopyReport size;
  std::uint64_t hashes = 0;  // wraps

  void add(std::string_view key, std::string_view value) {
    ++size.rows;
    size.bytes += key.size() + value.size();
    hashes += content_hash(value, content_hash(key));
  }
  bool operator==(const Tally& other) const { return size.rows == other.size.rows && hashes == other.hashes; }
};
using Tallies = std::array<Tally, kSpaces>;

Result<Tally> copy_space(const OrderedKv& from, OrderedKv& to, Space space) {
  Tally tally;
  std::vector<KvWrite> writes;
  std::size_t bytes = 0;
  Status written = Done{};
  const auto write = [&] {
    if (!writes.empty()) written = to.load(writes);
    writes.clear();
    bytes = 0;
    return written.ok();
  };
  const Status walked = walk(from, space, "", [&](std::string_view key, std::string_view value) {
    tally.add(key, value);
    writes.push_back({space, std::string(key), std::string(value)});
    bytes += key.size() + value.size();
    return bytes < kAtOnce || write();
  });
  if (!walked) return walked.error();
  if (written) write();
  if (!written) return written.error();
  return tally;
}

Result<Tallies> tally_of(const OrderedKv& kv) {
  Tallies tallies;
  for (int i = 0; i < kSpaces; ++i) {
    const Status walked = walk(kv, static_cast<Space>(i), "", [&](std::string_view key, std::string_view value) {
      tallies[i].add(key, value);
      return true;
    });
    if (!walked) return walked.error();
  }
  return tallies;
}

Status is_free(const fs::path& to) {
  std::error_code error;
  const bool there = fs::exists(fs::symlink_status(to, error));
  if (!there || (fs::is_directory(to, error) && fs::is_empty(to, error))) return Done{};
  return Error{ErrorKind::refused, "there is something already", to.string(),
               "choose a folder that is empty or does not exist yet"};
}

Error io(const fs::path& path, const std::error_code& error) {
  return {ErrorKind::io, error.message(), path.string(), ""};
}

Result<Tallies> copy_into(const OrderedKv& from, const fs::path& folder) {
  StoreOptions options;
  options.access = StoreOptions::Access::write;
  options.create = true;
  const auto to = RocksKv::open(folder, options, std::chrono::floor<seconds>(std::chrono::system_clock::now()));
  if (!to) return to.error();
  Tallies tallies;
  for (int i = 0; i < kSpaces; ++i) {
    const auto tally = copy_space(from, **to, static_cast<Space>(i));
    if (!tally) return tally.error();
    tallies[i] = *tally;
  }
  const Status synced = (*to)->sync();
  if (!synced) return synced.error();
  const auto copied = tally_of(**to);
  if (!copied) return copied.error();
  if (*copied != tallies) {
    return Error{ErrorKind::corrupt, "the copy does not say what the store says", folder.string(), "try again"};
  }
  return tallies;
}

}  // namespace
}  // namespace store

Result<CopyReport> copy_store(const std::filesystem::path& from, const std::filesystem::path& to) {
  using namespace store;  // NOLINT: a function of that module
  if (Status known = is_free(to); !known) return known.error();
  const auto source = GraphStore::open(from, {});
  if (!source) return source.error();
  fs::path target = to;
  if (!target.has_filename()) target = target.parent_path();  // "folder/"
  fs::path partial = target;
  partial += ".partial";
  std::error_code error;
  fs::remove_all(partial, error);
  if (error) return io(partial, error);
  if (partial.has_parent_path()) fs::create_directories(partial.parent_path(), error);
  const auto tallies = copy_into(StoreAccess::kv(**source), partial);
  if (!tallies) {
    fs::remove_all(partial, error);
    return tallies.error();
  }
  fs::rename(partial, target, error);
  if (error) return io(target, error);
  CopyReport report;
  for (const Tally& tally : *tallies) {
    report.rows += tally.size.rows;
    report.bytes += tally.size.bytes;
  }
  return report;
}

}  // namespace forewhen
