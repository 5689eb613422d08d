// SPDX-License-Identifier: Apache-2.0
// One document under extraction: its sentences as trees, its time expressions, its names, and the drafts of its claims.
// Each step of extract.cpp fills in more of it.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "extract/knowledge.h"
#include "extract/tree.h"
#include "forewhen/coding/petrarch.h"
#include "forewhen/extract/extract.h"
#include "forewhen/text/letter_case.h"

namespace forewhen {

struct GazetteerPlace;  // extract/gazetteer.h

// A named thing in the text.
struct NameMention {
  std::size_t sentence = 0;
  int first = 0, last = 0;  // words, both inclusive, without titles
  int head = 0;             // the word of the run that the rest of the sentence is tied to
  std::string text;         // as written, blanks folded
  std::string name;         // the longest name this document has for it
  std::string title;        // what stands before it, lower case and in full: "prime minister"
  std::string rule;         // why `name` differs from `text`
  ActorKind kind = ActorKind::unknown;
  std::string country;  // alpha-2, or empty
  bool female = false, male = false;
  bool is_place = false;
  PlaceMention place;  // when is_place
  int address = -1;    // the first, finest name of the address that it ends or goes on: "Lindvik town, Sund, Norway"
};

// A claim in the making.
struct Draft {
  std::size_t sentence = 0;
  int word = 0;                       // the trigger
  const EventEntry* entry = nullptr;  // nullptr: a verb that the lexicon does not know
  bool noun = false;
  bool coded = false;                  // by dictionaries of the reader's own
  bool state = false;                  // "has been in power since ..."
  int carrier = -1;                    // the verb that carries a noun: "carried out" (an attack), "imposed" (sanctions)
  const EventEntry* phrase = nullptr;  // of the carrier, with the noun where the lexicon has both: "impose sanction"
  int carries = -1;                    // of a carrier that is a mention of its own: the noun, a word of the sentence
  int timex = -1;                      // index into times, -1: none
  int counted = -1;     // the expression that counts from another event to this one: "two days after the vote"
  std::string time_rule;
  int result_of = -1;    // draft whose relative or participial clause this is: "attack, which left ..."
  int headline_of = -1;  // draft of the first sentence that the headline takes its time from
  int speech_of = -1;    // draft of the reporting verb whose content this is
  bool relative_clause = false;
  bool past_perfect = false;
  bool future_in_past = false;  // "said it would"
  Claim claim;

  // The entry that says of which type it is; nullptr when the lexicon does not know the word.
  const EventEntry* typed() const { return phrase && phrase->type != PloverType::none ? phrase : entry; }
};

struct Story {
  const Document* document = nullptr;
  const Knowledge* knowledge = nullptr;
  std::vector<ParsedSentence> sentences;
  std::vector<Tree> trees;
  // Per sentence and word: number of the quotation it stands in, from 1; 0 outside quotation marks. One quotation may
  // run over several sentences.
  std::vector<std::vector<int>> quoted;
  std::vector<int> report_of;  // per quotation: draft of the verb that reports it, -1 when there is none
  std::vector<bool> skipped;   // per sentence: no part of the story (links to other stories, forms)
  std::vector<Timex> times;
  std::vector<std::vector<int>> times_in;  // per sentence: indices into times
  std::vector<NameMention> names;
  std::vector<std::vector<int>> name_of;   // per sentence and word: index into names or -1
  std::vector<std::string> countries;      // alpha-2 codes the story speaks of, most spoken of first
  std::vector<CodedEvent> coded;           // by dictionaries of the reader's own, in the order of the text
  std::vector<Draft> drafts;               // in the order of their triggers
  std::vector<std::vector<int>> draft_of;  // per sentence and word: index into drafts or -1

  std::string_view text() const { return document->text; }
  // Words first..last of a sentence as written, with blanks folded.
  std::string words(std::size_t sentence, int first, int last) const;
  std::string words(std::size_t sentence, const std::vector<int>& chosen) const;
  // The draft whose trigger is that word, -1 when there is none.
  int draft_at(std::size_t sentence, int word) const { return draft_of[sentence][word]; }
  // The same, or the draft whose noun that word carries: "imposed" of "imposed sanctions".
  int draft_or_carried(std::size_t sentence, int word) const;
  // The time expression that covers that word, -1 when there is none.
  int timex_at(std::size_t sentence, int word) const;
  // "warned" of "six weeks after inspectors of the agency warned": the verb of the clause that an expression of that
  // sentence counts from; -1 when no "after" or "before" opens one right behind it.
  int clause_counted_from(std::size_t sentence, const Timex& timex) const;
};

// The name means that place of the gazetteer; its span stays.
void take_place(NameMention& name, const GazetteerPlace& place);

// Begins with a capital; letters outside ASCII that open a name are taken for capitals: "Özil".
bool is_capitalised(std::string_view form);

// Blanks and line ends become one blank each.
std::string folded_blanks(std::string_view text);

}  // namespace forewhen
