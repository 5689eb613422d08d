story: a grenade after weeks of trouble in the port
document: d1 published 2023-03-14 title Grenade thrown at port director's house
  | The director of the port of Karsholm, Lena Moravec, appealed for calm on Monday after a grenade was thrown at her
  | house early on Sunday.
  |
  | Moravec, who has run the port since August 2021, was not at home. The blast, which broke windows across the street,
  | came as the port and its dockers negotiate over wages.
  |
  | On Friday dockers clashed with police at the harbour gate. The next day some of them burned a crane.
  |
  | "This was an attack on the whole town," interior minister Osk Verden said. He promised more patrols.
  |
  | The dockers plan to march on Thursday.
ask: before "grenade thrown house"
  definite 2021-08 has run the port since
  definite 2023-03-10 clashed
  definite 2023-03-11 burned
  in order
  absent appealed
  absent broke windows
  absent promised
  absent march
ask: events
  given 2023-03-12 thrown
  given 2023-03-13 appealed
  modality planned march
  given 2023-03-16 march
  who clashed: dockers
  who clashed: police

story: a ship is seized and nobody knows by whom
document: d1 published 2024-06-05
  | Armed men seized the freighter Maren off the island of Rask on Monday, the coast guard said on Tuesday.
  |
  | No group has claimed responsibility. Pirates released another freighter, the Solveig, in May after its owner paid
  | a ransom.
  |
  | The navy denied that it had fired on the Maren. It could send a frigate, an officer said.
ask: before "seized freighter Maren"
  definite 2024-05 released
  definite any paid
  absent said on Tuesday
  absent claimed
  absent denied
  absent fired
  absent send
ask: events
  given 2024-06-03 seized
  given 2024-06-04 said on Tuesday
  modality negated claimed
  modality hypothetical send
  modality negated|reported|hypothetical fired

story: a flood told without the date of the paper
document: d1
  | The Hallin dam broke on 2 April 2016 and flooded nine villages. Engineers had warned of cracks in 2014.
  | The ministry cut the money for repairs in 2015. Some 400 people fled to Velin after the flood.
  | The villages will be rebuilt next year.
ask: before "dam broke"
  definite 2014 warned
  definite 2015 cut
  in order
  absent flooded
  absent fled
  absent rebuilt
ask: after "dam broke"
  definite any fled
  absent rebuilt
