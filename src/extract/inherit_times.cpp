// SPDX-License-Identifier: Apache-2.0
// Times that the sentence does not repeat: parts of one clause share their time, the results of an attack are of its
// day; and the convention of news that an undated statement was made on the day of publication or the day before.
// Every inherited time carries the rule that gave it.
#include <algorithm>
#include <set>

#include "extract/steps.h"
#include "forewhen/extract/claim_time.h"

namespace forewhen {
namespace {

class TimeHeir {
 public:
  explicit TimeHeir(Story& story) : story_(story) {}

  void inherit() {
    for (std::size_t i = 0; i < story_.drafts.size(); ++i) find_result(static_cast<int>(i));
    // Twice: a coordination may have to pass on what it got from its own governor.
    for (int round = 0; round < 2; ++round) {
      for (std::size_t i = 0; i < story_.drafts.size(); ++i) from_sentence(static_cast<int>(i));
    }
    for (Draft& draft : story_.drafts) date_headline(draft);
    for (Draft& draft : story_.drafts) {
      date_statement(draft);
      mark_future(draft);
    }
    for (Draft& draft : story_.drafts) opens_with_verb(draft);
  }

 private:
  const Tree& tree(const Draft& draft) const { return story_.trees[draft.sentence]; }
  static int verb_of(const Draft& draft) { return draft.noun && draft.carrier >= 0 ? draft.carrier : draft.word; }

  bool is_casualty(const Draft& draft) const {
    return draft.entry &&
           (draft.entry->type == PloverType::assault || draft.entry->group == "kill" || draft.entry->group == "wound" ||
            draft.entry->group == "injure" || draft.entry->group == "destroy" || draft.entry->group == "damage");
  }

  // "the attack, which left two wounded", "the blast killed three", "an explosion, killing three".
  void find_result(int index) {
    Draft& draft = story_.drafts[index];
    if (draft.noun) return;
    const Tree& t = tree(draft);
    int w = draft.word;
    // A secondary predicate goes with its verb: "left two people wounded".
    while (t.is(w, "xcomp") && t.head(w) >= 0 && t[w].tag != "VB") w = t.head(w);
    if (t.is(w, "acl:relcl")) {
      const int subject = t.child(w, {"nsubj"});
      const bool relative = subject >= 0 && (t[subject].tag == "WDT" || t[subject].tag == "WP");
      const int noun = story_.draft_at(draft.sentence, t.head(w));
      if (relative && noun >= 0 && story_.drafts[noun].noun) draft.result_of = noun;
      return;
    }
    const int subject = t.child(w, {"nsubj"});
    if (subject >= 0 && !t.is(subject, "nsubj:pass")) {
      const int noun = subject_event(draft.sentence, subject);
      if (noun >= 0) draft.result_of = noun;
      return;
    }
    if (t.is(w, "advcl") && t[w].tag == "VBG" && t.child(w, {"mark"}) < 0 && t.head(w) >= 0 && w > t.head(w)) {
      const int governor = story_.draft_at(draft.sentence, t.head(w));
      if (governor >= 0 && is_casualty(draft)) draft.result_of = governor;
    }
  }

  // The event noun that is the subject; where the parser took the time behind it for the subject ("an attack on the
  // port early Sunday shook"), the noun that the time was attached to.
  int subject_event(std::size_t sentence, int subject) const {
    const int noun = story_.draft_at(sentence, subject);
    if (noun >= 0) return story_.drafts[noun].noun ? noun : -1;
    const int timex = story_.timex_at(sentence, subject);
    if (timex < 0) return -1;
    for (std::size_t i = 0; i < story_.drafts.size(); ++i) {
      if (story_.drafts[i].noun && story_.drafts[i].timex == timex) return static_cast<int>(i);
    }
    return -1;
  }

