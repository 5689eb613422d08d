// SPDX-License-Identifier: Apache-2.0
// Mentions of GDELT 2.0 (16 columns): each row is one more report of the event whose GLOBALEVENTID it bears, in
// whatever file and import that is. A document may tell an event in several sentences, and a sentence with either actor
// left out, so the id is made of all that tells two rows apart.
#include <fmt/format.h>

#include "dataset/format.h"
#include "dataset/gdelt_values.h"
#include "dataset/values.h"

namespace forewhen::dataset {
namespace {

enum Column : std::size_t {
  kEvent = 0,
  kEventTime = 1,
  kMentionTime = 2,
  kType = 3,
  kSource = 4,
  kIdentifier = 5,
  kSentence = 6,
  kActor1Offset = 7,
  kActor2Offset = 8,
  kActionOffset = 9,
  kInRawText = 10,
  kConfidence = 11,
  kLength = 12,
  kTone = 13,
  kTranslation = 14,
  kColumns = 16,
};

bool has_header(const Sample& sample) {
  const Columns columns(sample.first);
  return columns.has("GLOBALEVENTID") && columns.has("MentionTimeDate");
}

int fits(const Sample& sample) {
  if (has_header(sample)) return 100;
  const auto& cells = sample.first;
  const bool fits = cells.size() == kColumns && is_digits(cells[kEvent]) && read_gdelt_moment(cells[kEventTime]) &&
                    read_gdelt_moment(cells[kMentionTime]);
  return fits && is_digits(cells[kType]) ? 95 : 0;
}

class Mentions final : public Mapper {
 public:
  explicit Mentions(const Context& context) : set_(context.set) {}

  std::optional<Fault> map(const Row& row, Record& record) override {
    if (auto wrong = check_width(row, kColumns)) return wrong;
    const auto cell = [&](Column column) { return trimmed(row.cells[column]); };
    if (!is_digits(cell(kEvent)))
      return Fault{"id", fmt::format("GLOBALEVENTID '{}' is no number", cell(kEvent).substr(0, 40))};
    const auto time = read_gdelt_moment(cell(kMentionTime));
    if (!time) return bad_date("MentionTimeDate", cell(kMentionTime));
    if (!read_gdelt_moment(cell(kEventTime))) return bad_date("EventTimeDate", cell(kEventTime));
    const std::string_view type = cell(kType);
    if (type.size() != 1 || type[0] < '1' || type[0] > '6')
      return Fault{"number", fmt::format("MentionType '{}' is none", type.substr(0, 20))};
    if (cell(kIdentifier).empty()) return missing("MentionIdentifier");
    const auto confidence = parse_integer(cell(kConfidence));
    if (!confidence || *confidence < 0 || *confidence > 100) return bad_number("Confidence", cell(kConfidence));
    if (!is_digits(cell(kSentence))) return bad_number("SentenceID", cell(kSentence));
    for (const auto& [column, name] : {std::pair{kActor1Offset, "Actor1CharOffset"},
                                       {kActor2Offset, "Actor2CharOffset"},
                                       {kActionOffset, "ActionCharOffset"},
                                       {kLength, "MentionDocLen"}}) {
      if (!parse_integer(cell(column))) return bad_number(name, cell(column));
    }
    if (!cell(kTone).empty() && !parse_decimal(cell(kTone))) return bad_number("MentionDocTone", cell(kTone));

    set_text(record, row, row.span(kIdentifier), "mention");
    set_id(record, set_, cell(kEvent));
    record.kind = RowKind::report;
    record.mirror = record_event(record.document.id).value;
    const std::uint64_t which =
        content_hash(fmt::format("{}\t{}\t{}\t{}\t{}", cell(kIdentifier), cell(kSentence), cell(kActor1Offset),
                                 cell(kActor2Offset), cell(kActionOffset)));
    record.document.id += fmt::format("@{}-{:016x}", cell(kMentionTime), which);
    record.document.published = *time;
    record.document.published_from = "data set";
    record.document.title =
        fmt::format("{}, sentence {}, confidence {} %", cell(kSource), cell(kSentence), *confidence);
    if (type == "1") record.document.url = cell(kIdentifier);
    record.claim.attributed_to = cell(kSource);
    record.claim.summary = record.document.title;
    add_attribute(record, "kind of source", gdelt_source_kind(type));
    add_attribute(record, "in raw text", cell(kInRawText));
    add_attribute(record, "confidence", cell(kConfidence));
    add_attribute(record, "sentence", cell(kSentence));
    add_attribute(record, "tone", cell(kTone));
    add_attribute(record, "translation", cell(kTranslation));
    return std::nullopt;
  }

 private:
  std::string set_;
};

Result<std::unique_ptr<Mapper>> make(const Context& context) {
  return std::unique_ptr<Mapper>(std::make_unique<Mentions>(context));
}

}  // namespace

const Format kGdeltMentions{
    "gdelt-mentions", "GDELT mentions, 16 columns: reports of its events", "gdelt", fits, has_header, make};

}  // namespace forewhen::dataset
