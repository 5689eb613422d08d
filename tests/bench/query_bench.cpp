// SPDX-License-Identifier: Apache-2.0
// What questions cost in process, on a store of made events and beside SQLite: full text by FTS5, hops by a recursive
// CTE. Each question is asked of many things; printed are the median and the 99th of 100.
//   query_bench FOLDER [QUESTIONS [WORDS]]    FOLDER as store_bench --folder leaves it; only lines that have these
//   words
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <random>
#include <stdexcept>

#include "forewhen/graph/actor_network.h"
#include "forewhen/model/record.h"
#include "forewhen/query/actor_measures.h"
#include "forewhen/query/at_place.h"
#include "forewhen/query/before.h"
#include "forewhen/query/paths.h"
#include "forewhen/query/search.h"
#include "forewhen/store/graph_store.h"

using namespace forewhen;

namespace {

constexpr std::uint32_t kActors = 20'000, kPlaces = 2'000, kTypes = 250;  // of store_bench
constexpr std::size_t kShown = 20;

template <class Value>
Value taken(Result<Value> result) {
  if (!result) throw std::runtime_error(to_string(result.error()));
  return *std::move(result);
}

std::string only;  // of the lines

// ask(i) gives how many there are, which is summed so that two sides can be compared.
template <class Ask>
void measure(const std::string& what, const char* whose, std::size_t questions, Ask ask) {
  if (what.find(only) == std::string::npos) return;
  std::vector<double> took;
  std::uint64_t found = 0;
  for (std::size_t i = 0; i < questions; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    found += ask(i);
    took.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  }
  std::sort(took.begin(), took.end());
  fmt::print("{:<37} {:<9} {:>9.3f} {:>9.3f} ms  {:>12} found\n", what, whose, took[took.size() / 2],
             took[std::min(took.size() - 1, took.size() * 99 / 100)], found);
  std::fflush(stdout);
}

class Sqlite {
 public:
  explicit Sqlite(const std::filesystem::path& file) {
    if (sqlite3_open(file.c_str(), &db_) != SQLITE_OK) fail();
    run("pragma cache_size = -1000000; pragma mmap_size = 16000000000; pragma temp_store = memory");
  }
  ~Sqlite() { sqlite3_close(db_); }
  Sqlite(const Sqlite&) = delete;
  Sqlite& operator=(const Sqlite&) = delete;

