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

story: who is accused of it did it, not who accuses
document: d1 published 2023-03-14
  | Viktor Dale accused Milo Stanek on Friday of rigging the vote.
ask: timeline "Milo Stanek"
  given any rigging
ask: timeline "Viktor Dale"
  absent rigging

story: who is fined for it did it
document: d1 published 2023-03-14
  | Inspectors fined Brenner on Friday for breaking safety rules.
ask: events
  who breaking: Brenner

story: who is sentenced for it did it
document: d1 published 2023-03-14
  | A court sentenced Viktor Dale to five years in prison on Friday for inciting riots.
ask: timeline "Viktor Dale"
  given any inciting

story: who is banned from leaving would leave
document: d1 published 2023-03-14
  | Norland banned Viktor Dale on Friday from leaving.
ask: events
  who leaving: Viktor Dale

story: who is called on to resign would resign
document: d1 published 2023-03-14
  | Governor Dana Prewitt left on Thursday. Protesters called on Prewitt on Friday to resign.
ask: events
  who resign: Dana Prewitt

story: some are some of those just spoken of
document: d1 published 2023-03-14
  | Dockers marched to the harbour gates on Friday. Some blocked the coast road on Saturday.
ask: timeline dockers
  given 2023-03-10 marched
  given 2023-03-11 blocked

story: his troops are the troops of whom is spoken
document: d1 published 2023-03-14
  | General Rudo Varga resigned on Friday. His troops shelled Brod on Saturday.
ask: events
  who shelled: Rudo Varga's troops

story: two names behind a noun are both held
document: d1 published 2023-03-14
  | Two executives, Olaf Brand and Nina Weil, were arrested on Friday.
ask: timeline "Nina Weil"
  given 2023-03-10 arrested
ask: timeline "Olaf Brand"
  given 2023-03-10 arrested

story: the source of an account takes no part in it
document: d1 published 2023-03-14
  | The Marisol struck a sandbank on Friday, according to the coast guard.
ask: events
  who struck: Marisol
ask: timeline "coast guard"
  not found

story: the then president is another president
document: d1 published 2023-03-14
  | President Milo Stanek arrived on Friday. Viktor Dale insulted the then president in 2017.
ask: timeline "Milo Stanek"
  given 2023-03-10 arrived
  absent insulted

story: a title behind a comma tells who the head of a body is
document: d1 published 2023-03-14
  | President Milo Stanek dismissed the head of the army, General Rudo Varga, on Friday.
ask: timeline "Rudo Varga"
  given 2023-03-10 dismissed

story: about a hundred dockers are dockers
document: d1 published 2023-03-14
  | About a hundred dockers marched on Friday. At least 14 dockers were arrested on Saturday.
ask: timeline dockers
  given 2023-03-10 marched
  given 2023-03-11 arrested

story: the company between commas is whose verb follows
document: d1 published 2024-10-14
  | In May the shipping company, Northern Lines, agreed to pay compensation to the families.
ask: timeline "Northern Lines"
  given 2024-05 agreed

story: men in front of a verb do it, whatever stands before the comma
document: d1 published 2023-03-14
  | Hours after the announcement, soldiers loyal to Varga surrounded the defence ministry in Karven, witnesses said.
ask: events
  who surrounded: soldiers

story: police behind a day searched
document: d1 published 2023-10-06
  | On Thursday police searched the company's offices and questioned the manager.
ask: events
  given 2023-10-05 searched
  who searched: police
  who questioned: police
