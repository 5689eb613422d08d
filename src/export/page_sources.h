// SPDX-License-Identifier: Apache-2.0
// What stands behind the events of the timeline page: sentences, documents, links, and what these change about the
// order of dates.
#pragma once

#include "export/page_columns.h"

namespace forewhen {

// Each writes "name":value pairs with a comma behind.
Status write_page_texts(ExportJob& job);
Status write_page_sources(ExportJob& job);
Status write_page_order(ExportJob& job, const PageColumns& columns);

}  // namespace forewhen
