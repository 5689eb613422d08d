// SPDX-License-Identifier: Apache-2.0
// Names of times that a user adds without compiling: holidays, periods, the beginning of the fiscal year. A text file,
// one name a line, "#" begins a comment:
//
//   Harbour Day = 06-12                     every year on that day
//   Founders' Day = third Monday of May     first .. fourth, or last
//   Boat Sunday = easter + 14               days after (or before) Western Easter
//   Great Drought = 1957-03/1958-11         once: any EDTF
//   fiscal year begins October              "fiscal 1989" is then October 1988 to September 1989
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "forewhen/base/result.h"
#include "forewhen/time/civil.h"
#include "forewhen/time/edtf.h"

namespace forewhen {

// One name. Either it comes every year (date_in) or it was once.
struct NamedTime {
  std::vector<std::string> words;  // lower case, with marks as words of their own
  int month = 0, day = 0;          // of a fixed day; `month` also of the nth weekday
  int weekday = 0, nth = 0;        // 1 Monday .. 7 Sunday; nth -1 is the last
  std::optional<int> from_easter;  // days
  std::optional<Edtf> once;

  // REQUIRES: !once
  CivilDate date_in(std::int64_t year) const;
};

class TimexNames {
 public:
  // refused: names the line that does not read. `where` stands before the line's number in the error.
  static Result<TimexNames> parse(std::string_view text, std::string_view where);

  // Names that begin with that word (lower case).
  const std::vector<NamedTime>* beginning_with(const std::string& word) const;
  // Month 1..12 in which a fiscal year begins; 1 when the file says nothing.
  int fiscal_month() const { return fiscal_month_; }
  std::size_t size() const { return size_; }

 private:
  std::unordered_map<std::string, std::vector<NamedTime>> by_first_word_;
  int fiscal_month_ = 1;
  std::size_t size_ = 0;
};

}  // namespace forewhen
