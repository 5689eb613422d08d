// SPDX-License-Identifier: Apache-2.0
#include "commands.h"

namespace forewhen {

std::span<const CommandEntry> commands() {
  static constexpr CommandEntry kAll[] = {
      {declare_build},          {declare_validate},    {declare_import},         {declare_imports},
      {declare_before, true},   {declare_after, true}, {declare_between, true},  {declare_timeline, true},
      {declare_events, true},   {declare_show, true},  {declare_actor, true},    {declare_why_same, true},
      {declare_merge},          {declare_split},       {declare_undo},           {declare_decisions, true},
      {declare_search, true},   {declare_at, true},    {declare_path, true},     {declare_chain, true},
      {declare_sequence, true}, {declare_dyad, true},  {declare_actors, true},   {declare_first, true},
      {declare_last, true},     {declare_onset, true}, {declare_overlaps, true}, {declare_during, true},
      {declare_relation, true}, {declare_graph, true}, {declare_retract},        {declare_conflicts, true},
      {declare_stats, true},    {declare_query},       {declare_shell},          {declare_export},
      {declare_chart},          {declare_check},       {declare_backup},         {declare_restore},
      {declare_repair},         {declare_compact},     {declare_extract},        {declare_dates}};
  return kAll;
}

}  // namespace forewhen
