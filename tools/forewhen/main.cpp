// SPDX-License-Identifier: Apache-2.0
// The program: declares the commands, reads the command line, runs one. A reader that goes away
// (`forewhen events | head`) is no failure.
#include <csignal>
#include <cstdio>

#include "program.h"

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_DFL);  // a closed pipe ends the program quietly
  forewhen::Program program;
  program.declare_all();
  const int code = program.parse_and_run({argv + 1, argv + argc});
  if (std::fflush(stdout) != 0 || std::ferror(stdout)) {
    return forewhen::fail(
        {forewhen::ErrorKind::io, "the output could not be written", "standard output", "is the disk full?"});
  }
  return code;
}
