// SPDX-License-Identifier: Apache-2.0
// Damaged files of every format: cuts, swapped cells, lost zeros, wrong encodings, cells of 10 MB. What is taken stands
// in its row as the layout has it, by a second reading that knows only tabs; the rest is refused; nothing else happens.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "forewhen/base/utf8.h"
#include "tests/dataset/rows.h"
#include "tests/dataset/sound_files.h"

namespace forewhen {
namespace {

std::vector<std::string> split(const std::string& line, char delimiter) {
  std::vector<std::string> cells(1);
  for (const char c : line) {
    if (c == delimiter)
      cells.emplace_back();
    else
      cells.back() += c;
  }
  return cells;
}

class Damage {
 public:
  explicit Damage(std::uint64_t seed) : state_(seed) {}

  std::uint64_t draw(std::uint64_t below) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return (state_ >> 33) % below;
  }

  // Within a line, which stays one line.
  void edit_line(std::string& line) {
    if (line.empty()) return;
    const std::size_t at = draw(line.size());
    switch (draw(9)) {
      case 0:
        line.erase(at, 1 + draw(40));
        break;
      case 1:
        line[at] = without_end(static_cast<char>(draw(256)));
        break;
      case 2:
        line.insert(at, std::string(1 + draw(4), "\"\t,; \\\0"[draw(7)]));
        break;
      case 3:
        std::swap(line[at], line[draw(line.size())]);
        break;
      case 4:
        line.resize(at);
        break;
      case 5:  // a spreadsheet takes leading zeros
        while (const auto zero = line.find("\t0") + 1) line.erase(zero, 1);
        break;
      case 6:
        line.insert(at, "\xE9\x93");  // of Windows-1252
        break;
      default:
        edit_cells(line, line.find('\t') == std::string::npos ? ',' : '\t');
    }
  }

  void edit_file(std::string& bytes) {
    if (bytes.empty()) return;
    const std::size_t at = draw(bytes.size());
    switch (draw(24)) {
      case 0:
        bytes.resize(at);
        break;
      case 1:
        bytes.insert(at, std::string(1 + draw(3), "\r\n"[draw(2)]));
        break;
      case 2:
        bytes = utf16(bytes);
        break;
      case 3:
        bytes.insert(0, "\xEF\xBB\xBF");
        break;
      case 4:
        std::replace(bytes.begin(), bytes.end(), '\t', ';');
        break;
      case 5:
        std::replace(bytes.begin(), bytes.end(), '\n', '\r');
        break;
      case 6:
        if (draw(20) == 0) bytes.insert(at, std::string(10'000'000, "x,\t\""[draw(4)]));
        break;
      default: {
        const std::size_t begin = bytes.rfind('\n', at == 0 ? 0 : at - 1) + 1;
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
        std::string line = bytes.substr(begin, end - begin);
        edit_line(line);
        bytes.replace(begin, end - begin, line);
      }
    }
  }

 private:
  static char without_end(char c) { return c == '\n' || c == '\r' ? '?' : c; }

  void edit_cells(std::string& line, char delimiter) {
    std::vector<std::string> cells = split(line, delimiter);
    const std::size_t one = draw(cells.size()), other = draw(cells.size());
    switch (draw(4)) {
      case 0:
        std::swap(cells[one], cells[other]);
        break;
      case 1:
        cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(one));
        break;
      case 2:
        cells.insert(cells.begin() + static_cast<std::ptrdiff_t>(other), std::string(cells[one]));
        break;
      default:
        cells[one].clear();
    }
    line.clear();
    for (const std::string& cell : cells) line += (&cell == &cells[0] ? "" : std::string(1, delimiter)) + cell;
  }

  static std::string utf16(const std::string& bytes) {
    std::string wide = "\xFF\xFE";
    for (const char c : bytes) wide += c, wide += '\0';
    return wide;
  }

  std::uint64_t state_;
};

std::string unquoted(std::string text) {
  for (std::size_t at = text.find("\"\""); at != std::string::npos; at = text.find("\"\"", at + 1)) text.erase(at, 1);
  return text;
}

