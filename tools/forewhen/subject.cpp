// SPDX-License-Identifier: Apache-2.0
#include "subject.h"

namespace forewhen {

Result<EventId> find_subject(const EventSource& source, const std::string& text) {
  const auto resolution = resolve_event(source, text);
  if (!resolution) return resolution.error();
  if (resolution->outcome != Resolution::Outcome::found) return to_error(*resolution, text);
  return resolution->event;
}

}  // namespace forewhen
