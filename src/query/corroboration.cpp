// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/corroboration.h"

#include <fmt/format.h>

#include <algorithm>

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
  return event.record.empty() ? group(documents_of(event)) : group_rows(event);
}

// Of the texts behind rows only who published them is known, if that. The two rows of a data set that mirror each other
// come from one sentence; a data set's row comes from the document that it names, which may be among the reports.
Result<std::vector<std::vector<std::string>>> Corroborator::group_rows(const Event& event) const {
  std::map<std::string, std::set<std::string>> by_publisher;  // those of the data set itself under ""
  std::map<std::string, std::string> publisher_at;
  std::string address;
  for (const Mention& mention : event.mentions) {
    const auto claim = source_->find_claim(mention.claim);
    if (!claim.ok()) return claim.error();
    const auto document = source_->find_document(mention.document);
    if (!document.ok()) return document.error();
    const std::string publisher = *claim ? (*claim)->attributed_to : std::string();
    by_publisher[publisher].insert(mention.document);
    const std::string url = *document ? (*document)->url : std::string();
    if (publisher.empty())
      address = url;
    else if (!url.empty())
      publisher_at.emplace(url, publisher);
  }
  if (const auto same = publisher_at.find(address); same != publisher_at.end() && by_publisher.contains("")) {
    by_publisher[same->second].merge(by_publisher[""]);
    by_publisher.erase("");
  }
  std::vector<std::vector<std::string>> groups;
  for (const auto& [publisher, documents] : by_publisher) groups.emplace_back(documents.begin(), documents.end());
  std::sort(groups.begin(), groups.end());
  return groups;
}

Result<Corroboration> Corroborator::of(const Event& event) {
  if (event.mentions.size() == 1) return Corroboration{1, 1};
  const std::set<std::string> documents = documents_of(event);
  if (documents.size() < 2) return Corroboration{documents.size(), documents.size()};
  const auto groups = event.record.empty() ? group(documents) : group_rows(event);
  if (!groups.ok()) return groups.error();
  return Corroboration{documents.size(), groups->size()};
}

}  // namespace forewhen
