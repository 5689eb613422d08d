// SPDX-License-Identifier: Apache-2.0
// The index of commands, in the order of the help.
#pragma once

#include <span>

#include "command.h"

namespace forewhen {

std::span<const CommandEntry> commands();

RunCommand declare_build(CLI::App& program, CLI::App*& command);
RunCommand declare_validate(CLI::App& program, CLI::App*& command);
RunCommand declare_import(CLI::App& program, CLI::App*& command);
RunCommand declare_imports(CLI::App& program, CLI::App*& command);
RunCommand declare_retract(CLI::App& program, CLI::App*& command);
RunCommand declare_extract(CLI::App& program, CLI::App*& command);
RunCommand declare_dates(CLI::App& program, CLI::App*& command);
RunCommand declare_before(CLI::App& program, CLI::App*& command);
RunCommand declare_after(CLI::App& program, CLI::App*& command);
RunCommand declare_between(CLI::App& program, CLI::App*& command);
RunCommand declare_timeline(CLI::App& program, CLI::App*& command);
RunCommand declare_events(CLI::App& program, CLI::App*& command);
RunCommand declare_show(CLI::App& program, CLI::App*& command);
RunCommand declare_why_same(CLI::App& program, CLI::App*& command);
RunCommand declare_merge(CLI::App& program, CLI::App*& command);
RunCommand declare_split(CLI::App& program, CLI::App*& command);
RunCommand declare_undo(CLI::App& program, CLI::App*& command);
RunCommand declare_decisions(CLI::App& program, CLI::App*& command);
RunCommand declare_overlaps(CLI::App& program, CLI::App*& command);
RunCommand declare_during(CLI::App& program, CLI::App*& command);
RunCommand declare_relation(CLI::App& program, CLI::App*& command);
RunCommand declare_search(CLI::App& program, CLI::App*& command);
RunCommand declare_chain(CLI::App& program, CLI::App*& command);
RunCommand declare_sequence(CLI::App& program, CLI::App*& command);
RunCommand declare_dyad(CLI::App& program, CLI::App*& command);
RunCommand declare_actors(CLI::App& program, CLI::App*& command);
RunCommand declare_first(CLI::App& program, CLI::App*& command);
RunCommand declare_last(CLI::App& program, CLI::App*& command);
RunCommand declare_onset(CLI::App& program, CLI::App*& command);
RunCommand declare_at(CLI::App& program, CLI::App*& command);
RunCommand declare_path(CLI::App& program, CLI::App*& command);
RunCommand declare_graph(CLI::App& program, CLI::App*& command);
RunCommand declare_conflicts(CLI::App& program, CLI::App*& command);
RunCommand declare_actor(CLI::App& program, CLI::App*& command);
RunCommand declare_chart(CLI::App& program, CLI::App*& command);
RunCommand declare_export(CLI::App& program, CLI::App*& command);
RunCommand declare_stats(CLI::App& program, CLI::App*& command);
RunCommand declare_backup(CLI::App& program, CLI::App*& command);
RunCommand declare_restore(CLI::App& program, CLI::App*& command);
RunCommand declare_repair(CLI::App& program, CLI::App*& command);
RunCommand declare_compact(CLI::App& program, CLI::App*& command);
RunCommand declare_query(CLI::App& program, CLI::App*& command);
RunCommand declare_shell(CLI::App& program, CLI::App*& command);
RunCommand declare_check(CLI::App& program, CLI::App*& command);

}  // namespace forewhen
