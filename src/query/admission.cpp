// SPDX-License-Identifier: Apache-2.0
#include "query/admission.h"

#include <algorithm>

namespace forewhen {

Verdict verdict_of_modality(Modality modality, Polarity polarity) {
  if (modality == Modality::negated || polarity == Polarity::negative) return Verdict::negated;
  if (modality == Modality::planned) return Verdict::planned;
  return modality == Modality::hypothetical ? Verdict::hypothetical : Verdict::in;
}

Result<Admission> Admission::make(const EventSource& source, const EventFilter& filter) {
  Admission admission(filter);
  if (filter.document.empty()) return admission;
  const auto cursor = source.rows(Axis::document, document_id(filter.document).value, kOpenFuture);
  while (true) {
    Result<std::optional<EventRow>> row = cursor->next();
    if (!row.ok()) return row.error();
    if (!row->has_value()) return admission;
    admission.of_document_.insert((*row)->event);
  }
}

bool Admission::fits(const EventRow& row) const {
  const Instant latest_start = std::min(row.bounds.latest_start, row.bounds.latest_end);
  if (row.bounds.earliest_start >= filter_.window.end || latest_start <= filter_.window.begin) return false;
  const auto takes_part = [&](ActorId actor) {
    return std::binary_search(row.actors.begin(), row.actors.end(), actor);
  };
  for (const std::vector<ActorId>& name : filter_.actors) {
    if (std::none_of(name.begin(), name.end(), takes_part)) return false;
  }
  const auto among = [](const auto& list, const auto& value) {
    return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
  };
  if (!among(filter_.places, row.place) || !among(filter_.types, row.type)) return false;
  return filter_.document.empty() || of_document_.contains(row.event);
}

Verdict Admission::judge(const EventRow& row) const {
  if (!fits(row)) return Verdict::out;
  const Verdict real = verdict_of_modality(row.modality, row.polarity);
  if (real != Verdict::in && !filter_.all_modalities) return real;
  const bool undated = row.bounds.earliest_start == kOpenPast;
  return undated && filter_.window.begin != kOpenPast && !filter_.undated ? Verdict::undated : Verdict::in;
}

void count(LeftOut& left_out, Verdict verdict) {
  switch (verdict) {
    case Verdict::in:
    case Verdict::out:
      return;
    case Verdict::planned:
      ++left_out.planned;
      return;
    case Verdict::hypothetical:
      ++left_out.hypothetical;
      return;
    case Verdict::negated:
      ++left_out.negated;
      return;
    case Verdict::undated:
      ++left_out.undated;
      return;
    case Verdict::unlikely:
      ++left_out.unlikely;
      return;
  }
}

}  // namespace forewhen
