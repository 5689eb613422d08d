// SPDX-License-Identifier: Apache-2.0
// Which mentions of one document tell the same event: the same kind of happening, nothing that speaks against it (other
// days, other places, other means, "another", plural against singular), and a reason to believe it: a definite noun, a
// shared person, a shared day. The reason is kept as Claim::same_rule.
#include <algorithm>
#include <set>

#include "extract/steps.h"
#include "forewhen/base/said_number.h"

namespace forewhen {
namespace {

constexpr Role kSides[] = {Role::actor, Role::recipient};

class MentionJoiner {
 public:
  explicit MentionJoiner(Story& story) : story_(story) {}

  void join() {
    for (std::size_t i = 0; i < story_.drafts.size(); ++i) {
      if (draft(i).carries >= 0) continue;
      if (join_performative(i) || join_beginning(i) || join_headline(i)) continue;
      // The nearest earlier mention first: a text goes on with what it just spoke of.
      for (std::size_t k = i; k-- > 0;) {
        const std::string rule = reason(k, i);
        if (rule.empty()) continue;
        unite(i, k, rule);
        break;
      }
    }
    for (std::size_t i = 0; i < story_.drafts.size(); ++i) join_carrier(i);
  }

 private:
  Draft& draft(std::size_t i) { return story_.drafts[i]; }
  const Draft& draft(std::size_t i) const { return story_.drafts[i]; }
  const Tree& tree(const Draft& d) const { return story_.trees[d.sentence]; }

  void unite(std::size_t later, std::size_t earlier, const std::string& rule) {
    draft(later).claim.same_as = draft(earlier).claim.same_as;
    draft(later).claim.same_rule = rule;
    for (std::size_t k = 0; k < later; ++k) {
      if (draft(k).claim.same_as == draft(later).claim.id) draft(k).claim.same_as = draft(earlier).claim.same_as;
    }
  }

  // "imposed" says of "sanctions" that they came; whatever is known of one is known of both.
  void join_carrier(std::size_t verb) {
    const int noun = draft(verb).carries < 0 ? -1 : story_.draft_at(draft(verb).sentence, draft(verb).carries);
    if (noun < 0) return;
    const std::size_t named = static_cast<std::size_t>(noun);
    Claim &carrier = draft(verb).claim, &event = draft(named).claim;
    if (!event.time) event.time = carrier.time;
    carrier.time = event.time;
    carrier.participants = event.participants;
    carrier.place = event.place;
    carrier.modality = event.modality;
    carrier.polarity = event.polarity;
    carrier.attributed_to = event.attributed_to;
    carrier.group = event.group;
    carrier.summary = event.summary;
    carrier.same_rule = "carries the noun";
    // The first in the text stands for all.
    const ClaimId head = event.same_as;
    const bool comes_first =
        std::none_of(story_.drafts.begin(), story_.drafts.begin() + static_cast<std::ptrdiff_t>(verb),
                     [&](const Draft& d) { return d.claim.id == head; });
    if (comes_first) {
      for (Draft& d : story_.drafts) {
        if (d.claim.same_as == head) d.claim.same_as = carrier.id;
      }
      event.same_rule = carrier.same_rule;
      carrier.same_rule.clear();
    } else {
      carrier.same_as = head;
    }
  }

  // "The fighting began": that it came about is no second event.
  bool join_beginning(std::size_t i) {
    static const std::set<std::string_view> kComesAbout = {"begin", "start", "commence", "erupt", "occur", "happen"};
    const Draft& d = draft(i);
    if (d.noun || d.result_of < 0 || !kComesAbout.contains(tree(d)[d.word].lemma) || !happened(d.claim)) return false;
    const std::size_t noun = static_cast<std::size_t>(d.result_of);
    if (noun > i || !happened(draft(noun).claim)) return false;
    Claim& event = draft(noun).claim;
    if (!event.time) event.time = d.claim.time;
    draft(i).claim.time = event.time;
    event.summary = d.claim.summary;
    unite(i, noun, "its beginning");
    return true;
  }

  // "Opposition leader jailed" over "A court sentenced Viktor Dale": the same in other words, if it is about somebody
  // named in both.
  bool join_headline(std::size_t i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (draft(k).headline_of != static_cast<int>(i)) continue;
      const bool same = std::any_of(std::begin(kSides), std::end(kSides), [&](Role role) {
        return share(known(draft(k).claim, role), known(draft(i).claim, role));
      });
      if (same) unite(i, k, "headline");
      return same;
    }
    return false;
  }

