story: a long month of events comes out in the order of time
document: d1 published 2023-03-14
  | Unknown men threw a grenade at the house of port director Lena Moravec on Sunday.
  | Moravec dismissed ninety dockers in late February. The dockers' union called a strike on 6 March.
  | Police and dockers clashed at the harbour gate on Friday, and on Saturday a crane was burned.
ask: before "threw grenade"
  definite 2023-02-15..2023-02-28 dismissed
  definite 2023-03-06 called a strike
  definite 2023-03-10 clashed
  definite 2023-03-11 burned
  in order
  nothing else

story: what has begun before the year began
document: d1 published 2023-03-14
  | Fighters of the Free Coast militia shot down a helicopter on Sunday.
  | The militia has held the island of Rask since 2019.
ask: before "shot down helicopter"
  definite 2019 held
  nothing else
