// SPDX-License-Identifier: Apache-2.0
// Any table with a header: what its columns are is said (--map) or guessed from their names, and shown. Dates are read
// as ISO 8601, EDTF or as people write them (dates.h), with their grain; what has two meanings is refused unless it is
// said.
#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "dataset/dates.h"
#include "dataset/table.h"
#include "forewhen/time/edtf.h"

namespace forewhen {
namespace dataset {
namespace {

struct Meaning {
  const char* name;
  std::vector<std::string_view> guesses;
};

const std::vector<Meaning>& meanings() {
  static const std::vector<Meaning> kAll{
      {"id", {"id", "event id", "eventid", "uid", "record id"}},
      {"date", {"date", "event date", "start date", "date start", "start", "time", "timestamp", "day"}},
      {"end", {"end date", "date end", "end"}},
      {"actor", {"actor", "actor1", "source", "source name", "subject", "perpetrator", "head", "side a"}},
      {"recipient", {"recipient", "actor2", "target", "target name", "object", "victim", "tail", "side b"}},
      {"party", {"party", "parties", "participants"}},
      {"type", {"type", "event type", "event", "relation", "category", "what"}},
      {"code", {"code", "cameo", "event code", "cameo code"}},
      {"place", {"place", "location", "city", "where", "town"}},
      {"within", {"within", "admin1", "province", "state", "region"}},
      {"country", {"country", "nation"}},
      {"lat", {"lat", "latitude", "y"}},
      {"lon", {"lon", "lng", "long", "longitude", "x"}},
      {"reported", {"reported", "published", "publication date", "date published", "report date"}},
      {"url", {"url", "link", "source url"}},
      {"text", {"text", "notes", "summary", "description", "title", "headline"}},
      {"version", {"version", "timestamp updated", "updated"}},
  };
  return kAll;
}

class AnyTable final : public Mapper {
 public:
  explicit AnyTable(const Context& context) : codes_(context.codes), set_(context.set), columns_(context.sample.first) {
    header_.assign(context.sample.first.begin(), context.sample.first.end());
    form_ = date_form(context.options.dates).value_or(DateForm::unambiguous);
    with_tabs_ = context.sample.delimiter == '\t';
    std::map<std::string, int> known;
    for (std::size_t i = 0; i < header_.size(); ++i) {
      std::string name(trimmed(header_[i]));
      if (name.empty()) name = fmt::format("column {}", i + 1);
      const int before = known[folded_column(name)]++;
      attributes_.push_back(before == 0 ? name : fmt::format("{} ({})", name, before + 1));
    }
  }

  Status take_columns(const std::map<std::string, std::string>& said) {
    for (const Meaning& meaning : meanings()) {
      const auto wanted = said.find(meaning.name);
      if (wanted != said.end()) {
        const std::size_t at = place_of(wanted->second);
        if (at == Columns::npos) {
          return Error{
              ErrorKind::usage,
              fmt::format("it has no column '{}'; its columns are {}", wanted->second, fmt::join(header_, ", ")), "",
              ""};
        }
        places_[meaning.name] = at;
        continue;
      }
      if (!said.empty()) continue;  // who says one says all
      for (const std::string_view guess : meaning.guesses) {
        const std::size_t at = columns_.find({guess});
        const bool free =
            std::none_of(places_.begin(), places_.end(), [at](const auto& taken) { return taken.second == at; });
        if (at == Columns::npos || !free) continue;
        places_[meaning.name] = at;
        break;
      }
    }
    for (const auto& [meaning, at] : places_) {
      if (!said.contains(meaning) && (meaning == "text" || meaning == "url")) continue;  // the others are attributes
      const bool numbered = said.contains(meaning) && said.at(meaning).starts_with('#');
      const std::string name = folded_column(header_[at]);
      const auto is_same = [&](const std::string& other) { return folded_column(other) == name; };
      if (!numbered && std::count_if(header_.begin(), header_.end(), is_same) > 1) {
        return Error{ErrorKind::refused, fmt::format("several of its columns are named '{}'", header_[at]), "",
                     fmt::format("say which: --map {}=#{},...", meaning, at + 1)};
      }
    }
    if (!places_.contains("date") ||
        (!places_.contains("type") && !places_.contains("code") && !places_.contains("text"))) {
      return Error{
          ErrorKind::refused,
          fmt::format("its columns do not say which is the date and which the event: {}", fmt::join(header_, ", ")), "",
          "name them: --map date=COLUMN,type=COLUMN,actor=COLUMN,..."};
    }
    return Done{};
  }

