// SPDX-License-Identifier: Apache-2.0
// Global Terrorism Database, by the names of its columns. A month or day of 0 is unknown: the event is then known to
// the year or month. The groups are the doers, the target the recipient.
#include <fmt/format.h>

#include "dataset/table.h"
#include "forewhen/time/civil.h"

namespace forewhen::dataset {
namespace {

bool has_header(const Sample& sample) {
  const Columns columns(sample.first);
  return columns.has("eventid") && columns.has("attacktype1") && columns.has("gname");
}
int fits(const Sample& sample) { return has_header(sample) ? 100 : 0; }

class Gtd final : public NamedTable {
 public:
  explicit Gtd(const Context& context)
      : NamedTable(context),
        year_(columns_.find({"iyear", "year"})),
        month_(columns_.find({"imonth", "month"})),
        day_(columns_.find({"iday", "day"})) {}

 private:
  std::optional<Fault> map_cells(Record& record) override {
    const std::string_view id = cell("eventid");
    if (!is_digits(id) || id.size() != 12)
      return Fault{"id", fmt::format("eventid '{}' is no number of twelve digits", id.substr(0, 40))};
    set_id(record, set_, id);
    const std::string_view attack = cell("attacktype1"), words = cell("attacktype1_txt");
    const TypeAndMode* plover = codes_.plover_of_gtd(attack);
    if (!plover) return Fault{"code", fmt::format("attacktype1 '{}' is none of 1 to 9", attack.substr(0, 40))};
    set_text(record, row(), span(words.empty() ? "attacktype1" : "attacktype1_txt"), words.empty() ? "Attack" : words);
    record.claim.type = plover->type;
    record.claim.mode = plover->mode;
    record.claim.code = attack;
    if (auto wrong = date(id, record)) return wrong;
    for (const char* group : {"gname", "gname2", "gname3"}) {
      const std::string_view name = cell(group);
      if (name.empty() || name == "Unknown") continue;
      add_participant(record, Role::actor, ActorKind::armed_group, name, "");
    }
    const std::string_view target = cell("target1"), nationality = cell("natlty1_txt");
    if (!target.empty() && target != "Unknown") {
      // "Patrol", "Vehicle": nobody in particular, so no actor of the graph.
      add_participant(record, Role::recipient, ActorKind::thing, target, codes_.country_of_name(nationality),
                      cell("targtype1_txt"));
    }
    if (auto wrong = place(record)) return wrong;
    if (auto wrong = numbers(record, {"nkill", "nwound"})) return wrong;
    texts(record, {"success", "suicide", "guncertain1", "claimed", "weaptype1_txt", "doubtterr", "scite1", "scite2",
                   "scite3", "dbsource", "related"});
    record.document.title = cell("summary");
    return std::nullopt;
  }

  std::optional<Fault> date(std::string_view id, Record& record) {
    const std::string_view year_cell = given(row().cell(year_)), month_cell = given(row().cell(month_)),
                           day_cell = given(row().cell(day_));
    const auto year = parse_integer(year_cell), month = parse_integer(month_cell), day = parse_integer(day_cell);
    if (!year || !month || !day || *year < 1900 || *year > 2200 || *month < 0 || *month > 12 || *day < 0 || *day > 31) {
      return bad_date("year, month, day", fmt::format("{} {} {}", year_cell.substr(0, 10), month_cell.substr(0, 10),
                                                      day_cell.substr(0, 10)));
    }
    if (id.substr(0, 4) != year_cell)
      return Fault{"date", fmt::format("eventid {} is of another year than {}", id, year_cell)};
    CivilDate first{*year, static_cast<int>(std::max<std::int64_t>(*month, 1)),
                    static_cast<int>(std::max<std::int64_t>(*day, 1))};
    if (!is_valid(first)) return bad_date("year, month, day", fmt::format("{}-{}-{}", *year, *month, *day));
    if (*month == 0) {
      first = {*year, 1, 1};
      record.claim.time = dated(days_from_civil(first), days_from_civil(add_months(first, 12)), Grain::year,
                                "iyear; the month is not known");
    } else if (*day == 0) {
      record.claim.time = dated(days_from_civil(first), days_from_civil(add_months(first, 1)), Grain::month,
                                "iyear, imonth; the day is not known");
    } else {
      record.claim.time = dated(days_from_civil(first), days_from_civil(first) + 1, Grain::day, "iyear, imonth, iday");
    }
    const std::string_view approximate = cell("approxdate");
    if (!approximate.empty()) record.claim.time->when.approximate = true, record.claim.time->words = approximate;
    return std::nullopt;
  }

  std::optional<Fault> place(Record& record) {
    PlaceMention mention;
    if (auto wrong = read_point(cell("latitude"), cell("longitude"), mention.point)) return wrong;
    const std::string_view specificity = cell("specificity"), city = cell("city"), province = cell("provstate"),
                           country = cell("country_txt");
    mention.country = codes_.country_of_name(country);
    if (!city.empty() && city != "Unknown")
      mention.name = city, mention.within = province, mention.precision = "city";
    else if (!province.empty() && province != "Unknown")
      mention.name = province, mention.within = country, mention.precision = "region";
    else
      mention.name = country, mention.precision = "country";
    if (mention.name.empty()) return std::nullopt;
    static constexpr std::string_view kMeanings[] = {"", "the centre of the district",
                                                     "the centre of the smallest region known",
                                                     "the centre of the province", "not known"};
    if (specificity.size() == 1 && specificity[0] >= '1' && specificity[0] <= '5')
      add_attribute(record, "geo", kMeanings[specificity[0] - '1']);
    if (cell("vicinity") == "1") add_attribute(record, "vicinity", "in the surroundings of the city");
    record.claim.place = std::move(mention);
    return std::nullopt;
  }

  std::size_t year_, month_, day_;
};

}  // namespace

const Format kGtd{"gtd", "Global Terrorism Database", "gtd", fits, has_header, make_table<Gtd>};

}  // namespace forewhen::dataset
