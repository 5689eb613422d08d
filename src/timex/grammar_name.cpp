// SPDX-License-Identifier: Apache-2.0
// The user's own names of times.
#include "forewhen/timex/names.h"
#include "timex/grammar.h"

namespace forewhen::timex {
namespace {

std::size_t name_end(const Reader& r, std::size_t i, const NamedTime& name) {
  for (const std::string& word : name.words) {
    const bool apostrophe = word == "'";
    if (apostrophe ? !r.mark(i, '\'') : !r.is_text(i, word)) return 0;
    ++i;
  }
  return i;
}

}  // namespace

std::size_t named_time(const Reader& r, std::size_t i, Expression& e) {
  if (r.names() == nullptr || !r.word(i)) return 0;
  std::string first(r.text(i));
  for (char& c : first) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  const std::vector<NamedTime>* names = r.names()->beginning_with(first);
  if (names == nullptr) return 0;
  std::size_t best = 0;
  for (const NamedTime& name : *names) {
    const std::size_t end = name_end(r, i, name);
    if (end <= best) continue;
    best = end;
    e.form = Form::calendar;
    e.named = &name;
  }
  if (best == 0 || e.named->once) return best;
  std::int64_t value = 0;
  const std::size_t end = year(r, r.past(r.past_mark(best, ','), "of"), value);
  if (end == 0) return best;
  e.year = value;
  return end;
}

}  // namespace forewhen::timex
