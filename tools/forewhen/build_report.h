// SPDX-License-Identifier: Apache-2.0
// The report of what was read, found, merged, left open, refused, in words.
#pragma once

#include "forewhen/pipeline/build.h"

namespace forewhen {

// On stderr, a line each.
void print_refusals(const BuildReport& report);
// On stdout, of a graph that was built; and of events that were only tried.
void print_report(const BuildReport& report);
void print_validation(const BuildReport& report);

}  // namespace forewhen
