// SPDX-License-Identifier: Apache-2.0
// The options by which commands name a database and narrow down what they look at.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "command.h"
#include "forewhen/query/before.h"
#include "forewhen/query/filter.h"
#include "forewhen/store/graph_store.h"

namespace forewhen {

// --memory MIB
struct MemoryOption {
  std::size_t mib = StoreOptions().memory >> 20;

  void declare(CLI::App& command);
  std::size_t bytes() const { return mib << 20; }
};

struct DatabaseOption {
  std::string path, as_of_report, as_of_record;
  MemoryOption memory;

  void declare(CLI::App& command);
  // Those of questions besides: --as-of-report, --as-of-record.
  void declare_as_of(CLI::App& command);
  // For questions: reads beside a writer. As of an earlier time it says on stderr what is left out.
  Result<std::shared_ptr<GraphStore>> open() const;
};

struct FilterOptions {
  std::string since, until;
  std::vector<std::string> actors, places, types;
  bool all = false;

  void declare(CLI::App& command);
  // Names resolved. `all_modalities` is what the command does without --all.
  Result<EventFilter> resolve(const EventSource& source, bool all_modalities) const;
};

struct WithinOption {
  std::string text;

  void declare(CLI::App& command, const std::string& help);
  // Nothing when it was not given. usage: no length of time.
  Result<std::optional<seconds>> span() const;
};

// Into the options of a question: the filter with its names resolved, with or without undated events, and --within.
template <class Options>
Status fill(Options& options, const FilterOptions& filter, bool undated, const WithinOption& within,
            const EventSource& source) {
  auto resolved = filter.resolve(source, false);
  if (!resolved) return resolved.error();
  const auto span = within.span();
  if (!span) return span.error();
  options.filter = std::move(resolved).value();
  options.filter.undated = undated;
  options.within = *span;
  return Done{};
}

struct CertaintyOption {
  std::string text = "both";

  void declare(CLI::App& command);
  CertaintyFilter filter() const;
};

}  // namespace forewhen
