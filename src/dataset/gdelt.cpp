// SPDX-License-Identifier: Apache-2.0
// GDELT events 1.0 (57 columns, 58 with a source) and 2.0 (61): parted by tabs, no header, no quotes. SQLDATE is often
// the day of the report shifted by exactly a week, a month or a year, when a text names an anniversary; such dates are
// marked uncertain. Names of kinds of people ("POLICE") are kept apart by country, and are nobody where none is given.
#include <fmt/format.h>

#include "dataset/format.h"
#include "dataset/gdelt_values.h"
#include "dataset/values.h"
#include "forewhen/time/civil.h"

namespace forewhen::dataset {
namespace {

// Columns that both versions share, and those behind the places, which have one column more in 2.0.
enum Column : std::size_t {
  kId = 0,
  kDay = 1,
  kActor1 = 5,
  kActor2 = 15,
  kIsRoot = 25,
  kCode = 26,
  kBase = 27,
  kRoot = 28,
  kQuad = 29,
  kGoldstein = 30,
  kMentions = 31,
  kSources = 32,
  kArticles = 33,
  kTone = 34,
  kPlaces = 35,
};
// Within an actor.
enum Part : std::size_t {
  kActorCode = 0,
  kName = 1,
  kCountry = 2,
  kKnownGroup = 3,
  kEthnic = 4,
  kReligion1 = 5,
  kReligion2 = 6,
  kType1 = 7,
  kType2 = 8,
  kType3 = 9
};

bool is_width(std::size_t columns) { return columns == 57 || columns == 58 || columns == 61; }

bool has_header(const Sample& sample) {
  return !sample.first.empty() && folded_column(sample.first[0]) == "globaleventid" && is_width(sample.first.size());
}

int fits(const Sample& sample) {
  if (has_header(sample)) return 100;
  if (!is_width(sample.first.size())) return 0;
  return is_digits(sample.first[0]) && parse_day(sample.first[1]) ? 95 : 0;
}

class Gdelt final : public Mapper {
 public:
  explicit Gdelt(const Context& context)
      : codes_(context.codes), set_(context.set), width_(context.sample.first.size()) {
    if (!is_width(width_)) width_ = 61;
    geo_width_ = width_ == 61 ? 8 : 7;
    added_ = kPlaces + 3 * geo_width_;
  }

  std::optional<Fault> map(const Row& row, Record& record) override {
    // Version 1.0 got its last column in April 2013, and files that span the change have rows of both widths.
    const bool first_version = width_ != 61 && (row.cells.size() == 57 || row.cells.size() == 58);
    if (!first_version) {
      if (auto wrong = check_width(row, width_)) return wrong;
    }
    if (!is_digits(row.cells[kId]))
      return Fault{"id", fmt::format("GLOBALEVENTID '{}' is no number", row.cells[kId].substr(0, 40))};
    const auto day = parse_day(row.cells[kDay]);
    if (!day) return bad_date("SQLDATE", row.cells[kDay]);
    const std::string_view added_cell = row.cells[added_];
    const auto moment = read_gdelt_moment(added_cell);
    const auto added = moment                  ? parse_day(added_cell.substr(0, 8))
                       : is_digits(added_cell) ? parse_day(added_cell)
                                               : std::nullopt;
    if (!added) return bad_date("DATEADDED", added_cell);
    set_id(record, set_, row.cells[kId]);
    if (auto wrong = code(row, record)) return wrong;
    date(*day, *added, record);
    record.document.published = moment ? *moment : CalendarTime{days(*added, *added + 1).begin, Grain::day};
    record.document.published_from = "data set";
    record.version = 0;
    for (const auto& [column, name] : {std::pair<std::size_t, const char*>{kGoldstein, "goldstein"},
                                       {kMentions, "mentions"},
                                       {kSources, "sources"},
                                       {kArticles, "articles"},
                                       {kTone, "tone"}}) {
      const std::string_view cell = row.cells[column];
      if (!cell.empty() && !parse_decimal(cell)) return bad_number(name, cell);
      add_attribute(record, name, cell);
    }
    actor(row, kActor1, Role::actor, record);
    actor(row, kActor2, Role::recipient, record);
    if (auto wrong = place(row, kPlaces + 2 * geo_width_, record)) return wrong;
    if (row.cells.size() != 57) record.document.url = row.cells.back();
    return std::nullopt;
  }

