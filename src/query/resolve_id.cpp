// SPDX-License-Identifier: Apache-2.0
// An event by id, by the beginning of an id, or by a place in a document.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "query/find.h"
#include "query/resolve_steps.h"

namespace forewhen {
namespace {

constexpr std::size_t kMostListed = 20;

Resolution found(EventId id, std::string how) {
  Resolution resolution;
  resolution.outcome = Resolution::Outcome::found;
  resolution.event = id;
  resolution.how = std::move(how);
  return resolution;
}

Resolution nothing(std::string mend) {
  Resolution resolution;
  resolution.mend = std::move(mend);
  return resolution;
}

Status add_candidate(const EventSource& source, EventId id, Resolution& resolution) {
  const Result<std::optional<Event>> event = source.find_event(id);
  if (!event.ok()) return event.error();
  if (event->has_value()) resolution.candidates.push_back({**event, 0, {}});
  return Done{};
}

// The mention of the document that covers the byte, the shortest if several do.
const Mention* covering(const Event& event, std::string_view document, std::uint32_t byte) {
  const Mention* best = nullptr;
  for (const Mention& m : event.mentions) {
    if (m.document != document || byte < m.span.begin || byte >= m.span.end) continue;
    if (best == nullptr || m.span.size() < best->span.size()) best = &m;
  }
  return best;
}

bool tells_sentence(const Event& event, std::string_view document, std::uint32_t byte) {
  return std::any_of(event.mentions.begin(), event.mentions.end(), [&](const Mention& m) {
    return m.document == document && m.sentence.begin <= byte && byte < m.sentence.end;
  });
}

Resolution settle_position(const std::vector<Event>& events, std::string_view document, std::uint32_t byte) {
  const Event* best = nullptr;
  std::uint32_t best_size = 0;
  Resolution resolution;
  for (const Event& event : events) {
    const Mention* mention = covering(event, document, byte);
    if (mention != nullptr &&
        (best == nullptr || std::pair(mention->span.size(), event.id) < std::pair(best_size, best->id))) {
      best = &event, best_size = mention->span.size();
    }
    if (tells_sentence(event, document, byte)) resolution.candidates.push_back({event, 0, {}});
  }
  if (best != nullptr) return found(best->id, fmt::format("its word covers byte {} of {}", byte, document));
  const auto first_span = [&](const EventCandidate& c) {
    for (const Mention& m : c.event.mentions) {
      if (m.document == document && m.sentence.begin <= byte && byte < m.sentence.end) return m.span;
    }
    return Span{};
  };
  std::sort(resolution.candidates.begin(), resolution.candidates.end(),
            [&](const EventCandidate& a, const EventCandidate& b) {
              return std::pair(first_span(a), a.event.id) < std::pair(first_span(b), b.event.id);
            });
  resolution.mend = resolution.candidates.empty() ? "no event is told there; list them with 'events'"
                                                  : "these are told in that sentence; give an id";
  return resolution;
}

}  // namespace

Result<Resolution> resolve_id(const EventSource& source, EventId id, std::string_view text) {
  const Result<Event> event = find_event_or_alias(source, id);
  if (event.ok()) return found(event->id, event->id == id ? "its id" : fmt::format("{} is now part of it", text));
  if (event.error().kind != ErrorKind::not_found) return event.error();
  return nothing("list them with 'events'");
}

Result<Resolution> resolve_record(const EventSource& source, std::string_view text) {
  const Result<std::vector<std::string>> ids = source.records_named(text);
  if (!ids.ok()) return ids.error();
  if (ids->empty()) return nothing("");
  if (ids->size() == 1) return resolve_id(source, EventId{document_id(ids->front()).value}, ids->front());
  Resolution resolution;
  resolution.outcome = Resolution::Outcome::ambiguous;
  resolution.mend = "give the data set's name before it";
  for (const std::string& id : *ids) {
    const EventId event{document_id(id).value};
    if (Status status = add_candidate(source, event, resolution); !status.ok()) return status.error();
  }
  return resolution;
}

Result<Resolution> resolve_prefix(const EventSource& source, std::string_view text) {
  std::vector<EventId> fitting;
  const auto cursor = source.rows(Axis::all, 0, kOpenFuture);
  while (true) {
    const Result<std::optional<EventRow>> row = cursor->next();
    if (!row.ok()) return row.error();
    if (!row->has_value()) break;
    if (to_string((*row)->event).starts_with(text)) fitting.push_back((*row)->event);
  }
  if (fitting.empty()) return nothing("list them with 'events'");
  if (fitting.size() == 1) return found(fitting[0], "the only id that begins so");
  std::sort(fitting.begin(), fitting.end());
  Resolution resolution;
  resolution.outcome = Resolution::Outcome::ambiguous;
  resolution.mend = "give more digits";
  fitting.resize(std::min(fitting.size(), kMostListed));
  for (const EventId id : fitting) {
    if (Status status = add_candidate(source, id, resolution); !status.ok()) return status.error();
  }
  return resolution;
}

Result<Resolution> resolve_position(const EventSource& source, std::string_view text) {
  const std::size_t colon = text.rfind(':');
  std::uint32_t byte = 0;
  const std::string_view digits = colon == std::string_view::npos ? "" : text.substr(colon + 1);
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), byte);
  if (digits.empty() || error != std::errc{} || stop != digits.data() + digits.size()) {
    return Error{ErrorKind::usage, fmt::format("'{}' does not say at which byte", text), "", "write @DOCUMENT:BYTE"};
  }
  const std::string_view document = text.substr(1, colon - 1);
  const Result<std::optional<DocumentSummary>> summary = source.find_document(document);
  if (!summary.ok()) return summary.error();
  if (!summary->has_value()) return nothing(fmt::format("there is no document '{}'", document));
  std::vector<Event> events;
  const auto cursor = source.rows(Axis::document, document_id(document).value, kOpenFuture);
  while (true) {
    const Result<std::optional<EventRow>> row = cursor->next();
    if (!row.ok()) return row.error();
    if (!row->has_value()) break;
    Result<std::optional<Event>> event = source.find_event((*row)->event);
    if (!event.ok()) return event.error();
    if (event->has_value()) events.push_back(**std::move(event));
  }
  return settle_position(events, document, byte);
}

}  // namespace forewhen
