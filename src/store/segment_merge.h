// SPDX-License-Identifier: Apache-2.0
// The steps of merge_segments(), in the order in which they are done.
#pragma once

#include "store/merge_inputs.h"
#include "store/merge_segments.h"
#include "store/segment_reader.h"

namespace forewhen::store {

// Numbers of actors or places of one segment in the merged one.
using NewNumbers = std::vector<std::uint32_t>;

// Values of one letter on their way to the store.
class SegmentOutput {
 public:
  SegmentOutput(OrderedKv& kv, std::uint32_t segment, char letter)
      : prefix_(segment_key(segment, letter)), load_(kv.begin_load(space_of(letter))) {}
  Status numbered(std::uint32_t number, std::string_view value) {
    std::string key = prefix_;
    append_be32(key, number);
    return load_->add(key, value);
  }
  Status under(std::string_view key, std::string_view value) { return load_->add(key, value); }
  const std::string& prefix() const { return prefix_; }
  Status finish() { return load_->finish(); }

 private:
  std::string prefix_;
  std::unique_ptr<KvLoad> load_;
};

class SegmentMerge {
 public:
  SegmentMerge(OrderedKv& kv, const SegmentEntries& from, std::uint32_t number) : kv_(kv), from_(from) {
    merged_.info.number = number;
  }

  Result<MergedSegment> run() {
    for (auto step : {&SegmentMerge::begin, &SegmentMerge::put_names, &SegmentMerge::put_rows, &SegmentMerge::put_lists,
                      &SegmentMerge::put_keys, &SegmentMerge::put_mirrors, &SegmentMerge::put_stems,
                      &SegmentMerge::put_directory}) {
      if (Status done = (this->*step)(); !done) return done.error();
    }
    return std::move(merged_);
  }

 private:
  Status begin();
  Status put_names();
  Status put_rows();
  Status put_lists();
  Status put_keys();
  Status put_mirrors();
  Status put_stems();
  Status put_directory();

  template <class Thing, class Decode, class Encode>
  Status put_named(char letter, char word_letter, std::vector<NewNumbers>& numbers, std::vector<std::uint64_t>& ids,
                   Decode decode, Encode encode);
  Status put_list(char letter, const std::vector<NewNumbers>& owners, OwnerLists SegmentDirectory::*lists);
  // A row of an input as one of the merged segment.
  void append_to(CoverChunk& chunk, std::size_t input, const CoverChunk& from, std::size_t at, std::uint32_t row);
  template <class Value>
  std::vector<SegmentReader<Value>> readers(char letter) const {
    std::vector<SegmentReader<Value>> all;
    for (const auto& entry : from_) all.emplace_back(kv_, entry->info, letter);
    return all;
  }
  SegmentOutput output(char letter) const { return SegmentOutput(kv_, merged_.info.number, letter); }

  OrderedKv& kv_;
  const SegmentEntries& from_;
  MergedSegment merged_;
  SegmentDirectory directory_;
  std::vector<SegmentDirectory> inputs_;            // the directories of the inputs
  std::vector<NewNumbers> actors_, places_, rows_;  // of each input, by its own number
};

}  // namespace forewhen::store
