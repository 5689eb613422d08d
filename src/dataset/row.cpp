// SPDX-License-Identifier: Apache-2.0
#include "dataset/row.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>

#include "forewhen/base/utf8.h"

namespace forewhen::dataset {
namespace {

constexpr std::size_t kMostQuotedLines = 1000;  // a cell of more is a quote that was never closed

// 0x80 to 0x9f of Windows-1252; 0: undefined.
constexpr char16_t kWindows1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                       0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

Status RowReader::fill() {
  if (at_ > 0) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  const auto block = bytes_.read();
  if (!block) return block.error();
  const std::size_t before = buffer_.size();
  if (block->empty()) {
    at_end_ = true;
    if (utf16_) utf16_->finish(buffer_);
  } else if (utf16_) {
    utf16_->append(*block, buffer_);
  } else {
    buffer_ += *block;
  }
  if (!begun_ && (buffer_.size() >= 3 || at_end_)) look_at_beginning();
  if (ends_with_cr_) std::replace(buffer_.begin() + static_cast<std::ptrdiff_t>(before), buffer_.end(), '\r', '\n');
  return Done{};
}

void RowReader::look_at_beginning() {
  begun_ = true;
  if (buffer_.starts_with("\xFF\xFE") || buffer_.starts_with("\xFE\xFF")) {
    utf16_.emplace(buffer_[0] == '\xFF' ? Utf16::Order::little : Utf16::Order::big);
    const std::string wide = std::exchange(buffer_, std::string());
    utf16_->append(std::string_view(wide).substr(2), buffer_);
    if (at_end_) utf16_->finish(buffer_);
  } else if (buffer_.starts_with("\xEF\xBB\xBF")) {
    at_ = 3;
  }
}

Result<std::string_view> RowReader::peek() {
  while (!at_end_ && buffer_.size() < (std::size_t{64} << 10)) {
    if (Status filled = fill(); !filled) return filled.error();
  }
  if (!ends_with_cr_ && buffer_.find('\n') == std::string::npos && buffer_.find('\r') != std::string::npos) {
    ends_with_cr_ = true;
    std::replace(buffer_.begin(), buffer_.end(), '\r', '\n');
  }
  return std::string_view(buffer_).substr(at_);
}

Result<std::size_t> RowReader::line_end(std::size_t from) {
  std::size_t searched = from - at_;  // relative to at_, which fill() moves
  while (true) {
    const std::size_t found = buffer_.find('\n', at_ + searched);
    if (found != std::string::npos) return found;
    if (at_end_) return buffer_.size();
    searched = buffer_.size() - at_;
    if (searched > limit_) return std::string::npos;
    if (Status filled = fill(); !filled) return filled.error();
  }
}

bool RowReader::recode(std::string_view bytes, Fault& fault) {
  if (bytes.find('\0') != std::string_view::npos) {
    fault = {"NUL byte", "a NUL byte: binary data, or UTF-16"};
    return false;
  }
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) return true;
  const std::size_t wrong = find_invalid_utf8(bytes).value_or(0);
  recoded_.clear();
  for (const char byte : bytes) {
    const auto c = static_cast<unsigned char>(byte);
    if (c < 0x80) {
      recoded_ += byte;
      continue;
    }
    const char16_t character = c < 0xA0 ? kWindows1252[c - 0x80] : c;
    if (character == 0) {
      fault = {"encoding", "byte " + std::to_string(wrong + 1) + " of the row is neither UTF-8 nor Windows-1252"};
      return false;
    }
    append_utf8(recoded_, character);
  }
  return true;
}

void RowReader::split_plain(Row& row) const {
  row.cells.clear();
  row.spans.clear();
  const std::string_view text = row.text;
  std::size_t begin = 0;
  while (true) {
    const void* found =
        delimiter_ == '\0' ? nullptr : std::memchr(text.data() + begin, delimiter_, text.size() - begin);
    const std::size_t end =
        found ? static_cast<std::size_t>(static_cast<const char*>(found) - text.data()) : text.size();
    row.cells.push_back(text.substr(begin, end - begin));
    row.spans.push_back(span_of(begin, end));
    if (!found) return;
    begin = end + 1;
  }
}

// Cells of `text`, which begins at a row and may go on for lines behind it. Gives the end of the row, or npos when a
// quote is still open at the end of the text.
namespace {

struct Quoted {
  std::size_t end = std::string::npos;
  const char* fault = nullptr;
};

Quoted scan_quoted(std::string_view text, char delimiter, std::vector<Span>& spans) {
  spans.clear();
  std::size_t at = 0;
  while (true) {
    const std::size_t begin = at;
    if (at < text.size() && text[at] == '"') {
      ++at;
      while (true) {
        at = text.find('"', at);
        if (at == std::string_view::npos) return {};
        if (at + 1 < text.size() && text[at + 1] == '"') {
          at += 2;
          continue;
        }
        ++at;
        break;
      }
      const bool crlf = at + 1 < text.size() && text[at] == '\r' && text[at + 1] == '\n';
      const bool closed = at == text.size() || text[at] == delimiter || text[at] == '\n' || crlf ||
                          (text[at] == '\r' && at + 1 == text.size());
      if (!closed) return {at, "bytes behind a closing quote: a quote within the cell that is not doubled?"};
    } else {
      while (at < text.size() && text[at] != delimiter && text[at] != '\n') {
        if (text[at] == '"') return {at, "a quote within a cell that does not begin with one"};
        ++at;
      }
      const bool ends_line = at == text.size() || text[at] == '\n';
      while (ends_line && at > begin && text[at - 1] == '\r') --at;
    }
    spans.push_back(span_of(begin, at));
    if (at < text.size() && text[at] == delimiter) {
      ++at;
      continue;
    }
    return {at, nullptr};
  }
}

}  // namespace

// Reads on behind the line that ends at `end`, twice as many lines each time, so that a quote that never closes costs
// no more than the lines that it may hold.
Result<const char*> RowReader::scan_lines(std::size_t end, std::vector<Span>& spans) {
  for (std::size_t lines = 1, ahead = 1;; ahead *= 2) {
    const Quoted scanned = scan_quoted(std::string_view(buffer_).substr(at_, end - at_), delimiter_, spans);
    if (scanned.fault || scanned.end != std::string::npos) return scanned.fault;
    if (lines > kMostQuotedLines || end >= buffer_.size() || end - at_ > limit_)
      return "a quote is opened and not closed";
    for (std::size_t i = 0; i < ahead && end < buffer_.size(); ++i, ++lines) {
      const auto next = line_end(end + 1);  // may move the bytes to the front, and at_ with them
      if (!next) return next.error();
      if (*next == std::string::npos) return "a quote is opened and not closed";
      end = *next;
    }
  }
}

Result<RowReader::Outcome> RowReader::next(Row& row, Fault& fault) {
  while (true) {
    const auto found = line_end(at_);
    if (!found) return found.error();
    std::size_t end = *found;
    ++line_;
    row.line = line_;
    row.recoded = false;
    if (end == std::string::npos) {  // drop it piece by piece
      while (true) {
        at_ = buffer_.size();
        if (at_end_) break;
        if (Status filled = fill(); !filled) return filled.error();
        const std::size_t stop = buffer_.find('\n', at_);
        if (stop == std::string::npos) continue;
        at_ = stop + 1;
        break;
      }
      fault = {"too long", "the line has more than " + std::to_string(limit_) + " bytes"};
      return Outcome::fault;
    }
    if (end == at_ && at_ == buffer_.size()) return Outcome::end;

    const auto pass = [&](std::size_t stop) {  // takes the row and its line end
      const std::size_t past = std::min(stop + 1, buffer_.size());
      taken_ += past - at_;
      at_ = past;
    };
    std::size_t begin = at_;
    std::string_view bytes = std::string_view(buffer_).substr(begin, end - begin);
    if (!bytes.empty() && bytes.back() == '\r') bytes.remove_suffix(1);
    if (bytes.empty()) {
      pass(end);
      continue;
    }

    const bool quoted = delimiter_ != '\t' && delimiter_ != '\0' && bytes.find('"') != std::string_view::npos;
    std::size_t lines = 0;
    if (quoted) {
      const auto scanned = scan_lines(end, row.spans);
      if (!scanned) return scanned.error();
      if (*scanned) {
        fault = {"quotes", *scanned};
        const auto first = line_end(at_);
        if (!first) return first.error();
        pass(std::min(*first, buffer_.size()));
        return Outcome::fault;
      }
      bytes = std::string_view(buffer_).substr(at_, row.spans.back().end);
      lines = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
      end = at_ + bytes.size();
      while (end < buffer_.size() && buffer_[end] == '\r') ++end;
    }
    recoded_.clear();
    const bool sound = recode(bytes, fault);
    if (sound && !recoded_.empty()) {
      bytes = recoded_;
      row.recoded = true;
      if (quoted) scan_quoted(bytes, delimiter_, row.spans);
    }
    row.text = bytes;
    line_ += lines;
    pass(end);  // the bytes stay where they are until the next call
    if (!sound) return Outcome::fault;
    if (!quoted) {
      split_plain(row);
      return Outcome::row;
    }
    row.cells.clear();
    unquoted_.clear();
    for (const Span& span : row.spans) {
      std::string_view cell = span.of(bytes);
      if (cell.size() >= 2 && cell.front() == '"') {
        cell = cell.substr(1, cell.size() - 2);
        if (cell.find('"') != std::string_view::npos) {
          std::string& plain = unquoted_.emplace_back();
          for (std::size_t i = 0; i < cell.size(); ++i) {
            plain += cell[i];
            if (cell[i] == '"') ++i;
          }
          cell = plain;
        }
      }
      row.cells.push_back(cell);
    }
    return Outcome::row;
  }
}

}  // namespace forewhen::dataset
