// SPDX-License-Identifier: Apache-2.0
// Entry for a fuzzer over every decoder of stored bytes. The first byte picks the decoder, the rest is the record or
// the key. Whatever decodes must encode to the very same bytes; nothing may crash or take memory out of proportion.
#include <cstdlib>

#include "store/codec.h"
#include "store/describe.h"
#include "store/keys.h"
#include "store/segment.h"
#include "store/segment_reader.h"
#include "store/word_lists.h"

namespace forewhen::store {
namespace {

void insist(bool holds) {
  if (!holds) std::abort();
}

template <class Record>
void fuzz_record(std::string_view bytes) {
  const auto record = decode<Record>(bytes);
  if (record) insist(encode(*record) == bytes);
}

void fuzz_row(std::string_view bytes) {
  const Instant start = bytes.size() % 2 == 0 ? kOpenPast : Instant(seconds(1'600'000'000));
  const auto row = decode_row({1}, start, bytes);
  if (row) insist(encode_row(*row) == bytes);
}

void fuzz_key(std::string_view key) {
  (void)describe_row(key);
  if (const auto parts = read_time_key(key)) insist(time_key(*parts) == key);
  if (const auto parts = read_link_key(key)) insist(link_key(parts->link, parts->side).substr(1) == key.substr(1));
  if (const auto parts = read_posting(key)) {
    insist(posting_key(static_cast<Table>(key[0]), parts->text, parts->id) == key);
  }
  if (const auto parts = read_block(key)) insist(block_key(parts->block, parts->event).substr(1) == key.substr(1));
  if (const auto use = read_name(key)) insist(name_key(*use).substr(1) == key.substr(1));
}

// Values of segments.
void fuzz_segment(std::string_view bytes) {
  const Instant kStarts[] = {Instant(seconds(1'600'000'000)), Instant(seconds(1'500'000'000)), kOpenPast};
  CoverChunk chunk;
  if (decode(bytes, kStarts, chunk)) {
    CoverChunk again;  // a column may be packed worse than need be, but says the same
    insist(decode(encode(chunk, kStarts), kStarts, again) && again == chunk);
  }
  SegmentDirectory directory;
  if (decode(bytes, directory)) insist(encode(directory) == bytes);
  std::vector<RowKey> keys;
  if (decode_keys(bytes, keys)) {
    std::vector<RowKey> again;
    insist(decode_keys(encode_keys(keys.data(), keys.data() + keys.size()), again) && again == keys);
  }
  for (const RowKey& key : std::vector(keys)) (void)find_keys(bytes, key.event, keys);
  (void)find_keys(bytes, EventId{1}, keys);
  IdFilter filter;
  if (filter.decode(bytes)) insist(filter.encode() == bytes);
  (void)filter.may_have(bytes.size());
  if (const auto info = decode_info(bytes)) insist(encode(*info) == bytes);
  (void)decode_state(bytes);
  (void)decode_imported(bytes);
  PackedRows packed;
  const bool is_packed = packed.read(std::string(bytes));
  std::string row;
  for (std::size_t i = 0; is_packed && i < packed.size(); ++i) (void)packed.row(i, row);
  if (const auto import = decode_import(bytes)) insist(encode(*import) == bytes);
  if (const auto actor = decode_folded(bytes)) insist(encode_folded(*actor) == bytes);
  std::vector<MirrorKey> mirrors;
  if (decode_mirrors(bytes, mirrors)) insist(encode_mirrors(mirrors.data(), mirrors.data() + mirrors.size()) == bytes);
  NameValue names;
  if (names.decode(bytes, {})) {
    for (std::size_t i = 0; i < names.size(); ++i) (void)names.piece(i);
  }
  WordValue words;
  if (words.decode(bytes, {})) insist(words.size() <= kNumbersPerValue);
  RowsOfColumns rows;
  if (!rows.decode(bytes)) return;
  for (std::size_t i = 0; is_packed && i < rows.size(); ++i) insist(packed.row(i, row) && row == rows.row(i));
  std::vector<std::string_view> plain;
  for (std::size_t i = 0; i < rows.size(); ++i) plain.push_back(rows.row(i));
  RowsOfColumns again;
  insist(again.decode(ColumnsOfRows().encode(plain)) && again.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) insist(again.row(i) == rows.row(i));
}

}  // namespace

constexpr int kFuzzedDecoders = 14;

void fuzz_one(int decoder, std::string_view bytes) {
  switch (decoder % kFuzzedDecoders) {
    case 0:
      return fuzz_record<DocumentRecord>(bytes);
    case 1:
      return fuzz_record<ClaimList>(bytes);
    case 2:
      return fuzz_record<NameList>(bytes);
    case 3:
      return fuzz_record<Claim>(bytes);
    case 4:
      return fuzz_record<EventRecord>(bytes);
    case 5:
      return fuzz_record<Actor>(bytes);
    case 6:
      return fuzz_record<Place>(bytes);
    case 7:
      return fuzz_record<GraphCounts>(bytes);
    case 8:
      return fuzz_record<LayoutRecord>(bytes);
    case 9:
      return fuzz_row(bytes);
    case 10:
      return fuzz_key(bytes);
    case 11:
      return fuzz_segment(bytes);
    case 12:
      return fuzz_record<Decision>(bytes);
    default:
      (void)decode_number(bytes), (void)decode_event_id(bytes);
  }
}

}  // namespace forewhen::store

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  forewhen::store::fuzz_one(data[0], {reinterpret_cast<const char*>(data) + 1, size - 1});
  return 0;
}
