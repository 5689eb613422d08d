// SPDX-License-Identifier: Apache-2.0
#include "ingest/given_claim.h"

#include <fmt/format.h>

#include "ingest/given_date.h"
#include "ingest/line_fault.h"

namespace forewhen::ingest {
namespace {

constexpr std::size_t kMostSummaryWords = 24;  // as many as the extractor gives

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
  }
  return text;
}

std::string summary_of(std::string_view passage) {
  std::string line = folded_blanks(passage);
  std::size_t at = 0;
  for (std::size_t words = 0; at != std::string::npos && words < kMostSummaryWords; ++words)
    at = line.find(' ', at + 1);
  return at == std::string::npos ? line : line.substr(0, at) + " …";
}

class ClaimReader {
 public:
  ClaimReader(const Json& event, std::string path, const QuotedText& text) : event_(event), text_(text) {
    given_.path = std::move(path);
  }

  GivenClaim read(const std::string& document, std::set<Span>& taken) {
    Claim& claim = given_.claim;
    given_.id = text_of(event_, "id");
    given_.same_as = text_of(event_, "same_as");
    claim.document = document;
    find_passage();
    find_trigger(taken);
    claim.id = claim.same_as = claim_id(document, claim.trigger);
    describe();
    read_time();
    read_participants();
    read_place();
    return std::move(given_);
  }

 private:
  std::string at(const char* name) const { return given_.path + '.' + name; }
  Span passage() const { return given_.claim.sentence; }

  void find_passage() {
    Span& sentence = given_.claim.sentence;
    const std::string quote = text_of(event_, "quote");
    if (const auto bytes = text_.bytes(event_, "sentence_begin", "sentence_end", given_.path)) {
      sentence = *bytes;
    } else if (!folded_blanks(quote).empty()) {
      const auto trigger = text_.bytes(event_, "begin", "end", given_.path);
      sentence =
          text_.quote(quote, text_.all(), at("quote"), [&](Span span) { return !trigger || span.contains(*trigger); });
    } else if (const auto trigger = text_.bytes(event_, "begin", "end", given_.path)) {
      sentence = *trigger;
    } else {
      throw LineFault{Refusal::bad_field, given_.path, "has no evidence",
                      "give the passage that says so as \"quote\", copied from the text"};
    }
  }

  void find_trigger(std::set<Span>& taken) {
    Claim& claim = given_.claim;
    const std::string words = text_or(event_, "trigger", text_of(event_, "text"));
    const char* name = field(event_, "trigger") ? "trigger" : "text";
    if (const auto bytes = text_.bytes(event_, "begin", "end", given_.path)) {
      claim.trigger = *bytes;
      if (!words.empty() && folded_blanks(bytes->of(text_.text())) != folded_blanks(words))
        throw LineFault{Refusal::no_such_words, at(name),
                        fmt::format("is {}, but bytes {} to {} of the text are {}", shown(words), bytes->begin,
                                    bytes->end, shown(std::string(bytes->of(text_.text())))),
                        "count bytes of UTF-8, or leave \"begin\" and \"end\" out"};
      if (!passage().contains(claim.trigger))
        throw LineFault{Refusal::no_such_words, at("begin"), "the trigger lies outside the passage",
                        "quote the passage that has the trigger in it"};
    } else if (folded_blanks(words).empty()) {
      claim.trigger = passage();
    } else {
      claim.trigger = text_.quote(words, passage(), at(name), [&](Span span) { return !taken.contains(span); });
    }
    claim.trigger_text = claim.trigger.of(text_.text());
    if (!taken.insert(claim.trigger).second)
      throw LineFault{Refusal::bad_field, given_.path, "has the same trigger as an event before it",
                      "give each event of a passage a trigger of its own, or leave one of the two out"};
  }

