// SPDX-License-Identifier: Apache-2.0
// An import made once more in another store, under its number, with what it did then told as before.
#pragma once

#include <functional>

#include "forewhen/store/graph_store.h"
#include "forewhen/store/record_import.h"

namespace forewhen::store {

// REQUIRES: `to` has no such import. add(import) hands its rows in.
Status import_again(GraphStore& to, const ImportInfo& info, const std::function<Status(RecordImport&)>& add);

}  // namespace forewhen::store
