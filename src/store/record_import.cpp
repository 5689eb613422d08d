// SPDX-License-Identifier: Apache-2.0
// Rows are gathered into segments. When one is full, a second thread compares its ids with those of the segments there
// are (both sorted: one pass), leaves out what is known and settles what is newer, while the first thread gathers the
// next. The segment's keys are loaded first, where nobody looks; one batch then makes it known, with the states and the
// record of the import.
#include "forewhen/store/record_import.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <unordered_map>

#include "store/body.h"
#include "store/segment_builder.h"
#include "store/settlement.h"

namespace forewhen {
namespace store {
namespace {

Instant now_of(const GraphStore& store) {
  const StoreOptions& options = StoreAccess::options(store);
  return options.now ? options.now() : std::chrono::floor<seconds>(std::chrono::system_clock::now());
}

using Versions = std::map<EventId, std::vector<RowVersion>>;

// The same as a walk over all keys, for few ids.
Status look_up(const OrderedKv& kv, std::uint32_t number, const SegmentInfo& info, const std::vector<RowKey>& keys,
               Versions& known) {
  const Segment segment(kv, info);
  for (auto at = keys.begin(); at != keys.end(); ++at) {
    if (at != keys.begin() && at->event == std::prev(at)->event) continue;
    const auto found = segment.find(at->event);
    if (!found) return found.error();
    for (const RowKey& old : *found) known[old.event].push_back({{number, old.row}, old, info.import});
  }
  return Done{};
}

// Rows of the segments there are that have one of the ids, which are sorted.
Status find_known(const OrderedKv& kv, const Catalog& catalog, const std::vector<RowKey>& keys, Versions& known) {
  constexpr std::size_t kLookup = 64;  // rows that are walked over in the time of one lookup
  for (const auto& [number, entry] : catalog.segments) {
    auto at = keys.begin();
    const std::uint32_t segment = number;
    if (keys.size() * kLookup < entry.info.rows) {
      if (Status found = look_up(kv, number, entry.info, keys, known); !found) return found;
      continue;
    }
    const auto import = entry.info.import;
    const Status walked = Segment(kv, entry.info).each_key([&](const RowKey& old) {
      while (at != keys.end() && at->event < old.event) ++at;
      if (at == keys.end()) return false;
      if (at->event == old.event) known[old.event].push_back({{segment, old.row}, old, import});
      return true;
    });
    if (!walked) return walked;
  }
  return Done{};
}

bool is_same(const RowKey& a, const RowKey& b) { return a.version == b.version && a.content == b.content; }

// A row that is there already. Where the source has no versions, only the row that holds counts: who imports an older
// file later wants it. What a newer version overtakes anyway need not be kept twice.
bool is_known(const RowKey& key, const Versions& known) {
  const auto at = known.find(key.event);
  if (at == known.end()) return false;
  const RowKey& holds = newest(at->second).key;
  if (key.version == 0 && holds.version == 0) return is_same(holds, key);
  return std::any_of(at->second.begin(), at->second.end(),
                     [&](const RowVersion& old) { return is_same(old.key, key); });
}

// Mirror rows of all segments for the wanted numbers, which are sorted.
Status find_mirrors(const OrderedKv& kv, const Catalog& catalog, const std::vector<std::uint64_t>& wanted,
                    std::unordered_map<std::uint64_t, std::vector<MirrorRow>>& groups) {
  if (wanted.empty()) return Done{};
  for (const auto& [number, entry] : catalog.segments) {
    auto at = wanted.begin();
    const std::uint32_t segment = number;
    const Status walked = Segment(kv, entry.info).each_mirror([&](const MirrorKey& old) {
      while (at != wanted.end() && *at < old.mirror) ++at;
      if (at == wanted.end()) return false;
      if (*at == old.mirror) groups[old.mirror].push_back({old, {segment, old.row}});
      return true;
    });
    if (!walked) return walked;
  }
  return Done{};
}

std::vector<std::uint64_t> sorted_unique(std::vector<std::uint64_t> numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

Settlement::CountOf count_from(const OrderedKv& kv, const Catalog& catalog) {
  return [&kv, &catalog](RowPlace place) -> Result<Settlement::RowCount> {
    const auto facts = Segment(kv, catalog.segments.at(place.segment).info).facts(place.row);
    if (!facts) return facts.error();
    return Settlement::RowCount{facts->actors.size(), facts->bounds.earliest_start == kOpenPast};
  };
}

std::map<std::uint32_t, SegmentState> states_of(const Catalog& catalog) {
  std::map<std::uint32_t, SegmentState> states;
  for (const auto& [number, entry] : catalog.segments) states[number] = entry.state;
  return states;
}

}  // namespace
}  // namespace store

class RecordImport::State {
 public:
  State(GraphStore& store, ImportInfo info, ImportOptions options)
      : store_(store), kv_(StoreAccess::kv(store)), info_(std::move(info)), options_(options) {}
  ~State() {
    if (pending_.valid()) pending_.wait();
  }

