// SPDX-License-Identifier: Apache-2.0
// How many sources tell an event, and how many of them tell it independently: documents that are copies of one another
// (the same wire story in three newspapers) count as one.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "forewhen/model/event_source.h"

namespace forewhen {

struct Corroboration {
  std::uint64_t documents = 0;    // that mention the event
  std::uint64_t independent = 0;  // groups of them that are no copies of each other

  friend bool operator==(const Corroboration&, const Corroboration&) = default;
};

// "told by 3 documents, 2 independent"; empty for one document.
std::string to_string(const Corroboration& told);

// The texts decide, whatever their order: a document is a copy of another if at least half of the runs of five words of
// the shorter one stand in the other too (src/query/copies.h); copies of copies belong together. A report that takes a
// wire story over and adds to it thus counts with that story. Texts are read once; events of one document need none.
// Rows of data sets have no texts: all reports of one publisher count as one, and so do the rows of the data set
// itself.
class Corroborator {
 public:
  // `source` must outlive it.
  explicit Corroborator(const EventSource& source) : source_(&source) {}

  Result<Corroboration> of(const Event& event);
  // The documents that mention the event, by id, in groups of copies; the groups by their first document.
  Result<std::vector<std::vector<std::string>>> groups_of(const Event& event);

 private:
  Result<std::vector<std::vector<std::string>>> group(const std::set<std::string>& documents);
  Result<std::vector<std::vector<std::string>>> group_rows(const Event& event) const;

  const EventSource* source_;
  std::map<std::string, std::vector<std::uint64_t>> shingles_;  // by document
};

}  // namespace forewhen