// The places of what is read in rows of fixed columns.
struct FixedColumns {
  const char* format;
  std::size_t widths[3], id, day, code;
};
constexpr FixedColumns kFixed[] = {{"gdelt", {57, 58, 61}, 0, 1, 26}, {"phoenix", {26, 26, 26}, 0, 1, 13}};

// The cells of a row of one of the widths, trimmed; none where it has quotes, which may be those of a table parted by
// ';'.
std::vector<std::string> cells_of(const Record& record, const std::vector<std::size_t>& widths) {
  const std::string& text = record.document.text;
  if (text.find('"') != std::string::npos) return {};
  const auto has_width = [&](const std::vector<std::string>& cells) {
    return std::find(widths.begin(), widths.end(), cells.size()) != widths.end();
  };
  std::vector<std::string> cells = split(text, '\t');
  if (!has_width(cells)) cells = split(text, ';');
  EXPECT_TRUE(has_width(cells)) << text;
  if (!has_width(cells)) return {};
  for (std::string& cell : cells) {
    const std::size_t begin = cell.find_first_not_of(" \r"), end = cell.find_last_not_of(" \r");
    cell = begin == std::string::npos ? std::string() : cell.substr(begin, end + 1 - begin);
  }
  return cells;
}

void expect_cells(const Record& record, const FixedColumns& columns) {
  const auto cells = cells_of(record, {std::begin(columns.widths), std::end(columns.widths)});
  if (cells.empty()) return;
  ASSERT_EQ(record.document.id, std::string(columns.format) + ":" + cells[columns.id]);
  ASSERT_EQ(record.claim.code, cells[columns.code]);
  std::string day = cells[columns.day], said = when(record).substr(0, 10);
  std::erase(day, '-'), std::erase(said, '-');
  ASSERT_EQ(said, day);
}

void expect_mention(const Record& record) {
  const auto cells = cells_of(record, {16});
  if (cells.empty()) return;
  const std::string event = "gdelt:" + cells[0];
  ASSERT_EQ(record.kind, RowKind::report);
  ASSERT_EQ(record.mirror, record_event(event).value);
  ASSERT_TRUE(record.document.id.starts_with(event + "@" + cells[2] + "-"));
  ASSERT_EQ(record.claim.attributed_to, cells[4]);
  ASSERT_EQ(record.document.url, cells[3] == "1" ? cells[5] : "");
  ASSERT_EQ(attribute(record, "sentence"), cells[6]);
  ASSERT_EQ(attribute(record, "confidence"), cells[11]);
}

void expect_document(const Record& record) {
  const auto cells = cells_of(record, {11, 27});
  if (cells.empty()) return;
  const bool first_version = cells.size() == 11;
  ASSERT_EQ(record.kind, RowKind::document);
  ASSERT_TRUE(record.document.id.starts_with("gkg:" + cells[0]));
  if (first_version || cells[2] == "1") {
    ASSERT_TRUE(cells[first_version ? 10 : 4].starts_with(record.document.url));
  }
  for (const Participant& p : record.claim.participants) {
    const bool is_person = p.kind == ActorKind::person;
    const std::string& names = cells[first_version ? is_person ? 5 : 6 : is_person ? 11 : 13];
    const std::string& with_offsets = first_version ? names : cells[is_person ? 12 : 14];
    ASSERT_TRUE(names.find(p.name) != std::string::npos || with_offsets.find(p.name) != std::string::npos) << p.name;
  }
}

