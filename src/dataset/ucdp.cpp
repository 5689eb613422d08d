// SPDX-License-Identifier: Apache-2.0
// UCDP Georeferenced Event Dataset, by the names of its columns (41 to 49 of them); releases without a header by the
// layout of 41 or 49 columns, if the fields are what they must be there. Rows carry their own interval. Sides of
// state-based and non-state violence are parties; one-sided violence has a doer.
#include <fmt/format.h>

#include <algorithm>

#include "dataset/table.h"
#include "forewhen/time/civil.h"

namespace forewhen::dataset {
namespace {

bool has_header(const Sample& sample) {
  const Columns columns(sample.first);
  return columns.has("type_of_violence") && columns.has("date_start") && columns.has("side_a");
}

constexpr std::string_view kNames49 =
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,"
    "dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,"
    "number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,"
    "where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,"
    "region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,"
    "low,gwnoa,gwnob";
constexpr std::string_view kNames41 =
    "id,year,active_year,type_of_violence,conflict_new_id,conflict_name,dyad_new_id,dyad_name,side_a_new_id,side_a,"
    "side_b_new_id,gwnob,side_b,number_of_sources,source_article,source_office,source_date,source_headline,"
    "source_original,where_prec,where_coordinates,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,"
    "country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,"
    "low,best,high";

// Names of the columns of a file without a header; nothing for another width.
std::vector<std::string_view> layout(std::size_t width) {
  if (width == 41) return split(kNames41, ',');
  if (width == 49) return split(kNames49, ',');
  return {};
}

// Some releases write a time behind the day: 2016-01-01 00:00:00.000.
std::optional<std::int64_t> day_of(std::string_view text) {
  return text.size() > 10 && text.substr(10).find_first_not_of(" T:.0") == std::string_view::npos
             ? parse_day(text.substr(0, 10))
             : parse_day(text);
}

bool is_one_of(std::string_view text, char first, char last) {
  return text.size() == 1 && text[0] >= first && text[0] <= last;
}

// Whether the fields that can be told by their looks stand where the layout has them.
bool is_row(const std::vector<std::string_view>& cells) {
  const Columns columns(layout(cells.size()));
  const auto cell = [&](const char* name) { return given(cells[columns.find({name})]); };
  if (columns.size() == 0 || !is_digits(cell("id")) || !is_one_of(cell("type_of_violence"), '1', '3')) return false;
  std::optional<GeoPoint> point;
  return is_one_of(cell("date_prec"), '1', '5') && is_one_of(cell("where_prec"), '1', '7') &&
         day_of(cell("date_start")) && day_of(cell("date_end")) && parse_integer(cell("year")) &&
         !read_point(cell("latitude"), cell("longitude"), point);
}

int fits(const Sample& sample) {
  if (has_header(sample)) return 100;
  return is_row(sample.first) && (sample.second.empty() || is_row(sample.second)) ? 90 : 0;
}

class Ucdp final : public NamedTable {
 public:
  explicit Ucdp(const Context& context)
      : NamedTable(context, has_header(context.sample) ? context.sample.first : layout(context.sample.first.size())),
        has_header_(has_header(context.sample)) {}

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
    if (auto wrong = estimates(record)) return wrong;
    if (auto wrong = numbers(record, {"deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "number_of_sources",
                                      "priogrid_gid"})) {
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
    const std::string_view start = cell("date_start"), end = cell("date_end"), precision = cell("date_prec");
    const auto first = day_of(start), last = day_of(end);
    if (!first) return bad_date("date_start", start);
    if (!last) return bad_date("date_end", end);
    if (*last < *first) return Fault{"date", fmt::format("date_end {} lies before date_start {}", end, start)};
    if (!precision.empty() && !is_one_of(precision, '1', '5')) {
      return Fault{"number", fmt::format("date_prec '{}' is none of 1 to 5", precision.substr(0, 20))};
    }
    if (!has_header_) {
      const auto year = parse_integer(cell("year"));
      if (!year || *year < civil_from_days(*first).year || *year > civil_from_days(*last).year) {
        return Fault{"date", fmt::format("year '{}' is not that of date_start {} and date_end {}",
                                         cell("year").substr(0, 20), start, end)};
      }
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

  // The lowest, best and highest estimate of deaths. Releases differ in the order of the three columns, and a header is
  // all that tells it. Whatever the order, a sound row has low <= best <= high; so where the layout gives that, its
  // reading is right, and else no name is given to any of the three.
  std::optional<Fault> estimates(Record& record) {
    if (has_header_) return numbers(record, {"low", "best", "high"});
    std::vector<double> values;
    for (const char* name : {"low", "best", "high"}) {
      const std::string_view value = cell(name);
      const auto number = parse_decimal(value);
      if (!value.empty() && !number) return bad_number(name, value);
      if (number) values.push_back(*number);
    }
    if (values.size() == 3 && std::is_sorted(values.begin(), values.end()))
      return numbers(record, {"low", "best", "high"});
    if (values.empty()) return std::nullopt;
    const std::size_t first = std::min({place("low"), place("best"), place("high")});
    add_attribute(record, "estimates of deaths",
                  fmt::format("{}; {}; {} (no header says which is the best)", row().cell(first), row().cell(first + 1),
                              row().cell(first + 2)));
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
    if (!precision.empty() && !is_one_of(precision, '1', '7')) {
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

  bool has_header_;
};

Result<std::unique_ptr<Mapper>> make(const Context& context) {
  const std::size_t width = context.sample.first.size();
  if (width != 0 && !has_header(context.sample) && layout(width).empty()) {
    return Error{ErrorKind::refused,
                 fmt::format("it has no header with type_of_violence, date_start and side_a, and {} columns where "
                             "releases without a header have 41 or 49",
                             width),
                 "", "put the header of its release before the first row"};
  }
  return std::unique_ptr<Mapper>(std::make_unique<Ucdp>(context));
}

}  // namespace

const Format kUcdp{"ucdp",     "UCDP Georeferenced Event Dataset, 41 to 49 columns, with or without a header",
                   "ucdp",     fits,
                   has_header, make};

}  // namespace forewhen::dataset
