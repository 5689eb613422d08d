// SPDX-License-Identifier: Apache-2.0
// Bounds and exceptions together say of every pair of events what before() and after() answer.
#include "forewhen/query/order_exceptions.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "forewhen/query/before.h"
#include "tests/query/random_world.h"
#include "tests/trials.h"

namespace forewhen {
namespace {

using testing::MemorySource;
using testing::random_world;

// All that before() or after() answers, with how sure it is.
std::map<EventId, OrderVerdict> asked(const MemorySource& world, EventId x, Direction direction, bool unlikely) {
  BeforeOptions options;
  options.limit = 0;
  options.filter.all_modalities = true;
  options.unlikely = unlikely;
  const auto answer = direction == Direction::before ? before(world, x, options) : after(world, x, options);
  std::map<EventId, OrderVerdict> verdicts;
  for (const AnswerItem& item : answer->items) {
    verdicts[item.event.id] = item.certainty == Certainty::definite ? OrderVerdict::definite : OrderVerdict::possible;
  }
  return verdicts;
}

bool is_tied(const MemorySource& world, const Event& a, const Event& b) {
  for (const Link& l : world.links)
    if ((l.from == a.id && l.to == b.id) || (l.from == b.id && l.to == a.id)) return true;
  if (a.place && b.place && a.place->place == b.place->place) return true;
  for (const EventParticipant& p : a.participants)
    for (const EventParticipant& q : b.participants)
      if (p.actor == q.actor) return true;
  for (const Mention& m : a.mentions)
    for (const Mention& n : b.mentions)
      if (m.document == n.document) return true;
  return false;
}

// The same as a page works it out.
std::map<EventId, OrderVerdict> worked_out(const MemorySource& world, const Event& x, const OrderOfEvent& order,
                                           const std::set<EventId>& page, Direction direction, bool unlikely) {
  std::map<EventId, OrderVerdict> verdicts;
  for (const auto& [id, event] : world.events) {
    if (id == x.id || !page.contains(id) || !is_tied(world, x, event)) continue;
    const Certainty plain =
        direction == Direction::before ? precedes(event.bounds, order.bounds) : precedes(order.bounds, event.bounds);
    OrderVerdict verdict = static_cast<OrderVerdict>(plain);
    for (const OrderException& exception : order.exceptions)
      if (exception.event == id) verdict = direction == Direction::before ? exception.before : exception.after;
    if (verdict == OrderVerdict::unlikely) verdict = unlikely ? OrderVerdict::possible : OrderVerdict::no;
    if (verdict != OrderVerdict::no) verdicts[id] = verdict;
  }
  return verdicts;
}

// Claims whose tense and place in the text suggest an order.
void tell(MemorySource& world, std::mt19937& random) {
  for (const auto& [id, event] : world.events) {
    for (const Mention& mention : event.mentions) {
      Claim claim;
      claim.id = mention.claim;
      claim.document = mention.document;
      claim.trigger = mention.span;
      claim.sentence = mention.sentence;
      claim.tense = static_cast<Tense>(random() % 3);
      claim.aspect = static_cast<Aspect>(random() % 3);
      claim.modality = event.modality;
      claim.polarity = event.polarity;
      world.claims[claim.id] = claim;
      world.texts[mention.document].id = mention.document;
    }
  }
}

TEST(OrderExceptions, SayWithTheBoundsWhatBeforeAndAfterAnswer) {
  std::size_t exceptions = 0, unlikely_ones = 0;
  for (unsigned seed = 0; seed < trials(400); ++seed) {
    MemorySource world = random_world(seed);
    std::mt19937 random(seed);
    tell(world, random);
    std::set<EventId> page;
    for (const auto& [id, event] : world.events)
      if (seed % 2 == 0 || random() % 4 != 0) page.insert(id);
    auto order = OrderExceptions::make(world);
    ASSERT_TRUE(order);
    for (const EventId id : page) ASSERT_TRUE(order->add(world.events.at(id)));
    for (const EventId id : page) {
      const Event& x = world.events.at(id);
      const auto of = order->of(x);
      ASSERT_TRUE(of);
      exceptions += of->exceptions.size();
      for (const OrderException& e : of->exceptions)
        unlikely_ones += e.before == OrderVerdict::unlikely || e.after == OrderVerdict::unlikely;
      for (const Direction direction : {Direction::before, Direction::after}) {
        for (const bool unlikely : {false, true}) {
          auto wanted = asked(world, id, direction, unlikely);
          std::erase_if(wanted, [&](const auto& each) { return !page.contains(each.first); });
          ASSERT_EQ(worked_out(world, x, *of, page, direction, unlikely), wanted)
              << "seed " << seed << ", event " << to_string(id) << ", direction " << static_cast<int>(direction);
        }
      }
    }
  }
  EXPECT_GT(exceptions, 100u);
  EXPECT_GT(unlikely_ones, 10u);
}

TEST(OrderExceptions, PassErrorsOn) {
  MemorySource world = random_world(1);
  auto order = OrderExceptions::make(world);
  ASSERT_TRUE(order);
  for (const auto& [id, event] : world.events) ASSERT_TRUE(order->add(event));
  world.fail = true;
  EXPECT_FALSE(OrderExceptions::make(world));
  EXPECT_FALSE(order->add(world.events.begin()->second) && order->of(world.events.begin()->second));
}

}  // namespace
}  // namespace forewhen
