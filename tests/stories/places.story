# Where things happened: addresses, names in other spellings, what a sentence tells of one place only.

story: each part of an address lies in the next
document: d1 published 2023-03-14
  | Gunmen attacked a checkpoint near Zinjibar town, Abyan governorate, Yemen, on Friday.
ask: events
  where attacked: Zinjibar

story: a village that no table has lies in its province
document: d1 published 2023-03-14
  | Gunmen attacked a checkpoint in Qumrath village, Shabwah, Yemen, on Friday.
ask: events
  where attacked: Qumrath
  where attacked: Shabwah

story: a quarter lies in the city that it is said to be a part of
document: d1 published 2023-03-14
  | Police arrested two smugglers in the Velmar neighborhood of Mosul, Iraq, on Friday.
ask: events
  where arrested: Velmar
  where arrested: Mosul

story: what is shelled is where the shells fell
document: d1 published 2023-03-14
  | Officials in London said on Monday that rebels had shelled Aleppo on Friday.
ask: events
  where shelled: Aleppo

story: a dateline in figures is no part of its sentence
document: d1 published 2023-03-14
  | 03/10/2023: Gunmen fired rockets at a depot in Marib, Yemen.
ask: events
  where fired: Ma'rib
