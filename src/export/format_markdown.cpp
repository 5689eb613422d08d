// SPDX-License-Identifier: Apache-2.0
// markdown: a heading a year, an item an event with its date, who and where, below it the sentences and their sources.
#include <fmt/format.h>

#include "export/cells.h"
#include "export/escape.h"
#include "export/event_fields.h"
#include "export/formats.h"
#include "forewhen/time/civil.h"

namespace forewhen {
namespace {

std::string year_heading(const Placement& placement) {
  if (!placement.has_start()) return "Undated";
  const auto year = civil_of(placement.begin()).year;
  return year > 0 ? std::to_string(year) : std::to_string(1 - year) + " BCE";
}

std::string source_of(const Quote& quote, const std::vector<DocumentSummary>& documents) {
  for (const DocumentSummary& document : documents) {
    if (document.id != quote.document) continue;
    const std::string name = markdown_text(document.title.empty() ? document.id : document.title);
    const std::string url = safe_url(document.url);
    std::string target;
    for (const char c : url) target += c == '(' ? "%28" : c == ')' ? "%29" : std::string(1, c);
    const std::string day = document.published ? ", " + format_iso(*document.published) : "";
    return (url.empty() ? name : "[" + name + "](" + target + ")") + day;
  }
  return markdown_text(quote.document);
}

}  // namespace

Status write_markdown(ExportJob& job) {
  job.write("# " + markdown_text(job.request.title.empty() ? "Timeline" : job.request.title) + "\n");
  std::string heading;
  return job.for_each([&](const Event& event) -> Status {
    const Placement placement = placement_of(event);
    if (std::string year = year_heading(placement); year != heading) {
      job.write("\n## " + year + "\n\n");
      heading = std::move(year);
    }
    std::string item = fmt::format("- **{}** {}", markdown_text(placement.words), markdown_text(what_cell(event)));
    if (const std::string who = who_cell(event); !who.empty()) item += "; " + markdown_text(who);
    if (const std::string where = where_cell(event); !where.empty()) item += "; " + markdown_text(where);
    if (!placement.edtf.empty()) item += fmt::format(" `{}`", placement.edtf);
    job.write(item + "\n");
    const auto quotes = job.quotes(event);
    if (!quotes) return quotes.error();
    const auto documents = job.documents(event);
    if (!documents) return documents.error();
    for (const Quote& quote : *quotes)
      job.write(fmt::format("  - “{}” ({})\n", markdown_text(quote.text), source_of(quote, *documents)));
    return Done{};
  });
}

}  // namespace forewhen
