// SPDX-License-Identifier: Apache-2.0
// The drawn timeline: a canvas as high as the window lets it be, under which lanes are scrolled. Keeps the layout of
// the lanes for a scale, draws at most once a frame.
import { html, LitElement } from 'lit';
import { Bars } from './bars';
import { colours } from './colours';
import { Gestures } from './gestures';
import type { Graph } from './graph';
import { layOut } from './lane_layout';
import type { Lane } from './lanes';
import { AXIS, Painter, type Hit, type PlacedLane, type View } from './painter';

const CLOSEST = 60; // seconds across the view
const KEYS =
  'Arrow keys left and right move, up and down choose the event before or after, plus and minus zoom, Home ' +
  'shows all, Enter opens the chosen event, Escape closes it.';

// Tells `range` (detail: from and to) when a gesture has ended and `move` while it goes on, `choose` (an event), `step`
// (-1, 1), `open`, `close`, `lane` (a lane) and `some` (the events of a cluster).
export class TimelineView extends LitElement {
  graph!: Graph;
  bars!: Bars;
  private lanes: Lane[] = [];
  private starts: Uint32Array = new Uint32Array();
  private placed: PlacedLane[] = [];
  private extent: [number, number] = [0, 1];
  private from = 0;
  private to = 1;
  private picked = -1;
  private painter?: Painter;
  private pending = 0;
  private stale = true; // the lanes were laid out for another scale
  private printing = false;
  private full = 0; // height of the axis and all lanes, pixels

  protected createRenderRoot() {
    return this;
  }

  protected render() {
    return html`<div class="frame"><div class="stage"><canvas tabindex="0" role="application"
        aria-roledescription="timeline" aria-label="Timeline; the table below has the same events"
        aria-describedby="keys"></canvas></div></div>
      <div class="hint" hidden></div><p id="keys" class="visually-hidden">${KEYS}</p>`;
  }

  private get canvas() {
    return this.querySelector('canvas')!;
  }
  private get frame() {
    return this.querySelector<HTMLElement>('.frame')!;
  }
  private get stage() {
    return this.querySelector<HTMLElement>('.stage')!;
  }
  private get labels() {
    return Math.round(Math.min(170, this.frame.clientWidth * 0.26));
  }

