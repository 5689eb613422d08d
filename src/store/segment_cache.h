// SPDX-License-Identifier: Apache-2.0
// What was read of segments lately: segments never change, so what was read stays true for as long as the catalog that
// it belongs to. A table of shelves with a few places and some room each, the piece asked for last in front: what comes
// takes the last place of its shelf, and what does not fit beside it any more goes, so that finding, keeping and
// forgetting cost the same however much there is.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "store/packed_rows.h"
#include "store/segment_cover.h"

namespace forewhen::store {

// One of these.
struct CachedPiece {
  CoverView cover;
  std::vector<std::uint64_t> ids;  // of rows
  PackedRows rows;
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
  static constexpr std::size_t kBytesOfRows = 32000;   // one of kRowsPerBody rows whole, as they are packed, if long

  // Room for pieces of some `bytes` together; the table itself is made when the first one comes.
  explicit SegmentCache(std::size_t bytes, std::size_t bytes_per_piece = kBytesOfCovers)
      : bytes_per_shelf_(bytes_per_piece * kPlaces / 2), shelves_count_(bytes / bytes_per_shelf_ + 1) {}

  // Null when it is not there.
  Piece find(const Key& key) {
    const std::size_t at = shelf_of(key);
    const std::lock_guard lock(mutexes_[at % mutexes_.size()]);
    if (shelves_.empty()) return nullptr;
    Shelf& shelf = shelves_[at];
    for (std::size_t i = 0; i < shelf.taken; ++i) {
      if (!(shelf.places[i].key == key)) continue;
      if (i > 0) std::swap(shelf.places[i], shelf.places[i - 1]);
      return shelf.places[i > 0 ? i - 1 : 0].piece;
    }
    return nullptr;
  }
  // `bytes`: what the piece takes.
  Piece keep(const Key& key, CachedPiece piece, std::size_t bytes) {
    auto kept = std::make_shared<const CachedPiece>(std::move(piece));
    std::call_once(made_, [this] { make(); });
    const std::size_t at = shelf_of(key);
    std::array<Piece, kPlaces> gone;  // freed outside the lock
    const std::lock_guard lock(mutexes_[at % mutexes_.size()]);
    Shelf& shelf = shelves_[at];
    while (shelf.taken > 0 && (shelf.taken == kPlaces || shelf.bytes + bytes > bytes_per_shelf_)) {
      Place& last = shelf.places[--shelf.taken];
      shelf.bytes -= last.bytes;
      gone[shelf.taken] = std::move(last.piece);
    }
    shelf.places[shelf.taken++] = {key, bytes, kept};
    shelf.bytes += bytes;
    return kept;
  }

 private:
  static constexpr std::size_t kPlaces = 8;
  struct Place {
    Key key;
    std::size_t bytes = 0;
    Piece piece;
  };
  struct Shelf {
    std::array<Place, kPlaces> places;
    std::size_t taken = 0, bytes = 0;
  };

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

  std::size_t bytes_per_shelf_, shelves_count_;
  std::vector<Shelf> shelves_;
  std::once_flag made_;
  std::array<std::mutex, 64> mutexes_;
};

// Rows whole take much room and are asked for a few at a time, so they do not drive out what lists are made of.
struct SegmentCaches {
  // `memory`: of all that the store has (StoreOptions)
  explicit SegmentCaches(std::size_t memory) : lists(memory / 16 * 5), rows(memory / 8, SegmentCache::kBytesOfRows) {}
  SegmentCache lists, rows;
};

}  // namespace forewhen::store