  void from_sentence(int index) {
    Draft& draft = story_.drafts[index];
    if (draft.claim.time) {
      pass_back(draft);
      return;
    }
    if (draft.result_of >= 0) {
      const bool same_day = is_casualty(draft) || draft.relative_clause;
      const bool timeless = draft.claim.aspect == Aspect::perfective || draft.claim.tense == Tense::present ||
                            draft.claim.tense == Tense::future;
      if (same_day && !timeless) take(draft, story_.drafts[draft.result_of], "result of the event");
      return;
    }
    if (draft.noun && draft.carrier < 0) return;
    from_object(draft);
    if (draft.claim.time) return;
    const Tree& t = tree(draft);
    const int verb = verb_of(draft);
    const int head = t.head(verb);
    if (head < 0 || draft.past_perfect || draft.relative_clause) return;
    const int governor = governor_of(draft, verb);
    if (governor < 0) return;
    Draft& other = story_.drafts[governor];
    if (t.is(verb, "conj") && same_kind_of_clause(draft, other) && !is_over(other, verb) && !comes_later(t, verb)) {
      take(draft, other, "coordination");
      if (!draft.claim.time) return;
    } else if (t.is(verb, "advcl") && is_simultaneous(t, verb)) {
      take(draft, other, "same clause");
    } else if (t.is(verb, "xcomp") && t[verb].tag != "VB") {
      take(draft, other, "same clause");
    }
  }
  // "signed a truce last year": the bare time behind an object that only now comes about is the verb's as well.
  void from_object(Draft& draft) {
    const Tree& t = tree(draft);
    if (draft.noun || is_statement(draft) || draft.claim.tense != Tense::past) return;
    const int object = t.child(draft.word, {"obj"});
    const int noun = object >= 0 ? story_.draft_at(draft.sentence, object) : -1;
    if (noun < 0 || story_.drafts[noun].timex < 0 || story_.drafts[noun].time_rule != "said") return;
    for (int child : t.children(object)) {
      if (t[child].lemma == "the" || t[child].tag == "PRP$" || t.is(child, "nmod:poss")) return;
    }
    take(draft, story_.drafts[noun], "same clause");
  }

  // The draft at the governor, also through the noun that a light verb carries.
  int governor_of(const Draft& draft, int verb) const {
    return story_.draft_or_carried(draft.sentence, tree(draft).head(verb));
  }

  // "joined the party in 1998 and spent four years in prison": a month or more behind the one verb leaves room for the
  // other to come later.
  bool is_over(const Draft& draft, int next) const {
    if (draft.timex < 0 || story_.times[draft.timex].when.grain < Grain::month) return false;
    const int at = tree(draft).word_at(story_.times[draft.timex].span.begin);
    return at > draft.word && at < next;
  }
  // "left before nine and sent a signal forty minutes later".
  static bool comes_later(const Tree& t, int verb) {
    static const std::set<std::string_view> kLater = {"late", "later", "afterwards", "afterward", "subsequently"};
    return std::any_of(t.children(verb).begin(), t.children(verb).end(),
                       [&](int child) { return t.is(child, "advmod") && kLater.contains(t[child].lemma); });
  }
  // "declared a day of mourning and visited the valley the next morning": later than what was told first.
  bool goes_on_from(const Timex& timex) const {
    const std::string words = lower_case(timex.span.of(story_.text()));
    return words.starts_with("the next ") || words.starts_with("the following ") || words.ends_with(" later") ||
           words.ends_with(" after") || words.ends_with(" afterwards");
  }

  static bool happened(const Draft& draft) {
    return draft.claim.modality == Modality::actual || draft.claim.modality == Modality::reported;
  }
  static bool same_kind_of_clause(const Draft& a, const Draft& b) {
    return a.claim.tense == b.claim.tense && happened(a) == happened(b) && a.claim.aspect == b.claim.aspect &&
           a.speech_of == b.speech_of;
  }
  static bool is_simultaneous(const Tree& t, int verb) {
    const std::string mark = t.marker(verb);
    if (t.child_with_lemma(verb, "advmod", "when") >= 0) return true;
    if (mark == "while" || mark == "as" || mark == "when" || mark == "during") return true;
    return mark.empty() && (t[verb].tag == "VBG");
  }

  // "clashed with guards and burned tyres on Friday": the time at the end is of both, and so is that of a clause that
  // goes on at the same time ("marched while police watched on Friday").
  void pass_back(const Draft& draft) {
    const Tree& t = tree(draft);
    const int verb = verb_of(draft);
    if (t.head(verb) < 0 || draft.timex < 0 || draft.time_rule != "said") return;
    const int governor = governor_of(draft, verb);
    if (governor < 0 || story_.drafts[governor].claim.time) return;
    Draft& other = story_.drafts[governor];
    const bool shares_subject = t.is(verb, "conj") && t.child(verb, {"nsubj"}) < 0 &&
                                same_kind_of_clause(draft, other) && !goes_on_from(story_.times[draft.timex]);
    if (shares_subject) take(other, draft, "coordination");
    if (t.is(verb, "advcl") && is_simultaneous(t, verb) && happened(other) && happened(draft))
      take(other, draft, "same clause");
    // "returned to work on Thursday": who did the one did the other then.
    static const std::set<std::string_view> kAtOnce = {"return", "go",  "come",    "begin", "start", "manage",
                                                       "fail",   "try", "attempt", "help",  "refuse"};
    if (t.is(verb, "xcomp") && kAtOnce.contains(t[t.head(verb)].lemma) && happened(other) && !other.past_perfect)
      take(other, draft, "same clause");
    // "The blast killed three on Friday" dates the blast.
    if (draft.result_of == governor && is_casualty(draft)) take(other, draft, "its result");
  }

