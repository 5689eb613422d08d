// SPDX-License-Identifier: Apache-2.0
#include "forewhen/timeline/why_same_actor.h"

#include <fmt/format.h>

#include <algorithm>

#include "forewhen/time/iso.h"
#include "timeline/graph_states.h"
#include "timeline/office_terms.h"

namespace forewhen {
namespace {

using Effect = SameFeature::Effect;

// A use of one of the two names.
struct Use {
  const Document* document;
  const Claim* claim;
  const Participant* participant;
  ResolvedName meant;
};

std::string day_words(std::int64_t day) {
  return format_iso(CalendarTime{Instant(std::chrono::days(day)), Grain::day});
}

std::string listed(const std::set<std::string>& words) { return fmt::format("{}", fmt::join(words, ", ")); }

class Asking {
 public:
  explicit Asking(const ClaimSource& source) : source_(source), states_(source, {}) {}

  std::vector<Use> uses_of(ActorId by_itself, const std::string& name) {
    std::vector<Use> uses;
    for (const std::string& id : documents_with_actor_name(source_, by_itself, name)) {
      const DocumentClaims* document = states_.claims_after(id);
      if (!document) continue;
      const ResolveActor resolve = states_.resolver(id, true);
      for (const Claim& claim : document->claims) {
        for (const Participant& participant : claim.participants) {
          if (actor_by_itself(participant, id).actor != by_itself) continue;
          uses.push_back({&document->document, &claim, &participant, resolve(participant, claim)});
        }
      }
    }
    return uses;
  }

  ActorName named(ActorId by_itself, const std::string& name) {
    ActorName found{name, by_itself, {}};
    for (const Use& use : uses_of(by_itself, name)) {
      auto& [meant, documents] = found.means[use.meant.actor];
      meant = use.meant.name;
      if (documents.empty() || documents.back() != use.document->id) documents.push_back(use.document->id);
    }
    return found;
  }

  WhySameActor answer(ActorName a, ActorName b) {
    WhySameActor why{std::move(a), std::move(b), false, {}};
    for (const auto& [actor, meant] : why.a.means) why.joined = why.joined || why.b.means.contains(actor);
    const std::vector<Use> of_a = uses_of(why.a.by_itself, why.a.name), of_b = uses_of(why.b.by_itself, why.b.name);
    features_ = &why.features;
    compare_names(why.a.name, of_a, why.b.name, of_b);
    compare_offices(of_a, of_b, false);
    compare_offices(of_b, of_a, true);
    compare("country", of_a, of_b, [](const Use& use) { return use.participant->country; });
    compare("kind", of_a, of_b, [](const Use& use) { return std::string(name_of(use.participant->kind)); });
    compare("said as", of_a, of_b, [](const Use& use) { return use.participant->text; });
    compare("documents", of_a, of_b, [](const Use& use) { return use.document->id; });
    add_decisions_about(why.a.by_itself, why.b.by_itself);
    return why;
  }

 private:
  void add(std::string name, Effect effect, std::string a, std::string b) {
    features_->push_back({std::move(name), effect, 0, std::move(a), std::move(b)});
  }

  template <class Read>
  void compare(const char* name, const std::vector<Use>& a, const std::vector<Use>& b, Read read) {
    std::set<std::string> of_a, of_b;
    for (const Use& use : a) of_a.insert(read(use));
    for (const Use& use : b) of_b.insert(read(use));
    of_a.erase(""), of_b.erase("");
    if (!of_a.empty() || !of_b.empty()) add(name, Effect::silent, listed(of_a), listed(of_b));
  }

  static std::set<BlockKey> blocks_of(const std::vector<Use>& uses) {
    std::set<BlockKey> blocks;
    for (const Use& use : uses) blocks.insert(form_of(use.participant->name, use.participant->kind).block);
    blocks.erase(0);
    return blocks;
  }

