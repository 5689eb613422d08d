// SPDX-License-Identifier: Apache-2.0
#include "ingest/conllu_document.h"

#include <fmt/format.h>

#include "forewhen/syntax/conllu.h"

namespace forewhen::ingest {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kBlanks = " \t\r";

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

bool is_newdoc(std::string_view line) {
  if (!line.starts_with('#')) return false;
  line = trimmed(line.substr(1));
  return line.starts_with("newdoc") && (line.size() == 6 || line[6] == ' ' || line[6] == '\t');
}

// What the comments of a document say of it.
struct Fields {
  std::string_view id, title, url, published, published_from, created;
  std::uint64_t published_line = 0;
};

// "# key = value" into the field of that key, the first one of each.
void read_comment(std::string_view line, std::uint64_t number, Fields& fields) {
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos) return;
  const std::string_view key = trimmed(line.substr(1, equals - 1)), value = trimmed(line.substr(equals + 1));
  const auto take = [&](std::string_view& field) {
    if (field.empty()) field = value;
  };
  if (key == "newdoc id") take(fields.id);
  if (key == "title" || key == "meta::title") take(fields.title);
  if (key == "url" || key == "meta::sourceURL") take(fields.url);
  if (key == "published_from") take(fields.published_from);
  if (key == "meta::dateCreated") take(fields.created);
  if (key == "published" && fields.published.empty()) {
    fields.published = value;
    fields.published_line = number;
  }
}

Fields read_fields(const ConlluBlock& block) {
  Fields fields;
  std::uint64_t number = block.first_line;
  for (std::string_view rest = block.lines; !rest.empty(); ++number) {
    const std::size_t end = rest.find('\n');
    if (rest.starts_with('#')) read_comment(rest.substr(0, end), number, fields);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return fields;
}

std::optional<Refused> read_dates(const Fields& fields, const std::string& name, Document& document) {
  const std::string_view date = fields.published.empty() ? fields.created : fields.published;
  if (date.empty()) return std::nullopt;
  const Result<CalendarTime> read = parse_iso(date);
  if (!read && fields.published.empty()) return std::nullopt;
  if (!read)
    return Refused{Refusal::bad_date,
                   {ErrorKind::refused, "\"# published\": " + read.error().what,
                    fmt::format("{}:{}", name, fields.published_line), read.error().mend}};
  document.published = *read;
  document.published_from = fields.published_from.empty() ? "field" : std::string(fields.published_from);
  return std::nullopt;
}

}  // namespace

Taken<std::optional<ConlluFile::Sentence>> ConlluFile::read_sentence(std::size_t limit) {
  Sentence sentence;
  for (;;) {
    Taken<InputFile::Line> taken = file_.read_line(limit);
    if (Refused* refusal = std::get_if<Refused>(&taken)) return std::move(*refusal);
    InputFile::Line& line = std::get<InputFile::Line>(taken);
    if (line.end) break;
    if (line.number == 1 && line.bytes.starts_with(kByteOrderMark)) line.bytes.remove_prefix(kByteOrderMark.size());
    if (sentence.first_line == 0) {
      sentence.first_line = line.number;
      sentence.offset = line.offset;
    }
    const std::string_view bytes =
        line.bytes.ends_with('\r') ? line.bytes.substr(0, line.bytes.size() - 1) : line.bytes;
    sentence.announces = sentence.announces || is_newdoc(bytes);
    sentence.has_words = sentence.has_words || line.too_long || (!bytes.empty() && bytes[0] != '#');
    sentence.too_long = sentence.too_long || line.too_long || sentence.lines.size() + bytes.size() > limit;
    if (sentence.too_long) {
      sentence.lines.clear();
    } else {
      sentence.lines += bytes;
      sentence.lines += '\n';
    }
    if (bytes.empty() && !line.too_long) return std::optional(std::move(sentence));
  }
  if (sentence.first_line == 0) return std::optional<Sentence>();
  return std::optional(std::move(sentence));
}

std::optional<Taken<ConlluBlock>> ConlluFile::next(std::size_t limit) {
  ConlluBlock block;
  bool any = false;
  for (;;) {
    if (!ahead_) {
      Taken<std::optional<Sentence>> read = read_sentence(limit);
      if (Refused* refusal = std::get_if<Refused>(&read)) return Taken<ConlluBlock>(std::move(*refusal));
      ahead_ = std::get<std::optional<Sentence>>(std::move(read));
    }
    if (!ahead_ || (any && ahead_->announces)) break;
    const Sentence sentence = *std::exchange(ahead_, std::nullopt);
    if (!any && !sentence.has_words && !sentence.announces && sentence.lines == "\n")
      continue;  // empty lines at the top
    if (!any) {
      block.first_line = sentence.first_line;
      block.offset = sentence.offset;
      block.announced = sentence.announces;
    }
    any = true;
    block.too_large = block.too_large || sentence.too_long || block.lines.size() + sentence.lines.size() > limit;
    if (block.too_large) {
      block.lines.clear();
    } else {
      block.lines += sentence.lines;
    }
  }
  if (!any) return std::nullopt;
  return Taken<ConlluBlock>(std::move(block));
}

Taken<Document> read_conllu_document(const ConlluBlock& block, const std::string& name, bool dated) {
  const Fields fields = read_fields(block);
  Document document;
  document.id = fields.id;
  document.title = fields.title;
  document.url = fields.url;
  if (!dated) {
    if (auto refused = read_dates(fields, name, document)) return *refused;
  }
  Result<std::string> text = conllu_text(block.lines, name, block.first_line);
  if (!text) return Refused{Refusal::broken_conllu, text.error()};
  document.text = *std::move(text);
  const auto sentences = read_conllu(block.lines, document.text, name, block.first_line);
  if (!sentences) return Refused{Refusal::broken_conllu, sentences.error()};
  document.conllu = block.lines;
  return document;
}

}  // namespace forewhen::ingest
