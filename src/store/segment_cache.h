// SPDX-License-Identifier: Apache-2.0
// What was read of segments lately, decoded: segments never change, so what was read stays true for as long as the
// catalog that it belongs to. A table of shelves with four places each, the one asked for last in front: what comes
// takes the last place of its shelf, so that finding, keeping and forgetting cost the same however much there is.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "store/row_columns.h"
#include "store/segment_cover.h"

namespace forewhen::store {

// One of these.
struct CachedPiece {
  CoverView cover;
  std::vector<std::uint64_t> ids;  // of rows
  RowsOfColumns rows;
};

class SegmentCache {
 public:
  struct Key {
    std::uint32_t segment = 0;
    std::uint32_t chunk = 0;
    char letter = 0;
    friend bool operator==(const Key&, const Key&) = default;
  };
  using Piece = std::shared_ptr<const CachedPiece>;

  static constexpr std::size_t kBytesOfCovers = 1500;  // a piece of 64 covering rows with two actors each
  static constexpr std::size_t kBytesOfRows = 24000;   // one of kRowsPerBody rows whole

  // Room for as many pieces as take some `bytes`; the table itself is made when the first one comes.
  explicit SegmentCache(std::size_t bytes, std::size_t bytes_per_piece = kBytesOfCovers)
      : shelves_count_(bytes / bytes_per_piece / kPlaces + 1) {}

  // Null when it is not there.
  Piece find(const Key& key) {
    const std::size_t at = shelf_of(key);
    const std::lock_guard lock(mutexes_[at % mutexes_.size()]);
    if (shelves_.empty()) return nullptr;
    Shelf& shelf = shelves_[at];
    for (std::size_t i = 0; i < kPlaces; ++i) {
      if (!(shelf[i].key == key) || !shelf[i].piece) continue;
      if (i > 0) std::swap(shelf[i], shelf[i - 1]);
      return shelf[i > 0 ? i - 1 : 0].piece;
    }
    return nullptr;
  }
  Piece keep(const Key& key, CachedPiece piece) {
    auto kept = std::make_shared<const CachedPiece>(std::move(piece));
    std::call_once(made_, [this] { make(); });
    const std::size_t at = shelf_of(key);
    Place place{key, kept};  // becomes what went, freed outside the lock
    const std::lock_guard lock(mutexes_[at % mutexes_.size()]);
    Shelf& shelf = shelves_[at];
    std::swap(place, shelf[kPlaces - 1]);
    return kept;
  }

 private:
  static constexpr std::size_t kPlaces = 4;
  struct Place {
    Key key;
    Piece piece;
  };
  using Shelf = std::array<Place, kPlaces>;

  std::size_t shelf_of(const Key& key) const {
    const std::uint64_t mixed =
        (key.chunk ^ (std::uint64_t{key.segment} << 40) ^ (static_cast<std::uint64_t>(key.letter) << 32)) *
        0x9e3779b97f4a7c15u;
    return static_cast<std::size_t>((mixed >> 32) * shelves_count_ >> 32);
  }
  void make() {
    std::vector<Shelf> shelves(shelves_count_);
    std::array<std::unique_lock<std::mutex>, 64> locks;
    for (std::size_t i = 0; i < locks.size(); ++i) locks[i] = std::unique_lock(mutexes_[i]);
    shelves_.swap(shelves);
  }

  std::size_t shelves_count_;
  std::vector<Shelf> shelves_;
  std::once_flag made_;
  std::array<std::mutex, 64> mutexes_;
};

// Rows whole take much room and are asked for a few at a time, so they do not drive out what lists are made of.
struct SegmentCaches {
  // `memory`: of all that the store has (StoreOptions)
  explicit SegmentCaches(std::size_t memory) : lists(memory / 8 * 3), rows(memory / 16, SegmentCache::kBytesOfRows) {}
  SegmentCache lists, rows;
};

}  // namespace forewhen::store
