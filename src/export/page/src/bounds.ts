// SPDX-License-Identifier: Apache-2.0
// When something began and ended, as include/forewhen/time/bounds.h has it: the start lies in
// [earliestStart, latestStart), the end in (earliestEnd, latestEnd]. Seconds since 1970, UTC; open ends are -Infinity
// and Infinity.

export interface Bounds {
  earliestStart: number;
  latestStart: number;
  earliestEnd: number;
  latestEnd: number;
}

export const NO = 0,
  POSSIBLE = 1,
  DEFINITE = 2,
  UNLIKELY = 3;
export type Verdict = typeof NO | typeof POSSIBLE | typeof DEFINITE | typeof UNLIKELY;

// A starts before X starts.
export function precedes(a: Bounds, x: Bounds): Verdict {
  if (a.latestStart <= x.earliestStart) return DEFINITE;
  return a.earliestStart < x.latestStart ? POSSIBLE : NO;
}

// Whether A was over when X began; empty when nobody knows.
export function standingAtStart(a: Bounds, x: Bounds): '' | 'ended' | 'going on' {
  if (a.latestEnd <= x.earliestStart) return 'ended';
  if (a.earliestEnd >= x.latestStart && precedes(a, x) === DEFINITE) return 'going on';
  return '';
}

// How a bar is drawn. It is full from `solidFrom` to `solidTo`, where the event certainly went on, and fades towards
// `from` and `to`; without such a time (`solidFrom` > `solidTo`) it is nowhere full. Open sides have no end of their
// own: they fade out.
export interface BarShape {
  from: number;
  to: number;
  solidFrom: number;
  solidTo: number;
  openStart: boolean;
  openEnd: boolean;
}

const DAY = 86400;

// Nothing when not even one side of the start is known. A start and end within one day are drawn as a full bar: finer
// is not meant by a date.
export function barShape(b: Bounds): BarShape | null {
  const openStart = b.earliestStart === -Infinity,
    openEnd = b.latestEnd === Infinity;
  if (openStart && b.latestStart === Infinity) return null;
  const known = [b.earliestStart, b.latestStart, b.earliestEnd, b.latestEnd].filter(Number.isFinite);
  const from = openStart ? Math.min(...known) : b.earliestStart;
  const to = openEnd ? Math.max(...known) : b.latestEnd;
  if (!openStart && !openEnd && to - from <= DAY) return { from, to, solidFrom: from, solidTo: to, openStart, openEnd };
  const exactStart = b.latestStart - b.earliestStart <= DAY,
    exactEnd = b.latestEnd - b.earliestEnd <= DAY;
  const solidFrom = exactStart ? from : b.latestStart;
  const solidTo = exactEnd ? to : b.earliestEnd;
  return {
    from,
    to,
    solidFrom,
    solidTo: Math.min(to, Math.max(solidTo, exactStart ? Math.min(b.latestStart, to) : solidTo)),
    openStart,
    openEnd,
  };
}
