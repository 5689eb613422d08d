// SPDX-License-Identifier: Apache-2.0
// forewhen build: documents in, graph out, and a report of what was read, found, merged, left open, refused.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>

#include "commands.h"
#include "decision_lines.h"
#include "forewhen/pipeline/build.h"
#include "forewhen/timeline/timeline.h"
#include "input.h"
#include "terminal.h"

namespace forewhen {
namespace {

constexpr std::size_t kMostNamed = 5;  // in the report; the rest is counted

struct Build {
  std::string db;
  InputOptions input;
  unsigned threads = 2;
  std::string decisions;  // file of them; empty: none
};

std::string plural(std::uint64_t n, std::string_view one) { return fmt::format("{} {}{}", n, one, n == 1 ? "" : "s"); }

void print_refusals(const BuildReport& report) {
  for (const Error& error : report.refusals) fmt::print(stderr, "refused: {}\n", printable(to_string(error)));
}

void print_found_dates(const BuildReport& report) {
  std::map<std::string, std::uint64_t> by_source;
  for (const auto& [document, source] : report.published_from) ++by_source[source];
  for (const auto& [source, count] : by_source)
    fmt::print("  day of publication taken from the text, {}: {}\n", printable(source), plural(count, "document"));
}

void print_open_dates(const BuildReport& report) {
  if (!report.without_date.empty())
    fmt::print("  without a date of publication: {} (give --published DATE or a \"published\" field)\n",
               plural(report.without_date.size(), "document"));
  if (report.open_dates.empty()) return;
  fmt::print("  dates left open for want of it: {}\n", report.open_dates.size());
  for (std::size_t i = 0; i < std::min(kMostNamed, report.open_dates.size()); ++i) {
    const OpenDate& open = report.open_dates[i];
    fmt::print("    \"{}\" at {}:{}\n", printable(open.words), printable(open.document), open.span.begin);
  }
  if (report.open_dates.size() > kMostNamed) fmt::print("    and {} more\n", report.open_dates.size() - kMostNamed);
}

void print_report(const BuildReport& report) {
  const std::uint64_t refused = report.read.refused_in_all();
  fmt::print("read {}: {} new, {} changed, {} unchanged{}\n", plural(report.read.documents, "document"), report.added,
             report.changed, report.unchanged, refused ? fmt::format(", {} refused", refused) : "");
  for (const auto& [reason, count] : report.read.refused) fmt::print("  refused, {}: {}\n", name_of(reason), count);
  if (report.read.repeated) fmt::print("  the same again within the input: {}\n", report.read.repeated);
  if (const std::uint64_t skipped = report.read.skipped_in_all())
    fmt::print("  passed over, neither text nor JSON lines: {}\n", plural(skipped, "file"));
  if (report.added + report.changed == 0) {
    fmt::print("nothing changed: {} in the graph\n", plural(report.after.events, "event"));
  } else {
    fmt::print("found {} in them, {} without a date\n", plural(report.claims, "claim"), report.undated_claims);
    fmt::print("the graph holds {} from {} ({} of the same events), {}, {}, {}\n", plural(report.after.events, "event"),
               plural(report.after.claims, "claim"), plural(report.merged_mentions, "further mention"),
               plural(report.after.actors, "actor"), plural(report.after.places, "place"),
               plural(report.after.links, "stated link"));
  }
  print_found_dates(report);
  print_open_dates(report);
  for (const InvalidDate& date : report.invalid_dates)
    fmt::print("  no such date: \"{}\" at {}:{}: {}\n", printable(date.words), printable(date.document),
               date.span.begin, date.why);
}

Status take_decisions(GraphStore& store, std::vector<Decision> decisions) {
  const std::size_t all = decisions.size();
  const auto change = add_decisions(store, std::move(decisions));
  if (!change) return change.error();
  if (!change->put_decisions.empty()) {
    if (Status applied = store.apply(*change); !applied) return applied;
  }
  fmt::print("took {}, {} known\n", plural(change->put_decisions.size(), "decision"),
             all - change->put_decisions.size());
  return Done{};
}

Result<int> run(const Build& options) {
  auto documents = options.input.reader();
  if (!documents) return documents.error();
  auto extractor = options.input.extractor();
  if (!extractor) return extractor.error();
  auto decisions = options.decisions.empty() ? Result<std::vector<Decision>>(std::vector<Decision>{})
                                             : read_decisions(options.decisions);
  if (!decisions) return decisions.error();
  StoreOptions how;
  how.access = StoreOptions::Access::write;
  how.create = true;
  auto store = GraphStore::open(options.db, how);
  if (!store) return store.error();
  if (!options.decisions.empty()) {
    if (const Status taken = take_decisions(**store, *decisions); !taken) return taken.error();
  }
  BuildOptions work;
  work.threads = options.threads;
  work.publication = options.input.evidence();
  Result<BuildReport> report = [&] {
    Progress progress;
    work.progress = [&](std::uint64_t done, std::uint64_t bytes) {
      progress.show(fmt::format("{} documents, {:.1f} MB", done, static_cast<double>(bytes) / 1e6));
    };
    return build(**store, *documents, *extractor, work);
  }();
  if (!report) return report.error();
  print_refusals(*report);
  print_report(*report);
  return report->refusals.empty() ? kDone : kDataRefused;
}

}  // namespace

RunCommand declare_build(CLI::App& program, CLI::App*& command) {
  auto options = std::make_shared<Build>();
  command = program.add_subcommand("build", "Read documents into a graph; reading the same again changes nothing");
  command->add_option("--db", options->db, "folder of the database; made where there is none")->required();
  options->input.declare(*command);
  options->input.declare_events(*command);
  command->add_option("--decisions", options->decisions,
                      "decisions of another database, as 'decisions --json' writes them; they wait for their mentions");
  command->add_option("--threads", options->threads, "threads for extraction; the outcome is the same")
      ->check(CLI::Range(1, 256))
      ->capture_default_str();
  return [options] { return run(*options); };
}

}  // namespace forewhen
