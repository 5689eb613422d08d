// SPDX-License-Identifier: Apache-2.0
// Several sorted inputs as one.
#pragma once

#include <algorithm>
#include <vector>

#include "forewhen/base/result.h"

namespace forewhen::store {

// Steps through the inputs in the order of their heads: less(a, b) compares two inputs, take(number, input) is given
// each head in turn; of equal heads that of the first input comes first. Input: Result<bool> next(), false at its end.
template <class Input, class Less, class Take>
Status merge_inputs(std::vector<Input>& inputs, Less less, Take take) {
  std::vector<std::size_t> heads;
  const auto is_later = [&](std::size_t a, std::size_t b) {
    if (less(inputs[a], inputs[b])) return false;
    return less(inputs[b], inputs[a]) || a > b;
  };
  const auto advance = [&](std::size_t i) -> Status {
    const auto more = inputs[i].next();
    if (!more) return more.error();
    if (!*more) return Done{};
    heads.push_back(i);
    std::push_heap(heads.begin(), heads.end(), is_later);
    return Done{};
  };
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (Status moved = advance(i); !moved) return moved;
  }
  while (!heads.empty()) {
    std::pop_heap(heads.begin(), heads.end(), is_later);
    const std::size_t i = heads.back();
    heads.pop_back();
    if (Status taken = take(i, inputs[i]); !taken) return taken;
    if (Status moved = advance(i); !moved) return moved;
  }
  return Done{};
}

}  // namespace forewhen::store
