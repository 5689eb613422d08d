// SPDX-License-Identifier: Apache-2.0
// The events of the page, as columns: an event is its number. Written by src/export/page_columns.cpp and
// page_sources.cpp.
import type { Bounds } from './bounds';

// As it stands in the file.
export interface PageData {
  ids: string; // 16 hexadecimal digits an event
  // Seconds since 1970, each as the difference to the last that is not null; null is open.
  earliest_start: (number | null)[];
  latest_start: (number | null)[];
  earliest_end: (number | null)[];
  latest_end: (number | null)[];
  // Events that are shown with other bounds than those that decide: number, four bounds.
  shown: [number, number | null, number | null, number | null, number | null][];
  reported: (number | null)[]; // when the first source told of it, as the others; empty when no source has a date
  when_words: string[];
  when: number[];
  edtf_words: string[];
  edtf: number[];
  type_words: string[];
  type: number[];
  standing: number[]; // modality, and 8 for what did not happen
  actors: string[];
  parts: number[][]; // of each event: 8 times the actor, and the role
  places: [string, string, string, number | null, number | null, number][]; // name, in words, precision, lat, lon, group
  place: number[]; // -1: none
  // Of each event: its words; document, sentence (-1: none), document, sentence ...; sentences, which are numbered as they
  // come; and those whose order is not that of the bounds: another event, 4 * verdict before + verdict after ...
  texts: [string, number[], string[], number[]?][];
  documents: [string, string?, string?, string?][]; // id, title, url, published
  narrowed: [number, number | null, number | null, number | null, number | null][];
  links: [number, number, string, string][]; // from, to, relation, rule
  graph_events: number;
}

export const SPEAKER = 5;
export const ACTUAL = 1,
  PLANNED = 2,
  HYPOTHETICAL = 3,
  REPORTED = 4,
  NEGATED = 5;

function times(column: (number | null)[], open: number): Float64Array {
  const out = new Float64Array(column.length);
  let last = 0;
  for (let i = 0; i < column.length; ++i) {
    const step = column[i];
    out[i] = step === null ? open : (last += step);
  }
  return out;
}

// For every number below `size` the events that have it, in the order of time.
export class Lists {
  private readonly starts: Uint32Array;
  private readonly events: Uint32Array;

  constructor(size: number, order: Uint32Array, numbers: (event: number) => number[]) {
    const counts = new Uint32Array(size + 1);
    for (const event of order) for (const n of new Set(numbers(event))) ++counts[n + 1];
    for (let i = 1; i <= size; ++i) counts[i] += counts[i - 1];
    this.starts = counts;
    this.events = new Uint32Array(counts[size]);
    const at = counts.slice();
    for (const event of order) for (const n of new Set(numbers(event))) this.events[at[n]++] = event;
  }

  of(number: number): Uint32Array {
    return this.events.subarray(this.starts[number], this.starts[number + 1]);
  }
}

export class Graph {
  readonly size: number;
  readonly sentences: string[];
  readonly earliestStart: Float64Array;
  readonly latestStart: Float64Array;
  readonly earliestEnd: Float64Array;
  readonly latestEnd: Float64Array;
  readonly reported: Float64Array; // empty when nothing is known of it
  readonly order: Uint32Array; // all events by earliest start, latest start, number; undated ones last
  readonly rank: Uint32Array; // where each stands in it
  private readonly shown = new Map<number, Bounds>();
  private readonly narrowed = new Map<number, Bounds>();
  private readonly numbers = new Map<string, number>();
  private byActor?: Lists;
  private byPlace?: Lists;
  private byDocument?: Lists;

  constructor(readonly data: PageData) {
    this.size = data.texts.length;
    this.sentences = data.texts.flatMap((each) => each[2]);
    this.earliestStart = times(data.earliest_start, -Infinity);
    this.latestStart = times(data.latest_start, Infinity);
    this.reported = times(data.reported, -Infinity);
    this.earliestEnd = times(data.earliest_end, -Infinity);
    this.latestEnd = times(data.latest_end, Infinity);
    const bounds = ([, es, ls, ee, le]: PageData['shown'][0]): Bounds => ({
      earliestStart: es ?? -Infinity,
      latestStart: ls ?? Infinity,
      earliestEnd: ee ?? -Infinity,
      latestEnd: le ?? Infinity,
    });
    for (const each of data.shown) this.shown.set(each[0], bounds(each));
    for (const each of data.narrowed) this.narrowed.set(each[0], bounds(each));
    for (let i = 0; i < this.size; ++i) this.numbers.set(this.id(i), i);
    this.order = Uint32Array.from({ length: this.size }, (_, i) => i).sort((a, b) => this.compare(a, b));
    this.rank = new Uint32Array(this.size);
    this.order.forEach((event, at) => {
      this.rank[event] = at;
    });
  }

