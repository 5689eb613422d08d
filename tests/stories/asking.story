# The question itself: which event is meant, what belongs to it, and what if there is nothing to say.

story: two bombings fit and the reader chooses
document: d1 published 2023-03-14
  | A bombing in Tarvel on Sunday wounded a guard. A bombing in Karsholm on Thursday killed a clerk.
ask: before "bombing"
  asks back
ask: before "bombing Tarvel"
  definite 2023-03-09 A [bombing] in Karsholm

story: a date tells which of two is meant
document: d1 published 2023-03-14
  | A bomb exploded in the port on Sunday. A bomb exploded in the port on 2 March. Guards struck on 20 February.
ask: before "bomb exploded"
  asks back
ask: before "bomb exploded 2023-03-02"
  definite 2023-02-20 struck
  nothing else

story: an event that nobody told
document: d1 published 2023-03-14
  | Dockers struck on Friday.
ask: before "earthquake"
  not found

story: nothing precedes the only event
document: d1 published 2023-03-14
  | Dockers struck in Karsholm on Friday.
ask: before "dockers struck"
  count 0
ask: after "dockers struck"
  count 0

story: nothing precedes the first of two
document: d1 published 2023-03-14
  | Dockers struck in Karsholm on Thursday. Sailors struck in Karsholm on Friday.
ask: before "dockers struck"
  count 0
ask: after "dockers struck"
  definite 2023-03-10 Sailors [struck]
  nothing else

story: an event may be named by its place in the text
document: d1 published 2023-03-14
  | Gunmen attacked a ferry on Sunday. Sailors struck on Friday.
ask: before @d1:7
  definite 2023-03-10 struck
  nothing else

story: what has nothing to do with it is not given
document: d1 published 2023-03-14
  | Dockers clashed with police in Karsholm on Sunday.
document: d2 published 2023-03-14
  | The chess champion Anders Holt beat Emil Straub in Velin on Friday.
ask: before "dockers clashed"
  count 0

story: a shared actor ties events of two papers
document: d1 published 2023-03-14
  | Unknown men shot at the car of Lena Moravec on Sunday.
document: d2 published 2023-02-03
  | Lena Moravec dismissed ninety dockers on Thursday.
ask: before "shot car"
  definite 2023-02-02 dismissed
  nothing else

story: only what is certain
document: d1 published 2023-03-30
  | A letter bomb injured a clerk at the party's office on March 6. Police searched the office in March.
  | The party expelled its treasurer in January.
ask: before "letter bomb injured clerk" --certainty definite
  definite 2023-01 expelled
  absent searched
  nothing else

story: only the last thirty days
document: d1 published 2023-03-14
  | A grenade damaged the pilot station in Karsholm on Sunday. Pilots struck on 1 March. The station was rebuilt in 2011.
ask: before "grenade damaged pilot station" --within 30d
  definite 2023-03-01 struck
  absent rebuilt
  nothing else

story: only events with an actor in common
document: d1 published 2023-03-14
  | Petra Lund closed the border on Sunday. Customs officers struck on Friday. Petra Lund visited Rask on Thursday.
ask: before "closed border" --shared-actor
  definite 2023-03-09 visited
  absent struck

story: what happened between two days
document: d1 published 2023-03-14
  | Pilots struck on Wednesday. Dockers struck on Friday. Cooks struck on Sunday. Guards will strike on Thursday.
ask: between 2023-03-09 2023-03-11
  given 2023-03-10 Dockers [struck]
  nothing else

story: without a date of publication Friday and Sunday have no order
document: d1
  | Dockers clashed with police at the harbour gate on Friday. A bomb went off in the port on Sunday.
ask: before "bomb went off"
  possible undated clashed
  nothing else

story: without a date of publication yesterday still comes before today
document: d1
  | Protesters burned a bus in Velin yesterday. Police arrested six students today.
ask: before "police arrested students"
  definite undated burned
  nothing else

story: without a date of publication written dates still count
document: d1
  | On 9 April 2018 a tanker exploded off Rask. On 4 April 2018 its crew mutinied. Divers found a mine last month.
ask: before "tanker exploded"
  definite 2018-04-04 mutinied
  possible undated found
  in order

story: what came before may still go on
document: d1 published 2023-03-14
  | A shell hit the cathedral of Velin on Sunday. Rebels have besieged the town since January.
ask: before "shell hit cathedral"
  definite 2023-01 besieged
  nothing else

story: the weapon alone names the event
document: d1 published 2023-03-14
  | A grenade damaged the pilot station in Karsholm on Sunday. Pilots struck on 1 March.
ask: before "grenade"
  definite 2023-03-01 struck
  nothing else
