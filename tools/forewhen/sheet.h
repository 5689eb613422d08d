// SPDX-License-Identifier: Apache-2.0
// Prints a sheet as the output options say; its notes go to stderr where the output is no table.
#pragma once

#include "forewhen/export/sheet.h"
#include "terminal.h"

namespace forewhen {

int print_sheet(const Sheet& sheet, const OutputOptions& output);

}  // namespace forewhen
