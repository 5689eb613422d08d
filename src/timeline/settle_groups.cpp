// SPDX-License-Identifier: Apache-2.0
#include "timeline/settle_groups.h"

#include <algorithm>
#include <numeric>

namespace forewhen {
namespace {

// Claims of one local event of the document that decisions do not tell apart: those of one bundle, or all those that
// nobody decided about.
struct Atom {
  ClaimId group;
  std::optional<ClaimId> bundle;
  std::vector<ClaimId> claims;
};

class Settling {
 public:
  Settling(const std::vector<const DocumentClaims*>& documents, const DecisionIndex& decisions)
      : decisions_(decisions) {
    for (const DocumentClaims* document : documents) take_apart(*document);
    whole_.resize(atoms_.size());
    std::iota(whole_.begin(), whole_.end(), std::size_t{0});
    std::map<ClaimId, std::size_t> first;
    for (std::size_t i = 0; i < atoms_.size(); ++i) {
      bundles_.push_back({});
      if (!atoms_[i].bundle) continue;
      bundles_[i].insert(*atoms_[i].bundle);
      unite(first.try_emplace(*atoms_[i].bundle, i).first->second, i);
    }
  }

  Homes settle() {
    for (const ClaimId group : order_) settle_group(of_group_[group]);
    return std::move(homes_);
  }

 private:
  void take_apart(const DocumentClaims& document) {
    const Homes said = homes_of(document);
    std::map<std::pair<ClaimId, std::optional<ClaimId>>, std::size_t> known;
    for (const Claim& claim : document.claims) {
      const ClaimId group = said.at(claim.id);
      const auto bundle = decisions_.bundle(claim.id);
      const auto [at, fresh] = known.try_emplace({group, bundle}, atoms_.size());
      if (fresh) {
        atoms_.push_back({group, bundle, {}});
        if (of_group_[group].empty()) order_.push_back(group);
        of_group_[group].push_back(at->second);
      }
      atoms_[at->second].claims.push_back(claim.id);
    }
  }

  void unite(std::size_t a, std::size_t b) {
    const std::size_t into = std::min(whole_[a], whole_[b]), from = std::max(whole_[a], whole_[b]);
    if (into == from) return;
    for (std::size_t& whole : whole_) {
      if (whole == from) whole = into;
    }
    bundles_[into].merge(bundles_[from]);
  }

  // Each joins the first piece of its group that it may join.
  void settle_group(const std::vector<std::size_t>& atoms) {
    std::vector<std::vector<std::size_t>> pieces;
    for (const std::size_t atom : atoms) {
      const auto piece = std::find_if(pieces.begin(), pieces.end(), [&](const auto& members) {
        return !decisions_.any_apart(bundles_[whole_[members[0]]], bundles_[whole_[atom]]);
      });
      if (piece == pieces.end()) {
        pieces.push_back({atom});
      } else {
        unite(piece->front(), atom);
        piece->push_back(atom);
      }
    }
    for (const auto& members : pieces) {
      const ClaimId home = atoms_[members[0]].claims[0];
      for (const std::size_t atom : members) {
        for (const ClaimId claim : atoms_[atom].claims) homes_[claim] = home;
      }
    }
  }

  const DecisionIndex& decisions_;
  std::vector<Atom> atoms_;
  std::vector<ClaimId> order_;  // groups in the order of the text
  std::map<ClaimId, std::vector<std::size_t>> of_group_;
  std::vector<std::size_t> whole_;          // of each atom
  std::vector<std::set<ClaimId>> bundles_;  // of each whole, at its least atom
  Homes homes_;
};

}  // namespace

Homes homes_of(const DocumentClaims& document) {
  Homes homes;
  std::set<ClaimId> firsts;
  for (const Claim& claim : document.claims) {
    const ClaimId first = claim.same_as && firsts.contains(claim.same_as) ? claim.same_as : claim.id;
    firsts.insert(first);
    homes[claim.id] = first;
  }
  return homes;
}

Homes settle_groups(const std::vector<const DocumentClaims*>& documents, const DecisionIndex& decisions) {
  return Settling(documents, decisions).settle();
}

}  // namespace forewhen
