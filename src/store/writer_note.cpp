// SPDX-License-Identifier: Apache-2.0
#include "store/writer_note.h"

#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <fstream>
#include <system_error>

#include "forewhen/time/iso.h"

namespace forewhen::store {
namespace {

// When the kernel started the process, in clock ticks since boot: tells it from a later process of the same number.
// Empty where /proc does not say.
std::string start_ticks(pid_t pid) {
  std::ifstream file(fmt::format("/proc/{}/stat", pid));
  std::string line;
  std::getline(file, line);
  const std::size_t name_end = line.rfind(')');  // the name may hold anything, blanks and ')' too
  if (name_end == std::string::npos) return {};
  std::size_t at = name_end + 1;
  for (int field = 3; field < 22 && at != std::string::npos; ++field) at = line.find(' ', at + 1);
  if (at == std::string::npos) return {};
  return line.substr(at + 1, line.find(' ', at + 1) - at - 1);
}

bool is_alive(pid_t pid, const std::string& ticks) {
  if (kill(pid, 0) != 0 && errno == ESRCH) return false;
  const std::string now = start_ticks(pid);
  return now.empty() || ticks == now;
}

}  // namespace

void leave_writer_note(const std::filesystem::path& folder, Instant now) {
  const pid_t pid = getpid();
  std::ofstream file(folder / kWriterNote, std::ios::trunc);
  file << "pid " << pid << "\nsince " << format_iso(now) << "\nticks " << start_ticks(pid) << "\n";
}

void remove_writer_note(const std::filesystem::path& folder) {
  std::error_code ignored;
  std::filesystem::remove(folder / kWriterNote, ignored);
}

std::string describe_writer(const std::filesystem::path& folder) {
  std::ifstream file(folder / kWriterNote);
  std::string word, since, ticks;
  pid_t pid = 0;
  if (!(file >> word >> pid >> word >> since >> word >> ticks)) return "another process writes here";
  if (pid == getpid()) return fmt::format("this process itself writes here since {}", since);
  if (is_alive(pid, ticks)) return fmt::format("process {} writes here since {}", pid, since);
  return fmt::format("another process writes here (process {}, which began at {}, has ended)", pid, since);
}

}  // namespace forewhen::store
