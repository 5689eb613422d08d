// SPDX-License-Identifier: Apache-2.0
// For those who put many events in order by their bounds themselves (a page that works without the graph): where links
// and the telling make before() and after() answer otherwise than the bounds alone.
//
// With the bounds that of(X) gives for X and the bounds that every other event has by itself, precedes() is what
// before() and after() decide about any two events that are tied, but for the exceptions.
#pragma once

#include <memory>
#include <vector>

#include "forewhen/model/event_source.h"

namespace forewhen {

// How sure it is that one event precedes another, as an answer tells it.
enum class OrderVerdict : std::uint8_t {
  no = 0,
  possible = 1,
  definite = 2,
  unlikely = 3,  // possible, but the telling suggests the opposite: left out unless BeforeOptions::unlikely
};

struct OrderException {
  EventId event;
  OrderVerdict before = OrderVerdict::no;  // as an answer of before(X)
  OrderVerdict after = OrderVerdict::no;   // as an answer of after(X)

  friend bool operator==(const OrderException&, const OrderException&) = default;
};

struct OrderOfEvent {
  Bounds bounds;                           // of X, narrowed by links
  std::vector<OrderException> exceptions;  // by event id
};

// Add all events, then ask about each. Memory grows with the events that have links or share a document with another;
// of those without either only the documents are counted.
class OrderExceptions {
 public:
  // `source` must outlive it. io, corrupt: as the source.
  static Result<OrderExceptions> make(const EventSource& source);
  ~OrderExceptions();
  OrderExceptions(OrderExceptions&&) noexcept;
  OrderExceptions& operator=(OrderExceptions&&) noexcept;

  Status add(const Event& event);
  // Of an event that was added; exceptions name only events that were. REQUIRES: no event is added afterwards
  Result<OrderOfEvent> of(const Event& event);

 private:
  class Index;
  explicit OrderExceptions(std::unique_ptr<Index> index);
  std::unique_ptr<Index> index_;
};

}  // namespace forewhen
