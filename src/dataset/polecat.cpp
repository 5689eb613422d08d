// SPDX-License-Identifier: Apache-2.0
// POLECAT (NGEC coded events in PLOVER), 40 columns parted by tabs. Actors and recipients are lists; what is
// mutual (a meeting) has everybody among its actors, so rows do not mirror each other.
#include <fmt/format.h>

#include <algorithm>

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
    people(record, Role::actor,
           {"Actor Name", "Actor Name Raw", "Actor Country", "Actor Sectors", "Primary Actor Sector"});
    people(
        record, Role::recipient,
        {"Recipient Name", "Recipient Name Raw", "Recipient Country", "Recipient Sectors", "Primary Recipient Sector"});
    PlaceMention mention;
    if (auto wrong = read_point(cell("Latitude"), cell("Longitude"), mention.point)) return wrong;
    place(mention, record);
    if (auto wrong = numbers(record, {"Intensity"})) return wrong;
    texts(record,
          {"Quad Code", "Contexts", "Actor COW", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID", "Recipient COW",
           "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "GeoNames ID", "Raw Placename",
           "Feature Type", "Source", "Story People", "Story Organizations", "Story Locations", "Language", "Version"});
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

  struct Side {
    const char *names, *raw_names, *countries, *sectors, *primary_sector;
  };

  // The parts of a cell's list, if they are as many as the names, so that each belongs to one of them.
  std::vector<std::string_view> parallel(const char* name, std::size_t size) {
    auto parts = split(cell(name), ';');
    if (parts.size() != size) parts.assign(size, {});
    for (std::string_view& part : parts) part = given(part);
    return parts;
  }

  void people(Record& record, Role role, const Side& side) {
    // Whom the coders did not find in Wikipedia has no name, but the words of the text.
    const auto resolved = split(cell(side.names), ';');
    const bool any = std::any_of(resolved.begin(), resolved.end(), [](auto name) { return !given(name).empty(); });
    const auto names = any ? resolved : split(cell(side.raw_names), ';');
    const auto raw_names = parallel(side.raw_names, names.size());
    const auto countries = parallel(side.countries, names.size());
    const std::string sectors =
        joined_list(cell(side.sectors).empty() ? cell(side.primary_sector) : cell(side.sectors), ';');
    for (std::size_t i = 0; i < names.size(); ++i) {
      const bool is_resolved = !given(resolved.size() == names.size() ? resolved[i] : std::string_view()).empty();
      const std::string_view name = is_resolved ? given(names[i]) : raw_names[i];
      if (name.empty()) continue;
      std::string_view country = codes_.country_of_alpha3(countries[i]);
      if (country.empty()) country = codes_.country_of_name(countries[i]);
      const bool is_country = !codes_.country_of_name(name).empty();
      // "protesters": those of one country are not those of another, and nobody where none is said.
      const bool is_kind = !is_resolved && !is_country && name[0] >= 'a' && name[0] <= 'z';
      const ActorKind kind = is_country ? ActorKind::country : is_kind ? ActorKind::group : ActorKind::unknown;
      Participant& participant =
          add_participant(record, role, kind, name, country, names.size() == 1 ? sectors : std::string());
      if (is_kind && !country.empty()) participant.name = fmt::format("{} ({})", name, countries[i]);
    }
  }

  void place(PlaceMention& mention, Record& record) {
    const std::string_view city = cell("City"), district = cell("District"), province = cell("Province"),
                           country = cell("Country"), named = cell("Placename");
    mention.country = codes_.country_of_alpha3(country);
    if (mention.country.empty()) mention.country = codes_.country_of_name(country);
    if (!city.empty())
      mention.name = city, mention.within = province, mention.precision = "city";
    else if (!named.empty())
      mention.name = named, mention.within = province, mention.precision = province.empty() ? "country" : "region";
    else if (!district.empty())
      mention.name = district, mention.within = province, mention.precision = "region";
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