  std::string columns_taken() const override {
    std::string lines;
    for (const Meaning& meaning : meanings()) {
      if (const auto at = places_.find(meaning.name); at != places_.end())
        lines += fmt::format("{} = {}\n", meaning.name, header_[at->second]);
    }
    return lines;
  }

  std::optional<Fault> map(const Row& row, Record& record) override {
    if (auto wrong = check_width(row, columns_.size())) return wrong;
    const auto cell = [&](const char* name) {
      const auto at = places_.find(name);
      return at == places_.end() ? std::string_view() : given(plain(row.cell(at->second)));
    };
    unquoted_.clear();
    const std::string_view type = cell("type"), code = cell("code"), text = cell("text");
    const std::string_view title = codes_.cameo_title(code);
    const std::string_view phrase = !type.empty()    ? type
                                    : !title.empty() ? title
                                                     : text.substr(0, text.find_first_of(".\n"));
    if (phrase.empty()) return missing("what happened");
    const auto type_at = places_.find("type");
    set_text(record, row, type_at == places_.end() ? Span{} : row.span(type_at->second), phrase);
    if (places_.contains("id") && cell("id").empty()) return missing("the id");
    if (is_rounded(cell("id"))) return rounded("the id", cell("id"));
    set_id(record, set_, cell("id").empty() ? fmt::format("{:016x}", content_hash(row.text)) : std::string(cell("id")));
    if (auto wrong = date(cell("date"), cell("end"), record)) return wrong;
    if (const std::string_view reported = cell("reported"); !reported.empty()) {
      CalendarTime time;
      if (auto wrong = read_date("the date of the report", reported, form_, time)) return wrong;
      record.document.published = time;
      record.document.published_from = "data set";
    }
    if (const std::string_view version = cell("version"); !version.empty()) {
      const auto number = parse_integer(version);
      if (!number || *number < 0) return bad_number("the version", version);
      record.version = static_cast<std::uint64_t>(*number);
    }
    coded(code, type, record);
    people(record, Role::actor, cell("actor"));
    people(record, Role::recipient, cell("recipient"));
    people(record, Role::party, cell("party"));
    PlaceMention mention;
    const std::string latitude = with_point(cell("lat")), longitude = with_point(cell("lon"));
    if (auto wrong = read_point(latitude, longitude, mention.point)) return wrong;
    mention.name = cell("place"), mention.within = cell("within"), mention.precision = "city";
    if (mention.name.empty()) mention.name = mention.within, mention.within.clear(), mention.precision = "region";
    mention.country = country_of(cell("country"));
    if (mention.name.empty()) mention.name = cell("country"), mention.precision = "country";
    if (!mention.name.empty()) record.claim.place = std::move(mention);
    record.document.url = cell("url");
    if (phrase.data() != text.data()) record.document.title = text;
    for (std::size_t i = 0; i < header_.size(); ++i) {
      const bool taken = std::any_of(places_.begin(), places_.end(), [i](const auto& at) { return at.second == i; });
      if (!taken) add_attribute(record, attributes_[i], plain(row.cell(i)));
    }
    return std::nullopt;
  }

 private:
  // "Actor", or "#3" for the third column.
  std::size_t place_of(const std::string& said) const {
    const auto number = said.starts_with('#') ? parse_integer(std::string_view(said).substr(1)) : std::nullopt;
    if (!number) return columns_.find({said});
    return *number >= 1 && static_cast<std::size_t>(*number) <= header_.size() ? static_cast<std::size_t>(*number - 1)
                                                                               : Columns::npos;
  }

  // Spreadsheets quote cells of tables parted by tabs too, if they have a comma or a quote.
  std::string_view plain(std::string_view cell) {
    if (!with_tabs_ || cell.size() < 2 || cell.front() != '"' || cell.back() != '"') return cell;
    const std::string_view inner = cell.substr(1, cell.size() - 2);
    std::string text;
    for (std::size_t i = 0; i < inner.size(); ++i) {
      text += inner[i];
      if (inner[i] != '"') continue;
      if (i + 1 == inner.size() || inner[i + 1] != '"') return cell;  // not quoted so
      ++i;
    }
    return unquoted_.emplace_back(std::move(text));
  }

  // 60,39: degrees with a comma; there are no thousands of them.
  static std::string with_point(std::string_view degrees) {
    std::string text(degrees);
    if (const std::size_t comma = text.find(','); comma != std::string::npos && text.find('.') == std::string::npos)
      text[comma] = '.';
    return text;
  }

