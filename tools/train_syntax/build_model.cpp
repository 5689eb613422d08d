// SPDX-License-Identifier: Apache-2.0
#include "build_model.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "lexicon.h"
#include "syntax/model_file.h"
#include "wordnet.h"

namespace forewhen::training {
namespace {

constexpr float action_scale = 24, class_scale = 12;

constexpr std::uint64_t seed_step = 1000;  // between runs; each model adds a little of its own

Result<std::vector<TreebankSentence>> read_all(const std::vector<std::string>& paths) {
  std::vector<TreebankSentence> all;
  for (const std::string& path : paths) {
    Result<std::vector<TreebankSentence>> treebank = read_treebank(path);
    if (!treebank) return treebank.error();
    std::move(treebank->begin(), treebank->end(), std::back_inserter(all));
  }
  return all;
}

syntax::Inventory collect(const std::vector<TreebankSentence>& treebank,
                          std::vector<std::string> TreebankSentence::*column) {
  std::set<std::string> names;
  for (const TreebankSentence& sentence : treebank) names.insert((sentence.*column).begin(), (sentence.*column).end());
  return syntax::Inventory({names.begin(), names.end()});
}

std::vector<Example> make_examples(const std::vector<TreebankSentence>& treebank, const syntax::Inventory& tags,
                                   const syntax::Inventory& relations, const syntax::Lemmatiser& lemmatiser) {
  std::vector<Example> examples;
  for (const TreebankSentence& sentence : treebank) {
    Example example;
    example.tokens = syntax::describe_tokens({sentence.forms.begin(), sentence.forms.end()}, lemmatiser);
    for (const std::string& tag : sentence.tags) example.tags.push_back(*tags.find(tag));
    for (const std::string& relation : sentence.relations) example.relations.push_back(*relations.find(relation));
    example.heads = sentence.heads;
    examples.push_back(std::move(example));
  }
  return examples;
}

template <class Train>
Features train_runs(const Settings& settings, int count, float least_weight, Train train) {
  std::vector<Features> runs;
  for (int run = 0; run < count; ++run) {
    Settings with_seed = settings;
    with_seed.seed = settings.seed + seed_step * static_cast<std::uint64_t>(run);
    runs.push_back(train(with_seed));
  }
  return average_runs(runs, least_weight);
}

void train_models(std::vector<Example> examples, std::size_t once, const syntax::Inventory& tags,
                  const syntax::Inventory& relations, const Settings& settings,
                  std::map<std::string, std::string>& sections) {
  predict_tags(examples, tags.size(), settings);
  std::vector<const Example*> all;
  for (const Example& example : examples) all.push_back(&example);
  sections["tagger"] =
      syntax::pack_class_weights(train_tagger(all, tags.size(), settings.tagger_epochs, settings), class_scale);
  for (std::size_t i = once, end = examples.size(); i < end; ++i) examples.push_back(Example(examples[i]));
  const Features parser = train_runs(settings, settings.parser_runs, settings.least_parser_weight,
                                     [&](const Settings& run) { return train_parser(examples, tags, run); });
  sections["parser"] = syntax::pack_action_weights(parser, action_scale);
  const Features labeller =
      train_runs(settings, settings.labeller_runs, settings.least_labeller_weight,
                 [&](const Settings& run) { return train_labeller(examples, tags, relations, run); });
  sections["labeller"] = syntax::pack_class_weights(labeller, class_scale);
}

}  // namespace

Result<std::string> build_model(const BuildOptions& options) {
  Result<std::vector<TreebankSentence>> treebank = read_all(options.treebanks);
  if (!treebank) return treebank.error();
  const Result<std::vector<TreebankSentence>> twice = read_all(options.twice);
  if (!twice) return twice.error();
  const std::size_t once = treebank->size();
  treebank->insert(treebank->end(), twice->begin(), twice->end());
  const Result<WordNet> wordnet = read_wordnet(options.wordnet);
  if (!wordnet) return wordnet.error();
  std::map<std::string, std::string> sections;
  const syntax::Inventory tags = collect(*treebank, &TreebankSentence::tags);
  const syntax::Inventory relations = collect(*treebank, &TreebankSentence::relations);
  sections["tags"] = tags.to_lines();
  sections["relations"] = relations.to_lines();
  sections["vocabulary"] = syntax::pack_vocabulary(wordnet->words);
  syntax::Vocabulary vocabulary;
  vocabulary.map(sections["vocabulary"]);
  sections["lexicon"] = syntax::pack_lexicon(learn_lexicon(*treebank, *wordnet, vocabulary));
  syntax::Lemmatiser lemmatiser;
  lemmatiser.map(sections["lexicon"], vocabulary);

  train_models(make_examples(*treebank, tags, relations, lemmatiser), once, tags, relations, options.settings,
               sections);
  for (const auto& [name, bytes] : sections) fmt::print(stderr, "section {}: {} bytes\n", name, bytes.size());
  return syntax::pack_model(sections);
}

}  // namespace forewhen::training
