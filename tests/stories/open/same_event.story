story: the same event under another word
document: d1 published 2023-03-14
  | A bomb exploded in the market of Tarvel on Sunday.
document: d2 published 2023-03-14
  | The explosion in the market of Tarvel on Sunday destroyed ten stalls.
ask: events
  one event exploded + explosion

story: three papers and one election
document: d1 published 2023-02-20
  | Voters in Norrland elected Ilse Brandt president on Sunday.
document: d2 published 2023-02-21
  | Norrland's election on Sunday was won by Ilse Brandt.
document: d3 published 2023-02-22
  | Observers praised the election in Norrland on Sunday.
ask: events
  one event elected @d1 + election @d2 + election @d3
  given 2023-02-19 elected

story: an earthquake has the day of the verb that says it struck
document: d1 published 2023-03-14
  | A strong earthquake hit Ankara on Monday. Rescue teams of the Orlan Institute went out.
document: d2 published 2023-03-16
  | A strong earthquake hit Ankara on Wednesday. Rescue teams of the Orlan Institute went out.
ask: events
  apart earthquake @d1 + earthquake @d2
