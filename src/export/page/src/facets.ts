// SPDX-License-Identifier: Apache-2.0
// Who takes part most often in the events that the page shows, and what kinds of events they are; a click narrows down.
import { html, LitElement, nothing } from 'lit';
import type { Graph } from './graph';
import { cut } from './long_text';

const MOST = 8;

export interface Facet {
  name: string;
  count: number;
}

// The most frequent first, equal ones by name.
export function mostFrequent(events: Uint32Array, names: (event: number) => string[], most: number): Facet[] {
  const counts = new Map<string, number>();
  for (const event of events) for (const name of names(event)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const facets = [...counts].map(([name, count]) => ({ name, count }));
  return facets.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)).slice(0, most);
}

// Tells `actor` and `type` (detail: a name).
export class Facets extends LitElement {
  graph!: Graph;
  private lists: [string, string, Facet[]][] = [];

  protected createRenderRoot() {
    return this;
  }

  show(events: Uint32Array, actor: string, type: string) {
    const { graph } = this;
    const actors = mostFrequent(events, (e) => graph.actorNames(e), MOST + 1).filter((each) => each.name !== actor);
    const types = type ? [] : mostFrequent(events, (e) => (graph.type(e) ? [graph.type(e)] : []), MOST);
    this.lists = [
      [actor ? 'With whom' : 'Who', 'actor', actors.slice(0, MOST)],
      ['What kind', 'type', types],
    ];
    this.requestUpdate();
  }

  protected render() {
    return this.lists.map(([title, kind, facets]) => {
      if (facets.length < 2) return nothing;
      const most = facets[0].count;
      return html`<section class="facet"><h2>${title}</h2><ol>${facets.map((each) => this.facet(kind, each, most))}</ol>
        </section>`;
    });
  }

  private facet(kind: string, { name, count }: Facet, most: number) {
    return html`<li><button type="button" class="plain" title=${`Only events of ${name.slice(0, 100)}`}
        @click=${() => this.dispatchEvent(new CustomEvent(kind, { detail: name }))}>
        <span dir="auto">${cut(name, 80)}</span> <span class="number">${count.toLocaleString('en')}</span></button>
      <span class="meter" style=${`width: ${Math.max(1, (count / most) * 100)}%`}></span></li>`;
  }
}
customElements.define('forewhen-facets', Facets);
