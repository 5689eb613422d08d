// SPDX-License-Identifier: Apache-2.0
#include "terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace forewhen {
namespace {

AnswerWatch* watch = nullptr;
volatile std::sig_atomic_t interrupted = 0;

bool locale_has_unicode() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const char* value = std::getenv(name);
    if (!value || !*value) continue;
    return std::strstr(value, "UTF-8") || std::strstr(value, "utf8") || std::strstr(value, "UTF8");
  }
  return true;
}

}  // namespace

std::size_t terminal_width(std::size_t otherwise) {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  if (const char* columns = std::getenv("COLUMNS")) {
    const long width = std::strtol(columns, nullptr, 10);
    if (width > 0) return static_cast<std::size_t>(width);
  }
  return otherwise;
}

void OutputOptions::declare(CLI::App& command) {
  command.add_flag("--json", json, "JSON lines, one object an event");
  command.add_option("--format", format, "table, tsv or json (default: table on a terminal, tsv in a pipe)")
      ->check(CLI::IsMember({"table", "tsv", "json"}));
}

OutputForm OutputOptions::form() const {
  if (json || format == "json") return OutputForm::json;
  if (format == "tsv") return OutputForm::tsv;
  if (format == "table") return OutputForm::table;
  return isatty(STDOUT_FILENO) ? OutputForm::table : OutputForm::tsv;
}

TableStyle OutputOptions::style(bool explain) const {
  TableStyle style;
  style.width = terminal_width(100);
  style.unicode = locale_has_unicode();
  style.explain = explain;
  return style;
}

void write_out(std::string_view text) {
  if (interrupted) return;
  const bool ended = text.empty() || text.back() == '\n';
  std::fwrite(text.data(), 1, text.size(), stdout);
  if (!ended) std::fputc('\n', stdout);
  if (watch) watch->lines += static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + !ended;
}

void write_note(std::string_view line) {
  if (watch)
    watch->notes.emplace_back(line);
  else
    std::fprintf(stderr, "%.*s\n", static_cast<int>(line.size()), line.data());
}

void interrupt_output() { interrupted = 1; }
bool resume_output() {
  const bool was = interrupted;
  interrupted = 0;
  return was;
}

AnswerWatch::AnswerWatch() { watch = this; }
AnswerWatch::~AnswerWatch() { watch = nullptr; }

void Progress::show(const std::string& line) {
  if (!isatty(STDERR_FILENO)) return;
  std::fprintf(stderr, "\r\033[K%s", line.c_str());
  std::fflush(stderr);
  shown_ = true;
}

Progress::~Progress() {
  if (shown_) std::fputs("\r\033[K", stderr);
}

}  // namespace forewhen
