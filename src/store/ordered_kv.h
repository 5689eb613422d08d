// SPDX-License-Identifier: Apache-2.0
// The seam under the store: ordered keys with values, written in atomic batches, read by get and by walking forward
// from a key. Nothing else, since that is all that a distributed ordered store (RADOS omap) offers; keys are laid out
// newest first so that walking back is never needed. Keys order by memcmp.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forewhen/base/result.h"

namespace forewhen::store {

// Column families: what is read together lies together. Four, since opening costs most of a millisecond for each.
enum class Space : std::uint8_t {
  records = 0,  // the things themselves, and the version
  text = 1,     // the texts of the documents
  time = 2,     // events in the order of time, under each actor, place and document
  index = 3,    // names, stems, blocks, claims
};
inline constexpr int kSpaces = 4;
std::string_view name_of(Space space);

struct KvWrite {
  Space space;
  std::string key;
  std::optional<std::string> value;  // nothing: the key goes

  friend bool operator==(const KvWrite&, const KvWrite&) = default;
};

// Walks forward over one space as it was when the cursor was made.
class KvCursor {
 public:
  virtual ~KvCursor() = default;
  // To the first key that is not less.
  virtual void seek(std::string_view key) = 0;
  virtual void next() = 0;  // REQUIRES: valid()
  virtual bool valid() const = 0;
  // Until the next move. REQUIRES: valid()
  virtual std::string_view key() const = 0;
  virtual std::string_view value() const = 0;
  // Why valid() is false: at the end, or bytes that could not be read.
  virtual Status status() const = 0;
};

// Many new keys of one space, past the log where the store can (OrderedKv::load).
class KvLoad {
 public:
  virtual ~KvLoad() = default;
  virtual Status add(std::string_view key, std::string_view value) = 0;  // REQUIRES: keys ascend
  virtual Status finish() = 0;
};

class OrderedKv {
 public:
  virtual ~OrderedKv() = default;
  // All of them or none, later ones over earlier ones.
  virtual Status commit(const std::vector<KvWrite>& writes) = 0;
  // Many new keys at once, sorted by space and key, under a prefix that holds none; past the log, as files of their own
  // where the store can. Not atomic: nobody may look there until a later commit() says that they are there. Two threads
  // may load at a time, each its own keys.
  virtual Status load(const std::vector<KvWrite>& sorted) { return commit(sorted); }
  // The same for more than memory holds, a space at a time. What was added may not be there before finish().
  virtual std::unique_ptr<KvLoad> begin_load(Space space);
  virtual Result<std::optional<std::string>> get(Space space, std::string_view key) const = 0;
  virtual std::unique_ptr<KvCursor> cursor(Space space) const = 0;
  // What was committed survives the loss of power.
  virtual Status sync() = 0;
  // A reader's view moves to what the writer has committed by now.
  virtual Status catch_up() = 0;
  // Gives back the room of what was taken away or written over, and packs the rest as tightly as the store can.
  virtual Status compact() { return Done{}; }
  // Bytes on disk of each space, files and the log; empty in memory.
  struct DiskUse {
    std::uint64_t files = 0, bytes = 0;
    friend bool operator==(const DiskUse&, const DiskUse&) = default;
  };
  virtual std::vector<DiskUse> disk_use() const { return {}; }  // in the order of Space
  // The present state, for reading; what is committed later does not show in it. A view of a reader's store moves with
  // that store's catch_up().
  virtual std::unique_ptr<OrderedKv> view() const = 0;
};

}  // namespace forewhen::store
