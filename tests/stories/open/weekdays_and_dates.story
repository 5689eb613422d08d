story: over the last few months may reach up to now
document: d1 published 2023-03-14
  | A bomb destroyed the customs house in Karsholm on Saturday.
  | Other bombings have shaken the port over the last few months.
ask: before "bomb destroyed customs house"
  possible any bombings have shaken the port
  nothing else

story: two days before an event counts from the event
document: d1 published 2023-03-14
  | A bomb went off outside the customs house in Karsholm on Sunday, wounding four people.
  | Two days before the bombing, dockers clashed with police at the harbour gate.
ask: before "bomb went off"
  definite 2023-03-10 clashed
  absent wounding
  nothing else

story: a day after an event counts from the event
document: d1 published 2023-03-14
  | Officials lifted the curfew in Tarvel on Monday, a day after soldiers left the town.
ask: before "lifted curfew"
  definite 2023-03-12 left
  nothing else