 private:
  std::optional<Fault> code(const Row& row, Record& record) const {
    const std::string_view code = trimmed(row.cells[kCode]), root = trimmed(row.cells[kRoot]);
    if (code.empty()) return missing("EventCode");
    const std::string_view title = codes_.cameo_title(code);
    if (auto wrong = check_root("EventRootCode", root, "EventCode", code)) return wrong;
    const std::string_view quad = row.cells[kQuad];
    if (!(quad.size() == 1 && quad[0] >= '1' && quad[0] <= '4'))
      return Fault{"code", fmt::format("QuadClass '{}' is none", quad.substr(0, 20))};
    set_text(record, row, row.span(kCode), title.empty() ? std::string_view("Event of an unknown code") : title);
    if (title.empty()) add_attribute(record, "code", "none of CAMEO");
    record.claim.code = code;
    const TypeAndMode& plover = codes_.plover_of_cameo(code);
    record.claim.type = plover.type;
    record.claim.mode = plover.mode;
    add_attribute(record, "quad", quad);
    add_attribute(record, "root event", row.cells[kIsRoot]);
    return std::nullopt;
  }

  static void date(std::int64_t day, std::int64_t added, Record& record) {
    record.claim.time = dated(day, day + 1, Grain::day, "SQLDATE");
    const CivilDate event = civil_from_days(day), report = civil_from_days(added);
    const char* suspect = nullptr;
    if (day > added)
      suspect = "after its report";
    else if (added - day == 7)
      suspect = "a week before its report: perhaps that of the report";
    else if (day != added && add_months(event, 1) == report)
      suspect = "a month before its report: perhaps that of the report";
    else if (day != added && event.month == report.month && event.day == report.day)
      suspect = "years before its report: perhaps that of the report";
    else if (event.year < report.year && (added - day) % 365 <= 1 && added - day >= 364)
      suspect = "years before its report: perhaps that of the report";
    if (!suspect) return;
    record.claim.time->when.uncertain = true;
    record.claim.time->when.edtf += '?';
    add_attribute(record, "date", suspect);
  }

  void actor(const Row& row, std::size_t first, Role role, Record& record) {
    const auto part = [&](Part p) { return row.cells[first + p]; };
    const std::string_view code = part(kActorCode), name = part(kName), country_code = part(kCountry);
    if (code.empty() && name.empty()) return;
    const std::string_view country = codes_.country_of_alpha3(country_code);
    std::string sectors;
    for (const Part p : {kType1, kType2, kType3, kKnownGroup, kEthnic, kReligion1, kReligion2}) {
      if (part(p).empty()) continue;
      if (!sectors.empty()) sectors += ';';
      sectors += part(p);
    }
    const bool is_country = !country_code.empty() && code == country_code;
    const bool is_kind = !part(kType1).empty() && part(kKnownGroup).empty();
    ActorKind kind = ActorKind::unknown;
    name_.assign(name.empty() ? code : name);
    if (is_country) {
      kind = ActorKind::country;
    } else if (is_kind) {
      kind = ActorKind::group;
      if (!country_code.empty()) name_.append(" (").append(country_code).append(")");
    }
    Participant& participant = add_participant(record, role, kind, name_, country, sectors);
    participant.code = code;
    participant.text = name.empty() ? code : name;
  }

  std::optional<Fault> place(const Row& row, std::size_t first, Record& record) const {
    const std::size_t latitude = first + geo_width_ - 3;
    const GdeltPlace cells{row.cells[first], row.cells[first + 1], row.cells[first + 2], row.cells[latitude],
                           row.cells[latitude + 1]};
    if (auto wrong = read_gdelt_place(cells, codes_, record.claim.place)) return wrong;
    if (!record.claim.place || !record.claim.place->point) return std::nullopt;
    if (record.claim.place->precision != "city")
      add_attribute(record, "geo", fmt::format("a point for the whole {}", record.claim.place->precision));
    return std::nullopt;
  }

  const Codes& codes_;
  std::string set_, name_;
  std::size_t width_, geo_width_, added_;
};

Result<std::unique_ptr<Mapper>> make(const Context& context) {
  return std::unique_ptr<Mapper>(std::make_unique<Gdelt>(context));
}

}  // namespace

const Format kGdelt{"gdelt", "GDELT events 1.0 and 2.0, 57, 58 or 61 columns", "gdelt", fits, has_header, make};

}  // namespace forewhen::dataset
