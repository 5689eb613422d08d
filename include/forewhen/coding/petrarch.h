// SPDX-License-Identifier: Apache-2.0
// Codes events with dictionaries of one's own in the format of PETRARCH (Schrodt, Beieler and Idris 2014;
// github.com/openeventdata/petrarch): actors, agents, verbs with their patterns, discards. Looks at parsed sentences
// alone; which claims come of it is the extractor's business.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "forewhen/base/result.h"
#include "forewhen/syntax/parsed_sentence.h"
#include "forewhen/time/civil.h"

namespace forewhen {

// One side of an event: a noun phrase of the sentence, or one member of a coordinated one.
struct CodedParticipant {
  std::string code;         // as the dictionaries have it: "USAGOV"; "---GOV" when only the agent is known
  int first = 0, last = 0;  // words of the sentence, both inclusive
  // The words that the dictionary has for the actor, where the code is his and no agent's; -1: an agent's.
  int name_first = -1, name_last = -1;

  friend bool operator==(const CodedParticipant&, const CodedParticipant&) = default;
};

// Every source did it to every target; no source has the code of a target.
struct CodedEvent {
  std::size_t sentence = 0;
  int verb = 0;      // word of the sentence
  std::string code;  // of the verb or of its pattern: "064"
  std::vector<CodedParticipant> sources, targets;

  friend bool operator==(const CodedEvent&, const CodedEvent&) = default;
};

struct PetrarchTables;  // private to the module

class PetrarchCoder {
 public:
  // Reads the files of a folder by what their names end with: .actors.txt, .agents.txt, .verbs.txt (or a
  // .verbpatterns. in the name), .discards.txt; of each kind there may be several.
  // not_found: no such folder, or no file of actors or of verbs; io: a file cannot be read; refused: not UTF-8.
  static Result<PetrarchCoder> load(const std::string& folder);

  // What the dictionaries hold, for people: "5 actors, 3 agents, ...".
  const std::string& summary() const;
  // Lines that were passed over, with file, line and cause; and kinds of files that the folder does not have.
  const std::vector<Error>& problems() const;

  // The events of a document, in the order of its sentences and verbs. A discard phrase marked "+" silences the
  // document, any other its sentence. `published` decides between date-restricted codes; without it only codes without
  // a restriction hold. Thread-safe; a pure function of its arguments.
  std::vector<CodedEvent> code(const std::vector<ParsedSentence>& sentences,
                               const std::optional<CivilDate>& published) const;

 private:
  explicit PetrarchCoder(std::shared_ptr<const PetrarchTables> tables) : tables_(std::move(tables)) {}

  std::shared_ptr<const PetrarchTables> tables_;
};

}  // namespace forewhen
