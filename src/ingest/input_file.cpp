// SPDX-License-Identifier: Apache-2.0
#include "ingest/input_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <system_error>

namespace forewhen::ingest {
namespace {

constexpr std::size_t kBlock = 64 * 1024;  // one read of the kernel's default pipe size

std::string words_of(int error) { return std::generic_category().message(error); }

}  // namespace

Taken<InputFile> InputFile::open(const std::string& path) {
  errno = 0;
  Stream stream(std::fopen(path.c_str(), "rb"), [](std::FILE* file) { return std::fclose(file); });
  if (stream) return InputFile(std::move(stream), path);
  const bool missing = errno == ENOENT;
  return Refused{Refusal::unreadable,
                 {missing ? ErrorKind::not_found : ErrorKind::io, "cannot be opened: " + words_of(errno), path,
                  missing ? "check the name" : "check its permissions"}};
}

InputFile InputFile::borrow(std::FILE* stream, std::string name) {
  return InputFile(Stream(stream, [](std::FILE*) { return 0; }), std::move(name));
}

std::string_view InputFile::peek() {
  if (ahead().size() < kBlock) fill();
  return ahead();
}

bool InputFile::fill() {
  if (error_ != 0 || std::feof(stream_.get())) return false;
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t before = buffer_.size();
  buffer_.resize(before + kBlock);
  errno = 0;
  const std::size_t got = std::fread(buffer_.data() + before, 1, kBlock, stream_.get());
  if (std::ferror(stream_.get())) error_ = errno != 0 ? errno : EIO;
  buffer_.resize(before + got);
  return got > 0;
}

void InputFile::take(std::size_t bytes) {
  at_ += bytes;
  taken_ += bytes;
}

Refused InputFile::failure() const {
  return {Refusal::unreadable,
          {ErrorKind::io, fmt::format("reading stopped after {} bytes: {}", taken_, words_of(error_)), name_, ""}};
}

Taken<InputFile::Line> InputFile::read_line(std::size_t limit) {
  std::size_t searched = 0;
  for (;;) {
    const std::size_t feed = ahead().find('\n', searched);
    if (feed != std::string_view::npos && feed > limit) return skip_line();
    if (feed != std::string_view::npos) {
      const Line line{false, false, ahead().substr(0, feed), ++lines_, taken_};
      take(feed + 1);
      return line;
    }
    searched = ahead().size();
    if (searched > limit) return skip_line();
    if (!fill()) break;
  }
  if (error_ != 0) return failure();
  if (ahead().empty()) return Line{true, false, {}, 0, taken_};
  const Line line{false, false, ahead(), ++lines_, taken_};
  take(ahead().size());
  return line;
}

InputFile::Line InputFile::skip_line() {
  const Line line{false, true, {}, ++lines_, taken_};
  for (;;) {
    const std::size_t feed = ahead().find('\n');
    if (feed != std::string_view::npos) {
      take(feed + 1);
      return line;
    }
    take(ahead().size());
    if (!fill()) return line;  // an error shows at the next call
  }
}

Taken<std::string> InputFile::read_all(std::size_t limit) {
  while (ahead().size() <= limit && fill()) {
  }
  if (error_ != 0) return failure();
  if (ahead().size() > limit)
    return Refused{Refusal::too_large,
                   {ErrorKind::refused, fmt::format("is larger than {} bytes, the limit of one document", limit), name_,
                    "split it into one file an article"}};
  std::string all(ahead());
  take(all.size());
  return all;
}

}  // namespace forewhen::ingest
