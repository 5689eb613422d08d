// SPDX-License-Identifier: Apache-2.0
// Brandes' accumulation, one source after the other. boost::brandes_betweenness_centrality takes all vertices for
// sources and keeps lists of predecessors; the levels of the walk say as much.
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <span>
#include <thread>
#include <utility>

#include "forewhen/graph/actor_network.h"

namespace forewhen {
namespace {

// The network without what is not walked on.
struct Neighbours {
  std::vector<std::uint32_t> of_all;  // one list after the other
  std::vector<std::size_t> begins;    // of each list, and one more

  explicit Neighbours(const NetworkCsr& csr) : begins{0} {
    for (std::uint32_t v = 0; v < boost::num_vertices(csr); ++v) {
      for (auto [u, end] = boost::adjacent_vertices(v, csr); u != end; ++u) of_all.push_back(*u);
      begins.push_back(of_all.size());
    }
  }
  std::size_t size() const { return begins.size() - 1; }
  std::span<const std::uint32_t> of(std::uint32_t v) const {
    return std::span(of_all).subspan(begins[v], begins[v + 1] - begins[v]);
  }
};

// The shortest paths from one source, again and again.
class Walk {
 public:
  explicit Walk(const Neighbours& neighbours) : neighbours_(neighbours), vertices_(neighbours.size()) {}

  void from(std::uint32_t source) {
    for (const std::uint32_t v : order_) vertices_[v] = {};
    order_ = {source};
    vertices_[source] = {1, 0, 0};
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const Reached at = vertices_[order_[i]];
      for (const std::uint32_t next : neighbours_.of(order_[i])) {
        Reached& u = vertices_[next];
        if (u.level == kUnseen) {
          u.level = at.level + 1;
          order_.push_back(next);
        }
        if (u.level == at.level + 1) u.paths += at.paths;
      }
    }
    // Back from the farthest: what depends on a vertex is shared out among those before it.
    for (std::size_t i = order_.size(); i-- > 1;) {
      const Reached at = vertices_[order_[i]];
      const double part = (1 + at.share) / at.paths;
      for (const std::uint32_t next : neighbours_.of(order_[i])) {
        Reached& u = vertices_[next];
        if (u.level + 1 == at.level) u.share += u.paths * part;
      }
    }
  }
  void add_to(std::vector<double>& values) const {
    for (std::size_t i = order_.size(); i-- > 1;) values[order_[i]] += vertices_[order_[i]].share;
  }

 private:
  static constexpr std::uint32_t kUnseen = ~std::uint32_t{0} - 1;
  struct Reached {
    double paths = 0, share = 0;  // shortest paths to it; what depends on it
    std::uint32_t level = kUnseen;
  };

  const Neighbours& neighbours_;
  std::vector<Reached> vertices_;
  std::vector<std::uint32_t> order_;  // as the walk met them
};

// Walks from several sources at once. Each waits for its turn to add what it found, so that sums are the same to the
// last digit however many threads there are.
class Accumulation {
 public:
  Accumulation(const NetworkCsr& csr, std::size_t sources)
      : neighbours_(csr), sources_(sources), values_(neighbours_.size(), 0) {}

  std::vector<double> run() {
    constexpr std::size_t kWorthAThread = 200'000;  // steps of walks: some milliseconds
    const std::size_t worth = sources_ * neighbours_.of_all.size() / kWorthAThread + 1;
    const std::size_t cores = std::max<std::size_t>(1, std::thread::hardware_concurrency());
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < std::min({worth, cores, kMostThreads}); ++i) others.emplace_back([this] { work(); });
    work();
    for (std::thread& other : others) other.join();
    return std::move(values_);
  }

 private:
  static constexpr std::size_t kMostThreads = 8;

  void work() {
    Walk walk(neighbours_);
    for (std::size_t i = next_++; i < sources_; i = next_++) {
      // Vertices stand in the order of ids, which are hashes of names: evenly among them is evenly among all.
      walk.from(static_cast<std::uint32_t>(i * neighbours_.size() / sources_));
      std::unique_lock lock(mutex_);
      turned_.wait(lock, [&] { return turn_ == i; });
      walk.add_to(values_);
      ++turn_;
      turned_.notify_all();
    }
  }

  const Neighbours neighbours_;
  const std::size_t sources_;
  std::vector<double> values_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;
  std::condition_variable turned_;
  std::size_t turn_ = 0;  // whose source is added next
};

}  // namespace

Betweenness betweenness(const ActorNetwork& network, const BetweennessOptions& options) {
  const std::size_t n = network.size();
  const std::size_t sources = n <= options.exact_up_to ? n : std::min(n, std::max<std::size_t>(1, options.sources));
  Betweenness result{Accumulation(network.csr, sources).run(), sources};
  if (n < 3) return result;
  const double pairs = static_cast<double>(n - 1) * static_cast<double>(n - 2);
  const double scale = static_cast<double>(n) / static_cast<double>(sources) / pairs;
  for (double& value : result.values) value *= scale;
  return result;
}

}  // namespace forewhen
