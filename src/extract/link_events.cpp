// SPDX-License-Identifier: Apache-2.0
// What the text says about order: "after the vote", "ahead of the talks", results of an attack, events that a time is
// counted from, and the convention that the undated statements of a story answer the event that the story is about.
#include <algorithm>
#include <map>
#include <set>

#include "extract/steps.h"

namespace forewhen {
namespace {

const std::set<std::string_view> kAfter = {"after",          "following", "follow",     "since", "in the wake of",
                                           "in response to", "upon",      "because of", "due to"};
const std::set<std::string_view> kBefore = {"before", "ahead of", "prior to", "until"};

class EventLinker {
 public:
  explicit EventLinker(const Story& story) : story_(story) {}

  std::vector<ClaimLink> link() {
    for (std::size_t i = 0; i < story_.drafts.size(); ++i) {
      by_preposition(i);
      by_result(i);
      by_offset(i);
      by_cause(i);
      by_sequence(i);
      by_report(i);
      by_object(i);
    }
    by_reaction();
    std::stable_sort(links_.begin(), links_.end(), [](const ClaimLink& a, const ClaimLink& b) {
      return std::tie(a.evidence, a.from, a.to, a.rule) < std::tie(b.evidence, b.from, b.to, b.rule);
    });
    links_.erase(std::unique(links_.begin(), links_.end()), links_.end());
    return std::move(links_);
  }

 private:
  const Draft& draft(std::size_t i) const { return story_.drafts[i]; }
  const Tree& tree(std::size_t i) const { return story_.trees[draft(i).sentence]; }
  static bool happened(const Draft& d) {
    return d.claim.modality == Modality::actual || d.claim.modality == Modality::reported;
  }

  void add(std::size_t from, std::size_t to, Relation relation, std::string rule, int weight, Span evidence) {
    if (from == to || draft(from).claim.same_as == draft(to).claim.same_as) return;
    links_.push_back({draft(from).claim.id, draft(to).claim.id, relation, std::move(rule),
                      static_cast<std::uint8_t>(weight), evidence});
  }

  // The event that governs a word, and light verbs' nouns.
  int governing(std::size_t sentence, int w) const {
    const Tree& t = story_.trees[sentence];
    for (; w >= 0; w = t.head(w)) {
      const int at = story_.draft_at(sentence, w);
      if (at >= 0) return at;
      for (std::size_t i = 0; i < story_.drafts.size(); ++i) {
        if (story_.drafts[i].sentence == sentence && story_.drafts[i].carrier == w) return static_cast<int>(i);
      }
    }
    return -1;
  }

  // "said after the attack", "resigned after losing the vote", "clashes ahead of the ballot".
  void by_preposition(std::size_t i) {
    const Draft& d = draft(i);
    const Tree& t = tree(i);
    const int anchor = d.noun && d.carrier >= 0 && t.is(d.carrier, "advcl") ? d.carrier : d.word;
    const std::string marker = t.marker(anchor);
    const bool after = kAfter.contains(marker), before = kBefore.contains(marker);
    if (!after && !before) return;
    if (t.is(anchor, "ccomp") || t.is(anchor, "xcomp")) return;
    const int other = governing(d.sentence, t.head(anchor));
    if (other < 0 || static_cast<std::size_t>(other) == i) return;
    // What has not happened is ordered by its own links only when both are meant so.
    if (!happened(d) || !happened(draft(other))) return;
    const int mark = t.child(anchor, {"case", "mark"});
    const Span evidence{t[mark].span.begin, d.claim.trigger.end};
    if (after) add(i, other, Relation::before, "\"" + marker + "\"", 95, evidence);
    if (before) add(other, i, Relation::before, "\"" + marker + "\"", 95, evidence);
  }

  // A result does not begin before what it results from.
  void by_result(std::size_t i) {
    const Draft& d = draft(i);
    if (d.result_of < 0 || !happened(d) || !happened(draft(d.result_of))) return;
    add(d.result_of, i, Relation::includes, "result of the event", 90, d.claim.sentence);
  }

