// SPDX-License-Identifier: Apache-2.0
// svg: a timeline for papers. Lanes of bars below an axis; a bar is solid where the event certainly went on and fades
// over the time in which it may have begun or ended. No script, no style sheet, no font of its own: what turns SVG into
// PDF or PNG needs no more than SVG 1.1. Widths of words are estimates, as fonts differ.
//
// The picture is laid out twice: to know its height and its gradients, then to write it as it comes. Memory holds the
// words of the events, not the picture.
#include <fmt/format.h>

#include <algorithm>

#include "export/cells.h"
#include "export/escape.h"
#include "export/event_fields.h"
#include "export/formats.h"
#include "export/lanes.h"
#include "export/printable.h"
#include "export/time_axis.h"
#include "forewhen/export/table.h"
#include "forewhen/query/wording.h"

namespace forewhen {
namespace {

constexpr double kColumn = 6.2;          // of a character at kFont
constexpr double kFont = 11, kRow = 17;  // heights
constexpr double kNames = 170;           // of the names of lanes
constexpr double kMargin = 12;
constexpr double kBarPart = 0.76;  // of what is right of the names; the rest is for the words behind the last bars
constexpr double kLeastBar = 4;
constexpr double kBarHeight = 10;
constexpr std::size_t kMostWords = 60;  // columns of the words behind a bar

struct Drawn {
  Bounds bounds;
  bool happened = true;
  std::string words, tooltip;  // printable
};

// Along the axis, in units of the image.
struct Bar {
  double left = 0, right = 0;
  double solid_left = 0, solid_right = 0;  // equal: no part is certain
};

std::string text(double x, double y, std::string_view words, std::string_view more = "") {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\"{}>{}</text>\n", x, y, more, xml_text(words));
}

// Gradients that are alike are written once.
class Gradients {
 public:
  std::string fill(const Bar& bar, std::string_view colour) {
    const double length = bar.right - bar.left;
    const auto at = [&](double x) { return std::clamp((x - bar.left) / length, 0.0, 1.0); };
    std::string stops;
    const auto stop = [&](double offset, double opacity) {
      stops += fmt::format("<stop offset=\"{:.3f}\" stop-color=\"{}\" stop-opacity=\"{}\"/>", offset, colour, opacity);
    };
    if (bar.solid_left < bar.solid_right) {
      const double from = at(bar.solid_left), to = at(bar.solid_right);
      if (from <= 0 && to >= 1) return std::string(colour);
      stop(0, from > 0 ? 0.1 : 1), stop(from, 1), stop(to, 1), stop(1, to < 1 ? 0.1 : 1);
    } else {
      stop(0, 0.12), stop(0.5, 0.6), stop(1, 0.12);
    }
    const auto [known, added] = names_.try_emplace(stops, fmt::format("forewhen-fade-{}", names_.size()));
    if (added) written_ += fmt::format("<linearGradient id=\"{}\">{}</linearGradient>\n", known->second, stops);
    return "url(#" + known->second + ")";
  }
  std::string defs() const { return written_.empty() ? "" : "<defs>\n" + written_ + "</defs>\n"; }

 private:
  std::map<std::string, std::string> names_;
  std::string written_;
};

class Chart {
 public:
  Chart(const std::vector<Drawn>& events, std::vector<Lane> lanes, ExportJob& job)
      : events_(events),
        lanes_(std::move(lanes)),
        job_(job),
        request_(job.request),
        width_(static_cast<double>(std::max(job.request.chart.width, kLeastChartWidth))),
        left_(kMargin + std::min(kNames, width_ / 4)),
        length_((width_ - left_ - kMargin) * kBarPart),
        axis_(all_bounds(events)) {}