  // "... which we strongly condemn," the spokesman said: the saying is the condemning.
  bool join_performative(std::size_t i) {
    const Draft& d = draft(i);
    if (d.noun || d.speech_of < 0 || d.claim.tense != Tense::present || !d.entry) return false;
    const bool speech = d.claim.event_class == EventClass::i_action || d.claim.event_class == EventClass::reporting ||
                        d.claim.type != PloverType::none;
    const Tree& t = tree(d);
    int subject = t.child(d.word, {"nsubj"});
    // "said it strongly encourages": the pronoun in front, wherever the tree hung it.
    for (int w = d.word - 1; subject < 0 && w >= 0 && w >= d.word - 4; --w) {
      if (t.is_pronoun(w)) subject = w;
    }
    if (!speech || subject < 0 || (d.claim.modality != Modality::reported && d.claim.modality != Modality::actual))
      return false;
    const std::string lemma = lower_case(t[subject].form);
    if (lemma != "i" && lemma != "we" && lemma != "it") return false;
    const std::size_t report = static_cast<std::size_t>(d.speech_of);
    if (report > i) {
      unite_forward(i, report);
      return true;
    }
    draft(i).claim.modality = Modality::actual;
    draft(i).claim.attributed_to.clear();
    if (!draft(i).claim.time) draft(i).claim.time = draft(report).claim.time;
    unite(i, report, "says it by doing it");
    return true;
  }
  // The quotation stands before its verb: the verb joins it.
  void unite_forward(std::size_t quoted, std::size_t report) {
    Claim &a = draft(quoted).claim, &b = draft(report).claim;
    a.modality = Modality::actual;
    a.attributed_to.clear();
    if (!a.time) a.time = b.time;
    b.same_as = a.same_as;
    b.same_rule = "says it by doing it";
  }

  static bool happened(const Claim& claim) {
    return claim.modality == Modality::actual || claim.modality == Modality::reported;
  }

  bool is_plural(const Draft& d) const { return d.noun && tree(d)[d.word].tag == "NNS"; }
  // "other attacks", "another raid", "a second blast", "a series of": not one spoken of before.
  bool is_other(const Draft& d) const {
    static const std::set<std::string> kOther = {"other",    "another", "new",      "second",   "third",   "fourth",
                                                 "fresh",    "further", "previous", "earlier",  "similar", "separate",
                                                 "more",     "several", "many",     "numerous", "past",    "recent",
                                                 "repeated", "next",    "future",   "any",      "each",    "every"};
    if (!d.noun) return false;
    const Tree& t = tree(d);
    return std::any_of(t.children(d.word).begin(), t.children(d.word).end(),
                       [&](int child) { return child < d.word && kOther.contains(lower_case(t[child].form)); });
  }
  enum class Definite { yes, no, bare };
  Definite definiteness(const Draft& d) const {
    if (!d.noun) return Definite::bare;
    const Tree& t = tree(d);
    for (int child : t.children(d.word)) {
      const std::string lower = lower_case(t[child].form);
      if (t.is(child, "nmod:poss") || lower == "the" || lower == "this" || lower == "that" || lower == "these" ||
          lower == "those")
        return Definite::yes;
      if (lower == "a" || lower == "an") return Definite::no;
    }
    return Definite::bare;
  }

  static bool same_stretch(const Bounds& a, const Bounds& b) {
    return a.earliest_start < b.latest_start && b.earliest_start < a.latest_start;
  }
  bool times_fit(const Claim& a, const Claim& b) const {
    if (!a.time || !b.time) return true;
    if (!same_stretch(a.time->when.bounds, b.time->when.bounds)) return false;
    // Without a date of publication, "Friday" and "Saturday" are told apart by their words.
    const bool open = is_open(a.time->when.bounds.earliest_start) && is_open(b.time->when.bounds.earliest_start);
    return !open || a.time->words.empty() || b.time->words.empty() || a.time->words == b.time->words ||
           a.time->words.find(b.time->words) != std::string::npos ||
           b.time->words.find(a.time->words) != std::string::npos;
  }
  static bool places_fit(const Claim& a, const Claim& b) {
    if (!a.place || !b.place) return true;
    const PlaceMention &p = *a.place, &q = *b.place;
    if (p.name == q.name || p.within == q.name || q.within == p.name || (!p.within.empty() && p.within == q.within))
      return true;
    const bool coarse =
        p.precision == "country" || q.precision == "country" || p.precision == "region" || q.precision == "region";
    return coarse && (p.country.empty() || q.country.empty() || p.country == q.country);
  }

