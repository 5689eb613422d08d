// SPDX-License-Identifier: Apache-2.0
// POLECAT (NGEC coded events in PLOVER), 40 columns parted by tabs. Actors and recipients are lists.
#include <fmt/format.h>

#include "dataset/table.h"

namespace forewhen::dataset {
namespace {

bool has_header(const Sample& sample) {
  const Columns columns(sample.first);
  return columns.has("Event ID") && columns.has("Event Type") && columns.has("Event Mode") && columns.has("Actor Name");
}
int fits(const Sample& sample) { return has_header(sample) ? 100 : 0; }

class Polecat final : public NamedTable {
 public:
  using NamedTable::NamedTable;

 private:
  std::optional<Fault> map_cells(Record& record) override {
    const std::string_view id = cell("Event ID"), type = cell("Event Type"), mode = cell("Event Mode");
    if (id.empty()) return missing("Event ID");
    set_id(record, set_, id);
    if (auto wrong = date(record)) return wrong;
    const auto plover = parse_plover(type);
    if (!plover || *plover == PloverType::none)
      return Fault{"code", fmt::format("Event Type '{}' is none of PLOVER", type.substr(0, 40))};
    set_text(record, row(), span("Event Type"), mode.empty() ? std::string(type) : fmt::format("{} {}", type, mode));
    record.claim.type = *plover;
    record.claim.mode = mode;
    record.claim.code = mode.empty() ? std::string(type) : fmt::format("{}/{}", type, mode);
    people(record, Role::actor, "Actor Name", "Actor Country", "Actor Sectors", "Primary Actor Sector");
    people(record, Role::recipient, "Recipient Name", "Recipient Country", "Recipient Sectors",
           "Primary Recipient Sector");
    PlaceMention mention;
    if (auto wrong = read_point(cell("Latitude"), cell("Longitude"), mention.point)) return wrong;
    place(mention, record);
    if (auto wrong = numbers(record, {"Intensity"})) return wrong;
    texts(record, {"Quad Code", "Contexts", "Source", "Language", "Version", "GeoNames ID", "Wikipedia Actor ID",
                   "Wikipedia Recipient ID", "Feature Type"});
    const std::size_t end_of_story = id.find('_');
    if (end_of_story != std::string_view::npos) add_attribute(record, "story", id.substr(0, end_of_story));
    return std::nullopt;
  }

  std::optional<Fault> date(Record& record) {
    const std::string_view happened = cell("Event Date"), published = cell("Publication Date");
    const auto reported = parse_day(published.substr(0, 10));
    if (!published.empty() && !reported) return bad_date("Publication Date", published);
    if (reported) {
      record.document.published = CalendarTime{days(*reported, *reported + 1).begin, Grain::day};
      record.document.published_from = "data set";
    }
    const auto day = parse_day(happened.substr(0, 10));
    if (!day) return bad_date("Event Date", happened);
    record.claim.time = dated(*day, *day + 1, Grain::day, "Event Date");
    if (reported && *reported == *day)
      add_attribute(record, "date", "that of the publication: stated, or for want of another");
    return std::nullopt;
  }

  void people(Record& record, Role role, const char* names, const char* countries, const char* sectors,
              const char* primary) {
    const auto all = split(cell(names), ';');
    const auto of_countries = split(cell(countries), ';');
    const std::string joined = joined_list(cell(sectors).empty() ? cell(primary) : cell(sectors), ';');
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::string_view name = given(all[i]);
      if (name.empty()) continue;
      const std::string_view said =
          i < of_countries.size() && of_countries.size() == all.size() ? given(of_countries[i]) : std::string_view();
      std::string_view country = codes_.country_of_alpha3(said);
      if (country.empty()) country = codes_.country_of_name(said);
      const bool is_country = !codes_.country_of_name(name).empty();
      add_participant(record, role, is_country ? ActorKind::country : ActorKind::unknown, name, country,
                      all.size() == 1 ? joined : "");
    }
  }

  void place(PlaceMention& mention, Record& record) {
    const std::string_view city = cell("City"), province = cell("Province"), country = cell("Country"),
                           named = cell("Placename");
    mention.country = codes_.country_of_alpha3(country);
    if (mention.country.empty()) mention.country = codes_.country_of_name(country);
    if (!city.empty())
      mention.name = city, mention.within = province, mention.precision = "city";
    else if (!named.empty())
      mention.name = named, mention.within = province, mention.precision = province.empty() ? "country" : "region";
    else if (!province.empty())
      mention.name = province, mention.within = country, mention.precision = "region";
    else
      mention.name = country, mention.precision = "country";
    if (mention.name.empty()) return;
    if (mention.precision != "city" && mention.point)
      add_attribute(record, "geo", "a point for the whole " + mention.precision);
    record.claim.place = std::move(mention);
  }
};

}  // namespace

const Format kPolecat{"polecat", "POLECAT, 40 columns", "polecat", fits, has_header, make_table<Polecat>};

}  // namespace forewhen::dataset