  Status add(const Record& record) {
    note_set(record.document.id);
    builder_->add(record);
    ++rows_;
    const bool full = builder_->rows() >= options_.rows_at_once || builder_->bytes() >= options_.bytes_at_once;
    return full ? hand_over() : Done{};
  }

  Result<ImportInfo> finish(std::uint64_t refused) {
    if (Status done = hand_over(); !done) return done.error();
    if (Status done = wait(); !done) return done.error();
    info_.rows = rows_;
    info_.refused = refused;
    if (info_.number == 0) return info_;  // nothing was written
    const Status written = kv_.commit({{store::Space::records, store::import_key(info_.number), store::encode(info_)}});
    if (!written) return written.error();
    StoreAccess::forget_catalog(store_);
    return info_;
  }

 private:
  // What the ids begin with; an import may be of several data sets.
  void note_set(const std::string& id) {
    if (!last_set_.empty() && id.starts_with(last_set_)) return;
    last_set_ = id.substr(0, id.find(':') + 1);
    sets_.insert(last_set_.substr(0, last_set_.size() - (last_set_.empty() ? 0 : 1)));
  }
  std::string sets() const {
    std::string joined;
    for (const std::string& set : sets_) joined += (joined.empty() ? "" : ",") + set;
    return joined;
  }

  Status wait() { return pending_.valid() ? pending_.get() : Status(Done{}); }

  Status hand_over() {
    if (Status done = wait(); !done) return done;
    if (builder_->rows() == 0) return Done{};
    auto full = std::exchange(builder_, std::make_unique<store::SegmentBuilder>());
    info_.set = sets();
    pending_ = std::async(std::launch::async, [this, full = std::move(full)] { return write(*full); });
    return Done{};
  }

  Status write(store::SegmentBuilder& builder);
  Status settle(const store::Catalog& catalog, const store::SegmentBuilder::Layout& layout,
                const store::Versions& known, std::vector<store::KvWrite>& writes);

  GraphStore& store_;
  store::OrderedKv& kv_;
  ImportInfo info_;
  ImportOptions options_;
  std::uint64_t rows_ = 0;
  std::string last_set_;  // with its colon
  std::set<std::string> sets_;
  std::unique_ptr<store::SegmentBuilder> builder_ = std::make_unique<store::SegmentBuilder>();
  std::future<Status> pending_;
};

Status RecordImport::State::write(store::SegmentBuilder& builder) {
  const auto catalog = StoreAccess::catalog(store_);
  if (!catalog) return catalog.error();
  const std::vector<store::RowKey> keys = builder.keys();
  store::Versions known;
  if (Status found = store::find_known(kv_, **catalog, keys, known); !found) return found;
  std::vector<std::uint32_t> unneeded;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const bool again = i > 0 && keys[i - 1].event == keys[i].event && store::is_same(keys[i - 1], keys[i]);
    if (again || store::is_known(keys[i], known)) unneeded.push_back(keys[i].row);
  }
  info_.unchanged += unneeded.size();
  if (unneeded.size() == keys.size()) return Done{};
  builder.drop(unneeded);

