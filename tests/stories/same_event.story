# When two mentions are one event, and when they are not.

story: two documents tell the same event
document: d1 published 2023-03-14
  | Gunmen attacked the Hotel Meridian in Tarvel on Sunday, killing two guests.
document: d2 published 2023-03-15
  | The attack on the Hotel Meridian in Tarvel on Sunday was carried out by gunmen in police uniforms.
ask: events
  one event attacked @d1 + The [attack] on @d2
  given 2023-03-12 attacked

story: weekdays of papers of different days mean the same Sunday
document: d1 published 2023-03-13
  | Inmates rioted in the prison of Velin on Sunday.
document: d2 published 2023-03-17
  | The riot in the prison of Velin on Sunday ended without deaths.
ask: events
  one event rioted + riot
  given 2023-03-12 rioted

story: the same kind of event on different days stays two
document: d1 published 2023-03-14
  | A bomb exploded at the station of Tarvel on Sunday.
document: d2 published 2023-03-21
  | A bomb exploded at the station of Tarvel on Sunday.
ask: events
  apart exploded @d1 + exploded @d2
  given 2023-03-12 exploded
  given 2023-03-19 exploded

story: the same kind of event in different towns stays two
document: d1 published 2023-03-14
  | A bomb exploded in Karsholm on Sunday, and another bomb exploded in Tarvel on Sunday.
ask: events
  apart [exploded] in Karsholm + [exploded] in Tarvel

story: one attack in three words
document: d1 published 2023-03-14
  | A drone attack on the house of governor Jonas Keller on Sunday raised tensions in Velin.
  | The attack was the first of its kind. No one was hurt in Sunday's assault.
ask: events
  one event drone [attack] + The [attack] was + assault
ask: before "drone attack"
  absent assault
  absent The [attack] was

story: an earlier attack of the same kind is another event
document: d1 published 2023-03-14
  | Gunmen attacked a convoy near Rask on Sunday. In January gunmen attacked another convoy near Rask.
ask: before "gunmen attacked convoy 2023-03-12"
  definite 2023-01 [attacked] another
ask: events
  apart [attacked] a convoy + [attacked] another convoy

story: that fighting began is no second event
document: d1 published 2023-04-19
  | More than 3,000 people have been killed since the fighting began in 2021.
ask: events
  one event fighting + began

story: who goes on strike strikes
document: d1 published 2023-05-08
  | Viktor Dale went on hunger strike in April.
ask: events
  one event went + strike
  given 2023-04 strike
  who strike: Viktor Dale

story: a later paper adds what came before
document: d1 published 2023-03-14
  | A fire destroyed the Orlan warehouse in Karsholm on Sunday.
document: d2 published 2023-03-16
  | Guards of the Orlan warehouse in Karsholm caught two boys with petrol on Saturday, a day before the fire destroyed it.
ask: before "fire destroyed warehouse"
  definite 2023-03-11 caught
ask: events
  one event destroyed @d1 + destroyed @d2
