// SPDX-License-Identifier: Apache-2.0
#include "extract/event_lexicon.h"

#include <algorithm>
#include <array>
#include <tuple>

#include <fmt/core.h>

#include "extract/tsv.h"
#include "forewhen/base/data_path.h"
#include "forewhen/base/read_file.h"

namespace forewhen {
namespace {

constexpr std::array<std::string_view, 7> kClassNames = {"OCCURRENCE", "REPORTING", "STATE",     "I_ACTION",
                                                         "I_STATE",    "ASPECTUAL", "PERCEPTION"};

constexpr std::array<std::pair<std::string_view, EventEntry::Flag>, 12> kFlagNames = {{
    {"light", EventEntry::light},
    {"intent", EventEntry::intent},
    {"negate", EventEntry::negate},
    {"report", EventEntry::report},
    {"stative", EventEntry::stative},
    {"weak", EventEntry::weak},
    {"plural_ok", EventEntry::plural_ok},
    {"never", EventEntry::never},
    {"reciprocal", EventEntry::reciprocal},
    {"begins", EventEntry::begins},
    {"ends", EventEntry::ends},
    {"causes", EventEntry::causes},
}};

enum Column { kLemma, kPos, kType, kMode, kCameo, kClass, kGroup, kFlags, kActor, kRecipient, kInstrument, kColumns };

bool is_lemma(std::string_view text) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ') return false;
  const auto wrong = [](char c) { return c >= 'A' && c <= 'Z'; };
  return std::none_of(text.begin(), text.end(), wrong) && text.find("  ") == std::string_view::npos;
}

bool is_cameo(std::string_view code) {
  return code.empty() || (code.size() >= 2 && code.size() <= 4 &&
                          std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

// The flags of "light|plural_ok"; the first unknown name comes back in `unknown`.
std::uint16_t parse_flags(std::string_view list, std::string_view& unknown) {
  std::uint16_t flags = 0;
  for_each_piece(list, [&](std::string_view name) {
    const auto known = std::find_if(kFlagNames.begin(), kFlagNames.end(), [&](auto& one) { return one.first == name; });
    if (known == kFlagNames.end()) {
      if (unknown.empty()) unknown = name;
      return;
    }
    flags |= known->second;
  });
  return flags;
}

bool is_preposition(std::string_view word) {
  constexpr std::array<std::string_view, 13> kPrepositions = {"of",      "in",   "on", "for",   "to",      "with", "at",
                                                              "against", "from", "by", "under", "between", "into"};
  return std::find(kPrepositions.begin(), kPrepositions.end(), word) != kPrepositions.end();
}

// "carry" of "carry out", "strike" of "air strike", "break" of "break in relation", "trial" of "on trial".
std::string_view head_of(std::string_view lemma, char pos) {
  if (pos == 'V') return lemma.substr(0, lemma.find(' '));
  std::string_view head;
  bool closed = false;
  for_each_piece(
      lemma,
      [&](std::string_view word) {
        closed = closed || (!head.empty() && is_preposition(word));
        if (!closed && !is_preposition(word)) head = word;
      },
      ' ');
  return head.empty() ? lemma : head;
}

Result<EventEntry> read_entry(const TsvTable::Row& row, std::string_view where) {
  const auto refuse = [&](std::string what, std::string mend = "") {
    return table_error(where, row.line, std::move(what), std::move(mend));
  };
  EventEntry entry;
  entry.lemma = row[kLemma];
  if (!is_lemma(entry.lemma)) return refuse(fmt::format("\"{}\" is not a lower-case lemma", entry.lemma));
  if (row[kPos] != "V" && row[kPos] != "N" && row[kPos] != "A")
    return refuse(fmt::format("part of speech \"{}\" is unknown", row[kPos]), "use V, N or A");
  entry.pos = row[kPos].front();
  entry.head = head_of(entry.lemma, entry.pos);
  const auto type = row[kType].empty() ? PloverType::none : parse_plover(row[kType]);
  if (!type) return refuse(fmt::format("\"{}\" is no PLOVER type", row[kType]));
  entry.type = *type;
  entry.mode = row[kMode];
  if (!entry.mode.empty() && entry.type == PloverType::none) return refuse("a mode stands without a type");
  entry.cameo = row[kCameo];
  if (!is_cameo(entry.cameo)) return refuse(fmt::format("\"{}\" is no CAMEO code", entry.cameo));
  const auto event_class = parse_event_class(row[kClass]);
  if (!event_class) return refuse(fmt::format("\"{}\" is no TimeML class", row[kClass]));
  entry.event_class = *event_class;
  entry.group = row[kGroup];
  std::string_view unknown;
  entry.flags = parse_flags(row[kFlags], unknown);
  if (!unknown.empty()) return refuse(fmt::format("flag \"{}\" is unknown", unknown));
  entry.actor = row[kActor];
  entry.recipient = row[kRecipient];
  entry.instrument = row[kInstrument];
  entry.line = row.line;
  return entry;
}

bool before(const EventEntry& a, const EventEntry& b) { return std::tie(a.pos, a.lemma) < std::tie(b.pos, b.lemma); }

auto first_not_before(std::span<const EventEntry> entries, std::string_view lemma, char pos) {
  return std::lower_bound(entries.begin(), entries.end(), lemma, [pos](const EventEntry& entry, std::string_view key) {
    return std::tie(entry.pos, entry.lemma) < std::tie(pos, key);
  });
}

// Where the first of an entry's words besides its head is found among `others`; nothing when one of them is missing.
std::optional<std::size_t> place_of_words(const EventEntry& entry, std::span<const std::string_view> others) {
  std::optional<std::size_t> first;
  bool head_seen = false;
  bool all = true;
  for_each_piece(
      entry.lemma,
      [&](std::string_view word) {
        if (!head_seen && word == entry.head) {
          head_seen = true;
          return;
        }
        const auto found = std::find(others.begin(), others.end(), word);
        all = all && found != others.end();
        if (!first) first = static_cast<std::size_t>(found - others.begin());
      },
      ' ');
  return all ? std::optional(first.value_or(0)) : std::nullopt;
}

}  // namespace

std::optional<EventClass> parse_event_class(std::string_view name) {
  const auto found = std::find(kClassNames.begin(), kClassNames.end(), name);
  if (found == kClassNames.end()) return std::nullopt;
  return static_cast<EventClass>(found - kClassNames.begin() + 1);  // the enumeration begins at 1
}

std::size_t EventEntry::word_count() const {
  return 1 + static_cast<std::size_t>(std::count(lemma.begin(), lemma.end(), ' '));
}

Result<EventLexicon> EventLexicon::load(std::string text, std::string_view where) {
  EventLexicon lexicon;
  auto kept = TsvTable::read(std::move(text), where, kColumns, kColumns, [&](const TsvTable::Row& row) -> Status {
    Result<EventEntry> entry = read_entry(row, where);
    if (!entry) return entry.error();
    lexicon.entries_.push_back(*entry);
    return Done{};
  });
  if (!kept) return kept.error();
  lexicon.texts_.push_back(*kept);
  auto& entries = lexicon.entries_;
  std::stable_sort(entries.begin(), entries.end(), before);
  const auto twice =
      std::adjacent_find(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return !before(a, b); });
  if (twice == entries.end()) {
    lexicon.index_heads();
    return lexicon;
  }
  const EventEntry& second = *std::next(twice);
  return table_error(where, second.line,
                     fmt::format("\"{}\" ({}) stands in line {} already", second.lemma, second.pos, twice->line));
}

Result<EventLexicon> EventLexicon::load_default() {
  Result<std::string> text = read_data("extract/events.tsv");
  if (!text) return text.error();
  return load(*std::move(text), "extract/events.tsv");
}

Result<EventLexicon> EventLexicon::load_file(const std::string& path) {
  auto text = read_file(path, "a lexicon is a text file as extract/events.tsv is");
  if (!text) return text.error();
  return load(*std::move(text), path);
}

const EventEntry* EventLexicon::find(std::string_view lemma, char pos) const {
  const std::span<const EventEntry> all = entries_;
  const auto found = first_not_before(all, lemma, pos);
  return found != all.end() && found->pos == pos && found->lemma == lemma ? &*found : nullptr;
}

void EventLexicon::index_heads() {
  by_head_.resize(entries_.size());
  for (std::uint32_t i = 0; i < by_head_.size(); ++i) by_head_[i] = i;
  std::sort(by_head_.begin(), by_head_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(entries_[a].pos, entries_[a].head, a) < std::tie(entries_[b].pos, entries_[b].head, b);
  });
}

