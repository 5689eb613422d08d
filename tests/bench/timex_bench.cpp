// SPDX-License-Identifier: Apache-2.0
// Bytes a second of find_timexes, bounds included, on one core: over news text and over lines that are all the same
// ("hostile" ones, where a slow rule would show as quadratic time). FOREWHEN_BENCH_TEXT names a text file of your own.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "forewhen/timex/timex.h"

namespace {

// One time expression in about twenty words, as in news.
constexpr const char* kArticle =
    "The harbour council of Port Ellery voted on Tuesday to close the old ferry terminal, a decision that residents "
    "had "
    "feared since late October. The terminal, which opened in May 1962, carried more than two thousand passengers a "
    "day "
    "in the last few years, but a storm damaged its northern pier two weeks ago. Council leader Mara Quist said the "
    "repairs would take at least nine months and would begin next spring. \"We could not wait any longer,\" she told "
    "reporters. Boats will stop at 6 p.m. on Friday, and a bus will run every hour until the end of the year. "
    "Fishermen "
    "blocked the road to the quay for several hours on Monday morning, and police detained three of them. A court is "
    "to "
    "hear their case on 3 December. In 2019 a similar plan was dropped after the mayor resigned.\n\n";

std::string repeated(const std::string& piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

std::string news() {
  if (const char* path = std::getenv("FOREWHEN_BENCH_TEXT")) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }
  return repeated(kArticle, 1 << 20);
}

forewhen::TimexOptions options() {
  forewhen::TimexOptions made;
  made.published = *forewhen::parse_iso("2021-11-08");
  return made;
}

void measure(benchmark::State& state, const std::string& text) {
  std::size_t found = 0;
  for (auto _ : state) found += forewhen::find_timexes(text, options()).size();
  benchmark::DoNotOptimize(found);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
  state.counters["expressions"] = static_cast<double>(found) / static_cast<double>(state.iterations());
}

void News(benchmark::State& state) { measure(state, news()); }
BENCHMARK(News)->Unit(benchmark::kMillisecond);

// Twice the text must take twice the time.
void Hostile(benchmark::State& state, const char* piece) {
  measure(state, repeated(piece, static_cast<std::size_t>(state.range(0)) << 20));
}
BENCHMARK_CAPTURE(Hostile, Digits, "7")->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Hostile, Weekdays, "Monday ")->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Hostile, Brackets, "(")->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Hostile, NumberWords, "twenty ")->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Hostile, Ranges, "1-")->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Hostile, Directions, "the last ")->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
