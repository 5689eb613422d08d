// SPDX-License-Identifier: Apache-2.0
#include "extract/story.h"

#include "extract/gazetteer.h"

namespace forewhen {

void take_place(NameMention& name, const GazetteerPlace& place) {
  name.country = place.country;
  name.place.name = place.name;
  name.place.within = place.region == place.name ? "" : place.region;
  name.place.country = place.country;
  name.place.precision = place.kind == PlaceKind::region ? "region" : "city";
  name.place.point = GeoPoint{place.latitude, place.longitude};
}

std::string folded_blanks(std::string_view text) {
  std::string out;
  for (char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string Story::words(std::size_t sentence, int first, int last) const {
  const auto& all = sentences[sentence].words;
  return folded_blanks(Span{all[first].span.begin, all[last].span.end}.of(text()));
}

std::string Story::words(std::size_t sentence, const std::vector<int>& chosen) const {
  const auto& all = sentences[sentence].words;
  std::string out;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const bool touches = i > 0 && all[chosen[i - 1]].span.end == all[chosen[i]].span.begin;
    if (i > 0 && !touches) out += ' ';
    out += all[chosen[i]].span.of(text());
  }
  return folded_blanks(out);
}

int Story::draft_or_carried(std::size_t sentence, int word) const {
  if (const int own = draft_at(sentence, word); own >= 0) return own;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (drafts[i].sentence == sentence && drafts[i].carrier == word) return static_cast<int>(i);
  }
  return -1;
}

int Story::clause_counted_from(std::size_t sentence, const Timex& timex) const {
  const Tree& tree = trees[sentence];
  const int mark = tree.word_at(timex.span.end - 1) + 1;
  if (mark >= tree.size() || !tree.is(mark, "mark")) return -1;
  return tree[mark].lemma == "after" || tree[mark].lemma == "before" ? tree.head(mark) : -1;
}

int Story::timex_at(std::size_t sentence, int word) const {
  for (int index : times_in[sentence]) {
    if (times[index].span.overlaps(sentences[sentence].words[word].span)) return index;
  }
  return -1;
}

bool is_capitalised(std::string_view form) {
  return !form.empty() && ((form[0] >= 'A' && form[0] <= 'Z') || static_cast<unsigned char>(form[0]) >= 0xC3);
}

}  // namespace forewhen
