// SPDX-License-Identifier: Apache-2.0
// Pictures of dots from SVG, by the program rsvg-convert (librsvg), which is not part of forewhen.
#pragma once

#include <string>

#include "forewhen/base/result.h"

namespace forewhen {

// Two dots a unit, for print. The file is moved to its place when it is whole.
// not_found: no rsvg-convert on the search path, with how to get it. io: it failed; it has said why on stderr
Status svg_to_png(const std::string& svg, const std::string& png);

}  // namespace forewhen
