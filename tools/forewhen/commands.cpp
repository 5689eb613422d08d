// SPDX-License-Identifier: Apache-2.0
#include "commands.h"

namespace forewhen {

std::span<const DeclareCommand> commands() {
  static constexpr DeclareCommand kAll[] = {
      declare_build,    declare_validate, declare_import,   declare_imports,   declare_before,    declare_after,
      declare_between,  declare_timeline, declare_events,   declare_show,      declare_actor,     declare_why_same,
      declare_merge,    declare_split,    declare_undo,     declare_decisions, declare_search,    declare_at,
      declare_path,     declare_dyad,     declare_actors,   declare_first,     declare_last,      declare_onset,
      declare_overlaps, declare_during,   declare_relation, declare_retract,   declare_conflicts, declare_stats,
      declare_export,   declare_chart,    declare_check,    declare_backup,    declare_restore,   declare_repair,
      declare_compact,  declare_extract,  declare_dates};
  return kAll;
}

}  // namespace forewhen
