// SPDX-License-Identifier: Apache-2.0
// Names in blocks, before and after a change.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "forewhen/model/claim_source.h"

namespace forewhen {

// A failure of the source, carried up to the two functions below: thrown because it may come from any look-up deep in
// the walk, and none of them can do anything about it.
struct SourceFailure {
  Error error;
};

template <class T>
T need(Result<T> result) {
  if (!result) throw SourceFailure{result.error()};
  return std::move(result).value();
}

template <class T>
std::vector<T> minus(const std::set<T>& a, const std::set<T>& b) {
  std::vector<T> out;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

class NameBlocks {
 public:
  explicit NameBlocks(const ClaimSource& source) : source_(source) {}

  void change(const std::set<NameUse>& before, const std::set<NameUse>& after) {
    for (const NameUse& use : minus(before, after)) removed_.insert(use);
    for (const NameUse& use : minus(after, before)) added_.insert(use);
  }

  std::vector<std::string> before(BlockKey block) const { return need(source_.names_in_block(block)); }

  std::vector<std::string> after(BlockKey block) const {
    std::vector<std::string> stored = before(block);
    std::set<std::string> names(stored.begin(), stored.end());
    for (auto use = removed_.lower_bound({block, "", ""}); use != removed_.end() && use->block == block; ++use) {
      if (!used_elsewhere(block, use->name)) names.erase(use->name);
    }
    for (auto use = added_.lower_bound({block, "", ""}); use != added_.end() && use->block == block; ++use)
      names.insert(use->name);
    return {names.begin(), names.end()};
  }

  const std::set<NameUse>& removed() const { return removed_; }
  const std::set<NameUse>& added() const { return added_; }

 private:
  bool used_elsewhere(BlockKey block, const std::string& name) const {
    std::size_t leaving = 0;
    for (auto use = removed_.lower_bound({block, name, ""});
         use != removed_.end() && use->block == block && use->name == name; ++use)
      ++leaving;
    return need(source_.documents_with_name(block, name, leaving + 1)).size() > leaving;
  }

  const ClaimSource& source_;
  std::set<NameUse> removed_, added_;
};

}  // namespace forewhen
