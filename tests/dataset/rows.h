// SPDX-License-Identifier: Apache-2.0
// Reading of rows for tests.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>

#include "forewhen/dataset/reader.h"
#include "tests/dataset/wide_rows.h"
#include "tests/ingest/temp_folder.h"

namespace forewhen {

struct Read {
  std::vector<Record> records;
  std::vector<std::string> refusals;  // "FILE:LINE: WHAT" without the folder
  DatasetReport report;
};

inline Read read_all(DatasetReader& reader, const std::string& folder) {
  Read read;
  Record record;
  while (true) {
    const auto more = reader.next(record);
    if (more && !*more) break;
    if (more) {
      read.records.push_back(record);
      continue;
    }
    std::string where = more.error().where;
    if (where.starts_with(folder)) where = where.substr(folder.size());
    read.refusals.push_back(where + ": " + more.error().what);
  }
  read.report = reader.report();
  return read;
}

// Bytes as standard input: without a file for each of thousands.
inline Read read_stream(std::string bytes, DatasetOptions options) {
  std::FILE* stream = bytes.empty() ? std::tmpfile() : fmemopen(bytes.data(), bytes.size(), "rb");
  Read read;
  {
    DatasetReader reader({"-"}, std::move(options), stream);
    read = read_all(reader, "");
  }
  std::fclose(stream);
  return read;
}

class DatasetTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { setenv("FOREWHEN_DATA", FOREWHEN_BUILD_DIR "/share/forewhen", 0); }

  Read read(std::string_view bytes, DatasetOptions options = {}, const std::string& name = "rows") {
    DatasetReader reader({folder_.write(name, bytes)}, std::move(options));
    return read_all(reader, folder_.path() + "/");
  }

  TempFolder folder_;
};

inline std::string when(const Record& record) { return record.claim.time ? record.claim.time->when.edtf : "none"; }
inline std::string who(const Record& record) {
  std::string out;
  for (const Participant& p : record.claim.participants) out += std::string(name_of(p.role)) + " " + p.name + "; ";
  return out;
}
inline std::string attribute(const Record& record, std::string_view name) {
  for (const auto& [key, value] : record.attributes) {
    if (key == name) return value;
  }
  return "";
}

}  // namespace forewhen
