// SPDX-License-Identifier: Apache-2.0
#include "extract/agents.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace forewhen {
namespace {

const Agents& shipped() {
  static const Agents agents = [] {
    std::ifstream in(FOREWHEN_SOURCE_DIR "/src/extract/data/agents.tsv", std::ios::binary);
    Result<Agents> read = Agents::load({std::istreambuf_iterator<char>(in), {}}, "agents.tsv");
    if (!read) throw std::runtime_error(to_string(read.error()));
    return *std::move(read);
  }();
  return agents;
}

// "lemma kind SECTOR", or "nothing".
std::string say(const Agent* agent) {
  if (agent == nullptr) return "nothing";
  return std::string(agent->lemma) + " " + std::string(name_of(agent->kind)) + " " + std::string(agent->sector);
}

std::string head(std::vector<std::string_view> lemmas) { return say(shipped().find_head(lemmas)); }
std::string named(std::vector<std::string_view> words) { return say(shipped().kind_of_name(words)); }

TEST(Agents, unnamed_actors_have_kind_and_sector) {
  EXPECT_EQ(say(shipped().find("police")), "police group COP");
  EXPECT_EQ(say(shipped().find("soldier")), "soldier person MIL");
  EXPECT_EQ(say(shipped().find("rebel group")), "rebel group armed_group REB");
  EXPECT_EQ(say(shipped().find("parliament")), "parliament government LEG");
  EXPECT_EQ(say(shipped().find("teapot")), "nothing");
  EXPECT_TRUE(shipped().find("police")->collective);
  EXPECT_FALSE(shipped().find("soldier")->collective);
  EXPECT_TRUE(shipped().find("villager")->unnamed);
}

TEST(Agents, the_longest_ending_of_a_noun_phrase_tells) {
  EXPECT_EQ(head({"ruritanian", "security", "force"}), "security force group MIL");
  EXPECT_EQ(head({"angry", "bus", "driver"}), "bus driver person CVL");
  EXPECT_EQ(head({"glass", "teapot"}), "nothing");
  EXPECT_EQ(head({}), "nothing");
}

TEST(Agents, the_head_of_a_name_tells_its_kind) {
  EXPECT_EQ(named({"Ministry", "of", "Ports"}), "ministry government GOV");
  EXPECT_EQ(named({"Harbour", "Brigades"}), "brigades armed_group UAF");
  EXPECT_EQ(named({"University", "of", "Oldport"}), "university organisation EDU");
  EXPECT_EQ(named({"Oakum", "Inc."}), "inc organisation BUS");
  EXPECT_EQ(named({"Tarn", "Valley", "Bank"}), "bank organisation BUS");
  EXPECT_EQ(named({"Reed", "River"}), "river place ");
  EXPECT_EQ(named({"Radio", "Oldport"}), "radio organisation JRN");
  EXPECT_EQ(named({"Ada", "Quill"}), "nothing");
  EXPECT_EQ(named({}), "nothing");
}

TEST(Agents, an_unnamed_person_does_not_tell_the_kind_of_a_name) { EXPECT_EQ(named({"Odo", "Farmer"}), "nothing"); }

TEST(Agents, errors_name_the_line) {
  const auto error_of = [](std::string text) {
    const Result<Agents> read = Agents::load(std::move(text), "my.tsv");
    return read ? std::string("none") : to_string(read.error());
  };
  EXPECT_EQ(error_of("docker\tperson\tLAB\tunnamed\n"), "none");
  EXPECT_EQ(error_of("docker\thuman\tLAB\tunnamed\n"), "my.tsv:1: \"human\" is no kind of agent");
  EXPECT_EQ(error_of("docker\tperson\tLAB\tnone\n"), "my.tsv:1: use \"none\" is unknown");
  EXPECT_EQ(error_of("docker\tperson\n"), "my.tsv:1: a row has 4 columns (part them by tabs, '-' for an empty one)");
  EXPECT_EQ(error_of("docker\tperson\tLAB\t-\ndocker\tgroup\tLAB\t-\n"), "my.tsv: \"docker\" is given twice");
}

}  // namespace
}  // namespace forewhen
