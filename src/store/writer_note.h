// SPDX-License-Identifier: Apache-2.0
// A few lines of text beside the lock of the store that say who holds it, for the message to whoever comes second. The
// lock itself is RocksDB's; the note decides nothing.
#pragma once

#include <filesystem>
#include <string>

#include "forewhen/time/instant.h"

namespace forewhen::store {

inline constexpr char kWriterNote[] = "WRITER";

// Leaves the note, over an older one. Failing to is no failure of the store.
void leave_writer_note(const std::filesystem::path& folder, Instant now);
void remove_writer_note(const std::filesystem::path& folder);
// "process 4711, since 2021-11-08T10:00:05, holds it", or what else can be said.
std::string describe_writer(const std::filesystem::path& folder);

}  // namespace forewhen::store