  // Ids of one length in hexadecimal digits compare as the numbers that they are.
  private compare(a: number, b: number): number {
    const x = this.earliestStart[a],
      y = this.earliestStart[b];
    if (x !== y) return x === -Infinity ? 1 : y === -Infinity ? -1 : x - y;
    if (this.latestStart[a] !== this.latestStart[b]) return this.latestStart[a] < this.latestStart[b] ? -1 : 1;
    return this.id(a) < this.id(b) ? -1 : 1;
  }

  id(event: number): string {
    return 'e' + this.data.ids.slice(event * 16, event * 16 + 16);
  }
  find(id: string): number {
    return this.numbers.get(id) ?? -1;
  }
  what(event: number): string {
    return this.data.texts[event][0];
  }
  when(event: number): string {
    return this.data.when_words[this.data.when[event]];
  }
  edtf(event: number): string {
    return this.data.edtf_words[this.data.edtf[event]];
  }
  type(event: number): string {
    return this.data.type_words[this.data.type[event]];
  }
  modality(event: number): number {
    return this.data.standing[event] & 7;
  }
  happened(event: number): boolean {
    const standing = this.data.standing[event];
    return standing === ACTUAL || standing === REPORTED;
  }
  // Those that decide about before and after.
  bounds(event: number): Bounds {
    return {
      earliestStart: this.earliestStart[event],
      latestStart: this.latestStart[event],
      earliestEnd: this.earliestEnd[event],
      latestEnd: this.latestEnd[event],
    };
  }
  // The same for the event asked about, narrowed by links.
  subjectBounds(event: number): Bounds {
    return this.narrowed.get(event) ?? this.bounds(event);
  }
  shownBounds(event: number): Bounds {
    return this.shown.get(event) ?? this.bounds(event);
  }

  // Whoever takes part, speakers too: each once.
  everybody(event: number): number[] {
    return [...new Set(this.data.parts[event].map((part) => part >> 3))];
  }
  actors(event: number): number[] {
    const parts = this.data.parts[event].filter((part) => (part & 7) !== SPEAKER);
    return [...new Set(parts.map((part) => part >> 3))];
  }
  actorNames(event: number): string[] {
    return [...new Set(this.actors(event).map((actor) => this.data.actors[actor]))];
  }
  place(event: number): number {
    return this.data.place[event];
  }
  placeName(event: number): string {
    return this.place(event) < 0 ? '' : this.data.places[this.place(event)][1];
  }
  // The same for all points of one place; -1: none.
  placeGroup(event: number): number {
    return this.place(event) < 0 ? -1 : this.data.places[this.place(event)][5];
  }
  documents(event: number): number[] {
    return [...new Set(this.data.texts[event][1].filter((_, i) => i % 2 === 0))];
  }
  // Document and sentence.
  quotes(event: number): [number, string][] {
    const told = this.data.texts[event][1],
      quotes: [number, string][] = [];
    for (let i = 0; i < told.length; i += 2) if (told[i + 1] >= 0) quotes.push([told[i], this.sentences[told[i + 1]]]);
    return quotes;
  }

  eventsOfActor(actor: number): Uint32Array {
    this.byActor ??= new Lists(this.data.actors.length, this.order, (event) => this.everybody(event));
    return this.byActor.of(actor);
  }
  eventsOfPlace(group: number): Uint32Array {
    const groups = this.data.places.reduce((most, place) => Math.max(most, place[5] + 1), 0);
    this.byPlace ??= new Lists(groups, this.order, (event) => (this.place(event) < 0 ? [] : [this.placeGroup(event)]));
    return this.byPlace.of(group);
  }
  eventsOfDocument(document: number): Uint32Array {
    this.byDocument ??= new Lists(this.data.documents.length, this.order, (event) => this.documents(event));
    return this.byDocument.of(document);
  }
}
