// SPDX-License-Identifier: Apache-2.0
// A timeline drawn with characters: lanes of bars above a key that names every event.
#pragma once

#include <string>

#include "forewhen/export/chart.h"
#include "forewhen/export/table.h"

namespace forewhen {

// A bar is solid from the latest start to the earliest end, when the event was certainly going on, and shaded where it
// may have been; what is shorter than a column is one solid column. An arrow stands for an end that is open. The number
// behind a bar is that of its event in the key, where nothing is cut. Events of whose start nothing is known are
// counted. style.width 0: 100 columns. Never narrower than 40. Ends with a line break.
std::string draw_timeline(const Listing& listing, LaneBy lanes, const TableStyle& style = {});

}  // namespace forewhen
