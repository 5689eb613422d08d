// SPDX-License-Identifier: Apache-2.0
// The style and the script of the timeline page, from src/export/page.
#pragma once

#include <string_view>

namespace forewhen {

std::string_view page_style();
std::string_view page_script();

}  // namespace forewhen
