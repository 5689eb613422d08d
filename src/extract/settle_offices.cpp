// SPDX-License-Identifier: Apache-2.0
// Offices that one person of a country holds at a time: "Iraqi Prime Minister X", "X, the president of Kenya". The
// country must be said with the title, there or elsewhere in the document; a title alone is nobody's in particular.
#include <algorithm>
#include <map>
#include <set>

#include "extract/steps.h"

namespace forewhen {
namespace {

// A title in the text.
struct OfficeMention {
  std::size_t sentence = 0;
  int first = 0, last = 0;  // words, both inclusive, with the country
  std::string title;        // "prime minister"
  std::string country;      // alpha-2, or empty
  int holder = -1;          // index into Story::names, -1: the text names nobody here
  bool past = false;        // "former", "then": nobody who holds it when the report is written
};

// Titles that a country gives to one person at a time.
bool is_held_by_one(std::string_view title) {
  static const std::set<std::string_view> kHeads = {
      "president", "prime minister", "chancellor",         "king",    "queen",          "emperor",
      "sultan",    "emir",           "secretary of state", "premier", "vice president", "attorney general"};
  static const std::set<std::string_view> kMinisters = {
      "foreign minister",   "defence minister", "defense minister", "interior minister", "finance minister",
      "justice minister",   "health minister",  "oil minister",     "energy minister",   "education minister",
      "transport minister", "trade minister",   "economy minister", "culture minister",  "agriculture minister"};
  return kHeads.contains(title) || kMinisters.contains(title);
}

std::string in_one_spelling(std::string title) {
  return title == "defense minister" ? "defence minister" : title == "premier" ? "prime minister" : title;
}

class OfficeReader {
 public:
  explicit OfficeReader(Story& story) : story_(story), knows_(*story.knowledge) {}

  void settle() {
    for (std::size_t sentence = 0; sentence < story_.sentences.size(); ++sentence) {
      if (!story_.skipped[sentence]) read_sentence(sentence);
    }
    if (mentions_.empty()) return;
    complete_countries();
    find_holders();
    find_terms();
    for (Draft& draft : story_.drafts) {
      for (Participant& participant : draft.claim.participants) set_office(participant, draft.sentence);
    }
  }

 private:
  const std::vector<Word>& words(std::size_t sentence) const { return story_.sentences[sentence].words; }
  std::string lower(std::size_t sentence, int w) const {
    const bool inside = w >= 0 && w < static_cast<int>(words(sentence).size());
    return inside ? lower_case(words(sentence)[static_cast<std::size_t>(w)].form) : std::string();
  }

  void read_sentence(std::size_t sentence) {
    const int size = static_cast<int>(words(sentence).size());
    std::vector<std::string> forms;
    for (int w = 0; w < size; ++w) forms.push_back(lower(sentence, w));
    const std::vector<std::string_view> views(forms.begin(), forms.end());
    for (int w = 0; w < size;) {
      const Titles::Match match = knows_.titles.match(std::span(views).subspan(static_cast<std::size_t>(w)));
      if (!match) {
        ++w;
        continue;
      }
      const int last = w + static_cast<int>(match.tokens) - 1;
      std::string title(match.title->full.empty() ? match.title->words : match.title->full);
      if (is_held_by_one(title)) read_mention(sentence, w, last, in_one_spelling(std::move(title)));
      w = last + 1;
    }
  }