  protected firstUpdated() {
    this.painter = new Painter(this.canvas.getContext('2d')!, this.graph, this.bars);
    new Gestures(this.canvas, {
      pan: (pixels) => this.pan((pixels * (this.to - this.from)) / this.room()),
      zoom: (factor, x) => this.zoom(factor, this.timeAt(x)),
      click: (x, y) => this.clicked(x, y),
      hover: (x, y, on) => this.hovered(on ? this.hitAt(x, y) : undefined, x, y),
      scroll: (pixels) => {
        this.frame.scrollTop += pixels;
      },
      done: () => this.settle(),
    });
    this.canvas.addEventListener('keydown', (event) => this.key(event));
    this.frame.addEventListener('scroll', () => this.draw());
    new ResizeObserver(() => {
      this.stale = true;
      this.draw();
    }).observe(this.frame);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.draw());
  }

  // `starts`: the events of all lanes by the start of their bars; `range`: what to look at.
  show(lanes: Lane[], starts: Uint32Array, range: [number, number], picked: number) {
    const extent = this.bars.extent(starts);
    this.starts = starts;
    if (lanes !== this.lanes) this.stale = true;
    this.lanes = lanes;
    this.picked = picked;
    const margin = Math.max((extent[1] - extent[0]) * 0.03, 43200);
    this.extent = [extent[0] - margin, extent[1] + margin * 4];
    if (range[1] - range[0] !== this.to - this.from) this.stale = true;
    [this.from, this.to] = range;
    this.draw();
  }

  range(): [number, number] {
    return [this.from, this.to];
  }
  fullExtent(): [number, number] {
    return this.extent;
  }
  redraw() {
    this.draw();
  }

  private room() {
    return Math.max(1, this.frame.clientWidth - this.labels);
  }
  private timeAt(x: number) {
    return this.from + ((x - this.labels) / this.room()) * (this.to - this.from);
  }
  private tell(name: string, detail?: unknown) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private look(from: number, to: number) {
    const widest = (this.extent[1] - this.extent[0]) * 1.6,
      span = Math.min(widest, Math.max(CLOSEST, to - from));
    const middle = Math.min(this.extent[1], Math.max(this.extent[0], (from + to) / 2));
    this.from = middle - span / 2;
    this.to = middle + span / 2;
    this.draw();
    this.tell('move');
  }
  pan(seconds: number) {
    this.look(this.from + seconds, this.to + seconds);
  }
  zoom(factor: number, around = (this.from + this.to) / 2) {
    this.look(around - (around - this.from) * factor, around + (this.to - around) * factor);
  }
  lookAt(from: number, to: number) {
    this.look(from, to);
    this.settle();
  }
  fit() {
    this.lookAt(...this.extent);
  }
  // Lanes are laid out anew when a gesture has ended, not while it goes on.
  settle() {
    const scale = this.room() / (this.to - this.from);
    if (Math.abs(scale - this.painter!.laidScale) > scale * 1e-9) this.stale = true;
    this.draw();
    this.tell('range', [this.from, this.to]);
  }

  // So that the event is in sight.
  reveal(event: number) {
    if (!this.bars.drawable(event)) return;
    const from = this.bars.from[event],
      to = Math.max(from, this.bars.to[event]),
      span = this.to - this.from;
    if (to < this.from || from > this.to - span * 0.05) {
      this.from = from - span * 0.4;
      this.to = this.from + span;
      this.tell('range', [this.from, this.to]);
    }
    this.layLanes();
    const lane = this.placed.find((each) => each.lane.events.includes(event));
    if (lane) {
      const row = Math.max(0, lane.layout.row[lane.lane.events.indexOf(event)] ?? 0),
        y = lane.top + row * 20;
      const room = this.frame.clientHeight - AXIS;
      if (y < this.frame.scrollTop || y + 30 > this.frame.scrollTop + room) this.frame.scrollTop = y - room / 3;
    }
    this.draw();
  }

  private layLanes() {
    if (!this.stale) return;
    this.stale = false;
    const room = this.room(),
      scale = room / (this.to - this.from);
    // The lane that stands on top stays there.
    const held = this.placed.find((each) => each.top + each.layout.height > this.frame.scrollTop);
    const offset = held ? this.frame.scrollTop - held.top : 0;
    let top = 0;
    this.placed = this.lanes.map((lane) => {
      const lefts = new Float64Array(lane.events.length),
        rights = new Float64Array(lane.events.length);
      lane.events.forEach((event, i) => {
        lefts[i] = this.bars.left(event, scale);
        rights[i] = this.bars.right(event, scale);
      });
      const layout = layOut(lane, lefts, rights, this.bars.whole, room);
      const placed = { lane, layout, lefts, top };
      top += layout.height;
      return placed;
    });
    this.painter!.laidScale = scale;
    this.full = AXIS + top + 4;
    this.stage.style.height = `${this.full}px`;
    if (held && this.frame.scrollTop > 0) {
      const now = this.placed.find((each) => each.lane === held.lane);
      if (now) this.frame.scrollTop = now.top + offset;
    }
  }

  private draw() {
    if (!this.pending && this.painter) this.pending = requestAnimationFrame(() => this.drawNow());
  }

  private drawNow() {
    cancelAnimationFrame(this.pending);
    this.pending = 0;
    if (!this.frame.clientWidth) return;
    this.layLanes();
    const ratio = devicePixelRatio || 1,
      width = this.frame.clientWidth;
    const all = Math.max(this.full, 128),
      height = this.printing ? Math.min(all, 8000) : Math.min(all, this.frame.clientHeight);
    const canvas = this.canvas;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      canvas.style.height = `${height}px`;
    }
    canvas.getContext('2d')!.setTransform(ratio, 0, 0, ratio, 0, 0);
    const view: View = {
      from: this.from,
      to: this.to,
      width,
      height,
      labels: this.labels,
      scroll: this.printing ? 0 : this.frame.scrollTop,
    };
    const colour = colours();
    this.painter!.draw(view, this.placed, colour, this.picked);
    this.painter!.edges(
      view,
      this.bars.firstFrom(this.starts, this.from),
      this.starts.length - this.bars.firstFrom(this.starts, this.to),
      colour,
    );
  }

  // On paper all lanes stand below each other.
  print(on: boolean) {
    this.printing = on;
    this.drawNow();
  }

  private hitAt(x: number, y: number): Hit | undefined {
    if (y < AXIS) return undefined;
    const fits = (h: Hit) => x >= h.left - 3 && x <= h.right && y >= h.top && y < h.bottom;
    return [...this.painter!.hits].reverse().find(fits);
  }

  private clicked(x: number, y: number) {
    const hit = this.hitAt(x, y);
    this.hovered(undefined, x, y);
    if (!hit) return;
    if (hit.kind === 'event') this.tell('choose', hit.event);
    else if (hit.kind === 'lane') this.tell('lane', hit.lane);
    else if (hit.kind === 'cluster') this.tell('some', hit.cluster.events);
    else this.lookAt(hit.from - (hit.to - hit.from) * 12, hit.to + (hit.to - hit.from) * 12);
  }

  private hovered(hit: Hit | undefined, x: number, y: number) {
    const hint = this.querySelector<HTMLElement>('.hint')!;
    hint.hidden = !hit || (hit.kind === 'lane' && !hit.lane.known);
    this.canvas.style.cursor = hit ? 'pointer' : 'grab';
    if (!hit || hint.hidden) return;
    hint.textContent =
      hit.kind === 'event'
        ? `${this.graph.when(hit.event)} · ${this.graph.what(hit.event).slice(0, 300)}`
        : hit.kind === 'lane'
          ? `${hit.lane.name}: ${hit.lane.events.length} events; click for these alone`
          : hit.kind === 'cluster'
            ? `${hit.cluster.events.length} more begin here; click for a list`
            : `${hit.count} begin here; click to look closer`;
    const box = this.canvas.getBoundingClientRect(),
      own = this.getBoundingClientRect();
    const left = Math.min(x + 14, box.width - hint.offsetWidth - 8);
    hint.style.left = `${Math.max(4, left) + box.left - own.left}px`;
    hint.style.top = `${y + 18 + box.top - own.top}px`;
  }

  private key(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const span = this.to - this.from;
    const act: Record<string, () => void> = {
      ArrowLeft: () => {
        this.pan(-span * 0.15);
        this.settle();
      },
      ArrowRight: () => {
        this.pan(span * 0.15);
        this.settle();
      },
      ArrowUp: () => this.tell('step', -1),
      ArrowDown: () => this.tell('step', 1),
      PageUp: () => {
        this.frame.scrollTop -= this.frame.clientHeight * 0.8;
      },
      PageDown: () => {
        this.frame.scrollTop += this.frame.clientHeight * 0.8;
      },
      '+': () => {
        this.zoom(0.7);
        this.settle();
      },
      '=': () => {
        this.zoom(0.7);
        this.settle();
      },
      '-': () => {
        this.zoom(1 / 0.7);
        this.settle();
      },
      Home: () => this.fit(),
      Enter: () => this.tell('open'),
      Escape: () => this.tell('close'),
    };
    if (!act[event.key]) return;
    event.preventDefault();
    act[event.key]();
  }
}
customElements.define('forewhen-timeline', TimelineView);
