story: a surname in a second paper
document: d1 published 2023-03-14
  | Justice minister Petra Lund banned the Red Anchor group on Monday.
document: d2 published 2023-03-20
  | Lund resigned as justice minister on Sunday.
ask: timeline "Petra Lund"
  given 2023-03-13 banned
  given 2023-03-19 resigned
  in order

story: who does it and to whom in the passive
document: d1 published 2023-03-14
  | The banker Emil Straub was arrested by customs officers in Velin on Friday.
ask: events
  who arrested: Emil Straub
  who arrested: officers
  where arrested: Velin

story: an officer of a country who is named is found, whatever the office
document: d1 published 2021-11-08
  | Kenyan Foreign Minister Tomas Arvid visited the port of Mombasa on Monday.
ask: timeline "Tomas Arvid"
  given 2021-11-08 visited