  void write() {
    lay_out();
    const std::string title = request_.title.empty() ? "Timeline" : printable(request_.title);
    job_.write(fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
        "width=\"{0:.0f}\" height=\"{1:.0f}\" viewBox=\"0 0 {0:.0f} {1:.0f}\" role=\"img\" "
        "aria-labelledby=\"forewhen-title forewhen-desc\" font-family=\"sans-serif\" font-size=\"{2}\" "
        "fill=\"#222222\">\n<title id=\"forewhen-title\">{3}</title>\n<desc id=\"forewhen-desc\">{4}</desc>\n",
        width_, y_ + kMargin, kFont, xml_text(title), xml_text(description())));
    job_.write(gradients_.defs());
    job_.write("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    job_.write(behind_);
    writing_ = true;
    lay_out();
    job_.write("</svg>\n");
  }
  std::size_t shortened() const { return shortened_.size(); }

 private:
  void lay_out() {
    put_title();
    const double top = y_ + kRow;
    for (const Lane& lane : lanes_) put_lane(lane);
    put_axis(top);
    put_legend();
  }
  void put(std::string_view element) {
    if (writing_) job_.write(element);
  }
  void put_behind(std::string_view element) {
    if (!writing_) behind_ += element;
  }

  static std::vector<Bounds> all_bounds(const std::vector<Drawn>& events) {
    std::vector<Bounds> all;
    for (const Drawn& each : events) all.push_back(each.bounds);
    return all;
  }
  static std::size_t columns_in(double length) { return static_cast<std::size_t>(std::max(length / kColumn, 1.0)); }
  double x(Instant t) const { return left_ + axis_.at(t) * length_; }

  std::string description() const {
    if (events_.empty()) return "No events.";
    std::string names;
    for (const Lane& lane : lanes_) {
      names += fmt::format("{}{} ({})", names.empty() ? "" : "; ", printable(lane.name), lane.events.size());
    }
    return fmt::format(
        "Timeline of {} event{}, {}, in lanes: {}. A bar is solid where the event certainly went on and "
        "fades where it may have.",
        events_.size(), events_.size() == 1 ? "" : "s", describe(axis_.known()), names);
  }

  void put_title() {
    y_ = kMargin;
    if (request_.title.empty()) return;
    // Larger letters: as many fewer to a line.
    for (const std::string& line : wrap(printable(request_.title), columns_in((width_ - 2 * kMargin) * 0.7))) {
      y_ += 18;
      put(text(kMargin, y_, line, " font-size=\"15\" font-weight=\"bold\""));
    }
    y_ += 8;
  }

  Bar bar_of(const Bounds& b) const {
    Bar bar{x(b.earliest_start), x(b.latest_end), 0, 0};
    if (bar.right - bar.left < kLeastBar) {  // too short for its vagueness to be seen
      bar.right = bar.left + kLeastBar;
      if (!is_open(b.earliest_start) && !is_open(b.latest_end)) bar.solid_left = bar.left, bar.solid_right = bar.right;
    } else if (b.latest_start < b.earliest_end) {
      bar.solid_left = x(b.latest_start), bar.solid_right = x(b.earliest_end);
    }
    return bar;
  }

  // What there is room for, with "..." where that is not all; the tooltip has it whole.
  std::string fitting(std::size_t event, double room) {
    const std::string& words = events_[event].words;
    const std::size_t columns = std::min(kMostWords, columns_in(room));
    if (columns_of(words) <= columns) return words;
    shortened_.insert(event);
    return wrap(words, columns - std::min<std::size_t>(columns - 1, 1)).front() + "…";
  }

  void put_bar(std::size_t event, const Bar& bar, double top) {
    const Drawn& drawn = events_[event];
    const std::string_view colour = drawn.happened ? "#2b5c8a" : "#8a5a2b";
    const std::string fill = gradients_.fill(bar, colour);
    if (!writing_) return;
    put(fmt::format("<g><title>{}</title><rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{}\" fill=\"{}\"",
                    xml_text(drawn.tooltip), bar.left, top, bar.right - bar.left, kBarHeight, fill));
    if (!drawn.happened && bar.right - bar.left > kLeastBar)
      put(fmt::format(" stroke=\"{}\" stroke-dasharray=\"3 2\"", colour));
    put("/>\n");
    const auto arrow = [&](double at, double by) {
      put(fmt::format("<path d=\"M{:.1f} {:.1f}l{} 5l{} 5z\" fill=\"{}\"/>\n", at, top, by, -by, colour));
    };
    if (is_open(drawn.bounds.earliest_start)) arrow(bar.left, -6);
    if (is_open(drawn.bounds.latest_end)) arrow(bar.right, 6);
    const double behind = bar.right + (is_open(drawn.bounds.latest_end) ? 10 : 4);
    put(text(behind, top + 9, fitting(event, width_ - kMargin - behind)));
    put("</g>\n");
  }

