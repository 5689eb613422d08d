// SPDX-License-Identifier: Apache-2.0
// Places that the text itself puts into a larger one: "Lindvik town, Sund province, Norway". What stands after the
// comma holds what stands before it, and a word of its kind tells a province from the town that it is named after. No
// point is ever lent: that of a region is no town's.
#include <set>

#include "extract/knowledge.h"
#include "extract/steps.h"

namespace forewhen {
namespace {

const std::vector<Word>& words_of(const Story& story, const NameMention& name) {
  return story.sentences[name.sentence].words;
}

// The word that says what kind of place a name is: "Ghazni province"; -1: none.
int kind_word(const Story& story, const NameMention& name) {
  static const std::set<std::string_view> kKinds = {"city",        "town",   "village", "district", "province",
                                                    "governorate", "region", "county",  "state",    "area"};
  const auto& words = words_of(story, name);
  const std::size_t next = name.last + 1;
  return next < words.size() && kKinds.contains(words[next].form) ? static_cast<int>(next) : -1;
}

// "Ghazni province" is not the town of that name.
void settle_region(const Story& story, NameMention& name) {
  const int kind = kind_word(story, name);
  if (kind < 0 || name.place.precision == "region") return;
  const std::string& form = words_of(story, name)[kind].form;
  if (form != "province" && form != "governorate" && form != "region") return;
  for (const GazetteerPlace& place : story.knowledge->gazetteer.find(name.text)) {
    if (place.kind == PlaceKind::region && (name.place.country.empty() || place.country == name.place.country))
      return take_place(name, place);
  }
}

// The region or country right after "NAME, ", when it is no list: "Basra, Iran and Syria".
const NameMention* place_after_comma(const Story& story, std::size_t i) {
  if (i + 1 >= story.names.size()) return nullptr;
  const NameMention& name = story.names[i];
  const NameMention& next = story.names[i + 1];
  const auto& words = words_of(story, name);
  const int kind = kind_word(story, name);
  const int comma = (kind < 0 ? name.last : kind) + 1;
  if (next.sentence != name.sentence || next.first != comma + 1 || words[comma].form != ",") return nullptr;
  const std::size_t after = next.last + 1;
  if (after < words.size() && (words[after].form == "and" || words[after].form == "or")) return nullptr;
  const bool holds = next.is_place && (next.place.precision == "country" || next.place.precision == "region");
  return holds || kind_word(story, next) >= 0 ? &next : nullptr;
}

void settle_within(const Story& story, NameMention& name, const NameMention& holder) {
  const std::string country = holder.country.empty() ? holder.place.country : holder.country;
  if (country.empty() || country == name.place.country) return;
  const std::vector<std::string_view> countries = {country};
  const auto choice = story.knowledge->gazetteer.resolve(name.text, countries);
  if (choice && choice->best.country == country) return take_place(name, choice->best);
  if (!name.place.country.empty()) return;  // a town known elsewhere: more likely a list than an unknown namesake
  name.country = country;
  name.place.country = country;
  if (name.place.within.empty() && holder.place.precision == "region") name.place.within = holder.place.name;
}

}  // namespace

void settle_addresses(Story& story) {
  // From the right, so that the country reaches the first.
  for (std::size_t i = story.names.size(); i-- > 0;) {
    NameMention& name = story.names[i];
    if (!name.is_place || name.place.name.empty() || name.place.precision == "country") continue;
    settle_region(story, name);
    const NameMention* holder = place_after_comma(story, i);
    if (holder != nullptr) settle_within(story, name, *holder);
  }
}

}  // namespace forewhen
