// SPDX-License-Identifier: Apache-2.0
// The options of commands that read documents: which, of what day, and how their dates are meant.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "command.h"
#include "forewhen/ingest/reader.h"
#include "forewhen/timex/names.h"
#include "forewhen/timex/publication.h"
#include "forewhen/timex/timex.h"

namespace forewhen {

class Extractor;  // forewhen/extract/extract.h

struct InputOptions {
  std::vector<std::string> paths;
  std::string format = "auto";
  std::string published;
  std::string prefer = "tense";
  std::string kind = "news";
  std::string time_zone = "Z";
  std::string names_file;
  std::string lexicon_file;
  std::string petrarch_folder;
  // What times() has read from names_file; here because the options that it gives out point to it.
  std::shared_ptr<TimexNames> names = std::make_shared<TimexNames>();

  void declare(CLI::App& command);
  // Those of commands that look for events, besides.
  void declare_events(CLI::App& command);
  // usage: events are read by build and validate only.
  Result<DocumentReader> reader() const;
  Result<DocumentReader> events_reader() const;
  // How far a document's own text may say its day of publication when nothing else does; nothing: not at all.
  std::optional<PublicationEvidence> evidence() const;
  // Gives the document the day that its text says, where it has none.
  void date(Document& document) const;
  // Without a day of publication, which is each document's own. Valid as long as this lives.
  Result<TimexOptions> times() const;
  Result<Extractor> extractor() const;

 private:
  Result<DocumentReader> reader_of(InputFormat input) const;
};

}  // namespace forewhen
