// SPDX-License-Identifier: Apache-2.0
// The store beside SQLite: the same made-up events, the same questions, the same answers, in one run. Each part runs in
// a process of its own, so that its memory can be told.
// Times of questions are of the processor, so that other programs on the machine show less in them. DuckDB, asked fewer
// of them and by the clock, where DUCKDB_FOLDER names a folder with its npm package @duckdb/node-api.
// A question is asked warm: after others of its kind, as many as --warm says or four seconds allow.
//   store_bench [--events N] [--live N] [--questions N] [--warm N] [--actors N] [--seed N] [--folder DIR]
// Fails when answers differ; judges no times.
#include <fcntl.h>
#include <fmt/format.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <map>
#include <string>

#include "tests/bench/store/side.h"

namespace forewhen::bench {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::size_t events = 1'000'000, live = 2'000, questions = 1'000, warm = 60'000;
  std::uint64_t seed = 42;
  std::uint32_t actors = 0;  // one for fifty events, when not given
  fs::path folder;
  std::string part;  // of a child: "load forewhen", "ask sqlite", ...
  std::string only;  // with "ask": this question alone, for a profiler
};

constexpr std::size_t kBatch = 100;
constexpr double kWarmSeconds = 4;
constexpr std::size_t kCold = 40;   // questions to a cold store, each to one that was just opened
constexpr std::size_t kFirst = 50;  // of each question are asked of DuckDB

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double processor_seconds(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

std::uint64_t bytes_in(const fs::path& folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

// MiB that this process has held at most since it was told to forget.
void forget_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }
double peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::strtod(line.c_str() + 6, nullptr) / 1024;
  }
  return 0;
}

// --- parts: each tells lines of a name and a number

void tell(const std::string& name, double value) { fmt::print("{}\t{}\n", name, value); }

void tell_question(const std::string& name, std::size_t asked, std::size_t warm,
                   const std::function<Sum(std::size_t)>& ask) {
  // Others first, until what lists are made of has been read; of the slow ones only so many as a few seconds allow.
  const double started = processor_seconds(CLOCK_THREAD_CPUTIME_ID);
  for (std::size_t i = asked; i < asked + warm; ++i) {
    ask(i);
    if (processor_seconds(CLOCK_THREAD_CPUTIME_ID) - started > kWarmSeconds) break;
  }
  std::vector<double> times;
  Sum all;
  for (std::size_t i = 0; i < asked; ++i) {
    const double begin = processor_seconds(CLOCK_THREAD_CPUTIME_ID);
    const Sum sum = ask(i);
    times.push_back((processor_seconds(CLOCK_THREAD_CPUTIME_ID) - begin) * 1e6);
    all.rows += sum.rows;
    all.starts += sum.starts;
    if (i + 1 == std::min(asked, kFirst)) fmt::print("{} first sum\t{}\n", name, all.starts);
  }
  std::sort(times.begin(), times.end());
  tell(name + " median", times[times.size() / 2]);
  tell(name + " p99", times[times.size() * 99 / 100]);
  tell(name + " rows", static_cast<double>(all.rows) / static_cast<double>(times.size()));
  fmt::print("{} sum\t{}\n", name, all.starts);
}

// Takes the files of a folder out of the memory of the machine.
void let_go(const fs::path& folder) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const int file = open(entry.path().c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) continue;
    fdatasync(file);
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    close(file);
  }
}

// By the clock, since waiting for the disk is what it is about: the first question of a store that has just been opened
// and lies on disk only.
void tell_cold(const Options& options, const fs::path& folder, const Questions& asked, bool ours) {
  std::vector<double> times;
  Sum all;
  for (std::size_t i = 0; i < std::min(options.questions, kCold); ++i) {
    auto side = ours ? open_forewhen(folder, options.actors) : open_sqlite(folder, options.actors);
    let_go(folder);
    const auto begin = std::chrono::steady_clock::now();
    const Sum sum = side->latest_before(asked.events[i]);
    times.push_back(seconds_since(begin) * 1e3);
    all.rows += sum.rows, all.starts += sum.starts;
  }
  std::sort(times.begin(), times.end());
  tell("cold median", times[times.size() / 2]);
  tell("cold worst", times.back());
  fmt::print("cold sum\t{} {}\n", all.rows, all.starts);
}

