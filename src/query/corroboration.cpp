// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/corroboration.h"

#include <fmt/format.h>

#include "query/copies.h"

namespace forewhen {
namespace {

std::set<std::string> documents_of(const Event& event) {
  std::set<std::string> documents;
  for (const Mention& mention : event.mentions) documents.insert(mention.document);
  return documents;
}

}  // namespace

std::string to_string(const Corroboration& told) {
  if (told.documents < 2) return "";
  return fmt::format("told by {} documents, {} independent", told.documents, told.independent);
}

Result<std::vector<std::vector<std::string>>> Corroborator::group(const std::set<std::string>& documents) {
  std::vector<std::vector<std::uint64_t>> texts;
  if (documents.size() > 1) {
    for (const std::string& document : documents) {
      auto [at, fresh] = shingles_.try_emplace(document);
      if (fresh) {
        const auto text = source_->text_of(document);
        if (!text.ok()) return text.error();
        if (*text) at->second = shingles_of(**text);
      }
      texts.push_back(at->second);
    }
  }
  const std::vector<std::size_t> home = documents.size() > 1 ? copy_groups(texts) : std::vector<std::size_t>(1, 0);
  std::map<std::size_t, std::vector<std::string>> groups;
  std::size_t i = 0;
  for (const std::string& document : documents) groups[home[i++]].push_back(document);
  std::vector<std::vector<std::string>> out;
  for (auto& [first, members] : groups) out.push_back(std::move(members));
  return out;
}

Result<std::vector<std::vector<std::string>>> Corroborator::groups_of(const Event& event) {
  // The two rows of a data set that mirror each other come from one sentence.
  if (!event.record.empty()) {
    const std::set<std::string> rows = documents_of(event);
    return std::vector<std::vector<std::string>>{{rows.begin(), rows.end()}};
  }
  return group(documents_of(event));
}

Result<Corroboration> Corroborator::of(const Event& event) {
  const std::set<std::string> documents = documents_of(event);
  if (documents.size() < 2) return Corroboration{documents.size(), documents.size()};
  if (!event.record.empty()) return Corroboration{documents.size(), 1};
  const auto groups = group(documents);
  if (!groups.ok()) return groups.error();
  return Corroboration{documents.size(), groups->size()};
}

}  // namespace forewhen
