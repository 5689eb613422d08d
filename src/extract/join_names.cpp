// SPDX-License-Identifier: Apache-2.0
// Which names of a document are one: a surname and the full name, a given name, an acronym in brackets.
#include <algorithm>
#include <map>
#include <set>

#include "extract/steps.h"

namespace forewhen {
namespace {

class NameJoiner {
 public:
  explicit NameJoiner(Story& story) : story_(story), knows_(*story.knowledge) {}

  // Longer names first take in their short forms: "Daniel Otieno" and "Otieno", a body and its acronym.
  void join() {
    std::map<std::string, std::size_t> full;  // last word of a person's full name -> the first such name
    std::set<std::string> ambiguous;
    for (std::size_t i = 0; i < story_.names.size(); ++i) {
      const NameMention& name = story_.names[i];
      if (name.is_place || name.last == name.first ||
          (name.kind != ActorKind::person && name.kind != ActorKind::unknown))
        continue;
      const std::string key = surname(name.text);
      const auto [at, fresh] = full.try_emplace(key, i);
      if (!fresh && lower_case(story_.names[at->second].text) != lower_case(name.text)) {
        const bool longer = ends_with(name.text, story_.names[at->second].text);
        const bool shorter = ends_with(story_.names[at->second].text, name.text);
        if (longer) at->second = i;
        if (!longer && !shorter) ambiguous.insert(key);
      }
    }
    for (NameMention& name : story_.names) {
      if (name.is_place || (name.kind != ActorKind::person && name.kind != ActorKind::unknown)) continue;
      const auto at = full.find(surname(name.text));
      if (at == full.end() || ambiguous.contains(at->first)) continue;
      const NameMention& long_form = story_.names[at->second];
      if (long_form.text == name.text || !ends_with(long_form.text, name.text)) continue;
      name.name = long_form.text;
      name.rule = "surname";
      if (long_form.kind == ActorKind::person) name.kind = ActorKind::person;
    }
    join_given_names();
    // What a title or a verb of speech showed once is true of all mentions.
    std::map<std::string, ActorKind> kinds;
    for (const NameMention& name : story_.names) {
      if (name.kind != ActorKind::unknown) kinds.try_emplace(name.name, name.kind);
    }
    for (NameMention& name : story_.names) {
      const auto known = kinds.find(name.name);
      if (name.kind == ActorKind::unknown && !name.is_place && known != kinds.end()) name.kind = known->second;
    }
    join_acronyms();
  }

 private:
  // "Lena said", where one Lena is named in full.
  void join_given_names() {
    std::map<std::string, std::string> full;  // given name -> the full name, "" when two bear it
    for (const NameMention& name : story_.names) {
      if (name.kind != ActorKind::person || name.last == name.first || name.rule == "surname") continue;
      const std::string given = story_.sentences[name.sentence].words[name.first].form;
      if (!knows_.given_names.contains(given)) continue;
      const auto [at, fresh] = full.try_emplace(given, name.name);
      if (!fresh && at->second != name.name) at->second.clear();
    }
    for (NameMention& name : story_.names) {
      if (name.first != name.last || name.is_place || !name.title.empty() || name.name != name.text) continue;
      const auto at = full.find(name.text);
      if (at == full.end() || at->second.empty()) continue;
      name.name = at->second;
      name.kind = ActorKind::person;
      name.rule = "given name";
    }
  }

  static std::string surname(std::string_view name) {
    const std::size_t blank = name.rfind(' ');
    std::string last = lower_case(blank == std::string_view::npos ? name : name.substr(blank + 1));
    for (std::string_view article : {"al-", "el-"}) {
      if (last.size() > 4 && last.compare(0, 3, article) == 0) last.erase(0, 3);
    }
    return last;
  }
  static bool ends_with(std::string_view longer, std::string_view shorter) {
    const std::string a = lower_case(longer), b = lower_case(shorter);
    if (a.size() <= b.size()) return false;
    if (a.compare(a.size() - b.size(), b.size(), b) != 0) return false;
    const char before = a[a.size() - b.size() - 1];
    return before == ' ' || before == '-';
  }

  // "United Nations Assistance Mission for Iraq (UNAMI)".
  void join_acronyms() {
    std::map<std::string, std::pair<std::string, ActorKind>> long_forms;
    for (std::size_t i = 0; i + 1 < story_.names.size(); ++i) {
      NameMention& body = story_.names[i];
      NameMention& letters = story_.names[i + 1];
      if (body.sentence != letters.sentence || letters.first != letters.last || letters.first != body.last + 2)
        continue;
      const Tree& tree = story_.trees[body.sentence];
      const bool brackets = tree[body.last + 1].form == "(" || tree[body.last + 1].tag == "-LRB-";
      if (!brackets ||
          !std::all_of(letters.text.begin(), letters.text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
        continue;
      if (body.kind == ActorKind::unknown) body.kind = ActorKind::organisation;
      long_forms[letters.text] = {body.name, body.kind};
    }
    for (NameMention& name : story_.names) {
      const auto known = long_forms.find(name.text);
      if (known == long_forms.end()) continue;
      name.name = known->second.first;
      name.kind = known->second.second;
      name.rule = "acronym";
    }
  }

  Story& story_;
  const Knowledge& knows_;
};

}  // namespace

void join_names(Story& story) { NameJoiner(story).join(); }

}  // namespace forewhen