int run_part(const Options& options) {
  const std::string what = options.part.substr(0, options.part.find(' '));
  const std::string who = options.part.substr(what.size() + 1);
  const std::vector<MadeEvent> made = make_events(options.events + options.live, options.actors, options.seed);
  const fs::path folder = options.folder / who;
  if (what == "cold") {
    const Questions asked = make_questions(made, options.actors, options.events, kCold, options.seed);
    tell_cold(options, folder, asked, who == "forewhen");
    return 0;
  }
  forget_peak();
  const double own = peak_memory();
  auto side = who == "sqlite" ? open_sqlite(folder, options.actors) : open_forewhen(folder, options.actors);
  const auto begin = std::chrono::steady_clock::now();
  const double work = processor_seconds(CLOCK_PROCESS_CPUTIME_ID);
  const auto tell_rate = [&](std::size_t count) {
    tell("rate", static_cast<double>(count) / seconds_since(begin));
    tell("work rate", static_cast<double>(count) / (processor_seconds(CLOCK_PROCESS_CPUTIME_ID) - work));
  };
  if (what == "load") {
    side->load(made, options.events);
    side.reset();
    tell_rate(options.events);
  } else if (what == "compact") {
    side->compact();
    tell("seconds", seconds_since(begin));
    side.reset();
  } else if (what == "live") {
    for (std::size_t at = options.events; at < made.size(); at += kBatch) {
      side->append(made, at, std::min(at + kBatch, made.size()));
    }
    tell_rate(options.live);
    side.reset();
  } else {
    const Questions asked =
        make_questions(made, options.actors, options.events, options.questions + options.warm, options.seed);
    const auto ask = [&](const std::string& name, const std::function<Sum(std::size_t)>& question) {
      if (options.only.empty() || options.only == name) tell_question(name, options.questions, options.warm, question);
    };
    ask("Q1", [&](std::size_t i) { return side->latest_before(asked.events[i]); });
    ask("Q2", [&](std::size_t i) { return side->three_steps_back(asked.events[i]); });
    ask("Q3", [&](std::size_t i) { return side->timeline(asked.years[i]); });
    ask("Q4", [&](std::size_t i) { return side->at_place(asked.months[i]); });
    ask("Q5", [&](std::size_t i) { return side->earliest_arrival(asked.journeys[i]); });
  }
  tell("memory", peak_memory() - own);
  tell("disk", static_cast<double>(bytes_in(folder)) / 1e6);
  return 0;
}

// --- the run

using Told = std::map<std::string, std::string>;

Told told_by(const std::string& command, const std::string& name) {
  FILE* out = popen(command.c_str(), "r");
  if (!out) std::exit(1);
  Told told;
  char line[512];
  while (std::fgets(line, sizeof line, out)) {
    const std::string text(line, std::strcspn(line, "\n"));
    const std::size_t tab = text.find('\t');
    if (tab != std::string::npos) told[text.substr(0, tab)] = text.substr(tab + 1);
  }
  if (pclose(out) != 0) {
    fmt::print(stderr, "store_bench: {} failed\n", name);
    std::exit(1);
  }
  return told;
}

Told run_child(const Options& options, const std::string& part) {
  return told_by(
      fmt::format(
          "/proc/{}/exe --events {} --live {} --questions {} --warm {} --actors {} --seed {} --folder '{}' --part '{}'",
          getpid(), options.events, options.live, options.questions, options.warm, options.actors, options.seed,
          options.folder.string(), part),
      part);
}

