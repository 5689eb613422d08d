// SPDX-License-Identifier: Apache-2.0
// forewhen merge, split, undo, decisions: what people decide about which mentions are one event and which names one
// actor.
#include <fmt/format.h>

#include <chrono>
#include <memory>

#include "actor_name.h"
#include "commands.h"
#include "database.h"
#include "decision_lines.h"
#include "forewhen/time/iso.h"
#include "forewhen/timeline/timeline.h"
#include "mention.h"
#include "terminal.h"

namespace forewhen {
namespace {

struct Deciding {
  DecisionKind kind = DecisionKind::merge;
  std::string db, a, b, who, why;
  bool actors = false;
};

Result<std::unique_ptr<GraphStore>> open_to_write(const std::string& db) {
  StoreOptions how;
  how.access = StoreOptions::Access::write;
  return GraphStore::open(db, how);
}

Status write(GraphStore& store, const GraphChange& change) {
  if (Status applied = store.apply(change); !applied) return applied;
  return store.sync();
}

std::string actor_words(const ActorName& name) {
  std::vector<std::string> ids;
  for (const auto& [actor, meant] : name.means) ids.push_back(to_string(actor));
  return ids.empty() ? "nobody that is read yet" : fmt::format("{}", fmt::join(ids, ", "));
}

Result<int> tell_of_actors(const GraphStore& store, const Decision& decision, bool fresh) {
  const auto a = find_actor_name(store, decision.a.actor, decision.a.text);
  if (!a) return a.error();
  const auto b = find_actor_name(store, decision.b.actor, decision.b.text);
  if (!b) return b.error();
  const std::string of_a = actor_words(*a), of_b = actor_words(*b);
  fmt::print("{} {}{}: {} and {} are {}\n", name_of(decision.kind), decision.number, fresh ? "" : " stands already",
             printable(in_words(decision.a)), printable(in_words(decision.b)),
             of_a == of_b ? "one actor, " + of_a : "two actors, " + of_a + " and " + of_b);
  return kDone;
}

Result<int> tell(const GraphStore& store, const Decision& decision, bool fresh) {
  if (decision.about == DecisionSubject::actor) return tell_of_actors(store, decision, fresh);
  const auto a = store.event_of_claim(decision.a.claim);
  if (!a) return a.error();
  const auto b = store.event_of_claim(decision.b.claim);
  if (!b) return b.error();
  const std::string now =
      *a && *b && **a == **b
          ? fmt::format("one event, {}", to_string(**a))
          : fmt::format("two events, {} and {}", to_string(a->value_or(EventId{})), to_string(b->value_or(EventId{})));
  fmt::print("{} {}{}: {} and {} are {}\n", name_of(decision.kind), decision.number, fresh ? "" : " stands already",
             printable(in_words(decision.a)), printable(in_words(decision.b)), now);
  return kDone;
}

Result<DecidedMention> decided(const GraphStore& store, const std::string& text, bool actor) {
  if (actor) {
    const auto name = find_actor_name(store, text);
    if (!name) return name.error();
    return DecidedMention{{}, "", {}, name->name, name->by_itself};
  }
  const auto mention = find_mention(store, text);
  if (!mention) return mention.error();
  return decided_mention(*mention);
}

Result<int> run_deciding(const Deciding& options) {
  const auto store = open_to_write(options.db);
  if (!store) return store.error();
  const bool actors = options.actors || (is_actor_id(options.a) && is_actor_id(options.b));
  const auto a = decided(**store, options.a, actors);
  if (!a) return a.error();
  const auto b = decided(**store, options.b, actors);
  if (!b) return b.error();
  Decision decision;
  decision.kind = options.kind;
  decision.about = actors ? DecisionSubject::actor : DecisionSubject::event;
  decision.a = *a, decision.b = *b;
  decision.made = std::chrono::floor<seconds>(std::chrono::system_clock::now());
  decision.who = options.who, decision.why = options.why;
  const auto change = add_decisions(**store, {decision});
  if (!change) return change.error();
  if (!change->put_decisions.empty()) {
    if (const Status written = write(**store, *change); !written) return written.error();
    return tell(**store, change->put_decisions.front(), true);
  }
  const auto standing = (*store)->decisions();
  if (!standing) return standing.error();
  for (const Decision& one : *standing) {
    if (same_decision(one, decision)) return tell(**store, one, false);
  }
  return kDone;
}

struct Undo {
  std::string db;
  std::uint64_t number = 0;
};

Result<int> run_undo(const Undo& options) {
  const auto store = open_to_write(options.db);
  if (!store) return store.error();
  const auto decisions = (*store)->decisions();
  if (!decisions) return decisions.error();
  const std::uint64_t number = options.number || decisions->empty() ? options.number : decisions->back().number;
  if (number == 0) return Error{ErrorKind::not_found, "no decision stands", options.db, ""};
  const auto change = undo_decision(**store, number);
  if (!change) return change.error();
  if (const Status written = write(**store, *change); !written) return written.error();
  for (const Decision& one : *decisions) {
    if (one.number == number)
      fmt::print("undone: {} {} of {} and {}\n", name_of(one.kind), number, printable(in_words(one.a)),
                 printable(in_words(one.b)));
  }
  return kDone;
}

struct ListDecisions {
  DatabaseOption database;
  OutputOptions output;
};

std::string cell(std::string text) {
  for (char& c : text) {
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  return printable(text);
}

// Whether the mention or the name is in the graph.
Result<bool> is_there(const GraphStore& store, const DecidedMention& mention) {
  if (mention.actor) {
    const auto name = find_actor_name(store, mention.actor, mention.text);
    return name ? Result<bool>(name->used()) : name.error();
  }
  const auto event = store.event_of_claim(mention.claim);
  return event ? Result<bool>(event->has_value()) : event.error();
}

std::string kind_words(const Decision& decision) {
  return std::string(name_of(decision.kind)) + (decision.about == DecisionSubject::actor ? " actors" : "");
}

Result<int> run_decisions(const ListDecisions& options) {
  const auto store = options.database.open();
  if (!store) return store.error();
  const auto decisions = (*store)->decisions();
  if (!decisions) return decisions.error();
  const OutputForm form = options.output.form();
  if (form == OutputForm::tsv) fmt::print("decision\tkind\ta\tb\tmade\twho\twhy\tstate\n");
  if (form == OutputForm::table && decisions->empty()) fmt::print("no decisions\n");
  for (const Decision& one : *decisions) {
    if (form == OutputForm::json) {
      write_out(to_json(one));
      continue;
    }
    bool waits = false;
    for (const DecidedMention* mention : {&one.a, &one.b}) {
      const auto there = is_there(**store, *mention);
      if (!there) return there.error();
      waits = waits || !*there;
    }
    const std::string made = format_iso(CalendarTime{one.made, Grain::second}) + "Z";
    if (form == OutputForm::tsv) {
      fmt::print("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", one.number, kind_words(one), cell(in_words(one.a)),
                 cell(in_words(one.b)), made, cell(one.who), cell(one.why), waits ? "waits" : "holds");
      continue;
    }
    fmt::print("{:>3}  {}  {} | {}\n     {}{}{}{}\n", one.number, kind_words(one), cell(in_words(one.a)),
               cell(in_words(one.b)), made, one.who.empty() ? "" : ", " + cell(one.who),
               one.why.empty() ? "" : ": " + cell(one.why), waits ? " (waits: one of them is not in the graph)" : "");
  }
  return kDone;
}

RunCommand declare(CLI::App& program, CLI::App*& command, DecisionKind kind, const char* help) {
  auto options = std::make_shared<Deciding>();
  options->kind = kind;
  command = program.add_subcommand(std::string(name_of(kind)), help);
  command->add_option("A", options->a, "an event id, @DOCUMENT:BYTE, or words; an actor id or name")->required();
  command->add_option("B", options->b, "another")->required();
  command->add_flag("--actors", options->actors, "A and B are names of actors");
  command->add_option("--why", options->why, "the reason, kept with the decision");
  command->add_option("--who", options->who, "who decides, kept with the decision");
  command->add_option("--db", options->db, "folder of the database")->required();
  return [options] { return run_deciding(*options); };
}

}  // namespace

RunCommand declare_merge(CLI::App& program, CLI::App*& command) {
  return declare(program, command, DecisionKind::merge,
                 "Decide that two mentions always tell the same event, or two names the same actor");
}

RunCommand declare_split(CLI::App& program, CLI::App*& command) {
  return declare(program, command, DecisionKind::split,
                 "Decide that two mentions never tell the same event, or two names the same actor");
}

RunCommand declare_undo(CLI::App& program, CLI::App*& command) {
  auto options = std::make_shared<Undo>();
  command = program.add_subcommand("undo", "Take a decision back; the graph is then as if it had never been made");
  command->add_option("N", options->number, "its number; the last one when left out")->check(CLI::PositiveNumber);
  command->add_option("--db", options->db, "folder of the database")->required();
  return [options] { return run_undo(*options); };
}

RunCommand declare_decisions(CLI::App& program, CLI::App*& command) {
  auto options = std::make_shared<ListDecisions>();
  command = program.add_subcommand("decisions", "List what people decided; --json writes what build --decisions reads");
  options->database.declare(*command);
  options->output.declare(*command);
  return [options] { return run_decisions(*options); };
}

}  // namespace forewhen
