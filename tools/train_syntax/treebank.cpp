// SPDX-License-Identifier: Apache-2.0
#include "treebank.h"

#include <fmt/format.h>
#include <zlib.h>

#include <charconv>
#include <string_view>

namespace forewhen::training {
namespace {

Result<std::string> read_bytes(const std::string& path) {
  gzFile file = ::gzopen(path.c_str(), "rb");  // reads plain files too
  if (file == nullptr) return Error{ErrorKind::io, "cannot be read", path, ""};
  std::string bytes;
  std::vector<char> block(1 << 16);
  int count = 0;
  while ((count = ::gzread(file, block.data(), static_cast<unsigned>(block.size()))) > 0) {
    bytes.append(block.data(), static_cast<std::size_t>(count));
  }
  ::gzclose(file);
  if (count < 0) return Error{ErrorKind::io, "cannot be unpacked", path, ""};
  return bytes;
}

std::vector<std::string_view> split(std::string_view line, char by) {
  std::vector<std::string_view> parts;
  for (std::size_t end; (end = line.find(by)) != std::string_view::npos; line.remove_prefix(end + 1)) {
    parts.push_back(line.substr(0, end));
  }
  parts.push_back(line);
  return parts;
}

bool add_word(std::string_view line, TreebankSentence& sentence) {
  const std::vector<std::string_view> columns = split(line, '\t');
  if (columns.size() != 10) return false;
  if (columns[0].find_first_of("-.") != std::string_view::npos) return true;
  int head = 0;
  std::from_chars(columns[6].data(), columns[6].data() + columns[6].size(), head);
  sentence.forms.emplace_back(columns[1]);
  sentence.lemmas.emplace_back(columns[2]);
  sentence.tags.emplace_back(columns[4]);
  sentence.heads.push_back(head - 1);
  sentence.relations.emplace_back(columns[7]);
  sentence.misc.emplace_back(columns[9]);
  return true;
}

}  // namespace

Result<std::vector<TreebankSentence>> read_treebank(const std::string& path) {
  const Result<std::string> bytes = read_bytes(path);
  if (!bytes) return bytes.error();
  std::vector<TreebankSentence> sentences;
  TreebankSentence sentence;
  std::size_t number = 0;
  for (std::string_view line : split(*bytes, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with('#')) {
      sentence.comments.append(line).append("\n");
    } else if (!line.empty()) {
      if (!add_word(line, sentence))
        return Error{ErrorKind::refused, "not ten columns", fmt::format("{}:{}", path, number), ""};
    } else if (sentence.size() > 0) {
      sentences.push_back(std::move(sentence));
      sentence = {};
    }
  }
  if (sentence.size() > 0) sentences.push_back(std::move(sentence));
  return sentences;
}

}  // namespace forewhen::training
