// SPDX-License-Identifier: Apache-2.0
// What a format's writer works with: the events one after the other, the sentences that tell them, and where to write.
#pragma once

#include <functional>
#include <list>
#include <ostream>
#include <set>
#include <string>

#include "forewhen/export/export.h"
#include "forewhen/query/answer.h"

namespace forewhen {

class ExportJob {
 public:
  ExportJob(const EventSource& source_, const ClaimSource& claims_, const ExportRequest& request_, Losses& losses_);

  const EventSource& source;
  const ClaimSource& claims;
  const ExportRequest& request;
  Losses& losses;
  std::ostream* stream = nullptr;  // REQUIRES: set for the target stream
  std::string path;                // for the targets file and folder

  void write(std::string_view text) { stream->write(text.data(), static_cast<std::streamsize>(text.size())); }

  // Every event in the order of the request. Stops at the first error.
  Status for_each(const std::function<Status(const Event&)>& visit);
  bool holds(EventId id) const;  // whether the request has it

  // The sentences that tell the event, by document; those that are not there any more are left out.
  Result<std::vector<Quote>> quotes(const Event& event);
  // The documents that mention it, by id.
  Result<std::vector<DocumentSummary>> documents(const Event& event);
  // Links that have it as `from` and whose other side is in the request as well; the others are counted in `outside`.
  Result<std::vector<Link>> links_from(const Event& event, std::uint64_t& outside);
  // Of a document; empty for one that is not there any more.
  Result<std::string> text_of(const std::string& document);

 private:
  std::vector<EventId> sorted_;                           // the events of the request, by id
  std::list<std::pair<std::string, std::string>> texts_;  // the last few documents that were asked for
};

}  // namespace forewhen
