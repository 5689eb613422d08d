// SPDX-License-Identifier: Apache-2.0
#include "timeline/office_terms.h"

#include <gtest/gtest.h>

#include <random>

#include "forewhen/time/civil.h"

namespace forewhen {
namespace {

std::int64_t day(int year, int month, int of_month) {
  return std::chrono::floor<std::chrono::days>(start_of_day({year, month, of_month})).time_since_epoch().count();
}

// The names of the block of `year` after documents that say so.
std::vector<std::string> names(const std::vector<OfficeReport>& reports, int year) {
  std::set<std::string> all;
  for (const OfficeReport& report : reports) {
    DocumentClaims document;
    document.document.id = "d";
    document.document.published = CalendarTime{Instant(std::chrono::days(report.to)), Grain::day};
    Participant person;
    person.kind = ActorKind::person;
    person.name = report.holder;
    person.office = "president (KE)";
    if (report.from != report.to) person.in_office_since = Instant(std::chrono::days(report.from));
    document.claims.emplace_back().participants = {person};
    for (const NameUse& use : office_uses(document)) {
      if (use.block == office_block("president (KE)", day(year, 6, 1))) all.insert(use.name);
    }
  }
  return {all.begin(), all.end()};
}

TEST(OfficeTerms, HoldOnTheDaysOfReportsBetweenThemAndSinceADay) {
  const OfficeTerms terms(names({{day(2021, 3, 1), day(2021, 3, 1), "Ana Ruiz"},
                                 {day(2021, 6, 1), day(2021, 6, 1), "Ana Ruiz"},
                                 {day(2021, 8, 1), day(2021, 9, 1), "Bela Okafor"}},
                                2021));
  EXPECT_EQ(terms.holder_on(day(2021, 2, 28)), std::nullopt);
  EXPECT_EQ(terms.holder_on(day(2021, 3, 1)), "Ana Ruiz");
  EXPECT_EQ(terms.holder_on(day(2021, 4, 1)), "Ana Ruiz");
  EXPECT_EQ(terms.holder_on(day(2021, 6, 1)), "Ana Ruiz");
  EXPECT_EQ(terms.holder_on(day(2021, 6, 2)), std::nullopt);
  EXPECT_EQ(terms.holder_on(day(2021, 8, 1)), "Bela Okafor");
  EXPECT_EQ(terms.holder_on(day(2021, 9, 2)), std::nullopt);
}

TEST(OfficeTerms, AreNobodysWhenTwoHoldersArePossible) {
  const OfficeTerms terms(names({{day(2021, 3, 1), day(2021, 3, 1), "Ana Ruiz"},
                                 {day(2021, 4, 1), day(2021, 4, 1), "Bela Okafor"},
                                 {day(2021, 5, 1), day(2021, 5, 1), "Ana Ruiz"},
                                 {day(2021, 5, 1), day(2021, 5, 1), "Tom Lund"}},
                                2021));
  EXPECT_EQ(terms.holder_on(day(2021, 3, 15)), std::nullopt);
  EXPECT_EQ(terms.holder_on(day(2021, 4, 1)), "Bela Okafor");
  EXPECT_EQ(terms.holder_on(day(2021, 5, 1)), std::nullopt);
}

TEST(OfficeTerms, ASurnameIsTheOneHolderThatItFits) {
  const std::vector<OfficeReport> reports = {{day(2021, 3, 1), day(2021, 3, 1), "Ana Ruiz"},
                                             {day(2021, 5, 1), day(2021, 5, 1), "Ruiz"}};
  EXPECT_EQ(OfficeTerms(names(reports, 2021)).holder_on(day(2021, 4, 1)), "Ana Ruiz");
  auto more = reports;
  more.push_back({day(2021, 9, 1), day(2021, 9, 1), "Bela Ruiz"});
  EXPECT_EQ(OfficeTerms(names(more, 2021)).holder_on(day(2021, 4, 1)), std::nullopt);
  EXPECT_EQ(OfficeTerms(names({reports[1]}, 2021)).holder_on(day(2021, 5, 1)), std::nullopt);
}

// Every stretch that reports of one person span, one by one.
std::optional<std::string> by_trying_all(const std::vector<OfficeReport>& reports, std::int64_t on) {
  std::set<std::string> holders;
  for (const OfficeReport& a : reports) {
    for (const OfficeReport& b : reports) {
      if (a.holder != b.holder) continue;
      for (const auto& stretch : {std::pair(a.from, a.to), std::pair(a.to, b.to)}) {
        const std::int64_t from = stretch.first, to = stretch.second;
        const bool own_term = from == a.from && to == a.to;
        if (on < from || on > to || (!own_term && to - from > 183)) continue;
        const bool alone =
            std::none_of(reports.begin(), reports.end(), [&](const auto& other) {
              return other.holder != a.holder && other.from <= to && other.to >= from;
            });
        if (alone) holders.insert(a.holder);
      }
    }
  }
  return holders.size() == 1 ? std::optional(*holders.begin()) : std::nullopt;
}

TEST(OfficeTerms, AgreeWithAllStretchesTriedOneByOne) {
  std::mt19937 random(3);
  const auto below = [&](std::int64_t n) {
    return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(n));
  };
  int held = 0;
  for (int round = 0; round < 400; ++round) {
    std::vector<OfficeReport> reports;
    for (std::int64_t n = 1 + below(6); n > 0; --n) {
      const std::int64_t to = day(2021, 1, 1) + below(365);
      const char* const people[] = {"Ana Ruiz", "Bela Okafor", "Tom Lund"};
      reports.push_back({below(3) ? to : to - below(90), to, people[below(3)]});
    }
    const OfficeTerms terms(names(reports, 2021));
    for (std::int64_t on = day(2021, 1, 1); on < day(2022, 1, 1); on += 3) {
      ASSERT_EQ(terms.holder_on(on), by_trying_all(reports, on)) << "round " << round << ", day " << on;
      held += terms.holder_on(on).has_value();
    }
  }
  EXPECT_GT(held, 1000);
}

}  // namespace
}  // namespace forewhen
