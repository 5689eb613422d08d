// SPDX-License-Identifier: Apache-2.0
#include "syntax/model_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>

#include "forewhen/base/id.h"

namespace forewhen::syntax {
namespace {

constexpr std::string_view magic = "FWSYNTAX";
constexpr std::size_t header_size = 32;
constexpr std::size_t name_size = 16;
constexpr std::size_t entry_size = 32;

template <class Number>
Number number_at(std::string_view bytes, std::size_t at) {
  Number number;
  std::memcpy(&number, bytes.data() + at, sizeof number);
  return number;
}

template <class Number>
void append_number(std::string& bytes, Number number) {
  bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

Error io_error(const std::string& path) {
  return {ErrorKind::io, fmt::format("the language model cannot be read: {}", std::strerror(errno)), path, ""};
}

Error corrupt(const std::string& path, std::string what) {
  return {ErrorKind::corrupt, "the language model is damaged: " + std::move(what), path, "install it again"};
}

// The whole file, mapped; an empty file is an empty view.
Result<std::string_view> map_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return io_error(path);
  struct stat status {};
  if (::fstat(file, &status) != 0 || S_ISDIR(status.st_mode)) {
    if (S_ISDIR(status.st_mode)) errno = EISDIR;
    const Error error = io_error(path);
    ::close(file);
    return error;
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  void* bytes = size == 0 ? nullptr : ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  const int cause = errno;
  ::close(file);
  errno = cause;
  if (bytes == MAP_FAILED) return io_error(path);
  return std::string_view(static_cast<const char*>(bytes), size);
}

}  // namespace

Result<std::unique_ptr<ModelFile>> ModelFile::open(const std::string& path) {
  const Result<std::string_view> bytes = map_file(path);
  if (!bytes) return bytes.error();
  std::unique_ptr<ModelFile> file(new ModelFile(path, *bytes));
  if (Status status = file->read_header(); !status) return status.error();
  return file;
}

ModelFile::~ModelFile() {
  if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

Status ModelFile::read_header() {
  if (bytes_.size() < magic.size() || bytes_.substr(0, magic.size()) != magic) {
    return Error{ErrorKind::version, "not a language model", path_, "train one with train_syntax"};
  }
  if (bytes_.size() < header_size) return corrupt(path_, "it is cut short");
  const auto version = number_at<std::uint32_t>(bytes_, 8);
  if (version != model_version) {
    return Error{ErrorKind::version,
                 fmt::format("a language model of version {}; this program reads version {}", version, model_version),
                 path_, "train it again with train_syntax"};
  }
  const auto size = number_at<std::uint64_t>(bytes_, 16);
  if (size != bytes_.size()) return corrupt(path_, fmt::format("it has {} bytes instead of {}", bytes_.size(), size));
  if (number_at<std::uint64_t>(bytes_, 24) != content_hash(bytes_.substr(header_size)))
    return corrupt(path_, "its checksum is wrong");
  return read_sections(number_at<std::uint32_t>(bytes_, 12));
}

Status ModelFile::read_sections(std::uint32_t count) {
  if (count > (bytes_.size() - header_size) / entry_size) return corrupt(path_, "its list of sections is too long");
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::size_t at = header_size + i * entry_size;
    std::string name(bytes_.substr(at, name_size));
    name.resize(std::strlen(name.c_str()));
    const auto begin = number_at<std::uint64_t>(bytes_, at + name_size);
    const auto size = number_at<std::uint64_t>(bytes_, at + name_size + 8);
    if (begin % 8 != 0 || begin > bytes_.size() || size > bytes_.size() - begin)
      return corrupt(path_, "section " + name + " lies outside");
    sections_[name] = bytes_.substr(begin, size);
  }
  return Done{};
}

std::string_view ModelFile::section(const std::string& name) const {
  const auto found = sections_.find(name);
  return found == sections_.end() ? std::string_view() : found->second;
}

std::string pack_model(const std::map<std::string, std::string>& sections) {
  std::string list, content;
  const std::size_t first = header_size + sections.size() * entry_size;
  for (const auto& [name, bytes] : sections) {
    std::string padded = name;
    padded.resize(name_size, '\0');
    list += padded;
    append_number<std::uint64_t>(list, first + content.size());
    append_number<std::uint64_t>(list, bytes.size());
    content += bytes;
    content.resize((content.size() + 7) / 8 * 8, '\0');
  }
  const std::string rest = list + content;
  std::string file(magic);
  append_number<std::uint32_t>(file, model_version);
  append_number<std::uint32_t>(file, static_cast<std::uint32_t>(sections.size()));
  append_number<std::uint64_t>(file, header_size + rest.size());
  append_number<std::uint64_t>(file, content_hash(rest));
  return file + rest;
}

}  // namespace forewhen::syntax
