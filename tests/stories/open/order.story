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
