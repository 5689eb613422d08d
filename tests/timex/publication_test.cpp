// SPDX-License-Identifier: Apache-2.0
#include "forewhen/timex/publication.h"

#include <gtest/gtest.h>

namespace forewhen {
namespace {

// "2023-03-14 dateline [14 March 2023]", or "none".
std::string found_in(std::string_view text, PublicationEvidence evidence = PublicationEvidence::stated) {
  const auto found = find_publication(text, evidence);
  if (!found) return "none";
  return format_iso(found->published) + " " + found->from + " [" + std::string(found->span.of(text)) + "]";
}

TEST(Publication, ADatelineGivesItWhenItHasAYear) {
  EXPECT_EQ(found_in("KARSHOLM, March 14, 2023 (Sund Agency) - Dockers struck."),
            "2023-03-14 dateline [March 14, 2023]");
  EXPECT_EQ(found_in("KARSHOLM, 14 March 2023 \u2014 Dockers struck."), "2023-03-14 dateline [14 March 2023]");
  EXPECT_EQ(found_in("PORT ELLERY, North Sund, Mar. 14, 2023 -- Dockers struck."),
            "2023-03-14 dateline [Mar. 14, 2023]");
  EXPECT_EQ(found_in("Dockers strike\nBy Lena Moravec\n\nKARSHOLM, MARCH 14, 2023\nThey struck."),
            "2023-03-14 dateline [MARCH 14, 2023]");
  EXPECT_EQ(found_in("KARSHOLM, March 14 (Sund Agency) - Dockers struck."), "none");
}

TEST(Publication, WhatOnlyLooksLikeADatelineIsNone) {
  EXPECT_EQ(found_in("Karsholm, March 14, 2023 was the day of the strike."), "none");
  EXPECT_EQ(found_in("KARSHOLM, March 14, 2023 was the day of the strike."), "none");
  EXPECT_EQ(found_in("KARSHOLM, where dockers struck on March 14, 2023 - and sailors."), "none");
  EXPECT_EQ(found_in("KARSHOLM, February 30, 2023 - Dockers struck."), "none");
  EXPECT_EQ(found_in("KARSHOLM, March 2023 - Dockers struck."), "none");
}

TEST(Publication, AMetaElementGivesIt) {
  EXPECT_EQ(found_in("<html><head><META content='2023-03-14T08:30:00Z' property=\"article:published_time\"></head>"),
            "2023-03-14T08:30:00 meta article:published_time [2023-03-14T08:30:00Z]");
  EXPECT_EQ(found_in("<meta name=date content=2023-03-14>"), "2023-03-14 meta date [2023-03-14]");
  EXPECT_EQ(found_in("<meta name=\"pubdate\" content=\"Tue, 14 Mar 2023 08:30:00 GMT\">").substr(0, 10), "2023-03-14");
  EXPECT_EQ(found_in("<meta name=\"date\" content=\"2023-03-12\"><meta property=\"article:published_time\" "
                     "content=\"2023-03-14\">"),
            "2023-03-14 meta article:published_time [2023-03-14]");
}

TEST(Publication, TheDayIsThatOfTheWriterWhereUtcHasAnother) {
  EXPECT_EQ(found_in("<meta name=date content=2023-03-14T23:30:00-05:00>").substr(0, 16), "2023-03-14 meta ");
  EXPECT_EQ(found_in("<meta name=date content=2023-03-14T01:30:00+02:00>").substr(0, 16), "2023-03-14 meta ");
  EXPECT_EQ(found_in("<meta name=date content=2023-03-14T10:30:00-05:00>").substr(0, 16), "2023-03-14T15:30");
}

TEST(Publication, ALinkedDataScriptOrATimeElementGivesIt) {
  const std::string script =
      "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\", \"datePublished\" : \"2023-03-14\"}</script>";
  EXPECT_EQ(found_in(script), "2023-03-14 JSON-LD [2023-03-14]");
  EXPECT_EQ(found_in("<p><time datetime=\"2023-03-14\">on Tuesday</time>"), "2023-03-14 time element [2023-03-14]");
  EXPECT_EQ(found_in("<time datetime=2020-01-01></time><time pubdate datetime=2023-03-14></time>"),
            "2023-03-14 time element [2023-03-14]");
  EXPECT_EQ(found_in("<time datetime=2020-01-01></time>" + script), "2023-03-14 JSON-LD [2023-03-14]");
  EXPECT_EQ(found_in("<script>{\"datePublished\": \"2023-03-14\"}</script>"), "none");
}

TEST(Publication, AnAttributeThatIsNoDayIsPassedOver) {
  EXPECT_EQ(found_in("<meta name=date content=2023><time datetime=2023-03-14>"),
            "2023-03-14 time element [2023-03-14]");
  EXPECT_EQ(found_in("<meta name=date content=2023-02-30>"), "none");
  EXPECT_EQ(found_in("<meta name=viewport content=2023-03-14>"), "none");
  EXPECT_EQ(found_in("<!-- <meta name=date content=2023-03-14> -->"), "none");
  EXPECT_EQ(found_in("<time datetime=PT5M>"), "none");
}

TEST(Publication, TheFirstFullDateIsTakenOnlyWhenAskedFor) {
  const std::string_view text =
      "Dockers strike\n\nFerries stood still on Friday, for the first time since May 2022. On 3 March 2023 they ran.";
  EXPECT_EQ(found_in(text), "none");
  EXPECT_EQ(found_in(text, PublicationEvidence::first_full_date), "2023-03-03 first full date [3 March 2023]");
  EXPECT_EQ(found_in("KARSHOLM, March 14, 2023 - On 3 March 2023 they ran.", PublicationEvidence::first_full_date),
            "2023-03-14 dateline [March 14, 2023]");
  EXPECT_EQ(found_in("On 30 February 2023 they ran.", PublicationEvidence::first_full_date), "none");
}

TEST(Publication, ADateFarDownIsNotInTheFirstLines) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "Dockers struck.\n";
  EXPECT_EQ(found_in(text + "On 3 March 2023 they ran.", PublicationEvidence::first_full_date), "none");
}

TEST(Publication, BrokenMarkupIsReadToItsEndAndNoFurther) {
  for (const char* piece : {"<", "<meta ", "<meta name=\"", "<!--",
                            "<time datetime=", "<script type=\"application/ld+json\">", "\xC3\xA9<", "=>"}) {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += piece;
    EXPECT_EQ(found_in(text, PublicationEvidence::first_full_date), "none") << piece;
  }
}

}  // namespace
}  // namespace forewhen
