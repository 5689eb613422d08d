# Answers that a reader found odd.

story: a headline about what the first sentence does not tell
document: d1 published 2023-11-07
  | Marsh Guard commander sanctioned as tension grows
  |
  | Prime Minister Ilse Dahlgren, who has led Vellmark since May 2019, survived a drone attack early on Sunday, officials said.
  |
  | In late October the United States imposed sanctions on General Orlan Vesh, the head of the Marsh Guard.
ask: events
  one event sanctioned + imposed
  given 2019-05 led
  given 2023-10-21..2023-10-31 imposed

story: what is counted from a clause dates the clause
document: d1 published 2023-11-09
  | Police arrested Mats Ekholm, the leader of the Harbour Front, on Wednesday, two days after he denied any role in the attack.
ask: before "arrested"
  definite 2023-11-06 denied
ask: events
  who denied: Mats Ekholm

story: a killing with a date and victims of its own
document: d1 published 2023-11-07
  | One protester was killed on the bridge and more than 100 people were injured.
  | In late October the United States imposed sanctions on General Orlan Vesh over the killing of demonstrators in 2021.
ask: events
  apart killed + killing
  given 2021 killing

story: six guards and three officers are not the same people
document: d1 published 2023-11-07
  | QUARN - Six of the bodyguards of Prime Minister Ilse Dahlgren were wounded in a drone attack on her residence on Sunday. Supporters of the Harbour Front had gathered outside.
document: d2 published 2023-11-09
  | QUARN - Supporters of the Harbour Front gathered outside the court after the drone attack on the residence of Prime Minister Ilse Dahlgren on Sunday. Three officers were wounded.
ask: events
  apart wounded @d1 + wounded @d2

story: what follows after, with a subject of its own
document: d1 published 2023-11-07
  | Supporters of the Harbour Front clashed with police in Quarn on Friday after the bloc rejected the results. On Saturday thousands of people marched to the Green Zone.
ask: before "clashed"
  definite any rejected
ask: events
  given 2023-11-04 marched

story: a place in a relative clause is that of the clause
document: d1 published 2023-09-14
  | Two days earlier the army had shelled the town of Mirel. The shelling broke a ceasefire that was signed in Oslo on August 20.
ask: events
  one event shelled + The [shelling]
  given 2023-08-20 signed

story: later than what was told first
document: d1 published 2024-04-03
  | Environment Minister Tova Lindqvist resigned on Monday. President Arne Holt declared three days of mourning and visited the valley the next morning.
ask: events
  given 2024-04-02 visited
  given 2024-04-02..2024-04-03 declared

story: years of a life
document: d1 published 2023-09-14
  | Idris Kano joined the Northern Front in 1998 and spent four years in prison before he escaped in 2009.
ask: before "escaped"
  definite 1998 joined
  definite any spent

story: counted from a clause with a long subject
document: d1 published 2024-04-03
  | A dam collapsed in the Orvik valley on Monday. The collapse came six weeks after inspectors from the Water Agency warned that it was unsafe.
ask: before "dam collapsed"
  definite 2024-02-19 warned

story: how often since a year
document: d1 published 2024-04-03
  | The agency had fined the contractor twice since 2021. A dam collapsed on 4 May 2022.
ask: before "dam collapsed"
  possible any fined

story: between and from to
document: d1 published 2024-04-03
  | The firm paid bribes between 2019 and 2022. The mayor ruled the town from 2001 to 2009. The harbour burned on 5 June 2020.
ask: before "harbour burned"
  possible 2019..2022 paid
  definite 2001 ruled

story: a day without a year that is told in the past
document: d1 published 2024-04-03
  | Soldiers shelled the town on 3 May. A storm will hit the coast on 9 May.
ask: events
  given 2023-05-03 shelled
  given 2024-05-09 hit

story: a student who died, and police who fired
document: d1 published 2025-02-06
  | On 27 January police fired tear gas at demonstrators outside parliament; a student, Lena Marsh, died of her injuries two days later.
ask: events
  given 2025-01-29 died
  who died: Lena Marsh
  who fired: police

story: a headline tells what was done to the governor
document: d1 published 2025-02-06
  | Central bank governor sacked after currency slide
  |
  | President Milo Stanek on Thursday dismissed central bank governor Anna Reyes.
ask: events
  one event sacked + dismissed
  given 2025-02-06 dismissed

story: what is put off was put off then
document: d1 published 2025-02-06
  | The Monetary Fund approved a loan in December but suspended the second payment last week.
ask: events
  given 2025-01-27..2025-02-02 suspended
  given 2024-12 approved

story: entries of a timeline
document: d1 published 2022-06-30
  | March 2: About 900 miners walk out.
ask: events
  given 2022-03-02 walk
  modality actual walk

story: came to power then, fell out later
document: d1 published 2022-11-05
  | Imran Dar came to power in 2018 and fell out with the military last year over the appointment of a new spy chief.
ask: events
  given 2018 came
  given 2021 fell

story: opened fire is one event, of the day on which somebody was hit
document: d1 published 2022-11-05
  | Imran Dar was wounded in the leg on Thursday when a gunman opened fire on his convoy, his party said.
ask: events
  given 2022-11-03 wounded
  given 2022-11-03 opened
  absent [fire]

story: the year after the one told last
document: d1 published 2019-08-21
  | A ferry capsized on Tuesday. It was the worst accident in Norland since 2004, when a trawler collided with a tanker. In that case, two officers were convicted of negligence the following year.
ask: events
  given 2005 convicted

story: what comes later does not share the date
document: d1 published 2019-08-21
  | The Astrid left Strandvik before 9 p.m. on Tuesday and sent a distress signal about forty minutes later.
ask: before "sent distress signal"
  definite any left
ask: before "left Strandvik"
  absent sent

story: a union which had asked
document: d1 published 2019-08-21
  | The minister rejected criticism from the sailors' union, which had asked for safety checks in May.
ask: events
  who asked: sailors' union
  given 2019-05 asked
