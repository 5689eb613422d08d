// SPDX-License-Identifier: Apache-2.0
// Draws what can be seen of the lanes on a canvas, and knows afterwards what stands where.
import type { Bars } from './bars';
import { faded, type Colours } from './colours';
import { FittedText } from './fitted_text';
import type { Graph } from './graph';
import { INSIDE, LANE_GAP, ROW, type Cluster, type LaneLayout } from './lane_layout';
import { BLOCK, type Lane } from './lanes';
import { ticks } from './time_axis';

export const AXIS = 40; // pixels above the lanes
const WORDS = 420; // the most room of the words behind a bar
const BEHIND = WORDS + 60;
const FONT = '13px system-ui, sans-serif';

export interface PlacedLane {
  lane: Lane;
  layout: LaneLayout;
  lefts: Float64Array; // pixels from the beginning of time, at the scale of the layout
  top: number; // pixels below the axis
}

export interface View {
  from: number;
  to: number;
  width: number; // of the canvas, pixels
  height: number;
  labels: number; // of the names of lanes
  scroll: number; // pixels of lanes above the canvas
}

export type Hit = { left: number; right: number; top: number; bottom: number } & (
  | { kind: 'event'; event: number; lane: Lane }
  | { kind: 'cluster'; cluster: Cluster; lane: Lane }
  | { kind: 'density'; from: number; to: number; count: number; lane: Lane }
  | { kind: 'lane'; lane: Lane }
);

export class Painter {
  readonly hits: Hit[] = [];
  laidScale = 1; // pixels a second for which the lanes were laid out; while the view is zoomed it is another
  private readonly text = new FittedText();

  constructor(
    private readonly context: CanvasRenderingContext2D,
    private readonly graph: Graph,
    private readonly bars: Bars,
  ) {}

  draw(view: View, lanes: PlacedLane[], colours: Colours, picked: number): void {
    const { context } = this;
    this.hits.length = 0;
    context.clearRect(0, 0, view.width, view.height);
    context.fillStyle = colours.paper;
    context.fillRect(0, 0, view.width, view.height);
    context.font = FONT;
    context.textBaseline = 'middle';
    this.axis(view, colours);
    context.save();
    context.beginPath();
    context.rect(0, AXIS, view.width, view.height - AXIS);
    context.clip();
    for (const placed of lanes) {
      const top = AXIS + placed.top - view.scroll;
      if (top > view.height) break;
      if (top + placed.layout.height < AXIS) continue;
      this.lane(view, placed, top, colours, picked);
    }
    context.restore();
  }

  private scale(view: View): number {
    return (view.width - view.labels) / (view.to - view.from);
  }

  private axis(view: View, colours: Colours): void {
    const { context } = this,
      scale = this.scale(view);
    const room = view.width - view.labels;
    let told = '',
      behind = view.labels + 4,
      labelled = -Infinity;
    context.textAlign = 'left';
    for (const tick of ticks(view.from, view.to, Math.max(2, room / 95))) {
      const x = view.labels + (tick.at - view.from) * scale;
      if (x < view.labels - 1) continue;
      context.fillStyle = colours.line;
      context.fillRect(Math.round(x), tick.context ? AXIS - 8 : 4, 1, view.height);
      context.fillStyle = colours.ink;
      if (x + 5 > labelled && x + 30 < view.width) {
        context.fillText(tick.label, x + 5, tick.context ? AXIS - 11 : 12);
        labelled = tick.context ? x + 8 + context.measureText(tick.label).width : labelled;
      }
      const context_ = tick.context || tick.label;
      if (!tick.context) behind = x + 12 + context.measureText(tick.label).width;
      if (tick.context && context_ !== told) {
        context.fillStyle = colours.faint;
        context.fillText(context_, Math.max(x + 5, behind), 12);
        behind = Math.max(x + 5, behind) + context.measureText(context_).width + 10;
      }
      told = context_;
    }
  }

