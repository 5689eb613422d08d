story: the same event under another word
document: d1 published 2023-03-14
  | A bomb exploded in the market of Tarvel on Sunday.
document: d2 published 2023-03-14
  | The explosion in the market of Tarvel on Sunday destroyed ten stalls.
ask: events
  one event exploded + explosion

story: a later paper adds what came before
document: d1 published 2023-03-14
  | A fire destroyed the Orlan warehouse in Karsholm on Sunday.
document: d2 published 2023-03-16
  | Guards of the Orlan warehouse in Karsholm caught two boys with petrol on Saturday, a day before the fire destroyed it.
ask: before "fire destroyed warehouse"
  definite 2023-03-11 caught
ask: events
  one event destroyed @d1 + destroyed @d2
