// SPDX-License-Identifier: Apache-2.0
// A story: documents, and questions about them with the answers that a careful reader would give. The form in which
// people write them is told in README.md of this folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forewhen/base/result.h"
#include "forewhen/time/instant.h"

namespace forewhen::stories {

struct StoryDocument {
  std::string id;
  std::string published;  // as written; may be empty
  std::string title;      // may be empty
  std::string text;
};

// The date that an expectation gives.
struct ExpectedDate {
  enum class Kind { any, undated, interval };
  Kind kind = Kind::any;
  Interval interval;     // half open
  bool any_part = true;  // a day: "early Sunday" is right as well; months and years must be covered by half
};

// Words of the documents with, in brackets, those that name the event; all of them without brackets.
struct Passage {
  std::string words;               // without brackets
  std::size_t begin = 0, end = 0;  // the part in brackets
  std::string document;            // only there; empty: anywhere
  std::string written;             // for messages
};

struct Expectation {
  enum class Kind {
    given,         // date, passage; `certainty` "definite", "possible" or "" for either
    absent,        // passage
    in_order,      // of the given ones
    nothing_else,  // `certainty` limits it
    count,         // number
    one_event,     // passages
    apart,         // passages
    modality,      // passage, names
    participant,   // passage, names (any of them)
    happens_at,    // passage, names (any of them)
    asks_back,     // several events fit
    not_found,
  };
  Kind kind = Kind::given;
  int line = 0;
  std::string certainty;
  ExpectedDate date;
  std::vector<Passage> passages;
  std::vector<std::string> names;
  std::size_t number = 0;
};

struct Question {
  int line = 0;
  std::vector<std::string> command;  // without --db and --json
  std::vector<Expectation> expectations;
};

struct Story {
  std::string name;
  std::string file;
  int line = 0;
  std::vector<StoryDocument> documents;
  std::vector<Question> questions;
};

// refused: names file and line, and what was expected there. A passage that no document has is refused as well, so that
// a misspelt "absent" cannot hold by accident.
Result<std::vector<Story>> parse_stories(const std::string& file, std::string_view text);

}  // namespace forewhen::stories