  // How many begin outside the view; `before` and `after` are of all lanes together.
  edges(view: View, before: number, after: number, colours: Colours): void {
    const { context } = this;
    const put = (text: string, x: number, align: CanvasTextAlign) => {
      const width = context.measureText(text).width + 10;
      context.fillStyle = colours.panel;
      context.fillRect(align === 'left' ? x - 5 : x - width + 5, 3, width, 18);
      context.fillStyle = colours.faint;
      context.textAlign = align;
      context.fillText(text, x, 12);
    };
    if (before) put(`◂ ${before.toLocaleString('en')} earlier`, 10, 'left');
    if (after) put(`${after.toLocaleString('en')} later ▸`, view.width - 10, 'right');
  }

  private lane(view: View, placed: PlacedLane, top: number, colours: Colours, picked: number): void {
    const { context } = this,
      { lane, layout } = placed;
    const bottom = top + layout.height;
    context.fillStyle = colours.line;
    context.fillRect(0, bottom - 1, view.width, 1);
    context.save();
    context.beginPath();
    context.rect(view.labels, top, view.width - view.labels, layout.height);
    context.clip();
    if (layout.density) this.density(view, placed, top, colours);
    else this.rows(view, placed, top, colours, picked);
    context.restore();
    // The name stays in sight while its lane is.
    const counted = layout.height > ROW * 1.6;
    const y = Math.max(top, Math.min(AXIS, bottom - (counted ? 2 : 1) * ROW - 4)) + 4 + ROW / 2;
    context.fillStyle = colours.ink;
    context.textAlign = 'left';
    context.fillText(this.text.fit(context, lane.name, view.labels - 14), 6, y);
    if (counted) {
      context.fillStyle = colours.faint;
      context.fillText(lane.events.length.toLocaleString('en'), 6, y + ROW * 0.85);
    }
    this.hits.push({ kind: 'lane', lane, left: 0, right: view.labels, top, bottom });
  }

  // Bars for what begins in a strip of some pixels.
  private density(view: View, placed: PlacedLane, top: number, colours: Colours): void {
    const { context } = this,
      { lane } = placed,
      scale = this.scale(view),
      strip = 4;
    const strips = Math.ceil((view.width - view.labels) / strip);
    const counts = new Uint32Array(strips);
    const first = this.bars.firstFrom(lane.events, view.from);
    let most = 1;
    for (let i = first; i < lane.events.length; ++i) {
      const at = Math.floor(((this.bars.from[lane.events[i]] - view.from) * scale) / strip);
      if (at >= strips) break;
      if (at >= 0) most = Math.max(most, ++counts[at]);
    }
    const height = placed.layout.height - LANE_GAP - 6;
    context.fillStyle = colours.bar;
    for (let i = 0; i < strips; ++i) {
      if (!counts[i]) continue;
      const tall = Math.max(2, height * Math.sqrt(counts[i] / most)),
        x = view.labels + i * strip;
      context.fillRect(x, top + 4 + height - tall, strip - 1, tall);
      this.hits.push({
        kind: 'density',
        lane,
        left: x,
        right: x + strip,
        top,
        bottom: top + placed.layout.height,
        from: view.from + (i * strip) / scale,
        to: view.from + ((i + 1) * strip) / scale,
        count: counts[i],
      });
    }
  }

