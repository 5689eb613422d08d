// SPDX-License-Identifier: Apache-2.0
#include "forewhen/export/draw.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "export/cells.h"
#include "export/event_fields.h"
#include "export/grid.h"
#include "export/lanes.h"
#include "export/printable.h"
#include "export/time_axis.h"
#include "forewhen/query/wording.h"
#include "forewhen/time/iso.h"

namespace forewhen {
namespace {

constexpr std::size_t kLeastWidth = 40;
constexpr std::size_t kWidthOfNone = 100;  // columns when no limit is asked for: an axis needs one
constexpr std::size_t kWidthOfIds = 60;    // narrower keys have the id of an event below it
constexpr std::size_t kMostOfNames = 24;   // columns of the names of lanes

struct Signs {
  const char *certain, *possible, *open_before, *open_after, *tick;
};
constexpr Signs kUnicode{"█", "░", "←", "→", "┊"};
constexpr Signs kAscii{"#", ".", "<", ">", "|"};

// One character each; columns that nothing was drawn in hold a blank.
using Cells = std::vector<std::string>;

// Columns that a bar takes, from the first to before the last of each pair.
struct Bar {
  std::size_t begin, end, certain_begin, certain_end;
  bool open_before, open_after;
};

Bar bar_of(const Bounds& b, const TimeAxis& axis, std::size_t columns) {
  const auto width = static_cast<double>(columns);
  const auto from = [&](Instant t) {
    return std::min(static_cast<std::size_t>(std::floor(axis.at(t) * width)), columns - 1);
  };
  const auto until = [&](Instant t) { return static_cast<std::size_t>(std::ceil(axis.at(t) * width)); };
  Bar bar{from(b.earliest_start), until(b.latest_end), 0, 0, is_open(b.earliest_start), is_open(b.latest_end)};
  bar.end = std::max(bar.end, bar.begin + 1);
  if (bar.end == bar.begin + 1) {
    bar.certain_begin = bar.begin, bar.certain_end = bar.end;
  } else if (b.latest_start < b.earliest_end) {
    bar.certain_begin = from(b.latest_start);
    bar.certain_end = std::max(until(b.earliest_end), bar.certain_begin + 1);
  }
  return bar;
}

void draw_bar(const Bar& bar, const Signs& signs, Cells& cells) {
  for (std::size_t at = bar.begin; at < bar.end; ++at)
    cells[at] = at >= bar.certain_begin && at < bar.certain_end ? signs.certain : signs.possible;
  if (bar.open_before) cells[bar.begin] = signs.open_before;
  if (bar.open_after) cells[bar.end - 1] = signs.open_after;
}

// Rows in which no bar meets another or its number.
std::vector<Cells> rows_of(const Lane& lane, const std::vector<Bar>& bars, const Signs& signs, std::size_t columns) {
  std::vector<Cells> rows;
  RowPacker packer;
  for (const std::size_t event : lane.events) {
    const Bar& bar = bars[event];
    const std::string number = std::to_string(event + 1);
    const std::size_t row =
        packer.place(static_cast<double>(bar.begin), static_cast<double>(bar.end + number.size() + 1));
    if (row == rows.size()) rows.emplace_back(columns, " ");
    draw_bar(bar, signs, rows[row]);
    for (std::size_t i = 0; i < number.size(); ++i) rows[row][bar.end + i] = std::string(1, number[i]);
  }
  return rows;
}

void put_line(const std::string& name, std::size_t room, const Cells& cells, std::string& out) {
  std::string line = name + std::string(room - std::min(room, columns_of(name)), ' ');
  for (const std::string& cell : cells) line += cell;
  while (line.ends_with(' ')) line.pop_back();
  out += line + '\n';
}

// Dates above the columns that they begin in; the last ends with the line where there is no more room.
Cells label_cells(const std::vector<Tick>& ticks, const std::vector<std::size_t>& at, std::size_t columns) {
  Cells cells(columns, " ");
  std::size_t taken = 0;
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    const std::string& label = ticks[i].label;
    const std::size_t begin = std::min(at[i], columns - std::min(columns, label.size()));
    if (begin < taken) continue;  // its mark still stands below
    for (std::size_t n = 0; n < label.size(); ++n) cells[begin + n] = std::string(1, label[n]);
    taken = begin + label.size() + 1;
  }
  return cells;
}

std::string draw_key(const std::vector<const Event*>& events, const TableStyle& style) {
  std::vector<GridColumn> columns{{"", true, 0}, {"when", false, 10}, {"what", false, 16}};
  const bool narrow = style.width < kWidthOfIds;
  if (!narrow) columns.push_back({"id", true, 0});
  std::vector<GridRow> rows;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Event& event = *events[i];
    GridRow row{{std::to_string(i + 1), printable(when_cell(event)), printable(what_cell(event))}, {}};
    (narrow ? row.notes : row.cells).push_back(shown_id(event));
    rows.push_back(std::move(row));
  }
  return draw_grid(columns, rows, style.width, style.unicode);
}

