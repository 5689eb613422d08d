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
#include "store/rewrite_segments.h"
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

constexpr std::size_t kLookup = 64;  // rows that are walked over in the time of one lookup

// The segments there are. What says where to look in them stays in memory as far as `room` reaches; of all further ones
// it is read again each time.
struct Known {
  const OrderedKv& kv;
  const Catalog& catalog;
  std::size_t room;  // bytes

  // visit(segment, its description) for each, until one fails
  template <class Visit>
  Status each(Visit visit) const {
    std::size_t kept = 0;
    for (const auto& [number, entry] : catalog.segments) {
      SegmentMemory passing;
      const bool keeps = kept < room;
      const Segment segment(kv, entry->info, keeps ? *entry->memory : passing, *catalog.caches);
      if (const Status done = visit(segment, entry->info); !done) return done;
      if (keeps) kept += entry->memory->bytes();
    }
    return Done{};
  }
};

// Rows of the segments there are that have one of the ids, which are sorted.
Status find_known(const Known& there, const std::vector<RowKey>& keys, Versions& known) {
  std::vector<EventId> wanted;
  return there.each([&](const Segment& segment, const SegmentInfo& info) -> Status {
    const auto filter = segment.filter();
    if (!filter) return filter.error();
    wanted.clear();
    for (const RowKey& key : keys) {
      if ((*filter)->may_have(key.event.value) && (wanted.empty() || wanted.back() != key.event))
        wanted.push_back(key.event);
    }
    const auto note = [&](const RowKey& old) { known[old.event].push_back({{info.number, old.row}, old}); };
    if (wanted.size() * kLookup < info.rows) {
      for (const EventId id : wanted) {
        const auto found = segment.find(id);
        if (!found) return found.error();
        std::for_each(found->begin(), found->end(), note);
      }
      return Done{};
    }
    auto at = wanted.begin();
    return segment.each_key([&](const RowKey& old) {
      while (at != wanted.end() && *at < old.event) ++at;
      if (at == wanted.end()) return false;
      if (*at == old.event) note(old);
      return true;
    });
  });
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
Status find_mirrors(const Known& there, const std::vector<std::uint64_t>& wanted,
                    std::unordered_map<std::uint64_t, std::vector<MirrorRow>>& groups) {
  if (wanted.empty()) return Done{};
  return there.each([&](const Segment& segment, const SegmentInfo& info) -> Status {
    const auto note = [&](const MirrorKey& old) { groups[old.mirror].push_back({old, {info.number, old.row}}); };
    if (wanted.size() * kLookup < info.rows) {
      for (const std::uint64_t mirror : wanted) {
        const auto found = segment.mirrors(mirror);
        if (!found) return found.error();
        std::for_each(found->begin(), found->end(), note);
      }
      return Done{};
    }
    auto at = wanted.begin();
    return segment.each_mirror([&](const MirrorKey& old) {
      while (at != wanted.end() && *at < old.mirror) ++at;
      if (at == wanted.end()) return false;
      if (*at == old.mirror) note(old);
      return true;
    });
  });
}

std::vector<std::uint64_t> sorted_unique(std::vector<std::uint64_t> numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

Settlement::CountOf count_from(const OrderedKv& kv, const Catalog& catalog) {
  return [&kv, &catalog](RowPlace place) -> Result<Settlement::RowCount> {
    const auto facts = catalog.segment(place.segment, kv).facts(place.row);
    if (!facts) return facts.error();
    return Settlement::RowCount{facts->actors.size(), facts->bounds.earliest_start == kOpenPast};
  };
}

Settlement::States states_of(const Catalog& catalog) {
  Settlement::States states;
  for (const auto& [number, entry] : catalog.segments) states[number] = entry->state;
  return states;
}

}  // namespace
}  // namespace store

class RecordImport::State {
 public:
  State(GraphStore& store, ImportInfo info, ImportOptions options)
      : store_(store), kv_(StoreAccess::kv(store)), info_(std::move(info)), options_(options) {
    const store::SegmentLimits usual = store::limits_of(StoreAccess::options(store));
    if (options_.rows_at_once == 0) options_.rows_at_once = usual.rows;
    if (options_.bytes_at_once == 0) options_.bytes_at_once = usual.bytes;
    if (options_.fold_rows == 0) options_.fold_rows = usual.rows;
  }
  ~State() {
    if (pending_.valid()) pending_.wait();
  }

