// SPDX-License-Identifier: Apache-2.0
#include "dataset/byte_source.h"

#include <archive.h>
#include <archive_entry.h>

#include <cerrno>
#include <cstring>

namespace forewhen::dataset {
namespace {

constexpr std::size_t kBlock = std::size_t{256} << 10;

Error unreadable(const std::string& path, const char* why) {
  return {ErrorKind::refused, std::string("cannot be read: ") + (why ? why : "unknown cause"), path, ""};
}

class Archive final : public ByteSource {
 public:
  explicit Archive(std::string path) : path_(std::move(path)), archive_(archive_read_new()) {
    archive_read_support_filter_gzip(archive_);
    archive_read_support_filter_zstd(archive_);
    archive_read_support_filter_xz(archive_);
    archive_read_support_filter_bzip2(archive_);
    archive_read_support_format_zip(archive_);
    archive_read_support_format_raw(archive_);
  }
  ~Archive() override { archive_read_free(archive_); }

  Status open(std::FILE* standard_input) {
    const int opened = path_ == "-" ? archive_read_open_FILE(archive_, standard_input)
                                    : archive_read_open_filename(archive_, path_.c_str(), kBlock);
    if (opened != ARCHIVE_OK) return unreadable(path_, archive_error_string(archive_));
    return Done{};
  }

  Result<std::string_view> read() override {
    buffer_.resize(kBlock);
    const la_ssize_t got = archive_read_data(archive_, buffer_.data(), buffer_.size());
    if (got < 0) return unreadable(name(), archive_error_string(archive_));
    return std::string_view(buffer_).substr(0, static_cast<std::size_t>(got));
  }

  Result<bool> next_entry() override {
    while (true) {
      archive_entry* entry = nullptr;
      const int got = archive_read_next_header(archive_, &entry);
      if (got == ARCHIVE_EOF) return false;
      if (got < ARCHIVE_WARN) return unreadable(path_, archive_error_string(archive_));
      const bool raw = archive_format(archive_) == ARCHIVE_FORMAT_RAW;
      const char* inner = raw ? nullptr : archive_entry_pathname(entry);
      if (!raw && archive_entry_filetype(entry) == AE_IFDIR) continue;
      entry_ = inner ? inner : "";
      return true;
    }
  }

  std::string name() const override { return entry_.empty() ? path_ : path_ + ":" + entry_; }

 private:
  std::string path_, entry_, buffer_;
  archive* archive_;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> ByteSource::open(const std::string& path, std::FILE* standard_input) {
  auto archive = std::make_unique<Archive>(path);
  if (Status opened = archive->open(standard_input); !opened) return opened.error();
  return std::unique_ptr<ByteSource>(std::move(archive));
}

}  // namespace forewhen::dataset
