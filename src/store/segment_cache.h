// SPDX-License-Identifier: Apache-2.0
// What was read of segments lately, decoded as far as it helps: segments never change, so what was read stays true for
// as long as the catalog that it belongs to. Saves a look into the database for each row of a list.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace forewhen::store {

struct CachedPiece {
  std::string bytes;                // of a chunk of covering rows
  std::vector<std::uint32_t> rows;  // of the list of an actor or place

  std::size_t size() const { return bytes.size() + rows.size() * sizeof(std::uint32_t) + 128; }
};

class SegmentCache {
 public:
  struct Key {
    std::uint32_t segment = 0;
    char letter = 0;
    std::uint64_t id = 0;  // of the chunk or owner
    friend bool operator==(const Key&, const Key&) = default;
  };

  // Null when it is not there.
  std::shared_ptr<const CachedPiece> find(const Key& key);
  std::shared_ptr<const CachedPiece> keep(const Key& key, CachedPiece piece);

 private:
  struct Hash {
    std::size_t operator()(const Key& key) const {
      const std::uint64_t mixed =
          key.id ^ (std::uint64_t{key.segment} << 40) ^ (static_cast<std::uint64_t>(key.letter) << 32);
      return mixed * 0x9e3779b97f4a7c15u >> 7;
    }
  };
  using Pieces = std::unordered_map<Key, std::shared_ptr<const CachedPiece>, Hash>;
  void put(const Key& key, std::shared_ptr<const CachedPiece> piece);

  // Two generations: when the young one is full it becomes the old one, and the old one goes. What is asked for again
  // becomes young again.
  std::mutex mutex_;
  Pieces young_, old_;
  std::size_t young_bytes_ = 0;
};

}  // namespace forewhen::store
