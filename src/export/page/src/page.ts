// SPDX-License-Identifier: Apache-2.0
// The page: keeps the state, the address, the timeline, the map, the table and the chosen event in step.
import { html, LitElement } from 'lit';
import { Bars } from './bars';
import type { Controls } from './controls';
import type { EventPanel } from './event_panel';
import type { EventTable } from './event_table';
import { mostFrequent, type Facets } from './facets';
import { Filter } from './filter';
import { Graph, type PageData } from './graph';
import { buildLanes, type Lane } from './lanes';
import { longText } from './long_text';
import { NeighbourFinder } from './neighbours';
import type { Overview } from './overview';
import type { TimelineView } from './timeline_view';
import { plainState, readState, writeState, type ViewState } from './view_state';
import type { WorldMap } from './world_map';

const MOST_NAMES = 400; // that are offered while one types

export class Page extends LitElement {
  heading = '';
  data!: PageData;
  private graph!: Graph;
  private bars!: Bars;
  private filter!: Filter;
  private state: ViewState = plainState();
  private shown: Uint32Array = new Uint32Array(); // in the order of time
  private drawn: Uint32Array = new Uint32Array(); // of those that can be drawn, by the start of their bars
  private bulk: [number, number] = [0, 1]; // where they are
  private lanes: Lane[] = [];
  private some: Set<number> | null = null; // events of a cluster, which the table shows alone
  private filteredBy = '';
  private facetsOf: Uint32Array | null = null;

  protected createRenderRoot() {
    return this;
  }
  private child<T extends HTMLElement>(name: string) {
    return this.querySelector<T>(name)!;
  }
  private get controls() {
    return this.child<Controls>('forewhen-controls');
  }
  private get timeline() {
    return this.child<TimelineView>('forewhen-timeline');
  }
  private get overview() {
    return this.child<Overview>('forewhen-overview');
  }
  private get map() {
    return this.child<WorldMap>('forewhen-map');
  }
  private get table() {
    return this.child<EventTable>('forewhen-table');
  }
  private get panel() {
    return this.child<EventPanel>('forewhen-event');
  }

  connectedCallback() {
    this.graph = new Graph(this.data);
    this.bars = new Bars(this.graph);
    this.filter = new Filter(this.graph);
    super.connectedCallback();
  }

  protected render() {
    const finder = new NeighbourFinder(this.graph),
      choose = (event: CustomEvent<number>) => this.choose(event.detail, true);
    const narrow = (part: Partial<ViewState>) => this.change(part);
    return html`<h1 dir="auto">${longText(this.heading, 400)}</h1>
      <forewhen-controls .types=${this.graph.data.type_words.filter(Boolean).sort()}
        .reports=${this.graph.reported.length > 0} .actors=${this.names('actor')} .places=${this.names('place')}
        @narrow=${(event: CustomEvent<Partial<ViewState>>) => this.change(event.detail)}
        @in=${() => {
          this.timeline.zoom(0.6);
          this.timeline.settle();
        }} @out=${() => {
          this.timeline.zoom(1.6);
          this.timeline.settle();
        }}
        @fit=${() => this.timeline.fit()} @theme=${() => this.turnTheme()}></forewhen-controls>
      <div class="columns"><div class="main">
        <forewhen-timeline .graph=${this.graph} .bars=${this.bars} @choose=${choose}
          @range=${(event: CustomEvent<[number, number]>) => this.look(event.detail)}
          @move=${() => this.overview.show(this.drawn, this.timeline.fullExtent(), this.timeline.range())}
          @step=${(event: CustomEvent<number>) => this.step(event.detail)} @open=${() => this.panel.focusHead()}
          @close=${() => this.choose(-1, false)} @lane=${(event: CustomEvent<Lane>) => this.chooseLane(event.detail)}
          @some=${(event: CustomEvent<number[]>) => this.listSome(event.detail)}></forewhen-timeline>
        <forewhen-overview .bars=${this.bars}
          @range=${(event: CustomEvent<[number, number]>) => this.timeline.lookAt(...event.detail)}></forewhen-overview>
        <p class="small keys">Drag to move, Ctrl and wheel (or two fingers) to zoom, click an event. Keys: arrows left and right
          move, up and down choose the event before or after, + and − zoom, Home shows all. A bar fades where the start or the
          end is not known exactly; a hollow one did not happen, or is not known to have.</p></div>
        <aside><forewhen-event .graph=${this.graph} .finder=${finder} aria-live="off" @choose=${choose}
            @close=${() => {
              this.choose(-1, false);
              this.child('canvas').focus();
            }}
            @actor=${(event: CustomEvent<string>) => narrow({ actor: event.detail })}
            @place=${(event: CustomEvent<string>) => narrow({ place: event.detail })}
            @type=${(event: CustomEvent<string>) => narrow({ type: event.detail })}></forewhen-event>
          <forewhen-facets .graph=${this.graph} @actor=${(event: CustomEvent<string>) => narrow({ actor: event.detail })}
            @type=${(event: CustomEvent<string>) => narrow({ type: event.detail })}></forewhen-facets>
          <forewhen-map .graph=${this.graph}
            @place=${(event: CustomEvent<string>) => narrow({ place: event.detail })}></forewhen-map></aside>
        <div class="list"><p class="some" hidden></p>
          <forewhen-table .graph=${this.graph} @choose=${choose}
            @turn=${() => this.change({ newest: !this.state.newest })}></forewhen-table></div>
      </div><p class="visually-hidden" id="spoken" role="status"></p>`;
  }