  void describe() {
    Claim& claim = given_.claim;
    const std::string trigger = folded_blanks(claim.trigger_text);
    claim.lemma = text_or(event_, "lemma", lower(trigger));
    claim.phrase = text_or(event_, "phrase", trigger);
    claim.type = choice_of(event_, "type", PloverType::none);
    claim.mode = text_of(event_, "mode");
    claim.group = text_of(event_, "group");
    claim.code = text_of(event_, "code");
    claim.event_class = choice_of(event_, "class", EventClass::occurrence);
    claim.tense = choice_of(event_, "tense", Tense::none);
    claim.aspect = choice_of(event_, "aspect", Aspect::none);
    claim.modality = choice_of(event_, "modality", Modality::actual);
    claim.polarity = choice_of(event_, "polarity", Polarity::positive);
    claim.attributed_to = text_of(event_, "attributed_to");
    claim.same_rule = text_of(event_, "same_rule");
    claim.summary = text_or(event_, "summary", summary_of(passage().of(text_.text())));
  }

  void read_time() {
    const Json* when = field(event_, "when");
    if (!when) return;
    if (!when->is_string()) return read_when(*when);
    const std::string text = folded_blanks(when->get<std::string>());
    if (text.empty()) return;
    const auto date = read_date(text);
    if (date) {
      given_.claim.time = ClaimTime{*date, "", {}, "given", std::nullopt};
    } else if (looks_like_date(text)) {
      throw bad_date(at("when"), text, date.error());
    } else {
      set_words(text, {});
    }
  }

  static LineFault bad_date(std::string path, const std::string& text, const Error& error) {
    return {Refusal::bad_date, std::move(path), fmt::format("{} is no date: {}", shown(text), error.what),
            error.mend.empty() ? "use EDTF or ISO 8601, such as 2023-03-14, or give the words" : error.mend};
  }

  void set_words(const std::string& words, std::optional<Span> bytes) {
    given_.words = true;
    if (!given_.claim.time) given_.claim.time = ClaimTime{};
    given_.claim.time->words = words;
    given_.claim.time->rule = "said";
    given_.claim.time->span = bytes ? *bytes : text_.find(words, passage()).value_or(Span{});
  }

  std::optional<Instant> bound(const Json& when, const char* name) const {
    const std::string text = text_of(when, name);
    if (text.empty()) return std::nullopt;
    const auto date = parse_iso(text);
    if (!date) throw bad_date(at("when") + '.' + name, text, date.error());
    return date->start;
  }

  // True when the four bounds are given.
  bool read_bounds(const Json& when, Bounds& bounds) const {
    const auto earliest_start = bound(when, "earliest_start"), latest_start = bound(when, "latest_start"),
               earliest_end = bound(when, "earliest_end"), latest_end = bound(when, "latest_end");
    // Whoever names a rule has worked the bounds out, open ones too.
    const bool open = !earliest_start && !latest_start && !earliest_end && !latest_end;
    if (open && !(field(when, "rule") && when.contains("earliest_start"))) return false;
    bounds = {earliest_start.value_or(kOpenPast), latest_start.value_or(kOpenFuture), earliest_end.value_or(kOpenPast),
              latest_end.value_or(kOpenFuture)};
    if (!intersect(bounds, Bounds{}))
      throw LineFault{
          Refusal::bad_date, at("when"), "the four bounds leave no time for it",
          "let earliest_start be before latest_start and before latest_end, and earliest_end before latest_end"};
    return true;
  }

  void read_when(const Json& when) {
    const std::string edtf = text_of(when, "edtf"), words = folded_blanks(text_of(when, "words"));
    const auto bytes = text_.bytes(when, "begin", "end", at("when"));
    ClaimTime time;
    const bool bounded = read_bounds(when, time.when.bounds);
    if (bounded) {
      time.when.edtf = edtf;
    } else if (!edtf.empty()) {
      const auto date = read_date(edtf);
      if (!date) throw bad_date(at("when") + ".edtf", edtf, date.error());
      time.when = *date;
    }
    const bool relative = field(when, "from_publication") != nullptr;
    if (field(when, "grain")) time.when.grain = choice_of(when, "grain", Grain::none);
    if (field(when, "approximate")) time.when.approximate = flag_of(when, "approximate");
    if (field(when, "uncertain")) time.when.uncertain = flag_of(when, "uncertain");
    if (relative)
      time.from_publication = {when["from_publication"][0].get<std::int64_t>(),
                               when["from_publication"][1].get<std::int64_t>()};
    const std::string rule = text_of(when, "rule");
    const bool settled = bounded || relative || !rule.empty();
    if (!settled && edtf.empty() && words.empty()) return;
    given_.claim.time = time;
    if (!words.empty()) set_words(words, bytes);
    if (settled) given_.words = false;  // worked out by whoever wrote the line
    given_.dated = !edtf.empty();
    given_.claim.time->rule = !rule.empty() ? rule : words.empty() ? "given" : "said";
  }

