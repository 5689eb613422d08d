// SPDX-License-Identifier: Apache-2.0
// Temporal knowledge graphs: head, relation, tail, time. With a header (source, relation, target, date, perhaps an id
// and a code of CAMEO), or without one: names with an ISO date, or numbers that entity2id.txt and relation2id.txt
// beside the file name and whose times are steps since a day that the file does not say.
#include <fmt/format.h>

#include <fstream>
#include <unordered_map>

#include "dataset/format.h"
#include "dataset/values.h"
#include "forewhen/time/civil.h"

namespace forewhen::dataset {
namespace {

struct Layout {
  std::size_t id = Columns::npos, date = Columns::npos, head = Columns::npos, relation = Columns::npos,
              tail = Columns::npos, code = Columns::npos, width = 0;
};

Layout named_layout(const Sample& sample) {
  const Columns columns(sample.first);
  Layout layout;
  layout.id = columns.find({"event id", "id"});
  layout.date = columns.find({"date", "time", "timestamp"});
  layout.head = columns.find({"source", "head", "subject", "actor"});
  layout.relation = columns.find({"relation", "predicate", "rel"});
  layout.tail = columns.find({"target", "tail", "object", "recipient"});
  layout.code = columns.find({"cameo", "cameo code", "code"});
  layout.width = columns.size();
  return layout;
}

bool has_names(const Sample& sample) {
  const Layout layout = named_layout(sample);
  return layout.date != Columns::npos && layout.head != Columns::npos && layout.relation != Columns::npos &&
         layout.tail != Columns::npos;
}

bool is_bare(const Sample& sample) {
  if (sample.delimiter != '\t' || sample.first.size() < 4 || sample.first.size() > 5) return false;
  const std::string_view time = trimmed(sample.first[3]);
  return parse_day(time) || (is_digits(trimmed(sample.first[0])) && is_digits(trimmed(sample.first[1])) &&
                             is_digits(trimmed(sample.first[2])) && is_digits(time));
}

int fits(const Sample& sample) {
  if (has_names(sample) && sample.first.size() <= 12) return 90;
  return is_bare(sample) ? 60 : 0;
}

using Names = std::unordered_map<std::int64_t, std::string>;  // by number; a file may leave some out

Result<Names> read_names(const std::string& path) {
  std::ifstream file(path);
  if (!file) {
    return Error{ErrorKind::refused, "its rows are numbers, and " + path + " is not there to name them", "",
                 "put it beside the file"};
  }
  Names names;
  std::string line;
  while (std::getline(file, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const auto cells = split(line, '\t');
    const auto number = cells.size() >= 2 ? parse_integer(trimmed(cells[1])) : std::nullopt;
    if (number) names.insert_or_assign(*number, std::string(trimmed(cells[0])));  // a first line may give the count
  }
  return names;
}

struct Clock {
  std::int64_t step = 0;   // seconds; 0: times are dates
  std::int64_t years = 0;  // or years a step
  Instant epoch;
};
constexpr std::int64_t kLongestStep = 1'000'000;  // of its unit
constexpr std::int64_t kLastYear = 9999;          // that a number of steps may reach

Result<Clock> read_clock(const DatasetOptions& options) {
  Clock clock;
  const std::string& step = options.time_step;
  const std::string_view digits = std::string_view(step).substr(0, step.empty() ? 0 : step.size() - 1);
  const std::int64_t number = parse_integer(digits).value_or(0);
  const std::int64_t unit = step.empty()         ? 0
                            : step.back() == 'm' ? 60
                            : step.back() == 'h' ? 3600
                            : step.back() == 'd' ? 86400
                                                 : 0;
  const bool years = !step.empty() && step.back() == 'y';
  const auto epoch = parse_iso(options.epoch.empty() ? "?" : options.epoch);
  if (number <= 0 || number > kLongestStep || (unit == 0 && !years) || (!epoch && !years)) {
    return Error{ErrorKind::usage, "its times are numbers of steps; how long a step is and when 0 was must be said", "",
                 "for instance --time-step 1h --epoch 2014-01-01"};
  }
  clock.step = unit * number;
  clock.years = years ? number : 0;
  if (epoch) clock.epoch = epoch->start;
  return clock;
}

class Quads final : public Mapper {
 public:
  Quads(const Context& context, Layout layout) : codes_(context.codes), set_(context.set), layout_(layout) {
    merge_mirrors_ = context.options.merge_mirrors;
  }
  Status read_numbers(const Context& context) {
    const std::size_t slash = context.sample.path.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : context.sample.path.substr(0, slash + 1);
    auto entities = read_names(folder + "entity2id.txt");
    if (!entities) return entities.error();
    auto relations = read_names(folder + "relation2id.txt");
    if (!relations) return relations.error();
    const auto clock = read_clock(context.options);
    if (!clock) return clock.error();
    entities_ = *std::move(entities), relations_ = *std::move(relations), clock_ = *clock;
    numbered_ = true;
    return Done{};
  }

  std::optional<Fault> map(const Row& row, Record& record) override {
    if (auto wrong = check_width(row, layout_.width ? layout_.width : row.cells.size())) return wrong;
    if (row.cells.size() < 4) return Fault{"columns", "fewer than four columns"};
    std::string_view head = trimmed(row.cell(layout_.head)), tail = trimmed(row.cell(layout_.tail)),
                     relation = trimmed(row.cell(layout_.relation));
    const std::string_view time = trimmed(row.cell(layout_.date));
    if (head.empty()) return missing("the head");
    if (relation.empty()) return missing("the relation");
    if (numbered_) {
      if (auto wrong = name(entities_, head)) return wrong;
      if (auto wrong = name(entities_, tail)) return wrong;
      if (auto wrong = name(relations_, relation)) return wrong;
    }
    if (auto wrong = date(time, record)) return wrong;
    set_text(record, row, row.span(layout_.relation), relation);
    const std::string_view id = trimmed(row.cell(layout_.id));
    if (layout_.id != Columns::npos && id.empty()) return missing("the id");
    if (is_rounded(id)) return rounded("the id", id);
    if (id.empty())
      set_id(record, set_,
             fmt::format("{:016x}", content_hash(fmt::format("{}\t{}\t{}\t{}", head, relation, tail, time))));
    else
      set_id(record, set_, id);
    code(row, relation, record);
    participant(record, Role::actor, head);
    if (!tail.empty()) participant(record, Role::recipient, tail);
    if (merge_mirrors_ && !tail.empty() && head != tail) {
      const bool ordered = head < tail;
      record.mirror =
          content_hash(fmt::format("{}\t{}\t{}\t{}", ordered ? head : tail, ordered ? tail : head, relation, time), 11);
    }
    return std::nullopt;
  }

 private:
  static std::optional<Fault> name(const Names& names, std::string_view& cell) {
    const auto number = parse_integer(cell);
    const auto known = number ? names.find(*number) : names.end();
    if (known == names.end() || known->second.empty())
      return Fault{"id", fmt::format("no name is known for number '{}'", cell)};
    cell = known->second;
    return std::nullopt;
  }

  std::optional<Fault> date(std::string_view time, Record& record) {
    if (numbered_) {
      const auto steps = parse_integer(time);
      const std::int64_t most = clock_.years != 0
                                    ? kLastYear / clock_.years
                                    : (start_of_day({kLastYear, 12, 31}) - clock_.epoch).count() / clock_.step;
      if (!steps || *steps < 0 || *steps > most) return bad_date("time", time);
      if (clock_.years != 0) {
        record.claim.time =
            dated(CalendarTime{start_of_day({*steps * clock_.years, 1, 1}), Grain::year}, "date of the quad");
        return std::nullopt;
      }
      // Steps that are whole days in the data mean days: ICEWS14 and ICEWS18 count hours and use every 24th.
      const std::int64_t begin = *steps * clock_.step;
      if (clock_.step >= 86400 || begin % 86400 == 0) {
        const std::int64_t day = days_from_civil(civil_of(clock_.epoch + seconds(begin)));
        record.claim.time = dated(day, day + 1, Grain::day, "date of the quad");
      } else {
        record.claim.time = dated(CalendarTime{clock_.epoch + seconds(begin), Grain::minute}, "date of the quad");
        record.claim.time->when.bounds =
            within({clock_.epoch + seconds(begin), clock_.epoch + seconds(begin + clock_.step)});
      }
      return std::nullopt;
    }
    if (const auto day = parse_day(time)) {
      record.claim.time = dated(*day, *day + 1, Grain::day, "date of the quad");
      return std::nullopt;
    }
    const auto parsed = parse_iso(time);
    if (!parsed) return bad_date("date", time);
    record.claim.time = dated(*parsed, "date of the quad");
    return std::nullopt;
  }

  void code(const Row& row, std::string_view relation, Record& record) {
    const std::string_view said = trimmed(row.cell(layout_.code));
    const std::string_view code = said.empty() ? codes_.cameo_of_title(relation) : said;
    record.claim.code = code.empty() ? relation : code;
    if (code.empty()) return;
    const TypeAndMode& plover = codes_.plover_of_cameo(code);
    record.claim.type = plover.type;
    record.claim.mode = plover.mode;
  }

  void participant(Record& record, Role role, std::string_view name) {
    std::string_view country = codes_.country_of_name(name);
    const ActorKind kind = country.empty() ? ActorKind::unknown : ActorKind::country;
    if (country.empty() && name.back() == ')') {  // "Citizen (Thailand)"
      const std::size_t open = name.rfind('(');
      if (open != std::string_view::npos)
        country = codes_.country_of_name(name.substr(open + 1, name.size() - open - 2));
    }
    add_participant(record, role, kind, name, country);
  }

  const Codes& codes_;
  std::string set_;
  Layout layout_;
  bool merge_mirrors_ = false, numbered_ = false;
  Names entities_, relations_;
  Clock clock_;
};

Result<std::unique_ptr<Mapper>> make(const Context& context) {
  Layout layout;
  const bool names = has_names(context.sample);
  if (names) {
    layout = named_layout(context.sample);
  } else {
    layout.head = 0, layout.relation = 1, layout.tail = 2, layout.date = 3;
  }
  auto mapper = std::make_unique<Quads>(context, layout);
  const auto& first = context.sample.first;
  if (!names && first.size() >= 4 && !parse_day(trimmed(first[3])) && is_digits(trimmed(first[0]))) {
    if (Status read = mapper->read_numbers(context); !read) return read.error();
  }
  return std::unique_ptr<Mapper>(std::move(mapper));
}

}  // namespace

const Format kQuads{"quads", "temporal knowledge graph: head, relation, tail, time", "quads", fits, has_names, make};

}  // namespace forewhen::dataset
