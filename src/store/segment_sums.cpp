// SPDX-License-Identifier: Apache-2.0
#include "store/segment_sums.h"

#include <algorithm>
#include <tuple>

#include "forewhen/base/id.h"
#include "store/codec.h"
#include "store/folded.h"
#include "store/segment_reader.h"
#include "store/word_lists.h"

namespace forewhen::store {

void SegmentSums::add(char letter, std::string_view item) {
  Part& part = parts[letter];
  ++part.items;
  part.hashes += content_hash(item);
}

void SegmentSums::add(const SegmentSums& other) {
  for (const auto& [letter, part] : other.parts) {
    parts[letter].items += part.items;
    parts[letter].hashes += part.hashes;
  }
  undated += other.undated, participations += other.participations;
  const auto fold_all = [](auto& into, const auto& from) {
    for (const auto& [id, thing] : from) {
      const auto [at, fresh] = into.try_emplace(id, thing);
      if (!fresh) fold(at->second, thing);
    }
  };
  fold_all(actors, other.actors);
  fold_all(places, other.places);
}

namespace {

class Walk {
 public:
  Walk(const OrderedKv& kv, const SegmentInfo& info, std::uint32_t base,
       const std::function<void(std::string)>* problem)
      : kv_(kv), info_(info), base_(base), problem_(problem) {}

  Result<SegmentSums> run() {
    const auto bytes = kv_.get(Space::index, segment_key(info_.number, 'd'));
    if (!bytes) return bytes.error();
    if (!*bytes || !decode(**bytes, directory_)) return damaged_segment(info_, 'd');
    form('d', encode(directory_) == **bytes);
    ++sums_.values;
    for (auto step :
         {&Walk::rows, &Walk::covers, &Walk::ids, &Walk::keys, &Walk::mirrors, &Walk::stems, &Walk::names}) {
      if (Status done = (this->*step)(); !done) return done.error();
    }
    if (Status done = list('A', directory_.actors); !done) return done.error();
    if (Status done = list('P', directory_.places); !done) return done.error();
    return std::move(sums_);
  }

 private:
  // Something is not as it would be written; told once for each letter.
  void form(char letter, bool holds) {
    if (holds || !problem_ || !told_.insert(letter).second) return;
    (*problem_)("segment " + std::to_string(info_.number) + ": an index ('" + letter + "') is not the one of its rows");
  }
  // Once for each value: `written` makes it anew.
  template <class Value, class Written>
  void value(char letter, const SegmentReader<Value>& reader, std::size_t full, std::size_t before, Written written) {
    if (reader.at() != 0) return;
    ++sums_.values;
    if (!problem_) return;
    form(letter, written() == reader.bytes());
    form(letter, before % full == 0 && reader.value().size() <= full);
  }
  void form_key(char letter, std::string_view key, std::size_t number) {
    std::string wanted = segment_key(info_.number, letter);
    append_be32(wanted, static_cast<std::uint32_t>(number));
    form(letter, key == wanted);
  }
  // What a covering row says, its actors and place by their ids.
  Status append_cover(std::string& item, char letter, const CoverChunk& chunk, std::size_t at) {
    const CoverRow& row = chunk.rows[at];
    append_be32(item, row.row + base_);
    for (const Instant bound :
         {row.bounds.earliest_start, row.bounds.latest_start, row.bounds.earliest_end, row.bounds.latest_end})
      append_be64(item, static_cast<std::uint64_t>(bound.time_since_epoch().count()));
    item += static_cast<char>(row.type);
    item += static_cast<char>(row.modality);
    item += static_cast<char>(row.polarity);
    const auto& places = directory_.places.ids;
    const auto& actors = directory_.actors.ids;
    if (row.place != kNoNumber) {
      if (row.place >= places.size()) return damaged_segment(info_, letter);
      append_be64(item, places[row.place]);
    }
    for (const std::uint32_t actor : chunk.actors_of(at)) {
      if (actor >= actors.size()) return damaged_segment(info_, letter);
      append_be64(item, actors[actor]);
    }
    return Done{};
  }
  template <class Value, class Visit>
  Status each(char letter, Visit visit) {
    SegmentReader<Value> reader(kv_, info_, letter);
    for (std::size_t number = 0;; ++number) {
      const auto more = reader.next();
      if (!more) return more.error();
      if (!*more) return Done{};
      if (Status done = visit(number, reader); !done) return done;
    }
  }

