// SPDX-License-Identifier: Apache-2.0
// ICEWS coded event data (Boschee et al., Harvard Dataverse DVN/28075): 20 columns, 26 in the variant of the
// government. The date is that of the story. An event id may stand under two dates, so the key is both. Most rows have
// a mirror: the same story, sentence, date and code with source and target swapped.
#include <fmt/format.h>

#include <algorithm>

#include "dataset/format.h"
#include "dataset/values.h"
#include "forewhen/time/civil.h"

namespace forewhen::dataset {
namespace {

bool has_header(const Sample& sample) {
  const Columns columns(sample.first);
  return columns.has("Event ID") && columns.has("Source Name") && columns.has("Event Text") && columns.has("Story ID");
}

// 12/1/2017, as the file of 2017 has it: month, day, year.
std::optional<std::int64_t> american_day(std::string_view text) {
  const auto parts = split(text, '/');
  if (parts.size() != 3) return std::nullopt;
  const auto month = parse_integer(parts[0]), day = parse_integer(parts[1]), year = parse_integer(parts[2]);
  if (!month || !day || !year || parts[2].size() != 4) return std::nullopt;
  if (*month < 1 || *month > 12 || *day < 1 || *day > 31) return std::nullopt;
  const CivilDate date{*year, static_cast<int>(*month), static_cast<int>(*day)};
  if (!is_valid(date)) return std::nullopt;
  return days_from_civil(date);
}

// Rows of 20 columns without a header: id, date, intensity, story and sentence stand where the layout has them.
bool is_bare(const Sample& sample) {
  const auto& cells = sample.first;
  if (cells.size() != 20 || sample.delimiter != '\t') return false;
  const auto intensity = parse_decimal(given(cells[7]));
  return is_digits(given(cells[0])) && (parse_day(given(cells[1])) || american_day(given(cells[1]))) && intensity &&
         *intensity >= -10 && *intensity <= 10 && is_digits(given(cells[11])) && is_digits(given(cells[12]));
}

int fits(const Sample& sample) {
  if (has_header(sample)) return 100;
  return is_bare(sample) ? 90 : 0;
}

std::string sectors_of(std::string_view cell) {  // their order varies from row to row
  std::string_view list = given(cell);
  if (list.size() >= 2 && list.front() == '"' && list.back() == '"') list = list.substr(1, list.size() - 2);
  std::vector<std::string_view> parts;
  for (const std::string_view part : split(list, ',')) {
    if (!given(part).empty()) parts.push_back(given(part));
  }
  std::sort(parts.begin(), parts.end());
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  return fmt::format("{}", fmt::join(parts, ";"));
}

class Icews final : public Mapper {
 public:
  explicit Icews(const Context& context) : codes_(context.codes), set_(context.set) {
    const std::vector<std::string_view> standard{
        "Event ID",       "Event Date", "Source Name",     "Source Sectors", "Source Country",
        "Event Text",     "CAMEO Code", "Intensity",       "Target Name",    "Target Sectors",
        "Target Country", "Story ID",   "Sentence Number", "Publisher",      "City",
        "District",       "Province",   "Country",         "Latitude",       "Longitude"};
    columns_ = Columns(has_header(context.sample) ? context.sample.first : standard);
  }

  std::optional<Fault> map(const Row& row, Record& record) override {
    if (auto wrong = check_width(row, columns_.size())) return wrong;
    const std::string_view id = given(row.cell(id_)), date = given(row.cell(date_));
    if (!is_digits(id)) return Fault{"id", fmt::format("Event ID '{}' is no number", id)};
    auto day = parse_day(date);
    if (!day) day = american_day(date);
    if (!day) return bad_date("Event Date", date);
    const std::string_view text = given(row.cell(text_));
    set_text(record, row, row.span(text_), text);
    record.claim.time = dated(*day, *day + 1, Grain::day, "date of the story");
    set_id(record, set_, fmt::format("{}@{}", id, record.claim.time->when.edtf));
    record.document.published = CalendarTime{days(*day, *day + 1).begin, Grain::day};
    record.document.published_from = "data set";

    if (auto wrong = code(row, text, record)) return wrong;
    const std::string_view intensity = given(row.cell(intensity_));
    if (!intensity.empty() && !parse_decimal(intensity)) return bad_number("Intensity", intensity);
    const std::string_view source = given(row.cell(source_)), target = given(row.cell(target_));
    if (source.empty() && target.empty()) return missing("source and target");
    if (!source.empty()) participant(record, Role::actor, source, row.cell(source_country_), row.cell(source_sectors_));
    if (!target.empty())
      participant(record, Role::recipient, target, row.cell(target_country_), row.cell(target_sectors_));
    if (auto wrong = place(row, record)) return wrong;

    const std::string_view story = given(row.cell(story_)), sentence = given(row.cell(sentence_));
    if (!story.empty()) {
      record.mirror = mirror_of(fmt::format("{}\t{}", story, sentence), *day, record.claim.code, source, target);
    }
    add_attribute(record, "intensity", intensity);
    add_attribute(record, "story", story);
    add_attribute(record, "sentence", sentence);
    add_attribute(record, "publisher", row.cell(publisher_));
    // The government's variant quotes what it coded.
    const std::string_view headline = given(row.cell(headline_)), words = given(row.cell(event_sentence_));
    record.document.title = headline.empty() ? words : headline;
    add_attribute(record, "event sentence", words);
    add_attribute(record, "source", row.cell(news_source_));
    add_attribute(record, "language", row.cell(language_));
    return std::nullopt;
  }