  void read_mention(std::size_t sentence, int first, int last, std::string title) {
    OfficeMention mention{sentence, first, last, std::move(title), {}, -1, false};
    country_before(mention);
    static const std::set<std::string> kPast = {"former", "then",   "ex",     "late",     "deputy",
                                                "vice",   "acting", "next",   "future",   "past",
                                                "old",    "new",    "shadow", "outgoing", "would-be"};
    for (int w : {mention.first - 1, mention.first - 2, first - 1, first - 2}) {
      const bool hyphen = lower(sentence, w) == "-";
      mention.past = mention.past || kPast.contains(lower(sentence, w)) || (hyphen && w >= first - 2);
    }
    mention.past = mention.past || lower(sentence, last + 1) == "-";  // "president-elect"
    mention.holder = holder_beside(mention, last + 1);
    const int behind = mention.holder >= 0 && story_.names[mention.holder].first == last + 1
                           ? story_.names[mention.holder].last + 1
                           : last + 1;
    if (!country_behind(mention, behind)) return;
    mentions_.push_back(std::move(mention));
  }

  const Country* country_of(std::size_t sentence, int first, int last) const {
    if (first < 0 || last >= static_cast<int>(words(sentence).size()) || first > last) return nullptr;
    return knows_.countries.find(story_.words(sentence, first, last)).country;
  }

  // "Iraqi", "Iraq 's", "South African", "U.S.".
  void country_before(OfficeMention& mention) const {
    int end = mention.first - 1;
    const std::string mark = lower(mention.sentence, end);
    if (mark == "'s" || mark == "\u2019s" || mark == "'" || mark == "\u2019") --end;
    for (int length = 4; length >= 1; --length) {
      const Country* country = country_of(mention.sentence, end - length + 1, end);
      if (!country) continue;
      mention.country = country->alpha2;
      mention.first = end - length + 1;
      return;
    }
  }

  // "of Iraq"; false when it is the office of something else, such as a bank.
  bool country_behind(OfficeMention& mention, int of) const {
    const std::string preposition = lower(mention.sentence, of);
    if (preposition != "of" && preposition != "for") return true;
    const int from = lower(mention.sentence, of + 1) == "the" ? of + 2 : of + 1;
    for (int length = 4; length >= 1; --length) {
      const Country* country = country_of(mention.sentence, from, from + length - 1);
      if (!country) continue;
      if (mention.country.empty()) mention.country = country->alpha2;
      mention.last = std::max(mention.last, from + length - 1);
      return mention.country == country->alpha2;
    }
    return false;
  }

  int person_at(std::size_t sentence, int w) const {
    if (w < 0 || w >= static_cast<int>(words(sentence).size())) return -1;
    const int name = story_.name_of[sentence][static_cast<std::size_t>(w)];
    return name >= 0 && story_.names[name].kind == ActorKind::person ? name : -1;
  }

  // "President X"; "the president of Kenya, X,"; "X, the president of Kenya".
  int holder_beside(const OfficeMention& mention, int behind) const {
    const std::size_t sentence = mention.sentence;
    if (const int name = person_at(sentence, behind); name >= 0 && story_.names[name].first == behind) return name;
    int front = mention.first - 1;
    if (lower(sentence, front) == "the") --front;
    if (lower(sentence, front) == ",") {
      const int name = person_at(sentence, front - 1);
      const std::string next = lower(sentence, mention.last + 1);
      // "X, Y and the president" lists people, "X, president of Kenya, said" says who X is.
      if (name >= 0 && next != "and" && next != "or") return name;
    }
    return -1;
  }

  // A title with one country in this document is that country's everywhere in it.
  void complete_countries() {
    std::map<std::string, std::set<std::string>> countries;
    std::map<std::string, std::set<std::string>> people;
    for (const OfficeMention& mention : mentions_) {
      if (!mention.country.empty()) countries[mention.title].insert(mention.country);
      if (mention.holder >= 0) people[mention.title].insert(story_.names[mention.holder].name);
    }
    for (OfficeMention& mention : mentions_) {
      const auto& said = countries[mention.title];
      if (mention.country.empty() && said.size() == 1 && people[mention.title].size() <= 1)
        mention.country = *said.begin();
    }
  }

