// SPDX-License-Identifier: Apache-2.0
#include "store/packed_column.h"

#include <algorithm>
#include <numeric>

namespace forewhen::store {
namespace {

std::size_t varint_size(std::uint64_t number) {
  return std::max<std::size_t>(1, (static_cast<std::size_t>(std::bit_width(number)) + 6) / 7);
}

class Bits {
 public:
  explicit Bits(std::string& out) : out_(out) {}
  // REQUIRES: width <= 56
  void add(std::uint64_t number, unsigned width) {
    word_ |= number << filled_;
    filled_ += width;
    if (filled_ < 64) return;
    put(8);
    filled_ -= 64;
    word_ = filled_ == 0 ? 0 : number >> (width - filled_);
  }
  void finish() { put((filled_ + 7) / 8); }

 private:
  void put(unsigned count) {
    char bytes[8];
    for (unsigned i = 0; i < 8; ++i) bytes[i] = static_cast<char>(word_ >> (8 * i));
    out_.append(bytes, count);
  }

  std::string& out_;
  std::uint64_t word_ = 0;
  unsigned filled_ = 0;  // bits; less than 64 between calls
};

// The numbers that there are, ascending; none when they are too many.
struct Distinct {
  std::uint64_t numbers[kMostInDictionary];
  std::size_t count = 0;

  // None either when they cannot be written in less than `most` bytes: one for each of them, and the indexes.
  Distinct(std::span<const std::uint64_t> all, std::size_t most) {
    for (const std::uint64_t number : all) {
      if (std::find(numbers, numbers + count, number) != numbers + count) continue;
      const std::size_t bits = static_cast<std::size_t>(std::bit_width(count)) * all.size();
      if (count == kMostInDictionary || count + 1 + (bits + 7) / 8 >= most) {
        count = 0;
        return;
      }
      numbers[count++] = number;
    }
    std::sort(numbers, numbers + count);
  }
};

// What all distances from the least have in common.
std::uint64_t step_of(std::span<const std::uint64_t> numbers, std::uint64_t least) {
  std::uint64_t step = 0;
  for (const std::uint64_t number : numbers) {
    if (step == 1) break;
    const std::uint64_t distance = number - least;
    if (step == 0 || distance % step != 0) step = std::gcd(step, distance);
  }
  return std::max<std::uint64_t>(step, 1);
}

}  // namespace

void append_column(std::string& out, std::span<const std::uint64_t> numbers) {
  if (numbers.empty()) return;
  const auto [least, greatest] = std::minmax_element(numbers.begin(), numbers.end());
  if (*least == *greatest) {  // nothing is shorter
    out += '\0';
    append_varint(out, *least);
    return;
  }
  const std::uint64_t reach = *greatest - *least, step = step_of(numbers, *least);
  const auto width = static_cast<unsigned>(std::bit_width(reach));
  const auto steps_width = static_cast<unsigned>(std::bit_width(reach / step));
  const auto bytes_of = [&](unsigned bits) { return (numbers.size() * bits + 7) / 8; };
  constexpr std::size_t kNever = ~std::size_t{0};
  const std::size_t packed = width <= kWidestPacked ? varint_size(*least) + bytes_of(width) : kNever;
  // Each number takes a byte at least, so mostly there is nothing to add up.
  std::size_t plain = numbers.size();
  if (packed > plain) {
    plain = 0;
    for (const std::uint64_t number : numbers) plain += varint_size(number);
  }
  const std::size_t stepped = step > 1 && steps_width <= kWidestPacked
                                  ? varint_size(*least) + varint_size(step) + bytes_of(steps_width)
                                  : kNever;
  const Distinct known(numbers, std::min({packed, plain, stepped}));
  const auto index_width = static_cast<unsigned>(std::bit_width(known.count == 0 ? 0 : known.count - 1));
  std::size_t listed = known.count == 0 ? kNever : bytes_of(index_width);
  for (std::size_t k = 0; k < known.count; ++k)
    listed += varint_size(known.numbers[k] - (k > 0 ? known.numbers[k - 1] : 0));

  const std::size_t shortest = std::min({packed, plain, stepped, listed});
  Bits bits(out);
  if (packed == shortest) {
    out += static_cast<char>(width);
    append_varint(out, *least);
    for (const std::uint64_t number : numbers) bits.add(number - *least, width);
  } else if (plain == shortest) {
    out += static_cast<char>(kPlainColumn);
    for (const std::uint64_t number : numbers) append_varint(out, number);
  } else if (stepped == shortest) {
    out += static_cast<char>(kSteppedColumn + steps_width);
    append_varint(out, *least), append_varint(out, step);
    for (const std::uint64_t number : numbers) bits.add((number - *least) / step, steps_width);
  } else {
    out += static_cast<char>(kDictionaryColumn + known.count - 1);
    for (std::size_t k = 0; k < known.count; ++k)
      append_varint(out, known.numbers[k] - (k > 0 ? known.numbers[k - 1] : 0));
    for (const std::uint64_t number : numbers) {
      const auto at = std::lower_bound(known.numbers, known.numbers + known.count, number) - known.numbers;
      bits.add(static_cast<std::uint64_t>(at), index_width);
    }
  }
  bits.finish();
}

void PackedColumn::read(ByteReader& in, std::string_view value, std::size_t count) {
  if (count == 0) return;
  form_ = in.u8();
  const unsigned width = form_ & (kSteppedColumn - 1u);
  if (form_ < kDictionaryColumn && width <= kWidestPacked) {
    least_ = in.varint();
    if (form_ >= kSteppedColumn) step_ = in.varint();
    width_ = static_cast<std::uint8_t>(width);
  } else if (form_ == kPlainColumn) {
    if (count > in.rest().size()) return in.fail();
    numbers_ = std::make_unique<std::uint64_t[]>(count);
    for (std::size_t i = 0; i < count; ++i) numbers_[i] = in.varint();
    return;
  } else if (form_ >= kDictionaryColumn && form_ < kDictionaryColumn + kMostInDictionary) {
    step_ = form_ - kDictionaryColumn;
    numbers_ = std::make_unique<std::uint64_t[]>(step_ + 1);
    std::uint64_t last = 0;
    for (std::size_t k = 0; k <= step_; ++k) numbers_[k] = last += in.varint();
    width_ = static_cast<std::uint8_t>(std::bit_width(step_));
  } else {
    return in.fail();
  }
  begin_ = static_cast<std::uint32_t>(value.size() - in.rest().size());
  in.take((count * width_ + 7) / 8);
}

}  // namespace forewhen::store
