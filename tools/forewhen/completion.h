// SPDX-License-Identifier: Apache-2.0
// What may stand at the end of a line of the shell: commands, options, what options may be, names of the graph.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "command.h"
#include "kept_database.h"

namespace forewhen {

struct Completion {
  std::size_t begin = 0;                // the byte from which on the line is replaced
  std::vector<std::string> candidates;  // as they are typed, sorted, unique
};

class Completer {
 public:
  // `commands` by name. Both must live as long as this.
  Completer(const KeptDatabase& database, const std::map<std::string, DeclareCommand>& commands)
      : database_(database), commands_(commands) {}

  Completion complete(std::string_view line);

 private:
  struct Names {
    std::vector<std::string> actors, places;
  };
  std::vector<std::string> words_for(const CLI::App& command, const std::vector<std::string>& before,
                                     const std::string& begun);
  std::vector<std::string> values_of(const CLI::Option& option, const std::string& begun);
  std::vector<std::string> names_like(const std::string& begun, bool actors, bool places);
  void read_names();

  const KeptDatabase& database_;
  const std::map<std::string, DeclareCommand>& commands_;
  Names names_;               // of the latest events
  std::uint64_t events_ = 0;  // the graph had when they were read
};

}  // namespace forewhen
