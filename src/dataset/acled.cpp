// SPDX-License-Identifier: Apache-2.0
// ACLED, by the names of its columns, so that the layouts before and after 2023 are both read. Its two actors carry no
// direction: they are parties. Rows change: `timestamp` is their version, and the feed of deleted ids takes rows away.
#include <fmt/format.h>

#include "dataset/dates.h"
#include "dataset/table.h"
#include "forewhen/time/civil.h"

namespace forewhen::dataset {
namespace {

bool has_header(const Sample& sample) {
  const Columns columns(sample.first);
  return columns.has("event_id_cnty") && columns.has("event_date") && columns.has("actor1");
}
int fits(const Sample& sample) { return has_header(sample) ? 100 : 0; }

// "16 May 2025" of the older interface, else 2025-05-16.
std::optional<std::int64_t> day_of(std::string_view text) {
  const auto day = parse_day(text);
  return day ? day : parse_worded_day(text);
}

// Seconds since 1970, as versions of rows are: more than 0, and no year past 9999.
std::optional<CalendarTime> read_timestamp(std::string_view text) {
  const auto number = parse_integer(text);
  if (!number || *number <= 0 || Instant(seconds(*number)) >= start_of_day({10000, 1, 1})) return std::nullopt;
  return CalendarTime{Instant(seconds(*number)), Grain::minute};
}
std::uint64_t version_of(const CalendarTime& timestamp) {
  return static_cast<std::uint64_t>(timestamp.start.time_since_epoch().count());
}

std::string_view sector_of(std::string_view inter) {
  static constexpr std::string_view kNames[] = {
      "State forces", "Rebel group", "Political militia", "Identity militia",
      "Rioters",      "Protesters",  "Civilians",         "External/Other forces"};
  return inter.size() == 1 && inter[0] >= '1' && inter[0] <= '8' ? kNames[inter[0] - '1'] : inter == "0" ? "" : inter;
}

class Acled final : public NamedTable {
 public:
  using NamedTable::NamedTable;

 private:
  std::optional<Fault> map_cells(Record& record) override {
    const std::string_view id = cell("event_id_cnty");
    if (id.empty()) return missing("event_id_cnty");
    if (id.find_first_of(" \t,;") != std::string_view::npos)
      return Fault{"id", fmt::format("event_id_cnty '{}' is no id", id.substr(0, 40))};
    set_id(record, set_, id);
    if (auto wrong = date(record)) return wrong;
    const std::string_view timestamp = cell("timestamp");
    if (!timestamp.empty()) {
      record.document.published = read_timestamp(timestamp);
      if (!record.document.published) return bad_number("timestamp", timestamp);
      record.version = version_of(*record.document.published);
      record.document.published_from = "data set";
    }
    if (auto wrong = type(record)) return wrong;
    for (const auto& [actor, associates, inter] :
         {std::tuple{"actor1", "assoc_actor_1", "inter1"}, std::tuple{"actor2", "assoc_actor_2", "inter2"}}) {
      const std::string_view name = cell(actor);
      if (!name.empty()) party(record, name, sector_of(cell(inter)));
      for (const std::string_view associate : split(cell(associates), ';')) {
        if (!given(associate).empty()) party(record, given(associate), "associated");
      }
    }
    if (auto wrong = read_place(record)) return wrong;
    if (auto wrong = numbers(record, {"fatalities"})) return wrong;
    record.document.title = cell("notes");
    texts(record,
          {"disorder_type", "civilian_targeting", "source", "source_scale", "tags", "admin1", "admin2", "admin3"});
    return std::nullopt;
  }

