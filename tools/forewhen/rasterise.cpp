// SPDX-License-Identifier: Apache-2.0
#include "rasterise.h"

#include <spawn.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

extern char** environ;

namespace forewhen {

Status svg_to_png(const std::string& svg, const std::string& png) {
  namespace fs = std::filesystem;
  // Whole paths: a name that begins with "-" would be an option.
  std::string from = fs::absolute(svg).string(), beside = fs::absolute(png + ".part").string();
  std::string program = "rsvg-convert", zoom = "--zoom=2", format = "--format=png", output = "--output=" + beside;
  char* const arguments[] = {program.data(), zoom.data(), format.data(), output.data(), from.data(), nullptr};
  pid_t child = 0;
  const int started = posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments, environ);
  int status = 0;
  if (started == 0) {
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
  }
  const bool missing = started == ENOENT || (started == 0 && WIFEXITED(status) && WEXITSTATUS(status) == 127);
  if (missing)
    return Error{ErrorKind::not_found, "there is no program rsvg-convert here, which makes PNG of SVG", png,
                 "install it (Debian: apt-get install librsvg2-bin) or ask for FILE.svg"};
  if (started != 0) return Error{ErrorKind::io, std::string("rsvg-convert: ") + std::strerror(started), png, ""};
  std::error_code failed;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    fs::remove(beside, failed);
    return Error{ErrorKind::io, "rsvg-convert could not make it", png,
                 "fewer events (--limit, --since) make it smaller"};
  }
  fs::rename(beside, png, failed);
  if (failed) return Error{ErrorKind::io, "cannot be written: " + failed.message(), png, ""};
  return Done{};
}

}  // namespace forewhen