  if (info_.number == 0) {
    info_.number = (*catalog)->imports.empty() ? 1 : (*catalog)->imports.rbegin()->first + 1;
    info_.recorded = store::now_of(store_);
  }
  const std::uint32_t segment = (*catalog)->segments.empty() ? 1 : (*catalog)->segments.rbegin()->first + 1;
  auto layout = builder.finish(segment, info_.number);
  // What a writer that died left behind under that number is in nobody's way, but must not mix with ours.
  if (Status clean = store::remove_segment_keys(kv_, segment); !clean) return clean;
  if (Status loaded = kv_.load(layout.writes); !loaded) return loaded;
  std::vector<store::KvWrite> writes{{store::Space::records, store::segment_info_key(segment), encode(layout.info)}};
  if (Status settled = settle(**catalog, layout, known, writes); !settled) return settled;
  writes.push_back({store::Space::records, store::import_key(info_.number), store::encode(info_)});
  if (Status noted = store::note_layout(kv_, true, writes); !noted) return noted;
  const Status written = kv_.commit(writes);
  StoreAccess::forget_catalog(store_);
  return written;
}

Status RecordImport::State::settle(const store::Catalog& catalog, const store::SegmentBuilder::Layout& layout,
                                   const store::Versions& known, std::vector<store::KvWrite>& writes) {
  using namespace store;  // NOLINT: a function of that module
  const std::uint32_t segment = layout.info.number;
  const auto is_undated = [&](std::uint32_t row) { return row >= layout.dated; };
  auto states = states_of(catalog);
  SegmentState& fresh = states[segment];
  fresh.events = fresh.claims = layout.info.rows;
  for (std::size_t row = 0; row < layout.info.rows; ++row) {
    fresh.participations += layout.actors[row];
    fresh.undated += is_undated(static_cast<std::uint32_t>(row));
  }
  Settlement settlement(std::move(states), [&](RowPlace place) -> Result<Settlement::RowCount> {
    if (place.segment != segment) return count_from(kv_, catalog)(place);
    return Settlement::RowCount{layout.actors[place.row], is_undated(place.row)};
  });

  std::uint64_t overtaken = 0;
  for (std::size_t begin = 0, end; begin < layout.keys.size(); begin = end) {
    const EventId id = layout.keys[begin].event;
    std::vector<RowVersion> versions;
    for (end = begin; end < layout.keys.size() && layout.keys[end].event == id; ++end) {
      versions.push_back({{segment, layout.keys[end].row}, layout.keys[end], info_.number});
    }
    const auto old = known.find(id);
    const RowVersion best = newest(versions);
    overtaken += versions.size() - 1;
    bool held = false;  // an older row was there
    if (old != known.end()) {
      held = !newest(old->second).key.deleted;
      versions.insert(versions.end(), old->second.begin(), old->second.end());
    } else if (versions.size() == 1 && !best.key.deleted) {
      ++info_.added;
      continue;
    }
    const bool holds = newest(versions).place == best.place;
    ++(!holds ? info_.outdated : best.key.deleted ? info_.deleted : held ? info_.updated : info_.added);
    if (Status done = settlement.settle_versions(versions); !done) return done;
  }
  info_.outdated += overtaken;

  std::vector<std::uint64_t> wanted(settlement.touched_mirrors().begin(), settlement.touched_mirrors().end());
  std::unordered_map<std::uint64_t, std::vector<MirrorRow>> groups;
  for (const MirrorKey& key : layout.mirrors) {
    wanted.push_back(key.mirror);
    groups[key.mirror].push_back({key, {segment, key.row}});
  }
  if (Status found = find_mirrors(kv_, catalog, sorted_unique(std::move(wanted)), groups); !found) return found;
  const std::uint64_t before = settlement.mirrored();
  for (const auto& [mirror, rows] : groups) {
    if (rows.size() < 2 && !settlement.touched_mirrors().contains(mirror)) continue;
    if (Status done = settlement.settle_mirrors(rows); !done) return done;
  }
  info_.mirrored += settlement.mirrored() - before;
  auto changed = settlement.changed();
  changed.try_emplace(segment, settlement.state(segment));
  for (const auto& [number, state] : changed) {
    writes.push_back({Space::records, segment_state_key(number), encode(state)});
  }
  return Done{};
}

RecordImport::RecordImport(GraphStore& store, ImportInfo info, ImportOptions options)
    : state_(std::make_unique<State>(store, std::move(info), options)) {}
RecordImport::~RecordImport() = default;
Status RecordImport::add(const Record& record) { return state_->add(record); }
Result<ImportInfo> RecordImport::finish(std::uint64_t refused) { return state_->finish(refused); }

Result<std::vector<ImportInfo>> imports(const GraphStore& store) {
  const auto catalog = StoreAccess::catalog(store);
  if (!catalog) return catalog.error();
  std::vector<ImportInfo> all;
  for (const auto& [number, info] : (*catalog)->imports) all.push_back(info);
  return all;
}

}  // namespace forewhen
