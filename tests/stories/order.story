# What the words themselves say about before and after.

story: before names the later event
document: d1
  | The banker Emil Straub emptied the accounts before he fled the country.
ask: before "fled country"
  definite undated emptied
  nothing else
ask: before "emptied accounts"
  absent fled

story: following names the earlier event
document: d1
  | Following the arrest of its leader, the Free Sailors Union blocked the harbour.
ask: before "blocked harbour"
  definite undated arrest
  nothing else

story: what an attack left behind does not precede it
document: d1 published 2023-03-14
  | Sunday's attack on the radio mast, which left two guards wounded, cut off the valley.
  | Villagers cut the fence around the mast on Thursday.
ask: before "attack radio mast"
  definite 2023-03-09 [cut] the fence
  absent wounded
  absent [cut] off
  nothing else

story: what an event led to comes after it
document: d1
  | The shooting of the student Ada Lindt led to riots in the old town.
ask: after "shooting"
  definite any riots
ask: before "shooting"
  absent riots

story: what was prompted by an event comes after it
document: d1 published 2023-03-14
  | The governor resigned on Monday over the collapse of the Hallin dam.
ask: before "governor resigned"
  definite any collapse
ask: before "collapse dam"
  absent resigned

story: then goes on from what was said before
document: d1 published 2023-03-14
  | On Friday a crowd broke down the gate of the archive and then burned the registers.
ask: before "burned registers"
  definite 2023-03-10 broke
ask: before "broke gate"
  absent burned

story: later goes on from what was said before
document: d1 published 2023-03-14
  | Pirates seized the freighter Maren on Friday. They later released the crew.
ask: before "released crew"
  definite 2023-03-10 seized
ask: before "seized freighter"
  absent released

story: had done is earlier than did
document: d1 published 2023-03-14
  | On Sunday guards found the cell empty. The prisoner had bribed a warder.
ask: before "found cell empty"
  definite undated bribed
  nothing else

story: an undated event is held in place by what it followed
document: d1 published 2022-07-01
  | After the vote of 5 June 2022, soldiers occupied the radio station.
ask: before "occupied radio station"
  definite 2022-06-05 vote
ask: after "vote"
  definite any occupied

story: the order of the sentences says nothing
document: d1 published 2023-03-14
  | Dockers struck on 9 March. Their union was founded on 2 February. A ship burned on 20 January.
ask: before "dockers struck"
  definite 2023-01-20 burned
  definite 2023-02-02 founded
  in order
  nothing else

story: while is at the same time
document: d1 published 2023-03-14
  | Thieves emptied the museum's vault on Saturday while guards watched a football match.
ask: before "thieves emptied vault" --certainty definite
  count 0
ask: events
  given 2023-03-11 emptied
  given 2023-03-11 watched

story: a chain of afters
document: d1
  | The generals closed parliament after the coup. After they closed parliament, they banned the parties.
ask: before "banned parties"
  definite undated [closed] parliament after the coup
  definite undated coup
  absent banned
ask: before "coup"
  absent banned
  absent [closed] parliament after the coup

story: after talks collapsed is a clause with a verb
document: d1 published 2023-04-19
  | President Milo Stanek dismissed the army chief on Tuesday, a day after peace talks with rebels collapsed.
ask: before "Stanek dismissed army chief"
  definite any collapsed

story: after thousands marched is a clause with a verb
document: d1 published 2023-05-08
  | Viktor Dale was arrested in March, a day after thousands of his supporters marched on the parliament building.
ask: events
  who marched: Viktor Dale's supporters

story: after journalists published documents is a clause with a verb
document: d1 published 2023-05-08
  | The regulator opened an inquiry in 2022 after journalists at the Vellin Post published documents.
ask: events
  who published: journalists
