// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Filter } from '../src/filter';
import { NeighbourFinder } from '../src/neighbours';
import { plainState, readState, writeState } from '../src/view_state';
import { sample } from './sample';

const at = (t: number): [number, number, number, number] => [t, t + 1, t, t + 1];

test('the nearest come first, and only those that have something in common', () => {
  const graph = sample([
    { bounds: at(0), parts: [1] },
    { bounds: at(5), parts: [1] },
    { bounds: at(6), parts: [8 + 1] },
    { bounds: at(9), parts: [1, 16 + 2] },
    { bounds: at(12), parts: [16 + 1] },
    { parts: [1] },
  ]);
  const finder = new NeighbourFinder(graph),
    found = finder.find(3, true, true);
  assert.deepEqual(
    found.list.map((each) => [each.event, each.definite]),
    [
      [1, true],
      [0, true],
      [5, false],
    ],
  );
  assert.deepEqual(
    finder.find(3, false, true).list.map((each) => each.event),
    [4, 5],
  );
});

test('what did not happen is left out and counted', () => {
  const graph = sample([
    { bounds: at(0), parts: [1], standing: 2 },
    { bounds: at(1), parts: [1], standing: 9 },
    { bounds: at(5), parts: [1] },
  ]);
  const finder = new NeighbourFinder(graph);
  assert.equal(finder.find(2, true, false).leftOut, '1 planned, 1 denied');
  assert.equal(finder.find(2, true, true).list.length, 2);
});

test('exceptions and narrowed bounds win over the bounds', () => {
  const graph = sample(
    [
      { bounds: at(0), told: [0, -1], exceptions: [1, 4 * 2 + 0] },
      { bounds: at(0), told: [0, -1], exceptions: [0, 4 * 0 + 3] },
      { bounds: at(4), told: [0, -1] },
    ],
    {
      narrowed: [[2, 4, 5, 4, 5]],
      links: [[1, 0, 'before', 'then']],
    },
  );
  const finder = new NeighbourFinder(graph);
  assert.deepEqual(
    finder.find(0, true, true).list.map((each) => [each.event, each.definite, each.ties]),
    [[1, true, ['the same report', 'link ‘then’']]],
  );
  assert.equal(finder.find(1, false, true).leftOut, '1 unlikely by the telling');
});

test('words are looked for everywhere, and all of them must occur', () => {
  const graph = sample([{ what: 'A strike' }, { what: 'a march', parts: [8 + 1] }, { what: 'A strike', place: 0 }]);
  const run = (q: string) => [...new Filter(graph).run({ ...plainState(), q })];
  assert.deepEqual(run('STRIKE'), [0, 2]);
  assert.deepEqual(run('bo'), [1]);
  assert.deepEqual(run('strike oslo'), [2]);
  assert.deepEqual([...new Filter(graph).run({ ...plainState(), place: 'Oslo' })], [2]);
  // A part of a name will do where nothing bears it whole.
  assert.deepEqual([...new Filter(graph).run({ ...plainState(), place: 'osl' })], [2]);
  assert.deepEqual([...new Filter(graph).run({ ...plainState(), actor: 'B' })], [1]);
});

test('the address holds the whole state, and survives nonsense', () => {
  const state = {
    ...plainState(),
    lane: 'place' as const,
    time: 'report' as const,
    q: 'a&b=c #',
    type: 'X',
    actor: 'Ana "A"',
    place: 'Å',
    all: false,
    from: -5,
    to: 7,
    sel: 'e0000000000000001',
    newest: true,
  };
  assert.deepEqual(readState(writeState(state)), state);
  assert.equal(writeState(plainState()), '#');
  assert.deepEqual(readState('#lane=x&from=NaN&to=9&all=maybe&%%%'), plainState());
  assert.equal(readState('#e0123456789abcdef').sel, 'e0123456789abcdef');
});
