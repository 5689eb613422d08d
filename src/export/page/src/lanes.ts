// SPDX-License-Identifier: Apache-2.0
// The lanes of the timeline: who, where or what kind, those with most events first. An event of two actors stands in
// two lanes.
import type { Bars } from './bars';
import type { Graph } from './graph';
import type { LaneKind } from './view_state';

export interface Lane {
  name: string;
  known: boolean; // false for the lane of events without an actor, a place or a type
  events: Uint32Array; // that can be drawn, by the start of their bars
  blockEnds: Float64Array; // of every BLOCK events the latest end of a bar, seconds
}

export const BLOCK = 64;

const nobody: Record<LaneKind, string> = { actor: 'nobody named', place: 'no place', type: 'no type' };

function keyer(graph: Graph, kind: LaneKind): { names: string[]; keys: (event: number) => number[] } {
  if (kind === 'type')
    return { names: graph.data.type_words, keys: (e) => (graph.type(e) ? [graph.data.type[e]] : []) };
  if (kind === 'actor') return { names: graph.data.actors, keys: (e) => graph.actors(e) };
  const names: string[] = [];
  for (const place of graph.data.places) names[place[5]] ??= place[1];
  return { names, keys: (e) => (graph.place(e) < 0 ? [] : [graph.placeGroup(e)]) };
}

function blockEnds(bars: Bars, events: number[]): Float64Array {
  const ends = new Float64Array(Math.ceil(events.length / BLOCK)).fill(-Infinity);
  events.forEach((event, i) => {
    ends[Math.floor(i / BLOCK)] = Math.max(ends[Math.floor(i / BLOCK)], bars.to[event]);
  });
  return ends;
}

// `events`: by the start of their bars.
export function buildLanes(graph: Graph, bars: Bars, events: Uint32Array, kind: LaneKind): Lane[] {
  const { names, keys } = keyer(graph, kind);
  const lists = new Map<number, number[]>();
  const put = (key: number, event: number) => {
    const list = lists.get(key);
    if (list) list.push(event);
    else lists.set(key, [event]);
  };
  for (const event of events) {
    const own = keys(event);
    if (own.length === 0) put(-1, event);
    for (const key of own) put(key, event);
  }
  const lanes = [...lists].map(([key, list]) => ({
    name: key < 0 ? nobody[kind] : names[key],
    known: key >= 0,
    events: Uint32Array.from(list),
    blockEnds: blockEnds(bars, list),
  }));
  // Those without come last, however many.
  return lanes.sort(
    (a, b) => Number(b.known) - Number(a.known) || b.events.length - a.events.length || (a.name < b.name ? -1 : 1),
  );
}
