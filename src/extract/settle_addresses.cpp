// SPDX-License-Identifier: Apache-2.0
// Places that the text itself puts into a larger one: "Lindvik town, Sund province, Norway". What stands after the
// comma holds what stands before it, and a word of its kind tells a province from the town that it is named after. A
// place that no table knows lies somewhere in what holds it: it gets that one's point, and its precision.
#include <algorithm>
#include <cmath>
#include <set>

#include "extract/knowledge.h"
#include "extract/steps.h"

namespace forewhen {
namespace {

using Words = std::set<std::string_view>;

const Words kRegionWords = {"province", "governorate", "region", "oblast", "county", "prefecture"};
// What is named without being a town: its name is rarely that of a town elsewhere.
const Words kPartWords = {"district", "village",     "neighborhood", "neighbourhood", "area",       "suburb",
                          "township", "subdistrict", "sub-district", "hamlet",        "settlement", "tehsil",
                          "agency",   "locality",    "quarter",      "ward",          "street",     "market",
                          "camp",     "airport",     "airbase"};
const Words kOtherWords = {"city", "town", "state", "department", "municipality", "countryside", "outskirts"};
const Words kMarks = {"in",        "near",    "at", "from",   "to",     "around", "outside",
                      "across",    "through", "of", "toward", "inside", "into",   "towards",
                      "targeting", "between", "on", "over",   "along"};

// What may stand between a preposition and the name that it puts somewhere.
const Words kBetween = {"the",     "northern", "southern", "eastern",  "western", "north",
                        "south",   "east",     "west",     "central",  "city",    "town",
                        "village", "of",       "province", "district", "capital"};

class Addresses {
 public:
  explicit Addresses(Story& story)
      : story_(story), gazetteer_(story.knowledge->gazetteer), next_of_(story.names.size(), -1) {}

  void settle() {
    for (std::size_t i = 0; i < story_.names.size(); ++i) {
      NameMention& name = story_.names[i];
      take_in_title(name, i);
      const bool a_place = name.is_place && !name.place.name.empty();
      if (a_place && name.place.country.empty() && name.place.precision == "city") resolve(name);
      if (!a_place && may_be_place(name) && kind_word(name) >= 0 && !kind(name).empty()) make_place(name);
    }
    // From the right, so that the country reaches the first.
    for (std::size_t i = story_.names.size(); i-- > 0;) {
      const int holder = holder_of(i);
      if (holder >= 0) {
        settle_within(story_.names[i], story_.names[holder]);
      } else if (story_.names[i].is_place) {
        settle_region(story_.names[i]);
      }
    }
    for (NameMention& name : story_.names) settle_named_after(name);
    for (std::size_t i = 0; i + 1 < story_.names.size(); ++i) {
      if (next_of_[i] < 0) continue;
      const int first = story_.names[i].address < 0 ? static_cast<int>(i) : story_.names[i].address;
      story_.names[i].address = story_.names[next_of_[i]].address = first;
    }
    lend_country();
    lend_point();
  }

 private:
  const std::vector<Word>& words_of(const NameMention& name) const { return story_.sentences[name.sentence].words; }

  // The word that says what kind of place a name is: "Ghazni province"; -1: none.
  int kind_word(const NameMention& name) const {
    const auto& words = words_of(name);
    std::size_t next = name.last + 1;
    // "sub-district", in one word or three.
    if (next + 2 < words.size() && lower_case(words[next].form) == "sub" && words[next + 1].form == "-") next += 2;
    if (next >= words.size()) return -1;
    const std::string form = lower_case(words[next].form);
    const bool kind = kRegionWords.contains(form) || kPartWords.contains(form) || kOtherWords.contains(form);
    return kind ? static_cast<int>(next) : -1;
  }
  // That word in lower case, also where it is part of the name: "Sund Province"; "" when there is none.
  std::string kind(const NameMention& name) const {
    const int after = kind_word(name);
    const std::string form = lower_case(words_of(name)[after >= 0 ? after : name.last].form);
    const bool kind = kRegionWords.contains(form) || kPartWords.contains(form) || kOtherWords.contains(form);
    return kind ? form : std::string();
  }
  std::string bare_text(const NameMention& name) const {
    const bool site = name.place.precision == "site";
    if (site || kind_word(name) >= 0 || kind(name).empty() || name.last == name.first) return name.text;
    return story_.words(name.sentence, name.first, name.last - 1);
  }

