// SPDX-License-Identifier: Apache-2.0
// How many events begin when, over all of time, with the part that the timeline shows; dragging over it moves that part.
// For eyes and hands only: the keys of the timeline do the same.
import { scaleSqrt } from 'd3-scale';
import { html, LitElement } from 'lit';
import type { Bars } from './bars';
import { colours, faded } from './colours';
import { ticks } from './time_axis';

const HEIGHT = 54,
  STRIP = 3;

// Tells `range` (detail: from and to).
export class Overview extends LitElement {
  bars!: Bars;
  private events: Uint32Array = new Uint32Array();
  private extent: [number, number] = [0, 1];
  private range: [number, number] = [0, 1];
  private held: { grabbed: number; whole: boolean } | null = null;
  private pending = 0;
  private counted?: { events: Uint32Array; from: number; to: number; width: number; counts: Uint32Array };

  protected createRenderRoot() {
    return this;
  }
  protected render() {
    return html`<canvas class="overview" height=${HEIGHT} aria-hidden="true"></canvas>`;
  }
  private get canvas() {
    return this.querySelector('canvas')!;
  }

  protected firstUpdated() {
    const canvas = this.canvas;
    new ResizeObserver(() => this.redraw()).observe(canvas);
    canvas.addEventListener('pointerdown', (event) => {
      canvas.setPointerCapture(event.pointerId);
      const t = this.timeAt(event),
        inside = t >= this.range[0] && t <= this.range[1];
      this.held = { grabbed: inside ? t - this.range[0] : (this.range[1] - this.range[0]) / 2, whole: true };
      this.drag(event);
    });
    canvas.addEventListener('pointermove', (event) => {
      if (this.held) this.drag(event);
    });
    canvas.addEventListener('pointerup', () => {
      this.held = null;
    });
    canvas.addEventListener('pointercancel', () => {
      this.held = null;
    });
  }

  show(events: Uint32Array, extent: [number, number], range: [number, number]) {
    this.events = events;
    this.extent = extent;
    this.range = range;
    this.redraw();
  }
  redraw() {
    if (!this.pending) this.pending = requestAnimationFrame(() => this.draw());
  }

  private timeAt(event: MouseEvent) {
    const box = this.canvas.getBoundingClientRect();
    return this.extent[0] + ((event.clientX - box.left) / box.width) * (this.extent[1] - this.extent[0]);
  }
  private drag(event: MouseEvent) {
    const from = this.timeAt(event) - this.held!.grabbed;
    this.dispatchEvent(new CustomEvent('range', { detail: [from, from + this.range[1] - this.range[0]] }));
  }

  // While the view moves, what is counted stays the same.
  private count(width: number): Uint32Array {
    const [from, to] = this.extent,
      { counted } = this;
    if (
      counted &&
      counted.events === this.events &&
      counted.from === from &&
      counted.to === to &&
      counted.width === width
    )
      return counted.counts;
    const counts = new Uint32Array(Math.ceil(width / STRIP));
    for (const event of this.events) {
      const at = Math.floor((((this.bars.from[event] - from) / (to - from)) * width) / STRIP);
      if (at >= 0 && at < counts.length) ++counts[at];
    }
    this.counted = { events: this.events, from, to, width, counts };
    return counts;
  }

  private draw() {
    this.pending = 0;
    const canvas = this.canvas,
      width = canvas.clientWidth,
      ratio = devicePixelRatio || 1;
    if (!width) return;
    canvas.width = width * ratio;
    canvas.height = HEIGHT * ratio;
    const context = canvas.getContext('2d')!,
      colour = colours(),
      [from, to] = this.extent;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = colour.panel;
    context.fillRect(0, 0, width, HEIGHT);
    const counts = this.count(width);
    const most = counts.reduce((a, b) => Math.max(a, b), 1);
    const tall = scaleSqrt()
      .domain([0, most])
      .range([0, HEIGHT - 18]);
    context.fillStyle = colour.bar;
    counts.forEach((count, i) => {
      if (count)
        context.fillRect(i * STRIP, HEIGHT - 14 - Math.max(1.5, tall(count)), STRIP - 1, Math.max(1.5, tall(count)));
    });
    context.font = '11px system-ui, sans-serif';
    context.fillStyle = colour.faint;
    let behind = 0;
    for (const tick of ticks(from, to, width / 90)) {
      const x = ((tick.at - from) / (to - from)) * width;
      const label = tick.context && behind === 0 ? `${tick.label} ${tick.context}` : tick.label;
      if (x < behind || x + context.measureText(label).width + 4 > width) continue;
      context.fillText(label, x + 3, HEIGHT - 3);
      context.fillRect(x, HEIGHT - 14, 1, 14);
      behind = x + context.measureText(label).width + 12;
    }
    const x = (t: number) => ((t - from) / (to - from)) * width;
    const left = Math.max(0, x(this.range[0])),
      right = Math.min(width, x(this.range[1]));
    if (right - left >= width - 1) return;
    context.fillStyle = faded(colour.paper, 0.72);
    context.fillRect(0, 0, left, HEIGHT);
    context.fillRect(right, 0, width - right, HEIGHT);
    context.strokeStyle = colour.pick;
    context.lineWidth = 2;
    context.strokeRect(left + 1, 1, Math.max(4, right - left - 2), HEIGHT - 2);
  }
}
customElements.define('forewhen-overview', Overview);
