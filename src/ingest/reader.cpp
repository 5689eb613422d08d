// SPDX-License-Identifier: Apache-2.0
#include "forewhen/ingest/reader.h"

#include <fmt/format.h>

#include <deque>
#include <filesystem>
#include <numeric>
#include <unordered_map>

#include "forewhen/base/id.h"
#include "forewhen/base/utf8.h"
#include "ingest/conllu_document.h"
#include "ingest/events_line.h"
#include "ingest/folder.h"
#include "ingest/format.h"
#include "ingest/graph_lines.h"
#include "ingest/input_file.h"
#include "ingest/json_document.h"

namespace forewhen {
namespace {

using ingest::InputFile;
using ingest::Refused;
using ingest::Taken;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kBlanks = " \t\r\n\f\v";
constexpr std::size_t kMaxIdBytes = 1024;  // an id stands in keys, commands and every answer
constexpr const char* kStandardInput = "-";

Refused refused(Refusal refusal, std::string what, std::string where, std::string mend) {
  return {refusal, {ErrorKind::refused, std::move(what), std::move(where), std::move(mend)}};
}

std::string text_hash(std::string_view text) { return fmt::format("stdin-{:016x}", content_hash(text)); }

// Bytes that cannot be text. `offset` is that of `bytes` in the file.
std::optional<Refused> find_bad_bytes(std::string_view bytes, std::uint64_t offset, const std::string& where) {
  const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (const auto at = find_invalid_utf8(bytes))
    return refused(
        Refusal::not_utf8,
        fmt::format("is not UTF-8: byte 0x{:02X} at offset {}", static_cast<unsigned char>(bytes[*at]), offset + *at),
        where,
        utf16 ? "it looks like UTF-16: convert it with iconv -f UTF-16 -t UTF-8"
              : "convert it, for example with iconv -f WINDOWS-1252 -t UTF-8");
  if (const auto at = bytes.find('\0'); at != std::string_view::npos)
    return refused(Refusal::nul_byte, fmt::format("has a NUL byte at offset {}", offset + at), where,
                   "this is no text: convert it to UTF-8 text first");
  return std::nullopt;
}

std::optional<Refused> check_id(const std::string& id, const std::string& where) {
  const char* cause = nullptr;
  if (find_invalid_utf8(id)) cause = "the id (a file's name) is not UTF-8";
  if (id.size() > kMaxIdBytes) cause = "the id is longer than 1024 bytes";
  for (const char c : id) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) cause = "the id has a control character";
  }
  if (cause == nullptr) return std::nullopt;
  return refused(Refusal::bad_field, cause, where, "give it a short id of printable characters");
}

std::uint64_t hash_of(const Document& document) {
  std::uint64_t hash = content_hash(document.text);
  hash = content_hash(document.title, hash);
  hash = content_hash(document.url, hash);
  hash = content_hash(document.conllu, hash);
  return content_hash(document.published ? format_iso(*document.published) : "", hash);
}

}  // namespace

std::string_view name_of(Refusal refusal) {
  switch (refusal) {
    case Refusal::unreadable:
      return "unreadable";
    case Refusal::not_utf8:
      return "not UTF-8";
    case Refusal::nul_byte:
      return "NUL byte";
    case Refusal::empty:
      return "empty";
    case Refusal::broken_json:
      return "broken JSON";
    case Refusal::broken_conllu:
      return "broken CoNLL-U";
    case Refusal::bad_field:
      return "bad field";
    case Refusal::bad_date:
      return "bad publication date";
    case Refusal::duplicate_id:
      return "duplicate id";
    case Refusal::too_large:
      return "too large";
    case Refusal::nothing_to_read:
      return "nothing to read";
    case Refusal::no_such_words:
      return "words not in the text";
  }
  return "";
}

std::uint64_t ReadReport::refused_in_all() const {
  return std::accumulate(refused.begin(), refused.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const auto& entry) { return sum + entry.second; });
}

std::uint64_t ReadReport::skipped_in_all() const {
  return std::accumulate(skipped.begin(), skipped.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const auto& entry) { return sum + entry.second; });
}

