// SPDX-License-Identifier: Apache-2.0
// What the measures of actors cost on a window of a database, step by step; the best of ten.
//   graph_bench DB SINCE UNTIL
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "forewhen/graph/actor_network.h"
#include "forewhen/query/filter.h"
#include "forewhen/store/graph_store.h"

using namespace forewhen;

namespace {

template <class Work>
void measure(const char* what, Work work) {
  double best = 1e300;
  for (int i = 0; i < 10; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  }
  fmt::print("{:<34} {:>9.2f} ms\n", what, best);
}

std::vector<EventRow> rows_of(const GraphStore& store, Interval window) {
  std::vector<EventRow> rows;
  const auto cursor = store.rows(Axis::all, 0, window.end);
  while (true) {
    auto row = cursor->next();
    if (!row || !*row || (*row)->bounds.earliest_start < window.begin) return rows;
    rows.push_back(**std::move(row));
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto window = parse_window(argc == 4 ? argv[2] : "", argc == 4 ? argv[3] : "");
  const auto store = argc == 4 ? GraphStore::open(argv[1], {}) : Error{ErrorKind::usage, "DB SINCE UNTIL", "", ""};
  if (!store || !window) return std::fputs("graph_bench DB SINCE UNTIL\n", stderr), 2;

  const std::vector<EventRow> rows = rows_of(**store, *window);
  const ActorNetwork network = network_of(rows);
  fmt::print("{} events, {} actors, {} pairs\n", network.events, network.size(), network.pairs);
  measure("rows read from the store", [&] { (void)rows_of(**store, *window); });
  measure("snapshot of actors from the rows", [&] { (void)network_of(rows); });
  WindowOptions options;
  options.window = *window;
  // Reads all that is older as well: what began before the window may have started in it.
  measure("snapshot with events (load_window)", [&] { (void)load_window(**store, options); });
  measure("page rank", [&] { (void)page_rank(network); });
  measure("components", [&] { (void)components(network); });
  measure("communities", [&] { (void)communities(network); });
  measure("betweenness, 500 sources", [&] { (void)betweenness(network); });
}