  Status rows() {
    std::string item;
    return each<RowValue>('r', [&](std::size_t number, const SegmentReader<RowValue>& reader) -> Status {
      const RowsOfColumns& rows = reader.value().rows;
      value('r', reader, kRowsPerBody, number, [&] {
        std::vector<std::string_view> all;
        for (std::size_t i = 0; i < rows.size(); ++i) all.push_back(rows.row(i));
        return ColumnsOfRows().encode(all);
      });
      if (reader.at() == 0) form_key('r', reader.key(), number / kRowsPerBody);
      item.clear();
      append_be64(item, number + base_);
      item += rows.row(reader.at());
      sums_.add('r', item);
      return Done{};
    });
  }

  Status covers() {
    std::string item;
    return each<CoverValue>('f', [&](std::size_t number, const SegmentReader<CoverValue>& reader) -> Status {
      const CoverChunk& chunk = reader.value().chunk;
      const CoverRow& row = chunk.rows[reader.at()];
      value('f', reader, kRowsPerCover, number, [&] { return encode(chunk, info_.starts); });
      if (reader.at() == 0) {
        form_key('f', reader.key(), number / kRowsPerCover);
        const std::size_t which = number / kRowsPerCover;
        form('f', which < info_.starts.size() && info_.starts[which] == row.bounds.earliest_start);
      }
      form('f', row.row == number && row.owner == kNoNumber);
      starts_.push_back(row.bounds.earliest_start);
      sums_.undated += row.bounds.earliest_start == kOpenPast;
      sums_.participations += chunk.actors_of(reader.at()).size();
      item.clear();
      if (Status done = append_cover(item, 'f', chunk, reader.at()); !done) return done;
      sums_.add('f', item);
      return Done{};
    });
  }

  // In the order of time, then of ids.
  Status ids() {
    form('f', info_.starts.size() == (starts_.size() + kRowsPerCover - 1) / kRowsPerCover);
    std::string item;
    std::uint64_t last = 0;
    return each<IdValue>('e', [&](std::size_t number, const SegmentReader<IdValue>& reader) -> Status {
      const auto& all = reader.value().ids;
      const std::uint64_t id = all[reader.at()];
      value('e', reader, kIdsPerValue, number, [&] {
        std::string bytes;
        for (const std::uint64_t each : all) append_be64(bytes, each);
        return bytes;
      });
      if (reader.at() == 0) form_key('e', reader.key(), number / kIdsPerValue);
      form('e', number < starts_.size());
      if (number > 0 && number < starts_.size())
        form('e', starts_[number - 1] > starts_[number] || (starts_[number - 1] == starts_[number] && last <= id));
      last = id;
      item.clear();
      append_be32(item, static_cast<std::uint32_t>(number) + base_);
      append_be64(item, id);
      sums_.add('e', item);
      return Done{};
    });
  }

  Status list(char letter, const OwnerLists& lists) {
    std::string item;
    std::size_t which = 0, count = 0;
    std::uint32_t last = 0;
    const Status walked =
        each<CoverValue>(letter, [&](std::size_t at, const SegmentReader<CoverValue>& reader) -> Status {
          const CoverChunk& chunk = reader.value().chunk;
          const CoverRow& row = chunk.rows[reader.at()];
          value(letter, reader, kRowsPerCover, at, [&] { return encode(chunk, info_.starts); });
          if (reader.at() == 0) {
            form_key(letter, reader.key(), at / kRowsPerCover);
            form(letter,
                 at / kRowsPerCover < lists.first_rows.size() && lists.first_rows[at / kRowsPerCover] == row.row);
          }
          while (which + 1 < lists.begins.size() && lists.begins[which + 1] <= at) ++which;
          if (which + 1 >= lists.begins.size()) return damaged_segment(info_, 'd');
          form(letter, at == lists.begins[which] || last < row.row);
          form(letter, row.owner == (letter == 'A' ? static_cast<std::uint32_t>(which) : kNoNumber));
          if (at + 1 == lists.begins[which + 1]) form(letter, lists.last_rows[which] == row.row);
          last = row.row;
          ++count;
          item.clear();
          append_be64(item, lists.ids[which / lists.lists_each]);
          append_be32(item, static_cast<std::uint32_t>(which % lists.lists_each));
          if (Status done = append_cover(item, letter, chunk, reader.at()); !done) return done;
          sums_.add(letter, item);
          return Done{};
        });
    if (!walked) return walked;
    form(letter, count == lists.begins.back() &&
                     lists.first_rows.size() == (count + kRowsPerCover - 1) / kRowsPerCover &&
                     lists.begins.front() == 0);
    for (std::size_t i = 0; i < lists.last_rows.size(); ++i)
      form(letter, lists.begins[i] < lists.begins[i + 1] || lists.last_rows[i] == 0);
    return Done{};
  }

