story: after names the earlier event
document: d1
  | Police stormed the camp after protesters set fire to a van.
ask: before "stormed camp"
  definite undated set fire
  nothing else
ask: before "set fire"
  absent stormed

story: hours before is before
document: d1 published 2023-03-14
  | Police found a bomb near the congress hall hours before the summit opened on Monday.
ask: before "summit opened"
  definite any found
ask: before "found bomb"
  absent opened
