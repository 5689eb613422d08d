// SPDX-License-Identifier: Apache-2.0
// train_syntax: trains the language model of the syntax module from treebanks in CoNLL-U, and parses with it for
// measuring.
//   train_syntax train --output english.model TREEBANK...
//   train_syntax parse --model english.model --gold TREEBANK > parsed.conllu
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <fstream>
#include <iostream>
#include <set>

#include "lexicon.h"
#include "syntax/model_file.h"
#include "syntax/trained_parser.h"
#include "training.h"
#include "wordnet.h"

namespace forewhen::training {
namespace {

struct TrainOptions {
  std::vector<std::string> treebanks;
  std::string wordnet = "/usr/share/wordnet";
  std::string output;
  Settings settings;
};

constexpr float action_scale = 24, class_scale = 12;

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

Result<std::string> train(const TrainOptions& options) {
  const Result<std::vector<TreebankSentence>> treebank = read_all(options.treebanks);
  if (!treebank) return treebank.error();
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

  std::vector<Example> examples = make_examples(*treebank, tags, relations, lemmatiser);
  predict_tags(examples, tags.size(), options.settings);
  std::vector<const Example*> all;
  for (const Example& example : examples) all.push_back(&example);
  sections["tagger"] = syntax::pack_class_weights(
      train_tagger(all, tags.size(), options.settings.tagger_epochs, options.settings), class_scale);
  sections["parser"] = syntax::pack_action_weights(train_parser(examples, tags, options.settings), action_scale);
  sections["labeller"] =
      syntax::pack_class_weights(train_labeller(examples, tags, relations, options.settings), class_scale);
  for (const auto& [name, bytes] : sections) fmt::print(stderr, "section {}: {} bytes\n", name, bytes.size());
  return syntax::pack_model(sections);
}

int run_train(const TrainOptions& options) {
  const Result<std::string> model = train(options);
  if (!model) {
    fmt::print(stderr, "{}\n", to_string(model.error()));
    return 1;
  }
  std::ofstream out(options.output, std::ios::binary);
  out << *model;
  return out.flush() ? 0 : 1;
}

}  // namespace
int run_parse(const std::string& model, const std::string& gold);
}  // namespace forewhen::training

int main(int count, char** arguments) {
  CLI::App app("Trains the language model of forewhen's syntax module.");
  app.require_subcommand(1);
  forewhen::training::TrainOptions options;
  CLI::App* train = app.add_subcommand("train", "learn a model from treebanks");
  train->add_option("treebanks", options.treebanks, "CoNLL-U files, plain or gzipped")->required();
  train->add_option("--wordnet", options.wordnet, "folder of WordNet's database files")->capture_default_str();
  train->add_option("--output", options.output, "the model file to write")->required();
  train->add_option("--seed", options.settings.seed)->capture_default_str();
  train->add_option("--least-updates", options.settings.least_updates, "features updated less often are dropped")
      ->capture_default_str();
  train->add_option("--parser-epochs", options.settings.parser_epochs)->capture_default_str();
  std::string model, gold;
  CLI::App* parse = app.add_subcommand("parse", "parse the sentences and words of a treebank, for measuring");
  parse->add_option("--model", model)->required();
  parse->add_option("gold", gold)->required();
  CLI11_PARSE(app, count, arguments);
  return *train ? forewhen::training::run_train(options) : forewhen::training::run_parse(model, gold);
}
