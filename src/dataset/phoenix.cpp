// SPDX-License-Identifier: Apache-2.0
// Phoenix: 26 columns parted by tabs, the layout of the Phoenix pipeline; and the lines
// of KEDS and TABARI: date, source, target, code, perhaps a label. Codes are CAMEO's, or WEIS's where --format says so:
// the same digits mean other things there, so none is read as the other.
#include "dataset/phoenix.h"

#include <fmt/format.h>

#include "dataset/values.h"
#include "forewhen/time/civil.h"

namespace forewhen::dataset {
namespace {

constexpr std::size_t kPhoenixWidth = 26;

bool has_header(const Sample& sample) {
  const Columns columns(sample.first);
  return columns.size() == kPhoenixWidth && columns.has("SourceFull") && columns.has("EventCode");
}

int fits(const Sample& sample) {
  if (has_header(sample)) return 100;
  if (sample.first.size() != kPhoenixWidth || sample.delimiter != '\t') return 0;
  return parse_day(sample.first[1]) && sample.first[2].size() == 4 && is_digits(sample.first[2]) ? 80 : 0;
}

}  // namespace

void add_coded_actor(const Codes& codes, Record& record, Role role, std::string_view code, std::string_view sectors) {
  const std::string_view country = code.size() >= 3 ? codes.country_of_alpha3(code.substr(0, 3)) : std::string_view();
  const bool is_country = code.size() == 3 && !country.empty();
  Participant& participant =
      add_participant(record, role, is_country ? ActorKind::country : ActorKind::unknown, code, country, sectors);
  participant.code = code;
}

void set_cameo(const Codes& codes, Record& record, const Row& row, Span span, std::string_view code,
               std::string_view label) {
  const std::string_view title = codes.cameo_title(code);
  set_text(record, row, span,
           !title.empty()   ? title
           : !label.empty() ? label
                            : std::string_view("Event of an unknown code"));
  if (title.empty()) add_attribute(record, "code", "none of CAMEO");
  record.claim.code = code;
  const TypeAndMode& plover = codes.plover_of_cameo(code);
  if (title.empty()) return;
  record.claim.type = plover.type;
  record.claim.mode = plover.mode;
}

std::optional<Fault> read_phoenix_place(const Codes& codes, const PhoenixPlace& cells, Record& record) {
  PlaceMention mention;
  if (auto wrong = read_point(cells.latitude, cells.longitude, mention.point)) return wrong;
  mention.name = cells.name, mention.within = cells.state, mention.precision = "city";
  mention.country = codes.country_of_alpha3(cells.country);
  if (mention.country.empty()) mention.country = codes.country_of_name(cells.country);
  if (mention.name.empty()) mention.name = cells.state, mention.within = cells.country, mention.precision = "region";
  if (mention.name.empty()) mention.name = cells.country, mention.within.clear(), mention.precision = "country";
  if (!mention.name.empty()) record.claim.place = std::move(mention);
  return std::nullopt;
}

std::optional<Fault> read_phoenix_scale(std::string_view quad, std::string_view goldstein, Record& record) {
  if (!quad.empty() && !(quad.size() == 1 && quad[0] >= '0' && quad[0] <= '4'))
    return Fault{"code", fmt::format("QuadClass '{}' is none", quad.substr(0, 20))};
  if (!goldstein.empty() && !parse_decimal(goldstein)) return bad_number("Goldstein", goldstein);
  add_attribute(record, "goldstein", goldstein);
  add_attribute(record, "quad", quad);
  return std::nullopt;
}

namespace {

class Phoenix final : public Mapper {
 public:
  explicit Phoenix(const Context& context) : codes_(context.codes), set_(context.set) {}

  std::optional<Fault> map(const Row& row, Record& record) override {
    if (auto wrong = check_width(row, kPhoenixWidth)) return wrong;
    const auto cell = [&](std::size_t i) { return given(row.cells[i]); };
    if (cell(0).empty()) return missing("EventID");
    set_id(record, set_, cell(0));
    const auto day = parse_day(cell(1));
    if (!day) return bad_date("Date", cell(1));
    const CivilDate date = civil_from_days(*day);
    if (parse_integer(cell(2)) != date.year || !is_same(cell(3), date.month) || !is_same(cell(4), date.day)) {
      return Fault{"date", fmt::format("Date {} and Year, Month, Day '{} {} {}' disagree", cell(1),
                                       cell(2).substr(0, 10), cell(3).substr(0, 10), cell(4).substr(0, 10))};
    }
    record.claim.time = dated(*day, *day + 1, Grain::day, "date of the story");
    record.document.published = CalendarTime{days(*day, *day + 1).begin, Grain::day};
    record.document.published_from = "data set";
    const std::string_view code = cell(13);
    if (code.empty()) return missing("EventCode");
    if (auto wrong = check_root("RootCode", cell(14), "EventCode", code)) return wrong;
    set_cameo(codes_, record, row, row.span(13), code, "");
    if (auto wrong = read_phoenix_scale(cell(15), cell(16), record)) return wrong;
    if (!cell(5).empty())
      add_coded_actor(codes_, record, Role::actor, cell(5), joined_list(fmt::format("{};{}", cell(7), cell(8)), ';'));
    if (!cell(9).empty())
      add_coded_actor(codes_, record, Role::recipient, cell(9),
                      joined_list(fmt::format("{};{}", cell(11), cell(12)), ';'));
    if (cell(5).empty() && cell(9).empty()) return missing("source and target");
    record.mirror = mirror_of(cell(23), *day, code, cell(5), cell(9));
    if (auto wrong = read_phoenix_place(codes_, {cell(18), cell(19), cell(20), cell(21), cell(22)}, record))
      return wrong;
    add_attribute(record, "issues", cell(17));
    add_attribute(record, "sentences", cell(23));
    add_attribute(record, "publisher", cell(25));
    // Stories that tell the same on one day are one row.
    const std::string_view urls = cell(24);
    const std::size_t end_of_first = urls.find(';');
    record.document.url = trimmed(urls.substr(0, end_of_first));
    if (end_of_first != std::string_view::npos) add_attribute(record, "urls", joined_list(urls, ';'));
    return std::nullopt;
  }

