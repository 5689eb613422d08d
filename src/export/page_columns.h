// SPDX-License-Identifier: Apache-2.0
// The events of the timeline page as columns, which take a third of the room of an object an event. What each holds is
// told in src/export/page/src/graph.ts, which reads them.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "export/event_json.h"
#include "export/export_job.h"

namespace forewhen {

// Within a script element "<" could end it.
std::string script_json(const Json& json);

// Words that many events have, each once, and for every event which it has.
class WordColumn {
 public:
  void add(const std::string& word);
  Json words() const;
  Json of_events() const { return of_; }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::uint32_t> of_;
};

// Times, each as the difference to the last one that is not open: small numbers, since events come in the order of
// time.
class TimeColumn {
 public:
  void add(Instant t);
  Json json() const;

 private:
  struct Entry {
    bool open = false;
    std::int64_t step = 0;  // seconds
  };
  std::vector<Entry> entries_;
  std::int64_t last_ = 0;
};

class PageColumns {
 public:
  void add(const Event& event);
  std::size_t size() const { return numbers_.size(); }
  // Its place among the events; nothing for one that was not added.
  std::optional<std::uint32_t> number_of(EventId id) const;
  // "name":value pairs, a line each. Texts and sources, which are read again, do not stand here.
  void write(ExportJob& job) const;

 private:
  std::uint32_t place_number(const EventPlace& place);

  std::unordered_map<EventId, std::uint32_t> numbers_;
  std::string ids_;  // 16 hexadecimal digits each
  TimeColumn earliest_start_, latest_start_, earliest_end_, latest_end_;
  Json shown_ = Json::array();
  WordColumn when_, edtf_, type_;
  TimeColumn reported_;
  bool any_reported_ = false;
  std::vector<std::uint8_t> standing_;
  std::unordered_map<ActorId, std::uint32_t> actor_numbers_;
  std::vector<std::string> actors_;
  std::vector<std::vector<std::uint32_t>> parts_;
  std::unordered_map<std::string, std::uint32_t> place_numbers_;
  std::unordered_map<PlaceId, std::uint32_t> place_groups_;
  Json places_ = Json::array();
  std::vector<std::int64_t> place_of_;
};

}  // namespace forewhen
