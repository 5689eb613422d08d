// SPDX-License-Identifier: Apache-2.0
#include "tests/stories/story.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "forewhen/time/iso.h"

namespace forewhen::stories {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

// Takes the first word off the front.
std::string take_word(std::string_view& text) {
  text = trimmed(text);
  const auto end = std::min(text.find_first_of(" \t"), text.size());
  std::string word(text.substr(0, end));
  text = trimmed(text.substr(end));
  return word;
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text = trimmed(text.substr(prefix.size()));
  return true;
}

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  for (;;) {
    const auto at = text.find(separator);
    parts.emplace_back(trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

// Words of a command line; "double quotes" hold a word with blanks together.
std::vector<std::string> command_words(std::string_view text) {
  std::vector<std::string> words;
  bool open = false, quoted = false;
  for (const char c : text) {
    if (c == '"') {
      quoted = !quoted;
      if (!open) words.emplace_back();
      open = true;
    } else if ((c == ' ' || c == '\t') && !quoted) {
      open = false;
    } else {
      if (!open) words.emplace_back();
      open = true;
      words.back() += c;
    }
  }
  return words;
}

class Parser {
 public:
  explicit Parser(const std::string& file) : file_(file) {}

  Result<std::vector<Story>> run(std::string_view text) {
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line) && !error_;) {
      ++number_;
      const std::string_view content = trimmed(line);
      if (line.starts_with("#") || content.empty()) continue;
      const bool indented = line.starts_with(" ") || line.starts_with("\t");
      indented ? below(content) : heading(content);
    }
    if (!error_) finish_story();
    if (error_) return *error_;
    return std::move(stories_);
  }

 private:
  void fail(std::string what, std::string mend = "see tests/stories/README.md") {
    if (!error_)
      error_ = Error{ErrorKind::refused, std::move(what), fmt::format("{}:{}", file_, number_), std::move(mend)};
  }
  Story& story() { return stories_.back(); }

  void heading(std::string_view line) {
    in_document_ = false;
    if (take_prefix(line, "story:")) {
      finish_story();
      stories_.push_back({std::string(line), file_, number_, {}, {}});
      if (line.empty()) fail("a story has no name");
    } else if (stories_.empty()) {
      fail("nothing comes before the first story");
    } else if (take_prefix(line, "document:")) {
      document(line);
    } else if (take_prefix(line, "ask:")) {
      story().questions.push_back({number_, command_words(line), {}});
      if (story().questions.back().command.empty()) fail("a question is empty");
    } else {
      fail(fmt::format("'{}' is no story:, document: or ask:", line));
    }
  }

  void document(std::string_view rest) {
    StoryDocument document;
    document.id = take_word(rest);
    if (take_prefix(rest, "published ")) document.published = take_word(rest);
    if (take_prefix(rest, "title ")) document.title = std::exchange(rest, {});
    if (document.id.empty() || !rest.empty()) fail("a document is 'document: ID [published DATE] [title WORDS]'");
    if (!document.published.empty()) {
      if (const auto date = parse_iso(document.published); !date) fail(date.error().what);
    }
    if (!story().questions.empty()) fail("documents come before the questions");
    for (const StoryDocument& other : story().documents) {
      if (other.id == document.id) fail(fmt::format("two documents '{}'", document.id));
    }
    story().documents.push_back(std::move(document));
    in_document_ = true;
  }

  void below(std::string_view line) {
    if (in_document_) {
      if (!line.starts_with("|")) return fail("lines of a document begin with |");
      text_line(trimmed(line.substr(1)));
    } else if (stories_.empty() || story().questions.empty()) {
      fail("an indented line stands below a document or a question");
    } else {
      expectation(line);
    }
  }

  // Lines are joined by a blank; an empty one begins a paragraph.
  void text_line(std::string_view line) {
    std::string& text = story().documents.back().text;
    if (line.empty()) {
      text += "\n\n";
      return;
    }
    if (!text.empty() && text.back() != '\n') text += ' ';
    text += line;
  }

  void expectation(std::string_view line) {
    Expectation e;
    e.line = number_;
    const std::string written(line);
    if (line == "in order") {
      e.kind = Expectation::Kind::in_order;
    } else if (take_prefix(line, "nothing else")) {
      e.kind = Expectation::Kind::nothing_else;
      e.certainty = take_word(line);
      if (!e.certainty.empty() && e.certainty != "definite") fail("'nothing else' or 'nothing else definite'");
    } else if (line == "asks back") {
      e.kind = Expectation::Kind::asks_back;
    } else if (line == "not found") {
      e.kind = Expectation::Kind::not_found;
    } else if (take_prefix(line, "count ")) {
      e.kind = Expectation::Kind::count;
      number(line, e.number);
    } else if (take_prefix(line, "absent ")) {
      e.kind = Expectation::Kind::absent;
      e.passages = {passage(line)};
    } else if (take_prefix(line, "one event ")) {
      e.kind = Expectation::Kind::one_event;
      several_passages(line, e);
    } else if (take_prefix(line, "apart ")) {
      e.kind = Expectation::Kind::apart;
      several_passages(line, e);
    } else if (take_prefix(line, "modality ")) {
      e.kind = Expectation::Kind::modality;
      e.names = split(take_word(line), "|");
      modalities(e.names);
      e.passages = {passage(line)};
    } else if (take_prefix(line, "who ")) {
      e.kind = Expectation::Kind::participant;
      named(line, e);
    } else if (take_prefix(line, "where ")) {
      e.kind = Expectation::Kind::happens_at;
      named(line, e);
    } else {
      given(line, e, written);
    }
    story().questions.back().expectations.push_back(std::move(e));
  }

  void given(std::string_view line, Expectation& e, const std::string& written) {
    const std::string word = take_word(line);
    if (word != "definite" && word != "possible" && word != "given")
      return fail(fmt::format("'{}' is no expectation", written));
    if (word != "given") e.certainty = word;
    e.date = date(take_word(line));
    e.passages = {passage(line)};
  }

  void number(std::string_view text, std::size_t& out) {
    if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos || text.size() > 6)
      return fail(fmt::format("'{}' is no count", text));
    out = std::stoul(std::string(text));
  }