  // The same words that the events have, once for all.
  void make_words(const std::filesystem::path& file) {
    count("attach ? as w", {file.string()});
    if (count("select 1 from w.sqlite_master where name = 'words'", {}) > 0) return;
    run("create virtual table w.words using fts5(told, content='')");
    run("insert into words (rowid, told) select id, printf('type%03d Actor%05d Actor%05d Place%04d', type, actor,"
        " recipient, place) from event");
    run("insert into words (words) values ('optimize')");
  }
  // Rows of the query with these texts or numbers; the last of the first column.
  std::uint64_t count(const char* text, const std::vector<std::string>& values, std::int64_t* last = nullptr) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(db_, text, -1, &statement, nullptr) != SQLITE_OK) fail();
    for (std::size_t i = 0; i < values.size(); ++i)
      sqlite3_bind_text(statement, static_cast<int>(i + 1), values[i].c_str(), -1, SQLITE_TRANSIENT);
    std::uint64_t rows = 0;
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
      ++rows;
      if (last) *last = sqlite3_column_int64(statement, 0);
    }
    sqlite3_finalize(statement);
    if (code != SQLITE_DONE) fail();
    return rows;
  }

 private:
  void run(const char* text) {
    if (sqlite3_exec(db_, text, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }
  [[noreturn]] void fail() const { throw std::runtime_error(fmt::format("SQLite: {}", sqlite3_errmsg(db_))); }
  sqlite3* db_ = nullptr;
};

void search_both(const std::string& what, const GraphStore& store, Sqlite& sqlite,
                 const std::vector<std::string>& words, const char* sql = nullptr) {
  measure(what, "forewhen", words.size(), [&](std::size_t i) {
    const SearchAnswer answer = taken(search_events(store, words[i], {{}, kShown}));
    return answer.hits.size() + answer.more;
  });
  if (!sql) return;
  measure(what, "SQLite", words.size(), [&](std::size_t i) {
    std::int64_t all = 0;
    sqlite.count("select count(*) from words where words match ?", {words[i]}, &all);
    sqlite.count(sql, {words[i]});
    return static_cast<std::uint64_t>(all);
  });
}

// Number of events that are reached by going back through time over shared actors, at most `hops` steps. Values are
// bound as text, which no integer is greater than.
constexpr const char* kBack =
    "with recursive back(id, start, hop) as (select id, start, 0 from event where id = ?1 union"
    " select p.id, p.start, hop + 1 from back join event e on e.id = back.id"
    " join part p on p.actor in (e.actor, e.recipient) and p.start < back.start and p.start >= back.start - ?2"
    " where hop < cast(?3 as integer)) select distinct id from back where hop > 0";

ActorNetwork network_of_year(const EventSource& source, Interval year) {
  std::vector<EventRow> rows;
  const auto cursor = source.rows(Axis::all, 0, year.end);
  for (auto row = taken(cursor->next()); row && row->bounds.earliest_start >= year.begin; row = taken(cursor->next()))
    rows.push_back(*std::move(row));
  return network_of(rows);
}

void run(const std::filesystem::path& folder, std::size_t questions) {
  const auto store = taken(GraphStore::open(folder / "forewhen", {}));
  Sqlite sqlite(folder / "sqlite" / "events.sqlite");
  sqlite.make_words(folder / "sqlite" / "words.sqlite");
  const GraphCounts counts = taken(store->counts());
  fmt::print("{} events; {} questions of each kind\n", counts.events, questions);
  std::mt19937 random(1);
  const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
  const auto actor = [&] { return fmt::format("Actor{:05}", below(kActors)); };
  const auto place = [&](std::uint32_t of) { return fmt::format("Place{:04}", below(of)); };

  std::vector<std::string> most, types, rare, two, half, slips;
  for (std::size_t i = 0; i < questions; ++i) {
    most.push_back(fmt::format("type{:03}", below(3)));  // low numbers are frequent
    types.push_back(fmt::format("type{:03}", below(kTypes)));
    rare.push_back(actor());
    two.push_back(fmt::format("type{:03} {}", below(kTypes), place(20)));
    half.push_back(actor().substr(0, 9) + "*");
    slips.push_back(actor());
    std::swap(slips.back()[1], slips.back()[2]);
  }
  const char* ranked = "select rowid from words where words match ? order by rank limit 20";
  search_both("search, a frequent word", *store, sqlite, most, ranked);
  search_both("search, a word of the middle", *store, sqlite, types, ranked);
  search_both("search, a rare word", *store, sqlite, rare, ranked);
  search_both("search, two words (SQLite: both)", *store, sqlite, two, ranked);
  search_both("search, the beginning of a word", *store, sqlite, half, ranked);
  search_both("search, a slip of the fingers", *store, sqlite, slips);

  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < questions; ++i)
    numbers.push_back(counts.events / 50 + below(900'000) % counts.events / 2);
  const auto event = [&](std::size_t i) { return record_event(fmt::format("made:{}", numbers[i])); };
  BeforeOptions options;
  measure("before, one hop, 20 shown", "forewhen", questions,
          [&](std::size_t i) { return taken(before(*store, event(i), options)).items.size(); });
  for (std::size_t i = 0; i < std::min<std::size_t>(questions, 200); ++i) taken(before(*store, event(i), options));
  measure("before, one hop, asked again", "forewhen", std::min<std::size_t>(questions, 200),
          [&](std::size_t i) { return taken(before(*store, event(i), options)).items.size(); });
  measure("before, one hop: SQLite, both actors", "SQLite", questions, [&](std::size_t i) {
    return sqlite.count(
        "select p.id, p.start from event e join part p on p.actor in (e.actor, e.recipient) and p.start < e.start"
        " where e.id = ? order by p.start desc limit 20",
        {std::to_string(numbers[i])});
  });
  options.hops = 3;
  options.within = seconds(86'400);
  measure("before, three hops, a day", "forewhen", questions,
          [&](std::size_t i) { return taken(before(*store, event(i), options)).items.size(); });
  measure("three hops, a day: SQLite, by actors", "SQLite", std::min<std::size_t>(questions, 5), [&](std::size_t i) {
    return sqlite.count(kBack, {std::to_string(numbers[i]), "86400", "3"});
  });
  options.within.reset();
  measure("before, three hops, no window", "forewhen", std::min<std::size_t>(questions, 10),
          [&](std::size_t i) { return taken(before(*store, event(i), options)).items.size(); });
  measure("after, three hops, no window", "forewhen", std::min<std::size_t>(questions, 10),
          [&](std::size_t i) { return taken(after(*store, event(i), options)).items.size(); });

  PathOptions paths;
  paths.limit = 5;
  paths.filter.window = taken(parse_window("2019-01-01", "2020-01-01"));
  measure("path, k = 5, in a year", "forewhen", questions, [&](std::size_t i) {
    const PathEnd from = taken(resolve_path_end(*store, rare[i])),
                  to = taken(resolve_path_end(*store, rare[(i + 1) % questions]));
    return from.actors == to.actors ? 0 : taken(find_paths(*store, from, to, paths)).paths.size();
  });
  ActorNetwork network;
  measure("page rank: who met in a year", "forewhen", std::min<std::size_t>(questions, 20), [&](std::size_t) {
    network = network_of_year(*store, paths.filter.window);
    return network.size();
  });
  measure("page rank of them", "forewhen", std::min<std::size_t>(questions, 20),
          [&](std::size_t) { return page_rank(network).size(); });
  MeasureOptions measures;
  measures.filter.window = paths.filter.window;
  measure("all measures of a year's actors", "forewhen", std::min<std::size_t>(questions, 20),
          [&](std::size_t) { return taken(measure_actors(*store, measures)).of_actors; });
  measure("at a place, 20 shown", "forewhen", questions, [&](std::size_t i) {
    return taken(events_at(*store, fmt::format("Place{:04}", i % kPlaces), 0, {kShown, {}})).listing.events.size();
  });
}

}  // namespace

int main(int argc, char** argv) try {
  const std::size_t questions = argc >= 3 ? std::strtoull(argv[2], nullptr, 10) : 200;
  if (argc < 2 || argc > 4 || questions == 0) return std::fputs("query_bench FOLDER [QUESTIONS [WORDS]]\n", stderr), 2;
  if (argc == 4) only = argv[3];
  run(argv[1], questions);
  return 0;
} catch (const std::exception& failure) {
  std::fprintf(stderr, "query_bench: %s\n", failure.what());
  return 1;
}
