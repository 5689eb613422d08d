// SPDX-License-Identifier: Apache-2.0
// What stands in the columns, raw: writers make it printable or escape it.
#pragma once

#include <string>

#include "forewhen/query/answer.h"
#include "forewhen/query/conflicts.h"

namespace forewhen {

std::string when_cell(const Event& event);   // dates in words
std::string what_cell(const Event& event);   // the summary, marked when it did not happen or only somebody says so
std::string who_cell(const Event& event);    // "Lena Moravec > police; by drone"
std::string where_cell(const Event& event);  // "Harbour Gate, Velmora"
std::string certainty_cell(const AnswerItem& item);  // "definite, ended", "possible, hop 2"
// "date 2023-03-03: 'on Friday'", "link before e0123...: 'after'".
std::string statement_cell(const Statement& statement);
std::string ties_cell(const AnswerItem& item);

}  // namespace forewhen
