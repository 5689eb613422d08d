// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barShape, DEFINITE, NO, POSSIBLE, precedes, standingAtStart, type Bounds } from '../src/bounds';

const DAY = 86400;
const bounds = (earliestStart: number, latestStart: number, earliestEnd: number, latestEnd: number): Bounds => ({
  earliestStart,
  latestStart,
  earliestEnd,
  latestEnd,
});
// As the EDTF texts beside them have it; days are counted from 1970-01-01.
const aDay = bounds(0, DAY, 0, DAY); // 1970-01-01
const aMonth = bounds(0, 31 * DAY, 0, 31 * DAY); // 1970-01
const interval = bounds(0, DAY, 9 * DAY, 10 * DAY); // 1970-01-01/1970-01-10
const months = bounds(0, 31 * DAY, 59 * DAY, 90 * DAY); // 1970-01/1970-03
const openEnd = bounds(0, DAY, 0, Infinity); // 1970-01-01/..
const openStart = bounds(-Infinity, DAY, -Infinity, DAY); // ../1970-01-01
const nothing = bounds(-Infinity, Infinity, -Infinity, Infinity);

test('a day is full, a month without a day is nowhere full', () => {
  assert.deepEqual(barShape(aDay), { from: 0, to: DAY, solidFrom: 0, solidTo: DAY, openStart: false, openEnd: false });
  const month = barShape(aMonth)!;
  assert.ok(month.solidFrom > month.solidTo || month.solidFrom === month.to);
});

test('an interval of days is full from end to end, one of months between its latest start and earliest end', () => {
  const days = barShape(interval)!;
  assert.deepEqual([days.solidFrom, days.solidTo], [0, 10 * DAY]);
  const shape = barShape(months)!;
  assert.deepEqual([shape.from, shape.solidFrom, shape.solidTo, shape.to], [0, 31 * DAY, 59 * DAY, 90 * DAY]);
});

test('open sides have no end of their own', () => {
  assert.deepEqual([barShape(openEnd)!.openStart, barShape(openEnd)!.openEnd], [false, true]);
  assert.ok(Number.isFinite(barShape(openEnd)!.to));
  assert.deepEqual([barShape(openStart)!.openStart, barShape(openStart)!.openEnd], [true, false]);
  assert.equal(barShape(nothing), null);
});

test('every bar lies in its time, whatever the bounds', () => {
  const times = [-Infinity, -3 * DAY, 0, 1, DAY, 40 * DAY, Infinity];
  for (const es of times)
    for (const ls of times)
      for (const ee of times)
        for (const le of times) {
          if (!(es < ls && ee < le && es < le)) continue;
          const shape = barShape(bounds(es, ls, ee, le));
          if (!shape) continue;
          assert.ok(shape.from <= shape.to && Number.isFinite(shape.from) && Number.isFinite(shape.to));
          assert.ok(shape.solidTo <= shape.to);
          if (Number.isFinite(es)) assert.equal(shape.from, es);
          if (Number.isFinite(le)) assert.equal(shape.to, le);
        }
});

test('what starts before what, half open', () => {
  const next = bounds(DAY, 2 * DAY, DAY, 2 * DAY);
  assert.equal(precedes(aDay, next), DEFINITE);
  assert.equal(precedes(next, aDay), NO);
  assert.equal(precedes(aDay, aDay), POSSIBLE);
  assert.equal(precedes(nothing, aDay), POSSIBLE);
  assert.equal(standingAtStart(aDay, next), 'ended');
  assert.equal(standingAtStart(interval, next), 'going on');
  assert.equal(standingAtStart(openEnd, next), '');
});