 private:
  std::optional<Fault> code(const Row& row, std::string_view text, Record& record) const {
    const std::string_view said = given(row.cell(code_));
    std::string_view code = said;
    if (codes_.cameo_title(said).empty()) {
      const std::string_view by_text = codes_.cameo_of_title(text);
      if (by_text.empty() && said.empty()) return missing("CAMEO Code (and Event Text)");
      if (!by_text.empty()) {
        code = by_text;
        add_attribute(
            record, "code",
            said.empty() ? "from the event's text" : fmt::format("'{}' is none of CAMEO; from the event's text", said));
      } else {
        add_attribute(record, "code", "none of CAMEO");
      }
    } else if (!text.empty() && codes_.cameo_title(said) != text &&
               codes_.cameo_title("0" + std::string(said)) == text) {
      // 10 for 010: a spreadsheet took the zero.
      return Fault{"spreadsheet",
                   fmt::format("CAMEO Code '{}' has lost its leading zero, by the text '{}'", said, text)};
    }
    record.claim.code = code;
    const TypeAndMode& plover = codes_.plover_of_cameo(code);
    record.claim.type = plover.type;
    record.claim.mode = plover.mode;
    if (record.claim.phrase.empty()) {
      record.claim.phrase = record.claim.lemma = record.claim.trigger_text = codes_.cameo_title(code);
    }
    return std::nullopt;
  }

  void participant(Record& record, Role role, std::string_view name, std::string_view country_cell,
                   std::string_view sectors) const {
    const std::string_view country_name = given(country_cell);
    const std::string_view country = codes_.country_of_name(country_name);
    const bool is_country = name == country_name || !codes_.country_of_name(name).empty();
    add_participant(record, role, is_country ? ActorKind::country : ActorKind::unknown, name, country,
                    sectors_of(sectors));
  }

  std::optional<Fault> place(const Row& row, Record& record) const {
    const std::string_view city = given(row.cell(city_)), district = given(row.cell(district_)),
                           province = given(row.cell(province_)), country = given(row.cell(country_));
    std::optional<GeoPoint> point;
    if (auto wrong = read_point(row.cell(latitude_), row.cell(longitude_), point)) return wrong;
    PlaceMention mention;
    mention.point = point;
    mention.country = codes_.country_of_name(country);
    if (!city.empty()) {
      mention.name = city, mention.within = province.empty() ? country : province, mention.precision = "city";
    } else if (!district.empty() || !province.empty()) {
      mention.name = district.empty() ? province : district;
      mention.within = district.empty() || province.empty() ? country : province;
      mention.precision = "region";
    } else if (!country.empty()) {
      mention.name = country, mention.precision = "country";
      if (point) add_attribute(record, "geo", "a point for the whole country");
    } else {
      return std::nullopt;
    }
    record.claim.place = std::move(mention);
    return std::nullopt;
  }

  const Codes& codes_;
  std::string set_;
  Columns columns_;
  std::size_t at(std::string_view name) const { return columns_.find({name}); }

 public:
  Status find_columns() {
    const std::pair<std::size_t*, const char*> wanted[] = {{&id_, "Event ID"},
                                                           {&date_, "Event Date"},
                                                           {&source_, "Source Name"},
                                                           {&source_sectors_, "Source Sectors"},
                                                           {&source_country_, "Source Country"},
                                                           {&text_, "Event Text"},
                                                           {&code_, "CAMEO Code"},
                                                           {&intensity_, "Intensity"},
                                                           {&target_, "Target Name"},
                                                           {&target_sectors_, "Target Sectors"},
                                                           {&target_country_, "Target Country"},
                                                           {&story_, "Story ID"},
                                                           {&sentence_, "Sentence Number"},
                                                           {&publisher_, "Publisher"},
                                                           {&city_, "City"},
                                                           {&district_, "District"},
                                                           {&province_, "Province"},
                                                           {&country_, "Country"},
                                                           {&latitude_, "Latitude"},
                                                           {&longitude_, "Longitude"}};
    for (const auto& [place, name] : wanted) {
      *place = at(name);
      if (*place == Columns::npos && place != &code_) {  // the government's variant had no code before June 2020
        return Error{ErrorKind::refused, fmt::format("it has no column '{}'", name), "", ""};
      }
    }
    headline_ = at("Headline"), event_sentence_ = at("Event Sentence"), news_source_ = at("Source");
    language_ = at("Language");
    return Done{};
  }

 private:
  std::size_t id_, date_, source_, source_sectors_, source_country_, text_, code_, intensity_, target_, target_sectors_,
      target_country_, story_, sentence_, publisher_, city_, district_, province_, country_, latitude_, longitude_,
      headline_, event_sentence_, news_source_, language_;
};

Result<std::unique_ptr<Mapper>> make(const Context& context) {
  auto mapper = std::make_unique<Icews>(context);
  if (Status found = mapper->find_columns(); !found) return found.error();
  return std::unique_ptr<Mapper>(std::move(mapper));
}

}  // namespace

const Format kIcews{"icews", "ICEWS coded event data, 20 or 26 columns", "icews", fits, has_header, make};

}  // namespace forewhen::dataset
