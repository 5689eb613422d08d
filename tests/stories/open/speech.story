story: an accusation is a word, not a deed
document: d1 published 2023-03-14
  | Opposition leader Petra Lund accused the police on Monday of beating prisoners.
ask: events
  given 2023-03-13 accused
  modality reported|hypothetical beating
  who accused: Petra Lund

story: thanks and condolences come after
document: d1 published 2024-02-05
  | An avalanche buried a bus near Ansk on Saturday. The king expressed his condolences.
  | Rescuers found the bus on Sunday.
ask: before "avalanche buried bus"
  absent expressed
  absent found
  count 0
ask: before "rescuers found bus"
  definite 2024-02-03 buried
