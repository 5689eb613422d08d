// SPDX-License-Identifier: Apache-2.0
#include "forewhen/pipeline/build.h"

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

#include "forewhen/pipeline/date_words.h"
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

bool is_undated(const Claim& claim) {
  return !claim.time ||
         (is_open(claim.time->when.bounds.earliest_start) && is_open(claim.time->when.bounds.latest_start));
}

bool stays_open(const Timex& timex) {
  const Bounds& bounds = timex.when.bounds;
  const bool vague = timex.value.find("_REF") != std::string::npos;
  return (timex.type == TimexType::date || timex.type == TimexType::time) && !vague && !timex.relative_to_event &&
         timex.invalid.empty() && is_open(bounds.earliest_start) && is_open(bounds.latest_start);
}

void note_publication(const Document& document, BuildReport& report) {
  if (!document.published) report.without_date.push_back(document.id);
  if (document.published && document.published_from != "field" && document.published_from != "option")
    report.published_from[document.id] = document.published_from;
}

void note_dates(const Extraction& extraction, BuildReport& report) {
  const Document& document = extraction.claims.document;
  note_publication(document, report);
  for (const Timex& timex : extraction.times) {
    const std::string words(timex.span.of(document.text));
    if (!timex.invalid.empty()) report.invalid_dates.push_back({document.id, timex.span, words, timex.invalid});
    if (!document.published && stays_open(timex)) report.open_dates.push_back({document.id, timex.span, words});
  }
}

void note_given_dates(const GivenClaims& given, const std::vector<ImpossibleDate>& impossible, BuildReport& report) {
  const std::string& document = given.claims.document.id;
  note_publication(given.claims.document, report);
  std::set<std::size_t> told;
  for (const ImpossibleDate& date : impossible) {
    const ClaimTime& time = *given.claims.claims[date.claim].time;
    report.invalid_dates.push_back({document, time.span, time.words, date.why});
    told.insert(date.claim);
  }
  for (const GivenWords& words : given.words) {
    const Claim& claim = given.claims.claims[words.claim];
    if (is_undated(claim) && !told.contains(words.claim))
      report.unread_dates.push_back({document, claim.time->span, claim.time->words});
  }
}

// The next line of events with its dates worked out; nothing at the end. What is refused is noted and passed over.
std::optional<DocumentClaims> next_given(DocumentReader& reader, const TimexOptions& times, const BuildOptions& options,
                                         BuildReport& report) {
  while (auto item = reader.next_claims()) {
    if (!*item) {
      report.refusals.push_back(item->error());
      continue;
    }
    GivenClaims given = std::move(*item).value();
    if (given.has_text && options.publication) find_date(given.claims.document, *options.publication);
    const auto impossible = date_words(given, times);
    if (!impossible) {
      report.refusals.push_back(impossible.error());
      ++report.contradicted;
      continue;
    }
    note_given_dates(given, *impossible, report);
    report.given_links += given.claims.links.size();
    return std::move(given.claims);
  }
  return std::nullopt;
}

// A line whose two dates contradict each other was handed out by the reader and refused here.
ReadReport counted(ReadReport read, std::uint64_t contradicted) {
  read.documents -= contradicted;
  if (contradicted) read.refused[Refusal::bad_date] += contradicted;
  return read;
}

Status store_document(GraphStore& store, DocumentClaims claims, BuildReport& report) {
  const std::uint64_t count = claims.claims.size();
  const std::uint64_t undated = std::count_if(claims.claims.begin(), claims.claims.end(), is_undated);
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

using NextBatch = std::function<std::vector<DocumentClaims>(BuildReport&)>;

// Takes batches until one is empty.
Result<BuildReport> store_all(GraphStore& store, DocumentReader& reader, const NextBatch& next,
                              const BuildOptions& options) {
  BuildReport report;
  const auto before = store.counts();
  if (!before) return before.error();
  report.before = *before;
  std::uint64_t done = 0;
  while (true) {
    std::vector<DocumentClaims> batch = next(report);
    if (batch.empty()) break;
    for (DocumentClaims& claims : batch) {
      const Status stored = store_document(store, std::move(claims), report);
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
  report.read = counted(reader.report(), report.contradicted);
  return report;
}

}  // namespace

Result<BuildReport> build(GraphStore& store, DocumentReader& reader, const Extractor& extractor,
                          const BuildOptions& options) {
  const std::size_t size = kBatchPerThread * std::max(1u, options.threads);
  const auto next = [&](BuildReport& report) {
    std::vector<Document> batch = next_batch(reader, size, report);
    std::vector<DocumentClaims> claims;
    for (Extraction& extraction : extract_all(batch, extractor, options)) {
      note_dates(extraction, report);
      claims.push_back(std::move(extraction.claims));
    }
    return claims;
  };
  return store_all(store, reader, next, options);
}

Result<BuildReport> build_given(GraphStore& store, DocumentReader& reader, const TimexOptions& times,
                                const BuildOptions& options) {
  const auto next = [&](BuildReport& report) {
    std::vector<DocumentClaims> claims;
    if (auto given = next_given(reader, times, options, report)) claims.push_back(std::move(*given));
    return claims;
  };
  return store_all(store, reader, next, options);
}

BuildReport validate_given(DocumentReader& reader, const TimexOptions& times, const BuildOptions& options) {
  BuildReport report;
  while (const auto given = next_given(reader, times, options, report)) {
    ++report.added;
    report.claims += given->claims.size();
    report.undated_claims += std::count_if(given->claims.begin(), given->claims.end(), is_undated);
  }
  report.read = counted(reader.report(), report.contradicted);
  return report;
}

}  // namespace forewhen