  bool may_be_place(const NameMention& name) const {
    // "Duma city" is no parliament.
    if (kind_word(name) >= 0 && name.first == name.last && name.kind == ActorKind::organisation &&
        gazetteer_.contains(name.text))
      return true;
    return name.title.empty() && (name.kind == ActorKind::unknown || name.kind == ActorKind::thing ||
                                  (name.kind == ActorKind::person && name.rule.empty()));
  }
  void make_place(NameMention& name) const {
    const auto& words = words_of(name);
    name.is_place = true;
    name.kind = ActorKind::thing;
    name.name = name.text;
    name.rule.clear();
    name.place = {{words[name.first].span.begin, words[name.last].span.end}, name.text, "", "", "city", {}};
    if (!resolve(name) && kRegionWords.contains(kind(name))) name.place.precision = "region";
  }
  // Looks the name up without the word of its kind, and with or without its Arabic article.
  bool resolve(NameMention& name) const {
    const std::vector<std::string_view> countries(story_.countries.begin(), story_.countries.end());
    auto choice = gazetteer_.resolve(bare_text(name), countries);
    for (std::string_view country : countries) {
      if (choice) break;
      const auto found = gazetteer_.find_in(bare_text(name), country);
      if (!found.empty()) choice = PlaceChoice{found.front(), {}, true};
    }
    if (!choice) return false;
    take_place(name, choice->best);
    return true;
  }
  // "in Sheikh Meskin": nobody is in a sheikh, so the title is part of the name.
  void take_in_title(NameMention& name, std::size_t i) const {
    const auto& words = words_of(name);
    const int before = name.first - 1;
    if (name.title.empty() || name.is_place || before < 1 || story_.name_of[name.sentence][before] >= 0) return;
    const std::string& form = words[before].form;
    const std::string mark = lower_case(words[before - 1].form);
    const bool capital = form[0] >= 'A' && form[0] <= 'Z' && lower_case(form) == name.title;
    if (!capital || (mark != "in" && mark != "around" && kind_word(name) < 0)) return;
    name.first = before;
    name.text = story_.words(name.sentence, name.first, name.last);
    name.title.clear();
    story_.name_of[name.sentence][before] = static_cast<int>(i);
    make_place(name);
  }

  // The name that stands next in an address: after a comma, or after "in", "of" or "near" that follows the word of a
  // kind or a site ("Marsh district of Lindvik", "Lindvik Airport in Lindvik"); -1: none.
  int next_in_address(std::size_t i) const {
    if (i + 1 >= story_.names.size()) return -1;
    const NameMention& name = story_.names[i];
    const NameMention& next = story_.names[i + 1];
    const auto& words = words_of(name);
    const int kind_at = kind_word(name);
    const int joint = (kind_at < 0 ? name.last : kind_at) + 1;
    if (next.sentence != name.sentence || next.first <= joint) return -1;
    const std::string form = lower_case(words[joint].form);
    if (form == ",") return next.first == joint + 1 ? static_cast<int>(i) + 1 : -1;
    const bool part = kPartWords.contains(kind(name)) || (name.is_place && name.place.precision == "site") ||
                      (form == "near" && marked(name));
    if (!part || (form != "in" && form != "of" && form != "near")) return -1;
    for (int w = joint + 1; w < next.first; ++w)
      if (!kBetween.contains(lower_case(words[w].form))) return -1;
    return static_cast<int>(i) + 1;
  }

  bool marked(const NameMention& name) const {
    int before = name.first - 1;
    const auto& words = words_of(name);
    while (before >= 0 && kBetween.contains(lower_case(words[before].form))) --before;
    return before >= 0 && kMarks.contains(lower_case(words[before].form));
  }

