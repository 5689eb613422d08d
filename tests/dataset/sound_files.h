// SPDX-License-Identifier: Apache-2.0
// A small sound file of every format that is known.
#pragma once

#include "tests/dataset/wide_rows.h"

namespace forewhen {

struct Sound {
  std::string name, bytes;
  bool is_read = true;      // else known and refused as a whole
  std::string format = {};  // said, where it is not to be found
};

inline std::string gdelt1(bool with_url) {
  std::string row = gdelt("5", "20190304", "010", "01", "20190304");
  for (std::size_t at = row.find("NO07\t\t"); at != std::string::npos; at = row.find("NO07\t\t")) row.erase(at + 4, 1);
  return with_url ? row : row.substr(0, row.rfind('\t')) + '\n';
}

inline std::vector<Sound> sound_files() {
  const std::string ucdp_header =
      "id,type_of_violence,side_a,side_b,where_prec,where_coordinates,adm_1,latitude,longitude,country,date_prec,"
      "date_start,date_end,best,source_headline,source_date\n";
  return {
      {"gdelt 2.0",
       gdelt("5", "20190304", "010", "01", "20190304120000") + gdelt("6", "20190305", "190", "19", "20190305120000")},
      {"gdelt 1.0", gdelt1(true) + gdelt1(true)},
      {"gdelt of 57", gdelt1(false) + gdelt1(false)},
      {"mentions", std::string(kMentionRow) + std::string(kMentionRow)},
      {"gkg 2.1", gkg2("1") + gkg2("2")},
      {"gkg 1.0", std::string(kGkg1Row) + std::string(kGkg1Row)},
      {"gkg counts", "DATE\tNUMARTS\tCOUNTTYPE\tNUMBER\n20130504\t3\tKILL\t2\n", false},
      {"icews of 20",
       std::string(kIcewsHeader) +
           "71\t2019-03-04\tMara Quist\tGovernment\tNorway\tMake statement\t010\t0\tUnion\t\tNorway\t900\t2\t"
           "Tidende\tBergen\tNA\tVestland\tNorway\t60.39\t5.32\n"},
      {"icews of 26", std::string(kIcews26Header) + icews26({}) + icews26({.id = "802", .date = "7/3/2020"})},
      {"acled", std::string(kAcledHeader) +
                    "FRE1,2022-05-16,2022,1,Battles,Armed clash,Army,,1,Front,2,Norway,North,Ruritz,1.5,2.5,2,Herald,"
                    "\"a, \"\"b\"\"\",3,1650000000\n"},
      {"acled deleted", "event_id_cnty,deleted_timestamp\nFRE1,1660000000\n"},
      {"ucdp",
       ucdp_header +
           "10,1,Government of Norway,Front,6,Norway,,62,10,Norway,4,2016-01-03,2016-01-20,5,\"Clashes, again\","
           "2016-01-21\n"},
      {"ucdp of 49", ucdp49({}) + ucdp49({.id = "902"})},
      {"ucdp of 41", ucdp41({}) + ucdp41({.id = "902"})},
      {"polecat", std::string(kPolecatHeader) + polecat({}) + polecat({.id = "2_1", .actors = "None"})},
      {"gtd",
       "eventid,iyear,imonth,iday,country_txt,provstate,city,latitude,longitude,attacktype1,attacktype1_txt,gname,"
       "target1\n201305000001,2013,5,0,Norway,Vestland,Bergen,60,5,3,Bombing,Front,Patrol\n"},
      {"phoenix", phoenix({}) + phoenix({.id = "32", .source = "SWE", .target = "NOR", .code = "040"})},
      {"cline phoenix", std::string(kClineHeader) + cline({}) + cline({.id = "78", .code = "190", .root = "19"})},
      {"keds", "950131\tUSA\tIRQ\t042\t(VISIT)\n950201\tUSA\tIRQ\t042\t(VISIT)\n"},
      {"weis", "950131\tUSA\tIRQ\t212\t(ARREST PERSON)\n", true, "weis"},
      {"plover", "{\"id\":\"p1\",\"date\":\"2020-02-03\",\"actor\":[{\"code\":\"NOR\"}],\"event\":[\"CONSULT\"]}\n"},
      {"quads with ids",
       "event_id\tdate\tsource\tcameo\trelation\ttarget\nq1\t2014-01-01\tNorway\t040\tConsult\tSweden\n"},
      {"quads", "Norway\tConsult\tSweden\t2014-01-01\nSweden\tConsult\tNorway\t2014-01-02\n"},
      {"csv", "date,actor,type\n2021-05-01,\"A, B\",strike\n2021-05-02,C,riot\n"},
  };
}

}  // namespace forewhen
