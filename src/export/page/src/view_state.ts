// SPDX-License-Identifier: Apache-2.0
// What the page shows, as its address keeps it: #lane=place&q=harbour&sel=e0123...

export type LaneKind = 'actor' | 'place' | 'type';
export type TimeKind = 'event' | 'report'; // when it happened, or when a source first told of it

export interface ViewState {
  lane: LaneKind;
  time: TimeKind;
  q: string; // words that must all occur
  type: string; // PLOVER type, '' for all
  actor: string; // by name, '' for all
  place: string; // the same
  all: boolean; // also what is planned, possible or denied
  from: number | null; // seconds; null: all that there is
  to: number | null;
  sel: string; // id of the chosen event
  newest: boolean; // the table's order
}

export const plainState = (): ViewState => ({
  lane: 'actor',
  time: 'event',
  q: '',
  type: '',
  actor: '',
  place: '',
  all: true,
  from: null,
  to: null,
  sel: '',
  newest: false,
});

export function readState(hash: string): ViewState {
  const p = new URLSearchParams(hash.replace(/^#/, ''));
  const number = (name: string) => (p.get(name) && Number.isFinite(Number(p.get(name))) ? Number(p.get(name)) : null);
  const state = plainState();
  const lane = p.get('lane');
  if (lane === 'place' || lane === 'type') state.lane = lane;
  for (const name of ['q', 'type', 'actor', 'place', 'sel'] as const) state[name] = p.get(name) ?? '';
  // A bare id is a link to an event.
  if (/^#?e[0-9a-f]{16}$/.test(hash)) state.sel = hash.replace(/^#/, '');
  if (p.get('time') === 'report') state.time = 'report';
  state.all = p.get('all') !== '0';
  state.newest = p.get('order') === 'newest';
  const from = number('from'),
    to = number('to');
  if (from !== null && to !== null && to > from) [state.from, state.to] = [from, to];
  return state;
}

export function writeState(state: ViewState): string {
  const p = new URLSearchParams();
  if (state.lane !== 'actor') p.set('lane', state.lane);
  if (state.time !== 'event') p.set('time', state.time);
  for (const name of ['q', 'type', 'actor', 'place'] as const) if (state[name]) p.set(name, state[name]);
  if (!state.all) p.set('all', '0');
  if (state.newest) p.set('order', 'newest');
  if (state.from !== null && state.to !== null) {
    p.set('from', String(Math.round(state.from)));
    p.set('to', String(Math.round(state.to)));
  }
  if (state.sel) p.set('sel', state.sel);
  return '#' + p.toString();
}