  // "in", "near" and the like: not "to", "of", "from", which go before bodies too.
  bool located(const NameMention& name) const {
    static const Words kWhere = {"in", "near", "at", "inside", "outside", "around", "over", "targeting", "along"};
    int before = name.first - 1;
    const auto& words = words_of(name);
    while (before >= 0 && kBetween.contains(lower_case(words[before].form))) --before;
    return before >= 0 && kWhere.contains(lower_case(words[before].form));
  }
  // What reaches over several countries.
  bool is_wide(const NameMention& name) const {
    static const Words kWide = {"Sea", "Gulf", "Ocean", "Peninsula", "Strait", "Desert", "Lake", "River", "Maghreb"};
    return kWide.contains(words_of(name)[name.last].form);
  }

  // The name that holds this one, when they are no list: "Basra, Iran and Syria".
  int holder_of(std::size_t i) {
    NameMention& name = story_.names[i];
    const int at = next_in_address(i);
    if (at < 0 || (name.is_place && name.place.precision == "country")) return -1;
    const NameMention& next = story_.names[at];
    const auto& words = words_of(next);
    const std::size_t after = static_cast<std::size_t>(next.last) + 1;
    if (after < words.size() && (words[after].form == "and" || words[after].form == "or")) return -1;
    if (!next.is_place || next.place.name.empty()) return -1;
    if (!name.is_place && !(may_be_place(name) && is_part_of_address(i, next))) return -1;
    const bool holds = next.place.precision == "country" || next.place.precision == "region" || next_of_[at] >= 0 ||
                       !kind(next).empty();
    const bool part = kPartWords.contains(kind(name));
    // A town holds only parts of it: "Marsh district, Lindvik city".
    if (!holds && !part) return -1;
    next_of_[i] = at;
    return at;
  }

  // Whether a name that the tree tells nothing of goes with the place after it: it says what kind it is, follows a
  // preposition of place, stands within a run that does, or is known in that country.
  bool is_part_of_address(std::size_t i, const NameMention& next) const {
    const NameMention& name = story_.names[i];
    if (kind_word(name) >= 0 || marked(name)) return true;
    for (std::size_t before = i; before > 0 && next_in_address(before - 1) == static_cast<int>(before); --before) {
      const NameMention& first = story_.names[before - 1];
      if (first.is_place || kind_word(first) >= 0 || marked(first)) return true;
    }
    return !next.place.country.empty() && !gazetteer_.find_in(bare_text(name), next.place.country).empty();
  }

  // "Ghazni province" is not the town of that name.
  void settle_region(NameMention& name) const {
    if (!kRegionWords.contains(kind(name))) return;
    const std::string text = bare_text(name);
    std::vector<GazetteerPlace> found =
        name.place.country.empty() ? gazetteer_.find(text) : gazetteer_.find_in(text, name.place.country);
    std::erase_if(found, [](const GazetteerPlace& place) { return place.kind != PlaceKind::region; });
    std::stable_sort(found.begin(), found.end(), [&](const GazetteerPlace& a, const GazetteerPlace& b) {
      return rank(a.country) < rank(b.country);
    });
    if (!found.empty()) take_place(name, found.front());
  }
  std::size_t rank(std::string_view country) const {
    const auto at = std::find(story_.countries.begin(), story_.countries.end(), country);
    return static_cast<std::size_t>(at - story_.countries.begin());
  }

  // Areas and regions of tables may be cut differently: what lies near the middle of one may be in it.
  static bool is_near(const GazetteerPlace& place, const PlaceMention& holder) {
    if (!holder.point) return true;
    constexpr double kPi = 3.14159265358979323846;
    constexpr double kKilometresADegree = 111.2;
    constexpr double kNear = 250;
    const double north = place.latitude - holder.point->latitude;
    const double east = (place.longitude - holder.point->longitude) * std::cos(place.latitude * kPi / 180);
    return std::hypot(north, east) * kKilometresADegree < kNear;
  }

