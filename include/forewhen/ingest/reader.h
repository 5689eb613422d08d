// SPDX-License-Identifier: Apache-2.0
// Text files, JSON lines, folders and standard input as a stream of documents. A document that cannot be taken comes
// out as an Error that names file, line, byte, cause and mend, and the stream goes on behind it: one bad line costs one
// document. Nothing is dropped silently; what is passed over is counted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forewhen/base/result.h"
#include "forewhen/ingest/given_claims.h"
#include "forewhen/model/document.h"

namespace forewhen {

enum class InputFormat {
  // By extension, else by the first bytes: {" begins JSON lines; all else is text.
  automatic,
  text,        // a file is a document
  json_lines,  // a line is a document: {"id", "published", "title", "text", "url"}, all but text optional
  conllu,      // words and trees; "# newdoc id = X" begins a document, without any the file is one
  events,      // a line is a document with what others have found in it: schemas/events.md
};

// "auto", "text", "jsonl", "conllu", "events". usage: anything else.
Result<InputFormat> parse_input_format(std::string_view name);

struct ReadOptions {
  InputFormat format = InputFormat::automatic;
  // Wins over a document's own date; published_from is "option" then, "field" otherwise.
  std::optional<CalendarTime> published;
  // Of a text file or of a line of JSON. A longer one is refused without being held in memory.
  std::size_t max_document_bytes = std::size_t{64} << 20;
};

// Why a document, a file or a folder was not taken.
enum class Refusal {
  unreadable,  // missing, no permission, vanished while being read
  not_utf8,
  nul_byte,       // binary data, or UTF-16
  empty,          // no text but blanks
  broken_json,    // not one JSON object a line; a bad escape; cut off
  broken_conllu,  // not ten columns, no tree, a word without tag or relation
  bad_field,      // text missing or no string; an id that cannot be one
  bad_date,       // `published`, or the date of a given event, that is no date or does not exist
  duplicate_id,   // the id of an earlier document of this input whose content differs; the earlier one stays
  too_large,
  nothing_to_read,  // a folder without text or JSON lines files
  no_such_words,    // a given event quotes what its text does not have
};
std::string_view name_of(Refusal refusal);  // "not UTF-8", ...

struct ReadReport {
  std::uint64_t documents = 0;  // handed out
  std::uint64_t repeated = 0;   // same id and same content as an earlier one: not handed out again
  std::uint64_t bytes = 0;      // read so far
  std::map<Refusal, std::uint64_t> refused;
  std::map<std::string, std::uint64_t> skipped;  // files of folders that are of no known kind, by extension

  std::uint64_t refused_in_all() const;
  std::uint64_t skipped_in_all() const;
};

// Reads while it is asked, one file at a time; a folder is listed when its turn comes.
//
// Paths: a file, a folder (recursively, in the order of names; .txt, .text, .jsonl, .ndjson and .conllu, the others are
// counted as skipped; links to folders are not followed), or "-" for standard input.
//
// Ids: of a text file, its path below the folder that was given, or its last part when the file itself was given; of a
// line of JSON without one, "<that name>:<line>"; of either from standard input, "stdin-" and a hash of the text, so
// that two pipes do not overwrite each other.
//
// CoNLL-U: `# newdoc id`, `# published`, `# title` and `# url` are the document's fields; GUM's `# meta::dateCreated`,
// `# meta::title` and `# meta::sourceURL` stand for the last three where these are missing, a dateCreated that is no
// date being passed over. `# published_from` says where a date that was found in a text stood. A document without id in
// a file of several is "<name>:<line>". The text is made again as conllu_text() does.
//
// Texts: the bytes of the file as they are (CRLF too), so that byte offsets are those of the file. The one exception is
// a byte order mark, which is no text: three blanks take its place.
class DocumentReader {
 public:
  // `standard_input` stays the caller's.
  explicit DocumentReader(std::vector<std::string> paths, ReadOptions options = {}, std::FILE* standard_input = stdin);
  ~DocumentReader();
  DocumentReader(DocumentReader&&) noexcept;
  DocumentReader& operator=(DocumentReader&&) noexcept;

  // The next document or refusal; nothing at the end. REQUIRES: the format is not events
  std::optional<Result<Document>> next();
  // The same for events. REQUIRES: the format is events
  std::optional<Result<GivenClaims>> next_claims();

  // Up to what was handed out so far.
  const ReadReport& report() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace forewhen
