// SPDX-License-Identifier: Apache-2.0
// SQLite as one would use it for this: a table of events, one of participations in the order of (actor, start), and
// indexes by place and time.
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <stdexcept>

#include "tests/bench/store/side.h"

namespace forewhen::bench {
namespace {

class Statement {
 public:
  Statement(sqlite3* db, const std::string& text) : db_(db) {
    if (sqlite3_prepare_v2(db, text.c_str(), -1, &statement_, nullptr) != SQLITE_OK) fail();
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  template <class... Values>
  void bind(Values... values) {
    sqlite3_reset(statement_);
    int at = 0;
    (sqlite3_bind_int64(statement_, ++at, static_cast<std::int64_t>(values)), ...);
  }
  bool step() {
    const int code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) fail();
    if (code == SQLITE_DONE) sqlite3_reset(statement_);
    return code == SQLITE_ROW;
  }
  template <class... Values>
  void run(Values... values) {
    bind(values...);
    step();
  }
  std::int64_t column(int at) const { return sqlite3_column_int64(statement_, at); }
  void reset() { sqlite3_reset(statement_); }

 private:
  [[noreturn]] void fail() const { throw std::runtime_error(fmt::format("SQLite: {}", sqlite3_errmsg(db_))); }
  sqlite3* db_;
  sqlite3_stmt* statement_ = nullptr;
};

// The `limit` latest participations of two actors before ?3, the two lists joined.
std::string latest_of_two(const char* since, std::size_t limit) {
  const auto one = [&](int actor) {
    return fmt::format(
        "select id, start from (select id, start from part where actor = ?{} and start < ?3{} order by start desc "
        "limit {})",
        actor, since, limit);
  };
  return fmt::format("select id, start from ({} union {}) order by start desc limit {}", one(1), one(2), limit);
}

class SqliteSide final : public Side {
 public:
  SqliteSide(const std::filesystem::path& folder, std::uint32_t actors) : actors_(actors) {
    std::filesystem::create_directories(folder);
    if (sqlite3_open((folder / "events.sqlite").c_str(), &db_) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(db_));
    run("pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -1000000;"
        "pragma mmap_size = 16000000000; pragma temp_store = memory;"
        "create table if not exists event (id integer primary key, actor int, recipient int, type int, place int,"
        " start int, finish int);"
        "create table if not exists part (actor int, start int, id int, primary key (actor, start, id)) without rowid");
    event_ = make("select actor, recipient, start from event where id = ?");
    latest_ = make("select event.* from (" + latest_of_two("", kLatest) + ") t join event on event.id = t.id");
    step_ = make(latest_of_two(" and start >= ?3 - 7776000", kStep));
    timeline_ = make(
        "select event.* from part join event on event.id = part.id where part.actor = ? and part.start >= ?"
        " and part.start < ? order by part.start");
    at_place_ =
        make("select start from event where place = ?1 and start >= ?2 - 31622400 and start < ?3 and finish > ?2");
    first_ = make("select start from part where actor = ? and start >= ? order by start limit 1");
    later_ = make("select actor, recipient, start from event where start >= ? order by start");
    meets_ = make(
        "select part.start, event.actor, event.recipient from part join event on event.id = part.id"
        " where part.actor = ? and part.start >= ? order by part.start");
    put_event_ = make("insert into event values (?, ?, ?, ?, ?, ?, ?)");
    put_part_ = make("insert into part values (?, ?, ?)");
  }
  ~SqliteSide() override {
    for (auto* statement :
         {&event_, &latest_, &step_, &timeline_, &at_place_, &first_, &later_, &meets_, &put_event_, &put_part_})
      statement->reset();
    sqlite3_close(db_);
  }

  void load(const std::vector<MadeEvent>& events, std::size_t count) override {
    run("begin");
    for (std::size_t i = 0; i < count; ++i) put_event(events[i], i);
    run("commit; begin;"
        "insert into part select actor, start, id from (select actor, start, id from event union all"
        " select recipient, start, id from event) order by 1, 2, 3;"
        "create index event_place on event (place, start, finish); create index event_start on event (start);"
        "commit; analyze; pragma wal_checkpoint(truncate)");
  }

