// SPDX-License-Identifier: Apache-2.0
#include "extract/gazetteer.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <mutex>
#include <tuple>

#include <fmt/core.h>

#include "extract/tsv.h"
#include "forewhen/base/data_path.h"

namespace forewhen {
namespace {

// The text up to the next of this character; the text shrinks by it.
std::string_view take_until(std::string_view& text, char end) {
  const std::size_t at = text.find(end);
  const std::string_view taken = text.substr(0, at);
  text = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
  return taken;
}

std::string_view without_comments(std::string_view text) {
  while (text.starts_with('#')) take_until(text, '\n');
  return text;
}

// The row of that key in lines that are sorted by their first column, without the key; nothing when there is none.
std::optional<std::string_view> find_row(std::string_view lines, std::string_view key) {
  std::size_t low = 0;
  std::size_t high = lines.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::size_t newline = lines.substr(low, middle - low).rfind('\n');
    const std::size_t begin = newline == std::string_view::npos ? low : low + newline + 1;
    std::string_view rest = lines.substr(begin);
    std::string_view row = take_until(rest, '\n');
    const std::size_t size = row.size();
    const int order = take_until(row, '\t').compare(key);
    if (order == 0) return row;
    if (order < 0)
      low = begin + size + 1;
    else
      high = begin;
  }
  return std::nullopt;
}

// Every row has that many columns, and the first ones rise.
Status check_rows(std::string_view text, std::string_view where, std::ptrdiff_t columns) {
  std::uint32_t line = 0;
  std::string_view before;
  while (!text.empty()) {
    ++line;
    std::string_view row = take_until(text, '\n');
    if (row.starts_with('#')) continue;
    if (std::count(row.begin(), row.end(), '\t') + 1 != columns)
      return table_error(where, line, fmt::format("a row has {} columns", columns));
    const std::string_view key = take_until(row, '\t');
    if (key <= before) return table_error(where, line, fmt::format("\"{}\" is out of order", key), "sort bytewise");
    before = key;
  }
  return Done{};
}

template <class Number>
Number number_of(std::string_view digits) {
  Number number{};
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

PlaceKind kind_of(std::string_view word) {
  if (word == "capital") return PlaceKind::capital;
  return word == "seat" ? PlaceKind::seat : PlaceKind::city;
}

// Beyond compare: a namesake in the story's own country does not stand against it. A capital is spoken of far beyond
// its own country, so it needs less.
bool outshines(const GazetteerPlace& great, const GazetteerPlace& small) {
  const std::uint32_t times = great.population / std::max<std::uint32_t>(small.population, 1);
  if (great.kind == PlaceKind::capital) return great.population >= 500'000 && times >= 20;
  return great.population >= 1'000'000 && times >= 100;
}

constexpr std::size_t kLeastSound = 4;

std::string_view without_arabic_article(std::string_view folded) {
  for (std::string_view article : {"al ", "el ", "ad ", "as ", "ash ", "an ", "ar ", "at ", "az ", "ed ", "es "})
    if (folded.starts_with(article) && folded.size() > article.size() + 2) return folded.substr(article.size());
  return folded;
}

}  // namespace

std::string sound_of_name(std::string_view folded) {
  std::string sound;
  for (const char letter : without_arabic_article(folded)) {
    char c = letter;
    if (c == ' ') continue;
    if (c == 'o' || c == 'w') c = 'u';
    if (c == 'e' || c == 'y') c = 'i';
    if (c == 'q' || c == 'c') c = 'k';
    const char before = sound.empty() ? ' ' : sound.back();
    if (c == before) continue;
    // "dh", "th" are d, t; "ay", "ei" are i.
    if (c == 'h' && (before == 'd' || before == 't')) continue;
    if (c == 'i' && before == 'a') sound.pop_back();
    if (!sound.empty() && c == sound.back()) continue;
    sound += c;
  }
  while (sound.size() > 1 && sound.back() == 'h') sound.pop_back();
  return sound;
}

struct Gazetteer::Data {
  Texts texts;
  std::string_view places, regions, names;  // without the comments at the top
  // Hash of the sound -> the row of names; made when it is first asked for, since few texts need it.
  mutable std::once_flag sounded;
  mutable std::vector<std::pair<std::size_t, std::string_view>> sounds;

  std::span<const std::pair<std::size_t, std::string_view>> rows_sounding(std::string_view sound) const {
    std::call_once(sounded, [this] {
      for (std::string_view rest = names; !rest.empty();) {
        const std::string_view row = take_until(rest, '\n');
        std::string_view key = row;
        sounds.emplace_back(std::hash<std::string>{}(sound_of_name(take_until(key, '\t'))), row);
      }
      std::sort(sounds.begin(), sounds.end(),
                [](const auto& a, const auto& b) { return std::tie(a.first, a.second) < std::tie(b.first, b.second); });
    });
    const std::size_t hash = std::hash<std::string>{}(std::string(sound));
    const auto less = [](const auto& row, std::size_t key) { return row.first < key; };
    const auto first = std::lower_bound(sounds.begin(), sounds.end(), hash, less);
    auto last = first;
    while (last != sounds.end() && last->first == hash) ++last;
    return {first, last};
  }

  std::vector<GazetteerPlace> places_of(std::string_view ids) const {
    std::vector<GazetteerPlace> found;
    for_each_piece(
        ids,
        [&](std::string_view id) {
          if (auto place = place_of(id)) found.push_back(*place);
        },
        ' ');
    return found;
  }