  std::optional<Fault> date(Record& record) {
    const std::string_view text = cell("event_date"), precision = cell("time_precision");
    const auto day = day_of(text);
    if (!day) return bad_date("event_date", text);
    const std::string_view year = cell("year");
    if (!year.empty() && year != fmt::format("{:04}", civil_from_days(*day).year)) {
      return Fault{"date", fmt::format("event_date '{}' is not in the year '{}'", text, year.substr(0, 20))};
    }
    if (precision.empty() || precision == "1") {
      record.claim.time = dated(*day, *day + 1, Grain::day, "event_date");
    } else if (precision == "2") {
      record.claim.time = dated(*day - 3, *day + 4, Grain::week, "event_date, known to the week");
    } else if (precision == "3") {
      CivilDate first = civil_from_days(*day);
      first.day = 1;
      record.claim.time = dated(days_from_civil(first), days_from_civil(add_months(first, 1)), Grain::month,
                                "event_date, known to the month");
    } else {
      return Fault{"number", fmt::format("time_precision '{}' is none of 1, 2, 3", precision.substr(0, 20))};
    }
    if (precision == "2" || precision == "3") record.claim.time->when.approximate = true;
    add_attribute(record, "time_precision", precision);
    return std::nullopt;
  }

  std::optional<Fault> type(Record& record) {
    const std::string_view type = cell("event_type"), sub_type = cell("sub_event_type");
    if (type.empty()) return missing("event_type");
    set_text(record, row(), span("sub_event_type"), sub_type.empty() ? type : sub_type);
    record.claim.code = sub_type.empty() ? std::string(type) : fmt::format("{}/{}", type, sub_type);
    const TypeAndMode* plover = codes_.plover_of_acled(sub_type);
    if (!plover) {
      add_attribute(record, "code", "none of ACLED's types");
      return std::nullopt;
    }
    record.claim.type = plover->type;
    record.claim.mode = plover->mode;
    return std::nullopt;
  }

  void party(Record& record, std::string_view name, std::string_view sectors) {
    std::string_view country;
    const std::size_t open = name.rfind('(');  // "Protesters (India)"
    if (open != std::string_view::npos && name.back() == ')')
      country = codes_.country_of_name(name.substr(open + 1, name.size() - open - 2));
    add_participant(record, Role::party, ActorKind::unknown, name, country, sectors);
  }

  std::optional<Fault> read_place(Record& record) {
    PlaceMention mention;
    if (auto wrong = read_point(cell("latitude"), cell("longitude"), mention.point)) return wrong;
    const std::string_view precision = cell("geo_precision");
    if (!precision.empty() && precision != "1" && precision != "2" && precision != "3") {
      return Fault{"number", fmt::format("geo_precision '{}' is none of 1, 2, 3", precision.substr(0, 20))};
    }
    mention.name = cell("location");
    if (mention.name.empty()) mention.name = cell("admin1");
    if (mention.name.empty()) return std::nullopt;
    mention.within = cell("admin1");
    if (mention.within == mention.name) mention.within = cell("country");
    mention.country = codes_.country_of_name(cell("country"));
    mention.precision = precision == "3" ? "region" : "city";
    if (precision == "2") add_attribute(record, "geo", "near the place, or a part of the region");
    if (precision == "3") add_attribute(record, "geo", "a point for the whole region");
    record.claim.place = std::move(mention);
    return std::nullopt;
  }
};

// The feed of deleted rows: event_id_cnty and deleted_timestamp.

bool has_deleted_header(const Sample& sample) {
  const Columns columns(sample.first);
  return columns.has("event_id_cnty") && columns.has("deleted_timestamp");
}
int fits_deleted(const Sample& sample) { return has_deleted_header(sample) ? 100 : 0; }

class AcledDeleted final : public NamedTable {
 public:
  using NamedTable::NamedTable;

 private:
  std::optional<Fault> map_cells(Record& record) override {
    const std::string_view id = cell("event_id_cnty"), when = cell("deleted_timestamp");
    if (id.empty()) return missing("event_id_cnty");
    record.document.published = read_timestamp(when);
    if (!record.document.published) return bad_number("deleted_timestamp", when);
    set_id(record, set_, id);
    record.version = version_of(*record.document.published);
    record.kind = RowKind::deletion;
    record.document.published_from = "data set";
    return std::nullopt;
  }
};

}  // namespace

const Format kAcled{
    "acled", "ACLED, comma separated, layouts before and after 2023", "acled", fits, has_header, make_table<Acled>};
const Format kAcledDeleted{"acled-deleted",    "ACLED's feed of deleted ids", "acled", fits_deleted,
                           has_deleted_header, make_table<AcledDeleted>};

}  // namespace forewhen::dataset
