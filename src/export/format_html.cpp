// SPDX-License-Identifier: Apache-2.0
// html: one file that asks for nothing outside itself. A table with every event, which stands there without the script
// too; the events as JSON; src/export/page/timeline.js, which draws them. What preceded and followed an event is what
// before() and after() say of it; the page shows those that are part of it.
#include <fmt/format.h>

#include "export/cells.h"
#include "export/escape.h"
#include "export/event_fields.h"
#include "export/event_json.h"
#include "export/formats.h"
#include "export/line_list.h"
#include "export/page_parts.h"
#include "forewhen/query/before.h"

namespace forewhen {
namespace {

constexpr std::size_t kNearest = 8;  // before and after an event
// Each is asked two questions, which took 15 ms among 15,700 events: half a minute for so many.
constexpr std::size_t kMostAsked = 2000;

// Within a script element "<" could end it.
std::string script_json(const Json& json) {
  std::string out;
  for (const char c : dump(json)) out += c == '<' ? std::string("\\u003c") : std::string(1, c);
  return out;
}

Json seconds_json(Instant t) { return is_open(t) ? Json(nullptr) : Json(t.time_since_epoch().count()); }

Status put_neighbours(ExportJob& job, const Event& event, Direction direction, Json& json) {
  BeforeOptions options;
  options.limit = kNearest;
  const auto answer =
      direction == Direction::before ? before(job.source, event.id, options) : after(job.source, event.id, options);
  if (!answer) return answer.error();
  const std::string name = direction == Direction::before ? "before" : "after";
  Json list = Json::array();
  std::uint64_t outside = 0;
  for (const AnswerItem& item : answer->items) {
    if (!job.holds(item.event.id)) {
      ++outside;
      continue;
    }
    list.push_back(Json::array({to_string(item.event.id), certainty_cell(item), ties_cell(item)}));
  }
  json[name] = std::move(list);
  json[name + "_outside"] = outside;
  return Done{};
}

Result<Json> page_event(ExportJob& job, const Event& event) {
  const auto quotes = job.quotes(event);
  if (!quotes) return quotes.error();
  const Placement placement = placement_of(event);
  const Bounds& b = placement.bounds;
  Json json;
  json["id"] = to_string(event.id);
  json["what"] = what_cell(event);
  json["when"] = placement.words;
  json["edtf"] = placement.edtf;
  json["bounds"] = {seconds_json(b.earliest_start), seconds_json(b.latest_start), seconds_json(b.earliest_end),
                    seconds_json(b.latest_end)};
  json["actors"] = all_names(event);
  json["place"] = where_cell(event);
  json["type"] = name_of(event.type);
  json["happened"] = event.happened() && event.polarity == Polarity::positive;
  json["quotes"] = Json::array();
  for (const Quote& quote : *quotes) json["quotes"].push_back(Json::array({quote.document, quote.text}));
  if (job.request.events.size() > kMostAsked) return json;
  if (Status put = put_neighbours(job, event, Direction::before, json); !put) return put.error();
  if (Status put = put_neighbours(job, event, Direction::after, json); !put) return put.error();
  return json;
}

void write_head(ExportJob& job, const std::string& title) {
  job.write(fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
      "script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<title>{0}</title>\n<style>\n{1}</style>\n</head>\n<body>\n"
      "<h1 dir=\"auto\">{0}</h1>\n",
      html_text(title), page_style()));
  job.write(
      "<form id=\"controls\" role=\"search\">\n"
      "<label>Search <input id=\"q\" type=\"search\"></label>\n"
      "<label>Lanes by <select id=\"lane\"><option value=\"actor\">actor</option><option value=\"place\">place</option>"
      "<option value=\"type\">type</option></select></label>\n"
      "<label>Type <select id=\"type\"><option value=\"\">all</option></select></label>\n"
      "<label class=\"check\"><input id=\"all\" type=\"checkbox\" checked> also what is planned, possible or "
      "denied</label>\n"
      "<button id=\"in\" type=\"button\">Zoom in</button> <button id=\"out\" type=\"button\">Zoom out</button>\n"
      "<button id=\"fit\" type=\"button\">All</button> <button id=\"theme\" type=\"button\">Light or dark</button>\n"
      "</form>\n<p id=\"count\" role=\"status\"></p>\n"
      "<div id=\"frame\"><canvas id=\"canvas\" tabindex=\"0\" role=\"img\" aria-describedby=\"keys\" "
      "aria-label=\"Timeline; the table below has the same events\"></canvas></div>\n"
      "<p id=\"keys\" class=\"source\">Drag to move, Ctrl and wheel to zoom, click an event. Keys: arrows left and "
      "right "
      "move, up and down pick the event before or after, + and - zoom, Home shows all. A bar fades where the start or "
      "the end is not known exactly.</p>\n"
      "<section id=\"detail\" aria-label=\"The chosen event\" hidden></section>\n"
      "<table>\n<caption>All events in the order of time</caption>\n<thead><tr><th scope=\"col\">When</th>"
      "<th scope=\"col\">What</th><th scope=\"col\">Who</th><th scope=\"col\">Where</th></tr></thead>\n"
      "<tbody id=\"rows\">\n");
}

Status write_table(ExportJob& job) {
  return job.for_each([&](const Event& event) -> Status {
    const std::string id = to_string(event.id);
    const Placement placement = placement_of(event);
    const auto cell = [](const std::string& text, const char* direction) {
      return fmt::format("<td><div dir=\"{}\">{}</div></td>", direction, html_text(text));
    };
    job.write(fmt::format("<tr id=\"{0}\">{1}<td><div dir=\"auto\"><a href=\"#{0}\">{2}</a></div></td>{3}{4}</tr>\n",
                          id, cell(placement.words, "ltr"), html_text(what_cell(event)), cell(who_cell(event), "ltr"),
                          cell(where_cell(event), "auto")));
    return Done{};
  });
}

Status write_documents(ExportJob& job, const std::set<std::string>& ids) {
  LineList lines(job);
  for (const std::string& id : ids) {
    const auto document = job.source.find_document(id);
    if (!document) return document.error();
    if (!*document) continue;
    Json json = {{"title", (*document)->title},
                 {"url", safe_url((*document)->url)},
                 {"published", (*document)->published ? format_iso(*(*document)->published) : ""}};
    lines.add(script_json(id) + ":" + script_json(json));
  }
  return Done{};
}

}  // namespace

Status write_html(ExportJob& job) {
  write_head(job, job.request.title.empty() ? "Timeline" : job.request.title);
  if (Status table = write_table(job); !table) return table;
  job.write("</tbody>\n</table>\n<script type=\"application/json\" id=\"data\">{\"events\":[\n");
  std::set<std::string> documents;
  LineList lines(job);
  const Status written = job.for_each([&](const Event& event) -> Status {
    const auto json = page_event(job, event);
    if (!json) return json.error();
    lines.add(script_json(*json));
    for (const Mention& mention : event.mentions) documents.insert(mention.document);
    return Done{};
  });
  if (!written) return written;
  if (job.request.events.size() > kMostAsked)
    job.losses.note(
        fmt::format("what preceded and followed is left out of a page of more than {} events; --limit makes it smaller",
                    kMostAsked));
  job.write("\n],\n\"documents\":{\n");
  if (Status told = write_documents(job, documents); !told) return told;
  job.write(fmt::format("\n}}}}</script>\n<script>\n{}</script>\n</body>\n</html>\n", page_script()));
  return Done{};
}

}  // namespace forewhen
