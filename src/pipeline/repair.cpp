// SPDX-License-Identifier: Apache-2.0
#include "forewhen/pipeline/repair.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdio.h>

#include <cerrno>
#include <cstring>
#include <memory>

#include "forewhen/store/salvage.h"
#include "forewhen/timeline/timeline.h"

namespace forewhen {
namespace {

namespace fs = std::filesystem;

fs::path beside(const fs::path& folder, const std::string& ending) {
  fs::path path = folder.has_filename() ? folder : folder.parent_path();
  path += ending;
  return path;
}

// DB.damaged, or the first free DB.damaged-2, ...
fs::path free_name(const fs::path& folder) {
  std::error_code ignored;
  fs::path name = beside(folder, ".damaged");
  for (int i = 2; fs::exists(fs::symlink_status(name, ignored)); ++i)
    name = beside(folder, fmt::format(".damaged-{}", i));
  return name;
}

Status keep_decisions(Salvage& from, GraphStore& to, RepairReport& report) {
  GraphChange change;
  Status read = from.decisions([&](const Decision& decision) {
    change.put_decisions.push_back(decision);
    return Status(Done{});
  });
  if (!read) return read;
  report.decisions = change.put_decisions.size();
  return change.put_decisions.empty() ? Status(Done{}) : to.apply(change);
}

Status keep_documents(Salvage& from, GraphStore& to, Instant& now, RepairReport& report) {
  return from.documents([&](SalvagedDocument document) -> Status {
    const std::string id = document.claims.document.id;
    now = document.recorded;
    const auto change = place_document(to, std::move(document.claims));
    if (!change) return change.error();
    if (Status applied = to.apply(*change); !applied) return applied;
    ++report.documents;
    return keep_revision(to, id, document.revision);
  });
}

Status build_anew(Salvage& from, const fs::path& folder, RepairReport& report) {
  const auto now = std::make_shared<Instant>();
  StoreOptions options;
  options.access = StoreOptions::Access::write;
  options.create = true;
  options.now = [now] { return *now; };
  const auto to = GraphStore::open(folder, options);
  if (!to) return to.error();
  // Decisions wait for their mentions, so they may come first.
  if (Status kept = keep_decisions(from, **to, report); !kept) return kept;
  if (Status kept = keep_documents(from, **to, *now, report); !kept) return kept;
  const auto rows = from.data_sets(**to);
  if (!rows) return rows.error();
  report.rows = *rows;
  if (Status synced = (*to)->sync(); !synced) return synced;
  const auto sound = check(**to);
  if (!sound) return sound.error();
  if (!sound->sound()) return Error{ErrorKind::corrupt, sound->problems.front(), folder.string(), ""};
  const auto counts = (*to)->counts();
  if (!counts) return counts.error();
  report.after = *counts;
  return Done{};
}

Error system_error(const fs::path& path) { return {ErrorKind::io, std::strerror(errno), path.string(), ""}; }

// Both names change at once, so that there is a store under the old one at every moment.
Status exchange(const fs::path& fresh, const fs::path& folder) {
  if (renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, folder.c_str(), RENAME_EXCHANGE) == 0) return Done{};
  return system_error(folder);
}

}  // namespace

Result<RepairReport> repair(const fs::path& folder) {
  // Under ".repairing" and ".files" lies only what a repair that was broken off had not finished.
  const fs::path fresh = beside(folder, ".repairing"), files = beside(folder, ".files");
  std::error_code error;
  for (const fs::path& left : {fresh, files}) {
    fs::remove_all(left, error);
    if (error) return Error{ErrorKind::io, error.message(), left.string(), ""};
  }
  RepairReport report;
  {
    const auto from = Salvage::open(folder, files);
    if (!from) return from.error();
    const Status built = build_anew(**from, fresh, report);
    if (!built) {
      fs::remove_all(fresh, error);
      return built.error();
    }
    report.lost = (*from)->lost();
  }
  fs::remove_all(files, error);
  report.damaged = free_name(folder);
  // A store that is whole takes the name first that nobody would remove.
  fs::rename(fresh, report.damaged, error);
  if (error) return Error{ErrorKind::io, error.message(), fresh.string(), ""};
  if (Status swapped = exchange(report.damaged, folder.has_filename() ? folder : folder.parent_path()); !swapped)
    return swapped.error();
  return report;
}

}  // namespace forewhen
