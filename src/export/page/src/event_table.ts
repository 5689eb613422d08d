// SPDX-License-Identifier: Apache-2.0
// All events that the page shows, as a table of a hundred rows at a time: for keys, screen readers and paper.
import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Graph } from './graph';
import { cut } from './long_text';

const ROWS = 100;
const MOST_ON_PAPER = 2000;

// Tells `choose` (an event) and `turn` (the order was turned round).
export class EventTable extends LitElement {
  graph!: Graph;
  private events: Uint32Array = new Uint32Array(); // in the order of the table
  private newest = false;
  private picked = -1;
  private page = 0;
  private printing = false;

  protected createRenderRoot() {
    return this;
  }

  // `events`: in the order of time. Goes to the page of the chosen event when that changes.
  show(events: Uint32Array, newest: boolean, picked: number) {
    if (events !== this.events || newest !== this.newest) this.page = 0;
    if (picked >= 0 && picked !== this.picked) {
      const at = events.indexOf(picked);
      if (at >= 0) this.page = Math.floor((newest ? events.length - 1 - at : at) / ROWS);
    }
    [this.events, this.newest, this.picked] = [events, newest, picked];
    this.requestUpdate();
  }
  print(on: boolean) {
    this.printing = on;
    this.requestUpdate();
    this.performUpdate();
  }

  private tell(name: string, detail?: unknown) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
  private turnTo(page: number) {
    this.page = page;
    this.requestUpdate();
    this.updateComplete.then(() => this.querySelector('table')?.scrollIntoView({ block: 'nearest' }));
  }

  protected render() {
    const count = this.events.length,
      first = this.printing ? 0 : this.page * ROWS;
    const last = Math.min(count, this.printing ? MOST_ON_PAPER : first + ROWS);
    const rows = Array.from({ length: last - first }, (_, i) => first + i);
    const at = (row: number) => this.events[this.newest ? count - 1 - row : row];
    const left =
      this.printing && count > last
        ? html`<p>${(count - last).toLocaleString('en')} more events are not
      printed: narrow them down first, or export them as csv.</p>`
        : nothing;
    return html`<table aria-rowcount=${count + 1}>
        <caption>${
          this.printing || count <= ROWS
            ? `${count.toLocaleString('en')} events`
            : `Events ${(first + 1).toLocaleString('en')} to ${last.toLocaleString('en')} of ${count.toLocaleString('en')}`
        }</caption>
        <thead><tr aria-rowindex="1"><th scope="col" aria-sort=${this.newest ? 'descending' : 'ascending'}>
          <button type="button" class="plain" @click=${() => this.tell('turn')}>When
            <span aria-hidden="true">${this.newest ? '▼' : '▲'}</span></button></th>
          <th scope="col">What</th><th scope="col">Who</th><th scope="col">Where</th></tr></thead>
        <tbody>${repeat(
          rows,
          (row) => at(row),
          (row) => this.row(at(row), row),
        )}</tbody></table>${left}${this.pager(count)}`;
  }

  private row(event: number, row: number) {
    const graph = this.graph;
    return html`<tr aria-rowindex=${row + 2} class=${event === this.picked ? 'picked' : ''}
        aria-current=${event === this.picked ? 'true' : nothing}>
      <td>${graph.when(event)}</td>
      <td><button type="button" class="plain" dir="auto" @click=${() => this.tell('choose', event)}>${cut(graph.what(event))}</button></td>
      <td><div dir="auto">${cut(graph.actorNames(event).join(', '))}</div></td>
      <td><div dir="auto">${cut(graph.placeName(event))}</div></td></tr>`;
  }

  private pager(count: number) {
    const pages = Math.ceil(count / ROWS);
    if (pages < 2 || this.printing) return nothing;
    const button = (
      words: string,
      page: number,
    ) => html`<button type="button" ?disabled=${page < 0 || page >= pages || page === this.page}
      @click=${() => this.turnTo(page)}>${words}</button>`;
    return html`<nav class="pager" aria-label="Pages of the table">${button('First', 0)}${button('Previous', this.page - 1)}
      <label>Page <input type="number" min="1" max=${pages} .value=${String(this.page + 1)}
        @change=${(event: Event) => {
          const page = Number((event.target as HTMLInputElement).value);
          if (page >= 1 && page <= pages) this.turnTo(Math.floor(page) - 1);
        }}></label> of ${pages.toLocaleString('en')}
      ${button('Next', this.page + 1)}${button('Last', pages - 1)}</nav>`;
  }
}
customElements.define('forewhen-table', EventTable);
