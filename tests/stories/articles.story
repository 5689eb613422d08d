# Whole articles, as short as they come. 14 March 2023 is a Tuesday, 16 October 2023 a Monday, 5 June 2024 a Wednesday.

story: two papers on one strike and what led to it
document: north published 2024-06-05
  | Nurses in Velin walked out on Monday. The hospital's director, Anders Holt, had dismissed their spokeswoman on 27 May.
document: south published 2024-06-10
  | Anders Holt, who runs the hospital in Velin, cut the nurses' pay in April. The nurses walked out last Monday and
  | went back to work on Saturday.
ask: events
  one event [walked] out on Monday + [walked] out last Monday
ask: before "nurses walked out"
  definite 2024-04 cut
  definite 2024-05-27 dismissed
  in order
  absent went back

story: a government falls
document: d1 published 2023-10-16
  | VELIN - Prime minister Petra Lund resigned on Sunday, two days after parliament rejected her budget.
  |
  | Lund had raised the price of bread in late September. Bakers and tram drivers struck on 4 October, and on 9 October
  | a crowd stormed the grain exchange in Velin.
  |
  | President Tomas Arvid is expected to name a successor this week. New elections must be held by March.
ask: before "Lund resigned"
  definite 2023-09-16..2023-09-30 raised
  definite 2023-10-04 struck
  definite 2023-10-09 stormed
  definite 2023-10-13 rejected
  in order
  absent name
  absent elections
ask: after "stormed grain exchange"
  definite 2023-10-13 rejected
  definite 2023-10-15 resigned
  in order
  absent name
  absent elections
ask: timeline "Petra Lund"
  given 2023-09-16..2023-09-30 raised
  given 2023-10-15 resigned
  in order
