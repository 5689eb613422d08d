// SPDX-License-Identifier: Apache-2.0
// Small pages for the tests.
import { Graph, type PageData } from '../src/graph';

export interface Told {
  bounds?: [number | null, number | null, number | null, number | null];
  what?: string;
  parts?: number[];
  place?: number;
  standing?: number;
  told?: number[];
  exceptions?: number[];
}

// Events e0, e1 ... with ids that rise; bounds of an event that names none are open.
export function sample(events: Told[], more: Partial<PageData> = {}): Graph {
  const column = (at: number) => {
    let last = 0;
    return events.map((event) => {
      const t = event.bounds?.[at] ?? null;
      if (t === null) return null;
      const step = t - last;
      last = t;
      return step;
    });
  };
  const zeros = events.map(() => 0);
  return new Graph({
    ids: events.map((_, i) => i.toString(16).padStart(16, '0')).join(''),
    earliest_start: column(0),
    latest_start: column(1),
    earliest_end: column(2),
    latest_end: column(3),
    shown: [],
    reported: [],
    when_words: [''],
    when: zeros,
    edtf_words: [''],
    edtf: zeros,
    type_words: [''],
    type: zeros,
    standing: events.map((e) => e.standing ?? 1),
    actors: ['Ana', 'Bo', 'Cleo'],
    parts: events.map((e) => e.parts ?? []),
    places: [['Oslo', 'Oslo, NO', 'city', 59.9, 10.7, 0]],
    place: events.map((e) => e.place ?? -1),
    texts: events.map((e, i) => [e.what ?? `event ${i}`, e.told ?? [], [], e.exceptions]),
    documents: [['d0'], ['d1']],
    narrowed: [],
    links: [],
    graph_events: events.length,
    ...more,
  });
}
