story: sanctions that were imposed are one event
document: d1 published 2023-03-14
  | The Varnish Union imposed sanctions on Drumont on Friday.
ask: events
  one event imposed + sanctions
  who sanctions: Varnish Union
  who sanctions: Drumont
  count 1

story: the doer of a condemned deed is whom the condemnation is for
document: d1 published 2023-03-14
  | President Tomas Arvid condemned on Friday a decision by the Harbour Court to free two smugglers.
ask: events
  who condemned: Tomas Arvid
  who condemned: Harbour Court

story: what is agreed is agreed towards those whom it is for
document: d1 published 2023-03-14
  | Norland agreed on Friday to lift sanctions against Drumont.
ask: events
  who agreed: Drumont
  who lift: Norland

story: whoever suffers an attack does not make it
document: d1 published 2023-03-14
  | The Orlan Rifles suffered an attack by the Harbour Guard on Friday.
ask: timeline "Orlan Rifles"
  given 2023-03-10 attack
ask: events
  who attack: Harbour Guard

story: those who step up attacks make them
document: d1 published 2023-03-14
  | Rebels stepped up attacks on the garrison of Velin on Friday.
ask: events
  who attacks: Rebels

story: a strike of teachers is no strike on them
document: d1 published 2023-03-14
  | Teachers said on Friday that they will not end their strike over pay.
ask: timeline Teachers
  given 2023-03-10 said

story: it in the words of a ministry is the ministry
document: d1 published 2023-03-14
  | The defence ministry of Norland said on Friday that it had shelled the Orlan Rifles.
ask: events
  who shelled: defence ministry
  who shelled: Orlan Rifles
