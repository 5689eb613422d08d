// SPDX-License-Identifier: Apache-2.0
// Are the stored events those that the claims and the decisions give?
#pragma once

#include <string>
#include <vector>

#include "forewhen/store/graph_store.h"

namespace forewhen {

// Works out again what each document says and compares it with the store; decisions must not contradict each other.
// One line for each difference, in the order of the documents, none twice; empty when all is well. Memory does not grow
// with the store. An Error means that the store could not be read: see check() first.
Result<std::vector<std::string>> verify_events(const GraphStore& store);

}  // namespace forewhen
