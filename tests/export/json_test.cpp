// SPDX-License-Identifier: Apache-2.0
#include "forewhen/export/json.h"

#include <gtest/gtest.h>

#include "forewhen/query/before.h"
#include "tests/query/world.h"

namespace forewhen {
namespace {

using testing::World;

TEST(Json, an_event_is_one_line_with_fixed_keys) {
  World w;
  const EventId id = w.add({.name = "drone attack",
                            .when = "2031-03-07",
                            .actors = {"Guard"},
                            .recipients = {"Lena Moravec"},
                            .place = "Velmora",
                            .sentence = "A drone attack.",
                            .type = PloverType::assault});
  Event e = w.events[id];
  e.reported = parse_iso("2031-03-08").value();
  EXPECT_EQ(
      to_json(e),
      R"({"event":")" + to_string(id) +
          R"(","when":{"edtf":"2031-03-07","earliest_start":"2031-03-07","latest_start":"2031-03-08",)"
          R"("earliest_end":"2031-03-07","latest_end":"2031-03-08","grain":"day","rule":"said","words":"on 2031-03-07"},)"
          R"("modality":"actual","polarity":"positive","type":"ASSAULT","mode":"","class":"OCCURRENCE",)"
          R"("lemma":"attack","phrase":"drone attack","participants":[{"role":"actor","name":"Guard","text":"Guard",)"
          R"("kind":"person","actor":")" +
          to_string(actor_id("Guard")) +
          R"("},{"role":"recipient","name":"Lena Moravec","text":"Lena Moravec","kind":"person","actor":")" +
          to_string(actor_id("Lena Moravec")) +
          R"("}],"place":{"name":"Velmora","within":"","country":"XX","precision":"city","lat":null,"lon":null,"place":")" +
          to_string(place_id("Velmora", "XX")) +
          R"("},"mentions":[{"document":"d1","begin":8,"end":14,"text":"attack"}],"summary":"A drone attack.",)"
          R"("reported":"2031-03-08","attributed_to":null})");
}

TEST(Json, an_undated_event_has_no_when_and_open_bounds_are_null) {
  World w;
  Event e = w.events[w.add({.name = "rumour"})];
  e.bounds.latest_start = testing::day("2031-03-08");  // the report bounds it, but that is no date
  EXPECT_NE(to_json(e).find(R"("when":null)"), std::string::npos);
  e.time = ClaimTime{};
  EXPECT_NE(
      to_json(e).find(R"("when":{"edtf":null,"earliest_start":null,"latest_start":"2031-03-08","earliest_end":null)"),
      std::string::npos);
}

TEST(Json, quotes_control_characters_and_broken_bytes_are_escaped) {
  Event e;
  e.summary = "say \"no\"\n\x1b[31m\xff end";
  const std::string json = to_json(e);
  EXPECT_NE(json.find(R"("summary":"say \"no\"\n\u001b[31m� end")"), std::string::npos) << json;
  EXPECT_EQ(json.find('\n'), std::string::npos);
}

TEST(Json, an_answer_is_the_event_with_what_makes_it_one) {
  World w;
  const EventId march = w.add({.name = "march", .when = "2031-03-04", .sentence = "A march."});
  const EventId x = w.add({.name = "attack", .when = "2031-03-20"});
  BeforeOptions options;
  options.quotes = true;
  const Result<Answer> answer = before(w, x, options);
  const std::string json = to_json(answer->items.at(0));
  const std::string tail =
      R"("attributed_to":null,"certainty":"definite","standing":"ended",)"
      R"("ties":[{"kind":"story","id":"d1","name":"d1"}],)"
      R"("reasons":["2031-03-04 ends before 2031-03-20 begins","'on 2031-03-04' dates it"],"hop":1,"path":[")" +
      to_string(march) + R"("],"cursor":")" + answer->items[0].cursor +
      R"(","quotes":[{"document":"d1","begin":0,"end":8,"text":"A march.","trigger":[2,7]}],)"
      R"("told_by":{"documents":1,"independent":1}})";
  EXPECT_TRUE(json.ends_with(tail)) << json;
}

TEST(Json, a_dossier_and_a_resolution_are_one_line_each) {
  World w;
  const EventId march = w.add({.name = "march", .when = "2031-03-04", .sentence = "A march."});
  const EventId other = w.add({.name = "march", .when = "2031-03-05", .document = "d2", .sentence = "A march."});
  w.link(march, Relation::before, other);
  const std::string dossier = to_json(*show(w, march));
  EXPECT_NE(dossier.find(R"("links":[{"relation":"before","side":"from","event":")" + to_string(other)),
            std::string::npos);
  EXPECT_NE(dossier.find(R"("documents":[{"document":"d1")"), std::string::npos);
  const std::string choice = to_json(*resolve_event(w, "march"));
  EXPECT_TRUE(choice.starts_with(R"({"outcome":"ambiguous","event":null)")) << choice;
  EXPECT_EQ((dossier + choice).find('\n'), std::string::npos);
}

}  // namespace
}  // namespace forewhen