  Status keys() {
    std::string item;
    const auto bytes = kv_.get(Space::index, segment_key(info_.number, 'b'));
    if (!bytes) return bytes.error();
    IdFilter filter = IdFilter::as_large_as(bytes->value_or(""));
    RowKey last;
    std::size_t count = 0;
    std::set<std::uint32_t> imports;
    const Status walked = each<KeyValue>('i', [&](std::size_t number, const SegmentReader<KeyValue>& reader) -> Status {
      const auto& all = reader.value().keys;
      const RowKey& key = all[reader.at()];
      value('i', reader, kRowsPerIndex, number, [&] { return encode_keys(all.data(), all.data() + all.size()); });
      if (reader.at() == 0) {
        form_key('i', reader.key(), number / kRowsPerIndex);
        const std::size_t which = number / kRowsPerIndex;
        form('i', which < directory_.last_ids.size() && directory_.last_ids[which] == all.back().event.value);
      }
      if (number > 0) form('i', comes_first(last, key));
      last = key;
      if (++count <= info_.rows) filter.add(key.event.value);
      imports.insert(key.import);
      item.clear();
      append_be64(item, key.event.value), append_be32(item, key.row + base_), append_be64(item, key.content);
      append_be64(item, key.version), append_be64(item, key.mirror), append_be32(item, key.import);
      item += key.no_event ? '\1' : '\0';
      sums_.add('i', item);
      return Done{};
    });
    if (!walked) return walked;
    form('i', count == info_.rows && directory_.last_ids.size() == (count + kRowsPerIndex - 1) / kRowsPerIndex);
    form('g', std::equal(imports.begin(), imports.end(), info_.imports.begin(), info_.imports.end()));
    form('b', *bytes && filter.size() > 0 && **bytes == filter.encode());
    sums_.values += bytes->has_value();
    return Done{};
  }

  Status mirrors() {
    std::string item;
    std::size_t before = 0;
    std::tuple<std::uint64_t, EventId, std::uint32_t> last{};
    return each<MirrorValue>('x', [&](std::size_t number, const SegmentReader<MirrorValue>& reader) -> Status {
      const auto& all = reader.value().keys;
      const MirrorKey& key = all[reader.at()];
      value('x', reader, kRowsPerIndex, number, [&] { return encode_mirrors(all.data(), all.data() + all.size()); });
      if (reader.at() == 0) {
        before = number + all.size();
        std::string wanted = segment_key(info_.number, 'x');
        append_be64(wanted, all.back().mirror), append_be32(wanted, static_cast<std::uint32_t>(before));
        form('x', wanted == reader.key());
      }
      const std::tuple here(key.mirror, key.event, key.row);
      form('x', number == 0 || last < here);
      last = here;
      item.clear();
      append_be64(item, key.mirror), append_be64(item, key.event.value), append_be32(item, key.row + base_);
      item += key.report ? '\2' : key.forward ? '\1' : '\0';
      sums_.add('x', item);
      return Done{};
    });
  }

