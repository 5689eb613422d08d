// SPDX-License-Identifier: Apache-2.0
#include "extract/event_lexicon.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <iterator>
#include <set>

namespace forewhen {
namespace {

std::string shipped_file(const std::string& name) {
  std::ifstream in(FOREWHEN_SOURCE_DIR "/src/extract/data/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const EventLexicon& shipped() {
  static const EventLexicon lexicon = [] {
    Result<EventLexicon> read = EventLexicon::load(shipped_file("events.tsv"), "events.tsv");
    if (!read) throw std::runtime_error(to_string(read.error()));
    return *std::move(read);
  }();
  return lexicon;
}

// What the lexicon says of the head with these words about it, as "lemma TYPE mode group".
std::string look_up(std::string_view head, char pos, std::vector<std::string_view> others = {}) {
  const EventEntry* entry = shipped().find_longest(head, pos, others);
  if (entry == nullptr) return "nothing";
  std::string said(entry->lemma);
  for (std::string_view part : {name_of(entry->type), entry->mode, entry->group})
    if (!part.empty()) said += " " + std::string(part);
  return said;
}

constexpr std::string_view kRow = "raid\tV\tASSAULT\t-\t190\tOCCURRENCE\tattack\t-\t-\tobj|on\t-\n";

std::string error_of(std::string text) {
  const Result<EventLexicon> read = EventLexicon::load(std::move(text), "my.tsv");
  return read ? "none" : to_string(read.error());
}

TEST(EventLexicon, a_row_is_read_column_by_column) {
  const Result<EventLexicon> read = EventLexicon::load(std::string(kRow), "my.tsv");
  ASSERT_TRUE(read.ok());
  const EventEntry* raid = read->find("raid", 'V');
  ASSERT_NE(raid, nullptr);
  EXPECT_EQ(raid->type, PloverType::assault);
  EXPECT_EQ(raid->cameo, "190");
  EXPECT_EQ(raid->event_class, EventClass::occurrence);
  EXPECT_EQ(raid->group, "attack");
  EXPECT_EQ(raid->recipient, "obj|on");
  EXPECT_EQ(raid->mode, "");
  EXPECT_EQ(read->find("raid", 'N'), nullptr);
}

TEST(EventLexicon, errors_name_the_line) {
  const std::string row(kRow);
  EXPECT_EQ(error_of("# note\n\nraid\tV\n"),
            "my.tsv:3: a row has 11 columns (part them by tabs, '-' for an empty one)");
  EXPECT_EQ(error_of("Raid" + row.substr(4)), "my.tsv:1: \"Raid\" is not a lower-case lemma");
  EXPECT_EQ(error_of("raid\tX" + row.substr(6)), "my.tsv:1: part of speech \"X\" is unknown (use V, N or A)");
  EXPECT_EQ(error_of("raid\tV\tWAR\t-\t-\tOCCURRENCE\t-\t-\t-\t-\t-\n"), "my.tsv:1: \"WAR\" is no PLOVER type");
  EXPECT_EQ(error_of("raid\tV\t-\tdrone\t-\tOCCURRENCE\t-\t-\t-\t-\t-\n"), "my.tsv:1: a mode stands without a type");
  EXPECT_EQ(error_of("raid\tV\t-\t-\t19x\tOCCURRENCE\t-\t-\t-\t-\t-\n"), "my.tsv:1: \"19x\" is no CAMEO code");
  EXPECT_EQ(error_of("raid\tV\t-\t-\t-\tEVENT\t-\t-\t-\t-\t-\n"), "my.tsv:1: \"EVENT\" is no TimeML class");
  EXPECT_EQ(error_of("raid\tV\t-\t-\t-\tSTATE\t-\tlight|odd\t-\t-\t-\n"), "my.tsv:1: flag \"odd\" is unknown");
  EXPECT_EQ(error_of(row + "# again\n" + row), "my.tsv:3: \"raid\" (V) stands in line 1 already");
  EXPECT_EQ(error_of("\xff"), "my.tsv: byte 0 is not UTF-8");
}

TEST(EventLexicon, the_longest_phrase_wins_over_the_bare_verb) {
  EXPECT_EQ(look_up("carry", 'V', {"out"}), "carry out happening");
  EXPECT_EQ(look_up("carry", 'V', {"attack", "out", "yesterday"}), "carry out attack ASSAULT attack");
  EXPECT_EQ(look_up("call", 'V', {"minister", "for"}), "call for REQUEST appeal");
  EXPECT_EQ(look_up("call", 'V', {"off", "match"}), "call off cancellation");
  EXPECT_EQ(look_up("step", 'V', {"down"}), "step down RETREAT resign resignation");
  EXPECT_EQ(look_up("sever", 'V', {"tie", "with"}), "sever tie SANCTION discontinue break");
  EXPECT_EQ(look_up("bring", 'V', {"forward", "election"}), "bring forward rescheduling");
  EXPECT_EQ(look_up("sever", 'V', {"arm"}), "nothing");
}

TEST(EventLexicon, the_head_of_a_noun_is_its_last_word_before_a_preposition) {
  EXPECT_EQ(look_up("strike", 'N', {"air"}), "air strike ASSAULT aerial attack");
  EXPECT_EQ(look_up("strike", 'N', {"hunger", "week"}), "hunger strike PROTEST hunger hunger-strike");
  EXPECT_EQ(look_up("strike", 'N', {}), "strike ASSAULT attack");
  EXPECT_EQ(look_up("declaration", 'N', {"war", "of"}), "declaration of war THREATEN violence war");
  EXPECT_EQ(look_up("trial", 'A', {"on"}), "on trial trial");
}

TEST(EventLexicon, among_phrases_of_one_length_the_word_named_first_decides) {
  const std::string text =
      "cut aid\tV\t-\t-\t-\tOCCURRENCE\taid\t-\t-\t-\t-\ncut tie\tV\t-\t-\t-\tOCCURRENCE\ttie\t-\t-\t-\t-\n";
  const Result<EventLexicon> read = EventLexicon::load(text, "my.tsv");
  ASSERT_TRUE(read.ok());
  const std::array<std::string_view, 2> tie_first = {"tie", "aid"};
  const std::array<std::string_view, 2> aid_first = {"aid", "tie"};
  EXPECT_EQ(read->find_longest("cut", 'V', tie_first)->group, "tie");
  EXPECT_EQ(read->find_longest("cut", 'V', aid_first)->group, "aid");
  EXPECT_EQ(read->find_longest("cut", 'V', {}), nullptr);
}

TEST(EventLexicon, nouns_and_verbs_of_one_happening_share_a_group) {
  const auto group = [](std::string_view lemma, char pos) { return shipped().find(lemma, pos)->group; };
  EXPECT_EQ(group("attack", 'V'), group("attack", 'N'));
  EXPECT_EQ(group("raid", 'V'), group("bombing", 'N'));
  EXPECT_EQ(group("vote", 'V'), group("ballot", 'N'));
  EXPECT_EQ(group("protest", 'V'), group("demonstration", 'N'));
  EXPECT_EQ(group("murder", 'V'), group("assassination", 'N'));
  EXPECT_EQ(group("negotiate", 'V'), group("talks", 'N'));
  EXPECT_EQ(group("resign", 'V'), group("resignation", 'N'));
}

TEST(EventLexicon, words_that_only_look_like_events_are_marked) {
  for (std::string_view noun : {"party", "state", "power", "force", "security", "government"})
    EXPECT_TRUE(shipped().find(noun, 'N')->is(EventEntry::never)) << noun;
  EXPECT_TRUE(shipped().find("own", 'V')->is(EventEntry::stative));
  EXPECT_TRUE(shipped().find("plan", 'V')->is(EventEntry::intent));
  EXPECT_TRUE(shipped().find("deny", 'V')->is(EventEntry::negate));
  EXPECT_TRUE(shipped().find("say", 'V')->is(EventEntry::report));
}

// The modes of PLOVER 2.0 by type.
bool is_mode(PloverType type, std::string_view mode) {
  static const std::set<std::pair<std::string_view, std::string_view>> modes = [] {
    std::set<std::pair<std::string_view, std::string_view>> all;
    const auto add = [&](std::string_view name, std::initializer_list<std::string_view> list) {
      for (std::string_view one : list) all.emplace(name, one);
    };
    add("CONSULT", {"visit", "third-party", "multilateral", "phone"});
    add("RETREAT", {"withdraw", "release", "disarm", "ceasefire", "access", "resign"});
    add("REQUEST", {"assist", "change", "yield", "meet"});
    add("ACCUSE", {"disapprove", "investigate", "allege"});
    add("REJECT", {"assist", "change", "yield", "meet"});
    add("THREATEN", {"restrict", "arrest", "relations", "expel", "territory", "violence"});
    add("PROTEST", {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"});
    add("SANCTION", {"convict", "expel", "withdraw", "discontinue"});
    add("MOBILIZE", {"troops", "weapons", "police", "militia"});
    add("COERCE", {"seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
                   "misinformation", "cyber"});
    add("ASSAULT", {"abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
                    "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"});
    return all;
  }();
  return modes.contains({name_of(type), mode});
}

TEST(EventLexicon, every_mode_of_the_shipped_file_belongs_to_its_type) {
  for (const EventEntry& entry : shipped().entries()) {
    if (entry.mode.empty()) continue;
    EXPECT_TRUE(is_mode(entry.type, entry.mode)) << "events.tsv:" << entry.line;
  }
}

TEST(EventLexicon, every_place_of_a_participant_is_a_known_word) {
  const std::set<std::string_view> known = {"subj",    "obj",  "iobj",   "poss",    "comp", "none",   "on",   "with",
                                            "against", "to",   "of",     "from",    "by",   "in",     "at",   "over",
                                            "for",     "as",   "about",  "between", "into", "toward", "near", "through",
                                            "along",   "upon", "behind", "under",   "that", "before"};
  const auto check = [&](std::string_view list, const EventEntry& entry) {
    while (!list.empty()) {
      const std::size_t bar = list.find('|');
      EXPECT_TRUE(known.contains(list.substr(0, bar))) << "events.tsv:" << entry.line << " " << list.substr(0, bar);
      list = bar == std::string_view::npos ? std::string_view{} : list.substr(bar + 1);
    }
  };
  for (const EventEntry& entry : shipped().entries()) {
    check(entry.actor, entry);
    check(entry.recipient, entry);
    check(entry.instrument, entry);
  }
}

TEST(EventLexicon, the_shipped_file_is_of_a_useful_size) {
  std::size_t verbs = 0;
  std::size_t nouns = 0;
  for (const EventEntry& entry : shipped().entries()) {
    verbs += entry.pos == 'V';
    nouns += entry.pos == 'N' && !entry.is(EventEntry::never);
  }
  EXPECT_GE(verbs, 1500U);
  EXPECT_GE(nouns, 800U);
}

TEST(EventLexicon, a_lexicon_put_over_it_replaces_and_adds) {
  Result<EventLexicon> base =
      EventLexicon::load(std::string(kRow) + "flee\tV\t-\t-\t-\tOCCURRENCE\t-\t-\t-\t-\t-\n", "a");
  Result<EventLexicon> own = EventLexicon::load(
      "raid\tV\tCOERCE\tseize\t-\tOCCURRENCE\tsearch\t-\t-\t-\t-\nhex\tV\t-\t-\t-\tOCCURRENCE\t-\t-\t-\t-\t-\n", "b");
  ASSERT_TRUE(base.ok() && own.ok());
  base->merge(*std::move(own));
  EXPECT_EQ(base->entries().size(), 3U);
  EXPECT_EQ(base->find("raid", 'V')->type, PloverType::coerce);
  EXPECT_NE(base->find("hex", 'V'), nullptr);
  EXPECT_NE(base->find("flee", 'V'), nullptr);
}

}  // namespace
}  // namespace forewhen
