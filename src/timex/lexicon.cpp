// SPDX-License-Identifier: Apache-2.0
// The lexicon as one open-addressed table that is filled once from the lists below.
#include "timex/lexicon.h"

#include <array>
#include <cstring>

namespace forewhen::timex {
namespace {

struct Entry {
  const char* text;
  Word word;
};

constexpr Word unit(Unit u, bool plural = false) { return {kUnit | (plural ? kPlural : 0u), u, 0}; }
constexpr Word month(int m, std::uint32_t also = 0) {
  return {kMonth | also, Unit::none, static_cast<std::int16_t>(m)};
}
constexpr Word weekday(int d, std::uint32_t also = 0) {
  return {kWeekday | also, Unit::none, static_cast<std::int16_t>(d)};
}
constexpr Word number(int n) { return {kNumber, Unit::none, static_cast<std::int16_t>(n)}; }
constexpr Word ordinal(int n) { return {kOrdinal, Unit::none, static_cast<std::int16_t>(n)}; }
constexpr Word part(DayPart p, std::uint32_t also = 0) {
  return {kDayPart | also, Unit::none, static_cast<std::int16_t>(p)};
}
constexpr Word direction(Direction d) { return {kDirection, Unit::none, static_cast<std::int16_t>(d)}; }
constexpr Word stage(Stage s) { return {kStage, Unit::none, static_cast<std::int16_t>(s)}; }
constexpr Word vague(VagueRef v) { return {kVague, Unit::none, static_cast<std::int16_t>(v)}; }
constexpr Word plain(std::uint32_t classes, int value = 0) {
  return {classes, Unit::none, static_cast<std::int16_t>(value)};
}
constexpr Word adverb(Unit u) { return {kSetAdverb, u, 1}; }

constexpr Entry kEntries[] = {
    {"january", month(1)},
    {"february", month(2)},
    {"march", month(3, kAmbiguous)},
    {"april", month(4)},
    {"may", month(5, kAmbiguous)},
    {"june", month(6)},
    {"july", month(7)},
    {"august", month(8)},
    {"september", month(9)},
    {"october", month(10)},
    {"november", month(11)},
    {"december", month(12)},
    {"jan", month(1, kAbbreviated)},
    {"feb", month(2, kAbbreviated)},
    {"mar", month(3, kAbbreviated | kAmbiguous)},
    {"apr", month(4, kAbbreviated)},
    {"jun", month(6, kAbbreviated)},
    {"jul", month(7, kAbbreviated)},
    {"aug", month(8, kAbbreviated)},
    {"sep", month(9, kAbbreviated)},
    {"sept", month(9, kAbbreviated)},
    {"oct", month(10, kAbbreviated)},
    {"nov", month(11, kAbbreviated)},
    {"dec", month(12, kAbbreviated)},

    {"monday", weekday(1)},
    {"tuesday", weekday(2)},
    {"wednesday", weekday(3)},
    {"thursday", weekday(4)},
    {"friday", weekday(5)},
    {"saturday", weekday(6)},
    {"sunday", weekday(7)},
    {"mon", weekday(1, kAbbreviated)},
    {"tue", weekday(2, kAbbreviated)},
    {"tues", weekday(2, kAbbreviated)},
    {"wed", weekday(3, kAbbreviated | kAmbiguous)},
    {"thu", weekday(4, kAbbreviated)},
    {"thur", weekday(4, kAbbreviated)},
    {"thurs", weekday(4, kAbbreviated)},
    {"fri", weekday(5, kAbbreviated)},
    {"sat", weekday(6, kAbbreviated | kAmbiguous)},
    {"sun", weekday(7, kAbbreviated | kAmbiguous)},
    {"mondays", weekday(1, kPlural)},
    {"tuesdays", weekday(2, kPlural)},
    {"wednesdays", weekday(3, kPlural)},
    {"thursdays", weekday(4, kPlural)},
    {"fridays", weekday(5, kPlural)},
    {"saturdays", weekday(6, kPlural)},
    {"sundays", weekday(7, kPlural)},

    {"seconds", unit(Unit::second, true)},
    {"minute", unit(Unit::minute)},
    {"minutes", unit(Unit::minute, true)},
    {"min", {kUnit | kAbbreviated, Unit::minute, 0}},
    {"mins", {kUnit | kAbbreviated | kPlural, Unit::minute, 0}},
    {"hour", unit(Unit::hour)},
    {"hours", unit(Unit::hour, true)},
    {"day", unit(Unit::day)},
    {"days", unit(Unit::day, true)},
    {"week", unit(Unit::week)},
    {"weeks", unit(Unit::week, true)},
    {"weekend", unit(Unit::weekend)},
    {"weekends", unit(Unit::weekend, true)},
    {"fortnight", unit(Unit::fortnight)},
    {"fortnights", unit(Unit::fortnight, true)},
    {"month", unit(Unit::month)},
    {"months", unit(Unit::month, true)},
    {"quarter", unit(Unit::quarter)},
    {"quarters", unit(Unit::quarter, true)},
    {"year", unit(Unit::year)},
    {"years", unit(Unit::year, true)},
    {"yr", {kUnit | kAbbreviated, Unit::year, 0}},
    {"yrs", {kUnit | kAbbreviated | kPlural, Unit::year, 0}},
    {"decade", unit(Unit::decade)},
    {"decades", unit(Unit::decade, true)},
    {"century", unit(Unit::century)},
    {"centuries", unit(Unit::century, true)},
    {"millennium", unit(Unit::millennium)},
    {"millennia", unit(Unit::millennium, true)},
    {"second", {kUnit | kOrdinal, Unit::second, 2}},

    {"zero", number(0)},
    {"one", number(1)},
    {"two", number(2)},
    {"three", number(3)},
    {"four", number(4)},
    {"five", number(5)},
    {"six", number(6)},
    {"seven", number(7)},
    {"eight", number(8)},
    {"nine", number(9)},
    {"ten", number(10)},
    {"eleven", number(11)},
    {"twelve", number(12)},
    {"thirteen", number(13)},
    {"fourteen", number(14)},
    {"fifteen", number(15)},
    {"sixteen", number(16)},
    {"seventeen", number(17)},
    {"eighteen", number(18)},
    {"nineteen", number(19)},
    {"twenty", number(20)},
    {"thirty", number(30)},
    {"forty", number(40)},
    {"fifty", number(50)},
    {"sixty", number(60)},
    {"seventy", number(70)},
    {"eighty", number(80)},
    {"ninety", number(90)},
    {"hundred", number(100)},
    {"thousand", number(1000)},
    {"dozen", number(12)},
    {"half", plain(kNumber, -1)},

    {"first", ordinal(1)},
    {"third", ordinal(3)},
    {"fourth", ordinal(4)},
    {"fifth", ordinal(5)},
    {"sixth", ordinal(6)},
    {"seventh", ordinal(7)},
    {"eighth", ordinal(8)},
    {"ninth", ordinal(9)},
    {"tenth", ordinal(10)},
    {"eleventh", ordinal(11)},
    {"twelfth", ordinal(12)},
    {"thirteenth", ordinal(13)},
    {"fourteenth", ordinal(14)},
    {"fifteenth", ordinal(15)},
    {"sixteenth", ordinal(16)},
    {"seventeenth", ordinal(17)},
    {"eighteenth", ordinal(18)},
    {"nineteenth", ordinal(19)},
    {"twentieth", ordinal(20)},
    {"thirtieth", ordinal(30)},

    {"spring", plain(kSeason | kAmbiguous, 1)},
    {"summer", plain(kSeason, 2)},
    {"autumn", plain(kSeason, 3)},
    {"fall", plain(kSeason | kAmbiguous, 3)},
    {"winter", plain(kSeason, 4)},

    {"morning", part(DayPart::morning)},
    {"afternoon", part(DayPart::afternoon)},
    {"evening", part(DayPart::evening)},
    {"night", part(DayPart::night)},
    {"mornings", part(DayPart::morning, kPlural)},
    {"nights", part(DayPart::night, kPlural)},
    {"evenings", part(DayPart::evening, kPlural)},
    {"afternoons", part(DayPart::afternoon, kPlural)},
    {"noon", part(DayPart::noon)},
    {"midnight", part(DayPart::midnight)},
    {"midday", part(DayPart::midday)},
    {"dawn", part(DayPart::morning)},
    {"dusk", part(DayPart::evening)},
    {"midmorning", part(DayPart::morning)},
    {"midafternoon", part(DayPart::afternoon)},
    {"nightfall", part(DayPart::evening)},
    {"overnight", part(DayPart::night)},
    {"daybreak", part(DayPart::morning)},
    {"sunrise", part(DayPart::morning)},
    {"sunset", part(DayPart::evening)},

    {"yesterday", plain(kDayName, -1)},
    {"today", plain(kDayName, 0)},
    {"tomorrow", plain(kDayName, 1)},
    {"tonight", plain(kDayName | kDayPart, 0)},

    {"this", direction(Direction::current)},
    {"last", direction(Direction::last)},
    {"past", direction(Direction::last)},
    {"next", direction(Direction::next)},
    {"coming", direction(Direction::next)},
    {"upcoming", direction(Direction::next)},
    {"previous", direction(Direction::previous)},
    {"preceding", direction(Direction::previous)},
    {"prior", direction(Direction::previous)},
    {"following", direction(Direction::following)},
    {"ensuing", direction(Direction::following)},
    {"subsequent", direction(Direction::following)},
    {"same", direction(Direction::same)},
    {"that", direction(Direction::same)},
    {"these", direction(Direction::current)},
    {"those", direction(Direction::same)},
    {"latest", direction(Direction::current)},

    {"early", stage(Stage::start)},
    {"late", stage(Stage::end)},
    {"mid", stage(Stage::mid)},
    {"beginning", stage(Stage::start)},
    {"start", stage(Stage::start)},
    {"end", stage(Stage::end)},
    {"middle", stage(Stage::mid)},
    {"close", stage(Stage::end)},
    {"outset", stage(Stage::start)},

    {"now", vague(VagueRef::present)},
    {"currently", vague(VagueRef::present)},
    {"nowadays", vague(VagueRef::present)},
    {"presently", vague(VagueRef::present)},
    {"current", {kVague | kDirection, Unit::none, static_cast<std::int16_t>(VagueRef::present)}},
    {"recently", vague(VagueRef::past)},
    {"recent", vague(VagueRef::past)},
    {"right", plain(kDecision)},
    {"former", vague(VagueRef::past)},
    {"lately", vague(VagueRef::past)},
    {"soon", vague(VagueRef::future)},
    {"future", vague(VagueRef::future)},
    {"shortly", vague(VagueRef::future)},

    {"daily", adverb(Unit::day)},
    {"hourly", adverb(Unit::hour)},
    {"weekly", adverb(Unit::week)},
    {"monthly", adverb(Unit::month)},
    {"quarterly", adverb(Unit::quarter)},
    {"yearly", adverb(Unit::year)},
    {"annually", adverb(Unit::year)},
    {"nightly", adverb(Unit::day)},
    {"annual", adverb(Unit::year)},

    {"every", plain(kEach)},
    {"each", plain(kEach)},
    {"per", plain(kEach)},
    {"ago", plain(kShift, -1)},
    {"earlier", plain(kShift, -1)},
    {"later", plain(kShift, 1)},
    {"before", plain(kShift, -1)},
    {"after", plain(kShift, 1)},
    {"hence", plain(kShift, 1)},

    {"about", plain(kApproximation)},
    {"around", plain(kApproximation)},
    {"approximately", plain(kApproximation)},
    {"roughly", plain(kApproximation)},
    {"nearly", plain(kApproximation)},
    {"almost", plain(kApproximation)},
    {"more", plain(kApproximation)},
    {"less", plain(kApproximation)},
    {"fewer", plain(kApproximation)},
    {"at", plain(kApproximation)},
    {"up", plain(kApproximation)},
    {"over", plain(kApproximation)},
    {"just", plain(kApproximation)},
    {"only", plain(kApproximation)},
    {"circa", plain(kApproximation)},
    {"no", plain(kApproximation)},
    {"exactly", plain(kApproximation)},

    {"few", plain(kFew)},
    {"several", plain(kFew)},
    {"many", plain(kFew)},
    {"couple", plain(kFew, 2)},
    {"some", plain(kFew)},
    {"numerous", plain(kFew)},
    {"a", plain(kArticle, 1)},
    {"an", plain(kArticle, 1)},
    {"the", plain(kArticle)},

    {"twenties", plain(kDecadeWord, 20)},
    {"thirties", plain(kDecadeWord, 30)},
    {"forties", plain(kDecadeWord, 40)},
    {"fifties", plain(kDecadeWord, 50)},
    {"sixties", plain(kDecadeWord, 60)},
    {"seventies", plain(kDecadeWord, 70)},
    {"eighties", plain(kDecadeWord, 80)},
    {"nineties", plain(kDecadeWord, 90)},

    {"election", plain(kHoliday)},
    {"christmas", plain(kHoliday)},
    {"thanksgiving", plain(kHoliday)},
    {"easter", plain(kHoliday)},
    {"halloween", plain(kHoliday)},
    {"new", plain(kHoliday)},
    {"independence", plain(kHoliday)},
    {"labor", plain(kHoliday)},
    {"memorial", plain(kHoliday)},
    {"valentine", plain(kHoliday)},
    {"boxing", plain(kHoliday)},
    {"good", plain(kHoliday)},
    {"veterans", plain(kHoliday)},
    {"columbus", plain(kHoliday)},
    {"st", plain(kHoliday)},
    {"martin", plain(kHoliday)},
    {"presidents", plain(kHoliday)},
    {"mother", plain(kHoliday)},
    {"father", plain(kHoliday)},
    {"ash", plain(kHoliday)},
    {"palm", plain(kHoliday)},
    {"pentecost", plain(kHoliday)},
    {"whit", plain(kHoliday)},
    {"epiphany", plain(kHoliday)},
    {"bastille", plain(kHoliday)},
    {"armistice", plain(kHoliday)},
    {"all", plain(kHoliday)},
    {"groundhog", plain(kHoliday)},

    {"fiscal", plain(kDecision)},
    {"comparable", plain(kDecision)},
    {"corresponding", plain(kDecision)},
    {"once", plain(kDecision)},
    {"twice", plain(kDecision)},
    {"everyday", plain(kDecision)},
    {"final", plain(kDecision)},
    {"latter", plain(kDecision)},
    {"long", plain(kDecision)},

    {"will", plain(kFuture)},
    {"plan", plain(kFuture)},
    {"wo", plain(kFuture)},
    {"shall", plain(kFuture)},
    {"ll", plain(kFuture)},
    {"would", plain(kFuture)},
    {"scheduled", plain(kFuture)},
    {"expected", plain(kFuture)},
    {"expects", plain(kFuture)},
    {"expect", plain(kFuture)},
    {"plans", plain(kFuture)},
    {"planning", plain(kFuture)},
    {"intends", plain(kFuture)},
    {"slated", plain(kFuture)},
    {"due", plain(kFuture)},
    {"going", plain(kFuture)},
    {"payable", plain(kFuture)},
    {"is", plain(kPresent)},
    {"are", plain(kPresent)},
    {"am", plain(kPresent)},
    {"has", plain(kPresent)},
    {"have", plain(kPresent)},
    {"does", plain(kPresent)},
    {"do", plain(kPresent)},
    {"says", plain(kPresent)},
    {"was", plain(kPast)},
    {"set", plain(kPast)},
    {"were", plain(kPast)},
    {"had", plain(kPast)},
    {"did", plain(kPast)},
    {"said", plain(kPast)},
    {"told", plain(kPast)},
    {"made", plain(kPast)},
    {"rose", plain(kPast)},
    {"fell", plain(kPast)},
    {"went", plain(kPast)},
    {"came", plain(kPast)},
    {"took", plain(kPast)},
    {"gave", plain(kPast)},
    {"got", plain(kPast)},
    {"became", plain(kPast)},
    {"began", plain(kPast)},
    {"left", plain(kPast)},
    {"met", plain(kPast)},
    {"sent", plain(kPast)},
    {"won", plain(kPast)},
    {"lost", plain(kPast)},
    {"found", plain(kPast)},
    {"held", plain(kPast)},
    {"kept", plain(kPast)},
    {"brought", plain(kPast)},
    {"bought", plain(kPast)},
    {"sold", plain(kPast)},
    {"paid", plain(kPast)},
    {"broke", plain(kPast)},
    {"struck", plain(kPast)},
    {"shot", plain(kPast)},
    {"hit", plain(kPast)},
    {"led", plain(kPast)},
    {"saw", plain(kPast)},
    {"knew", plain(kPast)},
    {"thought", plain(kPast)},
    {"stood", plain(kPast)},
    {"ran", plain(kPast)},
    {"grew", plain(kPast)},
    {"wrote", plain(kPast)},
    {"spoke", plain(kPast)},
    {"fought", plain(kPast)},
    {"drew", plain(kPast)},
    {"flew", plain(kPast)},
    {"threw", plain(kPast)},
    {"chose", plain(kPast)},
    {"died", plain(kPast)},
    {"ended", plain(kPast)},
    {"put", plain(kPast)},
    {"built", plain(kPast)},
    {"caught", plain(kPast)},
    {"felt", plain(kPast)},
    {"fled", plain(kPast)},
    {"drove", plain(kPast)},
    {"heard", plain(kPast)},
    {"laid", plain(kPast)},
    {"meant", plain(kPast)},
    {"sank", plain(kPast)},
    {"sought", plain(kPast)},
    {"spent", plain(kPast)},
    {"swept", plain(kPast)},
    {"taught", plain(kPast)},
    {"bore", plain(kPast)},
    {"beat", plain(kPast)},
    {"woke", plain(kPast)},
    {"slid", plain(kPast)},
    {"dealt", plain(kPast)},
    {"withdrew", plain(kPast)},
    {"posted", plain(kPast)},
};

constexpr std::size_t kSlots = 2048;
constexpr std::size_t kLongest = 15;

std::size_t hash_of(const char* text, std::size_t size) {
  std::uint32_t h = 2166136261u;
  for (std::size_t i = 0; i < size; ++i) h = (h ^ static_cast<unsigned char>(text[i])) * 16777619u;
  return (h ^ (h >> 15)) % kSlots;
}

struct Slot {
  std::string_view text;
  Word word;
};

std::array<Slot, kSlots> build_table() {
  std::array<Slot, kSlots> table{};
  for (const Entry& entry : kEntries) {
    const std::size_t size = std::strlen(entry.text);
    std::size_t slot = hash_of(entry.text, size);
    while (!table[slot].text.empty() && table[slot].text != entry.text) slot = (slot + 1) % kSlots;
    table[slot].text = entry.text;
    table[slot].word = entry.word;
  }
  return table;
}

}  // namespace

Word find_word(std::string_view word) {
  static const std::array<Slot, kSlots> table = build_table();
  if (word.size() > kLongest) return {};
  char lower[kLongest];
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    lower[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  const std::string_view key(lower, word.size());
  for (std::size_t slot = hash_of(lower, word.size()); !table[slot].text.empty(); slot = (slot + 1) % kSlots)
    if (table[slot].text == key) return table[slot].word;
  return {};
}

}  // namespace forewhen::timex
