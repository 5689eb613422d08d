// SPDX-License-Identifier: Apache-2.0
// geojson: a FeatureCollection, RFC 7946, a feature an event with the fields of csv as properties. An event without a
// point has a null geometry. `when` is that of GeoJSON-T and Linked Places: bounds of the start and of the end, the
// last day included.
#include "export/event_fields.h"
#include "export/event_json.h"
#include "export/formats.h"
#include "export/line_list.h"

namespace forewhen {
namespace {

Json bound_json(Instant earliest, Instant latest) {
  Json json = Json::object();
  if (!is_open(earliest)) json["earliest"] = iso_or_empty(earliest);
  const auto midnight = std::chrono::floor<std::chrono::days>(latest);
  if (!is_open(latest)) json["latest"] = latest == midnight ? iso_day(latest - seconds{1}) : iso_or_empty(latest);
  return json;
}

Json when_json_t(const Placement& placement) {
  const Bounds& b = placement.bounds;
  Json span;
  if (Json start = bound_json(b.earliest_start, b.latest_start); !start.empty()) span["start"] = start;
  if (Json end = bound_json(b.earliest_end, b.latest_end); !end.empty()) span["end"] = end;
  Json when;
  when["timespans"] = Json::array({span});
  if (!placement.edtf.empty()) when["label"] = placement.edtf;
  return when;
}

}  // namespace

Status write_geojson(ExportJob& job) {
  job.write("{\"type\":\"FeatureCollection\",\"features\":[\n");
  LineList lines(job);
  const Status written = job.for_each([&](const Event& event) -> Status {
    const auto fields = fields_of(job, event);
    if (!fields) return fields.error();
    Json feature = {{"type", "Feature"}, {"id", to_string(event.id)}};
    if (event.place && event.place->point) {
      feature["geometry"] = {{"type", "Point"},
                             {"coordinates", {event.place->point->longitude, event.place->point->latitude}}};
    } else {
      feature["geometry"] = nullptr;
      job.losses.count("have no point on the map and stand in it without one");
    }
    for (const Field& field : *fields) feature["properties"][std::string(field.name)] = field.value;
    const Placement placement = placement_of(event);
    if (placement.bounds != Bounds{}) feature["when"] = when_json_t(placement);
    lines.add(dump(feature));
    return Done{};
  });
  job.write("\n]}\n");
  return written;
}

}  // namespace forewhen