class DocumentReader::State {
 public:
  State(std::vector<std::string> paths, ReadOptions options, std::FILE* standard_input)
      : paths_(paths.begin(), paths.end()), options_(std::move(options)), standard_input_(standard_input) {}

  std::optional<Result<Document>> next() {
    auto read = next_read();
    if (!read) return std::nullopt;
    if (!*read) return read->error();
    return Result<Document>(std::move((*read)->document));
  }

  std::optional<Result<GivenClaims>> next_claims() {
    auto read = next_read();
    if (!read) return std::nullopt;
    if (!*read) return read->error();
    GivenClaims given = std::move(*(*read)->given);
    given.claims.document = std::move((*read)->document);
    return Result<GivenClaims>(std::move(given));
  }

  const ReadReport& report() const { return report_; }

 private:
  // A file of JSON lines that is being read.
  struct Lines {
    InputFile file;
    std::string name;           // for ids; "-" is standard input
    bool any = false;           // a line that is not blank
    std::uint64_t counted = 0;  // bytes that the report has
    ingest::GraphLines graph;   // of a file of events
  };

  // A file of CoNLL-U that is being read.
  struct Blocks {
    ingest::ConlluFile file;
    bool any = false;           // a document
    std::uint64_t counted = 0;  // bytes that the report has
  };

  struct Read {
    Document document;
    std::string where;
    std::uint64_t hash = 0;            // of all that the document says
    std::optional<GivenClaims> given;  // without its document
  };

  struct Origin {
    std::uint64_t hash = 0;
    std::string where;
  };

  std::optional<Result<Read>> next_read() {
    while (refused_.empty()) {
      if (!lines_ && !conllu_ && files_.empty() && paths_.empty()) return std::nullopt;
      std::optional<Taken<Read>> taken = lines_ ? next_line() : conllu_ ? next_block() : next_file();
      if (!taken) continue;
      if (Refused* refusal = std::get_if<Refused>(&*taken)) {
        refused_.push_back(std::move(*refusal));
      } else if (std::optional<Read> read = claim_id(std::get<Read>(std::move(*taken)))) {
        ++report_.documents;
        return Result<Read>(std::move(*read));
      }
    }
    return hand_out_refusal();
  }

  Result<Read> hand_out_refusal() {
    Refused first = std::move(refused_.front());
    refused_.pop_front();
    ++report_.refused[first.refusal];
    return std::move(first.error);
  }

  // Opens what comes next. Nothing when that was a folder, a file of lines or the end: ask again.
  std::optional<Taken<Read>> next_file() {
    if (files_.empty()) {
      if (paths_.empty()) return std::nullopt;
      list_path();
      return std::nullopt;
    }
    const ingest::FolderFile file = std::move(files_.front());
    files_.pop_front();
    if (file.path == kStandardInput) return open_file(InputFile::borrow(standard_input_, "standard input"), file.name);
    Taken<InputFile> opened = InputFile::open(file.path);
    if (Refused* refusal = std::get_if<Refused>(&opened)) return std::move(*refusal);
    return open_file(std::get<InputFile>(std::move(opened)), file.name);
  }

  void list_path() {
    const std::string path = std::move(paths_.front());
    paths_.pop_front();
    std::error_code ignored;
    if (!std::filesystem::is_directory(path, ignored) || path == kStandardInput) {
      const std::string name = std::filesystem::path(path).filename().string();
      files_.push_back({path, name});
      return;
    }
    ingest::FolderListing listing = ingest::list_folder(path);
    for (const auto& [extension, count] : listing.skipped) report_.skipped[extension] += count;
    if (listing.files.empty() && listing.refused.empty())
      refused_.push_back({Refusal::nothing_to_read,
                          {ErrorKind::not_found, "the folder has no .txt, .text, .jsonl, .ndjson or .conllu file", path,
                           "name files of other kinds one by one"}});
    std::ranges::move(listing.refused, std::back_inserter(refused_));
    std::ranges::move(listing.files, std::back_inserter(files_));
  }