  void compare_names(const std::string& a, const std::vector<Use>& of_a, const std::string& b,
                     const std::vector<Use>& of_b) {
    const std::set<BlockKey> blocks = blocks_of(of_a), others = blocks_of(of_b);
    for (const BlockKey block : blocks) {
      if (!others.contains(block)) continue;
      add("same surname, or initials", Effect::needed, a, b);
      std::map<std::string, std::string> full;
      for (const std::string& name : states_.names().after(block)) {
        if (!name.empty() && name[0] == kFullMark) full.try_emplace(normalised_name(name.substr(1)), name.substr(1));
      }
      std::set<std::string> names;
      for (const auto& [normalised, name] : full) names.insert(name);
      const bool both_full = full.contains(normalised_name(a)) && full.contains(normalised_name(b));
      if (both_full)
        add("two full names", Effect::forbids, a, b);
      else
        add("full names that fit", full.size() == 1 ? Effect::counts : Effect::forbids, listed(names), listed(names));
      return;
    }
    if (!of_a.empty() && !of_b.empty()) add("same surname, or initials", Effect::missing, a, b);
  }

  // Each day on which the first are said by office, with who held it by the reports.
  void compare_offices(const std::vector<Use>& said, const std::vector<Use>& others, bool turned) {
    std::set<std::string> people;
    for (const Use& use : others) people.insert(normalised_name(use.participant->name));
    std::map<std::pair<std::string, std::int64_t>, std::set<std::string>> documents;
    for (const Use& use : said) {
      if (use.participant->kind != ActorKind::office || use.participant->office.empty()) continue;
      const auto day = office_day(*use.document, *use.claim);
      if (day)
        documents[{use.participant->office, *day}].insert(use.document->id);
      else
        put(turned, use.participant->office, Effect::missing,
            fmt::format("no day of report that it is news on ({})", use.document->id), "");
    }
    for (const auto& [mention, ids] : documents) {
      const BlockKey block = office_block(mention.first, mention.second);
      const OfficeTerms terms(states_.names().after(block));
      const auto holder = terms.holder_on(mention.second);
      const Effect effect = !holder                                     ? Effect::missing
                            : people.contains(normalised_name(*holder)) ? Effect::counts
                                                                        : Effect::forbids;
      put(turned, mention.first, effect, fmt::format("{} ({})", day_words(mention.second), listed(ids)),
          holder ? "held by " + *holder : "no holder known, or two possible");
      for (const OfficeReport& report : terms.reports()) {
        if (!people.contains(normalised_name(report.holder)) && (!holder || report.holder != *holder)) continue;
        put(turned, "report of the holder", Effect::silent, "",
            fmt::format("{} {}{} ({})", report.holder, day_words(report.from),
                        report.from == report.to ? "" : " to " + day_words(report.to), reporters(block, report)));
      }
    }
  }
  void put(bool turned, std::string name, Effect effect, std::string said, std::string held) {
    turned ? add(std::move(name), effect, std::move(held), std::move(said))
           : add(std::move(name), effect, std::move(said), std::move(held));
  }
  std::string reporters(BlockKey block, const OfficeReport& report) const {
    std::set<std::string> documents;
    for (const std::string& name : need(source_.names_in_block(block))) {
      const OfficeTerms alone({name});
      const auto& said = alone.reports();
      if (said.empty() || said[0].from != report.from || said[0].to != report.to) continue;
      for (std::string& document : need(source_.documents_with_name(block, name, 0)))
        documents.insert(std::move(document));
    }
    return listed(documents);
  }

  void add_decisions_about(ActorId a, ActorId b) {
    const ActorDecisions& decisions = states_.actor_decisions(true);
    const auto numbers = [](const std::vector<std::uint64_t>& all) { return fmt::format("{}", fmt::join(all, ", ")); };
    if (const auto merges = decisions.merges(a, b); !merges.empty())
      add("merged by people, decision", Effect::counts, numbers(merges), numbers(merges));
    if (const auto splits = decisions.splits(a, b); !splits.empty())
      add("split by people, decision", Effect::forbids, numbers(splits), numbers(splits));
  }

  const ClaimSource& source_;
  GraphStates states_;
  std::vector<SameFeature>* features_ = nullptr;
};

}  // namespace

Result<ActorName> find_actor_name(const ClaimSource& source, ActorId by_itself, const std::string& name) {
  try {
    return Asking(source).named(by_itself, name);
  } catch (const SourceFailure& failure) {
    return failure.error;
  }
}

Result<WhySameActor> why_same_actor(const ClaimSource& source, ActorName a, ActorName b) {
  try {
    return Asking(source).answer(std::move(a), std::move(b));
  } catch (const SourceFailure& failure) {
    return failure.error;
  }
}

}  // namespace forewhen
