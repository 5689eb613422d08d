// SPDX-License-Identifier: Apache-2.0
// Finding by words: actors and places by the words of their names.
#include <algorithm>
#include <set>

#include "store/body.h"
#include "store/bytes.h"
#include "store/names.h"
#include "store/records.h"

namespace forewhen {
namespace {

using store::Table;

// Ids that stand under each of the words: every list is sorted by id, so each in turn leaps to where the furthest is,
// and a rare word saves most of the way through the list of a common one.
Result<std::vector<std::uint64_t>> ids_under_all(const store::OrderedKv& kv, Table table,
                                                 const std::set<std::string>& words) {
  struct List {
    std::string prefix;
    std::unique_ptr<store::KvCursor> rows;
  };
  std::vector<List> lists;
  for (const std::string& word : words) {
    lists.push_back({store::posting_prefix(table, word), kv.cursor(store::Space::index)});
  }
  std::vector<std::uint64_t> ids;
  std::uint64_t wanted = 0;
  for (std::size_t agreeing = 0, at = 0; !lists.empty(); at = (at + 1) % lists.size()) {
    List& list = lists[at];
    std::string target = list.prefix;
    store::append_be64(target, wanted);
    list.rows->seek(target);
    if (!list.rows->valid() && !list.rows->status()) return list.rows->status().error();
    if (!list.rows->valid() || !list.rows->key().starts_with(list.prefix)) break;
    const auto posting = store::read_posting(list.rows->key());
    if (!posting) return store::damaged_key("posting", list.rows->key());
    agreeing = posting->id == wanted ? agreeing + 1 : 1;
    wanted = posting->id;
    if (agreeing < lists.size()) continue;
    ids.push_back(wanted);
    if (++wanted == 0) break;  // there is no greater id
    agreeing = 0;
  }
  return ids;
}

std::set<std::string> words_in(std::string_view name) {
  const std::string normalised = normalised_name(name);
  const auto words = store::words_of(normalised);
  return {words.begin(), words.end()};
}

// Things of one table that match, exact ones first, then by id. The words of the normalised name are looked for, which
// are those of the name as given save for an article.
template <class Named, class Find>
Result<std::vector<Named>> find_named(const GraphStore& graph, Table table, std::string_view name, Find find) {
  std::vector<Named> exact, by_words;
  const std::set<std::string> words = words_in(name);
  auto candidates = ids_under_all(StoreAccess::kv(graph), table, words);
  if (!candidates) return candidates.error();
  const auto records = store::records_of(graph);
  if (!records) return records.error();
  const auto of_rows = records->ids_under_all(static_cast<char>(table), {words.begin(), words.end()});
  if (!of_rows) return of_rows.error();
  candidates->insert(candidates->end(), of_rows->begin(), of_rows->end());
  std::sort(candidates->begin(), candidates->end());
  candidates->erase(std::unique(candidates->begin(), candidates->end()), candidates->end());
  for (const std::uint64_t candidate : *candidates) {
    auto thing = find(candidate);
    if (!thing) return thing.error();
    if (!*thing) continue;  // check() reports it
    const store::NameMatch match = store::match_names(store::names_of(**thing), name);
    if (match == store::NameMatch::exact)
      exact.push_back(**std::move(thing));
    else if (match == store::NameMatch::words)
      by_words.push_back(**std::move(thing));
  }
  exact.insert(exact.end(), std::make_move_iterator(by_words.begin()), std::make_move_iterator(by_words.end()));
  return exact;
}

}  // namespace

Result<std::vector<Actor>> GraphStore::actors_named(std::string_view name) const {
  return find_named<Actor>(*this, Table::actor_word, name,
                           [this](std::uint64_t id) { return find_actor(ActorId{id}); });
}

Result<std::vector<Place>> GraphStore::places_named(std::string_view name) const {
  return find_named<Place>(*this, Table::place_word, name,
                           [this](std::uint64_t id) { return find_place(PlaceId{id}); });
}

}  // namespace forewhen