  // Reads the lists of words and compares them with how they would be written.
  template <class Take>
  Status word_lists(char letter, Take take) {
    std::vector<KvWrite> writes;
    WordListWriter lists(writes, segment_key(info_.number, letter));
    std::string word;
    std::vector<std::uint64_t> numbers;
    std::vector<std::pair<std::string, std::string>> read;  // values not yet compared
    const auto compare = [&] {
      std::size_t at = 0;
      for (; at < writes.size() && at < read.size(); ++at)
        form(letter, writes[at].key == read[at].first && *writes[at].value == read[at].second);
      writes.erase(writes.begin(), writes.begin() + static_cast<std::ptrdiff_t>(at));
      read.erase(read.begin(), read.begin() + static_cast<std::ptrdiff_t>(at));
    };
    const auto put = [&] {
      if (!numbers.empty()) lists.add(word, numbers);
      numbers.clear();
      compare();
    };
    const Status walked = each<WordValue>(letter, [&](std::size_t, const SegmentReader<WordValue>& reader) -> Status {
      const WordValue::Part& part = reader.value().parts[reader.at()];
      if (reader.at() == 0) {
        ++sums_.values;
        read.emplace_back(reader.key(), reader.bytes());
      }
      if (part.word != word) {
        form(letter, word < part.word);
        put();
        word = part.word;
      }
      for (const std::uint64_t number : part.numbers) {
        form(letter, numbers.empty() || numbers.back() < number);
        numbers.push_back(number);
        take(part.word, number);
      }
      return Done{};
    });
    if (!walked) return walked;
    put();
    lists.finish();
    compare();
    form(letter, writes.empty() && read.empty());
    return Done{};
  }

  Status stems() {
    std::string item;
    return word_lists('s', [&](const std::string& stem, std::uint64_t number) {  // row * 2, 1 for the lighter weight
      item.clear();
      append_text(item, stem);
      append_be64(item, number + std::uint64_t{base_} * 2);
      sums_.add('s', item);
    });
  }

  Status names() {
    std::vector<std::pair<std::string, std::uint64_t>> words;
    const auto named = [&](char letter, const std::vector<std::uint64_t>& ids, auto read_piece,
                           auto& things) -> Status {
      std::size_t count = 0;
      const Status walked =
          each<NameValue>(letter, [&](std::size_t number, const SegmentReader<NameValue>& reader) -> Status {
            value(letter, reader, kNamesPerValue, number, [&] { return std::string(reader.bytes()); });
            if (reader.at() == 0) form_key(letter, reader.key(), number / kNamesPerValue);
            auto thing = read_piece(reader.value().piece(reader.at()));
            if (!thing) return thing.error();
            form(letter, number < ids.size() && ids[number] == thing->id.value);
            note_words(words, *thing, number);
            things.emplace(thing->id.value, *std::move(thing));
            ++count;
            return Done{};
          });
      if (!walked) return walked;
      form(letter, count == ids.size());
      return Done{};
    };
    const auto words_of_names = [&](char letter) -> Status {
      std::sort(words.begin(), words.end());
      words.erase(std::unique(words.begin(), words.end()), words.end());
      std::size_t at = 0;
      const Status walked = word_lists(letter, [&](const std::string& word, std::uint64_t number) {
        form(letter, at < words.size() && words[at] == std::pair(word, number));
        ++at;
      });
      form(letter, at == words.size());
      words.clear();
      return walked;
    };
    const Status actors = named(
        'a', directory_.actors.ids, [](std::string_view bytes) { return decode_folded(bytes); }, sums_.actors);
    if (!actors) return actors;
    if (Status done = words_of_names('w'); !done) return done;
    const Status places = named(
        'p', directory_.places.ids, [](std::string_view bytes) { return decode<Place>(bytes); }, sums_.places);
    if (!places) return places;
    return words_of_names('v');
  }

  const OrderedKv& kv_;
  const SegmentInfo& info_;
  std::uint32_t base_;
  const std::function<void(std::string)>* problem_;
  SegmentDirectory directory_;
  SegmentSums sums_;
  std::vector<Instant> starts_;  // of all rows
  std::set<char> told_;
};

}  // namespace

Result<SegmentSums> sums_of(const OrderedKv& kv, const SegmentInfo& info, std::uint32_t base,
                            const std::function<void(std::string)>* problem) {
  return Walk(kv, info, base, problem).run();
}

}  // namespace forewhen::store
