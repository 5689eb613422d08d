// SPDX-License-Identifier: Apache-2.0
// html: one file that asks for nothing outside itself. A table of events, which stands there without the script too;
// the events as JSON; the page of src/export/page, which draws them and says what preceded and followed each. It
// decides that as before() and after() do: by bounds, and by what OrderExceptions adds to them.
#include <fmt/format.h>

#include "export/cells.h"
#include "export/escape.h"
#include "export/event_fields.h"
#include "export/formats.h"
#include "export/page_columns.h"
#include "export/page_parts.h"
#include "export/page_sources.h"

namespace forewhen {
namespace {

// Rows that stand in the file as a table. With the script the page shows all; a table of 100,000 rows would be half a
// minute before anything is seen.
constexpr std::size_t kPlainRows = 1000;

void write_head(ExportJob& job, const std::string& title) {
  job.write(fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
      "script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<title>{0}</title>\n<style>\n{1}</style>\n</head>\n<body>\n"
      "<main id=\"page\"><h1 dir=\"auto\">{0}</h1>\n",
      html_text(title), page_style()));
}

Status write_rows(ExportJob& job, PageColumns& columns, OrderExceptions& order) {
  const std::size_t all = job.request.events.size();
  std::string caption = "All events in the order of time";
  if (all > kPlainRows) {
    caption = fmt::format("The first {} of {} events; the others need the script of this page, or export as csv",
                          kPlainRows, all);
  }
  job.write(
      fmt::format("<table id=\"plain\">\n<caption>{}</caption>\n<thead><tr><th scope=\"col\">When</th>"
                  "<th scope=\"col\">What</th><th scope=\"col\">Who</th><th scope=\"col\">Where</th></tr>"
                  "</thead>\n<tbody>\n",
                  caption));
  const Status written = job.for_each([&](const Event& event) -> Status {
    columns.add(event);
    if (Status added = order.add(event); !added) return added;
    if (columns.size() > kPlainRows) return Done{};
    const auto cell = [](const std::string& text, const char* direction) {
      return fmt::format("<td><div dir=\"{}\">{}</div></td>", direction, html_text(text));
    };
    job.write(fmt::format("<tr id=\"{}\">{}{}{}{}</tr>\n", to_string(event.id), cell(placement_of(event).words, "ltr"),
                          cell(what_cell(event), "auto"), cell(who_cell(event), "ltr"),
                          cell(where_cell(event), "auto")));
    return Done{};
  });
  job.write("</tbody>\n</table>\n</main>\n");
  return written;
}

}  // namespace

Status write_html(ExportJob& job) {
  if (page_script().empty()) {
    return Error{ErrorKind::io, "this build has no timeline page", "--format html",
                 "build it where Node.js 18 or later and npm can install what the page is made of (FOREWHEN_PAGE)"};
  }
  const auto counts = job.source.counts();
  if (!counts) return counts.error();
  auto order = OrderExceptions::make(job.source);
  if (!order) return order.error();
  PageColumns columns;
  write_head(job, job.request.title.empty() ? "Timeline" : job.request.title);
  if (Status put = write_rows(job, columns, *order); !put) return put;
  job.write("<script type=\"application/json\" id=\"data\">{\n");
  columns.write(job);
  if (Status put = write_page_sources(job, columns, *order); !put) return put;
  job.write(fmt::format("\"graph_events\":{}\n}}</script>\n<script type=\"module\">\n{}</script>\n</body>\n</html>\n",
                        counts->events, page_script()));
  return Done{};
}

}  // namespace forewhen
