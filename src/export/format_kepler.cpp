// SPDX-License-Identifier: Apache-2.0
// kepler: CSV for kepler.gl, which finds latitude, longitude and time by name and form: it takes "2014" for a number
// and "2014-02" for a word, so times are written in full.
#include "export/escape.h"
#include "export/event_fields.h"
#include "export/formats.h"

namespace forewhen {

Status write_kepler(ExportJob& job) {
  std::string head = "latitude,longitude,time,time_end";
  for (const std::string_view name : field_names()) {
    if (name != "lat" && name != "lon") head += "," + std::string(name);
  }
  job.write(head + "\n");
  return job.for_each([&](const Event& event) -> Status {
    const Placement placement = placement_of(event);
    if (!event.place || !event.place->point)
      return job.losses.count("have no point on the map and were left out"), Done{};
    if (!placement.has_start()) return job.losses.count("have no known start and were left out"), Done{};
    if (!in_common_era(placement.begin()) || !in_common_era(placement.end()))
      return job.losses.count("lie outside the years 1 to 9999 and were left out"), Done{};
    const auto fields = fields_of(job, event);
    if (!fields) return fields.error();
    std::string point, row;
    for (const Field& field : *fields) {
      const bool part = field.name == "lat" || field.name == "lon";
      (part ? point : row) += part ? field.value + "," : "," + csv_cell(field.value);
    }
    job.write(point + utc_time(placement.begin()) + "," + utc_time(placement.end()) + row + "\n");
    return Done{};
  });
}

}  // namespace forewhen
