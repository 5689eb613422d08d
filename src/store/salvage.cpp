// SPDX-License-Identifier: Apache-2.0
#include "forewhen/store/salvage.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <chrono>
#include <map>
#include <set>

#include "store/body.h"
#include "store/import_again.h"
#include "store/records.h"
#include "store/rocks_damaged.h"
#include "store/rocks_kv.h"
#include "store/walk_readable.h"

namespace forewhen {

using store::prefix_of;
using store::Space;
using store::Table;

class Salvage::State {
 public:
  State(std::unique_ptr<GraphStore> graph, std::vector<std::string> lost)
      : graph_(std::move(graph)), kv_(StoreAccess::kv(*graph_)), lost_(std::move(lost)) {}

  Status documents(const std::function<Status(SalvagedDocument)>& visit);
  Status decisions(const std::function<Status(const Decision&)>& visit);
  Result<std::uint64_t> data_sets(GraphStore& to);
  const std::vector<std::string>& lost() const { return lost_; }

 private:
  void lose(std::string what) { lost_.push_back(std::move(what)); }
  void lose_gaps(std::uint64_t gaps, const char* of) {
    if (gaps > 0) lose(fmt::format("{} damaged block{} where {} may have been", gaps, gaps == 1 ? "" : "s", of));
  }
  Result<SalvagedDocument> document(const std::string& id);
  std::set<std::string> document_ids();
  void find_rows();
  Result<std::uint64_t> import(const ImportInfo& info, GraphStore& to);

