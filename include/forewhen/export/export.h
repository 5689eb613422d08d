// SPDX-License-Identifier: Apache-2.0
// Events of a graph in the formats of other programs: one file a format in src/export, one line each in the index.
//
// Events are read one at a time while they are written, so memory holds ids, not events; the formats that draw actors
// and places as well hold the ids of those. svg holds the words of the events too, some 0.4 KB each, and html the
// columns of its page, some 0.5 KB each. The same graph and the same events give the same bytes.
//
// What a format cannot carry is counted, never dropped silently: `losses` tells of it in sentences.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "forewhen/base/result.h"
#include "forewhen/export/chart.h"
#include "forewhen/model/claim_source.h"
#include "forewhen/model/event_source.h"

namespace forewhen {

// What is to be written.
struct ExportRequest {
  std::vector<EventId> events;  // in the order in which they are written
  bool everything = false;      // all of the graph: documents that tell no event too
  std::string title;            // for formats that have a heading; may be empty
  ChartStyle chart;             // for formats that are drawn
};

// What did not go along, by cause.
class Losses {
 public:
  // `what` completes "3 of 120 events ...": "have no day and were left out".
  void count(std::string_view what, std::uint64_t number = 1) { counts_[std::string(what)] += number; }
  // A sentence that names its own number: "2 decisions are not in it".
  void note(std::string sentence) { notes_.push_back(std::move(sentence)); }
  bool any() const { return !counts_.empty() || !notes_.empty(); }
  // "3 of 120 events have no day and were left out", sorted.
  std::vector<std::string> sentences(std::size_t events) const;

 private:
  std::map<std::string, std::uint64_t> counts_;
  std::vector<std::string> notes_;
};

class ExportJob;  // src/export/export_job.h

struct ExportFormat {
  enum class Target {
    stream,  // bytes, to a file or a pipe
    file,    // a file of its own only: SQLite
    folder,  // several files in a folder
  };
  std::string_view name;       // "timelinejs"
  std::string_view extension;  // "json"
  std::string_view what;       // one line for the help
  Target target = Target::stream;
  Status (*write)(ExportJob& job) = nullptr;
};

// In the order of the help.
std::span<const ExportFormat> export_formats();
// usage: no such format; the mend lists them.
Result<const ExportFormat*> find_export_format(std::string_view name);

// Writes the events to `out`. REQUIRES: format.target is stream
// io: `out` failed. Errors of the sources are passed on.
Status write_export(const ExportFormat& format, const EventSource& source, const ClaimSource& claims,
                    const ExportRequest& request, std::ostream& out, Losses& losses);
// The same to a path, whatever the target. A file is written beside it and moved to its place when it is whole, so that
// what stood there before stays if anything fails; a folder is made, and its files are written over.
Status write_export(const ExportFormat& format, const EventSource& source, const ClaimSource& claims,
                    const ExportRequest& request, const std::string& path, Losses& losses);

}  // namespace forewhen
