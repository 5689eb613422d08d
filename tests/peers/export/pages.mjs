// SPDX-License-Identifier: Apache-2.0
// Opens TimelineJS, vis-timeline and Mermaid with what export wrote for them, in Chromium without
// a net, and counts what stands on the pages: pages.mjs FOLDER.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const out = process.argv[2];
const read = (name) => readFileSync(`${out}/${name}`, 'utf8');
const graph = JSON.parse(read('json'));
const dated = graph.events.filter((event) => event.when?.earliest_start);
let checks = 0;

function same(what, found, wanted) {
  ++checks;
  if (JSON.stringify(found) === JSON.stringify(wanted)) return;
  console.log(`export: ${what}: found ${JSON.stringify(found)}, but json has ${JSON.stringify(wanted)}`);
  process.exit(1);
}

function open(path) {
  return execFileSync('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--allow-file-access-from-files',
    '--proxy-server=127.0.0.1:9', '--virtual-time-budget=8000', '--window-size=1200,900', '--dump-dom', `file://${path}`],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 });
}
// A page with scripts of node_modules; what it puts into #found is given back.
function found(name, scripts, code) {
  const page = resolve(`${out}/${name}.page.html`);
  writeFileSync(page, `<!doctype html><meta charset="utf-8"><div id="place" style="height:600px"></div><pre id="found"></pre>` +
    scripts.map((script) => `<script src="file://${resolve('node_modules/' + script)}"></script>`).join('') +
    `<script>const input = ${JSON.stringify(read(name)).replaceAll('<', '\\u003c')};
const give = (value) => { document.getElementById('found').textContent = JSON.stringify(value); };
window.onerror = (message) => give({ error: message });
${code}</script>`);
  const text = open(page).match(/<pre id="found">(.*?)<\/pre>/s)?.[1] ?? '';
  return JSON.parse(text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&') || 'null');
}

try {
  execFileSync('chromium', ['--version'], { stdio: 'ignore' });
} catch {
  console.log('export: no chromium here: passed over');
  process.exit(77);
}

const timeline = found('timelinejs', ['@knight-lab/timelinejs/dist/js/timeline.js'], `
  const line = new TL.Timeline('place', JSON.parse(input), { font: null, height: 600 });
  setTimeout(() => give([document.querySelectorAll('.tl-slide').length,
    [...document.querySelectorAll('.tl-headline-date')].map((node) => node.textContent)]), 3000);`);
same('timelinejs slides', timeline?.[0], dated.length + 1);
same('timelinejs BCE', timeline?.[1].some((text) => text.includes('-0043-03-15')), true);

const items = found('vis-timeline', ['vis-timeline/standalone/umd/vis-timeline-graph2d.min.js'], `
  const data = JSON.parse(input);
  const line = new vis.Timeline(document.getElementById('place'), new vis.DataSet(data.items), new vis.DataSet(data.groups));
  line.fit({ animation: false });
  setTimeout(() => give([line.itemsData.length, data.items.every((item) => !isNaN(vis.moment(item.start)))]), 1000);`);
same('vis-timeline items', items, [dated.length, true]);

const mermaid = found('mermaid', ['mermaid/dist/mermaid.min.js'], `
  mermaid.initialize({ startOnLoad: false });
  mermaid.render('drawn', input).then(({ svg }) => {
    document.getElementById('place').innerHTML = svg;
    give(document.querySelectorAll('.eventWrapper, .event-node, [class*=eventWrapper]').length);
  }, (error) => give({ error: String(error) }));`);
same('mermaid events', mermaid, dated.length);
console.log(`export: ${checks} comparisons with pages in Chromium, all the same`);
