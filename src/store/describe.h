// SPDX-License-Identifier: Apache-2.0
// Rows in words, for the problems that check() reports.
#pragma once

#include <string>
#include <string_view>

namespace forewhen::store {

// "time row of event e01... under actor a23..."; the bytes in hex when the key is of no known form.
std::string describe_row(std::string_view key);

}  // namespace forewhen::store
