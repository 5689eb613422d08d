// SPDX-License-Identifier: Apache-2.0
#include "extract/who.h"

#include <algorithm>
#include <set>

#include "extract/amounts.h"
#include "extract/antecedents.h"
#include "extract/subject.h"

namespace forewhen {
namespace {

class PhraseReader {
 public:
  PhraseReader(const Story& story, std::size_t sentence)
      : story_(story), knows_(*story.knowledge), sentence_(sentence), tree_(&story.trees[sentence]) {}

  const Agent* agent_of_noun(int noun) const {
    std::vector<std::string> lemmas;
    for (int w : tree_->phrase(noun)) {
      if (w <= noun) lemmas.push_back(lower_case(word(w).lemma));
    }
    const std::vector<std::string_view> views(lemmas.begin(), lemmas.end());
    if (const Agent* agent = knows_.agents.find_head(views)) return agent;
    return knows_.agents.find(lower_case(word(noun).form));  // "troops" is no plural of "troop" in the table
  }

  Participant describe_phrase(int counted_or_not) const {
    const int noun = counted_noun(*tree_, counted_or_not);
    Participant who;
    const std::vector<int> phrase = without_time(tree_->phrase(noun), noun);
    who.text = story_.words(sentence_, trimmed(phrase));
    who.span = {word(phrase.front()).span.begin, word(phrase.back()).span.end};
    who.name = who.text;
    const int name = name_in(phrase, noun);
    if (name >= 0) {
      named(who, story_.names[name]);
    } else if (tree_->is_pronoun(noun) || word(noun).tag == "PRP$") {
      pronoun(who, noun);
    } else if (is_some_of_them(phrase, noun)) {
      some_of_them(who, noun);
    } else {
      unnamed(who, phrase, noun);
    }
    if (name >= 0) cover(who, story_.names[name]);
    if (counted_or_not < noun && word(counted_or_not).span.begin < who.span.begin) {  // "Six of her guards"
      who.span.begin = word(counted_or_not).span.begin;
      who.text = folded_blanks(who.span.of(story_.text()));
    }
    return who;
  }
  // "some blocked the road", "many of them": a part of those of whom was spoken, and no one by that name.
  bool is_some_of_them(const std::vector<int>& phrase, int noun) const {
    static const std::set<std::string> kParts = {"some", "many", "most", "several", "few", "others", "none", "nobody"};
    const bool them = phrase.size() == 3 && word(phrase[1]).form == "of" && tree_->is_pronoun(phrase[2]);
    return kParts.contains(lower_case(word(noun).form)) && (phrase.size() == 1 || them);
  }
  void some_of_them(Participant& who, int w) const {
    who.kind = ActorKind::thing;
    const std::string lower = lower_case(word(w).form);
    const Participant* group = lower == "none" || lower == "nobody" ? nullptr : group_before(story_, sentence_, w);
    if (!group) return;
    take(who, *group);
    who.rule = "pronoun";
  }

  // The words of the participant run on to a name right behind them: "spokesman Ned Okoro".
  void cover(Participant& who, const NameMention& name) const {
    const std::uint32_t end = word(name.last).span.end;
    const bool behind = name.sentence == sentence_ && word(name.first).span.begin >= who.span.end &&
                        word(name.first).span.begin - who.span.end <= 1;
    if (!behind) return;
    who.span.end = end;
    who.text = folded_blanks(who.span.of(story_.text()));
  }
  // "the market of Velin on Sunday" is the market of Velin, "hours earlier Ruiz" is Ruiz.
  std::vector<int> without_time(std::vector<int> phrase, int noun) const {
    std::size_t times = 0;
    while (times < phrase.size() && phrase[times] < noun && story_.timex_at(sentence_, phrase[times]) >= 0) ++times;
    phrase.erase(phrase.begin(), phrase.begin() + static_cast<std::ptrdiff_t>(times));
    for (std::size_t i = 0; i < phrase.size(); ++i) {
      if (phrase[i] <= noun || story_.timex_at(sentence_, phrase[i]) < 0) continue;
      while (i > 1 && word(phrase[i - 1]).tag == "IN") --i;
      phrase.resize(i);
      break;
    }
    return phrase;
  }
  // Long phrases are cut to the words around their head.
  static std::vector<int> trimmed(const std::vector<int>& phrase) {
    constexpr std::size_t kMostWords = 12;
    return phrase.size() <= kMostWords ? phrase : std::vector<int>(phrase.begin(), phrase.begin() + kMostWords);
  }