  // "The shooting led to riots": the cause before its effect. "Resigned over the collapse": what it was about before
  // it.
  void by_cause(std::size_t i) {
    const Draft& d = draft(i);
    const Tree& t = tree(i);
    if (!happened(d)) return;
    if (!d.noun && d.entry && d.entry->is(EventEntry::causes)) {
      const int cause = event_among(d, {"nsubj"}), effect = event_among(d, {"obj", "obl"});
      if (cause >= 0 && effect >= 0) add(cause, effect, Relation::before, "cause", 90, d.claim.sentence);
      const int passive = event_among(d, {"nsubj:pass"}), agent = event_among(d, {"obl:agent", "obl"});
      if (passive >= 0 && agent >= 0) add(agent, passive, Relation::before, "cause", 90, d.claim.sentence);
    }
    if (d.noun && t.is(d.word, "obl") && t.marker(d.word) == "over") {
      const int act = governing(d.sentence, t.head(d.word));
      const bool reason = act >= 0 && !draft(act).noun && happened(draft(act));
      if (reason) add(i, act, Relation::before, "what it was over", 85, d.claim.sentence);
    }
  }
  int event_among(const Draft& d, std::initializer_list<std::string_view> relations) const {
    const Tree& t = story_.trees[d.sentence];
    for (int child : t.children(d.word)) {
      for (std::string_view relation : relations) {
        const int at = t.is(child, relation) ? story_.draft_at(d.sentence, child) : -1;
        if (at >= 0 && happened(draft(at))) return at;
      }
    }
    return -1;
  }

  // "Police said that rebels had shelled the port": what is told as past came before the telling.
  void by_report(std::size_t i) {
    const Draft& d = draft(i);
    if (d.speech_of < 0 || !happened(d) || d.claim.tense == Tense::future || d.future_in_past) return;
    const Draft& report = draft(d.speech_of);
    if (!happened(report) || report.sentence != d.sentence) return;
    const bool past = d.claim.tense == Tense::past || d.claim.aspect == Aspect::perfective ||
                      d.claim.aspect == Aspect::perfective_progressive;
    if (past && !d.noun) add(i, d.speech_of, Relation::before, "report after what it reports", 90, d.claim.sentence);
  }

  // "condemned the attack", "investigating the crash": a reaction to a definite event comes after it.
  void by_object(std::size_t i) {
    const Draft& d = draft(i);
    const Tree& t = tree(i);
    if (!d.noun || d.carrier >= 0 || !happened(d) || !t.is(d.word, "obj")) return;
    const int verb = story_.draft_at(d.sentence, t.head(d.word));
    if (verb < 0 || !happened(draft(verb)) || !is_reaction(draft(verb))) return;
    for (int child : t.children(d.word)) {
      const bool definite = t[child].lemma == "the" || t[child].lemma == "this" || t.is(child, "nmod:poss");
      if (definite) {
        add(i, verb, Relation::before, "reaction after what it is to", 85, d.claim.sentence);
        return;
      }
    }
  }
  static bool is_reaction(const Draft& verb) {
    if (!verb.entry || verb.entry->is(EventEntry::intent)) return false;
    return verb.entry->type == PloverType::accuse || verb.entry->type == PloverType::reject ||
           verb.entry->type == PloverType::support || verb.entry->type == PloverType::protest;
  }

  // Narrative: "then" and "later" go on from the event told before; "had done" goes back behind it.
  void by_sequence(std::size_t i) {
    static const std::set<std::string_view> kNext = {"then",      "later",        "afterwards",
                                                     "afterward", "subsequently", "thereafter"};
    const Draft& d = draft(i);
    const Tree& t = tree(i);
    if (d.noun || !happened(d) || d.speech_of >= 0 || d.relative_clause) return;
    bool next = false;
    for (int child : t.children(d.word))
      next |= t.is(child, "advmod") && kNext.contains(lower_case(t[child].form)) &&
              !is_dated(story_.timex_at(d.sentence, child));
    if (!next && !d.past_perfect) return;
    const int told = told_before(i);
    if (told < 0) return;
    if (d.past_perfect)
      add(i, told, Relation::before, "had done before", 80, d.claim.sentence);
    else if (next)
      add(told, i, Relation::before, "told as next", 85, d.claim.sentence);
  }
  // "later that day" is a date, "later" alone is none.
  bool is_dated(int timex) const {
    return timex >= 0 && !is_open(story_.times[timex].when.bounds.earliest_start) &&
           !is_open(story_.times[timex].when.bounds.latest_start);
  }
  // The main event of the sentence before, or of the same sentence in front of it, in the simple past and no statement.
  int told_before(std::size_t i) const {
    for (std::size_t k = i; k-- > 0;) {
      const Draft& other = draft(k);
      if (draft(i).sentence - other.sentence > 1) return -1;
      const bool statement =
          other.entry && other.entry->is(EventEntry::report) && tree(k).child(other.word, {"obj"}) < 0;
      const bool main =
          !other.noun && !other.relative_clause && !other.past_perfect && other.claim.tense == Tense::past;
      const bool root = tree(k).is(other.word, "root") || tree(k).is(other.word, "conj");
      if (main && root && happened(other) && !statement && other.speech_of < 0) return static_cast<int>(k);
    }
    return -1;
  }

