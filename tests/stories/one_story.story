# Several reports of one story: what they tell in common is one event, what only looks alike is not.

story: a meeting of every day is not one meeting
document: d1 published 2023-03-14
  | Trade ministers of Velin and Karsholm met in Tarvel on Monday.
document: d2 published 2023-03-15
  | Trade ministers of Velin and Karsholm met in Tarvel on Tuesday.
document: d3 published 2023-03-16
  | Trade ministers of Velin and Karsholm met in Tarvel on Wednesday.
ask: events
  apart met @d1 + met @d2
  apart met @d2 + met @d3
  apart met @d1 + met @d3

story: a report that gives no day does not tie two meetings together
document: d1 published 2023-03-14
  | Foreign minister Lena Moravec met Jonas Keller at the Alder Palace in Tarvel on Monday. Moravec and Keller spoke about grain.
document: d2 published 2023-03-15
  | Foreign minister Lena Moravec met Jonas Keller at the Alder Palace in Tarvel. Moravec and Keller spoke about grain.
document: d3 published 2023-03-16
  | Foreign minister Lena Moravec met Jonas Keller at the Alder Palace in Tarvel on Wednesday. Moravec and Keller spoke about grain.
ask: events
  apart met @d1 + met @d3

story: two strikes on two days
document: d1 published 2023-03-14
  | A missile strike hit a depot near Rask on Monday, killing three soldiers of the Orlan Brigade.
document: d2 published 2023-03-16
  | A missile strike hit a depot near Rask on Wednesday, killing five soldiers of the Orlan Brigade.
ask: events
  apart strike @d1 + strike @d2
  apart killing @d1 + killing @d2

story: the same protest in two cities
document: d1 published 2023-03-14
  | Teachers of the Orlan Union protested in Paris on Monday against the school law of minister Lena Moravec.
document: d2 published 2023-03-14
  | Teachers of the Orlan Union protested in Madrid on Monday against the school law of minister Lena Moravec.
document: d3 published 2023-03-14
  | Teachers of the Orlan Union protested on Monday against the school law of minister Lena Moravec.
ask: events
  apart protested @d1 + protested @d2

story: two earthquakes
document: d1 published 2023-03-14
  | The earthquake in Ankara on Monday killed two people. Rescue teams of the Orlan Institute went out.
document: d2 published 2023-03-16
  | The earthquake in Ankara on Wednesday killed two people. Rescue teams of the Orlan Institute went out.
ask: events
  apart earthquake @d1 + earthquake @d2

story: a second blast stays a second one when another report tells of the first
document: d1 published 2023-03-14
  | A blast in Velin on Monday killed two guards of the Orlan Bank. A second blast shook the market of Velin. Keller, head of the Orlan Bank, spoke of a dark day.
document: d2 published 2023-03-14
  | A blast in Velin on Monday killed two guards of the Orlan Bank. Keller, head of the Orlan Bank, spoke of a dark day.
ask: events
  one event [blast] in Velin on Monday @d1 + blast @d2
  apart [blast] in Velin on Monday @d1 + second [blast] @d1

story: two arrests of two people in each of two reports
document: d1 published 2023-03-14
  | Police in Velin arrested Lena Moravec on Monday. Hours later police arrested Jonas Keller.
document: d2 published 2023-03-14
  | Police in Velin arrested Lena Moravec on Monday. Police arrested Jonas Keller as well.
ask: events
  one event [arrested] Lena @d1 + [arrested] Lena @d2
  one event [arrested] Jonas @d1 + [arrested] Jonas @d2
  apart [arrested] Lena @d1 + [arrested] Jonas @d1
  apart [arrested] Lena @d2 + [arrested] Jonas @d1

story: full name, surname and title are no other people
document: d1 published 2023-03-14
  | Former governor Daniel R. Otieno died in Tarvel, his Orlan Party said. Otieno led the Orlan Party for years.
document: d2 published 2023-03-14
  | Daniel Otieno, once governor, died in Tarvel, the Orlan Party said. He led the Orlan Party for years.
ask: events
  one event died @d1 + died @d2

story: one arrest by a name and by a description
document: d1 published 2023-03-14
  | Lena Moravec of the Orlan Bank was arrested in Tarvel, prosecutor Jonas Keller said. The Orlan Bank closed its doors.
document: d2 published 2023-03-14
  | The suspect in the Orlan Bank affair was arrested in Tarvel, prosecutor Jonas Keller said. The Orlan Bank closed its doors.
ask: events
  one event arrested @d1 + arrested @d2

story: the war is no battle and two offensives of a war are two
document: d1 published 2023-03-14
  | Troops of the Orlan Brigade attacked Velin on Monday in the war against the Korrin Front.
document: d2 published 2023-04-14
  | Troops of the Orlan Brigade attacked Velin on Thursday in the war against the Korrin Front.
ask: events
  apart attacked @d1 + attacked @d2
  apart attacked @d1 + war @d1
