# What a headline tells is what the first sentence dates.

story: a headline is of the day of the first sentence
document: d1 published 2023-03-23
  | Miners end strike at Koppel
  |
  | Workers returned to work on Tuesday after accepting a pay rise.
ask: events
  given 2023-03-21 end
  given 2023-03-21 returned

story: a headline over a dateline
document: d1 published 2023-04-19
  | Lotharia's president sacks army chief
  |
  | KARVEN, Lotharia, April 18 (Press Union) - President Milo Stanek dismissed the head of the army on Monday.
ask: events
  given 2023-04-17 sacks

story: a first sentence without a date leaves the headline without one
document: d1 published 2023-03-23
  | Miners end strike at Koppel
  |
  | Workers returned to the pit after a pay rise. They had walked out on 2 March.
ask: events
  given undated end

story: a headline in other words is the event of the first sentence if it is about the same person
document: d1 published 2023-05-08
  | Opposition leader jailed for five years
  |
  | A court in Karven sentenced opposition leader Viktor Dale to five years in prison on Monday.
ask: events
  one event jailed + sentenced

story: a headline about others is another event
document: d1 published 2023-05-08
  | Ministers condemned for silence
  |
  | A court in Karven sentenced opposition leader Viktor Dale to five years in prison on Monday.
ask: events
  apart condemned + sentenced