  void settle_within(NameMention& name, const NameMention& holder) const {
    const std::string country = holder.place.country;
    if (country.empty()) {
      settle_region(name);
      return;
    }
    const bool was_place = name.is_place && !name.place.name.empty();
    const bool certain = holder.address >= 0 || !kind(name).empty() || holder.place.precision != "country";
    // A great town that is known elsewhere: more likely a list than an unknown namesake.
    if (was_place && !certain && !name.place.country.empty() && name.place.country != country &&
        gazetteer_.find_in(name.text, country).empty())
      return;
    if (!was_place) make_place(name);
    std::vector<GazetteerPlace> found = gazetteer_.find_in(bare_text(name), country);
    const bool of_region = kRegionWords.contains(kind(name));
    const std::string& region = holder.place.precision == "region" ? holder.place.name : holder.place.within;
    std::stable_sort(found.begin(), found.end(), [&](const GazetteerPlace& a, const GazetteerPlace& b) {
      const auto merit = [&](const GazetteerPlace& place) {
        const bool region_now = place.kind == PlaceKind::region;
        return (!region.empty() && place.region == region ? 2 : 0) + (region_now == of_region ? 1 : 0);
      };
      return merit(a) > merit(b);
    });
    // A place is no town of the same name in another region.
    const bool fits = !found.empty() && (region.empty() || found.front().region == region ||
                                         (!kPartWords.contains(kind(name)) && is_near(found.front(), holder.place)));
    if (fits) return take_place(name, found.front());
    name.country = country;
    name.place.name = name.text;
    name.place.country = country;
    name.place.within = holder.place.name;
    name.place.point = holder.place.point;
    // What lies in a town, or near it, is known to that town.
    name.place.precision = holder.place.precision == "site" ? "city" : holder.place.precision;
  }

  // "Lindvik Airport", "the Lindvik Mountains": a site or region lies about the town that it is named after.
  void settle_named_after(NameMention& name) const {
    if (!name.is_place || name.place.point || name.last == name.first || name.place.name != name.text) return;
    if (name.place.precision != "site" && name.place.precision != "region") return;
    if (is_wide(name)) return;
    const std::vector<std::string_view> countries(story_.countries.begin(), story_.countries.end());
    for (int last = name.last - 1; last >= name.first; --last) {
      const std::string part = story_.words(name.sentence, name.first, last);
      const auto choice = gazetteer_.resolve(part, countries);
      // A small place far away is a chance likeness: "the Green Zone" is not in a town of that name.
      constexpr std::uint32_t kKnownPeople = 100'000;
      constexpr std::size_t kLeastLetters = 4;
      if (!choice || part.size() < kLeastLetters) continue;
      if (choice->best.population < kKnownPeople && choice->best.country != name.place.country) continue;
      const bool elsewhere = !name.place.country.empty() && name.place.country != choice->best.country;
      if (elsewhere) return;
      name.country = name.place.country = choice->best.country;
      if (name.place.within.empty()) name.place.within = choice->best.name;
      name.place.point = GeoPoint{choice->best.latitude, choice->best.longitude};
      name.place.precision = "city";
      return;
    }
  }

  // A place of which no country is said lies in the one country that the places of its story lie in.
  void lend_country() const {
    std::set<std::string> countries;
    for (const NameMention& name : story_.names)
      if (name.is_place && !name.place.country.empty()) countries.insert(name.place.country);
    if (countries.size() != 1) return;
    const Country* country = story_.knowledge->countries.find_code(*countries.begin());
    if (country == nullptr) return;
    static const Words kContinents = {"Europe", "Asia", "Africa", "America", "Eurasia", "Middle East", "Far East"};
    for (NameMention& name : story_.names) {
      if (!name.is_place || name.place.name.empty() || !name.place.country.empty()) continue;
      if (kContinents.contains(name.text) || is_wide(name) || (kind(name).empty() && !located(name))) continue;
      const auto found = gazetteer_.find_in(bare_text(name), country->alpha2);
      if (!found.empty()) {
        take_place(name, found.front());
        continue;
      }
      name.place.country = country->alpha2;
    }
  }

  // Of what is known to lie in a country only, the point is the country's, and says so.
  void lend_point() const {
    for (NameMention& name : story_.names) {
      if (!name.is_place || name.place.name.empty() || name.place.country.empty() || name.place.point) continue;
      if (is_wide(name)) continue;
      const Country* country = story_.knowledge->countries.find_code(name.place.country);
      if (country == nullptr) continue;
      name.place.point = GeoPoint{country->latitude, country->longitude};
      name.place.precision = "country";
    }
  }

  Story& story_;
  const Gazetteer& gazetteer_;
  std::vector<int> next_of_;  // per name: the name that holds it, -1: none
};

}  // namespace

void settle_addresses(Story& story) { Addresses(story).settle(); }

}  // namespace forewhen