 private:
  // "03" or "3".
  static bool is_same(std::string_view cell, int number) { return parse_integer(cell) == number; }

  const Codes& codes_;
  std::string set_;
};

Result<std::unique_ptr<Mapper>> make(const Context& context) {
  return std::unique_ptr<Mapper>(std::make_unique<Phoenix>(context));
}

// KEDS and TABARI.

// 950131, of the years 1930 to 2029; 19950131; 1995-01-31.
std::optional<std::int64_t> keds_day(std::string_view text) {
  if (text.size() != 6 || !is_digits(text)) return parse_day(text);
  return parse_day((text[0] >= '3' ? "19" : "20") + std::string(text));
}

int fits_keds(const Sample& sample) {
  const auto& cells = sample.first;
  if (sample.delimiter != '\t' || cells.size() < 4 || cells.size() > 6) return 0;
  const bool code = cells[3].size() >= 2 && cells[3].size() <= 4 && is_digits(cells[3].substr(0, 2));
  return keds_day(cells[0]) && code && !is_digits(cells[1]) ? 70 : 0;
}
int fits_weis(const Sample&) { return 0; }  // only where it is said
bool no_header(const Sample&) { return false; }

class Keds final : public Mapper {
 public:
  Keds(const Context& context, bool weis) : codes_(context.codes), set_(context.set), weis_(weis) {}

  std::optional<Fault> map(const Row& row, Record& record) override {
    if (row.cells.size() < 4) return Fault{"columns", "fewer than four columns"};
    const std::string_view date = trimmed(row.cells[0]), source = given(row.cells[1]), target = given(row.cells[2]),
                           code = given(row.cells[3]);
    std::string_view label = given(row.cell(4));
    if (label.size() >= 2 && label.front() == '(' && label.back() == ')') label = label.substr(1, label.size() - 2);
    const auto day = keds_day(date);
    if (!day) return bad_date("the date", date);
    if (code.empty() || code.size() > 5 || !is_digits(code.substr(0, 2)))
      return Fault{"code", fmt::format("'{}' is no code", code.substr(0, 20))};
    if (source.empty() && target.empty()) return missing("source and target");
    set_id(record, set_, fmt::format("{:016x}", content_hash(row.text)));
    record.claim.time = dated(*day, *day + 1, Grain::day, "date of the story");
    record.document.published = CalendarTime{days(*day, *day + 1).begin, Grain::day};
    record.document.published_from = "data set";
    if (weis_) {
      set_text(record, row, row.span(3), label.empty() ? "WEIS " + std::string(code) : std::string(label));
      record.claim.code = "WEIS:" + std::string(code);
    } else {
      set_cameo(codes_, record, row, row.span(3), code, label);
    }
    if (!source.empty()) add_coded_actor(codes_, record, Role::actor, source, "");
    if (!target.empty()) add_coded_actor(codes_, record, Role::recipient, target, "");
    add_attribute(record, "label", label);
    return std::nullopt;
  }

 private:
  const Codes& codes_;
  std::string set_;
  bool weis_;
};

Result<std::unique_ptr<Mapper>> make_keds(const Context& context) {
  return std::unique_ptr<Mapper>(std::make_unique<Keds>(context, false));
}
Result<std::unique_ptr<Mapper>> make_weis(const Context& context) {
  return std::unique_ptr<Mapper>(std::make_unique<Keds>(context, true));
}

}  // namespace

const Format kPhoenix{"phoenix", "Phoenix, 26 columns", "phoenix", fits, has_header, make};
const Format kKeds{"keds",   "KEDS, TABARI: date, source, target, code of CAMEO", "keds", fits_keds, no_header,
                   make_keds};
const Format kWeis{"weis",    "the same with codes of WEIS, which are never read as CAMEO's; never guessed",
                   "weis",    fits_weis,
                   no_header, make_weis};

}  // namespace forewhen::dataset