  Status add(const Record& record) {
    if (number_ == 0) {
      if (Status begun = begin(); !begun) return begun;
    }
    note_set(record.document.id);
    builder_->add(record, number_);
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
    const auto catalog = StoreAccess::catalog(store_);
    if (!catalog) return catalog.error();
    store::Catalog next = **catalog;
    next.imports[info_.number] = info_;
    StoreAccess::set_catalog(store_, std::move(next));
    const Status folded = store::fold_if_due(store_, options_.fold_rows);
    if (!folded) return folded.error();
    return info_;
  }

 private:
  // Which number the rows bear, should any be new.
  Status begin() {
    const auto catalog = StoreAccess::catalog(store_);
    if (!catalog) return catalog.error();
    number_ = info_.number;
    if (number_ == 0) number_ = (*catalog)->imports.empty() ? 1 : (*catalog)->imports.rbegin()->first + 1;
    return store::sweep_segments(store_);
  }

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

  store::Known known_of(const store::Catalog& catalog) const {
    return {kv_, catalog, StoreAccess::options(store_).memory / 8};
  }

  Status wait() { return pending_.valid() ? pending_.get() : Status(Done{}); }

  Status hand_over() {
    if (Status done = wait(); !done) return done;
    if (builder_->rows() == 0) return Done{};
    std::swap(builder_, full_);
    info_.set = sets();
    pending_ = std::async(std::launch::async, [this] {
      const Status written = write(*full_);
      full_->clear();
      return written;
    });
    return Done{};
  }

  Status write(store::SegmentBuilder& builder);
  // The states that change with these rows.
  Result<std::map<std::uint32_t, store::SegmentState>> settle(const store::Catalog& catalog,
                                                              const store::SegmentBuilder::Layout& layout,
                                                              const store::Versions& known);

  GraphStore& store_;
  store::OrderedKv& kv_;
  ImportInfo info_;
  ImportOptions options_;
  std::uint32_t number_ = 0;
  std::uint64_t rows_ = 0;
  std::string last_set_;  // with its colon
  std::set<std::string> sets_;
  // One is filled while the other is written.
  std::unique_ptr<store::SegmentBuilder> builder_ = std::make_unique<store::SegmentBuilder>(),
                                         full_ = std::make_unique<store::SegmentBuilder>();
  std::future<Status> pending_;
};

Status RecordImport::State::write(store::SegmentBuilder& builder) {
  const auto catalog = StoreAccess::catalog(store_);
  if (!catalog) return catalog.error();
  const std::vector<store::RowKey>& keys = builder.keys();
  store::Versions known;
  if (Status found = store::find_known(known_of(**catalog), keys, known); !found) return found;
  std::vector<std::uint32_t> unneeded;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const bool again = i > 0 && keys[i - 1].event == keys[i].event && store::is_same(keys[i - 1], keys[i]);
    if (again || store::is_known(keys[i], known)) unneeded.push_back(keys[i].row);
  }
  info_.unchanged += unneeded.size();
  if (unneeded.size() == builder.rows()) return Done{};
  builder.drop(unneeded);

  if (info_.number == 0) {
    info_.number = number_;
    info_.recorded = store::now_of(store_);
  }
  const std::uint32_t segment = (*catalog)->segments.empty() ? 1 : (*catalog)->segments.rbegin()->first + 1;
  StoreAccess::is_swept(store_) = false;  // until all is done: what fails on the way leaves keys behind
  const auto loaded = builder.load(segment, [this](const auto& writes) { return kv_.load(writes); });
  if (!loaded) return loaded.error();
  const store::SegmentBuilder::Layout& layout = *loaded;
  auto settled = settle(**catalog, layout, known);
  if (!settled) return settled.error();
  store::Catalog next = **catalog;
  std::vector<store::KvWrite> writes{{store::Space::records, store::segment_info_key(segment), encode(layout.info)}};
  next.segments[segment] = std::make_shared<store::Catalog::Entry>(store::Catalog::Entry{layout.info, nullptr});
  for (auto& [number, state] : *settled) {
    writes.push_back({store::Space::records, store::segment_state_key(number), encode(state)});
    next.segments[number] = std::make_shared<store::Catalog::Entry>(
        store::Catalog::Entry{next.segments[number]->info, std::make_shared<store::SegmentState>(std::move(state))});
  }
  writes.push_back({store::Space::records, store::import_key(info_.number), store::encode(info_)});
  next.imports[info_.number] = info_;
  if (Status noted = store::note_layout(kv_, true, writes); !noted) return noted;
  if (Status written = kv_.commit(writes); !written) return written;
  StoreAccess::set_catalog(store_, std::move(next));
  StoreAccess::is_swept(store_) = true;
  return Done{};
}

