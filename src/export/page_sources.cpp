// SPDX-License-Identifier: Apache-2.0
#include "export/page_sources.h"

#include <fmt/format.h>

#include "export/cells.h"
#include "export/escape.h"
#include "export/line_list.h"
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

class PageSources {
 public:
  PageSources(ExportJob& job, const PageColumns& columns, OrderExceptions& order)
      : job_(job), columns_(columns), order_(order) {}

  Status write() {
    job_.write("\"texts\":[\n");
    LineList lines(job_);
    const Status written = job_.for_each([&](const Event& event) -> Status {
      Json line = Json::array({what_cell(event)});
      if (Status put = put_told(event, line); !put) return put;
      if (Status put = put_order(event, line); !put) return put;
      lines.add(script_json(line));
      return Done{};
    });
    if (!written) return written;
    job_.write("\n],\n\"documents\":[\n");
    if (Status put = write_documents(job_, documents_); !put) return put;
    job_.write("\n],\n\"narrowed\":" + narrowed_.dump() + ",\n\"links\":" + script_json(links_) + ",\n");
    return Done{};
  }

 private:
  std::uint32_t document_number(const std::string& id) {
    const auto [number, is_new] = document_numbers_.of(id);
    if (is_new) documents_.push_back(id);
    return number;
  }

  // Documents with the numbers of their sentences, then the sentences that have a number for the first time.
  Status put_told(const Event& event, Json& line) {
    const auto quotes = job_.quotes(event);
    if (!quotes) return quotes.error();
    Json told = Json::array(), sentences = Json::array();
    std::set<std::string> quoted;
    for (const Quote& quote : *quotes) {
      const auto [number, is_new] =
          sentence_numbers_.of(fmt::format("{}\n{}-{}", quote.document, quote.span.begin, quote.span.end));
      if (is_new) sentences.push_back(quote.text);
      told.insert(told.end(), {Json(document_number(quote.document)), Json(number)});
      quoted.insert(quote.document);
    }
    for (const Mention& mention : event.mentions) {
      if (!quoted.insert(mention.document).second) continue;
      told.insert(told.end(), {Json(document_number(mention.document)), Json(-1)});
    }
    line.push_back(std::move(told));
    line.push_back(std::move(sentences));
    return Done{};
  }

  Status put_order(const Event& event, Json& line) {
    std::uint64_t outside = 0;
    const auto own = job_.links_from(event, outside);
    if (!own) return own.error();
    const std::uint32_t number = *columns_.number_of(event.id);
    for (const Link& link : *own)
      links_.push_back({number, *columns_.number_of(link.to), name_of(link.relation), link.rule});
    const auto of = order_.of(event);
    if (!of) return of.error();
    if (const Bounds& b = of->bounds; b != event.bounds) {
      narrowed_.push_back({number, seconds_json(b.earliest_start), seconds_json(b.latest_start),
                           seconds_json(b.earliest_end), seconds_json(b.latest_end)});
    }
    if (of->exceptions.empty()) return Done{};
    Json exceptions = Json::array();
    for (const OrderException& exception : of->exceptions) {
      const int verdicts = static_cast<int>(exception.before) * 4 + static_cast<int>(exception.after);
      exceptions.insert(exceptions.end(), {Json(*columns_.number_of(exception.event)), Json(verdicts)});
    }
    line.push_back(std::move(exceptions));
    return Done{};
  }

  ExportJob& job_;
  const PageColumns& columns_;
  OrderExceptions& order_;
  Numbers sentence_numbers_, document_numbers_;
  std::vector<std::string> documents_;
  Json narrowed_ = Json::array(), links_ = Json::array();
};

}  // namespace

Status write_page_sources(ExportJob& job, const PageColumns& columns, OrderExceptions& order) {
  return PageSources(job, columns, order).write();
}

}  // namespace forewhen
