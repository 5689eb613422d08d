// SPDX-License-Identifier: Apache-2.0
#include "forewhen/pipeline/build.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "forewhen/timeline/timeline.h"

namespace forewhen {
namespace {

// Documents extracted side by side before they are placed one after the other: enough to keep the threads busy, few
// enough to keep memory small.
constexpr std::size_t kBatchPerThread = 16;

std::vector<Document> next_batch(DocumentReader& reader, std::size_t size, BuildReport& report) {
  std::vector<Document> batch;
  while (batch.size() < size) {
    auto item = reader.next();
    if (!item) break;
    if (*item) {
      batch.push_back(std::move(*item).value());
    } else {
      report.refusals.push_back(item->error());
    }
  }
  return batch;
}

void find_date(Document& document, PublicationEvidence evidence) {
  if (document.published) return;
  const auto found = find_publication(document.text, evidence);
  if (!found) return;
  document.published = found->published;
  document.published_from = found->from;
}

std::vector<Extraction> extract_all(std::vector<Document>& batch, const Extractor& extractor,
                                    const BuildOptions& options) {
  const unsigned threads = std::max(1u, options.threads);
  std::vector<Extraction> extractions(batch.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < batch.size(); i = next++) {
      if (options.publication) find_date(batch[i], *options.publication);
      extractions[i] = extractor.extract(batch[i]);
    }
  };
  std::vector<std::jthread> others;
  for (unsigned t = 1; t < threads && t < batch.size(); ++t) others.emplace_back(work);
  work();
  return extractions;
}

bool stays_open(const Timex& timex) {
  const Bounds& bounds = timex.when.bounds;
  const bool vague = timex.value.find("_REF") != std::string::npos;
  return (timex.type == TimexType::date || timex.type == TimexType::time) && !vague && !timex.relative_to_event &&
         timex.invalid.empty() && is_open(bounds.earliest_start) && is_open(bounds.latest_start);
}

void note_dates(const Extraction& extraction, BuildReport& report) {
  const Document& document = extraction.claims.document;
  if (!document.published) report.without_date.push_back(document.id);
  if (document.published && document.published_from != "field" && document.published_from != "option")
    report.published_from[document.id] = document.published_from;
  for (const Timex& timex : extraction.times) {
    const std::string words(timex.span.of(document.text));
    if (!timex.invalid.empty()) report.invalid_dates.push_back({document.id, timex.span, words, timex.invalid});
    if (!document.published && stays_open(timex)) report.open_dates.push_back({document.id, timex.span, words});
  }
}

Status store_document(GraphStore& store, DocumentClaims claims, BuildReport& report) {
  const std::uint64_t count = claims.claims.size();
  const std::uint64_t undated = std::count_if(claims.claims.begin(), claims.claims.end(), [](const Claim& claim) {
    return !claim.time ||
           (is_open(claim.time->when.bounds.earliest_start) && is_open(claim.time->when.bounds.latest_start));
  });
  const auto known = store.find_document(claims.document.id);
  if (!known) return known.error();
  const auto change = place_document(store, std::move(claims));
  if (!change) return change.error();
  if (is_empty(*change)) {
    ++report.unchanged;
    return Done{};
  }
  const Status applied = store.apply(*change);
  if (!applied) return applied;
  ++(*known ? report.changed : report.added);
  report.claims += count;
  report.undated_claims += undated;
  return Done{};
}

}  // namespace

Result<BuildReport> build(GraphStore& store, DocumentReader& reader, const Extractor& extractor,
                          const BuildOptions& options) {
  BuildReport report;
  const auto before = store.counts();
  if (!before) return before.error();
  report.before = *before;
  const unsigned threads = std::max(1u, options.threads);
  std::uint64_t done = 0;
  while (true) {
    std::vector<Document> batch = next_batch(reader, kBatchPerThread * threads, report);
    if (batch.empty()) break;
    for (Extraction& extraction : extract_all(batch, extractor, options)) {
      note_dates(extraction, report);
      const Status stored = store_document(store, std::move(extraction.claims), report);
      if (!stored) return stored.error();
      ++done;
      if (options.progress) options.progress(done, reader.report().bytes);
    }
  }
  const Status synced = store.sync();
  if (!synced) return synced.error();
  const auto after = store.counts();
  if (!after) return after.error();
  report.after = *after;
  report.merged_mentions = report.after.claims >= report.after.events ? report.after.claims - report.after.events : 0;
  report.read = reader.report();
  return report;
}

}  // namespace forewhen
