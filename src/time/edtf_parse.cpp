// SPDX-License-Identifier: Apache-2.0
// EDTF text to values: a recursive descent over the characters, one function a production.
#include <fmt/format.h>

#include "forewhen/time/civil.h"
#include "forewhen/time/edtf.h"
#include "time/edtf_calendar.h"

namespace forewhen {
namespace {

struct Mark {
  bool uncertain = false, approximate = false;
};

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text), rest_(text) {}

  Result<Edtf> run() {
    Result<Edtf> value = top();
    if (!value) return value;
    if (!rest_.empty()) return refused(fmt::format("'{}' is left over", rest_));
    return value;
  }

 private:
  Error refused(std::string what) const {
    return {ErrorKind::refused, fmt::format("'{}' is no EDTF: {}", text_, what), "",
            "see ISO 8601-2: 2021-11, 2021?, 2019/2021"};
  }

  bool take(std::string_view piece) {
    if (!rest_.starts_with(piece)) return false;
    rest_.remove_prefix(piece.size());
    return true;
  }
  bool at(std::string_view piece) const { return rest_.starts_with(piece); }

  Mark mark() {
    if (take("?")) return {true, false};
    if (take("~")) return {false, true};
    if (take("%")) return {true, true};
    return {};
  }

  static void qualify(EdtfPart& part, Mark mark) {
    part.uncertain = part.uncertain || mark.uncertain;
    part.approximate = part.approximate || mark.approximate;
  }

  // Exactly `digits` digits or X.
  bool digits(std::size_t count, EdtfPart& part) {
    if (rest_.size() < count) return false;
    for (std::size_t i = 0; i < count; ++i) {
      const char c = rest_[i];
      if (c != 'X' && (c < '0' || c > '9')) return false;
      part.value = part.value * 10 + (c == 'X' ? 0 : c - '0');
      part.unspecified = static_cast<std::uint8_t>(part.unspecified << 1 | (c == 'X'));
    }
    rest_.remove_prefix(count);
    return true;
  }

  bool number(std::int64_t& value, std::size_t longest) {
    std::size_t count = 0;
    value = 0;
    while (count < rest_.size() && count < longest && rest_[count] >= '0' && rest_[count] <= '9')
      value = value * 10 + (rest_[count++] - '0');
    rest_.remove_prefix(count);
    return count > 0;
  }

  bool year(EdtfDate& date) {
    if (take("Y")) {
      const bool negative = take("-");
      if (!number(date.year.value, 15)) return false;
      if (negative) date.year.value = -date.year.value;
      std::int64_t exponent = 0;
      if (take("E")) {
        if (!number(exponent, 2) || exponent == 0 || exponent > 12) return false;
        date.exponent = static_cast<int>(exponent);
      }
      // Y with four digits or fewer and no exponent is an ordinary year that has been written at length.
    } else {
      const bool negative = take("-");
      if (!digits(4, date.year)) return false;
      if (negative) date.year.value = -date.year.value;
      if (negative && date.year.value == 0) return false;  // "-XXXX" and "-0XXX" have no value to carry the sign
    }
    std::int64_t significant = 0;
    if (take("S")) {
      if (!number(significant, 2) || significant == 0) return false;
      date.significant = static_cast<int>(significant);
    }
    return true;
  }

  bool time(EdtfDate& date) {
    EdtfTime time;
    EdtfPart hour, minute, second;
    if (!digits(2, hour) || !take(":") || !digits(2, minute) || !take(":") || !digits(2, second)) return false;
    if (hour.unspecified || minute.unspecified || second.unspecified) return false;
    time.hour = static_cast<int>(hour.value);
    time.minute = static_cast<int>(minute.value);
    time.second = static_cast<int>(second.value);
    if (time.hour > 23 || time.minute > 59 || time.second > 59) return false;
    if (take("Z")) {
      time.zone_minutes = 0;
    } else if (at("+") || at("-")) {
      const int sign = take("+") ? 1 : (take("-"), -1);
      EdtfPart zone_hour, zone_minute;
      if (!digits(2, zone_hour) || zone_hour.unspecified || zone_hour.value > 14) return false;
      if (take(":") && (!digits(2, zone_minute) || zone_minute.unspecified || zone_minute.value > 59)) return false;
      time.zone_minutes = sign * static_cast<int>(zone_hour.value * 60 + zone_minute.value);
    }
    date.time = time;
    return true;
  }

