// SPDX-License-Identifier: Apache-2.0
// What preceded and what followed an event, as `forewhen before` and `after` answer: events tied to it by an actor, a
// place, a document or a link; bounds decide, and the exceptions that links and the telling make.
import { DEFINITE, NO, precedes, standingAtStart, UNLIKELY, type Verdict } from './bounds';
import { HYPOTHETICAL, NEGATED, PLANNED, type Graph } from './graph';

export interface Neighbour {
  event: number;
  definite: boolean;
  standing: string; // of the earlier of the two at the start of the later one
  ties: string[];
}

export interface Neighbours {
  list: Neighbour[]; // nearest first, undated ones last
  leftOut: string; // "3 planned, 1 denied"
}

export class NeighbourFinder {
  private readonly exceptions = new Map<number, Map<number, number>>();
  private readonly links = new Map<number, [number, string][]>();

  constructor(private readonly graph: Graph) {
    graph.data.texts.forEach(([, , , others], event) => {
      if (!others) return;
      const map = new Map<number, number>();
      for (let i = 0; i < others.length; i += 2) map.set(others[i], others[i + 1]);
      this.exceptions.set(event, map);
    });
    const add = (a: number, b: number, rule: string) => {
      if (!this.links.has(a)) this.links.set(a, []);
      this.links.get(a)!.push([b, rule]);
    };
    for (const [from, to, , rule] of graph.data.links) {
      add(from, to, rule);
      add(to, from, rule);
    }
  }

  // By event, without it.
  tied(x: number): Map<number, string[]> {
    const graph = this.graph,
      ties = new Map<number, string[]>();
    const add = (event: number, tie: string) => {
      if (event === x) return;
      const list = ties.get(event);
      if (!list) ties.set(event, [tie]);
      else if (!list.includes(tie)) list.push(tie);
    };
    for (const actor of graph.everybody(x))
      for (const e of graph.eventsOfActor(actor)) add(e, graph.data.actors[actor]);
    const place = graph.placeGroup(x);
    if (place >= 0) for (const e of graph.eventsOfPlace(place)) add(e, graph.data.places[graph.place(x)][0]);
    for (const document of graph.documents(x)) {
      for (const e of graph.eventsOfDocument(document)) add(e, 'the same report');
    }
    for (const [other, rule] of this.links.get(x) ?? []) add(other, `link ‘${rule}’`);
    return ties;
  }

  verdict(x: number, other: number, before: boolean): Verdict {
    const exception = this.exceptions.get(x)?.get(other);
    if (exception !== undefined) return (before ? exception >> 2 : exception & 3) as Verdict;
    const subject = this.graph.subjectBounds(x),
      bounds = this.graph.bounds(other);
    return before ? precedes(bounds, subject) : precedes(subject, bounds);
  }

  // `all`: also what is planned, possible or denied.
  find(x: number, before: boolean, all: boolean): Neighbours {
    const graph = this.graph,
      list: Neighbour[] = [];
    const out = { planned: 0, hypothetical: 0, denied: 0, 'unlikely by the telling': 0 };
    const subject = graph.subjectBounds(x);
    for (const [event, ties] of this.tied(x)) {
      const verdict = this.verdict(x, event, before);
      if (verdict === NO) continue;
      if (!all && !graph.happened(event)) {
        const modality = graph.data.standing[event] >= 8 ? NEGATED : graph.modality(event);
        if (modality === PLANNED) ++out.planned;
        else if (modality === HYPOTHETICAL) ++out.hypothetical;
        else ++out.denied;
      } else if (verdict === UNLIKELY) {
        ++out['unlikely by the telling'];
      } else {
        const bounds = graph.bounds(event),
          excepted = this.exceptions.get(x)?.has(event);
        const standing = excepted ? '' : before ? standingAtStart(bounds, subject) : standingAtStart(subject, bounds);
        list.push({ event, definite: verdict === DEFINITE, standing, ties });
      }
    }
    list.sort((a, b) => this.nearer(a.event, b.event, before));
    const leftOut = Object.entries(out)
      .filter(([, n]) => n > 0)
      .map(([name, n]) => `${n} ${name}`)
      .join(', ');
    return { list, leftOut };
  }

  private nearer(a: number, b: number, before: boolean): number {
    const start = this.graph.earliestStart;
    if ((start[a] === -Infinity) !== (start[b] === -Infinity)) return start[a] === -Infinity ? 1 : -1;
    return before ? this.graph.rank[b] - this.graph.rank[a] : this.graph.rank[a] - this.graph.rank[b];
  }
}
