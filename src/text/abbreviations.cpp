// SPDX-License-Identifier: Apache-2.0
#include "text/abbreviations.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace forewhen {
namespace {

using namespace std::literals;

constexpr std::array titles{
    "adm"sv,  "asst"sv, "atty"sv, "brig"sv, "capt"sv, "cmdr"sv, "col"sv,  "comdr"sv, "cpl"sv,  "det"sv,  "dr"sv,
    "drs"sv,  "fr"sv,   "ft"sv,   "gen"sv,  "gov"sv,  "hon"sv,  "insp"sv, "lieut"sv, "lt"sv,   "maj"sv,  "messrs"sv,
    "mlle"sv, "mme"sv,  "mr"sv,   "mrs"sv,  "ms"sv,   "mt"sv,   "mx"sv,   "pfc"sv,   "pres"sv, "prof"sv, "pvt"sv,
    "rep"sv,  "reps"sv, "rev"sv,  "sen"sv,  "sens"sv, "sgt"sv,  "spc"sv,  "st"sv,    "ste"sv,  "supt"sv, "vs"sv};

constexpr std::array before_numbers{"apr"sv, "art"sv, "aug"sv,  "ca"sv,  "cf"sv,  "ch"sv,  "dec"sv,  "ext"sv,
                                    "feb"sv, "fig"sv, "figs"sv, "jan"sv, "jul"sv, "jun"sv, "mar"sv,  "no"sv,
                                    "nos"sv, "nov"sv, "oct"sv,  "op"sv,  "p"sv,   "par"sv, "para"sv, "pp"sv,
                                    "sec"sv, "sep"sv, "sept"sv, "tel"sv, "vol"sv, "vols"sv};

constexpr std::array plain{"al"sv,   "approx"sv, "ave"sv,   "blvd"sv, "bros"sv, "co"sv,   "corp"sv, "dept"sv, "dist"sv,
                           "div"sv,  "ed"sv,     "eds"sv,   "esp"sv,  "esq"sv,  "est"sv,  "etc"sv,  "fri"sv,  "inc"sv,
                           "incl"sv, "jr"sv,     "ltd"sv,   "mon"sv,  "ph"sv,   "rd"sv,   "sat"sv,  "sr"sv,   "sun"sv,
                           "thu"sv,  "thur"sv,   "thurs"sv, "tue"sv,  "tues"sv, "univ"sv, "viz"sv,  "wed"sv};

constexpr std::array openers{
    "a"sv,     "according"sv, "after"sv,  "all"sv,   "also"sv,    "although"sv, "among"sv,     "an"sv,
    "and"sv,   "another"sv,   "as"sv,     "at"sv,    "because"sv, "before"sv,   "both"sv,      "but"sv,
    "by"sv,    "despite"sv,   "during"sv, "each"sv,  "earlier"sv, "even"sv,     "every"sv,     "for"sv,
    "from"sv,  "he"sv,        "her"sv,    "here"sv,  "his"sv,     "how"sv,      "however"sv,   "i"sv,
    "if"sv,    "in"sv,        "it"sv,     "its"sv,   "last"sv,    "later"sv,    "many"sv,      "meanwhile"sv,
    "more"sv,  "most"sv,      "my"sv,     "no"sv,    "not"sv,     "now"sv,      "officials"sv, "on"sv,
    "one"sv,   "only"sv,      "or"sv,     "other"sv, "our"sv,     "police"sv,   "several"sv,   "she"sv,
    "since"sv, "so"sv,        "some"sv,   "such"sv,  "that"sv,    "the"sv,      "their"sv,     "then"sv,
    "there"sv, "these"sv,     "they"sv,   "this"sv,  "those"sv,   "though"sv,   "three"sv,     "to"sv,
    "two"sv,   "under"sv,     "until"sv,  "we"sv,    "what"sv,    "when"sv,     "where"sv,     "while"sv,
    "who"sv,   "why"sv,       "with"sv,   "yet"sv,   "you"sv,     "your"sv};

constexpr std::array speech_verbs{"added"sv,    "adds"sv,     "answered"sv,  "asked"sv,     "asks"sv,     "cried"sv,
                                  "declared"sv, "demanded"sv, "exclaimed"sv, "explained"sv, "insisted"sv, "replied"sv,
                                  "said"sv,     "say"sv,      "says"sv,      "screamed"sv,  "shouted"sv,  "told"sv,
                                  "tweeted"sv,  "wondered"sv, "wrote"sv,     "yelled"sv};

constexpr std::array prefixes{
    "anti"sv,  "arch"sv,  "bi"sv,    "co"sv,    "counter"sv, "cross"sv, "cyber"sv, "de"sv,     "e"sv,
    "ex"sv,    "hyper"sv, "inter"sv, "intra"sv, "macro"sv,   "mega"sv,  "micro"sv, "mid"sv,    "mini"sv,
    "multi"sv, "neo"sv,   "non"sv,   "over"sv,  "post"sv,    "pre"sv,   "pro"sv,   "pseudo"sv, "psycho"sv,
    "re"sv,    "semi"sv,  "socio"sv, "sub"sv,   "super"sv,   "trans"sv, "ultra"sv, "un"sv,     "uni"sv};

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

static_assert(std::is_sorted(titles.begin(), titles.end()));
static_assert(std::is_sorted(before_numbers.begin(), before_numbers.end()));
static_assert(std::is_sorted(plain.begin(), plain.end()));
static_assert(std::is_sorted(openers.begin(), openers.end()));
static_assert(std::is_sorted(speech_verbs.begin(), speech_verbs.end()));
static_assert(std::is_sorted(prefixes.begin(), prefixes.end()));

}  // namespace

Abbreviation find_abbreviation(std::string_view word) {
  if (contains(titles, word)) return Abbreviation::title;
  if (contains(before_numbers, word)) return Abbreviation::before_number;
  return contains(plain, word) ? Abbreviation::plain : Abbreviation::none;
}

bool is_sentence_opener(std::string_view word) { return contains(openers, word); }

bool is_speech_verb(std::string_view word) { return contains(speech_verbs, word); }

bool is_joined_prefix(std::string_view part) { return contains(prefixes, part); }

}  // namespace forewhen
