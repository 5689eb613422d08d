// SPDX-License-Identifier: Apache-2.0
// Rows of formats of many columns, of which a test says those that matter to it.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

namespace forewhen {

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

struct UcdpRow {
  std::string id = "901", year = "2021", violence = "1", side_b = "Fjord Front", where_prec = "1", date_prec = "1",
              start = "2021-05-03", end = "2021-05-03";
  std::vector<std::string> estimates = {};  // in the order of the columns; empty: as the layout has them
};

inline std::string ucdp49(UcdpRow row) {
  if (row.estimates.empty()) row.estimates = {"4", "7", "2"};  // best, high, low
  return fmt::format(
      "{},REL-1-901,{},True,Clear,{},301,301,Norway: Government,601,602,Norway - Front,11,11,Government of "
      "Norway,21,22,"
      "{},1,\"\"\"Tidende,2021-05-04,Shots, and smoke\"\"\",Tidende,2021-05-04,\"Shots, and smoke\",police,{},Bergen "
      "harbour,at the harbour,Vestland,Bergen municipality,60.39,5.32,POINT "
      "(5.32 60.39),216732,Norway,385,Europe,1,{},{},{},1,2,1,0,{},{},{},385,\n",
      row.id, row.year, row.violence, row.side_b, row.where_prec, row.date_prec, row.start, row.end, row.estimates[0],
      row.estimates[1], row.estimates[2]);
}

inline std::string ucdp41(UcdpRow row) {
  if (row.estimates.empty()) row.estimates = {"2", "4", "7"};  // low, best, high
  return fmt::format(
      "{},{},1,{},301,Norway: Government,601,Norway - Front,11,Government of Norway,21,,{},1,\"\"\"Tidende,2021-05-04,"
      "Shots, and smoke\"\"\",Tidende,2021-05-04,\"Shots, and smoke\",police,{},Bergen harbour,Vestland,Bergen "
      "municipality,60.39,5.32,POINT (5.32 60.39),216732,Norway,385,Europe,1,{},{},{},1,2,1,0,{},{},{}\n",
      row.id, row.year, row.violence, row.side_b, row.where_prec, row.date_prec, row.start, row.end, row.estimates[0],
      row.estimates[1], row.estimates[2]);
}

inline constexpr std::string_view kPolecatHeader =
    "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country\tActor "
    "COW\tPrimary Actor Sector\tActor Sectors\tActor Title\tActor Name Raw\tWikipedia Actor ID\tRecipient "
    "Name\tRecipient Country\tRecipient COW\tPrimary Recipient Sector\tRecipient Sectors\tRecipient Title\tRecipient "
    "Name Raw\tWikipedia Recipient ID\tPlacename\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\tGeoNames "
    "ID\tRaw Placename\tFeature Type\tSource\tPublication Date\tStory People\tStory Organizations\tStory "
    "Locations\tLanguage\tVersion\n";

struct PolecatRow {
  std::string id = "20210503-1_1", date = "2021-05-03", type = "CONSULT", mode = "visit", actors = "Mara Quist",
              actor_countries = "NOR", actors_raw = "Quist", recipients = "Sweden", recipient_countries = "SWE",
              recipients_raw = "Stockholm", placename = "None", city = "Bergen", district = "None",
              published = "2021-05-05";
};

inline std::string polecat(const PolecatRow& row) {
  return fmt::format(
      "{}\t{}\t{}\t{}\t1.0\t1.0\tdiplomatic;economic\t{}\t{}\t385\tGOV\tGOV;EXE\tminister\t{}\tMara_Quist\t{}\t{}"
      "\t380\tGOV\tGOV\tNone\t{}\tSweden\t{}\t{}\t{}\tVestland\tNOR\t60.39\t5.32\t3161732\tBergen\tPPLA\tTidende\t{}\t"
      "Mara Quist\tNone\tBergen\ten\tNGEC_1\n",
      row.id, row.date, row.type, row.mode, row.actors, row.actor_countries, row.actors_raw, row.recipients,
      row.recipient_countries, row.recipients_raw, row.placename, row.city, row.district, row.published);
}

struct PhoenixRow {
  std::string id = "31_PHO1.0.0", date = "20150614", year = "2015", month = "06", day = "14", source = "NORGOV",
              target = "SWE", code = "042", root = "04", quad = "1", goldstein = "1.9", place = "Bergen",
              urls = "http://news.example/1", sentences = "5a1_2";
};

inline std::string phoenix(const PhoenixRow& row) {
  return fmt::format(
      "{}\t{}\t{}\t{}\t{}\t{}\tNOR\tGOV\t\t{}\tSWE\t\t\t{}\t{}\t{}\t{}\tTALKS,1\t60.39\t5.32\t{}\tVestland\tNOR\t{}"
      "\t{}\ttidende\n",
      row.id, row.date, row.year, row.month, row.day, row.source, row.target, row.code, row.root, row.quad,
      row.goldstein, row.place, row.sentences, row.urls);
}

inline constexpr std::string_view kClineHeader =
    "eid,story_date,year,month,day,source,source_root,source_agent,source_others,target,target_root,target_agent,"
    "target_others,code,root_code,quad_class,goldstein,joined_issues,lat,lon,placename,statename,countryname,aid,"
    "process\n";

struct ClineRow {
  std::string id = "77", date = "5/14/1955", year = "1955", month = "5", day = "14", source = "NORGOV", target = "SWE",
              code = "042", root = "04", place = "Bergen";
};

inline std::string cline(const ClineRow& row) {
  return fmt::format(
      "{},{},{},{},{},{},NOR,GOV,,{},SWE,,,{},{},1,1.9,\"TALKS,1\",60.39,5.32,{},Vestland,NOR,9001,NYT\n", row.id,
      row.date, row.year, row.month, row.day, row.source, row.target, row.code, row.root, row.place);
}

// The variant of ICEWS for the government, from June 2020 on.
inline constexpr std::string_view kIcews26Header =
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget "
    "Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tEvent "
    "Sentence\tPublisher\tSource\tHeadline\tCity\t"
    "District\tProvince\tCountry\tLatitude\tLongitude\tProductID\tHoldingID\tLanguage\n";

struct Icews26Row {
  std::string id = "801", date = "2020-07-02", source = "Mara Quist", source_country = "Norway", text = "Consult",
              code = "040", target = "Sweden", target_country = "Sweden", city = "Bergen";
};

inline std::string icews26(const Icews26Row& row) {
  return fmt::format(
      "{}\t{}\t{}\tGovernment,Executive\t{}\t{}\t{}\t1.0\t{}\tNULL\t{}\t900\t2\tMara Quist spoke with Sweden in "
      "Bergen.\tTidende\tWire\tTalks in Bergen\t{}\tNULL\tVestland\tNorway\t60.39\t5.32\t77\t88\teng\n",
      row.id, row.date, row.source, row.source_country, row.text, row.code, row.target, row.target_country, row.city);
}

inline constexpr std::string_view kMentionRow =
    "613300832\t20210504073000\t20210504074500\t1\tnews.example\thttp://news.example/"
    "1\t7\t10\t20\t30\t1\t100\t1655\t-4."
    "9\t\t\n";

// Of the Global Knowledge Graph 2.1: a document that names a person, an organisation and a place.
inline std::string gkg2(std::string_view number = "1") {
  return fmt::format(
      "20210504073000-{}\t20210504073000\t1\tnews.example\thttp://news.example/"
      "{}\t\t\tSTRIKE;TAX_FNCACT_MINISTER;STRIKE;\t"
      "STRIKE,12;\t4#Bergen, Vestland, Norway#NO#NO07#60.39#5.32#-1;1#Norway#NO#NO#62#10#NO\t4#Bergen, Vestland, "
      "Norway#NO#NO07##60.39#5.32#-1#14;4#Bergen, Vestland, "
      "Norway#NO#NO07##60.39#5.32#-1#90;1#Norway#NO#NO##62#10#NO#40\t"
      "mara quist\tMara Quist,5;Mara Quist,70\tharbour board;port union\tHarbour Board,20\t-1.5,2,3.5,"
      "5.5,20,0,300\t\twc:300\t\t\t\t\t\tHarbour Board,20\t\t\t\n",
      number, number);
}

// Of version 1.0.
inline constexpr std::string_view kGkg1Row =
    "20130504\t3\t\tSTRIKE\t4#Bergen, Vestland, Norway#NO#NO07#60.39#5.32#-1\tmara quist\tharbour "
    "board\t-1.5,2,3.5,5.5,20,"
    "0\t77,78\tnews.example\thttp://news.example/1\n";

}  // namespace forewhen
