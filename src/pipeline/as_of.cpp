// SPDX-License-Identifier: Apache-2.0
#include "forewhen/pipeline/as_of.h"

#include <fmt/format.h>

#include <algorithm>

#include <vector>

#include "forewhen/store/record_import.h"
#include "forewhen/time/edtf.h"
#include "forewhen/time/iso.h"
#include "forewhen/timeline/timeline.h"

namespace forewhen {
namespace {

struct Choice {
  std::vector<DocumentSummary> in, out;
};

// Counts the document under the first reason that keeps it out.
bool is_in(const DocumentSummary& document, const AsOf& as_of, PastGraph& graph) {
  if (as_of.recorded_before && document.recorded >= *as_of.recorded_before) {
    ++(document.revision > 1 ? graph.replaced : graph.later);
    return false;
  }
  if (!as_of.reported_before) return true;
  if (!document.published) return ++graph.undated, false;
  const Interval published = document.published->extent();
  if (published.end <= *as_of.reported_before) return true;
  ++(published.begin < *as_of.reported_before ? graph.perhaps_later : graph.later);
  return false;
}

Status take_back(GraphStore& store, const std::vector<DocumentSummary>& documents) {
  for (const DocumentSummary& document : documents) {
    const auto change = retract_document(store, document.id);
    if (!change) return change.error();
    const Status applied = store.apply(*change);
    if (!applied) return applied;
  }
  return Done{};
}

Status place(const GraphStore& from, GraphStore& to, const std::vector<DocumentSummary>& documents, Instant& now) {
  for (const DocumentSummary& document : documents) {
    auto claims = from.document_claims(document.id);
    if (!claims) return claims.error();
    if (!*claims)
      return Error{ErrorKind::corrupt, "document " + document.id + " has no claims", "", "see forewhen check"};
    const auto change = place_document(to, **std::move(claims));
    if (!change) return change.error();
    now = document.recorded;
    const Status applied = to.apply(*change);
    if (!applied) return applied;
  }
  return Done{};
}

// A row is a document of its own; its versions are as many.
Status copy_rows_of(const GraphStore& from, const AsOf& as_of, PastGraph& graph) {
  const auto copied = copy_rows(from, *graph.store, [&](const Record& row, const ImportInfo& import) {
    DocumentSummary summary;
    summary.published = row.document.published;
    summary.recorded = import.recorded;
    // That a row was taken back has no date of a report unless the source gives one.
    const bool is_undated_deletion = row.kind == RowKind::deletion && !row.document.published;
    return is_in(summary,
                 is_undated_deletion ? AsOf{.reported_before = {}, .recorded_before = as_of.recorded_before} : as_of,
                 graph);
  });
  if (!copied) return copied.error();
  graph.documents += *copied;
  return Done{};
}

}  // namespace

Result<Instant> parse_as_of(std::string_view text) {
  Instant end = kOpenFuture;
  const auto iso = parse_iso(text);
  if (iso) {
    end = iso->extent().end;
  } else {
    const auto edtf = parse_edtf(text);
    if (!edtf) return iso.error();
    end = extent_of(*edtf).end;
  }
  if (!is_open(end)) return end;
  return Error{ErrorKind::refused, "'" + std::string(text) + "' has no end", "",
               "give a date such as 2023, 2023-03, 2023-03-14 or 2023-03-14T10:00"};
}

Result<PastGraph> graph_as_of(const GraphStore& store, const AsOf& as_of, std::size_t memory) {
  PastGraph graph;
  const auto view = store.snapshot();
  const auto imported = imports(*view);
  if (!imported) return imported.error();
  const auto is_later = [&](const ImportInfo& import) {
    return as_of.recorded_before && import.recorded >= *as_of.recorded_before;
  };
  const bool rows_differ =
      !imported->empty() && (as_of.reported_before || std::any_of(imported->begin(), imported->end(), is_later));
  if (rows_differ) {
    const auto bytes = bytes_of_rows(*view);
    if (!bytes) return bytes.error();
    if (*bytes > memory) {
      return Error{ErrorKind::refused,
                   fmt::format("a past state of rows of data sets is worked out in memory, and they take {} MB",
                               (*bytes >> 20) + 1),
                   "--as-of-report/--as-of-record", fmt::format("--memory {} gives it so much", (*bytes >> 20) + 1)};
    }
  }
  const auto documents = view->documents();
  if (!documents) return documents.error();
  Choice choice;
  for (const DocumentSummary& document : *documents)
    (is_in(document, as_of, graph) ? choice.in : choice.out).push_back(document);
  graph.documents = choice.in.size();

  Status done = Done{};
  if (!rows_differ && choice.out.size() <= choice.in.size()) {
    graph.store = view->scratch();
    done = take_back(*graph.store, choice.out);
  } else {
    const auto now = std::make_shared<Instant>();
    StoreOptions options;
    options.now = [now] { return *now; };
    graph.store = GraphStore::in_memory(options);
    done = place(*view, *graph.store, choice.in, *now);
    if (done && !imported->empty()) done = copy_rows_of(*view, as_of, graph);
  }
  if (!done) return done.error();
  return graph;
}

std::string to_string(const PastGraph& graph) {
  std::string left_out;
  const auto add = [&](std::uint64_t count, const char* what) {
    if (count > 0) left_out += fmt::format("{}{} {}", left_out.empty() ? "" : ", ", count, what);
  };
  add(graph.later, "later");
  add(graph.perhaps_later, "perhaps later, by a vague day of publication");
  add(graph.undated, "without a day of publication");
  add(graph.replaced, "of which an earlier version was replaced and is not kept");
  const std::uint64_t all = graph.documents + graph.later + graph.perhaps_later + graph.undated + graph.replaced;
  return fmt::format("the graph of {} of {} documents{}{}", graph.documents, all,
                     left_out.empty() ? "" : "; left out: ", left_out);
}

}  // namespace forewhen
