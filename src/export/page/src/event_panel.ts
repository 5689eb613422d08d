// SPDX-License-Identifier: Apache-2.0
// One event: when, who, where, the sentences that say so, and what preceded and followed it.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Graph } from './graph';
import { cut, longText } from './long_text';
import type { Neighbour, NeighbourFinder, Neighbours } from './neighbours';

const FIRST = 8,
  MORE = 20;

// Tells `choose` (an event), `close`, and `actor`, `place` or `type` (a name to see the events of alone).
export class EventPanel extends LitElement {
  graph!: Graph;
  finder!: NeighbourFinder;
  event = -1;
  all = true;
  private shown = { before: FIRST, after: FIRST };

  protected createRenderRoot() {
    return this;
  }

  show(event: number, all: boolean) {
    if (event !== this.event) this.shown = { before: FIRST, after: FIRST };
    [this.event, this.all] = [event, all];
    this.requestUpdate();
  }
  async focusHead() {
    await this.updateComplete;
    this.querySelector<HTMLElement>('h2')?.focus();
    this.scrollTop = 0;
  }

  private tell(name: string, detail?: unknown) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  protected render() {
    if (this.event < 0) return nothing;
    const { graph, event } = this,
      edtf = graph.edtf(event),
      place = graph.placeName(event),
      actors = graph.actorNames(event);
    const name = (kind: string, value: string, words = value) => html`<button type="button" class="chip" dir="auto"
      title=${`Only events of ${value.slice(0, 100)}`} @click=${() => this.tell(kind, value)}>${cut(words, 200)}</button>`;
    return html`<section aria-label="The chosen event">
      <div class="head"><h2 tabindex="-1" dir="auto">${cut(graph.what(event))}</h2>
        <button type="button" class="close" aria-label="Close" @click=${() => this.tell('close')}>✕</button></div>
      ${graph.what(event).length > 600 ? html`<p dir="auto">${longText(graph.what(event), 600)}</p>` : nothing}
      <dl><dt>When</dt><dd>${graph.when(event)}
          ${edtf && edtf !== graph.when(event) ? html`<span class="faint">EDTF ${edtf}</span>` : nothing}</dd>
        ${actors.length ? html`<dt>Who</dt><dd>${actors.map((actor) => name('actor', actor))}</dd>` : nothing}
        ${place ? html`<dt>Where</dt><dd>${name('place', graph.data.places[graph.place(event)][0], place)}</dd>` : nothing}
        ${graph.type(event) ? html`<dt>Type</dt><dd>${name('type', graph.type(event))}</dd>` : nothing}</dl>
      ${this.quotes(event)}
      ${this.neighbours('What preceded it', 'before')}
      ${this.neighbours('What followed it', 'after')}
      ${
        graph.size < graph.data.graph_events
          ? html`<p class="small">Of ${graph.data.graph_events.toLocaleString('en')} events of the graph the page has
        ${graph.size.toLocaleString('en')}; others are not named here. ‘forewhen before ${graph.id(event)}’ asks
        for all.</p>`
          : nothing
      }
      <p class="small">Link to this event: <a href=${'#' + graph.id(event)}>#${graph.id(event)}</a></p>
    </section>`;
  }

  private quotes(event: number): TemplateResult[] {
    return this.graph.quotes(event).map(([document, sentence]) => {
      const [id, title, url, published] = this.graph.data.documents[document];
      const name = (title || id) + (published ? `, ${published}` : '');
      // Only http and https come this far; whatever else stood there stays text.
      const safe = url !== undefined && /^https?:\/\//i.test(url);
      return html`<figure><blockquote dir="auto">${longText(sentence)}</blockquote><figcaption dir="auto">${
        safe ? html`<a href=${url} rel="noreferrer noopener">${cut(name, 300)}</a>` : cut(name, 300)
      }</figcaption></figure>`;
    });
  }

  private neighbours(title: string, which: 'before' | 'after') {
    const found: Neighbours = this.finder.find(this.event, which === 'before', this.all);
    const nearest = found.list.slice(0, this.shown[which]),
      more = found.list.length - nearest.length;
    return html`<h3>${title}</h3>
      ${found.list.length ? nothing : html`<p class="small">Nothing that shares somebody, a place or a report with it.</p>`}
      <ol class="neighbours">${nearest.map((each) => this.neighbour(each))}</ol>
      ${
        more
          ? html`<button type="button" @click=${() => {
              this.shown[which] += MORE;
              this.requestUpdate();
            }}>
        ${Math.min(MORE, more)} more of ${more.toLocaleString('en')}</button>`
          : nothing
      }
      ${found.leftOut ? html`<p class="small">Left out: ${found.leftOut}.</p>` : nothing}`;
  }

  private neighbour({ event, definite, standing, ties }: Neighbour) {
    const [first] = this.graph.quotes(event),
      shared = ties.slice(0, 4).join(', ') + (ties.length > 4 ? ', …' : ''),
      sure = definite ? 'definitely' : 'possibly',
      how = `${standing ? `, ${standing}` : ''}; in common:`;
    return html`<li><button type="button" class="plain" @click=${() => this.tell('choose', event)}>
        <span class="when">${this.graph.when(event)}</span>
        <span dir="auto">${cut(this.graph.what(event), 300)}</span></button>
      <div class="small"><span class="sure ${definite ? 'definite' : 'possible'}">${sure}</span>${how}
        <span dir="auto">${shared}</span></div>
      ${first ? html`<blockquote dir="auto">${longText(first[1], 400)}</blockquote>` : nothing}</li>`;
  }
}
customElements.define('forewhen-event', EventPanel);
