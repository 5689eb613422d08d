// SPDX-License-Identifier: Apache-2.0
// semeval: the gold files of SemEval-2015 task 4 (Minard et al. 2015, S15-2132): the entity, then a line an event with
// its order, its date and its mentions, each DOCUMENT-SENTENCE-WORDS, divided by tabs. Order 0: none known; those stand
// first. Sentences are counted from 0 as our own tokenizer parts the text, its title line included.
#include <fmt/format.h>

#include <algorithm>

#include "export/escape.h"
#include "export/event_fields.h"
#include "export/formats.h"
#include "forewhen/query/order_number.h"
#include "forewhen/text/sentence.h"
#include "forewhen/time/civil.h"

namespace forewhen {
namespace {

constexpr std::string_view kNoDate = "XXXX-XX-XX";
constexpr std::size_t kKeptDocuments = 16;  // events of one story lie side by side

// As fine as the start is certain: the day, the month or the year that it lies in.
std::string date_of(const Bounds& bounds) {
  if (is_open(bounds.earliest_start) || is_open(bounds.latest_start)) return std::string(kNoDate);
  const Instant last = shifted(bounds.latest_start, seconds{-1});
  if (!in_common_era(bounds.earliest_start) || !in_common_era(last)) return std::string(kNoDate);
  const CivilDate from = civil_of(bounds.earliest_start), to = civil_of(last);
  if (from == to) return fmt::format("{:04}-{:02}-{:02}", from.year, from.month, from.day);
  if (from.year != to.year) return std::string(kNoDate);
  return from.month == to.month ? fmt::format("{:04}-{:02}", from.year, from.month) : fmt::format("{:04}", from.year);
}

// One cell: what divides cells and lines, and blanks within words, as "_".
std::string word_of(std::string_view text) {
  std::string word = one_line(text);
  std::replace(word.begin(), word.end(), ' ', '_');
  return word;
}

class SentenceNumbers {
 public:
  explicit SentenceNumbers(ExportJob& job) : job_(job) {}

  Result<std::size_t> of(const Mention& mention) {
    auto known =
        std::find_if(kept_.begin(), kept_.end(), [&](const auto& each) { return each.first == mention.document; });
    if (known == kept_.end()) {
      const Result<std::string> text = job_.text_of(mention.document);
      if (!text) return text.error();
      std::vector<std::uint32_t> begins;
      for (const Sentence& sentence : split_sentences(*text)) begins.push_back(sentence.span.begin);
      kept_.emplace_front(mention.document, std::move(begins));
      if (kept_.size() > kKeptDocuments) kept_.pop_back();
      known = kept_.begin();
    }
    const std::vector<std::uint32_t>& begins = known->second;
    const auto after = std::upper_bound(begins.begin(), begins.end(), mention.span.begin);
    return after == begins.begin() ? 0 : static_cast<std::size_t>(after - begins.begin()) - 1;
  }

 private:
  ExportJob& job_;
  std::list<std::pair<std::string, std::vector<std::uint32_t>>> kept_;
};

Status write_line(ExportJob& job, const Event& event, std::uint32_t order, SentenceNumbers& sentences) {
  const Placement placement = placement_of(event);
  const std::string date = date_of(placement.bounds);
  if (event.mentions.empty()) return job.losses.count("have no mention in a text and were left out"), Done{};
  if (date == kNoDate && placement.has_start())
    job.losses.count("start in no single year from 1 to 9999 and have no date in it");
  std::string line = fmt::format("{}\t{}", order, date);
  for (const Mention& mention : event.mentions) {
    const auto sentence = sentences.of(mention);
    if (!sentence) return sentence.error();
    line += fmt::format("\t{}-{}-{}", word_of(mention.document), *sentence, word_of(mention.text));
  }
  job.write(line + '\n');
  return Done{};
}

}  // namespace

Status write_semeval(ExportJob& job) {
  job.write(one_line(job.request.title.empty() ? "Timeline" : job.request.title) + '\n');
  SentenceNumbers sentences(job);
  // Twice, so that memory need not hold the events.
  for (const bool ordered : {false, true}) {
    OrderNumbers numbers;
    const Status written = job.for_each([&](const Event& event) -> Status {
      const std::uint32_t order = numbers.next(event.bounds);
      return (order != 0) == ordered ? write_line(job, event, order, sentences) : Done{};
    });
    if (!written) return written;
  }
  return Done{};
}

}  // namespace forewhen
