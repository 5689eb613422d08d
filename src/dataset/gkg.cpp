// SPDX-License-Identifier: Apache-2.0
// GDELT's Global Knowledge Graph: 2.x (27 columns) has a row for each document, 1.0 (11 columns) one for each set of
// names that documents of a day share. A row becomes a document with the people, organisations and places it names; it
// tells no event, and none is made up for it. The list of counts of 1.0 says how many were hurt or arrested and nothing
// else that is not in the graph of the same day; it is known, counted and refused.
#include <fmt/format.h>

#include <set>

#include "dataset/format.h"
#include "dataset/gdelt_values.h"
#include "dataset/values.h"
#include "forewhen/model/event.h"

namespace forewhen::dataset {
namespace {

// Of 2.x.
enum Column : std::size_t {
  kId = 0,
  kMoment = 1,
  kCollection = 2,
  kSource = 3,
  kAddress = 4,
  kCounts = 5,
  kThemes = 7,
  kPlaces = 9,
  kPlacesWithOffsets = 10,
  kPeople = 11,
  kPeopleWithOffsets = 12,
  kBodies = 13,
  kBodiesWithOffsets = 14,
  kTone = 15,
  kQuotations = 22,
  kTranslation = 25,
  kExtras = 26,
  kColumns = 27,
};
// Of 1.0.
enum OldColumn : std::size_t {
  kOldDay = 0,
  kOldArticles = 1,
  kOldCounts = 2,
  kOldThemes = 3,
  kOldPlaces = 4,
  kOldPeople = 5,
  kOldBodies = 6,
  kOldTone = 7,
  kOldEvents = 8,
  kOldSources = 9,
  kOldAddresses = 10,
  kOldColumns = 11,
};

bool is_count_list(const Sample& sample) {
  const Columns columns(sample.first);
  return columns.has("NUMARTS") && columns.has("COUNTTYPE");
}
int fits_counts(const Sample& sample) { return is_count_list(sample) ? 100 : 0; }

bool has_header(const Sample& sample) {
  const Columns columns(sample.first);
  return columns.has("GKGRECORDID") || (columns.has("DATE") && columns.has("NUMARTS") && columns.has("THEMES"));
}

int fits(const Sample& sample) {
  if (has_header(sample)) return 100;
  const auto& cells = sample.first;
  // 20150218230000-12, or -T12 of what was translated
  if (cells.size() == kColumns)
    return read_gdelt_moment(cells[kMoment]) && cells[kId].starts_with(cells[kMoment]) ? 95 : 0;
  if (cells.size() != kOldColumns || sample.delimiter != '\t') return 0;
  const auto tone = split(cells[kOldTone], ',');
  const bool first_version =
      parse_day(cells[kOldDay]) && is_digits(cells[kOldArticles]) && tone.size() >= 6 && parse_decimal(tone[0]);
  return first_version ? 95 : 0;
}

class KnowledgeGraph final : public Mapper {
 public:
  explicit KnowledgeGraph(const Context& context) : codes_(context.codes), set_(context.set) {}

  std::optional<Fault> map(const Row& row, Record& record) override {
    seen_.clear();
    if (row.cells.size() == kOldColumns) return map_first_version(row, record);
    if (auto wrong = check_width(row, kColumns)) return wrong;
    const auto cell = [&](Column column) { return trimmed(row.cells[column]); };
    const auto moment = read_gdelt_moment(cell(kMoment));
    if (!moment) return bad_date("DATE", cell(kMoment));
    if (!cell(kId).starts_with(cell(kMoment)) || cell(kId).size() < cell(kMoment).size() + 2)
      return Fault{"id", fmt::format("GKGRECORDID '{}' is none of its DATE", cell(kId).substr(0, 40))};
    const std::string_view collection = gdelt_source_kind(cell(kCollection));
    if (collection.empty())
      return Fault{"number", fmt::format("SourceCollectionIdentifier '{}' is none", cell(kCollection).substr(0, 20))};
    if (cell(kAddress).empty()) return missing("DocumentIdentifier");
    set_text(record, row, row.span(kAddress), "document");
    set_id(record, set_, cell(kId));
    record.document.published = *moment;
    if (collection == "web") record.document.url = cell(kAddress);
    record.document.title = title_in(cell(kExtras));
    if (record.document.title.empty())
      record.document.title =
          collection == "web" ? cell(kSource) : fmt::format("{}: {}", cell(kSource), cell(kAddress));
    record.claim.attributed_to = cell(kSource);
    add_attribute(record, "kind of source", collection);
    if (auto wrong = common(record, cell(kThemes), cell(kTone), cell(kCounts))) return wrong;
    add_attribute(record, "translation", cell(kTranslation));
    for (const Column column : {kPeopleWithOffsets, kPeople}) {
      if (auto wrong = named(record, cell(column), ActorKind::person, column == kPeopleWithOffsets)) return wrong;
    }
    for (const Column column : {kBodiesWithOffsets, kBodies}) {
      if (auto wrong = named(record, cell(column), ActorKind::organisation, column == kBodiesWithOffsets)) return wrong;
    }
    const bool with_offsets = !cell(kPlacesWithOffsets).empty();
    return places(record, cell(with_offsets ? kPlacesWithOffsets : kPlaces), with_offsets);
  }

