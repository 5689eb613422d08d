# People and their names, and places.

story: first the full name, then the surname
document: d1 published 2023-03-14
  | Lena Moravec dismissed ninety dockers on Friday. Moravec apologised on Sunday.
ask: timeline "Lena Moravec"
  given 2023-03-10 dismissed
  given 2023-03-12 apologised
  in order
  count 2

story: the office stands for its holder
document: d1 published 2023-03-14
  | Mayor Ilse Brandt opened the harbour fair on Friday. The mayor closed the fair on Sunday after a storm.
ask: timeline "Ilse Brandt"
  given 2023-03-10 opened
  given 2023-03-12 closed
  in order

story: a pronoun stands for the person just named
document: d1 published 2023-03-14
  | President Tomas Arvid dismissed the army chief on Friday. He declared a state of emergency on Saturday.
ask: timeline "Tomas Arvid"
  given 2023-03-10 dismissed
  given 2023-03-11 declared
  in order

story: two people of one surname are two
document: d1 published 2023-03-14
  | Judge Marta Keller sentenced two smugglers on Friday. Governor Jonas Keller pardoned them on Monday.
ask: timeline "Marta Keller"
  given 2023-03-10 sentenced
  absent pardoned
ask: timeline "Jonas Keller"
  given 2023-03-13 pardoned
  absent sentenced

story: an acronym in brackets is a name
document: d1 published 2023-03-14
  | The Union of Harbour Workers (UHW) rejected the offer on Friday. UHW blocked the port on Monday.
ask: timeline "Union of Harbour Workers"
  given 2023-03-10 rejected
  given 2023-03-13 blocked
  in order
ask: timeline "UHW"
  given 2023-03-10 rejected
  given 2023-03-13 blocked

story: a name that nobody has
document: d1 published 2023-03-14
  | Justice minister Petra Lund banned the Red Anchor group on Monday.
ask: timeline "Rosalind Achterberg"
  not found

story: events at a place
document: d1 published 2022-09-21
  | Bakers marched in Lisbon on Monday. Tram drivers struck in Porto on Tuesday.
ask: events
  where marched: Lisbon
  where struck: Porto
ask: timeline "Lisbon"
  given 2022-09-19 marched
  absent struck

story: a quarter lies in its city
document: d1 published 2022-09-21
  | Firefighters blocked a bridge in Tampere's harbour quarter on Monday.
ask: events
  where blocked: Tampere

story: the place after a comma
document: d1 published 2022-09-21
  | Farmers burned tyres in Arequipa, Peru, on Sunday.
ask: events
  where burned: Arequipa
  given 2022-09-18 burned

story: the police of a country and whom they arrest
document: d1 published 2022-09-21
  | Portuguese police arrested a smuggler in Lagos on Sunday.
ask: events
  who arrested: police
  who arrested: smuggler

story: an office stands for its holder in another document of the term
document: d1 published 2021-11-08
  | Prime Minister Tomas Arvid, in power since May 2020, visited the port of Basra on Monday. Iraqi Prime Minister Tomas
  | Arvid met fishermen there.
document: d2 published 2021-03-07
  | Iraq's prime minister opened a bridge in Mosul on Sunday.
ask: timeline "Tomas Arvid"
  given 2021-03-07 opened
  who opened: Tomas Arvid

story: an office is nobody known before the term
document: d1 published 2021-11-08
  | Iraqi Prime Minister Tomas Arvid, in power since May 2020, visited the port of Basra on Monday.
document: d2 published 2019-03-10
  | Iraq's prime minister opened a bridge in Mosul on Sunday.
ask: timeline "Tomas Arvid"
  absent opened

story: between two holders the office is neither
document: d1 published 2021-11-08
  | Iraqi Prime Minister Tomas Arvid visited the port of Basra on Monday.
document: d2 published 2021-11-14
  | Iraq's prime minister opened a bridge in Mosul on Sunday.
document: d3 published 2021-11-22
  | Iraqi Prime Minister Lena Moravec visited a school in Erbil on Monday.
ask: timeline "Tomas Arvid"
  absent opened
ask: timeline "Lena Moravec"
  absent opened

story: an office is not that of another country
document: d1 published 2021-11-08
  | Kenyan Prime Minister Tomas Arvid visited the port of Mombasa on Monday.
document: d2 published 2021-11-08
  | Norway's prime minister opened a bridge in Bergen on Monday.
ask: timeline "Tomas Arvid"
  absent opened

story: the prime minister of one country is not the one of another whom the document names
document: d1 published 2021-11-08
  | Kenyan Prime Minister Tomas Arvid visited the port of Mombasa on Monday. Norway's prime minister opened a bridge in
  | Bergen on Monday.
ask: timeline "Tomas Arvid"
  absent opened

story: a surname that is also a town is a person where it owns
document: d1 published 2023-05-08
  | A court sentenced opposition leader Viktor Dale on Monday. President Milo Stanek won the vote.
  | Dale's wife told reporters on Monday that he would appeal.
ask: events
  who appeal: Viktor Dale

story: the subject of two verbs
document: d1 published 2023-03-14
  | On Friday Petra Lund left the cabinet and founded a party.
ask: timeline "Petra Lund"
  given 2023-03-10 left
  given 2023-03-10 founded

story: a group that calls itself something is called that
document: d1 published 2022-09-18
  | A group calling itself the Northern Front claimed responsibility for the kidnapping on Friday.
ask: timeline "Northern Front"
  given 2022-09-16 claimed
