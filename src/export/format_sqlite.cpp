// SPDX-License-Identifier: Apache-2.0
// sqlite: a database of its own with the tables events (the columns of csv), participants, actors, places, mentions,
// documents and links, and events_fts for full-text search (FTS5) over what, who, where and the sentences.
#include <fmt/format.h>
#include <sqlite3.h>

#include <memory>
#include <set>

#include "export/event_fields.h"
#include "export/formats.h"

namespace forewhen {
namespace {

constexpr const char* kTables =
    "CREATE TABLE documents(id TEXT PRIMARY KEY, title TEXT, url TEXT, published TEXT);"
    "CREATE TABLE actors(id TEXT PRIMARY KEY, name TEXT, kind TEXT, country TEXT);"
    "CREATE TABLE places(id TEXT PRIMARY KEY, name TEXT, within TEXT, country TEXT, lat REAL, lon REAL);"
    "CREATE TABLE participants(event TEXT REFERENCES events(id), role TEXT, actor TEXT REFERENCES actors(id), text "
    "TEXT);"
    "CREATE TABLE mentions(event TEXT REFERENCES events(id), document TEXT REFERENCES documents(id), \"begin\" INTEGER,"
    " \"end\" INTEGER, text TEXT, sentence TEXT);"
    "CREATE TABLE links(\"from\" TEXT REFERENCES events(id), \"to\" TEXT REFERENCES events(id), relation TEXT, rule "
    "TEXT,"
    " weight INTEGER, document TEXT);"
    "CREATE VIRTUAL TABLE events_fts USING fts5(id UNINDEXED, what, who, place, sentences);";
constexpr const char* kIndexes =
    "CREATE INDEX events_by_start ON events(start_min); CREATE INDEX participants_by_event ON participants(event);"
    "CREATE INDEX participants_by_actor ON participants(actor); CREATE INDEX mentions_by_event ON mentions(event);";

class Database {
 public:
  explicit Database(const std::string& path) : path_(path) {
    sqlite3* raw = nullptr;
    code_ = sqlite3_open(path.c_str(), &raw);
    handle_.reset(raw);
  }
  void run(const std::string& sql) {
    if (code_ == SQLITE_OK) code_ = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  }
  // Nothing happens after the first failure, which status() tells. Empty values are NULL.
  void insert(const std::string& table, const std::vector<std::string>& values) {
    if (code_ != SQLITE_OK) return;
    sqlite3_stmt*& statement = statements_[table];
    if (!statement) {
      std::string marks;
      for (std::size_t i = 0; i < values.size(); ++i) marks += i ? ",?" : "?";
      code_ = sqlite3_prepare_v2(handle_.get(), ("INSERT INTO " + table + " VALUES(" + marks + ")").c_str(), -1,
                                 &statement, nullptr);
      if (code_ != SQLITE_OK) return;
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
      const int at = static_cast<int>(i) + 1;
      if (values[i].empty()) {
        sqlite3_bind_null(statement, at);
      } else {
        sqlite3_bind_text(statement, at, values[i].data(), static_cast<int>(values[i].size()), SQLITE_STATIC);
      }
    }
    const int step = sqlite3_step(statement);
    sqlite3_reset(statement);
    if (step != SQLITE_DONE) code_ = step;
  }
  Status status() const {
    if (code_ == SQLITE_OK) return Done{};
    return Error{ErrorKind::io, fmt::format("SQLite says: {}", sqlite3_errmsg(handle_.get())), path_, ""};
  }
  ~Database() {
    for (auto& [table, statement] : statements_) sqlite3_finalize(statement);
  }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close(handle); }
  };
  std::string path_;
  std::unique_ptr<sqlite3, Close> handle_;
  std::map<std::string, sqlite3_stmt*> statements_;  // finalized before the handle goes
  int code_ = SQLITE_OK;
};

std::string events_table() {
  std::string columns;
  for (const std::string_view name : field_names()) {
    const bool real = name == "lat" || name == "lon";
    columns += fmt::format("{}\"{}\" {}", columns.empty() ? "" : ", ", name, real ? "REAL" : "TEXT");
    if (name == "id") columns += " PRIMARY KEY";
  }
  return "CREATE TABLE events(" + columns + ");";
}

Status insert_event(ExportJob& job, Database& database, const Event& event, std::set<ActorId>& actors,
                    std::set<PlaceId>& places, std::set<std::string>& known) {
  const std::string id = to_string(event.id);
  const auto fields = fields_of(job, event);
  if (!fields) return fields.error();
  std::vector<std::string> values;
  for (const Field& field : *fields) values.push_back(field.value);
  database.insert("events", values);
  for (const EventParticipant& each : event.participants) {
    database.insert("participants",
                    {id, std::string(name_of(each.role)), each.actor ? to_string(each.actor) : "", each.text});
    if (each.actor) actors.insert(each.actor);
  }
  if (event.place && event.place->place && places.insert(event.place->place).second) {
    const EventPlace& place = *event.place;
    database.insert("places", {to_string(place.place), place.name, place.within, place.country,
                               place.point ? fmt::format("{}", place.point->latitude) : "",
                               place.point ? fmt::format("{}", place.point->longitude) : ""});
  }
  const auto documents = job.documents(event);
  if (!documents) return documents.error();
  for (const DocumentSummary& document : *documents) {
    if (!known.insert(document.id).second) continue;
    database.insert("documents", {document.id, document.title, document.url,
                                  document.published ? format_iso(*document.published) : ""});
  }
  const auto quotes = job.quotes(event);
  if (!quotes) return quotes.error();
  std::string sentences;
  for (const Quote& quote : *quotes) sentences += quote.text + "\n";
  for (const Mention& mention : event.mentions) {
    std::string sentence;
    for (const Quote& quote : *quotes) {
      if (quote.document == mention.document && quote.span == mention.sentence) sentence = quote.text;
    }
    database.insert("mentions", {id, mention.document, std::to_string(mention.span.begin),
                                 std::to_string(mention.span.end), mention.text, sentence});
  }
  std::uint64_t outside = 0;
  const auto links = job.links_from(event, outside);
  if (!links) return links.error();
  for (const Link& link : *links)
    database.insert("links", {id, to_string(link.to), std::string(name_of(link.relation)), link.rule,
                              std::to_string(link.weight), link.document});
  database.insert("events_fts",
                  {id, values[1], joined(all_names(event), "; "), event.place ? event.place->name : "", sentences});
  return database.status();
}

Status insert_actors(ExportJob& job, Database& database, const std::set<ActorId>& actors) {
  for (const ActorId id : actors) {
    const auto actor = job.source.find_actor(id);
    if (!actor) return actor.error();
    if (*actor)
      database.insert("actors",
                      {to_string(id), (*actor)->name, std::string(name_of((*actor)->kind)), (*actor)->country});
  }
  return database.status();
}

}  // namespace

Status write_sqlite(ExportJob& job) {
  Database database(job.path);
  database.run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;");
  database.run(events_table());
  database.run(kTables);
  if (Status ready = database.status(); !ready) return ready;
  std::set<ActorId> actors;
  std::set<PlaceId> places;
  std::set<std::string> known;
  const Status written =
      job.for_each([&](const Event& event) { return insert_event(job, database, event, actors, places, known); });
  if (!written) return written;
  if (Status done = insert_actors(job, database, actors); !done) return done;
  database.run(kIndexes);
  database.run("COMMIT;");
  return database.status();
}

}  // namespace forewhen
