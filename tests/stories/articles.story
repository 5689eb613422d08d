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
