// SPDX-License-Identifier: Apache-2.0
// Runs one test of this very program in a process of its own: by exec, since RocksDB's threads do not survive a fork.
// The child's test is disabled in name, reads what it is to do from the environment and reports lines on stdout.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <string>

namespace forewhen {

inline constexpr char kChildFolder[] = "FOREWHEN_TEST_FOLDER";
inline constexpr char kReportMark[] = "child: ";  // begins each line that the parent shall see

class ChildProcess {
 public:
  // `user`, when not 0, is the user id that the child takes on.
  ChildProcess(const std::string& test, const std::filesystem::path& folder, unsigned user = 0) {
    int ends[2];
    if (pipe(ends) != 0) abort();
    pid_ = fork();
    if (pid_ == 0) {
      dup2(ends[1], STDOUT_FILENO);
      close(ends[0]);
      close(ends[1]);
      setenv(kChildFolder, folder.c_str(), 1);
      if (user != 0 && setuid(user) != 0) _exit(77);
      const std::string filter = "--gtest_filter=" + test;
      execl("/proc/self/exe", "child", filter.c_str(), "--gtest_also_run_disabled_tests", nullptr);
      _exit(78);
    }
    close(ends[1]);
    out_ = fdopen(ends[0], "r");
  }
  ~ChildProcess() {
    kill_now();
    if (out_) fclose(out_);
  }
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  pid_t pid() const { return pid_; }

  // The next report; empty at the end of the child.
  std::string next_report() {
    char line[4096];
    while (fgets(line, sizeof line, out_)) {
      const std::string text(line);
      const std::size_t at = text.find(kReportMark);
      if (at != std::string::npos)
        return text.substr(at + sizeof kReportMark - 1, text.size() - at - sizeof kReportMark);
    }
    return {};
  }
  void kill_now() {
    if (ended_) return;
    kill(pid_, SIGKILL);
    wait();
  }
  int wait() {
    int status = 0;
    if (!ended_) waitpid(pid_, &status, 0);
    ended_ = true;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t pid_ = 0;
  FILE* out_ = nullptr;
  bool ended_ = false;
};

inline void report_to_parent(const std::string& text) {
  printf("%s%s\n", kReportMark, text.c_str());
  fflush(stdout);
}

}  // namespace forewhen
