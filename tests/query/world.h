// SPDX-License-Identifier: Apache-2.0
// Events for tests in one line each: a world in memory with invented people, places and dates.
#pragma once

#include <string>
#include <vector>

#include "forewhen/time/iso.h"
#include "tests/query/memory_source.h"

namespace forewhen::testing {

inline Instant day(const char* iso) { return parse_iso(iso).value().start; }

// What an event is made of; empty parts are left out.
struct Sketch {
  std::string name;  // the trigger phrase, its last word the trigger: "drone attack"
  std::string when;  // "2031-03-05", "2031-03", "" for undated
  std::vector<std::string> actors;
  std::vector<std::string> recipients;
  std::string place;
  std::string document = "d1";
  std::string sentence;  // that tells it; "<name> happened." without one
  Modality modality = Modality::actual;
  PloverType type = PloverType::none;
};

class World : public MemorySource {
 public:
  EventId add(const Sketch& sketch) {
    Event e;
    const std::string sentence = sketch.sentence.empty() ? sketch.name + " happened." : sketch.sentence;
    const std::string word = sketch.name.substr(sketch.name.find_last_of(' ') + 1);
    Document& document = texts[sketch.document];
    document.id = sketch.document;
    if (!document.text.empty()) document.text += ' ';
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text += sentence;
    const std::size_t at = std::min(sentence.find(word), sentence.size() - 1);
    const auto trigger = static_cast<std::uint32_t>(begin + at);
    const Span span{trigger, static_cast<std::uint32_t>(trigger + std::min(word.size(), sentence.size() - at))};
    const ClaimId claim = claim_id(sketch.document, span);
    e.id = event_id(claim);
    e.phrase = sketch.name, e.lemma = word, e.summary = sentence, e.modality = sketch.modality, e.type = sketch.type;
    e.mentions = {{claim, sketch.document, span, word, {begin, static_cast<std::uint32_t>(document.text.size())}}};
    if (!sketch.when.empty()) {
      const CalendarTime time = parse_iso(sketch.when).value();
      ClaimTime said;
      said.when.bounds = within(time.extent());
      said.when.grain = time.grain, said.when.edtf = sketch.when, said.words = "on " + sketch.when, said.rule = "said";
      e.time = said;
      e.bounds = said.when.bounds;
    }
    for (const std::string& name : sketch.actors) e.participants.push_back(part(Role::actor, name));
    for (const std::string& name : sketch.recipients) e.participants.push_back(part(Role::recipient, name));
    if (!sketch.place.empty()) e.place = EventPlace{place_id(sketch.place, "XX"), sketch.place, "", "XX", "city", {}};
    add_terms(e, sentence);
    put(e);
    Claim c;
    c.id = claim, c.document = sketch.document, c.trigger = span, c.trigger_text = word,
    c.sentence = e.mentions[0].sentence;
    claims[claim] = c;
    return e.id;
  }

  void link(EventId from, Relation relation, EventId to, const std::string& rule = "after") {
    links.push_back({from, to, relation, rule, 100, "d1", {0, 4}});
  }

 private:
  static EventParticipant part(Role role, const std::string& name) {
    return {role, ActorKind::person, actor_id(name), name, name};
  }

  static void add_terms(Event& e, const std::string& sentence) {
    std::map<std::string, int> terms;
    for (const std::string& stem : content_stems(sentence)) terms[stem] = 1;
    for (const std::string& stem : content_stems(e.phrase)) terms[stem] = 3;
    for (const EventParticipant& p : e.participants) {
      for (const std::string& stem : content_stems(p.name)) terms[stem] = 3;
    }
    e.terms.assign(terms.begin(), terms.end());
  }
};

}  // namespace forewhen::testing