// DuckDB is asked by a program of its own, where DUCKDB_FOLDER has its npm package: nothing otherwise.
Told run_duckdb(const Options& options, const char* what) {
  const char* folder = std::getenv("DUCKDB_FOLDER");
  if (!folder) return {};
  const fs::path script = fs::path(folder) / "duckdb_side.mjs", work = options.folder;
  fs::copy_file(FOREWHEN_SOURCE_DIR "/tests/bench/store/duckdb_side.mjs", script, fs::copy_options::overwrite_existing);
  if (!fs::exists(work / "events.csv")) {
    const std::vector<MadeEvent> made = make_events(options.events + options.live, options.actors, options.seed);
    std::ofstream events(work / "events.csv"), questions(work / "questions.tsv");
    events << "id,actor,recipient,type,place,start,finish\n";
    for (std::size_t i = 0; i < options.events; ++i) {
      const MadeEvent& one = made[i];
      events << fmt::format("{},{},{},{},{},{},{}\n", i, one.actor, one.recipient, one.type, one.place, one.start,
                            one.end);
    }
    const Questions asked =
        make_questions(made, options.actors, options.events, options.questions + options.warm, options.seed);
    for (std::size_t i = 0; i < std::min(options.questions, kFirst); ++i) {
      const Questions::Window &year = asked.years[i], &month = asked.months[i];
      questions << fmt::format("Q1\t{0}\nQ2\t{0}\nQ3\t{1}\t{2}\t{3}\nQ4\t{4}\t{5}\t{6}\n", asked.events[i], year.of,
                               year.begin, year.end, month.of, month.begin, month.end);
    }
  }
  return told_by(fmt::format("node '{}' {} '{}' '{}' '{}'", script.string(), what, (work / "events.csv").string(),
                             (work / "questions.tsv").string(), (work / "duckdb").string()),
                 fmt::format("{} duckdb", what));
}

double number(const Told& told, const std::string& name) {
  const auto at = told.find(name);
  return at == told.end() ? 0 : std::strtod(at->second.c_str(), nullptr);
}

void print_row(const std::string& what, const char* form, double ours, double theirs, double duckdb = 0) {
  fmt::print("{:<34}{:>14}{:>14}{:>9.2f}{:>14}\n", what, fmt::format(fmt::runtime(form), ours),
             fmt::format(fmt::runtime(form), theirs), theirs > 0 ? ours / theirs : 0,
             duckdb > 0 ? fmt::format(fmt::runtime(form), duckdb) : "");
}

void print_load() {
  double loads[3] = {};
  if (getloadavg(loads, 3) == 3) fmt::print("load of the machine {:.2f} {:.2f} {:.2f}\n", loads[0], loads[1], loads[2]);
}

// Whether all gave the same answers to all questions that they were asked.
bool print_questions(const char* when, const Told& ours, const Told& theirs, const Told& duckdb = {}) {
  bool same = true;
  for (const char* question : {"Q1", "Q2", "Q3", "Q4", "Q5"}) {
    const std::string name = question;
    for (const char* which : {" median", " p99"}) {
      print_row(fmt::format("{}{}{}, us", name, which, when), "{:.1f}", number(ours, name + which),
                number(theirs, name + which), number(duckdb, name + which));
    }
    for (const char* which : {" rows", " sum"}) same = same && ours.at(name + which) == theirs.at(name + which);
    const auto first = duckdb.find(name + " first sum");
    same = same && (first == duckdb.end() || first->second == ours.at(first->first));
  }
  fmt::print("{:<34}{:>14}\n", fmt::format("answers{}", when), same ? "the same" : "DIFFERENT");
  return same;
}

