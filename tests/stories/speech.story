# Who says what, and when: a statement comes after what it reports, and what it reports is somebody's word.

story: what police say about a bomb does not precede the bomb
document: d1 published 2023-03-14
  | A bomb killed three people at a market in Tarvel on Sunday, police said.
  | Traders closed the market on Thursday.
ask: before "bomb killed people"
  definite 2023-03-09 closed
  absent said
  nothing else

story: a condemnation does not precede what it condemns
document: d1 published 2023-03-14
  | Gunmen shot the judge Marta Keller in Velin on Sunday. The president condemned the shooting.
  | Keller sentenced two smugglers on 1 March.
ask: before "gunmen shot judge"
  definite 2023-03-01 sentenced
  absent condemned
  nothing else
ask: after "gunmen shot judge"
  definite any condemned

story: a claim of responsibility comes after the attack
document: d1 published 2023-03-14
  | The Red Anchor group claimed responsibility on Monday for Sunday's attack on the pipeline.
ask: before "attack pipeline"
  absent claimed
  count 0
ask: after "attack pipeline"
  definite 2023-03-13 claimed

story: what a ministry says happened keeps its date
document: d1 published 2023-03-14
  | Rebels shelled a hospital on Friday, according to the health ministry. Doctors left the town on Sunday.
ask: before "doctors left town"
  definite 2023-03-10 shelled
ask: events
  modality reported|actual shelled

story: a witness tells of an earlier day
document: d1 published 2023-03-14
  | Fishermen sank a patrol boat on Sunday. "They burned our nets on Friday," said Anders Holt, a fisherman.
ask: before "sank patrol boat"
  definite 2023-03-10 burned
  absent said

story: what a minister says will be
document: d1 published 2023-03-14
  | Defence minister Osk Verden said on Monday that the troops would leave the island of Rask in May.
ask: events
  modality planned|hypothetical leave
  given 2023-05 leave
  given 2023-03-13 said

story: an announcement comes before what it announces
document: d1 published 2023-03-14
  | The Karsholm yard announced on 2 March that it would close its dry dock.
  | Welders chained themselves to the gate on Friday.
ask: before "welders chained"
  definite 2023-03-02 announced
  absent close
