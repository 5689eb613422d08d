// SPDX-License-Identifier: Apache-2.0
// Search, filters and the buttons of the view.
import { html, LitElement, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { cut } from './long_text';
import { plainState, type ViewState } from './view_state';

const valueOf = (event: Event) => (event.target as HTMLInputElement).value;

// Tells `narrow` (detail: the parts of the state that change), `in`, `out`, `fit` and `theme`.
export class Controls extends LitElement {
  state: ViewState = plainState();
  reports = false; // whether it is known when events were first told of
  types: string[] = [];
  actors: string[] = [];
  places: string[] = [];
  count = '';
  private later = 0;
  private open = false; // the filters, where there is little room

  protected createRenderRoot() {
    return this;
  }
  private tell(name: string, detail?: unknown) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
  private change(part: Partial<ViewState>) {
    this.tell('narrow', part);
  }
  private typed(event: Event) {
    const q = (event.target as HTMLInputElement).value;
    clearTimeout(this.later);
    this.later = window.setTimeout(() => this.change({ q }), 150);
  }

  protected render() {
    return html`<form role="search" aria-label="Search and filters" class=${this.open ? 'open' : ''}
        @submit=${(event: Event) => event.preventDefault()}>
      <label class="wide">Search <input id="q" type="search" .value=${live(this.state.q)}
        @input=${(event: Event) => this.typed(event)}></label>
      <span class="more">${this.choice('Lanes by', 'lane', ['actor', 'place', 'type'], null)}
        ${this.reports ? this.choice('Time of', 'time', ['event', 'report'], null) : nothing}
        ${this.types.length ? this.choice('Type', 'type', this.types, 'all') : nothing}
        ${this.actors.length ? this.name('Who', 'actor', this.actors, 'anybody') : nothing}
        ${this.places.length ? this.name('Where', 'place', this.places, 'anywhere') : nothing}
        <label class="check"><input id="all" type="checkbox" .checked=${live(this.state.all)}
          @change=${(event: Event) => this.change({ all: (event.target as HTMLInputElement).checked })}>
          planned, possible, denied too</label></span>
      ${this.buttons()}
    </form>
    <p class="count"><span id="count" role="status">${this.count}</span> ${this.chips()}</p>`;
  }

  private choice(label: string, field: 'lane' | 'time' | 'type', values: string[], all: string | null) {
    const { state } = this;
    return html`<label>${label} <select id=${field} @change=${(event: Event) => this.change({ [field]: valueOf(event) })}>
      ${all ? html`<option value="" .selected=${live(!state[field])}>${all}</option>` : nothing}
      ${values.map((each) => html`<option value=${each} .selected=${live(state[field] === each)}>${each}</option>`)}
      </select></label>`;
  }

  private name(label: string, field: 'actor' | 'place', names: string[], nobody: string) {
    return html`<label>${label} <input id=${field} list=${field + 's'} placeholder=${nobody}
        .value=${live(this.state[field])}
        @change=${(event: Event) => this.change({ [field]: valueOf(event).trim() })}></label>
      <datalist id=${field + 's'}>${names.map((each) => html`<option value=${each}></option>`)}</datalist>`;
  }

  private buttons() {
    const button = (id: string, words: string, title: string) =>
      html`<button id=${id} type="button" title=${title} aria-label=${title} @click=${() => this.tell(id)}>${words}</button>`;
    const toggle = () => {
      this.open = !this.open;
      this.requestUpdate();
    };
    return html`<span class="buttons">${button('in', '+', 'Zoom in')}${button('out', '−', 'Zoom out')}
      ${button('fit', 'All time', 'All time')}${button('theme', '◐', 'Light or dark')}
      <button type="button" class="narrow" aria-expanded=${this.open} @click=${toggle}>Filters</button></span>`;
  }

  private chips() {
    const chip = (words: string, part: Partial<ViewState>) => html`<button type="button" class="chip" dir="auto"
      aria-label=${`Remove the filter ${words}`} @click=${() => this.change(part)}>${cut(words, 200)} <span aria-hidden="true">✕</span></button>`;
    const { q, type, actor, place, all } = this.state;
    return [
      q ? chip(`‘${q}’`, { q: '' }) : nothing,
      type ? chip(type, { type: '' }) : nothing,
      actor ? chip(actor, { actor: '' }) : nothing,
      place ? chip(place, { place: '' }) : nothing,
      all ? nothing : chip('happened only', { all: true }),
    ];
  }
}
customElements.define('forewhen-controls', Controls);
