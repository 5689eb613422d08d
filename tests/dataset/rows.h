// SPDX-License-Identifier: Apache-2.0
// Reading of rows for tests, and rows of the widest formats.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>

#include "forewhen/dataset/reader.h"
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

inline constexpr std::string_view kIcewsHeader =
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget "
    "Name\t"
    "Target Sectors\tTarget Country\tStory ID\tSentence "
    "Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\t"
    "Longitude\n";

inline std::string gdelt(std::string_view id, std::string_view day, std::string_view code, std::string_view root,
                         std::string_view added, std::string_view latitude = "60.39") {
  std::string row = std::string(id) + '\t' + std::string(day) + "\t201903\t2019\t2019.17";
  row += "\tNORGOV\tOSLO\tNOR\t\t\t\t\tGOV\t\t";  // actor 1
  row += "\tCOP\tPOLICE\t\t\t\t\t\tCOP\t\t";      // actor 2: nobody in particular
  row += "\t1\t" + std::string(code) + '\t' + std::string(code) + '\t' + std::string(root) + "\t1\t0.0\t4\t1\t4\t-1.5";
  for (int place = 0; place < 3; ++place)
    row += "\t4\tBergen, Vestland, Norway\tNO\tNO07\t\t" + std::string(latitude) + "\t5.32\t-1";
  return row + '\t' + std::string(added) + "\thttp://news.example/1\n";
}

inline constexpr std::string_view kAcledHeader =
    "event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,inter2,"
    "country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities,timestamp\n";

}  // namespace forewhen
