story: a call for talks is no talks
document: d1 published 2023-03-14
  | The bishop of Velin called for talks on Friday. Soldiers shelled Velin on Sunday.
ask: before "soldiers shelled"
  definite 2023-03-10 called
  absent talks
ask: events
  modality hypothetical|planned talks
