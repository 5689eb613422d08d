// SPDX-License-Identifier: Apache-2.0
#include "timeline/actor_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "timeline/actor_decisions.h"
#include "timeline/office_terms.h"

namespace forewhen {
namespace {

constexpr char kSeparator = '\x1f';

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool is_acronym(std::string_view name) {
  return name.size() >= 2 && name.size() <= 8 &&
         std::all_of(name.begin(), name.end(), [](char c) { return is_upper(c) || (c >= '0' && c <= '9'); });
}

// Initials of the capitalised words: "African Union Mission in Somalia" gives AUMS.
std::string initials(std::string_view name) {
  std::string out;
  for (std::string_view word : split(name, ' ')) {
    if (!word.empty() && is_upper(word[0])) out += word[0];
  }
  return out;
}

// The last word, without the article that Arabic names carry: al-, el-.
std::string surname(std::string_view name) {
  std::string last = normalised_name(split(name, ' ').back());
  for (std::string_view article : {"al-", "el-", "ul-"}) {
    if (last.size() > article.size() + 1 && last.compare(0, article.size(), article) == 0)
      return last.substr(article.size());
  }
  return last;
}

BlockKey block_of(std::string_view kind, std::string_view key) {
  return content_hash(fmt::format("name:{}:{}", kind, key));
}

std::string marked(const NameForm& form, std::string_view name) {
  return form.full ? kFullMark + std::string(name) : std::string(name);
}

bool is_actor(const Participant& participant) {
  return participant.kind != ActorKind::thing && participant.role != Role::instrument && !participant.name.empty();
}

// "police" is nobody in particular: within a country it is that country's, else it belongs to its document.
std::string identity(const Participant& participant, const std::string& name, const std::string& document) {
  if (participant.kind == ActorKind::office && !participant.office.empty()) return normalised_name(participant.office);
  if (participant.kind != ActorKind::group) return normalised_name(name);
  const bool has_name = std::any_of(name.begin(), name.end(), is_upper);
  if (has_name) return normalised_name(name);
  return normalised_name(name) + kSeparator + (participant.country.empty() ? "in " + document : participant.country);
}

}  // namespace

NameForm form_of(std::string_view name, ActorKind kind) {
  const bool several = name.find(' ') != std::string_view::npos;
  if (kind == ActorKind::person) return {block_of("surname", surname(name)), several};
  const bool body = kind == ActorKind::organisation || kind == ActorKind::armed_group || kind == ActorKind::party ||
                    kind == ActorKind::media || kind == ActorKind::unknown;
  if (!body) return {};
  if (is_acronym(name)) return {block_of("acronym", name), false};
  const std::string letters = initials(name);
  if (several && letters.size() >= 3) return {block_of("acronym", letters), true};
  return {};
}

std::set<NameUse> name_uses(const DocumentClaims& claims) {
  std::set<NameUse> uses = office_uses(claims);
  for (const Claim& claim : claims.claims) {
    for (const Participant& participant : claim.participants) {
      if (!is_actor(participant)) continue;
      const NameForm form = form_of(participant.name, participant.kind);
      if (form.block) uses.insert({form.block, marked(form, participant.name), claims.document.id});
    }
  }
  return uses;
}

ResolvedName actor_by_itself(const Participant& participant, const std::string& document) {
  if (!is_actor(participant)) return {ActorId{}, participant.name};
  return {{content_hash(identity(participant, participant.name, document), 3)}, participant.name};
}

namespace {

// The full name that a short one or an office stands for; nothing when it stands for itself.
std::optional<std::string> stands_for(const Participant& participant, const Claim& claim, const Document& document,
                                      const NameState& state) {
  if (participant.kind == ActorKind::office && !participant.office.empty()) {
    const auto day = office_day(document, claim);
    if (!day) return std::nullopt;
    return OfficeTerms(state.names_in_block(office_block(participant.office, *day))).holder_on(*day);
  }
  const NameForm form = form_of(participant.name, participant.kind);
  if (!form.block || form.full) return std::nullopt;
  std::set<std::string> spellings;  // full names that differ in more than case
  std::string full;
  for (const std::string& other : state.names_in_block(form.block)) {
    if (other.empty() || other[0] != kFullMark) continue;
    if (spellings.insert(normalised_name(other.substr(1))).second && full.empty()) full = other.substr(1);
  }
  return spellings.size() == 1 ? std::optional(full) : std::nullopt;
}

}  // namespace

ResolvedName resolve_actor(const Participant& participant, const Claim& claim, const Document& document,
                           const NameState& state) {
  ResolvedName own = actor_by_itself(participant, document.id);
  if (!own.actor) return own;
  if (const auto merged = state.decisions.merged(own.actor)) return *merged;
  const auto name = stands_for(participant, claim, document, state);
  if (!name) return own;
  const ResolvedName meant{actor_id(*name), *name};
  if (state.decisions.keeps_from(own.actor, meant)) return own;
  return state.decisions.merged(meant.actor).value_or(meant);
}

BlockKey actor_block(ActorId actor) { return content_hash("actor:" + std::to_string(actor.value)); }
BlockKey place_block(PlaceId place) { return content_hash("place:" + std::to_string(place.value)); }

// Lines sort so that the node's own name comes before its aliases, and known kinds before unknown ones.
std::vector<std::string> actor_lines(const Participant& participant, const std::string& resolved_name) {
  const auto line = [&](char rank, std::string_view name) {
    const int kind = participant.kind == ActorKind::unknown ? 99 : static_cast<int>(participant.kind);
    return fmt::format("{}{:02}{}{}{}{}", rank, kind, kSeparator, participant.country, kSeparator, name);
  };
  std::vector<std::string> lines = {line('0', resolved_name)};
  // "prime minister" alone is a name of none of its holders; the office with its country is.
  const bool by_office = participant.kind == ActorKind::office && !participant.office.empty();
  if (by_office) lines.push_back(line('1', participant.office));
  const bool bare = by_office && std::none_of(participant.name.begin(), participant.name.end(), is_upper);
  if (participant.name != resolved_name && !bare) lines.push_back(line('1', participant.name));
  // Pronouns and bare nouns are no names.
  const bool name_like =
      participant.rule != "pronoun" && std::any_of(participant.text.begin(), participant.text.end(), is_upper);
  if (name_like && participant.text != resolved_name && participant.text != participant.name)
    lines.push_back(line('1', participant.text));
  return lines;
}

Actor fold_actor(ActorId id, const std::vector<std::string>& lines) {
  Actor actor;
  actor.id = id;
  std::set<std::string> aliases;
  for (const std::string& line : lines) {
    const auto parts = split(line, kSeparator);
    if (parts.size() != 3 || parts[0].size() != 3) continue;
    int kind = 99;
    std::from_chars(parts[0].data() + 1, parts[0].data() + 3, kind);
    if (parts[0][0] == '0' && actor.name.empty()) actor.name = parts[2];
    if (actor.kind == ActorKind::unknown && kind != 99) actor.kind = static_cast<ActorKind>(kind);
    if (actor.country.empty()) actor.country = parts[1];
    aliases.insert(std::string(parts[2]));
  }
  aliases.erase(actor.name);
  actor.aliases.assign(aliases.begin(), aliases.end());
  return actor;
}

std::string place_line(const PlaceMention& place) {
  const std::string point =
      place.point ? fmt::format("{:.5f},{:.5f}", place.point->latitude, place.point->longitude) : "";
  return fmt::format("{}{}{}{}{}{}{}{}{}", place.name, kSeparator, place.within, kSeparator, place.country, kSeparator,
                     place.precision, kSeparator, point);
}

Place fold_place(PlaceId id, const std::vector<std::string>& lines) {
  Place place;
  place.id = id;
  for (const std::string& line : lines) {
    const auto parts = split(line, kSeparator);
    if (parts.size() != 5) continue;
    if (place.name.empty()) place.name = parts[0];
    if (place.within.empty()) place.within = parts[1];
    if (place.country.empty()) place.country = parts[2];
    if (place.precision.empty()) place.precision = parts[3];
    const std::size_t comma = parts[4].find(',');
    if (place.point || comma == std::string_view::npos) continue;
    place.point =
        GeoPoint{std::stod(std::string(parts[4].substr(0, comma))), std::stod(std::string(parts[4].substr(comma + 1)))};
  }
  return place;
}

}  // namespace forewhen
