// SPDX-License-Identifier: Apache-2.0
// Search, filters and the buttons of the view.
import { html, LitElement, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { cut } from './long_text';
import { plainState, type LaneKind, type ViewState } from './view_state';

// Tells `narrow` (detail: the parts of the state that change), `in`, `out`, `fit` and `theme`.
export class Controls extends LitElement {
  state: ViewState = plainState();
  types: string[] = [];
  actors: string[] = [];
  places: string[] = [];
  count = '';
  private later = 0;

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
    const { state } = this;
    const value = (event: Event) => (event.target as HTMLInputElement).value;
    const names = (id: string, list: string[]) =>
      html`<datalist id=${id}>${list.map((name) => html`<option value=${name}></option>`)}</datalist>`;
    return html`<form role="search" aria-label="Search and filters" @submit=${(event: Event) => event.preventDefault()}>
      <label class="wide">Search <input id="q" type="search" .value=${live(state.q)} @input=${(event: Event) => this.typed(event)}></label>
      <label>Lanes by <select id="lane" @change=${(event: Event) => this.change({ lane: value(event) as LaneKind })}>
        ${(['actor', 'place', 'type'] as const).map((kind) => html`<option ?selected=${state.lane === kind}>${kind}</option>`)}</select></label>
      ${
        this.types.length
          ? html`<label>Type <select id="type" @change=${(event: Event) => this.change({ type: value(event) })}>
        <option value="" ?selected=${!state.type}>all</option>
        ${this.types.map((type) => html`<option ?selected=${state.type === type}>${type}</option>`)}</select></label>`
          : nothing
      }
      ${
        this.actors.length
          ? html`<label>Who <input id="actor" list="actors" placeholder="anybody" .value=${live(state.actor)}
        @change=${(event: Event) => this.change({ actor: value(event).trim() })}></label>${names('actors', this.actors)}`
          : nothing
      }
      ${
        this.places.length
          ? html`<label>Where <input id="place" list="places" placeholder="anywhere" .value=${live(state.place)}
        @change=${(event: Event) => this.change({ place: value(event).trim() })}></label>${names('places', this.places)}`
          : nothing
      }
      <label class="check"><input id="all" type="checkbox" .checked=${live(state.all)}
        @change=${(event: Event) => this.change({ all: (event.target as HTMLInputElement).checked })}> planned, possible, denied too</label>
      <span class="buttons"><button id="in" type="button" aria-label="Zoom in" title="Zoom in" @click=${() => this.tell('in')}>+</button>
        <button id="out" type="button" aria-label="Zoom out" title="Zoom out" @click=${() => this.tell('out')}>−</button>
        <button id="fit" type="button" @click=${() => this.tell('fit')}>All time</button>
        <button id="theme" type="button" @click=${() => this.tell('theme')}>Light or dark</button></span>
    </form>
    <p class="count"><span id="count" role="status">${this.count}</span> ${this.chips()}</p>`;
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