std::string describe_rest(const Listing& listing, std::size_t undated) {
  std::string out;
  if (undated)
    out += fmt::format("{} event{} without a known start {} not drawn\n", undated, undated == 1 ? "" : "s",
                       undated == 1 ? "is" : "are");
  if (listing.more)
    out +=
        fmt::format("{}{} more earlier; --limit 0 shows all\n", listing.more_at_least ? "at least " : "", listing.more);
  const std::string left_out = to_string(listing.left_out);
  return left_out.empty() ? out : out + left_out + '\n';
}

}  // namespace

std::string draw_timeline(const Listing& listing, LaneBy by, const TableStyle& style) {
  Lanes lanes(by);
  std::vector<const Event*> events;
  std::vector<Bounds> bounds;
  for (const Event& event : listing.events) {
    const Placement placement = placement_of(event);
    if (!can_be_drawn(placement.bounds)) continue;
    lanes.add(event, events.size());
    events.push_back(&event);
    bounds.push_back(placement.bounds);
  }
  const std::size_t undated = listing.events.size() - events.size();
  if (events.empty()) return (undated ? "" : "no events\n") + describe_rest(listing, undated);

  const std::vector<Lane> sorted = lanes.sorted();
  std::size_t names = 0;
  const std::size_t width = std::max(style.width ? style.width : kWidthOfNone, kLeastWidth);
  const auto title = [](const Lane& lane) { return fmt::format("{} ({})", printable(lane.name), lane.events.size()); };
  for (const Lane& lane : sorted) names = std::max(names, columns_of(title(lane)));
  names = std::min({names, kMostOfNames, width / 3});
  const std::size_t columns = width - names - 1;
  const std::size_t of_bars = columns - std::to_string(events.size()).size();
  const TimeAxis axis(bounds);
  const Signs& signs = style.unicode ? kUnicode : kAscii;
  std::vector<Bar> bars;
  for (const Bounds& each : bounds) bars.push_back(bar_of(each, axis, of_bars));

  const std::vector<Tick> ticks = axis.ticks(of_bars);
  std::vector<std::size_t> marks;
  for (const Tick& tick : ticks)
    marks.push_back(std::min(static_cast<std::size_t>(axis.at(tick.at) * static_cast<double>(of_bars)), of_bars - 1));
  std::string out;
  put_line("", names + 1, label_cells(ticks, marks, columns), out);
  for (const Lane& lane : sorted) {
    const std::vector<std::string> lines = wrap(title(lane), names);
    std::vector<Cells> rows = rows_of(lane, bars, signs, columns);
    rows.resize(std::max(rows.size(), lines.size()), Cells(columns, " "));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (const std::size_t mark : marks) {
        if (rows[i][mark] == " ") rows[i][mark] = signs.tick;
      }
      put_line(i < lines.size() ? lines[i] : "", names + 1, rows[i], out);
    }
  }
  out += fmt::format("\n{} certain, {} possible, {} {} open\n\n", signs.certain, signs.possible, signs.open_before,
                     signs.open_after);
  TableStyle key = style;
  key.width = width;
  return out + draw_key(events, key) + describe_rest(listing, undated);
}

}  // namespace forewhen