  std::optional<Taken<Read>> open_file(InputFile file, const std::string& name) {
    InputFormat format = options_.format;
    if (format == InputFormat::automatic) {
      Taken<InputFormat> found = ingest::format_of(file.name(), file.peek());
      if (Refused* refusal = std::get_if<Refused>(&found)) return std::move(*refusal);
      format = std::get<InputFormat>(found);
    }
    if (format == InputFormat::text) return text_document(std::move(file), name);
    if (format == InputFormat::conllu) {
      conllu_ = std::make_unique<Blocks>(Blocks{ingest::ConlluFile(std::move(file), name)});
      return std::nullopt;
    }
    lines_ = std::make_unique<Lines>(Lines{std::move(file), name});
    return std::nullopt;
  }

  Taken<Read> text_document(InputFile file, const std::string& name) {
    Taken<std::string> bytes = file.read_all(options_.max_document_bytes);
    report_.bytes += file.taken();
    if (Refused* refusal = std::get_if<Refused>(&bytes)) return std::move(*refusal);
    Document document;
    document.text = std::get<std::string>(std::move(bytes));
    if (auto refusal = find_bad_bytes(document.text, 0, file.name())) return std::move(*refusal);
    document.id = name == kStandardInput ? text_hash(document.text) : name;
    return finished(std::move(document), file.name());
  }

  // The next document of the open file of lines; nothing at its end, which closes it.
  std::optional<Taken<Read>> next_line() {
    for (;;) {
      Taken<InputFile::Line> taken = lines_->file.read_line(options_.max_document_bytes);
      report_.bytes += lines_->file.taken() - std::exchange(lines_->counted, lines_->file.taken());
      if (Refused* refusal = std::get_if<Refused>(&taken)) {
        lines_.reset();
        return std::move(*refusal);
      }
      InputFile::Line& line = std::get<InputFile::Line>(taken);
      if (line.end) return close_lines();
      if (line.number == 1 && line.bytes.starts_with(kByteOrderMark)) {
        line.bytes.remove_prefix(kByteOrderMark.size());
        line.offset += kByteOrderMark.size();
      }
      if (options_.format == InputFormat::events && !line.too_long)
        line.bytes = lines_->graph.take(line.bytes, line.number);
      if (!line.too_long && line.bytes.find_first_not_of(kBlanks) == std::string_view::npos) continue;
      lines_->any = true;
      return line_document(line);
    }
  }

  std::optional<Taken<Read>> close_lines() {
    const std::unique_ptr<Lines> closed = std::move(lines_);
    if (closed->any) return std::nullopt;
    return refused(Refusal::empty, "has no document in it", closed->file.name(), "");
  }

  Taken<Read> line_document(const InputFile::Line& line) {
    const std::string where = fmt::format("{}:{}", lines_->file.name(), line.number);
    if (line.too_long)
      return refused(
          Refusal::too_large,
          fmt::format("the line is longer than {} bytes, the limit of one document", options_.max_document_bytes),
          where, "write each document on a line of its own");
    if (auto refusal = find_bad_bytes(line.bytes, line.offset, where)) return std::move(*refusal);
    if (options_.format == InputFormat::events) return events_document(line, where);
    Taken<Document> parsed = parser_.parse(line.bytes, where, options_.published.has_value());
    Document* document = std::get_if<Document>(&parsed);
    if (document == nullptr) return std::get<Refused>(std::move(parsed));
    if (document->id.empty())
      document->id =
          lines_->name == kStandardInput ? text_hash(document->text) : fmt::format("{}:{}", lines_->name, line.number);
    return finished(std::move(*document), where);
  }

  // The next document of the open CoNLL-U file; nothing at its end, which closes it.
  std::optional<Taken<Read>> next_block() {
    std::optional<Taken<ingest::ConlluBlock>> taken = conllu_->file.next(options_.max_document_bytes);
    const InputFile& file = conllu_->file.file();
    report_.bytes += file.taken() - std::exchange(conllu_->counted, file.taken());
    if (taken && std::holds_alternative<ingest::ConlluBlock>(*taken)) {
      conllu_->any = true;
      return block_document(std::get<ingest::ConlluBlock>(*taken));
    }
    const std::unique_ptr<Blocks> closed = std::move(conllu_);
    if (taken) return std::get<Refused>(*std::move(taken));
    if (closed->any) return std::nullopt;
    return refused(Refusal::empty, "has no document in it", closed->file.file().name(), "");
  }

