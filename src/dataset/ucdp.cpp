// SPDX-License-Identifier: Apache-2.0
// UCDP Georeferenced Event Dataset, by the names of its columns (41 to 49 of them). Rows carry their own interval.
// Sides of state-based and non-state violence are parties; one-sided violence has a doer.
#include <fmt/format.h>

#include "dataset/table.h"
#include "forewhen/time/civil.h"

namespace forewhen::dataset {
namespace {

bool has_header(const Sample& sample) {
  const Columns columns(sample.first);
  return columns.has("type_of_violence") && columns.has("date_start") && columns.has("side_a");
}
int fits(const Sample& sample) { return has_header(sample) ? 100 : 0; }

class Ucdp final : public NamedTable {
 public:
  using NamedTable::NamedTable;

 private:
  std::optional<Fault> map_cells(Record& record) override {
    const std::string_view id = cell("id");
    if (!is_digits(id)) return Fault{"id", fmt::format("id '{}' is no number", id.substr(0, 40))};
    set_id(record, set_, id);
    const std::string_view violence = cell("type_of_violence");
    if (violence != "1" && violence != "2" && violence != "3") {
      return Fault{"code", fmt::format("type_of_violence '{}' is none of 1, 2, 3", violence.substr(0, 20))};
    }
    set_text(record, row(), span("type_of_violence"),
             violence == "1"   ? "State-based violence"
             : violence == "2" ? "Non-state violence"
                               : "One-sided violence");
    record.claim.code = violence;
    record.claim.type = PloverType::assault;
    if (auto wrong = date(record)) return wrong;
    const bool one_sided = violence == "3";
    const std::string_view a = cell("side_a"), b = cell("side_b");
    if (a.empty()) return missing("side_a");
    side(record, one_sided ? Role::actor : Role::party, a);
    if (!b.empty()) side(record, one_sided ? Role::recipient : Role::party, b);
    if (auto wrong = where(record)) return wrong;
    if (auto wrong = numbers(record, {"low", "best", "high", "deaths_a", "deaths_b", "deaths_civilians",
                                      "deaths_unknown", "number_of_sources", "priogrid_gid"})) {
      return wrong;
    }
    texts(record, {"conflict_name", "dyad_name", "event_clarity", "source_office", "source_original"});
    record.document.title = cell("source_headline");
    const std::string_view reported = cell("source_date");  // of one source, or a list of them
    if (const auto day = parse_day(reported)) {
      record.document.published = CalendarTime{days(*day, *day + 1).begin, Grain::day};
      record.document.published_from = "data set";
    } else {
      add_attribute(record, "source_date", reported);
    }
    return std::nullopt;
  }

  std::optional<Fault> date(Record& record) {
    // Some releases write a time behind the day: 2016-01-01 00:00:00.000.
    const auto day_of = [](std::string_view text) {
      return text.size() > 10 && text.substr(10).find_first_not_of(" T:.0") == std::string_view::npos
                 ? parse_day(text.substr(0, 10))
                 : parse_day(text);
    };
    const std::string_view start = cell("date_start"), end = cell("date_end"), precision = cell("date_prec");
    const auto first = day_of(start), last = day_of(end);
    if (!first) return bad_date("date_start", start);
    if (!last) return bad_date("date_end", end);
    if (*last < *first) return Fault{"date", fmt::format("date_end {} lies before date_start {}", end, start)};
    if (!precision.empty() && (precision.size() != 1 || precision[0] < '1' || precision[0] > '5')) {
      return Fault{"number", fmt::format("date_prec '{}' is none of 1 to 5", precision.substr(0, 20))};
    }
    // 1 a day; 2 two to six days; 3 a week; 4 a month; 5 more.
    const Grain grain = precision == "1" || *first == *last    ? Grain::day
                        : precision == "2" || precision == "3" ? Grain::week
                        : precision == "4"                     ? Grain::month
                                                               : Grain::year;
    record.claim.time = dated(*first, *last + 1, grain, "date_start, date_end");
    const std::int64_t length = *last - *first + 1;
    if (length > 1) record.claim.time->when.edtf = dated(*first, *last + 1, Grain::day, "").when.edtf;
    if (precision == "1" && length != 1)
      add_attribute(record, "date", "date_prec says one day, the interval is longer");
    add_attribute(record, "date_prec", precision);
    return std::nullopt;
  }

  void side(Record& record, Role role, std::string_view name) {
    const std::string_view country = name.starts_with("Government of ") ? codes_.country_of_name(name.substr(14)) : "";
    add_participant(record, role, name == "Civilians" || name == "civilians" ? ActorKind::group : ActorKind::unknown,
                    name,
                    name == "Civilians" || name == "civilians" ? codes_.country_of_name(cell("country")) : country);
  }

  std::optional<Fault> where(Record& record) {
    PlaceMention mention;
    if (auto wrong = read_point(cell("latitude"), cell("longitude"), mention.point)) return wrong;
    const std::string_view precision = cell("where_prec");
    if (!precision.empty() && (precision.size() != 1 || precision[0] < '1' || precision[0] > '7')) {
      return Fault{"number", fmt::format("where_prec '{}' is none of 1 to 7", precision.substr(0, 20))};
    }
    mention.name = cell("where_coordinates");
    if (mention.name.empty()) mention.name = cell("adm_2");
    if (mention.name.empty()) mention.name = cell("adm_1");
    if (mention.name.empty()) mention.name = cell("country");
    if (mention.name.empty()) return std::nullopt;
    mention.within = cell("adm_1");
    if (mention.within == mention.name) mention.within = cell("country");
    mention.country = codes_.country_of_name(cell("country"));
    const char code = precision.empty() ? '1' : precision[0];
    mention.precision = code <= '2' ? "city" : code <= '5' ? "region" : "country";
    static constexpr std::string_view kMeanings[] = {"",
                                                     "within about 25 km",
                                                     "a point for the whole district",
                                                     "a point for the whole province",
                                                     "a line or an area",
                                                     "a point for the whole country",
                                                     "in international waters or airspace"};
    add_attribute(record, "geo", kMeanings[code - '1']);
    record.claim.place = std::move(mention);
    return std::nullopt;
  }
};

}  // namespace

const Format kUcdp{"ucdp",          "UCDP Georeferenced Event Dataset, 41 to 49 columns", "ucdp", fits, has_header,
                   make_table<Ucdp>};

}  // namespace forewhen::dataset
