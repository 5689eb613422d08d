// SPDX-License-Identifier: Apache-2.0
#include "extract/who.h"

#include <algorithm>
#include <set>

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

  // "hundreds of supporters", "dozens of people": the people, not the number.
  int counted(int noun) const {
    static const std::set<std::string> kAmounts = {"hundred", "thousand", "dozen", "score",    "million",   "number",
                                                   "group",   "crowd",    "lot",   "hundreds", "thousands", "dozens",
                                                   "scores",  "majority", "ten",   "tens",     "handful"};
    if (!kAmounts.contains(lower_case(word(noun).lemma))) return noun;
    for (int child : tree_->children(noun)) {
      if (tree_->is(child, "nmod") && tree_->marker(child) == "of") return counted(child);
    }
    return noun;
  }

  Participant describe_phrase(int counted_or_not) const {
    const int noun = counted(counted_or_not);
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
    } else {
      unnamed(who, phrase, noun);
    }
    if (name >= 0) cover(who, story_.names[name]);
    return who;
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
    // "the director of the port, Daniel Otieno, said", wherever the parser hung the name between the commas.
    const int comma = phrase.back() + 1;
    if (comma + 1 < tree_->size() && word(comma).form == "," && agent_of_noun(noun)) {
      const int name = story_.name_of[sentence_][comma + 1];
      const bool closed =
          name >= 0 && story_.names[name].last + 1 < tree_->size() && word(story_.names[name].last + 1).form == ",";
      if (closed && story_.names[name].kind == ActorKind::person) return name;
    }
    // "Treasury Secretary X" with the title as head: the person stands right behind it.
    for (int w : phrase) {
      const int name = story_.name_of[sentence_][w];
      if (name >= 0 && w > noun && story_.names[name].kind == ActorKind::person) return name;
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
    if (name.title.empty() || who.text != name.text) return;
  }

  void unnamed(Participant& who, const std::vector<int>& phrase, int noun) const {
    if (office(who, phrase)) return;
    const Agent* agent = agent_of_noun(noun);
    who.name = without_determiner(phrase);
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
  // Without "the", "a", numbers and quantities: "hundreds of union supporters" is about "union supporters".
  std::string without_determiner(const std::vector<int>& phrase) const {
    std::size_t from = 0;
    while (from + 1 < phrase.size()) {
      const Word& w = word(phrase[from]);
      const std::string lower = lower_case(w.form);
      const bool amount = lower == "several" || lower == "some" || lower == "many" || lower == "hundreds" ||
                          lower == "thousands" || lower == "dozens" || lower == "scores" || lower == "of" ||
                          lower == "hundred" || lower == "thousand";
      if (w.tag != "DT" && w.tag != "CD" && w.tag != "PDT" && !amount) break;
      ++from;
    }
    return story_.words(sentence_, std::vector<int>(phrase.begin() + static_cast<std::ptrdiff_t>(from), phrase.end()));
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
      const int person = person_before(w, male);
      if (person < 0) return;
      named(who, story_.names[person]);
    } else if (lemma == "they" || lemma == "them" || lemma == "their") {
      const Participant* group = group_before(w);
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
  // The last person named before, subjects of their clauses first.
  int person_before(int w, bool male) const {
    int best = -1;
    bool best_subject = false;
    const std::uint32_t at = word(w).span.begin;
    for (std::size_t i = 0; i < story_.names.size(); ++i) {
      const NameMention& name = story_.names[i];
      const auto& words = story_.sentences[name.sentence].words;
      if (words[name.first].span.begin >= at || story_.skipped[name.sentence]) break;
      // One whose kind no table tells may be meant when it does what its sentence tells.
      const bool person =
          name.kind == ActorKind::person || (name.kind == ActorKind::unknown && name.sentence == sentence_ &&
                                             !name.is_place && story_.trees[name.sentence].is(name.head, "nsubj"));
      if (!person || (male ? name.female : name.male)) continue;
      if (sentence_ - name.sentence > 4) continue;
      const Tree& tree = story_.trees[name.sentence];
      const bool subject = tree.is(name.head, "nsubj") || tree.is(name.head, "appos");
      const bool near = best < 0 || name.sentence != story_.names[best].sentence || subject || !best_subject;
      if (near) best = static_cast<int>(i), best_subject = subject;
    }
    // A headline speaks of the person whom the first sentence names.
    for (std::size_t i = 0; best < 0 && i < story_.names.size(); ++i) {
      const NameMention& name = story_.names[i];
      if (name.sentence > sentence_ + 1) break;
      if (story_.sentences[sentence_].heading && name.kind == ActorKind::person && !(male ? name.female : name.male))
        best = static_cast<int>(i);
    }
    return best;
  }
  // The people of the nearest clause before, who does it rather than to whom it is done.
  const Participant* group_before(int w) const {
    const Participant* best = nullptr;
    const std::uint32_t at = word(w).span.begin;
    const auto rank = [](const Participant& p) { return p.role == Role::actor ? 1 : 0; };
    for (std::size_t back = 0; back <= 2 && !best && back <= sentence_; ++back) {
      for (const Draft& draft : story_.drafts) {
        if (draft.sentence != sentence_ - back) continue;
        for (const Participant& p : draft.claim.participants) {
          const bool many = p.kind == ActorKind::group || p.kind == ActorKind::armed_group;
          if (!many || p.rule == "pronoun" || p.span.end > at) continue;
          if (!best || rank(p) > rank(*best) || (rank(p) == rank(*best) && p.span.begin > best->span.begin)) best = &p;
        }
      }
    }
    return best;
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
