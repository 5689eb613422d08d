// SPDX-License-Identifier: Apache-2.0
// Inside the module an error carries the reason under which it is counted.
#pragma once

#include "forewhen/ingest/reader.h"

namespace forewhen::ingest {

struct Refused {
  Refusal refusal = Refusal::unreadable;
  Error error;
};

// A value or the reason why there is none.
template <class T>
using Taken = std::variant<T, Refused>;

}  // namespace forewhen::ingest
