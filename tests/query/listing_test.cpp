// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/listing.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/query/world.h"

namespace forewhen {
namespace {

using testing::day;
using testing::World;

std::string phrases(const std::vector<Event>& events) {
  std::string text;
  for (const Event& e : events) text += (text.empty() ? "" : ", ") + e.phrase;
  return text;
}
std::string phrases(const Result<Listing>& listing) {
  return listing.ok() ? phrases(listing->events) : to_string(listing.error());
}

World two_towns() {
  World w;
  w.add({.name = "fair", .when = "2031-05", .actors = {"Lena Moravec"}, .place = "Velmora"});
  w.add({.name = "storm", .when = "2031-05-01", .place = "Velmora", .document = "d2"});
  w.add({.name = "rumour", .actors = {"Lena Moravec"}});
  w.add({.name = "trial",
         .when = "2031-04-01",
         .actors = {"Ivo Moravec"},
         .place = "Korvan",
         .modality = Modality::planned});
  w.add({.name = "march", .when = "2031-04-02", .actors = {"Ivo Moravec"}, .place = "Korvan"});
  return w;
}

TEST(Listing, events_stand_in_the_order_of_time_undated_ones_last) {
  const World w = two_towns();
  const Result<Listing> all = list_events(w);
  EXPECT_EQ(phrases(all), "march, storm, fair, rumour");
  EXPECT_EQ(to_string(all->left_out), "1 planned left out");
  ListOptions options;
  options.filter.all_modalities = true;
  options.limit = 2;
  EXPECT_EQ(phrases(list_events(w, options)), "storm, fair");
  EXPECT_GE(list_events(w, options)->more, 1u);
}

TEST(Listing, a_timeline_is_of_a_person_or_a_place) {
  const World w = two_towns();
  EXPECT_EQ(phrases(timeline(w, "Lena Moravec")->listing), "fair, rumour");
  EXPECT_EQ(phrases(timeline(w, "lena  MORAVEC")->listing), "fair, rumour");
  EXPECT_EQ(phrases(timeline(w, "Velmora")->listing), "storm, fair");
  EXPECT_EQ(phrases(timeline(w, "Ivo")->listing), "march");
  EXPECT_EQ(phrases(timeline(w, to_string(actor_id("Ivo Moravec")))->listing), "march");
  EXPECT_EQ(phrases(timeline(w, to_string(place_id("Korvan", "XX")))->listing), "march");
}

TEST(Listing, a_name_that_several_contain_is_not_guessed) {
  const World w = two_towns();
  const Result<Timeline> several = timeline(w, "Moravec");
  ASSERT_FALSE(several.ok());
  EXPECT_EQ(several.error().kind, ErrorKind::ambiguous);
  EXPECT_NE(several.error().what.find("Lena Moravec"), std::string::npos);
  EXPECT_NE(several.error().what.find("Ivo Moravec"), std::string::npos);
  EXPECT_EQ(timeline(w, "Nobody").error().kind, ErrorKind::not_found);
  EXPECT_EQ(timeline(w, "a0000000000000001").error().kind, ErrorKind::not_found);
}

// The month does not order against its days, the later days do against the first.
TEST(Listing, the_numbers_of_a_timeline_go_up_where_the_order_is_certain) {
  World w;
  w.add({.name = "march", .when = "2031-03", .actors = {"Lena Moravec"}});
  w.add({.name = "fair", .when = "2031-03-05", .actors = {"Lena Moravec"}});
  w.add({.name = "storm", .when = "2031-03-05", .actors = {"Lena Moravec"}});
  w.add({.name = "strike", .when = "2031-03-06", .actors = {"Lena Moravec"}});
  w.add({.name = "rumour", .actors = {"Lena Moravec"}});
  w.add({.name = "vote", .when = "2031-05", .actors = {"Lena Moravec"}});
  const auto found = timeline(w, "Lena Moravec");
  ASSERT_TRUE(found.ok());
  std::map<std::string, std::uint32_t> number;
  for (std::size_t i = 0; i < found->listing.events.size(); ++i)
    number[found->listing.events[i].phrase] = found->listing.ranks.at(i);
  EXPECT_EQ(number["march"], 1u);
  EXPECT_EQ(number["fair"], 1u);
  EXPECT_EQ(number["storm"], 1u);
  EXPECT_EQ(number["strike"], 2u);
  EXPECT_EQ(number["vote"], 3u);
  EXPECT_EQ(number["rumour"], 0u);
}

TEST(Listing, a_thing_has_a_timeline_of_the_events_that_are_said_with_it) {
  World w;
  w.add({.name = "launch", .when = "2031-03-05", .actors = {"Lena Moravec"}, .recipients = {"the Orlan treaty"}});
  w.add({.name = "fair", .when = "2031-03-06", .actors = {"Lena Moravec"}});
  const auto found = timeline(w, "orlan treaty");
  ASSERT_TRUE(found.ok()) << to_string(found.error());
  EXPECT_EQ(phrases(found->listing), "launch");
  EXPECT_EQ(timeline(w, "lan treaty").error().kind, ErrorKind::not_found);
}

TEST(Listing, several_of_exactly_the_same_name_are_all_meant) {
  World w = two_towns();
  w.actors[ActorId{9}] = Actor{ActorId{9}, "Governor Moravec", ActorKind::person, "", {"Lena Moravec"}};
  const Result<std::vector<Actor>> actors = resolve_actors(w, "Lena Moravec");
  ASSERT_TRUE(actors.ok());
  EXPECT_EQ(actors->size(), 2u);
  EXPECT_EQ(resolve_places(w, "Velmora")->size(), 1u);
  EXPECT_EQ(resolve_places(w, "Lena Moravec").error().kind, ErrorKind::not_found);
}

TEST(Listing, between_takes_what_may_have_begun_in_the_window) {
  const World w = two_towns();
  EXPECT_EQ(phrases(between(w, {day("2031-05-02"), day("2031-05-20")})), "fair");
  EXPECT_EQ(phrases(between(w, {day("2031-04-02"), day("2031-05-01")})), "march");
  EXPECT_EQ(phrases(between(w, {day("2031-04-03"), day("2031-05-01")})), "");
  const Result<Listing> listing = between(w, {day("2031-01-01"), day("2032-01-01")});
  EXPECT_EQ(listing->left_out.undated, 1u);
  EXPECT_EQ(listing->left_out.planned, 1u);
}

TEST(Listing, a_document_is_a_filter) {
  const World w = two_towns();
  ListOptions options;
  options.filter.document = "d2";
  EXPECT_EQ(phrases(list_events(w, options)), "storm");
}

TEST(Listing, show_gives_all_that_is_behind_an_event) {
  World w = two_towns();
  const EventId fair = w.add({.name = "riot", .when = "2031-06-01", .sentence = "A riot broke out."});
  const EventId other = w.add({.name = "inquiry", .when = "2031-07-01", .sentence = "The inquiry began."});
  w.link(fair, Relation::before, other);
  const Result<EventDossier> dossier = show(w, fair);
  ASSERT_TRUE(dossier.ok());
  ASSERT_EQ(dossier->claims.size(), 1u);
  EXPECT_EQ(dossier->quotes.at(0).text, "A riot broke out.");
  ASSERT_EQ(dossier->links.size(), 1u);
  EXPECT_EQ(dossier->links[0].other, other);
  EXPECT_EQ(dossier->links[0].other_summary, "The inquiry began.");
  EXPECT_EQ(dossier->documents.at(0).id, "d1");
  EXPECT_EQ(show(w, EventId{1}).error().kind, ErrorKind::not_found);
}

TEST(Listing, a_store_that_cannot_be_read_is_an_error) {
  World w = two_towns();
  w.fail = true;
  EXPECT_EQ(list_events(w).error().kind, ErrorKind::io);
  EXPECT_EQ(timeline(w, "Velmora").error().kind, ErrorKind::io);
}

}  // namespace
}  // namespace forewhen