  static void take(Draft& into, const Draft& from, std::string_view rule) {
    if (into.claim.time || !from.claim.time) return;
    into.claim.time = from.claim.time;
    into.claim.time->rule = rule;
    into.time_rule = rule;
  }

  // A headline tells what the first sentence dates: "Miners end strike" is of the day on which they went back to work.
  void date_headline(Draft& draft) {
    const Claim& claim = draft.claim;
    if (!story_.sentences[draft.sentence].heading || draft.noun || claim.time || !happened(draft)) return;
    if (tree(draft).head(draft.word) >= 0 || claim.tense == Tense::future) return;
    if (told_further_on(draft)) return;
    std::optional<std::size_t> lead;
    for (const Draft& news : story_.drafts) {
      if (news.sentence <= draft.sentence || story_.sentences[news.sentence].heading) continue;
      if (!lead) lead = news.sentence;
      if (news.sentence != lead) return;
      if (news.noun || !news.claim.time || !happened(news) || news.past_perfect || news.relative_clause ||
          !is_main(news))
        continue;
      take(draft, news, "headline");
      draft.headline_of = static_cast<int>(&news - story_.drafts.data());
      return;
    }
  }
  // The first sentence tells nothing of the headline's kind, but a later one does: "Guard commander sanctioned" over a
  // story that begins with an attack.
  bool told_further_on(const Draft& draft) const {
    const auto same_kind = [&](const Draft& other) {
      if (&other == &draft || story_.sentences[other.sentence].heading || !happened(other)) return false;
      const EventEntry *a = draft.typed(), *b = other.typed();
      if (!a || !b || a->group.empty()) return tree(draft)[draft.word].lemma == tree(other)[other.word].lemma;
      return a->group == b->group;
    };
    const auto lead = std::find_if(story_.drafts.begin(), story_.drafts.end(), [&](const Draft& other) {
      return other.sentence > draft.sentence && !story_.sentences[other.sentence].heading;
    });
    bool further_on = false;
    for (auto other = lead; other != story_.drafts.end(); ++other) {
      if (!same_kind(*other)) continue;
      if (other->sentence == lead->sentence) return false;
      further_on = true;
    }
    return further_on;
  }
  // The verb of the sentence, or of what is said in it.
  bool is_main(const Draft& draft) const {
    const Tree& t = tree(draft);
    if (t.head(draft.word) < 0) return true;
    const int report = draft.speech_of;
    return report >= 0 && story_.drafts[report].sentence == draft.sentence &&
           t.head(draft.word) == story_.drafts[report].word;
  }

  // "released a statement", "photos issued by her office showed": to publish is to say.
  bool is_publication(const Draft& draft) const {
    static const std::set<std::string_view> kPublish = {"issue", "release",   "publish", "post",
                                                        "share", "broadcast", "air",     "circulate",
                                                        "show",  "reveal",    "suggest", "indicate"};
    static const std::set<std::string_view> kMedia = {
        "photo",      "photograph", "picture",   "image",   "video", "footage", "clip", "statement", "report",
        "communique", "document",   "recording", "message", "map",   "survey",  "poll", "letter",    "transcript"};
    const Tree& t = tree(draft);
    if (draft.noun || !kPublish.contains(t[draft.word].lemma)) return false;
    for (int child : t.children(draft.word)) {
      if ((t.is(child, "nsubj") || t.is(child, "obj")) && kMedia.contains(t[child].lemma)) return true;
    }
    return t.is(draft.word, "acl") && kMedia.contains(t[t.head(draft.word)].lemma);
  }
  // Words of public speech; what they are types of does not matter here.
  bool is_statement(const Draft& draft) const {
    if (is_publication(draft)) return true;
    if (draft.noun || !draft.entry) return false;
    if (draft.entry->is(EventEntry::report) || draft.entry->event_class == EventClass::reporting) return true;
    switch (draft.entry->type) {
      case PloverType::accuse:
      case PloverType::request:
      case PloverType::reject:
      case PloverType::support:
      case PloverType::threaten:
        return draft.entry->event_class == EventClass::i_action || draft.entry->is(EventEntry::intent);
      default:
        return false;
    }
  }

