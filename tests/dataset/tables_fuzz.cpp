// SPDX-License-Identifier: Apache-2.0
// Entry for a fuzzer over data sets of every format: a sound file, chosen by the first byte, edited as the others
// order. What is taken says where it stands in its row, is UTF-8, and becomes an event and rows of a segment.
#include <cstdio>
#include <cstdlib>

#include "forewhen/base/utf8.h"
#include "forewhen/dataset/reader.h"
#include "store/segment_builder.h"
#include "tests/dataset/sound_files.h"
#include "tests/edits.h"

namespace forewhen {
namespace {

constexpr int kMostEdits = 12;

void insist(bool holds) {
  if (!holds) std::abort();
}

void expect_sound(const Record& record) {
  const Document& document = record.document;
  const Claim& claim = record.claim;
  insist(claim.trigger.begin <= claim.trigger.end && claim.trigger.end <= document.text.size());
  insist(record.sectors.size() <= claim.participants.size());
  for (const std::string* text :
       {&document.id, &document.text, &document.title, &document.url, &claim.phrase, &claim.code})
    insist(!find_invalid_utf8(*text));
  for (const Participant& each : claim.participants) insist(!each.name.empty() && !find_invalid_utf8(each.name));
  for (const auto& [name, value] : record.attributes) insist(!find_invalid_utf8(name) && !find_invalid_utf8(value));
  if (claim.time) insist(claim.time->when.bounds.earliest_start < claim.time->when.bounds.latest_end);
  if (record.kind == RowKind::event) event_of(record);
}

void fuzz_one(std::string_view orders) {
  static const std::vector<Sound> kFiles = sound_files();
  Edits edits(orders);
  const Sound& sound = kFiles[edits.byte() % kFiles.size()];
  DatasetOptions options;
  options.format = sound.format;
  const std::uint8_t said = edits.byte();
  static constexpr const char* kDates[] = {"", "dmy", "mdy", "excel", "excel1904"};
  options.dates = kDates[said % 5];
  options.merge_mirrors = said & 8;
  std::string bytes = sound.bytes;
  for (int made = 0; made < kMostEdits && edits.any_left(); ++made) edits.edit(bytes);
  if (bytes.empty()) return;
  std::FILE* stream = fmemopen(bytes.data(), bytes.size(), "rb");
  if (!stream) std::abort();
  {
    DatasetReader reader({"-"}, options, stream);
    store::SegmentBuilder builder;
    Record record;
    while (true) {
      const auto more = reader.next(record);
      if (more && !*more) break;
      if (!more) continue;
      expect_sound(record);
      builder.add(record, 1);
    }
    if (builder.rows() > 0) (void)builder.finish(1);
  }
  std::fclose(stream);
}

}  // namespace
}  // namespace forewhen

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  forewhen::fuzz_one({reinterpret_cast<const char*>(data), size});
  return 0;
}
