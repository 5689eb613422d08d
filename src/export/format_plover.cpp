// SPDX-License-Identifier: Apache-2.0
// plover: records of PLOVER as JSON lines, as `forewhen events --plover` writes them.
#include "export/formats.h"
#include "forewhen/export/plover.h"

namespace forewhen {

Status write_plover(ExportJob& job) {
  return job.for_each([&](const Event& event) -> Status {
    if (const auto line = to_plover(event)) {
      job.write(*line + "\n");
    } else {
      job.losses.count("have no type, no actor or no date, or did not happen, and were left out");
    }
    return Done{};
  });
}

}  // namespace forewhen