const EventEntry* EventLexicon::find_longest(std::string_view head, char pos,
                                             std::span<const std::string_view> others) const {
  auto at = std::lower_bound(by_head_.begin(), by_head_.end(), head, [&](std::uint32_t i, std::string_view key) {
    return std::tie(entries_[i].pos, entries_[i].head) < std::tie(pos, key);
  });
  const EventEntry* best = nullptr;
  std::size_t best_words = 0;
  std::size_t best_place = 0;
  for (; at != by_head_.end() && entries_[*at].pos == pos && entries_[*at].head == head; ++at) {
    const EventEntry& entry = entries_[*at];
    const auto place = place_of_words(entry, others);
    if (!place) continue;
    const std::size_t words = entry.word_count();
    if (words < best_words || (words == best_words && *place >= best_place)) continue;
    best = &entry;
    best_words = words;
    best_place = *place;
  }
  return best;
}

void EventLexicon::merge(EventLexicon other) {
  std::vector<EventEntry> merged = std::move(other.entries_);
  const std::size_t replacing = merged.size();
  for (const EventEntry& entry : entries_) {
    const bool replaced = std::binary_search(merged.begin(), merged.begin() + replacing, entry, before);
    if (!replaced) merged.push_back(entry);
  }
  std::sort(merged.begin(), merged.end(), before);
  entries_ = std::move(merged);
  index_heads();
  texts_.insert(texts_.end(), other.texts_.begin(), other.texts_.end());
}

}  // namespace forewhen
