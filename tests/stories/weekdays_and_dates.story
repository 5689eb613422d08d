# Dates as newspapers write them. 14 March 2023 is a Tuesday, 5 February 2024 a Monday, 18 July 2019 a Thursday,
# 21 September 2022 a Wednesday, 3 January 2024 a Wednesday.

story: a bare weekday is the most recent one
document: d1 published 2023-03-14
  | Gunmen attacked a police post in Tarvel on Sunday, killing two officers.
  | Dockers clashed with police at the harbour gate on Friday.
ask: before "gunmen attacked police post"
  definite 2023-03-10 clashed
  absent killing
  nothing else
ask: events
  given 2023-03-12 attacked

story: yesterday is the day before the paper
document: d1 published 2024-02-05
  | A ferry sank off Port Olden yesterday. Its owner dismissed the captain on Saturday.
ask: before "ferry sank"
  definite 2024-02-03 dismissed
  nothing else
ask: events
  given 2024-02-04 sank

story: today is the day of the paper
document: d1 published 2019-07-18
  | Workers walked out of the Brannock shipyard today. The yard announced pay cuts on Monday.
ask: before "walked out"
  definite 2019-07-15 announced
ask: events
  given 2019-07-18 walked

story: last month is a whole month and long over
document: d1 published 2023-03-14
  | A crowd stormed the town hall of Drumont on Monday.
  | Voters in Drumont elected a new council last month.
ask: before "stormed town hall"
  definite 2023-02 elected
  nothing else

story: last year is a whole year
document: d1 published 2022-09-21
  | Shelling hit the border town of Brescany on Tuesday. The two countries signed a truce last year.
ask: before "shelling Brescany"
  definite 2021 signed a truce
  nothing else

story: last year in January is the year that has just ended
document: d1 published 2024-01-03
  | Police raided the offices of the Orlan Bank on Tuesday. The bank lost its licence last year.
ask: before "raided offices"
  definite 2023 lost its licence
ask: events
  given 2024-01-02 raided

story: late January is the last part of January
document: d1 published 2024-02-05
  | A bomb exploded outside the offices of the shipping firm Baltor on Sunday.
  | In late January the finance ministry froze the accounts of Baltor.
ask: before "bomb exploded"
  definite 2024-01-16..2024-01-31 froze
  nothing else

story: early in a month is its first part
document: d1 published 2022-09-21
  | Students occupied the rector's office on Monday. In early September the university doubled its fees.
ask: before "occupied office"
  definite 2022-09-01..2022-09-15 doubled
  nothing else

story: dates that are written out
document: d1 published 2019-07-18
  | Rebels shelled the airfield at Komran on June 12, 2019. The army had seized it on 3 May 2019.
ask: before "shelled airfield"
  definite 2019-05-03 seized
  nothing else
ask: events
  given 2019-06-12 shelled

story: a day and a month without a year belong to the latest such day
document: d1 published 2024-01-03
  | Fishermen blocked the port of Sund on 28 December. The ministry closed the herring grounds on 4 November.
ask: before "blocked port"
  definite 2023-11-04 closed
  nothing else
ask: events
  given 2023-12-28 blocked

story: a bare month is the latest one
document: d1 published 2024-02-05
  | Nurses marched through Velin on Friday. The hospital dismissed forty of them in November.
ask: before "marched"
  definite 2023-11 dismissed
  nothing else

story: since June 2018 begins in June 2018 and goes on
document: d1 published 2019-07-18
  | A petrol bomb was thrown on Wednesday at the house of Ilse Brandt, who has been mayor since June 2018.
ask: before "petrol bomb thrown"
  definite 2018-06 has been mayor since
  nothing else

story: days ago counts back from the paper
document: d1 published 2023-03-14
  | Officials closed the prison of Velin on Monday. Five days ago inmates took two guards hostage.
ask: before "closed prison"
  definite 2023-03-09 took
  nothing else

story: early Sunday lies before Sunday evening
document: d1 published 2023-03-14
  | Crowds burned a bank in Tarvel on Sunday evening. A drone hit the fuel depot early on Sunday.
ask: before "burned bank"
  definite 2023-03-12 hit
  nothing else

story: the same day is possible both ways
document: d1 published 2023-03-14
  | Students blocked the Old Bridge on Friday. Police searched the student union on Friday.
ask: before "searched student union"
  possible 2023-03-10 blocked
ask: before "blocked bridge"
  possible 2023-03-10 searched

story: a weekday over the turn of the year
document: d1 published 2024-01-03
  | Snow cut off the village of Ansk on Monday. Rescuers reached the valley on Saturday.
ask: before "snow cut off"
  definite 2023-12-30 reached
  nothing else
ask: events
  given 2024-01-01 cut

story: the leap day exists in 2024
document: d1 published 2024-03-15
  | Teachers struck on 4 March 2024. Parliament passed the school bill on 29 February 2024.
ask: before "teachers struck"
  definite 2024-02-29 passed
  nothing else

story: a month in front of agreed to is when it was agreed
document: d1 published 2024-10-14
  | In May the owner agreed to pay the families.
ask: events
  given 2024-05 agreed

story: who attempted to do it did so when it was attempted
document: d1 published 2022-09-18
  | Soldiers attempted to free the captives on 2 September.
ask: events
  given 2022-09-02 attempted

story: then is after what was told last, not the day of the paper
document: d1 published 2023-11-12
  | In January attackers threw a bomb at the embassy gates. Sarria then threatened to close the mission.
ask: events
  given 2023-01-01..2023-11-12 threatened

story: in January, told in the past, is the January before
document: d1 published 2023-11-12
  | In January attackers threw a bomb at the embassy. The embassy will close in January.
ask: events
  given 2023-01 threw
  given 2024-01 close
