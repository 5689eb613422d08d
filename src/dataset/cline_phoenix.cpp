// SPDX-License-Identifier: Apache-2.0
// The Cline Center's historical Phoenix data (25 columns with a header, comma separated): the codes of Phoenix, of
// stories since 1945 whose text is not given. A row names its story and no sentence, so no two of them are known to say
// the same.
#include <fmt/format.h>

#include "dataset/dates.h"
#include "dataset/phoenix.h"
#include "dataset/table.h"
#include "forewhen/time/civil.h"

namespace forewhen::dataset {
namespace {

bool has_header(const Sample& sample) {
  const Columns columns(sample.first);
  return columns.has("eid") && columns.has("story_date") && columns.has("source_root") && columns.has("target_root") &&
         columns.has("root_code");
}
int fits(const Sample& sample) { return has_header(sample) ? 100 : 0; }

class ClinePhoenix final : public NamedTable {
 public:
  using NamedTable::NamedTable;

 private:
  std::optional<Fault> map_cells(Record& record) override {
    const std::string_view id = cell("eid"), code = cell("code");
    if (id.empty()) return missing("eid");
    if (is_rounded(id)) return rounded("eid", id);
    set_id(record, set_, id);
    if (auto wrong = date(record)) return wrong;
    if (code.empty()) return missing("code");
    if (auto wrong = check_root("root_code", cell("root_code"), "code", code)) return wrong;
    set_cameo(codes_, record, row(), span("code"), code, "");
    if (auto wrong = read_phoenix_scale(cell("quad_class"), cell("goldstein"), record)) return wrong;
    if (cell("source").empty() && cell("target").empty()) return missing("source and target");
    for (const auto& [role, name, agent, others] : {std::tuple{Role::actor, "source", "source_agent", "source_others"},
                                                    {Role::recipient, "target", "target_agent", "target_others"}}) {
      if (cell(name).empty()) continue;
      const std::string sectors = joined_list(fmt::format("{};{}", cell(agent), cell(others)), ';');
      add_coded_actor(codes_, record, role, cell(name), sectors);
    }
    const PhoenixPlace place{cell("lat"), cell("lon"), cell("placename"), cell("statename"), cell("countryname")};
    if (auto wrong = read_phoenix_place(codes_, place, record)) return wrong;
    texts(record, {"joined_issues", "aid", "process"});
    return std::nullopt;
  }

  // year, month and day are what counts; story_date says the same, in one of the forms of its releases.
  std::optional<Fault> date(Record& record) {
    const auto year = parse_integer(cell("year")), month = parse_integer(cell("month")),
               day = parse_integer(cell("day"));
    const bool sound = year && month && day && *year > 0 && *year < 10000 && *month >= 1 && *month <= 12 && *day >= 1 &&
                       *day <= 31 && is_valid({*year, static_cast<int>(*month), static_cast<int>(*day)});
    if (!sound) {
      return Fault{"date", fmt::format("year, month, day '{} {} {}' are no date", cell("year").substr(0, 10),
                                       cell("month").substr(0, 10), cell("day").substr(0, 10))};
    }
    const std::int64_t begin = days_from_civil({*year, static_cast<int>(*month), static_cast<int>(*day)});
    CalendarTime story;
    if (auto wrong = read_date("story_date", cell("story_date"), DateForm::month_first, story)) return wrong;
    if (story.start != days(begin, begin + 1).begin)
      return Fault{"date", fmt::format("story_date '{}' and year, month, day disagree", cell("story_date"))};
    record.claim.time = dated(begin, begin + 1, Grain::day, "date of the story");
    record.document.published = CalendarTime{story.start, Grain::day};
    record.document.published_from = "data set";
    return std::nullopt;
  }
};

}  // namespace

const Format kClinePhoenix{"cline-phoenix", "Phoenix of the Cline Center, 25 columns",
                           "cline-phoenix", fits,
                           has_header,      make_table<ClinePhoenix>};

}  // namespace forewhen::dataset