  void date_statement(Draft& draft) {
    const Claim& claim = draft.claim;
    const Tree& t = tree(draft);
    if (claim.time || !story_.document->published || !is_statement(draft)) return;
    if (claim.modality != Modality::actual && claim.modality != Modality::reported) return;
    if (draft.past_perfect || draft.relative_clause || claim.tense == Tense::infinitive || claim.tense == Tense::future)
      return;
    if (is_of_old(t, draft.word) || goes_on(draft)) return;
    const bool published = is_publication(draft);
    if (!published && (claim.tense == Tense::prespart || claim.tense == Tense::pastpart)) return;
    if (!published && (t.is(draft.word, "advcl") || t.is(draft.word, "acl"))) return;
    const Interval day = story_.document->published->extent();
    if (story_.document->published->grain > Grain::day) return;
    const Interval span{start_of_day_before(day.begin), day.end};
    draft.claim.time = ClaimTime{};
    draft.claim.time->when.bounds = within(span);
    draft.claim.time->when.grain = Grain::day;
    draft.claim.time->when.approximate = true;
    draft.claim.time->when.edtf =
        format_iso(CalendarTime{span.begin, Grain::day}) + "/" + format_iso(CalendarTime{day.begin, Grain::day});
    draft.claim.time->rule = "news statement: the day of publication or the day before";
    draft.time_rule = "news statement";
  }
  // "have previously warned": said before, not now.
  static bool is_of_old(const Tree& t, int verb) {
    static const std::set<std::string_view> kOfOld = {"previously", "earlier", "already", "once", "formerly", "long"};
    for (int child : t.children(verb)) {
      if (t.is(child, "advmod") && kOfOld.contains(t[child].lemma)) return true;
    }
    return false;
  }
  // "It then threatened to leave": after what was told last, whenever that was. To say something one needs no occasion.
  bool goes_on(const Draft& draft) const {
    if (draft.entry && draft.entry->event_class == EventClass::reporting) return false;
    return tree(draft).child_with_lemma(draft.word, "advmod", "then") >= 0;
  }
  static Instant start_of_day_before(Instant t) {
    return std::chrono::floor<std::chrono::days>(t) - std::chrono::days{1};
  }

  // "The trial opens next week": an event begins when the verb of its beginning says, and is as certain.
  void opens_with_verb(Draft& draft) {
    static const std::set<std::string_view> kOpening = {"open", "begin", "start", "resume", "commence", "kick"};
    const Tree& t = tree(draft);
    if (draft.noun || draft.result_of < 0 || !kOpening.contains(t[draft.word].lemma)) return;
    Draft& noun = story_.drafts[draft.result_of];
    if (noun.claim.modality == Modality::actual) noun.claim.modality = draft.claim.modality;
    if (!noun.claim.time && draft.claim.time) {
      noun.claim.time = draft.claim.time;
      noun.claim.time->rule = "its beginning";
      noun.time_rule = "its beginning";
    }
  }

  // "Soldiers killed nine people on 3 May", published in April: a date without a year, told in the past.
  bool tells_of_last_year(const Draft& draft) const {
    if (draft.timex < 0 || draft.time_rule != "said" || draft.noun || draft.claim.tense != Tense::past) return false;
    const Timex& timex = story_.times[draft.timex];
    const Grain grain = timex.when.grain;
    const std::string_view words = timex.span.of(story_.text());
    const bool has_year = words.find("19") != std::string_view::npos || words.find("20") != std::string_view::npos;
    const bool has_month = timex.value.size() >= 7 && timex.value[4] == '-' && timex.value[5] <= '1';
    return (grain == Grain::day || grain == Grain::month) && has_month && !has_year && names_month(words) &&
           tree(draft)[draft.word].tag == "VBD" &&
           draft.claim.time->when.bounds.earliest_start >= story_.document->published->extent().end;
  }
  // "In that case, two officers were convicted the following year": what is told in the past is over, and the year was
  // counted from another one than was meant.
  bool is_dated_too_late(const Draft& draft) const {
    if (draft.timex < 0 || draft.time_rule != "said" || draft.noun || draft.future_in_past) return false;
    const Tree& t = tree(draft);
    const bool past = t[draft.word].tag == "VBD" ||
                      (t[draft.word].tag == "VBN" && t.child_with_lemma(draft.word, "aux:pass", "be") >= 0 &&
                       draft.claim.tense == Tense::past);
    return past && story_.times[draft.timex].when.grain >= Grain::month &&
           draft.claim.time->when.bounds.earliest_start >= story_.document->published->extent().end;
  }
  static bool names_month(std::string_view words) {
    static constexpr std::string_view kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return std::any_of(std::begin(kMonths), std::end(kMonths),
                       [&](std::string_view month) { return words.find(month) != std::string_view::npos; });
  }
  // What is dated after the day of publication had not happened when it was written.
  void mark_future(Draft& draft) {
    if (!draft.claim.time || !story_.document->published || draft.claim.modality != Modality::actual) return;
    if (tells_of_last_year(draft)) a_year_earlier(*draft.claim.time);
    if (is_dated_too_late(draft)) draft.claim.time.reset(), draft.timex = -1, draft.time_rule.clear();
    if (!draft.claim.time) return;
    if (draft.claim.time->when.bounds.earliest_start >= story_.document->published->extent().end)
      draft.claim.modality = Modality::planned;
  }

  Story& story_;
};

}  // namespace

void inherit_times(Story& story) { TimeHeir(story).inherit(); }

}  // namespace forewhen