  std::unique_ptr<GraphStore> graph_;
  const store::OrderedKv& kv_;
  std::vector<std::string> lost_;
  // What is left of data sets: segments, and by import the rows of them that can be read.
  std::vector<store::SegmentInfo> segments_;
  std::map<std::uint32_t, std::vector<store::RowPlace>> rows_;
};

Result<SalvagedDocument> Salvage::State::document(const std::string& id) {
  const auto record = store::find_record<store::DocumentRecord>(kv_, store::document_key(id), "its record");
  if (!record) return record.error();
  if (!*record) return Error{ErrorKind::corrupt, "its record is missing", "", ""};
  auto claims = graph_->document_claims(id);
  if (!claims) return claims.error();
  const std::string& text = (*claims)->document.text;
  if (text.size() != (*record)->text_size || content_hash(text) != (*record)->text_hash) {
    return Error{ErrorKind::corrupt, "its text is not the one that was read", "", ""};
  }
  if ((*claims)->claims.size() != (*record)->claims)
    return Error{ErrorKind::corrupt, "claims of it are missing", "", ""};
  for (const Claim& claim : (*claims)->claims) {
    if (claim.document != id || claim_id(id, claim.trigger) != claim.id)
      return Error{ErrorKind::corrupt, "a claim of it is another's", "", ""};
  }
  return SalvagedDocument{**std::move(claims), (*record)->recorded, (*record)->revision};
}

// Of which anything is left.
std::set<std::string> Salvage::State::document_ids() {
  std::set<std::string> ids;
  const auto note = [&](std::string_view key, std::string_view) {
    ids.emplace(key.substr(1));
    return true;
  };
  std::uint64_t gaps = 0;
  for (const Table table : {Table::document, Table::claim_list})
    gaps += walk_readable(kv_, Space::records, prefix_of(table), note);
  gaps += walk_readable(kv_, Space::text, prefix_of(Table::text), note);
  lose_gaps(gaps, "documents");
  return ids;
}

Status Salvage::State::documents(const std::function<Status(SalvagedDocument)>& visit) {
  std::uint64_t whole = 0, named = 0;
  for (const std::string& id : document_ids()) {
    auto read = document(id);
    if (!read) {
      ++named;
      lose(fmt::format("document {}: {}", id, read.error().what));
      continue;
    }
    ++whole;
    if (Status done = visit(*std::move(read)); !done) return done;
  }
  const auto counts = graph_->counts();
  if (counts && counts->documents > whole + named)
    lose(fmt::format("{} documents of which nothing is left, not even the name", counts->documents - whole - named));
  return Done{};
}

Status Salvage::State::decisions(const std::function<Status(const Decision&)>& visit) {
  Status outcome = Done{};
  lose_gaps(walk_readable(kv_, Space::records, prefix_of(Table::decision),
                          [&](std::string_view key, std::string_view value) {
                            const auto decision = store::decode<Decision>(value);
                            const auto number = store::read_id(key);
                            if (decision && number && decision->number == *number)
                              outcome = visit(*decision);
                            else
                              lose(number ? fmt::format("decision {}", *number) : "a decision");
                            return outcome.ok();
                          }),
            "decisions");
  return outcome;
}

Result<std::uint64_t> Salvage::State::data_sets(GraphStore& to) {
  std::map<std::uint32_t, ImportInfo> imports;
  lose_gaps(walk_readable(kv_, Space::records, prefix_of(Table::segment_info),
                          [&](std::string_view, std::string_view value) {
                            auto info = store::decode_info(value);
                            if (info)
                              segments_.push_back(*std::move(info));
                            else
                              lose("a segment of data sets: its description does not decode");
                            return true;
                          }),
            "segments of data sets");
  lose_gaps(walk_readable(kv_, Space::records, prefix_of(Table::import),
                          [&](std::string_view, std::string_view value) {
                            auto info = store::decode_import(value);
                            if (info)
                              imports[info->number] = *std::move(info);
                            else
                              lose("what is known of an import");
                            return true;
                          }),
            "imports");
  find_rows();
  for (const auto& [number, rows] : rows_) imports.try_emplace(number).first->second.number = number;
  std::uint64_t rows = 0;
  for (const auto& [number, info] : imports) {
    const auto imported = import(info, to);
    if (!imported) return imported.error();
    rows += *imported;
  }
  return rows;
}

void Salvage::State::find_rows() {
  store::SegmentMemory memory;
  store::SegmentCaches cache(0);
  for (std::uint32_t i = 0; i < segments_.size(); ++i) {
    const store::Segment from(kv_, segments_[i], memory, cache);
    std::uint64_t unreadable = 0;
    for (std::uint32_t row = 0; row < segments_[i].rows; ++row) {
      const auto record = from.record(row);
      if (record)
        rows_[record->import].push_back({i, row});
      else
        ++unreadable;
    }
    if (unreadable > 0)
      lose(fmt::format("{} of {} rows of a segment of imports {}", unreadable, segments_[i].rows,
                       fmt::join(segments_[i].imports, ", ")));
  }
}

Result<std::uint64_t> Salvage::State::import(const ImportInfo& info, GraphStore& to) {
  std::uint64_t rows = 0;
  const Status done = store::import_again(to, info, [&](RecordImport& import) -> Status {
    store::SegmentMemory memory;  // of none: rows are read whole, without their indexes
    store::SegmentCaches cache(0);
    std::optional<store::Segment> from;
    for (const auto& [segment, row] : rows_[info.number]) {
      if (!from || &from->info() != &segments_[segment]) from.emplace(kv_, segments_[segment], memory, cache);
      const auto record = from->record(row);
      if (!record) return record.error();  // it was read before
      ++rows;
      if (Status added = import.add(record->record); !added) return added;
    }
    return Done{};
  });
  if (!done) return done.error();
  return rows;
}

Salvage::Salvage(std::unique_ptr<State> state) : state_(std::move(state)) {}
Salvage::~Salvage() = default;
Status Salvage::documents(const std::function<Status(SalvagedDocument)>& visit) { return state_->documents(visit); }
Status Salvage::decisions(const std::function<Status(const Decision&)>& visit) { return state_->decisions(visit); }
Result<std::uint64_t> Salvage::data_sets(GraphStore& to) { return state_->data_sets(to); }
const std::vector<std::string>& Salvage::lost() const { return state_->lost(); }

Result<std::unique_ptr<Salvage>> Salvage::open(const std::filesystem::path& folder, const std::filesystem::path& work) {
  std::vector<std::string> lost;
  auto kv = store::open_damaged(folder, work, lost);
  if (!kv) return kv.error();
  auto graph = StoreAccess::over(*std::move(kv), StoreOptions{});
  return std::unique_ptr<Salvage>(new Salvage(std::make_unique<State>(std::move(graph), std::move(lost))));
}

Status keep_revision(GraphStore& graph, const std::string& document, std::uint64_t revision) {
  store::OrderedKv& kv = StoreAccess::kv(graph);
  const std::string key = store::document_key(document);
  auto record = store::find_record<store::DocumentRecord>(kv, key, "document " + document);
  if (!record) return record.error();
  if (!*record || (*record)->revision == revision) return Done{};
  (*record)->revision = revision;
  return kv.commit({{Space::records, key, store::encode(**record)}});
}

}  // namespace forewhen
