# SPDX-License-Identifier: Apache-2.0
# Rows of a made-up data set without end: awk -v rows=50000000 -v format=quads -f made_rows.awk | forewhen import - --db DB
# format is quads (with ids and codes) or gdelt (2.0, 61 columns); seed another one for other rows. Few names are common
# and many are rare, as in real sets; days cover 25 years in order, as files of one day each do.
function draw(below) {  # Park and Miller's generator: exact in doubles
  state = (state * 16807) % 2147483647
  return int(below * (state / 2147483647))
}
function name(    u) {
  u = draw(1000000) / 1000000
  return int(20000 * u * u * u)
}
function civil(days,    y, leap) {  # from 1995-01-01
  y = 1995
  while (1) {
    leap = y % 4 == 0 && (y % 100 != 0 || y % 400 == 0)
    if (days < 365 + leap) break
    days -= 365 + leap
    y++
  }
  month_days[2] = 28 + leap
  for (m = 1; days >= month_days[m]; m++) days -= month_days[m]
  return sprintf("%04d%s%02d%s%02d", y, dash, m, dash, days + 1)
}
BEGIN {
  if (rows == "") rows = 1000000
  state = seed == "" ? 20211108 : seed
  split("31 28 31 30 31 30 31 31 30 31 30 31", month_days, " ")
  split("010 020 030 040 042 050 060 070 080 090 100 110 120 130 140 150 160 170 180 190", codes, " ")
  split("USA GBR FRA DEU RUS CHN IND BRA ZAF NGA", countries, " ")
  dash = format == "gdelt" ? "" : "-"
  if (format != "gdelt") print "event_id\tdate\tsource\tcameo\trelation\ttarget"
  for (i = 0; i < rows; i++) {
    day = int(i * 9131 / rows)
    if (day != last_day) { date = civil(day); last_day = day }
    if (i == 0) date = civil(0)
    a = name(); b = name(); c = 1 + draw(20)
    if (format != "gdelt") {
      printf "m%d\t%s\tActor number %d (%s)\t%s\t%s\tActor number %d (%s)\n", i, date, a, countries[1 + a % 10], codes[c], codes[c], b, countries[1 + b % 10]
      continue
    }
    p = draw(5000)
    lat = (p % 120) - 60; lon = (p % 340) - 170
    place = sprintf("4\tTown %d, Region %d, Country\tNO\tNO07\t\t%d.5\t%d.25\t%d", p, p % 300, lat, lon, p)
    printf "%d\t%s\t%s\t%s\t%s.5\tC%d\tACTOR %d\t%s\t\t\t\t\t\t\t\tC%d\tACTOR %d\t%s\t\t\t\t\t\t\t\t1\t%s\t%s\t%s\t1\t1.0\t%d\t1\t%d\t-%d.5", \
      i, date, substr(date, 1, 6), substr(date, 1, 4), substr(date, 1, 4), a, a, countries[1 + a % 10], b, b, countries[1 + b % 10], codes[c], codes[c], substr(codes[c], 1, 2), 1 + c, 1 + c, c
    printf "\t%s\t%s\t%s\t%s120000\thttp://news.example/%d/%d\n", place, place, place, date, day, i % 977
  }
}