  // The name that a phrase is about: at its head, or in apposition to a title ("spokesman Ned ...").
  int name_in(const std::vector<int>& phrase, int noun) const {
    const int own = story_.name_of[sentence_][noun];
    if (own >= 0) {
      const int holder = holder_behind(own, phrase.back());
      return holder >= 0 ? holder : own;
    }
    // "Ruiz, a former judge who ...": the judge is Ruiz.
    const int head = tree_->head(noun);
    if (head >= 0 && tree_->is(noun, "appos") && story_.name_of[sentence_][head] >= 0 && tree_->is_proper(head) &&
        !tree_->is_proper(noun))
      return story_.name_of[sentence_][head];
    for (int child : tree_->children(noun)) {
      const bool beside = tree_->is(child, "appos") || tree_->is(child, "flat");
      const int name = story_.name_of[sentence_][child];
      if (!beside || name < 0) continue;
      if (story_.names[name].kind == ActorKind::person) return name;
      // "the rights group Shorewatch": a body right behind what it is.
      const bool right_behind = story_.names[name].first == noun + 1 && !story_.names[name].is_place;
      if (right_behind && agent_of_noun(noun)) return name;
    }
    if (const int called = name_called(noun); called >= 0) return called;
    // "the director of the port, Daniel Otieno, said", wherever the parser hung the name between the commas.
    const int comma = phrase.back() + 1;
    if (comma + 1 < tree_->size() && word(comma).form == "," && (agent_of_noun(noun) || is_head_of(noun))) {
      const int name = name_behind_title(comma + 1);
      const bool closed =
          name >= 0 && story_.names[name].last + 1 < tree_->size() && word(story_.names[name].last + 1).form == ",";
      if (closed && story_.names[name].kind == ActorKind::person) return name;
    }
    // "Treasury Secretary X" with the title as head: the person stands right behind it. Not "guards of President X".
    for (int w : phrase) {
      if (w > noun && word(w).tag == "IN") break;
      const int name = story_.name_of[sentence_][w];
      if (name >= 0 && w > noun && story_.names[name].kind == ActorKind::person) return name;
    }
    return -1;
  }
  // "a group calling itself the Northern Front", "a man named Ned Okoro", "a unit known as the Orlan Rifles".
  int name_called(int noun) const {
    static const std::set<std::string> kCalls = {"call", "name", "know", "dub"};
    static const std::set<std::string> kBetween = {"itself", "themselves", "himself", "herself", "as", "the"};
    for (int child : tree_->children(noun)) {
      if (child != noun + 1 || !tree_->is(child, "acl") || !kCalls.contains(word(child).lemma)) continue;
      int p = child + 1;
      while (p < tree_->size() && kBetween.contains(lower_case(word(p).form))) ++p;
      return p < tree_->size() ? story_.name_of[sentence_][p] : -1;
    }
    return -1;
  }
  bool is_head_of(int noun) const {
    return word(noun).lemma == "head" && noun + 1 < tree_->size() && word(noun + 1).form == "of";
  }
  // The name at a word or behind the title that stands there; -1 when there is none.
  int name_behind_title(int w) const {
    constexpr int kLongestTitle = 3;
    for (int p = w; p < tree_->size() && p <= w + kLongestTitle; ++p) {
      const int name = story_.name_of[sentence_][p];
      if (name >= 0) return p == w || !story_.names[name].title.empty() ? name : -1;
    }
    return -1;
  }
  // "U.N. Secretary-General Kofi Annan": the person behind the title, not whose title it is.
  int holder_behind(int name, int last) const {
    const NameMention& front = story_.names[name];
    if (front.kind == ActorKind::person || front.last >= last) return -1;
    for (int w = front.last + 1; w <= last; ++w) {
      const int next = story_.name_of[sentence_][w];
      if (next < 0) continue;
      const NameMention& behind = story_.names[next];
      return behind.kind == ActorKind::person && !behind.title.empty() ? next : -1;
    }
    return -1;
  }
  void named(Participant& who, const NameMention& name) const {
    who.name = name.name;
    who.kind = name.kind;
    who.country = name.country;
    who.rule = name.rule;
    if (name.is_place && name.kind != ActorKind::country) who.kind = ActorKind::thing;
    if (name.kind == ActorKind::country) who.name = name.place.name;
  }

