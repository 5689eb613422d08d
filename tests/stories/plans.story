# What is planned, feared, wanted or denied has not happened, and precedes nothing.

story: a referendum that is set for next month has not happened
document: d1 published 2023-03-14
  | A bomb exploded outside the council's office in Drumont on Sunday.
  | The council has scheduled a referendum for next month.
ask: before "bomb exploded"
  absent referendum
ask: events
  modality planned referendum
  given 2023-04 referendum

story: what will be has not been
document: d1 published 2023-03-14
  | President Tomas Arvid will visit Karsholm on Friday. Snipers fired on the town hall of Karsholm on Monday.
ask: after "snipers fired"
  absent visit
ask: events
  modality planned visit
  given 2023-03-17 visit
  modality actual fired

story: a ballot planned for another year did not take place then
document: d1 published 2022-09-21
  | The council of Velin held its ballot on 4 September, although it was originally planned for 2024.
  | Gunmen attacked the council on Sunday.
ask: before "gunmen attacked council"
  definite 2022-09-04 held its ballot
ask: after "gunmen attacked council"
  count 0

story: a threat is made, what it threatens is not done
document: d1 published 2023-03-14
  | The sailors' union threatened on Friday to block the port. Police cleared the quay on Sunday.
ask: before "police cleared quay"
  definite 2023-03-10 threatened
  absent block
ask: events
  modality hypothetical|planned block

story: what could happen has not happened
document: d1 published 2023-03-14
  | Rebels could attack the dam, the interior ministry warned on Monday.
ask: events
  modality hypothetical attack
  modality actual warned

story: if is not that it is so
document: d1 published 2023-03-14
  | If the army shells the town, the fishermen will flee to the islands.
ask: events
  modality hypothetical shells
  modality hypothetical|planned flee

story: an order is given, what is ordered is not yet done
document: d1 published 2023-03-14
  | General Osk Verden ordered his troops on Saturday to seize the airport.
  | Sailors mutinied on Monday.
ask: before "sailors mutinied"
  definite 2023-03-11 ordered
  absent seize
ask: events
  modality hypothetical|planned seize

story: what police did not do
document: d1 published 2023-03-14
  | Police did not fire on the marchers on Saturday. The marchers reached the palace on Sunday.
ask: before "marchers reached palace"
  absent fire
ask: events
  modality negated fire

story: nobody has claimed the attack
document: d1 published 2023-03-14
  | No group has claimed responsibility for the attack on the ferry Solveig on Sunday.
ask: after "attack ferry"
  absent claimed
ask: events
  modality negated claimed
  modality actual attack
  given 2023-03-12 attack

story: what failed did not happen
document: d1 published 2023-03-14
  | Lawmakers failed to elect a speaker on Thursday. The coalition broke up on Monday.
ask: before "coalition broke up"
  absent elect
ask: events
  modality negated elect

story: what was denied is not a fact
document: d1 published 2023-03-14
  | The Orlan line denied on Monday that its ship had rammed the trawler. The trawler reached port on Sunday.
ask: events
  modality negated|reported|hypothetical rammed
  modality actual denied
  given 2023-03-13 denied

story: a march that was called off
document: d1 published 2023-03-14
  | Organisers called off the march planned for Saturday. Police closed the square on Monday.
ask: before "police closed square"
  absent march
ask: events
  modality planned|negated|hypothetical march

story: next week lies ahead
document: d1 published 2023-03-14
  | The trial of the banker Emil Straub opens next week. Straub fled his house on Sunday.
ask: after "fled house"
  absent trial
  absent opens
ask: events
  modality planned opens

story: what was averted did not happen
document: d1 published 2023-03-14
  | A last-minute deal on Sunday averted a strike of air traffic controllers.
ask: events
  modality negated|hypothetical|planned strike

story: a planned event is found when it is asked for
document: d1 published 2023-03-14
  | The referendum in Drumont will be held on 30 April. The council voted for it on Friday.
ask: before "referendum Drumont"
  definite 2023-03-10 voted
