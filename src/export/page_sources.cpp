// SPDX-License-Identifier: Apache-2.0
#include "export/page_sources.h"

#include <fmt/format.h>

#include "export/cells.h"
#include "export/escape.h"
#include "export/line_list.h"
#include "forewhen/query/order_exceptions.h"
#include "forewhen/time/iso.h"

namespace forewhen {
namespace {

// Sentences and documents are numbered as they come; many events stand in one sentence.
class Numbers {
 public:
  // Its number, and whether it was given just now.
  std::pair<std::uint32_t, bool> of(const std::string& key) {
    const auto [at, is_new] = numbers_.emplace(key, static_cast<std::uint32_t>(numbers_.size()));
    return {at->second, is_new};
  }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

Status write_documents(ExportJob& job, const std::vector<std::string>& ids) {
  LineList lines(job);
  for (const std::string& id : ids) {
    const auto document = job.source.find_document(id);
    if (!document) return document.error();
    Json json = Json::array({id});
    if (*document) {
      const std::string published = (*document)->published ? format_iso(*(*document)->published) : "";
      json.insert(json.end(), {Json((*document)->title), Json(safe_url((*document)->url)), Json(published)});
    }
    lines.add(script_json(json));
  }
  return Done{};
}

Json seconds_json(Instant t) { return is_open(t) ? Json(nullptr) : Json(t.time_since_epoch().count()); }

}  // namespace

Status write_page_texts(ExportJob& job) {
  job.write("\"what\":[\n");
  LineList lines(job);
  const Status written = job.for_each([&](const Event& event) -> Status {
    lines.add(script_json(what_cell(event)));
    return Done{};
  });
  job.write("\n],\n");
  return written;
}

Status write_page_sources(ExportJob& job) {
  Numbers sentence_numbers, document_numbers;
  std::vector<std::string> documents;
  std::string told;
  job.write("\"sentences\":[\n");
  LineList lines(job);
  const Status written = job.for_each([&](const Event& event) -> Status {
    const auto quotes = job.quotes(event);
    if (!quotes) return quotes.error();
    Json pairs = Json::array();
    const auto document_number = [&](const std::string& id) {
      const auto [number, is_new] = document_numbers.of(id);
      if (is_new) documents.push_back(id);
      return number;
    };
    std::set<std::string> quoted;
    for (const Quote& quote : *quotes) {
      const auto [number, is_new] =
          sentence_numbers.of(fmt::format("{}\n{}-{}", quote.document, quote.span.begin, quote.span.end));
      if (is_new) lines.add(script_json(quote.text));
      pairs.insert(pairs.end(), {Json(document_number(quote.document)), Json(number)});
      quoted.insert(quote.document);
    }
    for (const Mention& mention : event.mentions) {
      if (!quoted.insert(mention.document).second) continue;
      pairs.insert(pairs.end(), {Json(document_number(mention.document)), Json(-1)});
    }
    told += (told.empty() ? "" : ",") + pairs.dump();
    return Done{};
  });
  if (!written) return written;
  job.write("\n],\n\"told\":[" + told + "],\n\"documents\":[\n");
  if (Status put = write_documents(job, documents); !put) return put;
  job.write("\n],\n");
  return Done{};
}

Status write_page_order(ExportJob& job, const PageColumns& columns) {
  auto order = OrderExceptions::make(job.source);
  if (!order) return order.error();
  if (Status added = job.for_each([&](const Event& event) { return order->add(event); }); !added) return added;
  Json links = Json::array(), narrowed = Json::array();
  job.write("\"exceptions\":[\n");
  LineList lines(job);
  const Status written = job.for_each([&](const Event& event) -> Status {
    const std::uint32_t number = *columns.number_of(event.id);
    std::uint64_t outside = 0;
    const auto own = job.links_from(event, outside);
    if (!own) return own.error();
    for (const Link& link : *own) {
      if (link.from != event.id) continue;
      links.push_back({number, *columns.number_of(link.to), name_of(link.relation), link.rule});
    }
    const auto of = order->of(event);
    if (!of) return of.error();
    if (const Bounds& b = of->bounds; b != event.bounds) {
      narrowed.push_back({number, seconds_json(b.earliest_start), seconds_json(b.latest_start),
                          seconds_json(b.earliest_end), seconds_json(b.latest_end)});
    }
    if (of->exceptions.empty()) return Done{};
    Json exceptions = Json::array({number});
    for (const OrderException& exception : of->exceptions) {
      const int verdicts = static_cast<int>(exception.before) * 4 + static_cast<int>(exception.after);
      exceptions.insert(exceptions.end(), {Json(*columns.number_of(exception.event)), Json(verdicts)});
    }
    lines.add(exceptions.dump());
    return Done{};
  });
  if (!written) return written;
  job.write("\n],\n\"narrowed\":" + narrowed.dump() + ",\n\"links\":" + script_json(links) + ",\n");
  return Done{};
}

}  // namespace forewhen
