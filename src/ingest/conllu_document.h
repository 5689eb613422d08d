// SPDX-License-Identifier: Apache-2.0
// Documents of a CoNLL-U file, one after the other.
#pragma once

#include <optional>
#include <string>

#include "ingest/input_file.h"

namespace forewhen::ingest {

// The lines of a document as they stand in the file, with the comments before its first sentence.
struct ConlluBlock {
  std::string lines;  // each ended by "\n"; the line k is the line first_line + k of the file
  std::uint64_t first_line = 1;
  std::uint64_t offset = 0;  // of its first byte in the file
  bool announced = false;    // begins with # newdoc
  bool too_large = false;    // passed over; `lines` is empty
};

// Cuts a file at the sentences whose comments have a "# newdoc" line.
class ConlluFile {
 public:
  ConlluFile(InputFile file, std::string name) : file_(std::move(file)), name_(std::move(name)) {}

  // Nothing at the end. unreadable: the device failed in between.
  std::optional<Taken<ConlluBlock>> next(std::size_t limit);

  const InputFile& file() const { return file_; }
  const std::string& name() const { return name_; }  // for ids; "-" is standard input

 private:
  struct Sentence {
    std::string lines;
    std::uint64_t first_line = 0, offset = 0;
    bool announces = false, has_words = false, too_long = false;
  };
  // Up to the next empty line; nothing at the end.
  Taken<std::optional<Sentence>> read_sentence(std::size_t limit);

  InputFile file_;
  std::string name_;
  std::optional<Sentence> ahead_;  // the first of the next document
};

// The document of the block; its id is empty when the block has none. `name` is that of the file, for the errors. With
// `dated` its dates are not looked at. REQUIRES: the lines are UTF-8.
Taken<Document> read_conllu_document(const ConlluBlock& block, const std::string& name, bool dated);

}  // namespace forewhen::ingest
