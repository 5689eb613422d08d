// SPDX-License-Identifier: Apache-2.0
// Elements of a JSON array, a line each, written as they come.
#pragma once

#include <string_view>

#include "export/export_job.h"

namespace forewhen {

class LineList {
 public:
  explicit LineList(ExportJob& job, const char* divider = ",\n") : job_(job), divider_(divider) {}
  void add(std::string_view line) {
    if (any_) job_.write(divider_);
    job_.write(line);
    any_ = true;
  }
  bool any() const { return any_; }

 private:
  ExportJob& job_;
  const char* divider_;
  bool any_ = false;
};

}  // namespace forewhen