int run_all(Options options) {
  std::setvbuf(stdout, nullptr, _IOLBF, 1 << 12);  // lines show while it goes on
  const bool own_folder = options.folder.empty();
  if (own_folder) {
    std::string pattern = (fs::temp_directory_path() / "store-bench-XXXXXX").string();
    options.folder = mkdtemp(pattern.data());
  }
  fmt::print("{} events by {} actors at {} places over 15 years, seed {}; {} of each question after up to {} others\n",
             options.events, options.actors, kPlaces, options.seed, options.questions, options.warm);
  print_load();
  fmt::print("{:<34}{:>14}{:>14}{:>9}{:>14}\n", "", "forewhen", "SQLite", "ratio",
             std::getenv("DUCKDB_FOLDER") ? "DuckDB" : "");
  const Told duckdb = run_duckdb(options, "load"), asked_duckdb = run_duckdb(options, "ask");
  const Told ours = run_child(options, "load forewhen"), theirs = run_child(options, "load sqlite");
  print_row("bulk load, events/s", "{:.0f}", number(ours, "rate"), number(theirs, "rate"), number(duckdb, "rate"));
  print_row("the same by processor time", "{:.0f}", number(ours, "work rate"), number(theirs, "work rate"));
  print_row("memory of the load, MiB", "{:.0f}", number(ours, "memory"), number(theirs, "memory"));
  print_row("disk, MB", "{:.1f}", number(ours, "disk"), number(theirs, "disk"), number(duckdb, "disk"));
  const Told asked = run_child(options, "ask forewhen"), asked_them = run_child(options, "ask sqlite");
  bool same = print_questions("", asked, asked_them, asked_duckdb);
  print_row("memory of the questions, MiB", "{:.0f}", number(asked, "memory"), number(asked_them, "memory"));
  const Told compact = run_child(options, "compact forewhen"), compact_them = run_child(options, "compact sqlite");
  print_row("compact (SQLite: vacuum), s", "{:.1f}", number(compact, "seconds"), number(compact_them, "seconds"));
  print_row("memory of it, MiB", "{:.0f}", number(compact, "memory"), number(compact_them, "memory"));
  print_row("disk after, MB", "{:.1f}", number(compact, "disk"), number(compact_them, "disk"));
  const Told packed = run_child(options, "ask forewhen"), packed_them = run_child(options, "ask sqlite");
  same = print_questions(", compact", packed, packed_them) && same;
  const Told cold = run_child(options, "cold forewhen"), cold_them = run_child(options, "cold sqlite");
  print_row("Q1 median, on disk only, ms", "{:.2f}", number(cold, "cold median"), number(cold_them, "cold median"));
  print_row("Q1 worst of 40, on disk only, ms", "{:.2f}", number(cold, "cold worst"), number(cold_them, "cold worst"));
  same = same && cold.at("cold sum") == cold_them.at("cold sum");
  if (options.live > 0) {
    const Told live = run_child(options, "live forewhen"), live_them = run_child(options, "live sqlite");
    print_row("live, batches of 100, events/s", "{:.0f}", number(live, "rate"), number(live_them, "rate"));
    print_row("the same by processor time", "{:.0f}", number(live, "work rate"), number(live_them, "work rate"));
    print_row("disk after, MB", "{:.1f}", number(live, "disk"), number(live_them, "disk"));
    const Told after = run_child(options, "ask forewhen"), after_them = run_child(options, "ask sqlite");
    same = print_questions(", after live", after, after_them) && same;
  }
  print_load();
  if (own_folder) fs::remove_all(options.folder);
  return same ? 0 : 1;
}

constexpr const char* kUsage =
    "store_bench [--events N] [--live N] [--questions N] [--warm N] [--actors N] [--seed N] [--folder DIR]\n";

bool take_option(Options& options, const std::string& name, const char* value) {
  const auto number = [&] { return std::strtoull(value, nullptr, 10); };
  if (name == "--events") return options.events = number(), true;
  if (name == "--live") return options.live = number(), true;
  if (name == "--questions") return options.questions = number(), true;
  if (name == "--warm") return options.warm = number(), true;
  if (name == "--actors") return options.actors = static_cast<std::uint32_t>(number()), true;
  if (name == "--seed") return options.seed = number(), true;
  if (name == "--folder") return options.folder = value, true;
  if (name == "--part") return options.part = value, true;
  if (name == "--only") return options.only = value, true;
  return false;
}

}  // namespace
}  // namespace forewhen::bench

int main(int argc, char** argv) {
  using namespace forewhen::bench;  // NOLINT
  Options options;
  for (int i = 1; i < argc; i += 2) {
    if (i + 1 == argc || !take_option(options, argv[i], argv[i + 1])) return std::fputs(kUsage, stderr), 2;
  }
  if (options.actors == 0) options.actors = static_cast<std::uint32_t>(std::max<std::size_t>(options.events / 50, 100));
  try {
    return options.part.empty() ? run_all(options) : run_part(options);
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "store_bench: %s\n", failure.what());
    return 1;
  }
}
