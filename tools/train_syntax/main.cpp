// SPDX-License-Identifier: Apache-2.0
// train_syntax: trains the language model of the syntax module from treebanks in CoNLL-U, and parses with it for
// measuring.
//   train_syntax train --output english.model TREEBANK... --twice TREEBANK...
//   train_syntax parse --model english.model TREEBANK > parsed.conllu
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

#include "build_model.h"

namespace forewhen::training {
namespace {

int run_train(const BuildOptions& options, const std::string& output) {
  const Result<std::string> model = build_model(options);
  if (!model) {
    fmt::print(stderr, "{}\n", to_string(model.error()));
    return 1;
  }
  std::ofstream out(output, std::ios::binary);
  out << *model;
  return out.flush() ? 0 : 1;
}

}  // namespace
int run_parse(const std::string& model, const std::string& gold);
}  // namespace forewhen::training

int main(int count, char** arguments) {
  CLI::App app("Trains the language model of forewhen's syntax module.");
  app.require_subcommand(1);
  forewhen::training::BuildOptions options;
  std::string output;
  CLI::App* train = app.add_subcommand("train", "learn a model from treebanks");
  train->add_option("treebanks", options.treebanks, "CoNLL-U files, plain or gzipped")->required();
  train->add_option("--twice", options.twice, "treebanks whose trees count twice");
  train->add_option("--wordnet", options.wordnet, "folder of WordNet's database files")->capture_default_str();
  train->add_option("--output", output, "the model file to write")->required();
  train->add_option("--seed", options.settings.seed)->capture_default_str();
  train->add_option("--least-updates", options.settings.least_updates, "features updated less often are dropped")
      ->capture_default_str();
  train->add_option("--parser-epochs", options.settings.parser_epochs)->capture_default_str();
  std::string model, gold;
  CLI::App* parse = app.add_subcommand("parse", "parse the sentences and words of a treebank, for measuring");
  parse->add_option("--model", model)->required();
  parse->add_option("gold", gold)->required();
  CLI11_PARSE(app, count, arguments);
  return *train ? forewhen::training::run_train(options, output) : forewhen::training::run_parse(model, gold);
}