  // "two days after the crash": the event is named in the expression's anchor.
  void by_offset(std::size_t i) {
    const Draft& d = draft(i);
    if (d.timex < 0) return;
    const Timex& timex = story_.times[d.timex];
    if (!timex.relative_to_event || timex.anchor.empty()) return;
    for (std::size_t k = 0; k < story_.drafts.size(); ++k) {
      if (k == i || !timex.anchor.overlaps(draft(k).claim.trigger) || !happened(draft(k)) || !happened(d)) continue;
      const bool before = timex.anchor_relation == TimexBoundary::before;
      const Span evidence{std::min(timex.span.begin, timex.anchor.begin), std::max(timex.span.end, timex.anchor.end)};
      if (before)
        add(i, k, Relation::before, "counted from the event", 95, evidence);
      else
        add(k, i, Relation::before, "counted from the event", 95, evidence);
    }
  }

  // The event the story is about: of those that happened and are no statements, the one told most often; among equals
  // the first, with the headline counted as a mention.
  int central_event() const {
    std::map<ClaimId, std::pair<int, std::size_t>> told;
    for (std::size_t i = 0; i < story_.drafts.size(); ++i) {
      const Claim& claim = draft(i).claim;
      if (!happened(draft(i)) || claim.group.empty() || claim.event_class == EventClass::reporting ||
          claim.event_class == EventClass::state)
        continue;
      if (is_statement_rule(claim)) continue;
      auto [at, fresh] = told.try_emplace(claim.same_as, 0, i);
      ++at->second.first;
    }
    int best = -1, most = 0;
    for (std::size_t i = 0; i < story_.drafts.size(); ++i) {
      const auto at = told.find(draft(i).claim.same_as);
      if (at == told.end() || at->second.second != i) continue;
      const bool lead = draft(i).sentence <= 1;
      const int weight = at->second.first * 2 + (lead ? 1 : 0);
      if (weight > most && (lead || at->second.first > 1)) best = static_cast<int>(i), most = weight;
    }
    return best;
  }
  static bool is_statement_rule(const Claim& claim) {
    return claim.time && claim.time->rule.compare(0, 14, "news statement") == 0;
  }
  // Told as done by a verb, or with a day. A noun alone ("the election", "a strike") may name what is still to come.
  bool is_surely_past(ClaimId head) const {
    return std::any_of(story_.drafts.begin(), story_.drafts.end(), [&](const Draft& d) {
      if (d.claim.same_as != head) return false;
      const bool dated = d.claim.time && !d.claim.time->words.empty();
      return happened(d) && (dated || (!d.noun && d.claim.tense == Tense::past));
    });
  }
  const Claim* dated_mention(ClaimId head) const {
    for (const Draft& d : story_.drafts) {
      if (d.claim.same_as == head && d.claim.time && !d.claim.time->words.empty()) return &d.claim;
    }
    return nullptr;
  }

  void by_reaction() {
    const int central = central_event();
    if (central < 0 || !is_surely_past(draft(central).claim.same_as)) return;
    const Claim* dated = dated_mention(draft(central).claim.same_as);
    for (std::size_t i = 0; i < story_.drafts.size(); ++i) {
      const Claim& claim = draft(i).claim;
      const bool undated_statement =
          is_statement_rule(claim) || (!claim.time && !story_.document->published && is_plain_report(draft(i)));
      if (!undated_statement) continue;
      // A central event that is later than the statement can be is none that it answers.
      if (dated && claim.time && dated->time->when.bounds.earliest_start >= claim.time->when.bounds.latest_start)
        continue;
      add(central, i, Relation::before, "a statement answers the event that its story is about", 80, claim.sentence);
    }
  }
  static bool is_plain_report(const Draft& d) {
    return !d.noun && !d.past_perfect && !d.relative_clause && d.entry && d.entry->is(EventEntry::report) &&
           happened(d) && (d.claim.tense == Tense::past || d.claim.tense == Tense::present);
  }

  const Story& story_;
  std::vector<ClaimLink> links_;
};

}  // namespace

std::vector<ClaimLink> link_events(const Story& story) { return EventLinker(story).link(); }

}  // namespace forewhen
