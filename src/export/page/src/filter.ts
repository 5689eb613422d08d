// SPDX-License-Identifier: Apache-2.0
// Which events the page shows. Words are looked for in the summary, the dates, names, places, the type and the
// sentences; texts that many events have are looked through once.
import type { Graph } from './graph';
import type { ViewState } from './view_state';

export type Wanted = Pick<ViewState, 'q' | 'type' | 'actor' | 'place' | 'all'>;

// Which of the names are this one; if none is, which contain it.
export function named(names: string[], name: string): boolean[] {
  const same = names.map((each) => each === name);
  if (same.includes(true)) return same;
  const part = name.toLowerCase();
  return names.map((each) => each.toLowerCase().includes(part));
}

export class Filter {
  private folded?: {
    what: string[];
    actors: string[];
    places: string[];
    types: string[];
    when: string[];
    edtf: string[];
    sentences: string[];
  };

  constructor(private readonly graph: Graph) {}

  // In the order of time.
  run(wanted: Wanted): Uint32Array {
    const { graph } = this,
      { data } = graph;
    let events: Uint32Array = graph.order;
    if (wanted.actor) events = this.having(data.actors, wanted.actor, (e) => graph.everybody(e));
    else if (wanted.place) events = this.atPlace(graph.order, wanted.place);
    if (wanted.actor && wanted.place) events = this.atPlace(events, wanted.place);
    const type = data.type_words.indexOf(wanted.type);
    if (wanted.type) events = events.filter((e) => data.type[e] === type);
    if (!wanted.all) events = events.filter((e) => graph.happened(e));
    for (const word of wanted.q.toLowerCase().split(/\s+/).filter(Boolean)) events = this.withWord(events, word);
    return events;
  }

  private having(names: string[], name: string, numbers: (e: number) => number[]): Uint32Array {
    const fits = named(names, name);
    return this.graph.order.filter((e) => numbers(e).some((n) => fits[n]));
  }

  private atPlace(events: Uint32Array, name: string): Uint32Array {
    const { data } = this.graph,
      fits = named(
        data.places.map((place) => place[0]),
        name,
      );
    return events.filter((e) => data.place[e] >= 0 && fits[data.place[e]]);
  }

  private withWord(events: Uint32Array, word: string): Uint32Array {
    const { data } = this.graph;
    const lower = (texts: string[]) => texts.map((text) => text.toLowerCase());
    const texts = (this.folded ??= {
      what: lower(data.texts.map((each) => each[0])),
      actors: lower(data.actors),
      places: lower(data.places.map((p) => p[1])),
      types: lower(data.type_words),
      when: lower(data.when_words),
      edtf: lower(data.edtf_words),
      sentences: lower(this.graph.sentences),
    });
    const hits = (list: string[]) => list.map((text) => text.includes(word));
    const actors = hits(texts.actors),
      places = hits(texts.places),
      types = hits(texts.types),
      when = hits(texts.when);
    const edtf = hits(texts.edtf),
      sentences = hits(texts.sentences);
    return events.filter(
      (e) =>
        texts.what[e].includes(word) ||
        types[data.type[e]] ||
        when[data.when[e]] ||
        edtf[data.edtf[e]] ||
        (data.place[e] >= 0 && places[data.place[e]]) ||
        data.parts[e].some((p) => actors[p >> 3]) ||
        data.texts[e][1].some((s, i) => i % 2 === 1 && s >= 0 && sentences[s]),
    );
  }
}
