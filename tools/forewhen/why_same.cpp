// SPDX-License-Identifier: Apache-2.0
// forewhen why-same A B: whether two mentions are one event, or two names one actor, and every reason for and against.
#include "forewhen/timeline/why_same.h"

#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "actor_name.h"
#include "commands.h"
#include "database.h"
#include "mention.h"
#include "terminal.h"

namespace forewhen {
namespace {

using Json = nlohmann::ordered_json;

struct Asked {
  DatabaseOption database;
  std::string a, b;
  bool json = false;
  bool actors = false;
};

Result<std::string> sentence_of(const GraphStore& store, const Mention& mention) {
  const auto text = store.text_of(mention.document);
  if (!text) return text.error();
  if (!*text || mention.sentence.end > (*text)->size()) return std::string();
  std::string sentence(mention.sentence.of(**text));
  for (char& c : sentence) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return sentence;
}

Json json(const Mention& mention) {
  return {{"document", mention.document},
          {"begin", mention.span.begin},
          {"end", mention.span.end},
          {"text", mention.text},
          {"claim", to_string(mention.claim)}};
}

Json json(const std::vector<SameFeature>& features) {
  Json all = Json::array();
  for (const SameFeature& feature : features) {
    all.push_back({{"feature", feature.name},
                   {"effect", name_of(feature.effect)},
                   {"points", feature.points},
                   {"a", feature.a},
                   {"b", feature.b}});
  }
  return all;
}

Json json(const SameStep& step) {
  Json one = {{"from", json(step.from)}, {"to", json(step.to)}, {"by", name_of(step.by)}};
  if (step.by == SameStep::By::document) one["rule"] = step.rule;
  if (step.by == SameStep::By::score) one["score"] = step.score;
  if (step.by == SameStep::By::decision) one["decisions"] = step.decisions;
  return one;
}

void print_json(const WhySame& why, const std::string& said_a, const std::string& said_b) {
  Json out;
  out["joined"] = why.joined;
  out["a"] = json(why.a), out["a"]["event"] = to_string(why.event_a), out["a"]["sentence"] = said_a;
  out["b"] = json(why.b), out["b"]["event"] = to_string(why.event_b), out["b"]["sentence"] = said_b;
  out["score"] = why.score;
  out["threshold"] = kLeastSameScore;
  out["features"] = json(why.features);
  out["chain"] = Json::array();
  for (const SameStep& step : why.chain) out["chain"].push_back(json(step));
  out["obstacle"] = why.obstacle ? json(*why.obstacle) : Json(nullptr);
  if (why.obstacle) out["obstacle"]["features"] = json(why.obstacle_features);
  write_out(out.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::string short_name(const Mention& mention) { return printable(in_words(decided_mention(mention))); }

void print(const std::vector<SameFeature>& features) {
  for (const SameFeature& feature : features) {
    const std::string said = feature.a == feature.b ? feature.a
                                                    : fmt::format("{} | {}", feature.a.empty() ? "-" : feature.a,
                                                                  feature.b.empty() ? "-" : feature.b);
    fmt::print("  {:<8} {:>3}  {}: {}\n", name_of(feature.effect),
               feature.points ? fmt::format("+{}", feature.points) : "", feature.name,
               said.empty() ? "nothing said" : printable(said));
  }
}

std::string reason(const SameStep& step) {
  switch (step.by) {
    case SameStep::By::document:
      return step.rule.empty() ? "their document tells one event" : "their document joins them: " + step.rule;
    case SameStep::By::score:
      return step.score > 0 ? fmt::format("score {}", step.score) : "do not fit each other";
    case SameStep::By::decision:
      return fmt::format("decided by people ({} {})", step.decisions.size() == 1 ? "decision" : "decisions",
                         fmt::join(step.decisions, ", "));
  }
  return {};
}

void print_words(const WhySame& why, const std::string& said_a, const std::string& said_b) {
  fmt::print("{}\n", why.joined ? fmt::format("one event, {}", to_string(why.event_a))
                                : fmt::format("two events, {} and {}", to_string(why.event_a), to_string(why.event_b)));
  fmt::print("a {}: \"{}\"\n", short_name(why.a), printable(said_a));
  fmt::print("b {}: \"{}\"\n", short_name(why.b), printable(said_b));
  if (!why.features.empty()) {
    fmt::print("by themselves: score {}, needed {}\n", why.score, kLeastSameScore);
    print(why.features);
  }
  for (const SameStep& step : why.chain)
    fmt::print("joined: {} = {}, {}\n", short_name(step.from), short_name(step.to), printable(reason(step)));
  if (why.obstacle) {
    fmt::print("kept apart: {} and {}, {}\n", short_name(why.obstacle->from), short_name(why.obstacle->to),
               reason(*why.obstacle));
    print(why.obstacle_features);
  }
}

Json json(const ActorName& name) {
  Json out = {{"name", name.name}, {"by_itself", to_string(name.by_itself)}, {"means", Json::array()}};
  for (const auto& [actor, meant] : name.means)
    out["means"].push_back({{"actor", to_string(actor)}, {"name", meant.first}, {"documents", meant.second}});
  return out;
}

void print_meant(const char* side, const ActorName& name) {
  for (const auto& [actor, meant] : name.means) {
    fmt::print("{} '{}': {} '{}', in {}\n", side, printable(name.name), to_string(actor), printable(meant.first),
               printable(fmt::format("{}", fmt::join(meant.second, ", "))));
  }
}

Result<int> run_actors(const GraphStore& store, const Asked& options) {
  const auto a = find_actor_name(store, options.a);
  if (!a) return a.error();
  const auto b = find_actor_name(store, options.b);
  if (!b) return b.error();
  const auto why = why_same_actor(store, *a, *b);
  if (!why) return why.error();
  if (options.json) {
    const Json out = {
        {"joined", why->joined}, {"a", json(why->a)}, {"b", json(why->b)}, {"features", json(why->features)}};
    write_out(out.dump(-1, ' ', false, Json::error_handler_t::replace));
    return kDone;
  }
  fmt::print("{}\n", why->joined ? "one actor" : "two actors");
  print_meant("a", why->a);
  print_meant("b", why->b);
  print(why->features);
  return kDone;
}

Result<int> run(const Asked& options) {
  const auto store = options.database.open();
  if (!store) return store.error();
  if (options.actors || (is_actor_id(options.a) && is_actor_id(options.b))) return run_actors(**store, options);
  const auto a = find_mention(**store, options.a);
  if (!a) return a.error();
  const auto b = find_mention(**store, options.b);
  if (!b) return b.error();
  const auto why = why_same(**store, a->claim, b->claim);
  if (!why) return why.error();
  const auto said_a = sentence_of(**store, why->a);
  if (!said_a) return said_a.error();
  const auto said_b = sentence_of(**store, why->b);
  if (!said_b) return said_b.error();
  options.json ? print_json(*why, *said_a, *said_b) : print_words(*why, *said_a, *said_b);
  return kDone;
}

}  // namespace

RunCommand declare_why_same(CLI::App& program, CLI::App*& command) {
  auto options = std::make_shared<Asked>();
  command = program.add_subcommand("why-same",
                                   "Whether two mentions are one event, or two names one actor, and why or why not");
  command->add_option("A", options->a, "an event id, @DOCUMENT:BYTE, or words; an actor id or name")->required();
  command->add_option("B", options->b, "another")->required();
  command->add_flag("--actors", options->actors, "A and B are names of actors");
  options->database.declare(*command);
  command->add_flag("--json", options->json, "one JSON object");
  return [options] { return run(*options); };
}

}  // namespace forewhen
