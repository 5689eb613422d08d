// SPDX-License-Identifier: Apache-2.0
#include "build_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "forewhen/export/table.h"

namespace forewhen {
namespace {

constexpr std::size_t kMostNamed = 5;  // in the report; the rest is counted

std::string plural(std::uint64_t n, std::string_view one) { return fmt::format("{} {}{}", n, one, n == 1 ? "" : "s"); }

void print_found_dates(const BuildReport& report) {
  std::map<std::string, std::uint64_t> by_source;
  for (const auto& [document, source] : report.published_from) ++by_source[source];
  for (const auto& [source, count] : by_source)
    fmt::print("  day of publication taken from the text, {}: {}\n", printable(source), plural(count, "document"));
}

void print_open_dates(const BuildReport& report) {
  if (!report.without_date.empty())
    fmt::print("  without a date of publication: {} (give --published DATE or a \"published\" field)\n",
               plural(report.without_date.size(), "document"));
  if (report.open_dates.empty()) return;
  fmt::print("  dates left open for want of it: {}\n", report.open_dates.size());
  for (std::size_t i = 0; i < std::min(kMostNamed, report.open_dates.size()); ++i) {
    const OpenDate& open = report.open_dates[i];
    fmt::print("    \"{}\" at {}:{}\n", printable(open.words), printable(open.document), open.span.begin);
  }
  if (report.open_dates.size() > kMostNamed) fmt::print("    and {} more\n", report.open_dates.size() - kMostNamed);
}

void print_given_dates(const BuildReport& report) {
  if (report.unread_dates.empty()) return;
  fmt::print("  words that give no date: {}\n", report.unread_dates.size());
  for (std::size_t i = 0; i < std::min(kMostNamed, report.unread_dates.size()); ++i)
    fmt::print("    \"{}\" in {}\n", printable(report.unread_dates[i].words),
               printable(report.unread_dates[i].document));
  if (report.unread_dates.size() > kMostNamed) fmt::print("    and {} more\n", report.unread_dates.size() - kMostNamed);
}

void print_dates(const BuildReport& report) {
  print_found_dates(report);
  print_open_dates(report);
  print_given_dates(report);
  for (const InvalidDate& date : report.invalid_dates)
    fmt::print("  no such date: \"{}\" at {}:{}: {}\n", printable(date.words), printable(date.document),
               date.span.begin, date.why);
}

void print_read(const BuildReport& report) {
  for (const auto& [reason, count] : report.read.refused) fmt::print("  refused, {}: {}\n", name_of(reason), count);
  if (report.read.repeated) fmt::print("  the same again within the input: {}\n", report.read.repeated);
  if (const std::uint64_t skipped = report.read.skipped_in_all())
    fmt::print("  passed over, neither text nor JSON lines: {}\n", plural(skipped, "file"));
}

}  // namespace

void print_refusals(const BuildReport& report) {
  for (const Error& error : report.refusals) fmt::print(stderr, "refused: {}\n", printable(to_string(error)));
}

void print_report(const BuildReport& report) {
  const std::uint64_t refused = report.read.refused_in_all();
  fmt::print("read {}: {} new, {} changed, {} unchanged{}\n", plural(report.read.documents, "document"), report.added,
             report.changed, report.unchanged, refused ? fmt::format(", {} refused", refused) : "");
  print_read(report);
  if (report.added + report.changed == 0) {
    fmt::print("nothing changed: {} in the graph\n", plural(report.after.events, "event"));
  } else {
    fmt::print("found {} in them, {} without a date\n", plural(report.claims, "claim"), report.undated_claims);
    fmt::print("the graph holds {} from {} ({} of the same events), {}, {}, {}\n", plural(report.after.events, "event"),
               plural(report.after.claims, "claim"), plural(report.merged_mentions, "further mention"),
               plural(report.after.actors, "actor"), plural(report.after.places, "place"),
               plural(report.after.links, "stated link"));
  }
  print_dates(report);
}

void print_validation(const BuildReport& report) {
  const std::uint64_t refused = report.read.refused_in_all();
  fmt::print("read {}: {} in them, {} without a date, {}{}\n", plural(report.read.documents, "document"),
             plural(report.claims, "claim"), report.undated_claims, plural(report.given_links, "link"),
             refused ? fmt::format("; {} refused", refused) : "");
  print_read(report);
  print_dates(report);
}

}  // namespace forewhen