  Result<EdtfDate> date() {
    EdtfDate date;
    const Mark before_year = mark();
    if (!year(date)) return refused("a year is expected at '" + std::string(rest_) + "'");
    qualify(date.year, before_year);
    qualify(date.year, mark());
    if (rest_.starts_with("-") && date.exponent == 0 && date.significant == 0) {
      take("-");
      date.month.emplace();
      const Mark before = mark();
      if (!digits(2, *date.month)) return refused("a month of two digits is expected");
      qualify(*date.month, before);
      const Mark after = mark();  // holds for everything to its left
      qualify(*date.month, after);
      qualify(date.year, after);
      if (take("-")) {
        date.day.emplace();
        const Mark before_day = mark();
        if (!digits(2, *date.day)) return refused("a day of two digits is expected");
        qualify(*date.day, before_day);
        const Mark after_day = mark();
        qualify(*date.day, after_day);
        qualify(*date.month, after_day);
        qualify(date.year, after_day);
        if (take("T") && !time(date)) return refused("the clock time is not hh:mm:ss with Z or an offset");
      }
    }
    const std::string wrong = calendar_fault(date);
    if (!wrong.empty()) return refused(wrong);
    return date;
  }

  Result<Edtf> top() {
    if (at("[") || at("{")) return set();
    EdtfInterval interval;
    if (take("../")) {
      interval.start_kind = EdtfEnd::open;
    } else if (take("/")) {
      interval.start_kind = EdtfEnd::unknown;
    } else {
      Result<EdtfDate> first = date();
      if (!first) return first.error();
      if (!take("/")) return Edtf(*first);
      interval.start = *first;
    }
    if (take("..")) {
      interval.end_kind = EdtfEnd::open;
    } else if (rest_.empty()) {
      interval.end_kind = EdtfEnd::unknown;
    } else {
      Result<EdtfDate> last = date();
      if (!last) return last.error();
      interval.end = *last;
    }
    if (interval.start_kind != EdtfEnd::date && interval.end_kind != EdtfEnd::date)
      return refused("one end must be a date");
    if (interval.start_kind == EdtfEnd::date && interval.end_kind == EdtfEnd::date &&
        date_extent(interval.end).end <= date_extent(interval.start).begin)
      return refused("it ends before it begins");
    return Edtf(interval);
  }

  Result<Edtf> set() {
    EdtfSet set;
    set.all = at("{");
    rest_.remove_prefix(1);
    do {
      EdtfElement element;
      if (take("..")) {
        element.range = true;
      } else {
        Result<EdtfDate> first = date();
        if (!first) return first.error();
        element.first = *first;
        element.range = take("..");
      }
      const bool ends = at(",") || at("]") || at("}");
      if (element.range && !ends) {
        Result<EdtfDate> last = date();
        if (!last) return last.error();
        element.last = *last;
      }
      if (!element.first && !element.last) return refused("'..' needs a date on one side");
      if (element.first && element.last && date_extent(*element.last).end <= date_extent(*element.first).begin)
        return refused("a range ends before it begins");
      set.elements.push_back(element);
    } while (take(","));
    if (!take(set.all ? "}" : "]")) return refused("the set is not closed");
    return Edtf(set);
  }

  std::string_view text_;
  std::string_view rest_;
};

}  // namespace

Result<Edtf> parse_edtf(std::string_view text) { return Parser(text).run(); }

}  // namespace forewhen
