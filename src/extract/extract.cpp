// SPDX-License-Identifier: Apache-2.0
#include "forewhen/extract/extract.h"

#include "extract/knowledge.h"
#include "extract/steps.h"
#include "forewhen/base/data_path.h"

namespace forewhen {
namespace {

// Assigns a loaded table or hands its error on.
template <class T>
bool take(Result<T> loaded, T& into, std::optional<Error>& error) {
  if (!loaded) {
    error = loaded.error();
    return false;
  }
  into = std::move(loaded).value();
  return true;
}

Result<EventLexicon> load_events(const std::string& own) {
  auto events = EventLexicon::load_default();
  if (own.empty() || !events) return events;
  auto added = EventLexicon::load_file(own);
  if (!added) return added;
  events->merge(std::move(added).value());
  return events;
}

// Claims in the order of their triggers, from the drafts that are whole.
void collect(Story& story, Extraction& extraction) {
  for (Draft& draft : story.drafts) {
    if (draft.timex >= 0) extraction.attachments.push_back({draft.claim.id, static_cast<std::size_t>(draft.timex)});
    extraction.claims.claims.push_back(std::move(draft.claim));
  }
}

}  // namespace

Result<Extractor> Extractor::load(ExtractOptions options) {
  const auto model = find_data("syntax/english.model");
  if (!model) return model.error();
  auto parser = load_parser(model->string());
  if (!parser) return parser.error();
  return load(std::move(options), std::move(parser).value());
}

Result<Extractor> Extractor::load(ExtractOptions options, std::unique_ptr<SentenceParser> parser) {
  auto knowledge = std::make_shared<Knowledge>();
  std::optional<Error> error;
  const bool loaded = take(load_events(options.lexicon), knowledge->events, error) &&
                      take(Senses::load_default(), knowledge->senses, error) &&
                      take(Gazetteer::load_default(), knowledge->gazetteer, error) &&
                      take(Countries::load_default(), knowledge->countries, error) &&
                      take(Organisations::load_default(), knowledge->organisations, error) &&
                      take(Titles::load_default(), knowledge->titles, error) &&
                      take(GivenNames::load_default(), knowledge->given_names, error) &&
                      take(Agents::load_default(), knowledge->agents, error);
  if (!loaded) return *error;
  knowledge->parser = std::move(parser);
  if (!options.petrarch_dictionaries.empty()) {
    auto coder = PetrarchCoder::load(options.petrarch_dictionaries);
    if (!coder) return coder.error();
    knowledge->coder = std::move(coder).value();
  }
  return Extractor(std::move(options), std::move(knowledge));
}

Extractor::Extractor(ExtractOptions options, std::shared_ptr<const Knowledge> knowledge)
    : options_(std::move(options)), knowledge_(std::move(knowledge)) {}

const PetrarchCoder* Extractor::coder() const { return knowledge_->coder ? &*knowledge_->coder : nullptr; }

Extraction Extractor::extract(const Document& document) const {
  Story story;
  story.document = &document;
  story.knowledge = knowledge_.get();
  read_story(story);
  find_times(story, options_.times);
  find_names(story);
  settle_places(story);
  join_names(story);
  settle_addresses(story);
  if (knowledge_->coder) code_events(story);
  find_triggers(story);
  attach_times(story);
  decide_modality(story);
  inherit_times(story);
  assign_roles(story);
  complete_roles(story);
  assign_places(story);
  settle_offices(story);
  describe(story);
  settle_types(story);
  join_mentions(story);
  count_offsets(story);
  Extraction extraction;
  extraction.claims.document = document;
  extraction.claims.document.conllu.clear();
  extraction.claims.links = link_events(story);
  collect(story, extraction);
  if (knowledge_->coder) apply_codes(story, extraction);
  extraction.times = std::move(story.times);
  return extraction;
}

}  // namespace forewhen