  void unnamed(Participant& who, const std::vector<int>& phrase, int noun) const {
    if (office(who, phrase)) return;
    const Agent* agent = agent_of_noun(noun);
    who.name = of_owner(phrase, noun);
    for (int w : phrase) {
      if (const CountryMatch match = knows_.countries.find(word(w).form)) who.country = match.country->alpha2;
    }
    if (!agent) {
      const std::string lemma = lower_case(word(noun).lemma);
      const bool some = lemma == "some" || lemma == "many" || lemma == "other" || lemma == "hundred" ||
                        lemma == "thousand" || lemma == "dozen" || lemma == "people" || lemma == "person" ||
                        lemma == "man" || lemma == "woman";
      who.kind = some ? ActorKind::group : is_acronym(word(noun).form) ? ActorKind::unknown : ActorKind::thing;
      return;
    }
    switch (agent->kind) {
      case AgentKind::armed_group:
        who.kind = ActorKind::armed_group;
        break;
      case AgentKind::organisation:
      case AgentKind::government:
        who.kind = ActorKind::organisation;
        break;
      case AgentKind::thing:
      case AgentKind::place:
        who.kind = ActorKind::thing;
        break;
      case AgentKind::person:
      case AgentKind::group:
        who.kind = ActorKind::group;
        break;
    }
    // "the army", "the government": without a name of their own they are of no one in particular, as groups are.
    const bool has_name = std::any_of(who.name.begin(), who.name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!has_name && who.kind != ActorKind::thing) who.kind = ActorKind::group;
    if (who.country.empty() && !story_.countries.empty() && who.kind != ActorKind::thing && !has_name)
      who.country = story_.countries.front();
  }
  // "the ICC", also where the parser takes it for a common noun.
  static bool is_acronym(std::string_view form) {
    return form.size() >= 3 && form.size() <= 8 &&
           std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }
  std::string without_determiner(const std::vector<int>& phrase) const {
    const auto from = phrase.begin() + static_cast<std::ptrdiff_t>(determiner_length(*tree_, phrase));
    return story_.words(sentence_, std::vector<int>(from, phrase.end()));
  }

  // "his lawyers" are the lawyers of whom he is, "whose brother" is the brother of the one before it.
  std::string of_owner(const std::vector<int>& phrase, int noun) const {
    const int first = phrase.front();
    const std::string& tag = word(first).tag;
    if (phrase.size() < 2 || (tag != "PRP$" && tag != "WP$")) return without_determiner(phrase);
    const std::string rest = without_determiner({phrase.begin() + 1, phrase.end()});
    Participant owner;
    if (tag == "PRP$") {
      pronoun(owner, first);
    } else if (const int of = SubjectFinder(story_, sentence_).antecedent(first, noun); of != first) {
      owner = describe_phrase(of);
    }
    if (owner.name.empty() || owner.kind == ActorKind::thing) return rest;
    const bool plural = owner.kind == ActorKind::group && owner.name.ends_with('s');
    return owner.name + (plural ? "' " : "'s ") + rest;
  }

  // "the prime minister", "Iraq's president", "PM": the holder that the document names, else the office itself.
  bool office(Participant& who, const std::vector<int>& phrase) const {
    for (std::size_t i = 0; i < phrase.size(); ++i) {
      std::vector<std::string> lower;
      for (std::size_t k = i; k < phrase.size(); ++k) lower.push_back(lower_case(word(phrase[k]).form));
      const std::vector<std::string_view> views(lower.begin(), lower.end());
      const Titles::Match match = knows_.titles.match(views);
      if (!match || (match.title->kind != TitleKind::office && match.title->kind != TitleKind::religious)) continue;
      if (i + match.tokens != phrase.size()) continue;  // "president Ruiz's guards" is about the guards
      if (i > 0 && is_of_another_time(word(phrase[i - 1]).form)) return false;
      const std::string title(match.title->full.empty() ? match.title->words : match.title->full);
      const int holder = holder_of(title);
      who.kind = ActorKind::office;
      who.rule = "office";
      if (holder >= 0)
        named(who, story_.names[holder]), who.rule = "office";
      else if (!story_.countries.empty())
        who.country = story_.countries.front(), who.name = without_determiner(phrase);
      return true;
    }
    return false;
  }
  // "the then president", "a deputy minister": somebody else than who holds the office.
  static bool is_of_another_time(std::string_view form) {
    static const std::set<std::string> kOthers = {"former", "then",   "ex",   "late",      "previous", "future",
                                                  "next",   "deputy", "vice", "assistant", "junior",   "outgoing"};
    return kOthers.contains(lower_case(form));
  }
  int holder_of(const std::string& title) const {
    int holder = -1;
    for (std::size_t i = 0; i < story_.names.size(); ++i) {
      const NameMention& name = story_.names[i];
      if (name.title.empty() || name.kind != ActorKind::person) continue;
      const bool same =
          name.title == title || (name.title.size() > title.size() &&
                                  name.title.compare(name.title.size() - title.size(), title.size(), title) == 0);
      if (!same) continue;
      if (holder >= 0 && story_.names[holder].name != name.name) return -1;  // two of them: not decided
      holder = static_cast<int>(i);
    }
    return holder;
  }

