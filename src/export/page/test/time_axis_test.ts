// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ticks, yearName, yearStart } from '../src/time_axis';

const at = (iso: string) => Date.parse(iso) / 1000;
const labels = (from: number, to: number, most: number) => ticks(from, to, most).map((tick) => tick.label);

test('years, months, days and hours', () => {
  assert.deepEqual(labels(at('2014-01-01'), at('2018-06-01'), 5), ['2014', '2015', '2016', '2017', '2018']);
  assert.deepEqual(labels(at('2014-01-15'), at('2014-06-01'), 5), ['Feb', 'Mar', 'Apr', 'May', 'Jun']);
  assert.equal(ticks(at('2014-03-01'), at('2014-03-08'), 7)[1].label, '2 Mar');
  assert.equal(ticks(at('2014-03-01'), at('2014-03-08'), 7)[1].context, '2014');
  const hours = ticks(at('2014-03-01T00:00Z'), at('2014-03-01T12:00Z'), 12);
  assert.deepEqual([hours[1].label, hours[1].context], ['01:00', '1 Mar 2014']);
});

test('there is no year 0: 1 BCE is the year before 1', () => {
  assert.equal(yearName(1), '1');
  assert.equal(yearName(0), '1 BCE');
  assert.equal(yearName(-43), '44 BCE');
  assert.ok(labels(yearStart(-60), yearStart(-20), 4).every((label) => label.endsWith(' BCE')));
});

test('ages that no Date holds', () => {
  const found = ticks(yearStart(-170_000_000), yearStart(2000), 6);
  assert.ok(found.length >= 2 && found.length <= 12);
  assert.ok(found.every((tick, i) => i === 0 || tick.at > found[i - 1].at));
});

test('ticks rise, lie in the range, and are not many more than asked for', () => {
  for (let span = 60; span < 1e13; span *= 3.7) {
    for (const from of [-9e12, -62135596800, 0, 1.4e9]) {
      const found = ticks(from, from + span, 8);
      assert.ok(found.length <= 17, `${found.length} for ${span} s from ${from}`);
      for (const [i, tick] of found.entries()) {
        assert.ok(
          tick.at >= from - span * 0.001 && tick.at <= from + span * 1.001,
          `${tick.at} of ${from} and ${span}`,
        );
        assert.ok(i === 0 || tick.at > found[i - 1].at);
      }
    }
  }
});
