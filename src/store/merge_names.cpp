// SPDX-License-Identifier: Apache-2.0
// The actors and places of a merged segment.
#include "store/codec.h"
#include "store/folded.h"
#include "store/segment_merge.h"
#include "store/word_lists.h"

namespace forewhen::store {

// Actors or places by ascending id, what the inputs say of each folded, and the words of their names.
template <class Thing, class Decode, class Encode>
Status SegmentMerge::put_named(char letter, char word_letter, std::vector<NewNumbers>& numbers,
                               std::vector<std::uint64_t>& ids, Decode decode, Encode encode) {
  struct Named {
    SegmentReader<NameValue> reader;
    Thing thing;
    Decode decode;
    Result<bool> next() {
      const auto more = reader.next();
      if (!more || !*more) return more;
      auto read = decode(reader.value().piece(reader.at()));
      if (!read) return read.error();
      thing = *std::move(read);
      return true;
    }
  };
  std::vector<Named> inputs;
  for (const auto& entry : from_) inputs.push_back({SegmentReader<NameValue>(kv_, entry->info, letter), {}, decode});
  numbers.assign(from_.size(), {});
  std::vector<std::pair<std::string, std::uint64_t>> words;
  std::vector<std::string> pieces;
  std::optional<Thing> folded;
  SegmentOutput out = output(letter);
  std::uint32_t values = 0;
  const auto flush = [&]() -> Status {
    if (pieces.empty()) return Done{};
    const std::string packed = pack({pieces.begin(), pieces.end()});
    pieces.clear();
    return out.numbered(values++, packed);
  };
  const auto put = [&]() -> Status {
    if (!folded) return Done{};
    note_words(words, *folded, ids.size() - 1);
    pieces.push_back(encode(*folded));
    return pieces.size() == kNamesPerValue ? flush() : Done{};
  };
  const Status walked = merge_inputs(
      inputs, [](const Named& a, const Named& b) { return a.thing.id < b.thing.id; },
      [&](std::size_t i, const Named& input) -> Status {
        if (folded && folded->id == input.thing.id) {
          fold(*folded, input.thing);
        } else {
          if (Status done = put(); !done) return done;
          folded = input.thing;
          ids.push_back(folded->id.value);
        }
        numbers[i].push_back(static_cast<std::uint32_t>(ids.size() - 1));
        return Done{};
      });
  if (!walked) return walked;
  if (Status done = put(); !done) return done;
  if (Status done = flush(); !done) return done;
  if (Status done = out.finish(); !done) return done;
  std::vector<KvWrite> writes;
  put_words(writes, segment_key(merged_.info.number, word_letter), std::move(words));
  SegmentOutput word_values = output(word_letter);
  for (const KvWrite& write : writes) {
    if (Status done = word_values.under(write.key, *write.value); !done) return done;
  }
  return word_values.finish();
}

Status SegmentMerge::put_names() {
  const Status actors = put_named<Actor>(
      'a', 'w', actors_, directory_.actors.ids, [](std::string_view bytes) { return decode_folded(bytes); },
      [](const Actor& actor) { return encode_folded(actor); });
  if (!actors) return actors;
  const Status places = put_named<Place>(
      'p', 'v', places_, directory_.places.ids, [](std::string_view bytes) { return decode<Place>(bytes); },
      [](const Place& place) { return store::encode(place); });
  if (!places) return places;
  for (std::size_t i = 0; i < from_.size(); ++i) {
    if (actors_[i].size() != inputs_[i].actors.ids.size()) return damaged_segment(from_[i]->info, 'a');
    if (places_[i].size() != inputs_[i].places.ids.size()) return damaged_segment(from_[i]->info, 'p');
  }
  return Done{};
}

}  // namespace forewhen::store