  void modalities(const std::vector<std::string>& names) {
    static const std::set<std::string> known = {"actual", "planned", "hypothetical", "reported", "negated"};
    for (const std::string& name : names) {
      if (!known.contains(name)) fail(fmt::format("'{}' is no modality", name));
    }
  }

  void several_passages(std::string_view line, Expectation& e) {
    for (const std::string& part : split(line, " + ")) e.passages.push_back(passage(part));
    if (e.passages.size() < 2) fail("two passages or more with + between them");
  }

  // PASSAGE: NAME | NAME
  void named(std::string_view line, Expectation& e) {
    const auto colon = line.find(": ");
    if (colon == std::string_view::npos) return fail("'PASSAGE: NAME' is missing its colon");
    e.passages = {passage(line.substr(0, colon))};
    e.names = split(line.substr(colon + 2), " | ");
  }

  Passage passage(std::string_view text) {
    Passage passage;
    passage.written = trimmed(text);
    std::string_view words = passage.written;
    if (const auto at = words.rfind(" @"); at != std::string_view::npos) {
      passage.document = words.substr(at + 2);
      words = trimmed(words.substr(0, at));
    }
    const auto open = words.find('['), close = words.find(']');
    if ((open == std::string_view::npos) != (close == std::string_view::npos) || (close < open))
      fail("one [ and one ]");
    if (open == std::string_view::npos) {
      passage.words = words;
      passage.end = words.size();
    } else {
      passage.words = std::string(words.substr(0, open)) + std::string(words.substr(open + 1, close - open - 1)) +
                      std::string(words.substr(close + 1));
      passage.begin = open;
      passage.end = close - 1;
    }
    check_passage(passage);
    return passage;
  }

  void check_passage(const Passage& passage) {
    if (passage.words.empty() || passage.end <= passage.begin) return fail("the words that name the event are missing");
    const bool found = std::ranges::any_of(story().documents, [&](const StoryDocument& document) {
      return (passage.document.empty() || passage.document == document.id) &&
             document.text.find(passage.words) != std::string::npos;
    });
    if (!found) fail(fmt::format("no document has the words '{}'", passage.words), "copy them from the text");
  }

  ExpectedDate date(const std::string& text) {
    if (text == "any") return {};
    if (text == "undated") return {ExpectedDate::Kind::undated, {}, true};
    const std::vector<std::string> ends = split(text, "..");
    const auto first = parse_iso(ends[0]), last = parse_iso(ends.back());
    if (ends.size() > 2 || !first || !last || first->start > last->start) {
      fail(fmt::format("'{}' is no date: 2023-03-10, 2023-03, 2023, 2023-03-01..2023-03-10, undated or any", text));
      return {};
    }
    const bool day = ends.size() == 1 && first->grain <= Grain::day;
    return {ExpectedDate::Kind::interval, {first->start, last->extent().end}, day};
  }

  void finish_story() {
    if (stories_.empty()) return;
    if (story().documents.empty() || story().questions.empty())
      fail(fmt::format("the story '{}' has no document or no question", story().name));
    for (StoryDocument& document : story().documents) {
      if (trimmed(document.text).empty()) fail(fmt::format("the document '{}' is empty", document.id));
    }
    for (const Question& question : story().questions) {
      if (question.expectations.empty()) fail(fmt::format("the question at line {} expects nothing", question.line));
    }
  }

  std::string file_;
  int number_ = 0;
  bool in_document_ = false;
  std::vector<Story> stories_;
  std::optional<Error> error_;
};

}  // namespace

Result<std::vector<Story>> parse_stories(const std::string& file, std::string_view text) {
  return Parser(file).run(text);
}

}  // namespace forewhen::stories