  std::optional<Fault> date(std::string_view begin, std::string_view end, Record& record) {
    if (begin.empty()) return missing("the date");
    if (const auto day = parse_day(begin); day && end.empty()) {
      record.claim.time = dated(*day, *day + 1, Grain::day, "column of the date");
      return std::nullopt;
    }
    CalendarTime first, last;
    const auto wrong = read_date("the date", begin, form_, first);
    if (wrong && end.empty()) {
      const auto edtf = parse_edtf(begin);
      if (!edtf) return wrong;
      ClaimTime time;
      time.when.bounds = bounds_of(*edtf);
      time.when.approximate = is_approximate(*edtf), time.when.uncertain = is_uncertain(*edtf);
      time.when.edtf = to_string(*edtf);
      time.rule = "column of the date";
      record.claim.time = std::move(time);
      return std::nullopt;
    }
    if (wrong) return wrong;
    if (end.empty()) {
      record.claim.time = dated(first, "column of the date");
      return std::nullopt;
    }
    if (auto no_end = read_date("the end", end, form_, last)) return no_end;
    if (last.extent().end < first.extent().end)
      return Fault{"date", fmt::format("the end {} lies before the date {}", end, begin)};
    ClaimTime time = dated(first, "columns of the date and the end");
    time.when.bounds.earliest_end = last.start;
    time.when.bounds.latest_end = last.extent().end;
    time.when.edtf += "/" + format_iso(last);
    record.claim.time = std::move(time);
    return std::nullopt;
  }

  void coded(std::string_view code, std::string_view type, Record& record) const {
    record.claim.code = code.empty() ? type : code;
    if (const auto plover = parse_plover(type); plover && *plover != PloverType::none) {
      record.claim.type = *plover;
      return;
    }
    std::string_view cameo = codes_.cameo_title(code).empty() ? codes_.cameo_of_title(type) : code;
    if (cameo.empty()) return;
    const TypeAndMode& plover = codes_.plover_of_cameo(cameo);
    record.claim.type = plover.type;
    record.claim.mode = plover.mode;
    record.claim.code = cameo;
  }

  std::string_view country_of(std::string_view said) const {
    if (const std::string_view by_name = codes_.country_of_name(said); !by_name.empty()) return by_name;
    return codes_.country_of_alpha3(said);
  }

  void people(Record& record, Role role, std::string_view names) const {
    for (const std::string_view part : split(names, ';')) {
      const std::string_view name = given(part);
      if (name.empty()) continue;
      const std::string_view country = codes_.country_of_name(name);
      add_participant(record, role, country.empty() ? ActorKind::unknown : ActorKind::country, name, country);
    }
  }

  const Codes& codes_;
  std::string set_;
  Columns columns_;
  std::vector<std::string> header_, attributes_;
  DateForm form_ = DateForm::unambiguous;
  bool with_tabs_ = false;
  std::deque<std::string> unquoted_;
  std::map<std::string, std::size_t> places_;
};

bool has_header(const Sample&) { return true; }

// A header that names a date and something else that is known.
int fits(const Sample& sample) {
  const Columns columns(sample.first);
  int known = 0;
  bool date = false;
  for (const Meaning& meaning : meanings()) {
    const bool there = std::any_of(meaning.guesses.begin(), meaning.guesses.end(),
                                   [&](std::string_view guess) { return columns.has(guess); });
    known += there;
    date = date || (there && std::string_view(meaning.name) == "date");
  }
  return date && known >= 3 ? 20 : 0;
}

Result<std::unique_ptr<Mapper>> make(const Context& context) {
  if (!date_form(context.options.dates)) {
    return Error{ErrorKind::usage, "there are no dates of the form '" + context.options.dates + "'", "--dates",
                 "dmy, mdy, excel or excel1904"};
  }
  if (context.sample.first.empty()) return Error{ErrorKind::refused, "it has no header", "", ""};
  auto mapper = std::make_unique<AnyTable>(context);
  if (Status taken = mapper->take_columns(context.options.columns); !taken) return taken.error();
  return std::unique_ptr<Mapper>(std::move(mapper));
}

}  // namespace

const Format kAnyTable{"csv", "any table with a header; its columns by --map, or guessed", "csv", fits, has_header,
                       make};

}  // namespace dataset

std::vector<std::string_view> column_meanings() {
  std::vector<std::string_view> names;
  for (const auto& meaning : dataset::meanings()) names.emplace_back(meaning.name);
  return names;
}

}  // namespace forewhen