  protected firstUpdated() {
    addEventListener('hashchange', () => this.read());
    addEventListener('beforeprint', () => this.print(true));
    addEventListener('afterprint', () => this.print(false));
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.redraw());
    this.read();
  }

  // The most frequent ones.
  private names(kind: 'actor' | 'place'): string[] {
    const { data } = this.graph;
    const place = (e: number) => (data.place[e] < 0 ? [] : [data.places[data.place[e]][0]]);
    const names = kind === 'actor' ? (e: number) => this.graph.actorNames(e) : place;
    return mostFrequent(this.graph.order, names, MOST_NAMES).map((each) => each.name.slice(0, 200));
  }

  private async read() {
    await this.timeline.updateComplete;
    this.state = readState(location.hash);
    this.some = null;
    this.refresh();
    const event = this.graph.find(this.state.sel);
    if (event >= 0) this.timeline.reveal(event);
  }
  private write() {
    try {
      history.replaceState(null, '', writeState(this.state));
    } catch {
      /* browsers refuse it for files, or too often */
    }
  }
  private change(part: Partial<ViewState>) {
    Object.assign(this.state, part);
    this.some = null;
    this.write();
    this.refresh();
  }
  private look(range: [number, number]) {
    [this.state.from, this.state.to] = range;
    this.write();
    this.showViews();
  }

  private refresh() {
    const { q, type, actor, place, all, lane, time } = this.state;
    const by = JSON.stringify([q, type, actor, place, all, lane, time]);
    if (by !== this.filteredBy) {
      this.shown = this.filter.run(this.state);
      this.bars.use(time);
      this.drawn = this.bars.sorted(this.shown);
      this.bulk = this.bars.bulk(this.drawn);
      this.lanes = buildLanes(this.graph, this.bars, this.drawn, lane);
      this.filteredBy = by;
    }
    const undated = this.shown.length - this.drawn.length,
      number = (n: number) => n.toLocaleString('en');
    this.controls.state = { ...this.state };
    this.controls.count =
      `${number(this.shown.length)} of ${number(this.graph.size)} events` +
      (undated
        ? `; ${number(undated)} without any ${time === 'event' ? 'date' : 'day of report'} stand in the table only`
        : '');
    this.controls.requestUpdate();
    this.showViews();
  }

  private showViews() {
    const { from, to, newest } = this.state,
      picked = this.graph.find(this.state.sel);
    const range: [number, number] = from !== null && to !== null ? [from, to] : this.bulk;
    this.timeline.show(this.lanes, this.drawn, range, picked);
    this.overview.show(this.drawn, this.timeline.fullExtent(), this.timeline.range());
    this.map.show(this.shown, this.state.place, picked);
    if (this.facetsOf !== this.shown) {
      this.child<Facets>('forewhen-facets').show(this.shown, this.state.actor, this.state.type);
      this.facetsOf = this.shown;
    }
    this.table.show(this.some ? this.shown.filter((e) => this.some!.has(e)) : this.shown, newest, picked);
    this.panel.show(picked, this.state.all);
    this.classList.toggle('chosen', picked >= 0);
    this.classList.toggle('empty', this.drawn.length === 0);
    this.classList.toggle(
      'located',
      this.graph.data.places.some((place) => place[3] !== null),
    );
    const some = this.child('.some');
    some.hidden = !this.some;
    if (!this.some) return;
    some.textContent = `${this.some.size} events that begin together. `;
    const back = document.createElement('button');
    back.type = 'button';
    back.textContent = 'Back to all';
    back.onclick = () => {
      this.some = null;
      this.showViews();
    };
    some.append(back);
  }

  private choose(event: number, open: boolean) {
    this.state.sel = event < 0 ? '' : this.graph.id(event);
    this.write();
    this.showViews();
    if (event < 0) return;
    this.timeline.reveal(event);
    if (open) this.panel.focusHead();
    else this.child('#spoken').textContent = `${this.graph.when(event)}: ${this.graph.what(event).slice(0, 300)}`;
  }
  private step(by: number) {
    if (!this.shown.length) return;
    const at = this.shown.indexOf(this.graph.find(this.state.sel));
    this.choose(this.shown[Math.min(this.shown.length - 1, Math.max(0, at < 0 ? 0 : at + by))], false);
  }
  private chooseLane(lane: Lane) {
    if (!lane.known) return;
    const kind = this.state.lane;
    if (kind === 'place') {
      const event = lane.events[0];
      this.change({ place: this.graph.data.places[this.graph.place(event)][0] });
    } else {
      this.change({ [kind]: this.state[kind] === lane.name ? '' : lane.name });
    }
  }
  private listSome(events: number[]) {
    this.some = new Set(events);
    this.showViews();
    this.child('.list').scrollIntoView({ block: 'start' });
  }

  private turnTheme() {
    const root = document.documentElement;
    const dark = root.dataset.theme
      ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    this.redraw();
  }
  private redraw() {
    this.timeline.redraw();
    this.overview.redraw();
    this.map.draw();
  }
  private print(on: boolean) {
    document.documentElement.classList.toggle('paper', on);
    this.table.print(on);
    this.timeline.print(on);
    this.map.draw();
  }
}
customElements.define('forewhen-page', Page);
