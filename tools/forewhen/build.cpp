// SPDX-License-Identifier: Apache-2.0
// forewhen build: documents in, graph out, and a report of what was read, found, merged, left open, refused.
#include <fmt/format.h>

#include <memory>

#include "build_report.h"
#include "commands.h"
#include "decision_lines.h"
#include "forewhen/pipeline/build.h"
#include "forewhen/timeline/timeline.h"
#include "input.h"
#include "terminal.h"

namespace forewhen {
namespace {

struct Build {
  std::string db;
  InputOptions input;
  unsigned threads = 2;
  std::string decisions;  // file of them; empty: none
};

// Decisions of another database; none without the option.
Result<std::vector<Decision>> given_decisions(const Build& options) {
  if (options.decisions.empty()) return std::vector<Decision>{};
  return read_decisions(options.decisions);
}

Status take_decisions(GraphStore& store, std::vector<Decision> decisions) {
  const std::size_t all = decisions.size();
  const auto change = add_decisions(store, std::move(decisions));
  if (!change) return change.error();
  if (!change->put_decisions.empty()) {
    if (Status applied = store.apply(*change); !applied) return applied;
  }
  const std::size_t taken = change->put_decisions.size();
  fmt::print("took {} decision{}, {} known\n", taken, taken == 1 ? "" : "s", all - taken);
  return Done{};
}

Result<std::unique_ptr<GraphStore>> open_store(const Build& options) {
  StoreOptions how;
  how.access = StoreOptions::Access::write;
  how.create = true;
  return GraphStore::open(options.db, how);
}

// Builds with whatever comes after reading: extraction, or the dates of events that others have found.
template <class BuildWith>
Result<int> run(const Build& options, BuildWith build_with) {
  auto decisions = given_decisions(options);
  if (!decisions) return decisions.error();
  auto store = open_store(options);
  if (!store) return store.error();
  if (!options.decisions.empty()) {
    if (const Status taken = take_decisions(**store, *std::move(decisions)); !taken) return taken.error();
  }
  BuildOptions work;
  work.threads = options.threads;
  work.publication = options.input.evidence();
  Result<BuildReport> report = [&] {
    Progress progress;
    work.progress = [&](std::uint64_t done, std::uint64_t bytes) {
      progress.show(fmt::format("{} documents, {:.1f} MB", done, static_cast<double>(bytes) / 1e6));
    };
    return build_with(**store, work);
  }();
  if (!report) return report.error();
  print_refusals(*report);
  print_report(*report);
  return report->refusals.empty() ? kDone : kDataRefused;
}

Result<int> run_given(const Build& options) {
  auto documents = options.input.events_reader();
  if (!documents) return documents.error();
  const auto times = options.input.times();
  if (!times) return times.error();
  return run(options,
             [&](GraphStore& store, const BuildOptions& work) { return build_given(store, *documents, *times, work); });
}

Result<int> run_texts(const Build& options) {
  auto documents = options.input.reader();
  if (!documents) return documents.error();
  const auto extractor = options.input.extractor();
  if (!extractor) return extractor.error();
  return run(options,
             [&](GraphStore& store, const BuildOptions& work) { return build(store, *documents, *extractor, work); });
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
  return [options] { return options->input.format == "events" ? run_given(*options) : run_texts(*options); };
}

}  // namespace forewhen