  private rows(view: View, placed: PlacedLane, top: number, colours: Colours, picked: number): void {
    const { context } = this,
      { lane, layout } = placed,
      scale = this.scale(view);
    const origin = view.labels - view.from * scale;
    for (let i = 0; i < lane.events.length; ++i) {
      // Long bars may reach into the view from far before it; blocks without one are passed over.
      while (i % BLOCK === 0 && origin + lane.blockEnds[i / BLOCK] * scale + BEHIND < view.labels) i += BLOCK;
      if (i >= lane.events.length) break;
      const event = lane.events[i],
        row = layout.row[i];
      if (row < 0) continue;
      const left = origin + this.bars.left(event, scale);
      if (left > view.width) break;
      const right = origin + this.bars.right(event, scale);
      const after = i < layout.next.length ? layout.next[i] : Infinity;
      // The next bar of the row, at the scale of now.
      const next = after === Infinity ? Infinity : left + (after - placed.lefts[i]) * (scale / this.laidScale);
      if (right + BEHIND < view.labels) continue;
      const y = top + 4 + row * ROW;
      const colour = event === picked ? colours.pick : this.graph.happened(event) ? colours.bar : colours.other;
      this.bar(event, left, right, y, colour, this.graph.happened(event), view);
      const inside = this.bars.whole[event] === 1 && right - left >= INSIDE;
      const at = Math.max(inside ? left + 2 : right, view.labels) + 4;
      const room = inside ? Math.min(right, view.width) - at - 4 : Math.min(next - at - 8, WORDS, view.width - at - 4);
      const words = this.text.fit(context, this.graph.what(event), room);
      if (words) {
        const light = inside && (event === picked || this.graph.happened(event));
        context.fillStyle = light ? colours.paper : event === picked ? colours.pick : colours.ink;
        context.textAlign = 'left';
        context.fillText(words, at, y + ROW / 2);
      }
      const end = words && !inside ? at + Math.min(context.measureText(words).width, WORDS) : right;
      this.hits.push({
        kind: 'event',
        event,
        lane,
        left: Math.max(left, view.labels),
        right: Math.max(end, left + 8),
        top: y,
        bottom: y + ROW,
      });
    }
    for (const cluster of layout.clusters) {
      const left = origin + this.bars.left(cluster.events[0], scale);
      if (left > view.width || left + 60 < view.labels) continue;
      const label = `+${cluster.events.length}`,
        y = top + 4 + (layout.rows - 1) * ROW;
      const width = context.measureText(label).width + 12;
      const held = cluster.events.includes(picked);
      context.strokeStyle = held ? colours.pick : colours.faint;
      context.strokeRect(left + 0.5, y + 1.5, width, ROW - 4);
      context.fillStyle = held ? colours.pick : colours.ink;
      context.fillText(label, left + 6, y + ROW / 2);
      this.hits.push({ kind: 'cluster', cluster, lane, left, right: left + width, top: y, bottom: y + ROW });
    }
  }

  // Full where the event certainly went on, fading to both sides; hollow for what did not happen or is not known to have.
  private bar(
    event: number,
    left: number,
    right: number,
    y: number,
    colour: string,
    happened: boolean,
    view: View,
  ): void {
    const { context } = this,
      height = ROW - 5,
      top = y + 2;
    const shape = this.bars.shape(event)!;
    const width = Math.max(1, right - left - (right - left >= INSIDE ? 1 : 0)),
      scale = this.scale(view);
    const x = (t: number) => view.labels + (t - view.from) * scale;
    const stop = (t: number) => Math.min(1, Math.max(0, (x(t) - left) / width));
    const whole = this.bars.whole[event] === 1;
    const strength = happened ? 1 : 0.35;
    if (whole || width < 12) {
      context.fillStyle = faded(colour, whole ? strength : 0.6 * strength);
    } else {
      const fill = context.createLinearGradient(left, 0, right, 0);
      if (shape.solidFrom <= shape.solidTo && !(shape.openStart && shape.openEnd)) {
        const begin = stop(shape.solidFrom),
          end = stop(shape.solidTo);
        fill.addColorStop(0, faded(colour, begin > 0 ? 0.06 : strength));
        fill.addColorStop(begin, faded(colour, strength));
        fill.addColorStop(Math.max(begin, end), faded(colour, strength));
        fill.addColorStop(1, faded(colour, end < 1 ? 0.04 : strength));
      } else {
        fill.addColorStop(0, faded(colour, 0.08));
        fill.addColorStop(0.5, faded(colour, 0.6 * strength));
        fill.addColorStop(1, faded(colour, 0.08));
      }
      context.fillStyle = fill;
    }
    context.fillRect(left, top, width, height);
    if ((whole && happened) || (!whole && width < 12)) return;
    const from = Math.max(left, view.labels - 3) + 0.5;
    context.strokeStyle = faded(colour, whole ? 1 : 0.75);
    context.setLineDash(whole ? [] : [3, 3]);
    context.beginPath();
    context.moveTo(from, top + height - 0.5);
    context.lineTo(right, top + height - 0.5);
    if (!shape.openEnd) context.lineTo(right - 0.5, top + 0.5);
    else context.moveTo(right, top + 0.5);
    context.lineTo(from, top + 0.5);
    if (!shape.openStart) context.lineTo(from, top + height - 0.5);
    context.stroke();
    context.setLineDash([]);
  }
}
