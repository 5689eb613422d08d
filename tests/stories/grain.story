# How exact a text is decides between definite and possible. 30 March 2023 is a Thursday.

story: a month and a day in it are only possibly in order
document: d1 published 2023-03-30
  | A letter bomb injured a clerk at the party's office on March 6. Police searched the office in March.
ask: before "letter bomb injured clerk"
  possible 2023-03 searched
  nothing else
ask: before "police searched office"
  possible 2023-03-06 injured

story: a month before the month of the question is definite
document: d1 published 2023-03-30
  | Police searched the party's office in March. The party expelled its treasurer in January.
ask: before "searched office"
  definite 2023-01 expelled
  nothing else

story: two events of the same month are possible both ways
document: d1 published 2023-05-02
  | In April the company sold its fleet. Its sailors went on strike in April.
ask: before "sailors went on strike"
  possible 2023-04 sold
ask: before "sold fleet"
  possible 2023-04 went on strike

story: a year before is definite, the same year only possible
document: d1 published 2022-12-29
  | Miners seized the company's office in Hallin on 3 October 2022. The company closed its mine there in 2015.
  | It cut their pensions in 2022.
ask: before "miners seized office"
  definite 2015 closed
  possible 2022 cut
  nothing else

story: two years apart
document: d1 published 2022-06-10
  | The state of Norrland abolished its militia in 2009. It founded the militia in 2004.
ask: before "abolished militia"
  definite 2004 founded
  nothing else
ask: before "founded militia"
  count 0

story: an event without a date may have come before
document: d1 published 2023-03-14
  | A court freed the poet Anton Reve on Monday. Reve burned his passport in front of the embassy.
ask: before "freed poet"
  possible undated burned

story: an event without a date is not dated to the day of the paper
document: d1 published 2023-03-14
  | Brigands robbed the mail coach near Ansk.
ask: events
  given undated robbed
  count 1

story: a decade lies before what came after it
document: d1 published 2022-06-10
  | Engineers flooded the Hallin quarry on Tuesday. Convicts built its dam in the 1930s.
ask: before "flooded quarry"
  definite 1930-01-01..1939-12-31 built
  nothing else