  void find_holders() {
    std::map<std::string, std::set<std::string>> offices;
    for (const OfficeMention& mention : mentions_) {
      if (mention.holder < 0) continue;
      const std::string& name = story_.names[mention.holder].name;
      if (mention.past) past_.insert(name);
      if (!mention.past && !mention.country.empty()) offices[name].insert(office_of(mention));
    }
    for (const auto& [name, held] : offices) {
      if (held.size() == 1 && !past_.contains(name)) holders_[name].office = *held.begin();
    }
  }

  static std::string office_of(const OfficeMention& mention) { return mention.title + " (" + mention.country + ")"; }

  // "X, in power since May 2020": in office at the latest from the end of what is said.
  void find_terms() {
    for (const Timex& time : story_.times) {
      if (is_open(time.when.bounds.latest_start)) continue;
      for (std::size_t sentence = 0; sentence < story_.sentences.size(); ++sentence) {
        if (!story_.sentences[sentence].span.contains(time.span)) continue;
        const int since = word_before(sentence, time.span.begin);
        const std::string seat = lower(sentence, since - 1);
        if (lower(sentence, since) != "since" || (seat != "power" && seat != "office") ||
            lower(sentence, since - 2) != "in")
          continue;
        const auto holder = holders_.find(person_before(sentence, since - 2));
        if (holder != holders_.end()) holder->second.since = time.when.bounds.latest_start;
      }
    }
  }
  int word_before(std::size_t sentence, std::uint32_t byte) const {
    int w = -1;
    for (const Word& word : words(sentence)) {
      if (word.span.begin >= byte) break;
      ++w;
    }
    return w;
  }
  // The one person named before that word of the sentence; "" when there are none or several.
  std::string person_before(std::size_t sentence, int end) const {
    std::set<std::string> people;
    for (int w = 0; w < end; ++w) {
      if (const int name = person_at(sentence, w); name >= 0) people.insert(story_.names[name].name);
    }
    return people.size() == 1 ? *people.begin() : std::string();
  }

  // The title whose words the participant is, but for an article.
  const OfficeMention* said_by(const Participant& participant, std::size_t sentence) const {
    for (const OfficeMention& mention : mentions_) {
      if (mention.sentence != sentence) continue;
      const int article = lower(sentence, mention.first - 1) == "the" ? 1 : 0;
      const auto& all = words(sentence);
      const Span bare{all[static_cast<std::size_t>(mention.first)].span.begin,
                      all[static_cast<std::size_t>(mention.last)].span.end};
      const std::uint32_t with_article = all[static_cast<std::size_t>(mention.first - article)].span.begin;
      const bool begins = participant.span.begin == bare.begin || participant.span.begin == with_article;
      if (begins && participant.span.end == bare.end) return &mention;
    }
    return nullptr;
  }

  void set_office(Participant& participant, std::size_t sentence) const {
    const OfficeMention* said = said_by(participant, sentence);
    const auto holder = holders_.find(participant.name);
    if (participant.kind == ActorKind::person && holder != holders_.end()) {
      if (!said || said->country.empty() || office_of(*said) == holder->second.office) {
        participant.office = holder->second.office;
        participant.in_office_since = holder->second.since;
        return;
      }
    }
    if (!said || said->past || said->country.empty() || said->holder >= 0) return;
    const bool other = holder != holders_.end() || past_.contains(participant.name);
    if (participant.kind == ActorKind::person && !other) return;
    // "Iraq's prime minister" is neither the former one nor Britain's, whom the document names.
    participant.kind = ActorKind::office;
    participant.rule = "office";
    participant.country = said->country;
    participant.name = story_.words(sentence, said->first, said->last);
    participant.office = office_of(*said);
  }

  struct Held {
    std::string office;
    std::optional<Instant> since;
  };
  Story& story_;
  const Knowledge& knows_;
  std::vector<OfficeMention> mentions_;
  std::map<std::string, Held> holders_;  // by name
  std::set<std::string> past_;           // names that are said to have held an office before
};

}  // namespace

void settle_offices(Story& story) { OfficeReader(story).settle(); }

}  // namespace forewhen
