// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <map>

#include "export/cells.h"
#include "export/event_json.h"
#include "forewhen/export/sheet.h"

namespace forewhen {
namespace {

// "actor Lena Moravec, link 'after'".
std::string ties_of(const StorylineEvent& one) {
  std::string ties;
  for (const Tie& tie : one.ties) {
    const bool shown = tie.kind == TieKind::actor || tie.kind == TieKind::link;
    if (shown) ties += (ties.empty() ? "" : ", ") + to_string(tie);
  }
  return ties;
}

std::vector<std::string> notes_of(const Storyline& story) {
  std::vector<std::string> notes;
  if (story.more != 0)
    notes.push_back(fmt::format("at least {} more lead{} to one of these; --limit shows more", story.more,
                                story.more == 1 ? "s" : ""));
  if (std::string words = to_string(story.left_out); !words.empty()) notes.push_back(std::move(words));
  return notes;
}

std::string subject_line(const Storyline& story) {
  return fmt::format("{}  {}  {}", when_cell(story.subject), what_cell(story.subject), shown_id(story.subject));
}

Json event_of(const StorylineEvent& one, const std::string& leads_to) {
  Json json = event_json(one.event);
  json["leads_to"] = leads_to;
  json["depth"] = one.depth;
  json["step"] = name_of(one.step);
  json["certainty"] = name_of(one.certainty);
  json["ties"] = Json::array();
  for (const Tie& tie : one.ties) json["ties"].push_back(tie_json(tie));
  json["reasons"] = one.reasons;
  json["relevance"] = relevance_json(one.relevance);
  json["quotes"] = Json::array();
  for (const Quote& quote : one.quotes) json["quotes"].push_back(quote_json(quote));
  return json;
}

std::map<EventId, std::string> shown_ids(const Storyline& story) {
  std::map<EventId, std::string> ids{{story.subject.id, shown_id(story.subject)}};
  for (const StorylineEvent& one : story.events) ids[one.event.id] = shown_id(one.event);
  return ids;
}

class Drawing {
 public:
  Drawing(const Storyline& story, const TableStyle& style) : story_(story), style_(style) {}

  std::string draw() {
    out_ = printable(subject_line(story_)) + '\n';
    draw_below(story_.subject.id, "");
    for (const std::string& note : notes_of(story_)) out_ += printable(note) + '\n';
    return std::move(out_);
  }

 private:
  // What leads to the event, the latest first: the way back in time goes down.
  void draw_below(EventId id, const std::string& indent) {
    std::vector<const StorylineEvent*> below;
    for (auto one = story_.events.rbegin(); one != story_.events.rend(); ++one) {
      if (one->leads_to == id) below.push_back(&*one);
    }
    for (const StorylineEvent* one : below) {
      const bool last = one == below.back();
      const char* branch = style_.unicode ? (last ? "└─ " : "├─ ") : (last ? "`- " : "|- ");
      const std::string deeper = indent + (last ? "   " : style_.unicode ? "│  " : "|  ");
      out_ += indent + branch +
              printable(fmt::format("{}  {}  ({}: {})  {}", when_cell(one->event), what_cell(one->event),
                                    name_of(one->step), ties_of(*one), shown_id(one->event))) +
              '\n';
      if (style_.explain) {
        for (const std::string& reason : one->reasons) out_ += deeper + "   - " + printable(reason) + '\n';
        for (const Quote& quote : one->quotes)
          out_ += deeper + "   " + printable(fmt::format("\"{}\" {}", quote.text, quote.document)) + '\n';
      }
      draw_below(one->event.id, deeper);
    }
  }

  const Storyline& story_;
  const TableStyle& style_;
  std::string out_;
};

}  // namespace

Sheet to_sheet(const Storyline& story, bool explain) {
  Sheet sheet;
  sheet.columns = {{"no", true, 0},    {"when", true, 0}, {"certainty", true, 0}, {"what", false, 20},
                   {"who", false, 10}, {"to", true, 0},   {"by", false, 12},      {"id", true, 0}};
  if (explain) sheet.columns.insert(sheet.columns.end() - 1, {"why", false, 24});
  sheet.empty = "nothing is known to lead to it";
  std::map<EventId, std::string> numbers{{story.subject.id, "X"}};
  for (const StorylineEvent& one : story.events) numbers[one.event.id] = std::to_string(numbers.size());
  const std::map<EventId, std::string> ids = shown_ids(story);
  for (const StorylineEvent& one : story.events) {
    sheet.rows.push_back({numbers[one.event.id], when_cell(one.event), std::string(name_of(one.certainty)),
                          what_cell(one.event), who_cell(one.event), numbers[one.leads_to], ties_of(one)});
    std::string why = fmt::format("{}", fmt::join(one.reasons, "; "));
    for (const Quote& quote : one.quotes) why += fmt::format("; \"{}\" ({})", quote.text, quote.document);
    if (explain) sheet.rows.back().push_back(std::move(why));
    sheet.rows.back().push_back(shown_id(one.event));
    sheet.json.push_back(dump(event_of(one, ids.at(one.leads_to))));
  }
  sheet.notes = notes_of(story);
  sheet.notes.insert(sheet.notes.begin(), "X: " + subject_line(story));
  return sheet;
}

std::string to_tree(const Storyline& story, const TableStyle& style) { return Drawing(story, style).draw(); }

}  // namespace forewhen