 private:
  std::optional<Fault> map_first_version(const Row& row, Record& record) {
    const auto cell = [&](OldColumn column) { return trimmed(row.cells[column]); };
    const auto day = parse_day(cell(kOldDay));
    if (!day) return bad_date("DATE", cell(kOldDay));
    if (!is_digits(cell(kOldArticles))) return bad_number("NUMARTS", cell(kOldArticles));
    if (cell(kOldAddresses).empty()) return missing("SOURCEURLS");
    set_text(record, row, row.span(kOldAddresses), "document");
    // Such rows have no id: the documents that they are of, and their names, are what tells them apart.
    set_id(record, set_, fmt::format("{}-{:016x}", cell(kOldDay), content_hash(row.text)));
    record.document.published = CalendarTime{days(*day, *day + 1).begin, Grain::day};
    record.document.url = cell(kOldAddresses).substr(0, cell(kOldAddresses).find("<UDIV>"));
    record.document.title = joined_list(cell(kOldSources), ';');
    record.claim.attributed_to = record.document.title;
    add_attribute(record, "articles", cell(kOldArticles));
    if (cell(kOldAddresses).size() > record.document.url.size()) {
      add_attribute(record, "addresses", with_blanks(cell(kOldAddresses)));
    }
    add_attribute(record, "events", joined_list(cell(kOldEvents), ','));
    if (auto wrong = common(record, cell(kOldThemes), cell(kOldTone), cell(kOldCounts))) return wrong;
    if (auto wrong = named(record, cell(kOldPeople), ActorKind::person, false)) return wrong;
    if (auto wrong = named(record, cell(kOldBodies), ActorKind::organisation, false)) return wrong;
    return places(record, cell(kOldPlaces), false);
  }

  std::optional<Fault> common(Record& record, std::string_view themes, std::string_view tone, std::string_view counts) {
    record.kind = RowKind::document;
    record.document.published_from = "data set";
    const auto tones = split(tone, ',');
    for (const std::string_view number : tones) {
      if (!tone.empty() && !parse_decimal(number)) return bad_number("the tone", number);
    }
    std::string all;
    std::set<std::string_view> unique;
    for (const std::string_view theme : split(themes, ';')) {
      if (!theme.empty() && unique.insert(theme).second) (all += all.empty() ? "" : " ") += theme;
    }
    add_attribute(record, "themes", all);
    add_attribute(record, "tone", tones[0]);
    add_attribute(record, "counts", joined_list(counts, ';'));
    return std::nullopt;
  }

  // "Mara Quist,147;Tilda Brok,313": each name once, as it was first written.
  std::optional<Fault> named(Record& record, std::string_view list, ActorKind kind, bool with_offsets) {
    for (const std::string_view item : split(list, ';')) {
      if (item.empty()) continue;
      const std::size_t comma = with_offsets ? item.rfind(',') : std::string_view::npos;
      const std::string_view name = given(item.substr(0, comma));
      if (with_offsets && (comma == std::string_view::npos || !is_digits(item.substr(comma + 1))))
        return Fault{"list", fmt::format("'{}' is no name with its place in the text", item.substr(0, 60))};
      if (name.empty() || !seen_.insert(normalised_name(name)).second) continue;
      add_participant(record, Role::party, kind, name);
    }
    return std::nullopt;
  }

  // type#name#country#adm1#[adm2#]latitude#longitude#feature[#offset]
  std::optional<Fault> places(Record& record, std::string_view list, bool with_offsets) {
    std::set<std::pair<std::string, std::string>> unique;
    for (const std::string_view item : split(list, ';')) {
      if (item.empty()) continue;
      const auto parts = split(item, '#');
      const std::size_t least = with_offsets ? 8 : 7;
      if (parts.size() < least || parts.size() > least + 1)
        return Fault{"list", fmt::format("'{}' is no place of this format", item.substr(0, 60))};
      const std::size_t latitude = parts.size() - (with_offsets ? 4 : 3);
      // The first files repeat one country for all places of a document; the district's code begins with the right one.
      const std::string_view country = parts[3].size() >= 2 ? parts[3].substr(0, 2) : parts[2];
      std::optional<PlaceMention> place;
      const GdeltPlace cells{parts[0], parts[1], country, parts[latitude], parts[latitude + 1]};
      if (auto wrong = read_gdelt_place(cells, codes_, place)) return wrong;
      if (place && unique.emplace(place->name, place->country).second) record.places.push_back(*std::move(place));
    }
    return std::nullopt;
  }

  // Addresses as they are listed, a blank between them.
  static std::string with_blanks(std::string_view addresses) {
    constexpr std::string_view kBetween = "<UDIV>";
    std::string text;
    while (true) {
      const std::size_t end = addresses.find(kBetween);
      text += addresses.substr(0, end);
      if (end == std::string_view::npos) return text;
      text += ' ';
      addresses.remove_prefix(end + kBetween.size());
    }
  }

  static std::string title_in(std::string_view extras) {
    constexpr std::string_view kBegin = "<PAGE_TITLE>", kEnd = "</PAGE_TITLE>";
    const std::size_t begin = extras.find(kBegin), end = extras.find(kEnd);
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin + kBegin.size()) return {};
    return std::string(trimmed(extras.substr(begin + kBegin.size(), end - begin - kBegin.size())));
  }

  const Codes& codes_;
  std::string set_;
  std::set<std::string> seen_;  // names of this row
};

Result<std::unique_ptr<Mapper>> make(const Context& context) {
  return std::unique_ptr<Mapper>(std::make_unique<KnowledgeGraph>(context));
}

}  // namespace

const Format kGkg{"gkg",      "GDELT Global Knowledge Graph 1.0 and 2.x: documents, people, organisations and places",
                  "gkg",      fits,
                  has_header, make};

const Format kGkgCounts{
    .name = "gkg-counts",
    .what = "list of counts of the Global Knowledge Graph 1.0: known, not read",
    .set = "gkg",
    .fits = fits_counts,
    .has_header = is_count_list,
    .make = nullptr,
    .not_read = "the list of counts of GDELT's Global Knowledge Graph: numbers without an event or a document",
    .mend = "import the .gkg.csv of the same day, which has the same counts with their documents"};

}  // namespace forewhen::dataset