  std::optional<GazetteerPlace> region_of(std::string_view code) const {
    const auto row = find_row(regions, code);
    if (!row) return std::nullopt;
    std::string_view rest = *row;
    GazetteerPlace place;
    place.kind = PlaceKind::region;
    place.country = code.substr(0, 2);
    place.name = place.region = take_until(rest, '\t');
    place.latitude = number_of<double>(take_until(rest, '\t'));
    place.longitude = number_of<double>(take_until(rest, '\t'));
    place.population = number_of<std::uint32_t>(rest);
    return place;
  }

  std::optional<GazetteerPlace> place_of(std::string_view id) const {
    if (id.find('.') != std::string_view::npos) return region_of(id);
    const auto row = find_row(places, id);
    if (!row) return std::nullopt;
    std::string_view rest = *row;
    GazetteerPlace place;
    place.geonames = number_of<std::uint32_t>(id);
    place.name = take_until(rest, '\t');
    place.kind = kind_of(take_until(rest, '\t'));
    place.country = take_until(rest, '\t');
    const std::string_view code = take_until(rest, '\t');
    place.latitude = number_of<double>(take_until(rest, '\t'));
    place.longitude = number_of<double>(take_until(rest, '\t'));
    place.population = number_of<std::uint32_t>(rest);
    auto region = find_row(regions, fmt::format("{}.{}", place.country, code));
    if (region) place.region = take_until(*region, '\t');
    return place;
  }
};

Result<Gazetteer> Gazetteer::load(Texts texts) {
  auto data = std::make_shared<Data>();
  data->texts = std::move(texts);
  if (Status status = check_rows(data->texts.places, "places.tsv", 8); !status) return status.error();
  if (Status status = check_rows(data->texts.regions, "regions.tsv", 5); !status) return status.error();
  if (Status status = check_rows(data->texts.names, "place_names.tsv", 2); !status) return status.error();
  data->places = without_comments(data->texts.places);
  data->regions = without_comments(data->texts.regions);
  data->names = without_comments(data->texts.names);
  Gazetteer gazetteer;
  gazetteer.data_ = std::move(data);
  return gazetteer;
}

Result<Gazetteer> Gazetteer::load_default() {
  Texts texts;
  for (auto& [text, file] : {std::pair{&texts.places, "extract/places.tsv"},
                             {&texts.regions, "extract/regions.tsv"},
                             {&texts.names, "extract/place_names.tsv"}}) {
    Result<std::string> read = read_data(file);
    if (!read) return read.error();
    *text = *std::move(read);
  }
  return load(std::move(texts));
}

std::vector<GazetteerPlace> Gazetteer::find(std::string_view name) const {
  const auto ids = find_row(data_->names, fold_name(name));
  return ids ? data_->places_of(*ids) : std::vector<GazetteerPlace>{};
}

std::vector<GazetteerPlace> Gazetteer::find_in(std::string_view name, std::string_view country) const {
  const auto elsewhere = [&](const GazetteerPlace& place) { return place.country != country; };
  const std::string folded = fold_name(name);
  const std::string_view bare = without_arabic_article(folded);
  for (const std::string& form : {folded, std::string(bare), std::string("al ").append(bare)}) {
    auto found = find(form);
    std::erase_if(found, elsewhere);
    if (!found.empty()) return found;
  }
  // Of names that sound alike there must be but one, and enough of it.
  const std::string sound = sound_of_name(folded);
  if (sound.size() < kLeastSound) return {};
  std::vector<GazetteerPlace> alike;
  for (const auto& [hash, row] : data_->rows_sounding(sound)) {
    std::string_view ids = row;
    if (sound_of_name(take_until(ids, '\t')) != sound) continue;
    for (GazetteerPlace& place : data_->places_of(ids)) {
      const bool known = std::any_of(alike.begin(), alike.end(), [&](const GazetteerPlace& one) {
        return one.geonames == place.geonames && one.name == place.name;
      });
      if (!known && !elsewhere(place)) alike.push_back(place);
    }
  }
  // A town and the region that is named after it sound alike and are one answer.
  const bool one = std::all_of(alike.begin(), alike.end(),
                               [&](const GazetteerPlace& place) { return place.region == alike.front().region; });
  if (!one) return {};
  return alike;
}

bool Gazetteer::contains(std::string_view name) const { return find_row(data_->names, fold_name(name)).has_value(); }

std::optional<PlaceChoice> Gazetteer::resolve(std::string_view name,
                                              std::span<const std::string_view> story_countries) const {
  std::vector<GazetteerPlace> found = find(name);
  if (found.empty()) return std::nullopt;
  auto chosen = found.begin();
  for (std::string_view country : story_countries) {
    const auto at_home =
        std::find_if(found.begin(), found.end(), [&](auto& place) { return place.country == country; });
    if (at_home == found.end()) continue;
    if (!outshines(found.front(), *at_home)) chosen = at_home;
    break;
  }
  PlaceChoice choice;
  choice.by_story = chosen != found.begin();
  std::rotate(found.begin(), chosen, chosen + 1);
  choice.best = found.front();
  choice.others.assign(found.begin() + 1, found.end());
  return choice;
}

std::size_t Gazetteer::size() const {
  return static_cast<std::size_t>(std::count(data_->places.begin(), data_->places.end(), '\n'));
}

}  // namespace forewhen
