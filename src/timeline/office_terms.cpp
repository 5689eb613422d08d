// SPDX-License-Identifier: Apache-2.0
#include "timeline/office_terms.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>

#include "timeline/actor_names.h"

namespace forewhen {
namespace {

constexpr std::int64_t kLongestGap = 183;        // days between two reports of one holder
constexpr std::int64_t kLongestTerm = 366 * 60;  // no document says more of the past than this
constexpr std::int64_t kReportingDays = 31;      // an event this near to its report is news
constexpr char kMentionMark = '\x02';
constexpr char kPart = '\x1f';

std::int64_t day_of(Instant t) { return std::chrono::floor<std::chrono::days>(t).time_since_epoch().count(); }

int year_of(std::int64_t day) {
  return static_cast<int>(std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(day))).year());
}

BlockKey block_of_year(const std::string& office, int year) {
  return content_hash(fmt::format("name:office:{}:{}", normalised_name(office), year));
}

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::string line_of(const OfficeReport& report) {
  return fmt::format("{}{}{}{}{}{}", kFullMark, report.from, kPart, report.to, kPart, report.holder);
}

std::optional<OfficeReport> report_of(std::string_view line) {
  if (line.empty() || line[0] != kFullMark) return std::nullopt;
  line.remove_prefix(1);
  const std::size_t first = line.find(kPart);
  const std::size_t second = first == std::string_view::npos ? first : line.find(kPart, first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto from = number(line.substr(0, first)), to = number(line.substr(first + 1, second - first - 1));
  if (!from || !to) return std::nullopt;
  return OfficeReport{*from, *to, std::string(line.substr(second + 1))};
}

}  // namespace

std::optional<std::int64_t> office_day(const Document& document, const Claim& claim) {
  if (!document.published || document.published->grain > Grain::day) return std::nullopt;
  const std::int64_t day = day_of(document.published->start);
  if (!claim.time) return day;
  const Bounds& bounds = claim.time->when.bounds;
  const bool begins_near = is_open(bounds.latest_start) || day_of(bounds.latest_start) >= day - kReportingDays;
  const bool not_later = is_open(bounds.earliest_start) || day_of(bounds.earliest_start) <= day + kReportingDays;
  return begins_near && not_later ? std::optional(day) : std::nullopt;
}

BlockKey office_block(const std::string& office, std::int64_t day) { return block_of_year(office, year_of(day)); }

BlockKey office_name_block(const std::string& office) { return content_hash("name:office:" + normalised_name(office)); }

std::set<NameUse> office_uses(const DocumentClaims& claims) {
  std::set<NameUse> uses;
  const std::string& document = claims.document.id;
  for (const Claim& claim : claims.claims) {
    const auto day = office_day(claims.document, claim);
    for (const Participant& participant : claim.participants) {
      if (participant.office.empty() || participant.name.empty()) continue;
      if (participant.kind == ActorKind::office) {
        uses.insert({office_name_block(participant.office), participant.office, document});
        if (day)
          uses.insert({office_block(participant.office, *day), fmt::format("{}{}", kMentionMark, *day), document});
        continue;
      }
      if (participant.kind != ActorKind::person) continue;
      const auto& since = participant.in_office_since;
      // "X, in power since May, ...": a claim dated by the term itself is no old news.
      const bool by_term = since && claim.time && claim.time->when.bounds.latest_start == *since;
      const auto held = by_term ? office_day(claims.document, Claim{}) : day;
      if (!held) continue;
      OfficeReport report{*held, *held, participant.name};
      if (since && !is_open(*since)) report.from = std::clamp(day_of(*since), *held - kLongestTerm, *held);
      for (int year = year_of(report.from - kLongestGap); year <= year_of(report.to + kLongestGap); ++year)
        uses.insert({block_of_year(participant.office, year), line_of(report), document});
    }
  }
  return uses;
}

std::optional<std::int64_t> mention_day(const std::string& name) {
  if (name.empty() || name[0] != kMentionMark) return std::nullopt;
  return number(std::string_view(name).substr(1));
}

OfficeTerms::OfficeTerms(const std::vector<std::string>& names) {
  // A bare surname is the one full name that it fits among the holders; of several, none.
  std::map<BlockKey, std::set<std::string>> full;
  std::map<std::string, std::string> spelling;
  for (const std::string& name : names) {
    auto report = report_of(name);
    if (!report) continue;
    const NameForm form = form_of(report->holder, ActorKind::person);
    const std::string person = normalised_name(report->holder);
    if (form.full) full[form.block].insert(person);
    spelling.try_emplace(person, report->holder);
    reports_.push_back(*std::move(report));
  }
  for (OfficeReport& report : reports_) {
    const NameForm form = form_of(report.holder, ActorKind::person);
    const auto& fitting = full[form.block];
    const std::string person = !form.full && fitting.size() == 1 ? *fitting.begin() : normalised_name(report.holder);
    report.holder = spelling[person];
    people_.push_back(person);
  }
}

bool OfficeTerms::holds(const std::string& person, std::int64_t day) const {
  const auto alone = [&](std::int64_t from, std::int64_t to) {
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      if (people_[i] != person && reports_[i].from <= to && reports_[i].to >= from) return false;
    }
    return true;
  };
  std::optional<std::int64_t> before, after;  // of the reports, those next to the day
  for (std::size_t i = 0; i < reports_.size(); ++i) {
    if (people_[i] != person) continue;
    const auto& [from, to, holder] = reports_[i];
    if (from <= day && day <= to && alone(from, to)) return true;
    // The day of the report itself stands, whatever else is said of the time before.
    if (to <= day) before = std::max(before.value_or(to), to);
    if (to >= day) after = std::min(after.value_or(to), to);
  }
  return before && after && *after - *before <= kLongestGap && alone(*before, *after);
}

std::optional<std::string> OfficeTerms::holder_on(std::int64_t day) const {
  std::set<std::string> tried;
  std::optional<std::string> holder;
  for (std::size_t i = 0; i < reports_.size(); ++i) {
    if (!tried.insert(people_[i]).second || !holds(people_[i], day)) continue;
    if (holder) return std::nullopt;
    holder = reports_[i].holder;
  }
  // A surname that fits nobody, or two people, names no one.
  return holder && form_of(*holder, ActorKind::person).full ? holder : std::nullopt;
}

}  // namespace forewhen
