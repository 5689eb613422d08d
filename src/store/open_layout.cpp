// SPDX-License-Identifier: Apache-2.0
#include "store/open_layout.h"

#include <fmt/format.h>

#include <algorithm>

#include "store/codec.h"
#include "store/keys.h"
#include "store/layout.h"

namespace forewhen::store {
namespace {

constexpr char kRestore[] = "restore a backup, or build the store again from its sources";

}  // namespace

Status require_layout(std::string_view bytes, const std::filesystem::path& folder) {
  const auto record = decode<LayoutRecord>(bytes);
  if (!record) return Error{record.error().kind, record.error().what, folder.string(), kRestore};
  if (std::ranges::find(kLayoutsOfOldDataSets, record->layout) != std::end(kLayoutsOfOldDataSets)) {
    return Error{ErrorKind::version,
                 fmt::format("the store has layout {}, written by {}: rows of data sets as they are no longer read",
                             record->layout, record->program),
                 folder.string(), "import its files again into another folder"};
  }
  if (record->layout >= kLayout && record->layout <= kLayoutWithDataSets) return Done{};
  return Error{ErrorKind::version,
               fmt::format("the store has layout {}, written by {}; this is {}, which knows layouts {} to {}",
                           record->layout, record->program, kProgram, kLayout, kLayoutWithDataSets),
               folder.string(), "open it with that program, or build it anew from its sources in another folder"};
}

Status settle_layout(OrderedKv& kv, bool create, const std::filesystem::path& folder) {
  const auto bytes = kv.get(Space::records, layout_key());
  if (!bytes) return bytes.error();
  if (*bytes) return require_layout(**bytes, folder);
  const auto rows = kv.cursor(Space::records);
  rows->seek("");
  if (rows->valid()) {
    return Error{ErrorKind::corrupt, "the version record is missing", folder.string(), kRestore};
  }
  if (!create) {
    return Error{ErrorKind::not_found, "the store in this folder was never finished", folder.string(),
                 "forewhen build --db DIR FILE... makes one"};
  }
  return kv.commit({{Space::records, layout_key(), encode(LayoutRecord{kLayout, std::string(kProgram)})}});
}

}  // namespace forewhen::store
