// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/store/events.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <tuple>

namespace forewhen::bench {
namespace {

constexpr std::int64_t kBegin = 1'293'840'000;  // 2011-01-01
constexpr std::int64_t kDays = 5'479;           // to the end of 2025
constexpr int kPartners = 6;
constexpr int kCrises = 40;

// The standard says what the engine gives but not what the distributions make of it, so they are written out.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  double unit() { return static_cast<double>(engine_() >> 11) * 0x1p-53; }
  std::uint64_t below(std::uint64_t n) { return static_cast<std::uint64_t>(unit() * static_cast<double>(n)); }
  double exponential(double mean) { return -mean * std::log1p(-unit()); }

 private:
  std::mt19937_64 engine_;
};

class Weighted {
 public:
  template <class Weight>
  Weighted(std::size_t count, Weight weight) {
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) sums_.push_back(sum += weight(i));
  }
  std::uint32_t draw(Dice& dice) const {
    const auto at = std::upper_bound(sums_.begin(), sums_.end() - 1, dice.unit() * sums_.back());
    return static_cast<std::uint32_t>(at - sums_.begin());
  }

 private:
  std::vector<double> sums_;
};

Weighted zipf(std::size_t count, double exponent) {
  return {count, [exponent](std::size_t i) { return std::pow(static_cast<double>(i + 1), -exponent); }};
}

std::int64_t days_of(Dice& dice) {
  const double u = dice.unit();
  if (u < 0.72) return 1;
  if (u < 0.90) return 2 + static_cast<std::int64_t>(dice.below(6));
  if (u < 0.98) return 8 + static_cast<std::int64_t>(dice.below(53));
  return 61 + static_cast<std::int64_t>(dice.below(305));
}

std::vector<std::uint32_t> shuffled(std::uint32_t count, Dice& dice) {
  std::vector<std::uint32_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), 0u);
  for (std::uint32_t i = count; i > 1; --i) std::swap(numbers[i - 1], numbers[dice.below(i)]);
  return numbers;
}

// Each starts in a second of its own.
void part_starts(std::vector<MadeEvent>& events) {
  std::sort(events.begin(), events.end(), [](const MadeEvent& a, const MadeEvent& b) {
    return std::tie(a.start, a.actor, a.recipient) < std::tie(b.start, b.actor, b.recipient);
  });
  for (std::size_t i = 1; i < events.size(); ++i) {
    const std::int64_t shift = std::max<std::int64_t>(0, events[i - 1].start + 1 - events[i].start);
    events[i].start += shift;
    events[i].end += shift;
  }
}

void arrive(std::vector<MadeEvent>& events, Dice& dice) {
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const double delay = dice.unit() < 0.05 ? dice.exponential(200.0 * kDay) : 0;
    order.emplace_back(static_cast<double>(events[i].start) + delay, i);
  }
  std::sort(order.begin(), order.end());
  std::vector<MadeEvent> arrived;
  arrived.reserve(events.size());
  for (const auto& [when, i] : order) arrived.push_back(events[i]);
  events = std::move(arrived);
}

}  // namespace

std::vector<MadeEvent> make_events(std::size_t count, std::uint32_t actors, std::uint64_t seed) {
  Dice dice(seed);
  const Weighted popular = zipf(actors, 1.0), busy = zipf(kPlaces, 0.9), common = zipf(kTypes, 0.8);
  const Weighted day(kDays, [](std::size_t i) {  // growing by 4 % a year, quiet at weekends; 2011 began on a Saturday
    return std::pow(1.04, static_cast<double>(i) / 365.25) * ((i + 5) % 7 >= 5 ? 0.7 : 1.0);
  });
  std::vector<std::uint32_t> partners(actors * kPartners), home(actors);
  for (std::uint32_t& partner : partners) partner = popular.draw(dice);
  for (std::uint32_t& place : home) place = busy.draw(dice);

  std::vector<MadeEvent> events(count);
  for (MadeEvent& event : events) {
    event.actor = popular.draw(dice);
    const bool again = dice.unit() < 0.5;
    event.recipient = again ? partners[event.actor * kPartners + dice.below(kPartners)] : popular.draw(dice);
    event.place = dice.unit() < 0.6 ? home[event.actor] : busy.draw(dice);
    event.type = common.draw(dice);
    event.start = kBegin + day.draw(dice) * kDay + static_cast<std::int64_t>(dice.below(kDay));
    event.end = event.start + days_of(dice) * kDay;
  }
  for (int crisis = 0; crisis < kCrises; ++crisis) {
    const std::uint32_t actor = popular.draw(dice);
    const std::int64_t begin = kBegin + static_cast<std::int64_t>(dice.below(kDays - 31)) * kDay;
    for (std::size_t i = 0; i < count / 1000; ++i) {
      MadeEvent& event = events[dice.below(count)];
      const std::int64_t lasts = event.end - event.start;
      event.actor = actor;
      event.start = begin + std::min<std::int64_t>(static_cast<std::int64_t>(dice.exponential(8 * kDay)), 30 * kDay);
      event.end = event.start + lasts;
    }
  }
  const auto number = shuffled(actors, dice);  // popularity does not show in the number
  for (MadeEvent& event : events) {
    if (event.recipient == event.actor) event.recipient = (event.actor + 1) % actors;
    event.actor = number[event.actor];
    event.recipient = number[event.recipient];
  }
  part_starts(events);
  arrive(events, dice);
  return events;
}

Questions make_questions(const std::vector<MadeEvent>& events, std::uint32_t actors, std::size_t known,
                         std::size_t count, std::uint64_t seed) {
  Dice dice(seed + 1);
  Questions asked;
  const auto any = [&]() -> const MadeEvent& { return events[dice.below(known)]; };
  const auto window = [&](std::uint32_t of, std::int64_t days) {
    const std::int64_t begin = kBegin + static_cast<std::int64_t>(dice.below(kDays - days)) * kDay;
    return Questions::Window{of, begin, begin + days * kDay};
  };
  for (std::size_t i = 0; i < count; ++i) {
    asked.events.push_back(known / 50 + dice.below(known - known / 50));
    asked.years.push_back(window(i % 2 ? static_cast<std::uint32_t>(dice.below(actors)) : any().actor, 365));
    asked.months.push_back(window(any().place, 30));
  }
  for (std::size_t i = 0; i < count; ++i) {
    const auto actor = [&](bool popular) {
      return popular ? any().actor : static_cast<std::uint32_t>(dice.below(actors));
    };
    const std::uint32_t from = actor(i % 2 == 0), to = actor(i / 2 % 2 == 0);
    asked.journeys.push_back({from, to == from ? (to + 1) % actors : to, window(0, 365).begin});
  }
  return asked;
}

}  // namespace forewhen::bench