  void put_lane(const Lane& lane) {
    if (&lane == &lanes_.front()) y_ += kRow + 6;  // the axis
    const double top = y_;
    RowPacker packer;
    for (const std::size_t event : lane.events) {
      const Bar bar = bar_of(events_[event].bounds);
      const double words = kColumn * static_cast<double>(std::min(columns_of(events_[event].words), kMostWords));
      const double row = static_cast<double>(packer.place(bar.left, bar.right + words + 20));
      put_bar(event, bar, top + 4 + row * kRow);
    }
    double name = top;
    for (const std::string& line :
         wrap(fmt::format("{} ({})", printable(lane.name), lane.events.size()), columns_in(left_ - kMargin - 8))) {
      put(text(kMargin, name + 13, line));
      name += 14;
    }
    y_ = std::max(top + static_cast<double>(packer.rows()) * kRow, name) + 6;
    put_behind(fmt::format("<path d=\"M{:.1f} {:.1f}H{:.1f}\" stroke=\"#cccccc\"/>\n", kMargin, top, width_ - kMargin));
  }

  void put_axis(double label) {
    if (events_.empty()) return;
    for (const Tick& tick : axis_.ticks(columns_in(length_))) {
      put_behind(fmt::format("<path d=\"M{:.1f} {:.1f}V{:.1f}\" stroke=\"#dddddd\"/>\n", x(tick.at), label + 4, y_));
      put(text(x(tick.at), label, tick.label, " text-anchor=\"middle\""));
    }
  }

  void put_legend() {
    const std::string words = events_.empty() ? "no events"
                                              : "solid: certainly going on; fading: may have been; arrow: open; dashed "
                                                "brown: planned, possible or denied";
    for (const std::string& line : wrap(words, columns_in(width_ - 2 * kMargin))) {
      y_ += kRow;
      put(text(kMargin, y_, line, " fill=\"#555555\""));
    }
  }

  const std::vector<Drawn>& events_;
  const std::vector<Lane> lanes_;
  ExportJob& job_;
  const ExportRequest& request_;
  const double width_, left_, length_;
  const TimeAxis axis_;
  Gradients gradients_;
  std::set<std::size_t> shortened_;
  double y_ = 0;
  std::string behind_;    // lines below everything else
  bool writing_ = false;  // the second time
};

Drawn drawn_of(const Event& event, const Placement& placement) {
  std::string tooltip = what_cell(event) + " | " + placement.words;
  if (!placement.edtf.empty()) tooltip += " | EDTF " + placement.edtf;
  tooltip += " | " + shown_id(event);
  return {placement.bounds, event.happened() && event.polarity == Polarity::positive, printable(what_cell(event)),
          printable(tooltip)};
}

}  // namespace

Status write_svg(ExportJob& job) {
  Lanes lanes(job.request.chart.lanes);
  std::vector<Drawn> events;
  const Status read = job.for_each([&](const Event& event) -> Status {
    const Placement placement = placement_of(event);
    if (!can_be_drawn(placement.bounds)) {
      job.losses.count("have no known start and are not drawn");
      return Done{};
    }
    lanes.add(event, events.size());
    events.push_back(drawn_of(event, placement));
    return Done{};
  });
  if (!read) return read;
  Chart chart(events, lanes.sorted(), job);
  chart.write();
  if (const std::size_t shortened = chart.shortened())
    job.losses.count("have more words than there is room for; their tooltips have all", shortened);
  return Done{};
}

}  // namespace forewhen
