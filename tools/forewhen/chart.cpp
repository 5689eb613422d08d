// SPDX-License-Identifier: Apache-2.0
// forewhen chart: a timeline as a picture for a paper, SVG or, with the help of librsvg's rsvg-convert, PNG.
#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <memory>

#include "commands.h"
#include "database.h"
#include "export_selection.h"
#include "forewhen/export/export.h"
#include "rasterise.h"

namespace forewhen {
namespace {

struct ChartOptions {
  DatabaseOption database;
  ExportSelection selection;
  std::string output, format, lanes = "actor";
  std::size_t width = 1000;
  bool strict = false;

  bool png() const { return format.empty() ? std::filesystem::path(output).extension() == ".png" : format == "png"; }
};

Status write_chart(const ChartOptions& options, const GraphStore& store, const ExportRequest& request, Losses& losses) {
  const ExportFormat& svg = **find_export_format("svg");
  if (options.output == "-") return write_export(svg, store, store, request, std::cout, losses);
  if (!options.png()) return write_export(svg, store, store, request, options.output, losses);
  const std::string drawn = options.output + ".part.svg";
  Status written = write_export(svg, store, store, request, drawn, losses);
  if (written) written = svg_to_png(drawn, options.output);
  std::error_code failed;
  std::filesystem::remove(drawn, failed);
  return written;
}

Result<int> run(const ChartOptions& options) {
  if (options.png() && options.output == "-")
    return Error{ErrorKind::usage, "png cannot go to standard output", "--output", "name a file with -o"};
  const auto lanes = find_lane_by(options.lanes);
  if (!lanes) return lanes.error();
  const auto store = options.database.open();
  if (!store) return store.error();
  auto selected = options.selection.select(**store);
  if (!selected) return selected.error();
  selected->request.chart = {*lanes, options.width};
  Losses losses;
  if (Status written = write_chart(options, **store, selected->request, losses); !written) return written.error();
  selected->tell(losses, "chart");
  return options.strict && losses.any() ? kDataRefused : kDone;
}

}  // namespace

RunCommand declare_chart(CLI::App& program, CLI::App*& command) {
  auto options = std::make_shared<ChartOptions>();
  command = program.add_subcommand("chart",
                                   "A timeline as a picture for papers: lanes of bars that fade where dates are vague");
  options->database.declare(*command);
  options->database.declare_as_of(*command);
  command->add_option("-o,--output", options->output, "FILE.svg or FILE.png; - is standard output, SVG")->required();
  command
      ->add_option("--format", options->format,
                   "svg or png (default: by the name); png needs the program rsvg-convert of librsvg")
      ->check(CLI::IsMember({"svg", "png"}));
  command->add_option("--lanes", options->lanes, "a lane for each: actor, place or type")
      ->check(CLI::IsMember({"actor", "place", "type"}))
      ->capture_default_str();
  command->add_option("--width", options->width, "of the picture, in pixels; png has twice as many")
      ->check(CLI::Range(kLeastChartWidth, std::size_t{20000}))
      ->capture_default_str();
  options->selection.declare(*command);
  command->add_flag("--strict", options->strict, "exit code 3 when the picture does not show everything");
  return [options] { return run(*options); };
}

}  // namespace forewhen
