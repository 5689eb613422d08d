// SPDX-License-Identifier: Apache-2.0
// What stands behind the events of the timeline page: words, sentences, documents, links, and what these change about
// the order of dates. An event is a line of "texts": [words, [document, sentence, ...], [new sentences], [other event,
// verdicts, ...]]; what follows is a list each.
#pragma once

#include "export/page_columns.h"
#include "forewhen/query/order_exceptions.h"

namespace forewhen {

// Writes "name":value pairs with a comma behind. `order`: of all events that `columns` has.
Status write_page_sources(ExportJob& job, const PageColumns& columns, OrderExceptions& order);

}  // namespace forewhen