  Taken<Read> block_document(const ingest::ConlluBlock& block) {
    const std::string& file = conllu_->file.file().name();
    const std::string where = fmt::format("{}:{}", file, block.first_line);
    if (block.too_large)
      return refused(Refusal::too_large,
                     fmt::format("the document is longer than {} bytes, the limit of one", options_.max_document_bytes),
                     where, "part it by lines \"# newdoc id = X\"");
    if (auto refusal = find_bad_bytes(block.lines, block.offset, where)) return std::move(*refusal);
    Taken<Document> read = ingest::read_conllu_document(block, file, options_.published.has_value());
    Document* document = std::get_if<Document>(&read);
    if (document == nullptr) return std::get<Refused>(std::move(read));
    if (document->id.empty()) {
      const std::string& name = conllu_->file.name();
      document->id = name == kStandardInput ? text_hash(document->text)
                     : block.announced      ? fmt::format("{}:{}", name, block.first_line)
                                            : name;
    }
    return finished(std::move(*document), where);
  }

  // A document without text whose events are none has nothing to check.
  Taken<Read> events_document(const InputFile::Line& line, const std::string& where) {
    Taken<GivenClaims> parsed = ingest::parse_events_line(line.bytes, where, options_.published);
    GivenClaims* given = std::get_if<GivenClaims>(&parsed);
    if (given == nullptr) return std::get<Refused>(std::move(parsed));
    if (auto refusal = check_id(given->claims.document.id, where)) return std::move(*refusal);
    Document document = std::move(given->claims.document);
    return Read{std::move(document), where, content_hash(line.bytes), std::move(*given)};
  }

  // What holds for documents of every format but events.
  Taken<Read> finished(Document document, const std::string& where) {
    if (document.text.starts_with(kByteOrderMark)) document.text.replace(0, kByteOrderMark.size(), 3, ' ');
    if (document.text.find_first_not_of(kBlanks) == std::string::npos)
      return refused(Refusal::empty, "the text is empty", where, "leave the document out");
    if (document.text.find('\0') != std::string::npos)
      return refused(Refusal::nul_byte, "the text has a NUL character (\\u0000)", where, "take it out");
    if (auto refusal = check_id(document.id, where)) return std::move(*refusal);
    if (options_.published) {
      document.published = options_.published;
      document.published_from = "option";
    }
    const std::uint64_t hash = hash_of(document);
    return Read{std::move(document), where, hash, std::nullopt};
  }

  // The document when its id is new to this input; else it is counted or refused.
  std::optional<Read> claim_id(Read read) {
    const auto [known, fresh] = origins_.try_emplace(read.document.id, Origin{read.hash, read.where});
    if (fresh) return read;
    if (known->second.hash == read.hash) {
      ++report_.repeated;
      return std::nullopt;
    }
    refused_.push_back(
        refused(Refusal::duplicate_id,
                fmt::format("the id '{}' was given to another document at {}", read.document.id, known->second.where),
                read.where, "give each document an id of its own"));
    return std::nullopt;
  }

  std::deque<std::string> paths_;                    // not yet looked at
  std::deque<ingest::FolderFile> files_;             // of the path that is being read
  std::deque<Refused> refused_;                      // to be handed out
  std::unique_ptr<Lines> lines_;                     // the open file of JSON lines
  std::unique_ptr<Blocks> conllu_;                   // the open file of CoNLL-U
  std::unordered_map<std::string, Origin> origins_;  // by document id
  ingest::JsonDocumentParser parser_;
  ReadOptions options_;
  std::FILE* standard_input_;
  ReadReport report_;
};

DocumentReader::DocumentReader(std::vector<std::string> paths, ReadOptions options, std::FILE* standard_input)
    : state_(std::make_unique<State>(std::move(paths), std::move(options), standard_input)) {}
DocumentReader::~DocumentReader() = default;
DocumentReader::DocumentReader(DocumentReader&&) noexcept = default;
DocumentReader& DocumentReader::operator=(DocumentReader&&) noexcept = default;

std::optional<Result<Document>> DocumentReader::next() { return state_->next(); }
std::optional<Result<GivenClaims>> DocumentReader::next_claims() { return state_->next_claims(); }
const ReadReport& DocumentReader::report() const { return state_->report(); }

}  // namespace forewhen
