// SPDX-License-Identifier: Apache-2.0
#include "forewhen/store/graph_store.h"
#include "store/body.h"

namespace forewhen {

Result<std::vector<Decision>> GraphStore::decisions() const {
  std::vector<Decision> decisions;
  Status outcome = Done{};
  const Status walked = store::walk(*body_->kv, store::Space::records, store::prefix_of(store::Table::decision),
                                    [&](std::string_view, std::string_view value) {
                                      auto decision = store::decode<Decision>(value);
                                      if (decision) {
                                        decisions.push_back(*std::move(decision));
                                        return true;
                                      }
                                      outcome = decision.error();
                                      return false;
                                    });
  if (!walked) return walked.error();
  if (!outcome) return outcome.error();
  return decisions;
}

}  // namespace forewhen
