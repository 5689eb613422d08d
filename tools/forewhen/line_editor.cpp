// SPDX-License-Identifier: Apache-2.0
#include "line_editor.h"

#include <fmt/format.h>
#include <histedit.h>

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstdlib>

#include "forewhen/export/table.h"
#include "terminal.h"

namespace forewhen {
namespace {

constexpr int kLinesKept = 2000;

std::size_t common_length(const std::vector<std::string>& words) {
  std::size_t length = words.front().size();
  for (const std::string& word : words) {
    const auto end = std::mismatch(word.begin(), word.end(), words.front().begin(), words.front().end()).first;
    length = std::min<std::size_t>(length, end - word.begin());
  }
  while (length > 0 && length < words.front().size() && (words.front()[length] & 0xC0) == 0x80) --length;
  return length;
}

int characters(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

void list(const std::vector<std::string>& words) {
  std::size_t widest = 0;
  for (const std::string& word : words) widest = std::max(widest, static_cast<std::size_t>(characters(word)) + 2);
  const std::size_t columns = std::max<std::size_t>(1, OutputOptions().style().width / widest);
  fmt::print("\n");
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool last = i + 1 == words.size() || (i + 1) % columns == 0;
    fmt::print("{}{}", printable(words[i]), last ? "\n" : std::string(widest - characters(words[i]), ' '));
  }
  std::fflush(stdout);
}

}  // namespace

struct LineEditor::Body {
  std::string prompt;
  std::filesystem::path file;
  Complete complete;
  EditLine* edit = nullptr;
  History* history = nullptr;
  HistEvent event{};
  bool dropped = false;

  static Body& of(EditLine* edit) {
    void* body = nullptr;
    el_get(edit, EL_CLIENTDATA, &body);
    return *static_cast<Body*>(body);
  }

  static char* give_prompt(EditLine* edit) { return of(edit).prompt.data(); }

  static unsigned char drop_line(EditLine* edit, int) {
    of(edit).dropped = true;
    std::fputs("^C\r\n", stdout);
    return CC_NEWLINE;
  }

  static unsigned char complete_word(EditLine* edit, int) {
    const LineInfo* line = el_line(edit);
    const std::string_view before(line->buffer, static_cast<std::size_t>(line->cursor - line->buffer));
    const Completion completion = of(edit).complete(before);
    if (completion.candidates.empty()) return CC_ERROR;
    const std::string begun(before.substr(completion.begin));
    const bool only = completion.candidates.size() == 1;
    const std::string more = completion.candidates.front().substr(0, common_length(completion.candidates));
    if (only || more.size() > begun.size()) {
      el_deletestr(edit, characters(begun));
      el_insertstr(edit, (more + (only ? " " : "")).c_str());
      return CC_REFRESH;
    }
    list(completion.candidates);
    return CC_REDISPLAY;
  }
};

LineEditor::LineEditor(std::string prompt, std::filesystem::path history_file, Complete complete)
    : body_(std::make_unique<Body>()) {
  // libedit takes the bytes of the terminal for what the locale says.
  if (!std::setlocale(LC_CTYPE, "") || MB_CUR_MAX == 1) std::setlocale(LC_CTYPE, "C.UTF-8");
  body_->prompt = std::move(prompt), body_->file = std::move(history_file), body_->complete = std::move(complete);
  body_->history = history_init();
  history(body_->history, &body_->event, H_SETSIZE, kLinesKept);
  history(body_->history, &body_->event, H_SETUNIQUE, 1);
  if (!body_->file.empty()) history(body_->history, &body_->event, H_LOAD, body_->file.c_str());
  EditLine* edit = body_->edit = el_init("forewhen", stdin, stdout, stderr);
  el_set(edit, EL_CLIENTDATA, body_.get());
  el_set(edit, EL_PROMPT, Body::give_prompt);
  el_set(edit, EL_EDITOR, "emacs");
  el_set(edit, EL_HIST, history, body_->history);
  el_set(edit, EL_ADDFN, "forewhen-complete", "complete the word", Body::complete_word);
  el_set(edit, EL_BIND, "\t", "forewhen-complete", nullptr);
  // Ctrl-C comes as a letter while a line is typed, so that it drops the line and no more.
  el_set(edit, EL_SETTY, "-d", "-isig", nullptr);
  el_set(edit, EL_ADDFN, "forewhen-drop", "drop the line", Body::drop_line);
  el_set(edit, EL_BIND, "\003", "forewhen-drop", nullptr);
  el_set(edit, EL_BIND, "^R", "em-inc-search-prev", nullptr);
  el_source(edit, nullptr);  // ~/.editrc
}

LineEditor::~LineEditor() {
  el_end(body_->edit);
  history_end(body_->history);
}

std::optional<std::string> LineEditor::read() {
  body_->dropped = false;
  int length = 0;
  const char* bytes = el_gets(body_->edit, &length);
  if (!bytes || length <= 0) return std::nullopt;
  if (body_->dropped) return std::string();
  std::string line(bytes, static_cast<std::size_t>(length));
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
  if (line.find_first_not_of(" \t") == std::string::npos) return line;
  history(body_->history, &body_->event, H_ENTER, line.c_str());
  if (!body_->file.empty()) history(body_->history, &body_->event, H_SAVE, body_->file.c_str());
  return line;
}

}  // namespace forewhen
