// SPDX-License-Identifier: Apache-2.0
// The words that tell of events: verbs, nouns and adjectives with their PLOVER type and mode, CAMEO code, TimeML class,
// coreference group and the places of a tree where actor, recipient and instrument are found.
// Data: data/events.tsv, which explains each column. Knows no trees: the extractor brings lemmas.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "forewhen/base/result.h"
#include "forewhen/model/claim.h"

namespace forewhen {

// "I_ACTION", as TimeML writes it.
std::optional<EventClass> parse_event_class(std::string_view name);

struct EventEntry {
  enum Flag : std::uint16_t {
    light = 1,         // the happening is named by the object or subject: carry out (an attack), take place
    intent = 2,        // makes its complement planned or hypothetical: plan, want, threaten, call for, order
    negate = 4,        // says that its complement was not so, or will not be: deny, prevent, cancel, fail
    report = 8,        // what follows is said by the subject: say, announce, warn
    stative = 16,      // a state of things; an event only with a date: own, include, belong
    weak = 32,         // often not an event: needs more evidence (an actor, a date) to be kept: "hearing", "move"
    plural_ok = 64,    // a bare plural still tells of real happenings: clashes, talks, protests
    never = 128,       // looks like an event and is none: "party", "state"; stops guesses from other sources
    reciprocal = 256,  // actors act on one another: clash, meet; recipients named with "with" are actors as well
    begins = 512,      // its complement begins, ends or goes on with it (ASPECTUAL): begin, stop, resume
    ends = 1024,
    causes = 2048,  // the subject, an event, brings about the object, an event: trigger, lead to, cause
  };
  std::string_view lemma;  // in the order of reading: "call for", "sever tie", "air strike", "break in relation"
  std::string_view head;   // its head word: the first of a verb, of a noun the last before a preposition
  char pos = 'V';          // V, N or A
  PloverType type = PloverType::none;
  std::string_view mode;   // of that type, "" for none
  std::string_view cameo;  // "190"; a string, since 010 is not 10
  EventClass event_class = EventClass::occurrence;
  std::string_view group;  // one word that all names of one kind of happening share: "attack"
  std::uint16_t flags = 0;
  // Where to look for the participants, best first, parted by "|":
  //   subj obj iobj poss (possessive) comp (compound or adjective before a noun: "drone attack", "Turkish raid"),
  //   or a preposition: on with against to of from by in at over for.
  std::string_view actor;       // "" means subj for verbs, "poss|by|comp" for nouns
  std::string_view recipient;   // "" means obj for verbs, "of" for nouns; "none" when there is never one
  std::string_view instrument;  // "" means "with"
  std::uint32_t line = 0;

  bool is(Flag flag) const { return (flags & flag) != 0; }
  std::size_t word_count() const;
};

class EventLexicon {
 public:
  // Reads the text of events.tsv. Refused at the first line that is wrong ("WHERE:LINE: ...") or says the same as an
  // earlier one.
  static Result<EventLexicon> load(std::string text, std::string_view where);
  // The lexicon that the program ships, extract/events.tsv.
  static Result<EventLexicon> load_default();
  // A user's own, in the same form; io when it cannot be read.
  static Result<EventLexicon> load_file(const std::string& path);

  // The entry of exactly these lower-case lemmas, one space between words; nullptr when there is none.
  const EventEntry* find(std::string_view lemma, char pos) const;
  // The entry of this head word with the most words, all of whose other words are among `others` (particle,
  // prepositions, lemmas of object, complement and modifiers that stand with the head, in any order):
  // find_longest("call", 'V', {"for", "minister"}) is "call for", find_longest("strike", 'N', {"air"}) is "air strike".
  // Of two of one length the one whose word comes first in `others`. nullptr when not even the head alone is known.
  const EventEntry* find_longest(std::string_view head, char pos, std::span<const std::string_view> others) const;

  std::span<const EventEntry> entries() const { return entries_; }  // by pos, then lemma

  // This lexicon with the entries of `other` put over it: what `--lexicon` does.
  void merge(EventLexicon other);

 private:
  void index_heads();

  std::vector<std::shared_ptr<const std::string>> texts_;
  std::vector<EventEntry> entries_;
  std::vector<std::uint32_t> by_head_;  // of entries_, by pos and head
};

}  // namespace forewhen