void expect_sound(const Record& record, const std::string& format) {
  const Document& document = record.document;
  ASSERT_LT(document.id.find(':') + 1, document.id.size());
  ASSERT_FALSE(find_invalid_utf8(document.text));
  if (record.kind == RowKind::deletion) return;
  ASSERT_EQ(record.claim.time.has_value(), record.kind == RowKind::event);
  if (record.claim.time) {
    const Bounds& bounds = record.claim.time->when.bounds;
    ASSERT_LT(bounds.earliest_start, bounds.latest_end);
  }
  ASSERT_LE(record.claim.trigger.end, document.text.size());
  ASSERT_LE(record.sectors.size(), record.claim.participants.size());
  const auto stands_in_row = [&, text = unquoted(document.text)](const std::string& words) {  // JSON has escapes
    return format == "plover" || document.text.find(words) != std::string::npos ||
           text.find(words) != std::string::npos;
  };
  for (const Participant& p : record.claim.participants) {
    ASSERT_FALSE(p.name.empty());
    ASSERT_TRUE(stands_in_row(p.text)) << p.text;
  }
  std::vector<PlaceMention> places = record.places;
  if (record.claim.place) places.push_back(*record.claim.place);
  for (const PlaceMention& place : places) {
    ASSERT_FALSE(place.name.empty());
    ASSERT_TRUE(stands_in_row(place.name)) << place.name;
    if (!place.point) continue;
    ASSERT_LE(std::abs(place.point->latitude), 90);
    ASSERT_LE(std::abs(place.point->longitude), 180);
  }
  for (const FixedColumns& columns : kFixed) {
    if (format == columns.format) expect_cells(record, columns);
  }
  if (format == "gdelt-mentions") expect_mention(record);
  if (format == "gkg") expect_document(record);
  if (record.kind == RowKind::event) event_of(record);
}

TEST_F(DatasetTest, DamagedFilesOfEveryFormatAreReadAsTheyStandOrRefused) {
  constexpr int kRounds = 600;  // of each format: 14,400 files
  for (const Sound& sound : sound_files()) {
    SCOPED_TRACE(sound.name);
    DatasetOptions options;
    options.format = sound.format;
    const Read whole = read_stream(sound.bytes, options);
    ASSERT_EQ(whole.records.empty(), !sound.is_read) << testing::PrintToString(whole.refusals);
    ASSERT_EQ(whole.refusals.empty(), sound.is_read) << testing::PrintToString(whole.refusals);
    Damage damage(20211108);
    std::size_t taken = 0, refused = 0;
    for (int round = 0; round < kRounds; ++round) {
      std::string bytes = sound.bytes;
      for (std::uint64_t edits = 1 + damage.draw(3); edits > 0; --edits) damage.edit_file(bytes);
      const Read got = read_stream(bytes, options);
      taken += got.records.size(), refused += got.refusals.size();
      const auto ends_line = [](char c) { return c == '\n' || c == '\r'; };
      ASSERT_LE(got.report.rows, static_cast<std::uint64_t>(std::count_if(bytes.begin(), bytes.end(), ends_line)) + 1);
      const std::string format = got.report.formats.empty() ? "" : got.report.formats.begin()->second;
      for (const Record& record : got.records) {
        expect_sound(record, format);
        if (HasFatalFailure()) FAIL() << "round " << round << " as " << format << ":\n" << bytes.substr(0, 4000);
      }
    }
    if (sound.is_read) EXPECT_GT(taken, 50u);
    EXPECT_GT(refused, 50u);
  }
}

// A row of a table parted by tabs is a line, so damage to it costs at most itself.
TEST_F(DatasetTest, DamageToOneRowLeavesTheOthersAsTheyWere) {
  for (const Sound& sound : sound_files()) {
    const bool by_tabs = sound.bytes.find('\t') != std::string::npos && sound.is_read;
    if (!by_tabs) continue;
    SCOPED_TRACE(sound.name);
    DatasetOptions options;
    options.format = sound.format;
    const std::size_t last = sound.bytes.rfind('\n', sound.bytes.size() - 2) + 1;
    const std::string row = sound.bytes.substr(last, sound.bytes.size() - 1 - last);
    const Read whole = read_stream(sound.bytes + row + "\n" + row + "\n", options);
    Damage damage(20211109);
    for (int round = 0; round < 200; ++round) {
      std::string damaged = row;
      damage.edit_line(damaged);
      const Read got = read_stream(sound.bytes + damaged + "\n" + row + "\n", options);
      const std::size_t lost = whole.records.size() - got.records.size();
      ASSERT_LE(lost, 1u);
      ASSERT_EQ(got.records.back(), whole.records.back());
      for (std::size_t i = 0; i + 2 < whole.records.size(); ++i) ASSERT_EQ(got.records[i], whole.records[i]);
    }
  }
}

}  // namespace
}  // namespace forewhen
