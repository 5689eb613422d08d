// SPDX-License-Identifier: Apache-2.0
// Reads what export wrote with packages of npm and compares events and dates with the json: readers.mjs FOLDER.
import { readFileSync } from 'node:fs';
import { check } from '@placemarkio/check-geojson';
import { parse as parseMarkwhen } from '@markwhen/parser';
import cytoscape from 'cytoscape';
import graphology from 'graphology';
import gexf from 'graphology-gexf';
import ical from 'ical.js';
import n3 from 'n3';
import typeAnalyzer from 'type-analyzer';

const out = process.argv[2];
const read = (name) => readFileSync(`${out}/${name}`, 'utf8');
const graph = JSON.parse(read('json'));
const ids = graph.events.map((event) => event.event).sort();
const start = (event) => event.when?.earliest_start ?? '';
const dated = graph.events.filter((event) => start(event));
const common = dated.filter((event) => !/^[-+]/.test(start(event)));
let checks = 0;

function same(what, found, wanted) {
  ++checks;
  if (JSON.stringify(found) === JSON.stringify(wanted)) return;
  console.log(`export: ${what}: found ${JSON.stringify(found)}, but json has ${JSON.stringify(wanted)}`);
  process.exit(1);
}

same('geojson features', check(read('geojson')).features.map((each) => each.id).sort(), ids);

const drawn = cytoscape({ headless: true, elements: JSON.parse(read('cytoscape')).elements });
same('cytoscape events', drawn.nodes('[kind = "event"]').map((node) => node.id()).sort(), ids);
same('cytoscape stated orders', drawn.edges('[interaction = "before"]').length, 1);

const nodes = gexf.parse(graphology.DirectedGraph ?? graphology, read('gexf'), { allowUndeclaredAttributes: false });
same('gexf events', nodes.filterNodes((id, data) => data.kind === 'event').sort(), ids);

const calendar = new ical.Component(ical.parse(read('ics')));
same('ics events', calendar.getAllSubcomponents('vevent').map((each) => each.getFirstPropertyValue('uid').split('@')[0]).sort(),
  common.map((event) => event.event).sort());

for (const form of ['turtle', 'trig']) {
  const events = new n3.Parser({ format: form }).parse(read(form))
    .filter((quad) => quad.object.value === 'http://semanticweb.cs.vu.nl/2009/11/sem/Event');
  same(`${form} events`, events.map((quad) => quad.subject.value.split(':').pop()).sort(), ids);
}

const [, ...lines] = read('kepler').trim().split('\n').map((line) => line.split(','));
const types = typeAnalyzer.Analyzer.computeColMeta(lines.map((cells) => ({ time: cells[2], latitude: cells[0] })));
same('kepler types', types.map((each) => [each.key, each.type]).sort(), [['latitude', 'FLOAT'], ['time', 'DATETIME']]);

const markwhen = parseMarkwhen(read('markwhen'));
const count = (node) => (Array.isArray(node.children) ? node.children.reduce((sum, each) => sum + count(each), 0) : 1);
const events = markwhen.events ?? markwhen.timelines?.[0]?.events;
same('markwhen events', count(events), dated.filter((event) => !start(event).startsWith('+')).length);
console.log(`export: ${checks} comparisons with readers of npm, all the same`);
