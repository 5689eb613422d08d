// SPDX-License-Identifier: Apache-2.0
#include "export/export_job.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace forewhen {
namespace {

constexpr std::size_t kKeptTexts = 16;  // events of one story lie side by side; more would only cost memory

Error not_written(const std::string& where) {
  return {ErrorKind::io, std::string("cannot be written: ") + std::strerror(errno), where,
          "is there room, and may you write there?"};
}

}  // namespace

ExportJob::ExportJob(const EventSource& source_, const ClaimSource& claims_, const ExportRequest& request_,
                     Losses& losses_)
    : source(source_), claims(claims_), request(request_), losses(losses_), sorted_(request_.events) {
  std::sort(sorted_.begin(), sorted_.end());
}

Status ExportJob::for_each(const std::function<Status(const Event&)>& visit) {
  for (const EventId id : request.events) {
    const Result<std::optional<Event>> event = source.find_event(id);
    if (!event) return event.error();
    if (!*event)
      return Error{ErrorKind::corrupt, "the index names " + to_string(id) + ", which is not stored", "", "run 'check'"};
    if (Status visited = visit(**event); !visited) return visited;
    if (stream && !*stream) return not_written("the output");
  }
  return Done{};
}

bool ExportJob::holds(EventId id) const { return std::binary_search(sorted_.begin(), sorted_.end(), id); }

Result<std::string> ExportJob::text_of(const std::string& document) {
  const auto known =
      std::find_if(texts_.begin(), texts_.end(), [&](const auto& each) { return each.first == document; });
  if (known != texts_.end()) return known->second;
  Result<std::optional<std::string>> text = source.text_of(document);
  if (!text) return text.error();
  texts_.emplace_front(document, text->value_or(""));
  if (texts_.size() > kKeptTexts) texts_.pop_back();
  return texts_.front().second;
}

Result<std::vector<Quote>> ExportJob::quotes(const Event& event) {
  std::vector<Quote> quotes;
  for (const Mention& mention : event.mentions) {
    const Result<std::string> text = text_of(mention.document);
    if (!text) return text.error();
    if (mention.sentence.empty() || mention.sentence.end > text->size()) continue;
    Quote quote{mention.document, mention.sentence, std::string(mention.sentence.of(*text)), mention.span};
    // Two mentions in one sentence need it once.
    const bool same = !quotes.empty() && quotes.back().document == quote.document && quotes.back().span == quote.span;
    if (!same) quotes.push_back(std::move(quote));
  }
  return quotes;
}

Result<std::vector<DocumentSummary>> ExportJob::documents(const Event& event) {
  std::set<std::string> ids;
  for (const Mention& mention : event.mentions) ids.insert(mention.document);
  std::vector<DocumentSummary> documents;
  for (const std::string& id : ids) {
    const Result<std::optional<DocumentSummary>> found = source.find_document(id);
    if (!found) return found.error();
    if (*found) documents.push_back(**found);
  }
  return documents;
}

Result<std::vector<Link>> ExportJob::links_from(const Event& event, std::uint64_t& outside) {
  Result<std::vector<Link>> links = source.links_of(event.id);
  if (!links) return links.error();
  std::vector<Link> kept;
  for (Link& link : *links) {
    if (link.from != event.id) {
      if (!holds(link.from)) ++outside;
      continue;
    }
    if (holds(link.to)) {
      kept.push_back(std::move(link));
    } else {
      ++outside;
    }
  }
  return kept;
}

std::vector<std::string> Losses::sentences(std::size_t events) const {
  std::vector<std::string> all;
  for (const auto& [what, number] : counts_) all.push_back(fmt::format("{} of {} events {}", number, events, what));
  all.insert(all.end(), notes_.begin(), notes_.end());
  return all;
}

Status write_export(const ExportFormat& format, const EventSource& source, const ClaimSource& claims,
                    const ExportRequest& request, std::ostream& out, Losses& losses) {
  ExportJob job(source, claims, request, losses);
  job.stream = &out;
  if (Status written = format.write(job); !written) return written;
  errno = 0;
  out.flush();
  if (!out) return not_written("the output");
  return Done{};
}

Status write_export(const ExportFormat& format, const EventSource& source, const ClaimSource& claims,
                    const ExportRequest& request, const std::string& path, Losses& losses) {
  namespace fs = std::filesystem;
  std::error_code failed;
  ExportJob job(source, claims, request, losses);
  if (format.target == ExportFormat::Target::folder) {
    fs::create_directories(path, failed);
    if (failed) return Error{ErrorKind::io, "the folder cannot be made: " + failed.message(), path, ""};
    job.path = path;
    return format.write(job);
  }
  // What is no plain file (/dev/stdout, a named pipe) cannot be replaced, only written to.
  if (fs::exists(path, failed) && !fs::is_regular_file(path, failed) && format.target == ExportFormat::Target::stream) {
    std::ofstream out(path, std::ios::binary);
    if (!out) return not_written(path);
    return write_export(format, source, claims, request, out, losses);
  }
  const std::string beside = path + ".part";
  fs::remove(beside, failed);
  Status written = Done{};
  if (format.target == ExportFormat::Target::file) {
    job.path = beside;
    written = format.write(job);
  } else {
    errno = 0;
    std::ofstream out(beside, std::ios::binary);
    written = out ? write_export(format, source, claims, request, out, losses) : Status(not_written(path));
  }
  if (written) {
    fs::rename(beside, path, failed);
    if (!failed) return Done{};
    written = Error{ErrorKind::io, "cannot be written: " + failed.message(), path, ""};
  }
  fs::remove(beside, failed);
  return written;
}

}  // namespace forewhen
