// SPDX-License-Identifier: Apache-2.0
#include "query/discourse.h"

#include <fmt/format.h>

#include <algorithm>

namespace forewhen {
namespace {

// How the text puts an event, as far as order goes.
enum class Telling {
  none,          // did not happen, or a headline, whose present tense is no present
  past,          // "shot"
  past_perfect,  // "had shot"
  perfect,       // "has shot"
  present,       // "shoots"
  noun,          // "the shooting"
  participle,    // "shot by", "shooting at": part of another clause
  gerund,
  report,  // "said"
};

Telling telling_of(const Claim& claim) {
  if (claim.modality != Modality::actual && claim.modality != Modality::reported) return Telling::none;
  if (claim.polarity == Polarity::negative) return Telling::none;
  if (claim.tense == Tense::present && claim.sentence.begin == 0) return Telling::none;
  const bool perfect = claim.aspect == Aspect::perfective || claim.aspect == Aspect::perfective_progressive;
  const bool finite = claim.tense == Tense::past || claim.tense == Tense::present;
  if (perfect) return claim.tense == Tense::past ? Telling::past_perfect : Telling::perfect;
  if (finite && claim.event_class == EventClass::reporting)
    return claim.modality == Modality::actual ? Telling::report : Telling::none;
  switch (claim.tense) {
    case Tense::past:
      return Telling::past;
    case Tense::present:
      return Telling::present;
    case Tense::none:
      return Telling::noun;
    case Tense::prespart:
      return Telling::gerund;
    case Tense::pastpart:
      return Telling::participle;
    default:
      return Telling::none;
  }
}

struct Told {
  const Claim& claim;
  Telling how;
  bool in_speech;  // somebody else says so
  bool dated;
  bool only_present;  // no claim about the event in this document puts it in the past
};

Told told(const Claim& claim, const std::vector<Claim>& of_event) {
  const bool dated =
      claim.time && !is_open(claim.time->when.bounds.earliest_start) && !is_open(claim.time->when.bounds.latest_start);
  const auto is_past = [&](const Claim& other) {
    const Telling how = telling_of(other);
    return other.document == claim.document && how != Telling::present && how != Telling::none;
  };
  return {claim, telling_of(claim), claim.modality == Modality::reported, dated,
          std::none_of(of_event.begin(), of_event.end(), is_past)};
}

// A day of the week before publication: the news itself, not its background.
bool is_news(const Told& event, const std::optional<CalendarTime>& published) {
  constexpr seconds kNews{7 * 86400};
  return event.dated && published &&
         event.claim.time->when.bounds.earliest_start >= shifted(published->extent().begin, -kNews);
}

bool same_sentence(const Told& a, const Told& b) { return a.claim.sentence == b.claim.sentence; }
// `b` in the sentence right behind that of `a`: only blanks, quotes or a full stop between.
bool next_sentence(const Told& a, const Told& b) {
  constexpr std::size_t kGap = 3;  // bytes
  return b.claim.sentence.begin >= a.claim.sentence.end && b.claim.sentence.begin <= a.claim.sentence.end + kGap;
}

// Neither is told by somebody whom the text quotes.
bool of_the_text(const Told& a, const Told& b) { return !a.in_speech && !b.in_speech; }

struct Rule {
  const char* name;
  int weight;  // percent: about how often the order that people gave agrees, over three sets of news
  bool (*holds)(const Told& earlier, const Told& later, const std::optional<CalendarTime>& published);
};

using Published = std::optional<CalendarTime>;

bool is(const Told& t, std::initializer_list<Telling> any) {
  return std::find(any.begin(), any.end(), t.how) != any.end();
}

const Rule kRules[] = {
    {"past perfect before past", 78,
     [](const Told& a, const Told& b, const Published&) {
       return a.how == Telling::past_perfect && is(b, {Telling::past, Telling::perfect}) && !b.in_speech;
     }},
    {"past before present", 80,
     [](const Told& a, const Told& b, const Published&) {
       return b.how == Telling::present && b.only_present && !b.in_speech &&
              is(a, {Telling::past, Telling::perfect, Telling::noun, Telling::gerund, Telling::report});
     }},
    {"report after what is told", 76,
     [](const Told& a, const Told& b, const Published&) {
       return b.how == Telling::report && is(a, {Telling::past, Telling::past_perfect});
     }},
    {"report after its content", 79,
     [](const Told& a, const Told& b, const Published&) {
       return b.how == Telling::report && a.in_speech && same_sentence(a, b) &&
              is(a, {Telling::noun, Telling::present, Telling::participle, Telling::perfect});
     }},
    {"background before news", 85,
     [](const Told& a, const Told& b, const Published& published) {
       return is(a, {Telling::past, Telling::perfect, Telling::gerund}) && !a.dated && b.how == Telling::past &&
              is_news(b, published) && !same_sentence(a, b) && !next_sentence(a, b) && !next_sentence(b, a);
     }},
    {"object before its verb", 74,
     [](const Told& a, const Told& b, const Published&) {
       return a.how == Telling::noun && of_the_text(a, b) && same_sentence(a, b) &&
              b.claim.trigger.begin < a.claim.trigger.begin &&
              is(b, {Telling::past, Telling::perfect, Telling::report, Telling::gerund});
     }},
    {"narrative sequence", 80,
     [](const Told& a, const Told& b, const Published&) {
       return next_sentence(a, b) && of_the_text(a, b) && is(a, {Telling::past, Telling::gerund}) &&
              b.how == Telling::past && !a.dated;
     }},
    {"clauses in the order of time", 75,
     [](const Told& a, const Told& b, const Published&) {
       return same_sentence(a, b) && of_the_text(a, b) && a.claim.trigger.begin < b.claim.trigger.begin &&
              a.how == Telling::past && b.how == Telling::past && a.dated == b.dated;
     }},
    {"perfects in the order of telling", 75,
     [](const Told& a, const Told& b, const Published&) {
       return a.how == Telling::perfect && b.how == Telling::perfect && !same_sentence(a, b) &&
              a.claim.trigger.begin < b.claim.trigger.begin;
     }},
};

const Rule* best_rule(const Told& earlier, const Told& later, const Published& published) {
  const Rule* best = nullptr;
  if (earlier.how == Telling::none || later.how == Telling::none) return best;
  for (const Rule& rule : kRules) {
    if ((best == nullptr || rule.weight > best->weight) && rule.holds(earlier, later, published)) best = &rule;
  }
  return best;
}

}  // namespace

std::string describe(const Suggestion& suggestion) {
  return fmt::format("'{}' ({} %) in {}:{} and {}", suggestion.rule, suggestion.weight, suggestion.document,
                     suggestion.earlier.begin, suggestion.later.begin);
}

Result<std::vector<Claim>> Discourse::claims_of(const Event& event) const {
  std::vector<Claim> claims;
  for (const Mention& mention : event.mentions) {
    if (!published_.contains(mention.document)) continue;
    Result<std::optional<Claim>> claim = source_.find_claim(mention.claim);
    if (!claim.ok()) return claim.error();
    if (claim->has_value()) claims.push_back(**std::move(claim));
  }
  return claims;
}

Status Discourse::load() {
  loaded_ = true;
  for (const Mention& mention : subject_.mentions) {
    if (published_.contains(mention.document)) continue;
    const Result<std::optional<DocumentSummary>> document = source_.find_document(mention.document);
    if (!document.ok()) return document.error();
    if (!document->has_value()) continue;
    published_[mention.document] = (*document)->published;
    const auto rows = source_.rows(Axis::document, document_id(mention.document).value, kOpenFuture);
    while (true) {
      const Result<std::optional<EventRow>> row = rows->next();
      if (!row.ok()) return row.error();
      if (!row->has_value()) break;
      told_together_.insert((*row)->event);
    }
  }
  Result<std::vector<Claim>> claims = claims_of(subject_);
  if (!claims.ok()) return claims.error();
  claims_ = *std::move(claims);
  return Done{};
}

Result<std::optional<Suggestion>> Discourse::suggest(EventId other) {
  if (!subject_.record.empty()) return std::optional<Suggestion>();  // a row of a data set tells of one event
  if (!loaded_) {
    if (Status status = load(); !status.ok()) return status.error();
  }
  if (!told_together_.contains(other)) return std::optional<Suggestion>();
  if (!last_ || last_->first != other) {
    Result<std::optional<Suggestion>> suggestion = weigh(other);
    if (!suggestion.ok()) return suggestion;
    last_ = {other, *std::move(suggestion)};
  }
  return last_->second;
}

Result<std::optional<Suggestion>> Discourse::weigh(EventId other) const {
  const Result<std::optional<Event>> event = source_.find_event(other);
  if (!event.ok()) return event.error();
  if (!event->has_value()) return std::optional<Suggestion>();
  const Result<std::vector<Claim>> claims = claims_of(**event);
  if (!claims.ok()) return claims.error();
  Suggestion best[2];  // the other event first; the subject first
  for (const Claim& mine : claims_) {
    for (const Claim& its : *claims) {
      if (mine.document != its.document) continue;
      for (const bool subject_first : {false, true}) {
        const Told of_subject = told(mine, claims_), of_other = told(its, *claims);
        const Told& earlier = subject_first ? of_subject : of_other;
        const Told& later = subject_first ? of_other : of_subject;
        const Rule* rule = best_rule(earlier, later, published_.at(mine.document));
        if (rule == nullptr || rule->weight <= best[subject_first].weight) continue;
        best[subject_first] = {subject_first,         rule->name,         rule->weight, mine.document,
                               earlier.claim.trigger, later.claim.trigger};
      }
    }
  }
  if (best[0].weight == best[1].weight) return std::optional<Suggestion>();
  return std::optional<Suggestion>(best[0].weight > best[1].weight ? best[0] : best[1]);
}

}  // namespace forewhen
