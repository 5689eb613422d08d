// SPDX-License-Identifier: Apache-2.0
// From a thing to every row that the store keeps for it: its record and all index rows. Writing takes the rows of the
// old state away and puts those of the new one, check compares them with what lies on disk; both use these functions.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/codec.h"
#include "store/ordered_kv.h"

namespace forewhen::store {

using Rows = std::map<std::pair<Space, std::string>, std::string>;

struct StoredDocument {
  std::string id;
  DocumentRecord record;
  std::string text;
  ClaimList list;
  std::vector<Claim> claims;
};

struct StoredNames {
  std::string document;
  NameList list;  // no rows at all when it is empty
};

void add_rows(Rows& rows, const StoredDocument& document);
void add_rows(Rows& rows, const EventRecord& event);
void add_rows(Rows& rows, const Actor& actor);
void add_rows(Rows& rows, const Place& place);
void add_rows(Rows& rows, const Link& link);
void add_rows(Rows& rows, const StoredNames& names);
void add_rows(Rows& rows, const Decision& decision);

template <class Thing>
Rows rows_of(const Thing& thing) {
  Rows rows;
  add_rows(rows, thing);
  return rows;
}

EventRow row_of(const Event& event);

// What one row adds to the counts. An event is undated when nothing bounds its start from below.
void count_row(GraphCounts& counts, std::string_view key);

// What turns `before` into `after`, in the order of the keys; nothing for rows that stay as they are.
std::vector<KvWrite> difference(const Rows& before, const Rows& after);

}  // namespace forewhen::store