  void pronoun(Participant& who, int w) const {
    const std::string lemma = lower_case(word(w).form);
    const bool first =
        lemma == "i" || lemma == "me" || lemma == "my" || lemma == "we" || lemma == "us" || lemma == "our";
    const bool male = lemma == "he" || lemma == "him" || lemma == "his";
    const bool female = lemma == "she" || lemma == "her" || lemma == "hers";
    who.kind = ActorKind::thing;
    if (first) {
      if (!story_.quoted[sentence_][w]) return;
      const std::optional<Participant> speaker = speaker_of(w);
      if (!speaker) return;
      take(who, *speaker);
    } else if (male || female) {
      const int person = person_before(story_, sentence_, w, male);
      if (person < 0) return;
      named(who, story_.names[person]);
    } else if (lemma == "they" || lemma == "them" || lemma == "their") {
      const Participant* group = group_before(story_, sentence_, w);
      if (!group) return;
      take(who, *group);
    } else if (lemma == "it" || lemma == "its") {
      const std::optional<Participant> body = body_that_says(w);
      if (!body) return;
      take(who, *body);
    } else {
      return;
    }
    who.rule = "pronoun";
  }
  // "The ministry said it had ...": "it" in the words of a body is that body.
  std::optional<Participant> body_that_says(int w) const {
    for (int verb = tree_->head(w); verb >= 0; verb = tree_->head(verb)) {
      const int draft = story_.draft_at(sentence_, verb);
      const int report = draft >= 0 ? story_.drafts[draft].speech_of : -1;
      if (report < 0 || story_.drafts[report].sentence != sentence_) continue;
      const int subject = SubjectFinder(story_, sentence_).subject_of(story_.drafts[report].word);
      if (subject < 0 || subject == w || tree_->is_pronoun(subject)) return std::nullopt;
      Participant body = describe_phrase(subject);
      const bool one =
          body.kind != ActorKind::thing && body.kind != ActorKind::person && body.kind != ActorKind::office;
      return one ? std::optional(std::move(body)) : std::nullopt;
    }
    return std::nullopt;
  }
  static void take(Participant& who, const Participant& from) {
    who.name = from.name;
    who.kind = from.kind;
    who.country = from.country;
  }
  std::optional<Participant> speaker_of(int w) const {
    const int report = story_.report_of[story_.quoted[sentence_][w]];
    if (report < 0) return std::nullopt;
    const Draft& verb = story_.drafts[report];
    if (const Participant* known = actor_of(verb)) return *known;
    // Its own subject has not been read yet when the quotation comes first.
    const int subject = SubjectFinder(story_, verb.sentence).subject_of(verb.word);
    const bool again =
        subject < 0 || (verb.sentence == sentence_ && subject == w) || story_.quoted[verb.sentence][subject];
    return again ? std::nullopt : std::optional(PhraseReader(story_, verb.sentence).describe_phrase(subject));
  }

 private:
  const Word& word(int w) const { return (*tree_)[w]; }

  const Story& story_;
  const Knowledge& knows_;
  std::size_t sentence_;
  const Tree* tree_;
};

}  // namespace

Participant describe_phrase(const Story& story, std::size_t sentence, int noun) {
  return PhraseReader(story, sentence).describe_phrase(noun);
}

const Participant* actor_of(const Draft& draft) {
  for (const Participant& p : draft.claim.participants) {
    if (p.role == Role::actor && p.kind != ActorKind::thing) return &p;
  }
  return nullptr;
}

}  // namespace forewhen