  void append(const std::vector<MadeEvent>& events, std::size_t begin, std::size_t end) override {
    run("begin");
    for (std::size_t i = begin; i < end; ++i) {
      put_event(events[i], i);
      put_part_->run(events[i].actor, events[i].start, i);
      put_part_->run(events[i].recipient, events[i].start, i);
    }
    run("commit");
  }

  void compact() override { run("vacuum; pragma wal_checkpoint(truncate)"); }

  Sum latest_before(std::size_t event) override {
    const auto [actor, recipient, start] = of(event);
    latest_->bind(actor, recipient, start);
    Sum sum;
    while (latest_->step()) sum.add(latest_->column(5));
    return sum;
  }

  Sum three_steps_back(std::size_t event) override {
    Sum sum;
    std::vector<std::pair<std::int64_t, std::size_t>> from{{0, event}}, next;
    for (int step = 0; step < kSteps; ++step) {
      next.clear();
      for (const auto& [when, number] : from) {
        const auto [actor, recipient, start] = of(number);
        step_->bind(actor, recipient, start);
        while (step_->step()) next.emplace_back(step_->column(1), static_cast<std::size_t>(step_->column(0)));
      }
      std::sort(next.begin(), next.end());
      next.erase(std::unique(next.begin(), next.end()), next.end());
      for (const auto& [start, number] : next) sum.add(start);
      from.swap(next);
    }
    return sum;
  }

  Sum timeline(const Questions::Window& year) override {
    timeline_->bind(year.of, year.begin, year.end);
    Sum sum;
    while (timeline_->step()) sum.add(timeline_->column(5));
    return sum;
  }

  Sum earliest_arrival(const Questions::Journey& journey) override {
    Sum sum;
    first_->bind(journey.from, journey.begin);
    if (!first_->step()) return sum;
    const std::int64_t first = first_->column(0);
    first_->reset();
    reached_.assign(actors_, kNever);
    reached_[journey.from] = first - 1;
    later_->bind(first);
    meets_->bind(journey.to, first);
    std::int64_t passed = first;
    while (meets_->step()) {
      const std::int64_t start = meets_->column(0), other = meets_->column(1 + (meets_->column(1) == journey.to));
      while (reached_[other] >= start && passed < start) passed = pass_one();
      if (reached_[other] >= start) continue;
      sum.add(start);
      break;
    }
    later_->reset(), meets_->reset();
    return sum;
  }

  Sum at_place(const Questions::Window& month) override {
    at_place_->bind(month.of, month.begin, month.end);
    Sum sum;
    while (at_place_->step()) sum.add(at_place_->column(0));
    return sum;
  }

 private:
  static constexpr std::int64_t kNever = INT64_MAX;
  struct Of {
    std::int64_t actor, recipient, start;
  };
  Of of(std::size_t number) {
    event_->bind(number);
    event_->step();
    return {event_->column(0), event_->column(1), event_->column(2)};
  }
  // One event further in the pass of Q5; when it starts.
  std::int64_t pass_one() {
    if (!later_->step()) return kNever;
    const auto a = static_cast<std::size_t>(later_->column(0)), b = static_cast<std::size_t>(later_->column(1));
    const std::int64_t start = later_->column(2);
    if (reached_[a] < start) reached_[b] = std::min(reached_[b], start);
    if (reached_[b] < start) reached_[a] = std::min(reached_[a], start);
    return start;
  }
  void put_event(const MadeEvent& event, std::size_t number) {
    put_event_->run(number, event.actor, event.recipient, event.type, event.place, event.start, event.end);
  }
  std::unique_ptr<Statement> make(const std::string& text) { return std::make_unique<Statement>(db_, text); }
  void run(const char* text) {
    char* message = nullptr;
    if (sqlite3_exec(db_, text, nullptr, nullptr, &message) != SQLITE_OK) throw std::runtime_error(message);
  }

  std::uint32_t actors_;
  sqlite3* db_ = nullptr;
  std::unique_ptr<Statement> event_, latest_, step_, timeline_, at_place_, first_, later_, meets_, put_event_,
      put_part_;
  std::vector<std::int64_t> reached_;  // when each actor is, in Q5
};

}  // namespace

std::unique_ptr<Side> open_sqlite(const std::filesystem::path& folder, std::uint32_t actors) {
  return std::make_unique<SqliteSide>(folder, actors);
}

}  // namespace forewhen::bench
