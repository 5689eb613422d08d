// SPDX-License-Identifier: Apache-2.0
// The steps of extraction, in the order in which extract.cpp takes them. Each reads the story as the steps before left
// it and adds its own part; none looks at another document.
#pragma once

#include "extract/story.h"

namespace forewhen {

// Sentences, trees, quotation marks; which lines are no part of the story.
void read_story(Story& story);
// Time expressions, by sentence.
void find_times(Story& story, const TimexOptions& options);
// Names with their kinds.
void find_names(Story& story);
// Which place of the gazetteer a name is, and the countries of the story.
void settle_places(Story& story);
// Surnames, given names and acronyms with the names that they stand for.
void join_names(Story& story);
// Places that stand before the region or country that holds them.
void settle_addresses(Story& story);
// With dictionaries of the reader's own: the verbs that they code.
void code_events(Story& story);
// Drafts for verbs, event nouns and dated states.
void find_triggers(Story& story);
// Which time expression belongs to which event, by tree and by nearness; drops what without a date is no event.
void attach_times(Story& story);
// Tense, aspect, polarity, modality; who is quoted.
void decide_modality(Story& story);
// Times that follow from another event of the sentence, and from the conventions of news.
void inherit_times(Story& story);
// Actors, recipients, instruments.
void assign_roles(Story& story);
// Who and to whom, from the event next to it.
void complete_roles(Story& story);
void assign_places(Story& story);
// Who holds which office of which country, as far as the text says so in words; and participants that are said by it.
void settle_offices(Story& story);
// The claim fields of type, phrase and summary; ids.
void describe(Story& story);
// Statements that are promises, threats or refusals by what they say.
void settle_types(Story& story);
// Which drafts tell the same event (Claim::same_as).
void join_mentions(Story& story);
// Dates counted from another event: "two days before the vote".
void count_offsets(Story& story);
// What the text says about order.
std::vector<ClaimLink> link_events(const Story& story);
// With dictionaries of the reader's own: leaves only what they code. `extraction` has the claims of all drafts.
void apply_codes(const Story& story, Extraction& extraction);

}  // namespace forewhen
