// SPDX-License-Identifier: Apache-2.0
#include "input.h"

namespace forewhen {

void InputOptions::declare(CLI::App& command) {
  command.add_option("FILE", paths, "text, JSON lines {\"id\",\"published\",\"title\",\"text\",\"url\"}, folders, or - for standard input")->required();
  command.add_option("--input-format", format, "auto, text or jsonl")->capture_default_str();
  command.add_option("--published", published, "day of publication of every document: 2021-11-08; wins over their own");
  command.add_option("--kind", kind, "news (dates count from the day of publication), narrative (from the last date told) or auto")
      ->check(CLI::IsMember({"news", "narrative", "auto"}))->capture_default_str();
  command.add_option("--prefer", prefer, "which way a bare \"Friday\" or \"May\" points: tense (of its clause), past, future or nearest")
      ->check(CLI::IsMember({"tense", "past", "future", "nearest"}))->capture_default_str();
}

Result<DocumentReader> InputOptions::reader() const {
  ReadOptions options;
  const auto parsed = parse_input_format(format);
  if (!parsed) return parsed.error();
  options.format = *parsed;
  if (!published.empty()) {
    const auto date = parse_iso(published);
    if (!date) return Error{ErrorKind::usage, date.error().what, "--published", date.error().mend};
    options.published = *date;
  }
  return DocumentReader(paths, options);
}

Result<Extractor> InputOptions::extractor() const {
  ExtractOptions options;
  options.times.kind = kind == "narrative" ? TimexOptions::Kind::narrative
                       : kind == "auto"    ? TimexOptions::Kind::automatic
                                           : TimexOptions::Kind::news;
  options.times.prefer = prefer == "past"      ? TimexOptions::Prefer::past
                         : prefer == "future"  ? TimexOptions::Prefer::future
                         : prefer == "nearest" ? TimexOptions::Prefer::nearest
                                               : TimexOptions::Prefer::tense;
  return Extractor::load(options);
}

}  // namespace forewhen
