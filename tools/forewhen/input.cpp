// SPDX-License-Identifier: Apache-2.0
#include "input.h"

#include <fmt/format.h>

#include "forewhen/base/read_file.h"
#include "forewhen/coding/petrarch.h"
#include "forewhen/export/table.h"
#include "forewhen/extract/extract.h"

namespace forewhen {
namespace {

TimexOptions::Kind kind_of(const std::string& name) {
  if (name == "narrative") return TimexOptions::Kind::narrative;
  return name == "auto" ? TimexOptions::Kind::automatic : TimexOptions::Kind::news;
}

TimexOptions::Prefer preference_of(const std::string& name) {
  if (name == "past") return TimexOptions::Prefer::past;
  if (name == "future") return TimexOptions::Prefer::future;
  return name == "nearest" ? TimexOptions::Prefer::nearest : TimexOptions::Prefer::tense;
}

Result<TimexNames> read_names(const std::string& path) {
  const auto text = read_file(path, "--names takes a text file");
  if (!text) return text.error();
  return TimexNames::parse(*text, path);
}

// What was read of the dictionaries, and what was not.
void report(const PetrarchCoder& coder) {
  const std::vector<Error>& problems = coder.problems();
  for (const Error& error : problems) fmt::print(stderr, "passed over: {}\n", printable(to_string(error)));
  fmt::print(stderr, "dictionaries: {}; passed over: {}\n", coder.summary(), problems.size());
}

}  // namespace

void InputOptions::declare(CLI::App& command) {
  command
      .add_option("FILE", paths,
                  "text, JSON lines {\"id\",\"published\",\"title\",\"text\",\"url\"}, CoNLL-U, folders, or - for "
                  "standard input")
      ->required();
  command
      .add_option("--input-format", format,
                  "auto, text, jsonl, conllu (words and trees of any parser) or (build, validate) events")
      ->capture_default_str();
  command.add_option("--published", published,
                     "day of publication of every document: 2021-11-08; wins over their own. Without it, a document "
                     "that has no \"published\" field is dated "
                     "by its HTML or its dateline if it has one; auto takes the first full date of its first lines "
                     "too, none takes nothing");
  command
      .add_option("--kind", kind,
                  "news (dates count from the day of publication), narrative (from the last date told) or auto")
      ->check(CLI::IsMember({"news", "narrative", "auto"}))
      ->capture_default_str();
  command
      .add_option("--prefer", prefer,
                  "which way a bare \"Friday\" or \"May\" points: tense (of its clause), past, future or nearest")
      ->check(CLI::IsMember({"tense", "past", "future", "nearest"}))
      ->capture_default_str();
  command
      .add_option("--time-zone", time_zone,
                  "of clock times without a zone: +05:30, minutes, or a name such as Europe/Oslo")
      ->capture_default_str();
  command.add_option("--names", names_file,
                     "file of your own names of times: \"Harbour Day = 06-12\", \"fiscal year begins October\"");
}

void InputOptions::declare_events(CLI::App& command) {
  command.add_option("--lexicon", lexicon_file,
                     "file of your own words of events, in the form of share/forewhen/extract/events.tsv; its lines "
                     "replace or extend those");
  command.add_option("--petrarch-dictionaries", petrarch_folder,
                     "folder of your own dictionaries in the format of PETRARCH; events are then what they code, with "
                     "their codes, and nothing else");
}

Result<DocumentReader> InputOptions::reader() const {
  const auto parsed = parse_input_format(format);
  if (!parsed) return parsed.error();
  if (*parsed == InputFormat::events)
    return Error{ErrorKind::usage, "events have been found already", "--input-format",
                 "read them with forewhen build, or try them with forewhen validate"};
  return reader_of(*parsed);
}

Result<DocumentReader> InputOptions::events_reader() const { return reader_of(InputFormat::events); }

Result<DocumentReader> InputOptions::reader_of(InputFormat input) const {
  ReadOptions options;
  options.format = input;
  if (!published.empty() && published != "auto" && published != "none") {
    const auto date = parse_iso(published);
    if (!date) return Error{ErrorKind::usage, date.error().what, "--published", date.error().mend};
    options.published = *date;
  }
  return DocumentReader(paths, options);
}

std::optional<PublicationEvidence> InputOptions::evidence() const {
  if (published == "none") return std::nullopt;
  return published == "auto" ? PublicationEvidence::first_full_date : PublicationEvidence::stated;
}

void InputOptions::date(Document& document) const {
  if (document.published || !evidence()) return;
  const auto found = find_publication(document.text, *evidence());
  if (!found) return;
  document.published = found->published;
  document.published_from = found->from;
}

Result<TimexOptions> InputOptions::times() const {
  TimexOptions options;
  options.kind = kind_of(kind);
  options.prefer = preference_of(prefer);
  const auto zone = TimeZone::parse(time_zone);
  if (!zone) return Error{ErrorKind::usage, zone.error().what, "--time-zone", zone.error().mend};
  options.time_zone = *zone;
  if (names_file.empty()) return options;
  auto read = read_names(names_file);
  if (!read) return read.error();
  *names = std::move(read).value();
  options.names = names.get();
  return options;
}

Result<Extractor> InputOptions::extractor() const {
  auto found = times();
  if (!found) return found.error();
  ExtractOptions options;
  options.times = *found;
  options.lexicon = lexicon_file;
  options.petrarch_dictionaries = petrarch_folder;
  auto extractor = Extractor::load(options);
  if (extractor && extractor->coder()) report(*extractor->coder());
  return extractor;
}

}  // namespace forewhen
