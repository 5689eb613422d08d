// SPDX-License-Identifier: Apache-2.0
// Where the bars of a lane stand at one scale: in rows where neither bars nor the first words behind them meet; what
// finds no row is counted in clusters; a lane that is too full for rows is drawn as a density. The layout depends on the
// scale alone, not on where the view begins, so nothing jumps while it is moved.
import type { Lane } from './lanes';

export const ROW = 20; // pixels
export const LANE_GAP = 9;
export const DENSITY_HEIGHT = 44;
const WORDS = 92; // of its words a bar keeps free at least
export const INSIDE = 110; // a full bar as wide as this has its words on it
const NARROW = 5; // the least width of a bar
export const MOST_ROWS = 8;
const MOST_AT_ONCE = 60; // within the width of the view: those get all the rows that they need
const MOST_IN_ROWS = 700; // more within the width of the view are drawn as a density

export interface Cluster {
  left: number; // pixels from the origin of the scale
  right: number;
  events: number[];
}

export interface LaneLayout {
  density: boolean;
  rows: number;
  height: number; // with the gap below
  row: Int16Array; // of each event of the lane; -1: in a cluster
  next: Float64Array; // where the next bar of its row begins
  clusters: Cluster[];
}

// The most events that begin within `width` of each other.
export function mostWithin(starts: Float64Array, width: number): number {
  let most = 0;
  for (let left = 0, right = 0; right < starts.length; ++right) {
    while (starts[right] - starts[left] > width) ++left;
    most = Math.max(most, right - left + 1);
  }
  return most;
}

// `lefts` and `rights`: of each bar of the lane in pixels from any origin, lefts rising; `whole`: by event, whether its
// bar is full from end to end; `width` of the view.
export function layOut(
  lane: Lane,
  lefts: Float64Array,
  rights: Float64Array,
  whole: Uint8Array,
  width: number,
): LaneLayout {
  const count = lane.events.length,
    most = mostWithin(lefts, width);
  const layout: LaneLayout = {
    density: most > MOST_IN_ROWS,
    rows: 1,
    height: DENSITY_HEIGHT + LANE_GAP,
    row: new Int16Array(0),
    next: new Float64Array(0),
    clusters: [],
  };
  if (layout.density) return layout;
  const limit = most <= MOST_AT_ONCE ? MOST_AT_ONCE : MOST_ROWS;
  layout.row = new Int16Array(count).fill(-1);
  layout.next = new Float64Array(count).fill(Infinity);
  const free: number[] = [],
    last: number[] = []; // by row: from where on it is free, and its last event
  for (let i = 0; i < count; ++i) {
    const left = lefts[i];
    let row = free.findIndex((from) => from <= left);
    if (row < 0 && free.length < limit) row = free.push(0) - 1;
    if (row < 0) {
      const cluster = layout.clusters[layout.clusters.length - 1];
      if (cluster && left - cluster.left < WORDS) {
        cluster.events.push(lane.events[i]);
        cluster.right = Math.max(cluster.right, rights[i]);
      } else {
        layout.clusters.push({ left, right: rights[i], events: [lane.events[i]] });
      }
      continue;
    }
    if (last[row] !== undefined) layout.next[last[row]] = left;
    layout.row[i] = row;
    last[row] = i;
    const inside = whole[lane.events[i]] === 1 && rights[i] - left >= INSIDE;
    free[row] = Math.max(rights[i], left + NARROW) + (inside ? 0 : WORDS);
  }
  layout.rows = Math.max(1, free.length) + (layout.clusters.length ? 1 : 0);
  layout.height = layout.rows * ROW + LANE_GAP;
  return layout;
}
