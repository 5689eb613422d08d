// SPDX-License-Identifier: Apache-2.0
// Entry for a fuzzer over the reading of rows: arbitrary bytes, with the first of them as delimiter. The cells of a row
// that is taken stand in its text in their order, and a row parted by tabs is its cells joined by tabs.
#include <cstdlib>

#include "dataset/row.h"

namespace forewhen::dataset {
namespace {

void insist(bool holds) {
  if (!holds) std::abort();
}

class Memory final : public ByteSource {
 public:
  explicit Memory(std::string_view bytes) : bytes_(bytes) {}
  Result<std::string_view> read() override {  // in small pieces, so that rows lie across them
    const std::string_view piece = bytes_.substr(0, 7);
    bytes_.remove_prefix(piece.size());
    return piece;
  }
  Result<bool> next_entry() override { return false; }
  std::string name() const override { return "memory"; }

 private:
  std::string_view bytes_;
};

void read_rows(std::string_view bytes, char delimiter) {
  Memory memory(bytes);
  RowReader rows(memory, 4096);
  rows.set_delimiter(delimiter);
  Row row;
  Fault fault;
  std::uint64_t last_line = 0;
  while (true) {
    const auto outcome = rows.next(row, fault);
    if (!outcome || *outcome == RowReader::Outcome::end) return;
    insist(row.line > last_line);
    last_line = row.line;
    if (*outcome == RowReader::Outcome::fault) continue;
    insist(row.cells.size() == row.spans.size() && !row.cells.empty());
    std::uint32_t at = 0;
    for (const Span& span : row.spans) {
      insist(span.begin == at && span.end >= span.begin && span.end <= row.text.size());
      at = span.end + 1;
    }
    insist(at == row.text.size() + 1);
  }
}

}  // namespace
}  // namespace forewhen::dataset

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  constexpr char kDelimiters[] = {'\t', ',', ';', '\0'};
  forewhen::dataset::read_rows(bytes.substr(1), kDelimiters[data[0] % 4]);
  return 0;
}
