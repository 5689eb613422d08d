// SPDX-License-Identifier: Apache-2.0
// The bars of all events, as numbers: from and to in seconds, whether a side is open. They stand for the time of the
// events or for the day on which a source first told of each.
import { barShape, type BarShape } from './bounds';
import type { Graph } from './graph';
import type { TimeKind } from './view_state';

const DAY = 86400;

export const OPEN_PIXELS = 54; // of an open side

export class Bars {
  readonly from: Float64Array; // NaN: cannot be drawn
  readonly to: Float64Array;
  readonly openStart: Uint8Array;
  readonly openEnd: Uint8Array;
  readonly whole: Uint8Array; // full from end to end

  private time: TimeKind = 'event';

  constructor(private readonly graph: Graph) {
    this.from = new Float64Array(graph.size);
    this.to = new Float64Array(graph.size);
    this.openStart = new Uint8Array(graph.size);
    this.openEnd = new Uint8Array(graph.size);
    this.whole = new Uint8Array(graph.size);
    this.use('event');
  }

  use(time: TimeKind) {
    this.time = time;
    for (let e = 0; e < this.graph.size; ++e) {
      const shape = this.shape(e);
      this.from[e] = shape ? shape.from : NaN;
      if (!shape) continue;
      this.to[e] = shape.to;
      this.openStart[e] = Number(shape.openStart);
      this.openEnd[e] = Number(shape.openEnd);
      this.whole[e] = Number(
        !shape.openStart && !shape.openEnd && shape.solidFrom <= shape.from && shape.solidTo >= shape.to,
      );
    }
  }

  // Nothing for what cannot be drawn.
  shape(event: number): BarShape | null {
    if (this.time === 'event') return barShape(this.graph.shownBounds(event));
    const from = this.graph.reported[event] ?? -Infinity,
      to = from + DAY;
    if (from === -Infinity) return null;
    return { from, to, solidFrom: from, solidTo: to, openStart: false, openEnd: false };
  }

  drawable(event: number): boolean {
    return !Number.isNaN(this.from[event]);
  }
  // In pixels from the beginning of time; open sides have some room to fade.
  left(event: number, scale: number): number {
    return this.from[event] * scale - (this.openStart[event] ? OPEN_PIXELS : 0);
  }
  right(event: number, scale: number): number {
    return Math.max(this.to[event] * scale, this.from[event] * scale + 5) + (this.openEnd[event] ? OPEN_PIXELS : 0);
  }

  // Those of `events` that can be drawn, by the start of their bars.
  sorted(events: Uint32Array): Uint32Array {
    return events
      .filter((e) => this.drawable(e))
      .sort((a, b) => this.from[a] - this.from[b] || this.openStart[b] - this.openStart[a] || a - b);
  }

  // How many of `sorted` begin before `t`.
  firstFrom(sorted: Uint32Array, t: number): number {
    let low = 0,
      high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.from[sorted[middle]] < t) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // Where to look first: all of time, or if a tenth of the events lie far from the others, the shortest time that holds
  // the rest. `sorted`: by the start of their bars.
  bulk(sorted: Uint32Array): [number, number] {
    // Words stand behind the bars: the more where most bars are at the end, as in news.
    const padded = (from: number, to: number): [number, number] => {
      const late = sorted.filter((e) => this.from[e] <= to && this.from[e] > to - (to - from) * 0.15).length;
      const behind = late > sorted.length * 0.3 ? 0.4 : 0.1;
      return [from - Math.max(43200, (to - from) * 0.02), to + Math.max(43200, (to - from) * behind)];
    };
    const all = this.extent(sorted),
      keep = Math.ceil(sorted.length * 0.9);
    if (sorted.length < 8) return padded(...all);
    let best = all;
    for (let i = 0; i + keep <= sorted.length; ++i) {
      const from = this.from[sorted[i]],
        to = this.from[sorted[i + keep - 1]];
      if (to - from < best[1] - best[0]) best = [from, to];
    }
    return padded(...(best[1] - best[0] > (all[1] - all[0]) * 0.3 ? all : best));
  }

  extent(events: Uint32Array): [number, number] {
    let from = Infinity,
      to = -Infinity;
    for (const e of events) {
      if (!this.drawable(e)) continue;
      from = Math.min(from, this.from[e]);
      to = Math.max(to, this.to[e]);
    }
    return from > to ? [0, 86400] : [from, to];
  }
}
