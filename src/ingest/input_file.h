// SPDX-License-Identifier: Apache-2.0
// Bytes of a file, a pipe or standard input, in lines or as a whole, never more in memory than the limit and a block.
// Knows nothing of formats. Seeks nowhere, so that pipes work.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "ingest/refused.h"

namespace forewhen::ingest {

class InputFile {
 public:
  // unreadable: the system says why.
  static Taken<InputFile> open(const std::string& path);
  // Reads on from an open stream and leaves it open.
  static InputFile borrow(std::FILE* stream, std::string name);

  // The bytes that come next, up to a block of them, without taking them.
  std::string_view peek();

  struct Line {
    bool end = false;          // no line any more; the rest is unset
    bool too_long = false;     // passed over; `bytes` is empty
    std::string_view bytes;    // without the line feed; valid until the next call
    std::uint64_t number = 0;  // from 1
    std::uint64_t offset = 0;  // of its first byte in the file
  };
  // unreadable: the device failed in between.
  Taken<Line> read_line(std::size_t limit);

  // All that is left. too_large, unreadable.
  Taken<std::string> read_all(std::size_t limit);

  const std::string& name() const { return name_; }
  std::uint64_t taken() const { return taken_; }

 private:
  using Stream = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;
  InputFile(Stream stream, std::string name) : stream_(std::move(stream)), name_(std::move(name)) {}

  bool fill();  // appends a block to buffer_; false at the end or after an error
  std::string_view ahead() const { return std::string_view(buffer_).substr(at_); }
  void take(std::size_t bytes);
  Line skip_line();
  Refused failure() const;

  Stream stream_;
  std::string name_;
  std::string buffer_;
  std::size_t at_ = 0;       // of the first byte in buffer_ that is not taken
  std::uint64_t taken_ = 0;  // bytes taken since the beginning
  std::uint64_t lines_ = 0;
  int error_ = 0;  // errno of a failed read
};

}  // namespace forewhen::ingest
