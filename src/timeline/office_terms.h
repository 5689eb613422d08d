// SPDX-License-Identifier: Apache-2.0
// Who holds an office on a day, from what documents report of its holders. A report says that somebody holds it on the
// day of the report, or from a day on ("in power since May 2020") until then. Two reports of one holder that are at
// most half a year apart hold for the days between as well. A stretch in which anybody else is reported is nobody's: a
// day outside every stretch, or within those of two, has no holder. All of it is a function of the set of reports.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "forewhen/model/claim_source.h"

namespace forewhen {

// Days since 1970-01-01, both inclusive.
struct OfficeReport {
  std::int64_t from = 0, to = 0;
  std::string holder;  // as the document names the person: in full or by surname

  friend auto operator<=>(const OfficeReport&, const OfficeReport&) = default;
};

// The day for which what `claim` says of an office counts: the day of the report. Nothing when it has none, or when the
// event is dated more than a month away from it: "the prime minister" of 2014 in a report of today is another person.
std::optional<std::int64_t> office_day(const Document& document, const Claim& claim);

// What a document brings into the blocks of an office, a block a year. A report stands in every block that has a day
// within half a year of it.
std::set<NameUse> office_uses(const DocumentClaims& claims);
BlockKey office_block(const std::string& office, std::int64_t day);
// All documents that say somebody by this office, in whatever year.
BlockKey office_name_block(const std::string& office);

class OfficeTerms {
 public:
  // `names`: of one block, as names_in_block gives them.
  explicit OfficeTerms(const std::vector<std::string>& names);

  // The full name; nothing when the reports do not tell, or tell of two.
  std::optional<std::string> holder_on(std::int64_t day) const;
  const std::vector<OfficeReport>& reports() const { return reports_; }  // with full names where they are known

 private:
  bool holds(const std::string& person, std::int64_t day) const;

  std::vector<OfficeReport> reports_;
  std::vector<std::string> people_;  // normalised holder of each report
};

// The day that a name of an office block stands for when it is a mention by office alone; nothing for any other name.
std::optional<std::int64_t> mention_day(const std::string& name);

}  // namespace forewhen
