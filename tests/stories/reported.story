# What could be known by a day: only documents published by then, and nothing that they could not yet say.

story: the arrest was reported later
document: d1 published 2023-03-06
  | Dockers clashed with police at the gate in Tarvel on 4 March 2023.
document: d2 published 2023-03-20
  | Police arrested the steward Lena Moravec in Tarvel on 2 March 2023.
ask: before "dockers clashed"
  definite 2023-03-02 arrested
ask: before "dockers clashed" --as-of-report 2023-03-10
  count 0
ask: before "dockers clashed" --as-of-report 2023-03
  definite 2023-03-02 arrested

story: a later report cannot make an early one more exact
document: d1 published 2023-03-06
  | Dockers clashed with police in Tarvel on 4 March 2023.
document: d2 published 2023-03-20
  | Dockers clashed with police in Tarvel on 4 March 2023. Sailors struck in Tarvel on 9 March 2023.
ask: events
  one event Dockers [clashed] with police in Tarvel on 4 March 2023. @d1 + Dockers [clashed] with police @d2
ask: events --as-of-report 2023-03-06
  given 2023-03-04 clashed @d1
  count 1