  void read_participants() {
    const Json* all = field(event_, "participants");
    if (!all) return;
    for (std::size_t i = 0; i < all->size(); ++i)
      read_participant((*all)[i], fmt::format("{}[{}]", at("participants"), i));
  }

  void read_participant(const Json& one, const std::string& path) {
    Participant participant;
    participant.role = choice_of(one, "role", Role::actor);
    participant.kind = choice_of(one, "kind", ActorKind::unknown);
    participant.name = text_of(one, "name");
    participant.text = text_or(one, "text", participant.name);
    participant.country = country_of(one, path);
    participant.code = text_of(one, "code");
    participant.rule = text_of(one, "rule");
    participant.office = text_of(one, "office");
    if (const std::string since = text_of(one, "in_office_since"); !since.empty()) {
      const auto date = parse_iso(since);
      if (!date) throw bad_date(path + ".in_office_since", since, date.error());
      participant.in_office_since = date->start;
    }
    if (is_outside_text(one)) {
      // named by the context; the words are the giver's
    } else if (const auto bytes = text_.bytes(one, "begin", "end", path)) {
      participant.span = *bytes;
    } else if (const auto found = text_.find(participant.text, passage())) {
      participant.span = *found;
    } else if (field(one, "text")) {
      participant.span = text_.quote(participant.text, text_.all(), path + ".text");  // which says what is wrong
    }
    given_.claim.participants.push_back(std::move(participant));
  }

  // Bytes 0 to 0: what is named nowhere in the text.
  static bool is_outside_text(const Json& object) {
    const Json *begin = field(object, "begin"), *end = field(object, "end");
    return begin && end && *begin == 0 && *end == 0;
  }

  static std::string country_of(const Json& object, const std::string& path) {
    const std::string country = text_of(object, "country");
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (country.empty() || (country.size() == 2 && is_capital(country[0]) && is_capital(country[1]))) return country;
    throw LineFault{Refusal::bad_field, path + ".country", fmt::format("{} is no code of a country", shown(country)),
                    "use two capital letters of ISO 3166-1, such as KE, or null"};
  }

  void read_place() {
    const Json* one = field(event_, "place");
    if (!one) return;
    PlaceMention place;
    place.name = text_of(*one, "name");
    place.within = text_of(*one, "within");
    place.country = country_of(*one, at("place"));
    place.precision = text_of(*one, "precision");
    const Json *latitude = field(*one, "lat"), *longitude = field(*one, "lon");
    if (!latitude != !longitude)
      throw LineFault{Refusal::bad_field, at("place"), fmt::format("has \"{}\" alone", latitude ? "lat" : "lon"),
                      "give both \"lat\" and \"lon\", or neither"};
    if (latitude) place.point = GeoPoint{latitude->get<double>(), longitude->get<double>()};
    const auto bytes = is_outside_text(*one) ? std::nullopt : text_.bytes(*one, "begin", "end", at("place"));
    place.span = bytes ? *bytes : text_.find(place.name, passage()).value_or(Span{});
    given_.claim.place = std::move(place);
  }

  const Json& event_;
  const QuotedText& text_;
  GivenClaim given_;
};

}  // namespace

GivenClaim read_claim(const Json& event, const std::string& path, const std::string& document, const QuotedText& text,
                      std::set<Span>& taken) {
  return ClaimReader(event, path, text).read(document, taken);
}

}  // namespace forewhen::ingest
