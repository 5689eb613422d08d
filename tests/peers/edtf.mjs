// SPDX-License-Identifier: Apache-2.0
// Seeded EDTF texts of all levels, read by two other readers and by ours: wherever both others agree with each other,
// ours must say the same. Usage: node edtf.mjs PROGRAM FOLDER, PROGRAM being edtf_extent and FOLDER where npm installed
// the readers.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [program, folder] = process.argv.slice(2);
const load = async (name) => {
  const found = createRequire(pathToFileURL(`${folder}/`)).resolve(name);
  return import(pathToFileURL(found));
};
const { default: edtf } = (await load('edtf')).default;
const core = await load('@edtf-ts/core');

// xorshift32: the same texts in every run
let state = 20211108;
const random = (below) => {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % below;
};
const pick = (...choices) => {
  const choice = choices[random(choices.length)];
  return typeof choice === 'function' ? choice() : choice;
};
const digits = (value, width) => String(value).padStart(width, '0');

const year = () => pick(() => digits(random(10000), 4), () => digits(1800 + random(300), 4), () => `-${digits(1 + random(9999), 4)}`);
const month = () => digits(1 + random(12), 2);
const day = () => digits(1 + random(pick(28, 31, 32)), 2);
const masked = (text) => text.replace(/\d$/, 'X');
const date = () => pick(year, () => `${year()}-${month()}`, () => `${year()}-${month()}-${day()}`);
const time = () => `T${digits(random(25), 2)}:${digits(random(61), 2)}:${digits(random(60), 2)}`;
const qualified = (text) => text + pick('?', '~', '%');
const unspecified = () =>
  pick(() => masked(year()), () => `${year().slice(0, -2)}XX`, () => `${year()}-XX`, () => `${year()}-${month()}-XX`,
    () => `${year()}-XX-XX`, () => `${masked(year())}-${month()}-${day()}`, () => `${year()}-1X`);
const season = () => `${year()}-${20 + random(23)}`;
const long = () => `Y${pick('', '-')}${10000 + random(200000)}`;
const end = () => pick(date, date, () => qualified(date()), season, unspecified);
const interval = () => pick(() => `${end()}/${end()}`, () => `../${end()}`, () => `${end()}/..`, () => `/${end()}`, () => `${end()}/`);
// Short ranges: one of the others counts every day of them.
const range = () => {
  const first = 1000 + random(1000);
  return `${first}..${first + random(4)}`;
};
const member = () => pick(date, date, range);
const set = () => {
  const members = Array.from({ length: 1 + random(4) }, member);
  if (random(8) === 0) members[0] = `..${date()}`;
  if (random(8) === 0) members[members.length - 1] = `${date()}..`;
  return pick(`[${members}]`, `{${members}}`);
};
const partly = () => `${pick('?', '~', '%')}${year()}-${month()}${pick('', '?', '~')}-${pick('', '~')}${day()}`;
const broken = () => {
  const text = end();
  const at = random(text.length);
  return text.slice(0, at) + pick('', '-', '/', 'X', '3', '0', 'T', '?') + text.slice(at + random(2));
};
const text = () =>
  pick(date, () => date() + time() + pick('', 'Z', '+05:30', '-0500'), () => qualified(date()), unspecified, season, long,
    interval, interval, set, partly, broken);

// The ends of Date's range stand for open ones.
const instant = (milliseconds, isEnd) => {
  if (!Number.isFinite(milliseconds) || Math.abs(milliseconds) >= 8.64e15) return '-';
  return String(isEnd ? Math.floor(milliseconds / 1000) + 1 : Math.floor(milliseconds / 1000));
};
const read = (extent) => {
  try {
    return extent() ?? 'refused';
  } catch {
    return 'refused';
  }
};
const byEdtf = (t) => read(() => {
  const value = edtf(t);
  return Number.isNaN(value.min) ? null : `${instant(value.min, false)} ${instant(value.max, true)}`;
});
const byCore = (t) => read(() => {
  const result = core.parse(t);
  if (!result.success) return null;
  return `${instant(result.value.min.getTime(), false)} ${instant(result.value.max.getTime(), true)}`;
});

const texts = [...new Set(Array.from({ length: 6000 }, text))].filter((t) => t !== '');
const ours = spawnSync(program, { input: texts.join('\n') + '\n', encoding: 'utf8', maxBuffer: 1 << 26 }).stdout.split('\n');

// Sub-year groupings in intervals and before the year 0, and qualified unspecified parts, are ISO 8601-2 level 2 that
// neither of the others reads; that both refuse one says nothing about it.
const isBeyondOthers = (t) => /-(2[1-9]|3\d|4[01])\b/.test(t) || (/[?~%]/.test(t) && /X/.test(t));

let agreed = 0;
let beyond = 0;
const differing = [];
texts.forEach((t, i) => {
  const expected = byEdtf(t);
  if (expected !== byCore(t)) return;
  if (expected === 'refused' && ours[i] !== 'refused' && isBeyondOthers(t)) {
    ++beyond;
    return;
  }
  ++agreed;
  if (ours[i] !== expected) differing.push(`${t}: others ${expected}, ours ${ours[i]}`);
});
differing.forEach((line) => console.log(line));
console.log(`${texts.length} texts: the others agree on ${agreed}, of which ours differs on ${differing.length}; ` +
  `${beyond} more are read by ours alone`);
process.exit(differing.length === 0 && agreed > texts.length / 2 ? 0 : 1);
