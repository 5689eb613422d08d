// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bars } from '../src/bars';
import { layOut, MOST_ROWS, mostWithin, type LaneLayout } from '../src/lane_layout';
import { buildLanes } from '../src/lanes';
import { sample } from './sample';

// Numbers that look random and are the same every time.
function chance(seed: number): () => number {
  return () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
}

function laid(lefts: number[], widths: number[], view: number): LaneLayout {
  const from = Float64Array.from(lefts),
    to = from.map((left, i) => left + widths[i]);
  const lane = { name: '', known: true, events: Uint32Array.from(lefts, (_, i) => i), blockEnds: new Float64Array() };
  return layOut(lane, from, to, new Uint8Array(lefts.length), view);
}

test('bars of a row do not meet, and each bar is in a row or a cluster', () => {
  for (let seed = 1; seed <= 50; ++seed) {
    const random = chance(seed),
      count = 5 + Math.floor(random() * 300);
    const lefts = Array.from({ length: count }, () => random() * 3000).sort((a, b) => a - b);
    const widths = lefts.map(() => random() * (random() < 0.1 ? 900 : 40));
    const layout = laid(lefts, widths, 800);
    const clustered = new Set(layout.clusters.flatMap((cluster) => cluster.events));
    const ends = new Map<number, number>();
    lefts.forEach((left, i) => {
      assert.notEqual(layout.row[i] < 0, !clustered.has(i));
      if (layout.row[i] < 0) return;
      assert.ok((ends.get(layout.row[i]) ?? -Infinity) <= left);
      ends.set(layout.row[i], left + widths[i]);
    });
    assert.ok(layout.rows * 20 <= layout.height);
  }
});

test('few at a time have all the rows that they need, more have some, many are a density', () => {
  const same = (count: number) => laid(new Array(count).fill(0), new Array(count).fill(10), 800);
  assert.deepEqual([same(40).rows, same(40).clusters.length], [40, 0]);
  assert.deepEqual([same(300).rows, same(300).clusters[0].events.length], [MOST_ROWS + 1, 300 - MOST_ROWS]);
  assert.equal(same(5000).density, true);
});

test('mostWithin agrees with counting', () => {
  const random = chance(7);
  for (let round = 0; round < 100; ++round) {
    const starts = Float64Array.from({ length: 30 }, () => Math.floor(random() * 50)).sort();
    const width = Math.floor(random() * 20);
    const counted = Math.max(
      ...Array.from(starts, (from) => starts.filter((s) => s >= from && s <= from + width).length),
    );
    assert.equal(mostWithin(starts, width), counted);
  }
});

test('lanes: those with most first, nobody last, an event of two in both, speakers in none', () => {
  const graph = sample([
    { bounds: [0, 1, 0, 1], parts: [1, 8 + 2] },
    { bounds: [5, 6, 5, 6], parts: [8 + 1] },
    { bounds: [7, 8, 7, 8] },
    { bounds: [9, 10, 9, 10] },
    { bounds: [11, 12, 11, 12] },
    { bounds: [13, 14, 13, 14], parts: [16 + 5] },
  ]);
  const bars = new Bars(graph);
  const lanes = buildLanes(graph, bars, bars.sorted(graph.order), 'actor');
  assert.deepEqual(
    lanes.map((lane) => [lane.name, ...lane.events]),
    [
      ['Bo', 0, 1],
      ['Ana', 0],
      ['nobody named', 2, 3, 4, 5],
    ],
  );
});

test('the first look leaves out what lies far from nearly all', () => {
  const graph = sample(
    [-5e9, ...Array.from({ length: 30 }, (_, i) => i * 86400)].map((t) => ({ bounds: [t, t + 1, t, t + 1] })),
  );
  const bars = new Bars(graph),
    [from, to] = bars.bulk(bars.sorted(graph.order));
  assert.ok(from > -5e8 && to > 27 * 86400);
  const even = sample(
    Array.from({ length: 30 }, (_, i) => ({ bounds: [i * 86400, i * 86400 + 1, i * 86400, i * 86400 + 1] })),
  );
  const all = new Bars(even).bulk(new Bars(even).sorted(even.order));
  assert.ok(all[0] <= 0 && all[1] >= 29 * 86400);
});

test('bars of the day on which an event was first told of', () => {
  const graph = sample([{ bounds: [0, 5, 0, 5] }, {}, {}], { reported: [86400, null, 86400] });
  const bars = new Bars(graph);
  assert.deepEqual(
    [0, 1, 2].map((e) => bars.drawable(e)),
    [true, false, false],
  );
  bars.use('report');
  assert.deepEqual(
    [0, 1, 2].map((e) => bars.from[e]),
    [86400, NaN, 2 * 86400],
  );
  assert.deepEqual([bars.to[0], bars.whole[0]], [2 * 86400, 1]);
  bars.use('event');
  assert.deepEqual([bars.from[0], bars.drawable(2)], [0, false]);
});
