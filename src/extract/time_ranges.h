// SPDX-License-Identifier: Apache-2.0
// "between 2019 and 2022", "from March to June 2021": of two time expressions that make a range the first stands for
// both.
#pragma once

#include <map>

#include "extract/story.h"

namespace forewhen {

class TimeRanges {
 public:
  explicit TimeRanges(const Story& story);

  // The expression is the second one of a range and dates nothing by itself.
  bool ends_one(int timex) const;
  // The time of the first one becomes that of the range: "between" at some time in it, "from ... to" all along. false:
  // it begins no range.
  bool widen(int timex, ClaimTime& time) const;

 private:
  struct Range {
    int end;  // the second expression
    bool within;
  };
  void find(std::size_t sentence);

  const Story& story_;
  std::map<int, Range> ranges_;  // by the first expression
};

}  // namespace forewhen
