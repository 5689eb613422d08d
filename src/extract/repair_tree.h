// SPDX-License-Identifier: Apache-2.0
// Mends what a statistical parser is known to get wrong in news and what can be told from the order of words.
#pragma once

#include "extract/event_lexicon.h"
#include "forewhen/syntax/parsed_sentence.h"

namespace forewhen {

// The tree stays a tree: one root, no cycle. Rules, each for itself:
//   finite root       "Hundreds of workers marched ..." read as a noun with a participle, and no other finite verb
//   relative clause   ", which left two dead": hung on another verb, although a relative pronoun opens it
//   clause after and  "and some burned tyres": an adverbial clause, although "and" opens it
//   loose participle  "the vote, first planned for May": hung on a verb, although it stands behind a noun and a comma
//   reported clause   "A bomb killed three, police said": read as "a bomb (killed three) ... said"
//   target behind     "an attack on the depot shook": the phrase behind the event noun hung on a verb
//   lost subject      "In October the ministry expelled": the subject taken for a part of the month; "after the bloc
//                     rejected": for a phrase; "...; a student, Lena Marsh, died": for nothing
//   present tense     "About 900 miners walk out": read as an infinitive
//   headline          "Governor sacked": read as what the governor did
//   counted from      "two days after he denied it": the span taken for the subject
//   object with who   "expelled Ambassador Lee, who leads": the object taken for the subject of the relative clause
//   subject in front  "the ministry expelled Ambassador Lee": no subject before the verb, and the object taken for it
void repair_tree(ParsedSentence& sentence, const EventLexicon& lexicon);

}  // namespace forewhen