  static std::set<std::string> people(const Claim& claim, bool recipients_only) {
    std::set<std::string> names;
    for (const Participant& p : claim.participants) {
      if (p.role == Role::instrument || (recipients_only && p.role != Role::recipient)) continue;
      names.insert(lower_case(p.name));
    }
    return names;
  }
  static bool share(const std::set<std::string>& a, const std::set<std::string>& b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& name) { return b.contains(name); });
  }
  static std::set<std::string> known(const Claim& claim, Role role) {
    std::set<std::string> names;
    for (const Participant& p : claim.participants) {
      if (p.role == role && p.kind != ActorKind::thing && p.kind != ActorKind::group) names.insert(lower_case(p.name));
    }
    return names;
  }

  // The same group; and "a bomb went off" is what "the bombing" names.
  static bool same_kind(const Claim& x, const Claim& y) {
    if (x.group.empty() || y.group.empty()) return false;
    if (x.group == y.group) return true;
    const auto bombing = [](const Claim& claim) { return claim.group == "attack" && claim.mode == "explosives"; };
    return (x.group == "explosion" && bombing(y)) || (y.group == "explosion" && bombing(x));
  }

  // The claims already joined with `earlier` must fit as well: no chains of near matches.
  bool fits_all(std::size_t earlier, std::size_t later) const {
    const ClaimId head = draft(earlier).claim.same_as;
    for (std::size_t k = 0; k < later; ++k) {
      const Claim& claim = draft(k).claim;
      if (claim.same_as != head) continue;
      if (!times_fit(claim, draft(later).claim) || !places_fit(claim, draft(later).claim)) return false;
      if (!claim.mode.empty() && !draft(later).claim.mode.empty() && claim.mode != draft(later).claim.mode)
        return false;
      if (!people_fit(claim, draft(later).claim)) return false;
    }
    return true;
  }
  // In no role both have names, unless somebody is in both.
  static bool people_fit(const Claim& a, const Claim& b) {
    if (share(people(a, false), people(b, false))) return true;
    return std::none_of(std::begin(kSides), std::end(kSides),
                        [&](Role role) { return !known(a, role).empty() && !known(b, role).empty(); });
  }

  std::string reason(std::size_t earlier, std::size_t later) const {
    const Draft &a = draft(earlier), &b = draft(later);
    const Claim &x = a.claim, &y = b.claim;
    const bool plain = x.group.empty() && y.group.empty() && x.lemma == y.lemma;  // a word of no particular kind
    if (!(plain || same_kind(x, y)) || happened(x) != happened(y) || !happened(x)) return {};
    if (x.event_class == EventClass::reporting || y.event_class == EventClass::reporting ||
        x.event_class == EventClass::state)
      return {};
    if (is_other(a) || is_other(b) || is_plural(a) != is_plural(b)) {
      // "protested", "the protests": a verb tells of any number.
      if (is_other(a) || is_other(b) || (a.noun && b.noun)) return {};
    }
    if (b.sentence == a.sentence && !a.noun && !b.noun) return {};  // two verbs of one sentence are two happenings
    if (!fits_all(earlier, later)) return {};
    const bool dated = x.time && y.time && !x.time->words.empty() && !y.time->words.empty();
    const bool shared = share(people(x, true), people(y, true)) || share(people(x, false), people(y, false));
    if (plain) return shared && told_again(a, b) ? "told again in the same word, same people" : "";
    if (b.noun && definiteness(b) == Definite::yes && !is_plural(b)) {
      if (shared) return "definite noun, same people";
      return is_new(a, b) ? "" : "definite noun";
    }
    if (shared && dated) return "same people, same time";
    if (shared && !(x.time && y.time) && (b.noun || a.noun)) return "same people";
    const bool headline = story_.sentences[a.sentence].heading && b.sentence <= a.sentence + 2;
    if (headline && (b.noun || a.noun)) return "headline";
    if (b.noun && definiteness(b) == Definite::yes && is_plural(a)) return "definite noun";
    return told_again(a, b) ? "told again in the same word" : "";
  }
  // "the killing of demonstrators in 2021" behind "one protester was killed": a date of its own and others to whom it
  // was done say themselves which one is meant.
  static bool is_new(const Draft& a, const Draft& b) {
    if (!b.claim.time || b.claim.time->words.empty() || a.claim.time) return false;
    const std::set<std::string> x = heads(a.claim, Role::recipient), y = heads(b.claim, Role::recipient);
    return !x.empty() && !y.empty() && !share(x, y);
  }
  // A story that uses a word of some kind of happening again goes on about the same one, unless it brings in another:
  // an indefinite noun, other people on one side, another number of them.
  bool told_again(const Draft& a, const Draft& b) const {
    if (a.claim.lemma != b.claim.lemma || a.sentence == b.sentence) return false;
    if (b.noun && definiteness(b) == Definite::no) return false;
    for (Role role : kSides) {
      const std::set<std::string> x = heads(a.claim, role), y = heads(b.claim, role);
      if (!x.empty() && !y.empty() && !share(x, y)) return false;
    }
    return numbers(a.claim) == numbers(b.claim) || numbers(a.claim).empty() || numbers(b.claim).empty();
  }
  // Last words of the names: "guards" of "the harbour guards".
  static std::set<std::string> heads(const Claim& claim, Role role) {
    std::set<std::string> words;
    for (const Participant& p : claim.participants) {
      if (p.role == role) words.insert(lower_case(p.name.substr(p.name.rfind(' ') + 1)));
    }
    return words;
  }
  static std::set<std::string> numbers(const Claim& claim) {
    std::set<std::string> found;
    for (const Participant& p : claim.participants) {
      std::string number = said_number(p.text);
      if (!number.empty()) found.insert(std::move(number));
    }
    return found;
  }

  Story& story_;
};

}  // namespace

void join_mentions(Story& story) { MentionJoiner(story).join(); }

}  // namespace forewhen