Result<std::map<std::uint32_t, store::SegmentState>> RecordImport::State::settle(
    const store::Catalog& catalog, const store::SegmentBuilder::Layout& layout, const store::Versions& known) {
  using namespace store;  // NOLINT: a function of that module
  const std::uint32_t segment = layout.info.number;
  const auto is_undated = [&](std::uint32_t row) { return row >= layout.dated; };
  SegmentState fresh;
  fresh.events = fresh.claims = layout.info.rows;
  for (std::size_t row = 0; row < layout.info.rows; ++row) {
    fresh.participations += layout.actors[row];
    fresh.undated += is_undated(static_cast<std::uint32_t>(row));
  }
  auto states = states_of(catalog);
  states[segment] = std::make_shared<SegmentState>(fresh);
  Settlement settlement(std::move(states), [&](RowPlace place) -> Result<Settlement::RowCount> {
    if (place.segment != segment) return count_from(kv_, catalog)(place);
    return Settlement::RowCount{layout.actors[place.row], is_undated(place.row)};
  });

  std::uint64_t overtaken = 0;
  for (std::size_t begin = 0, end; begin < layout.keys.size(); begin = end) {
    const EventId id = layout.keys[begin].event;
    std::vector<RowVersion> versions;
    for (end = begin; end < layout.keys.size() && layout.keys[end].event == id; ++end) {
      versions.push_back({{segment, layout.keys[end].row}, layout.keys[end]});
    }
    const auto old = known.find(id);
    const RowVersion best = newest(versions);
    overtaken += versions.size() - 1;
    bool held = false;  // an older row was there
    if (old != known.end()) {
      held = newest(old->second).key.fate() != RowFate::deleted;
      versions.insert(versions.end(), old->second.begin(), old->second.end());
    } else if (versions.size() == 1 && !best.key.no_event) {
      ++info_.added;
      continue;
    }
    const bool holds = newest(versions).place == best.place;
    ++(!holds                                ? info_.outdated
       : best.key.fate() == RowFate::deleted ? info_.deleted
       : held                                ? info_.updated
                                             : info_.added);
    if (Status done = settlement.settle_versions(versions); !done) return done.error();
  }
  info_.outdated += overtaken;

  std::vector<std::uint64_t> wanted(settlement.touched_mirrors().begin(), settlement.touched_mirrors().end());
  std::unordered_map<std::uint64_t, std::vector<MirrorRow>> groups;
  for (const MirrorKey& key : layout.mirrors) {
    if (key.report) continue;
    wanted.push_back(key.mirror);
    groups[key.mirror].push_back({key, {segment, key.row}});
  }
  if (Status found = find_mirrors(known_of(catalog), sorted_unique(std::move(wanted)), groups); !found)
    return found.error();
  for (const auto& [mirror, rows] : groups) {
    if (rows.size() < 2 && !settlement.touched_mirrors().contains(mirror)) continue;
    if (Status done = settlement.settle_mirrors(rows); !done) return done.error();
  }
  info_.mirrored += static_cast<std::uint64_t>(settlement.mirrored());
  auto changed = settlement.changed();
  changed.try_emplace(segment, std::move(fresh));
  return changed;
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
