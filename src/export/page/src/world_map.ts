// SPDX-License-Identifier: Apache-2.0
// Where the events are that the page shows: the outline of the world, a circle a place, its area by the number of events.
import { geoEqualEarth, geoGraticule10, geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';
import { scaleSqrt } from 'd3-scale';
import { html, LitElement, nothing } from 'lit';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import outline from 'world-atlas/countries-110m.json';
import { colours, faded } from './colours';
import type { Graph } from './graph';

const topology = outline as unknown as Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

interface Spot {
  name: string;
  words: string;
  lon: number;
  lat: number;
  count: number;
}

// Tells `place` (detail: its name, '' for all).
export class WorldMap extends LitElement {
  graph!: Graph;
  private spots: Spot[] = [];
  private counted: Uint32Array | null = null; // the events that the spots are of
  private place = '';
  private picked: [number, number] | null = null;
  private whole = false; // all of the world, not only where the events are
  private everywhere = false; // events are all over it
  private projection: GeoProjection = geoEqualEarth();
  private drawn: { spot: Spot; x: number; y: number; radius: number }[] = [];
  private readonly land = feature(topology, topology.objects.land);
  private readonly borders = mesh(topology, topology.objects.countries, (a, b) => a !== b);

  protected createRenderRoot() {
    return this;
  }
  protected render() {
    if (!this.spots.length) return nothing;
    return html`<h2>Where</h2><div class="map"><canvas aria-hidden="true"></canvas><div class="hint" hidden></div></div>
      <p class="small"><button type="button" class="whole" @click=${() => {
        this.whole = !this.whole;
        this.requestUpdate();
      }}>
        ${this.whole ? 'Only where events are' : 'Whole world'}</button>
        ${this.spots.length.toLocaleString('en')} places; click one to see its events alone.</p>`;
  }

  show(events: Uint32Array, place: string, picked: number) {
    const { data } = this.graph;
    if (events !== this.counted) this.count(events);
    this.place = place;
    const at = picked < 0 || data.place[picked] < 0 ? null : data.places[data.place[picked]];
    this.picked = at && at[3] !== null && at[4] !== null ? [at[4], at[3]] : null;
    this.requestUpdate();
  }

  private count(events: Uint32Array) {
    const spots = new Map<number, Spot>(),
      { data } = this.graph;
    this.counted = events;
    for (const event of events) {
      const number = data.place[event];
      if (number < 0) continue;
      const [name, words, , lat, lon] = data.places[number];
      if (lat === null || lon === null) continue;
      const spot = spots.get(number);
      if (spot) ++spot.count;
      else spots.set(number, { name, words, lon, lat, count: 1 });
    }
    this.spots = [...spots.values()].sort((a, b) => b.count - a.count);
  }

  protected updated() {
    const canvas = this.querySelector('canvas');
    if (!canvas) return;
    canvas.onpointermove = (event) => this.hovered(event);
    canvas.onpointerleave = () => this.hint('', 0, 0);
    canvas.onclick = (event) => this.clicked(event);
    this.draw();
    this.querySelector<HTMLElement>('.whole')!.hidden = this.everywhere && !this.whole;
  }

  private project(width: number, height: number) {
    this.projection = geoEqualEarth();
    if (this.whole) {
      this.projection.fitExtent(
        [
          [4, 4],
          [width - 4, height - 4],
        ],
        { type: 'Sphere' },
      );
      return;
    }
    // Points so far from the rest that one could see nothing for them do not count: the middle 96 of 100 events.
    const middle = (values: [number, number][]): [number, number] => {
      values.sort((a, b) => a[0] - b[0]);
      const all = values.reduce((sum, [, count]) => sum + count, 0);
      let sum = 0,
        from = NaN,
        to = 0;
      for (const [value, count] of values) {
        sum += count;
        if (Number.isNaN(from) && sum >= all * 0.02) from = value;
        if (sum - count <= all * 0.98) to = value;
      }
      return [from, to];
    };
    const lons = middle(this.spots.map((s) => [s.lon, s.count])),
      lats = middle(this.spots.map((s) => [s.lat, s.count]));
    if (this.picked) {
      lons[0] = Math.min(lons[0], this.picked[0]);
      lons[1] = Math.max(lons[1], this.picked[0]);
      lats[0] = Math.min(lats[0], this.picked[1]);
      lats[1] = Math.max(lats[1], this.picked[1]);
    }
    const margin = Math.max(2.5, (lons[1] - lons[0]) * 0.1, (lats[1] - lats[0]) * 0.15);
    const box = {
      type: 'MultiPoint',
      coordinates: [
        [lons[0] - margin, Math.max(-89, lats[0] - margin)],
        [lons[1] + margin, Math.min(89, lats[1] + margin)],
        [lons[0] - margin, Math.min(89, lats[1] + margin)],
        [lons[1] + margin, Math.max(-89, lats[0] - margin)],
      ],
    } as GeoPermissibleObjects;
    this.projection.rotate([-(lons[0] + lons[1]) / 2, 0]).fitExtent(
      [
        [6, 6],
        [width - 6, height - 6],
      ],
      box,
    );
    const whole = geoEqualEarth().fitExtent(
      [
        [4, 4],
        [width - 4, height - 4],
      ],
      { type: 'Sphere' },
    );
    this.everywhere = this.projection.scale() <= whole.scale();
    if (this.everywhere) this.projection = whole;
  }

  draw() {
    const canvas = this.querySelector('canvas');
    if (!canvas || !canvas.clientWidth) return;
    const width = canvas.clientWidth,
      height = Math.round(width * 0.56),
      ratio = devicePixelRatio || 1;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    canvas.style.height = `${height}px`;
    const context = canvas.getContext('2d')!,
      colour = colours();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.project(width, height);
    const path = geoPath(this.projection, context);
    const shape = (what: GeoPermissibleObjects) => {
      context.beginPath();
      path(what);
    };
    context.fillStyle = colour.paper;
    context.fillRect(0, 0, width, height);
    shape({ type: 'Sphere' });
    context.fillStyle = colour.sea;
    context.fill();
    shape(geoGraticule10());
    context.strokeStyle = faded(colour.line, 0.6);
    context.lineWidth = 0.5;
    context.stroke();
    shape(this.land);
    context.fillStyle = colour.land;
    context.fill();
    shape(this.borders);
    context.strokeStyle = colour.paper;
    context.lineWidth = 0.8;
    context.stroke();
    const radius = scaleSqrt()
      .domain([0, Math.max(4, this.spots[0]?.count ?? 1)])
      .range([1.5, 13]);
    this.drawn = [];
    const crowded = this.spots.length > 200;
    context.lineWidth = 1;
    for (const spot of this.spots) {
      const at = this.projection([spot.lon, spot.lat]);
      if (!at) continue;
      const r = Math.max(crowded ? 2 : 3, radius(spot.count)),
        chosen = spot.name === this.place;
      context.beginPath();
      context.arc(at[0], at[1], r, 0, 2 * Math.PI);
      context.fillStyle = faded(chosen ? colour.pick : colour.bar, chosen ? 0.7 : crowded ? 0.3 : 0.5);
      context.fill();
      context.strokeStyle = chosen ? colour.pick : faded(colour.bar, crowded ? 0.5 : 1);
      context.stroke();
      this.drawn.push({ spot, x: at[0], y: at[1], radius: r });
    }
    const at = this.picked && this.projection(this.picked);
    if (!at) return;
    context.strokeStyle = colour.pick;
    context.lineWidth = 2.5;
    context.beginPath();
    context.arc(at[0], at[1], 9, 0, 2 * Math.PI);
    context.stroke();
  }

  // The smallest circle under the pointer.
  private at(event: MouseEvent) {
    const box = this.querySelector('canvas')!.getBoundingClientRect();
    const x = event.clientX - box.left,
      y = event.clientY - box.top;
    const spot = [...this.drawn].reverse().find((d) => Math.hypot(d.x - x, d.y - y) <= Math.max(7, d.radius));
    return { x, y, spot: spot?.spot };
  }
  private hint(text: string, x: number, y: number) {
    const hint = this.querySelector<HTMLElement>('.hint');
    if (!hint) return;
    hint.hidden = !text;
    hint.textContent = text;
    const room = this.querySelector('canvas')!.clientWidth - hint.offsetWidth - 4;
    hint.style.left = `${Math.max(0, Math.min(x + 12, room))}px`;
    hint.style.top = `${y + 16}px`;
  }
  private hovered(event: MouseEvent) {
    const { x, y, spot } = this.at(event);
    this.querySelector('canvas')!.style.cursor = spot ? 'pointer' : '';
    this.hint(spot ? `${spot.words}: ${spot.count} event${spot.count === 1 ? '' : 's'}` : '', x, y);
  }
  private clicked(event: MouseEvent) {
    const { spot } = this.at(event);
    if (!spot) return;
    this.dispatchEvent(new CustomEvent('place', { detail: spot.name === this.place ? '' : spot.name }));
  }
}
customElements.define('forewhen-map', WorldMap);
