// SPDX-License-Identifier: Apache-2.0
// Prints how soon the page stands and how long it takes to draw it moved, with 1,000, 10,000 and 100,000 events; asserts
// nothing but that it works: speed.mjs PROGRAM FOLDER.
import { execFileSync } from 'node:child_process';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { launch, open } from './browser.mjs';

const [, , program, out] = process.argv;
const run = (...args) => execFileSync(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });

export function table(count) {
  let seed = 1;
  const random = (below) => Math.floor(((seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648) * below);
  const lines = ['date\tactor\trecipient\ttype\tplace\tlat\tlon\tid'];
  const types = ['ASSAULT', 'PROTEST', 'CONSULT', 'ACCUSE', 'AID'];
  for (let i = 0; i < count; ++i) {
    const day = new Date(Date.UTC(2012, 0, 1) + random(3650) * 86400000).toISOString().slice(0, 10),
      place = random(300);
    // A few actors do much, many do little.
    const actor = () => `Actor ${Math.floor((random(1000) / 1000) ** 3 * 2000)}`;
    lines.push(
      `${day}\t${actor()}\t${actor()}\t${types[random(5)]}\tPlace ${place}\t${((place * 37) % 120) - 50}\t${((place * 71) % 300) - 150}\tr${i}`,
    );
  }
  return lines.join('\n') + '\n';
}

const browser = await launch();
for (const [name, count] of [
  ['k1', 1000],
  ['k10', 10000],
  ['k100', 100000],
]) {
  const db = `${out}/${name}.db`,
    file = `${out}/${name}.html`;
  rmSync(db, { recursive: true, force: true });
  writeFileSync(`${out}/${name}.tsv`, table(count));
  run('import', `${out}/${name}.tsv`, '--db', db);
  const began = Date.now();
  run('export', '--db', db, '--format', 'html', '-o', file);
  const exported = Date.now() - began;
  const { page, faults, close } = await open(browser, file);
  const times = await page.evaluate(async () => {
    const line = document.querySelector('forewhen-timeline'),
      frame = () => new Promise((done) => requestAnimationFrame(done));
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN;
    const ready = performance.getEntriesByName('timeline-drawn')[0]?.startTime ?? NaN;
    const draw = [];
    const measure = async (act) => {
      for (let i = 0; i < 30; ++i) {
        const from = performance.now();
        act(i);
        line.drawNow();
        draw.push(performance.now() - from);
        await frame();
      }
      draw.sort((a, b) => a - b);
      const [median, worst] = [draw[15], draw[29]];
      draw.length = 0;
      return [median, worst];
    };
    const span = () => line.range()[1] - line.range()[0];
    const far = await measure(() => line.pan(span() * 0.01));
    for (let i = 0; i < 14; ++i) line.zoom(0.7);
    line.settle();
    await frame();
    const near = await measure(() => line.pan(span() * 0.01));
    const zoom = await measure((i) => line.zoom(i < 15 ? 1.1 : 0.9));
    return { paint, ready, far, near, zoom, count: document.querySelector('#count').textContent };
  });
  if (faults.length || !times.count.startsWith(count.toLocaleString('en'))) {
    console.log(`page: with ${count} events: ${JSON.stringify([times.count, faults])}`);
    process.exit(1);
  }
  const ms = (t) => `${t.toFixed(1)} ms`,
    both = ([median, worst]) => `${median.toFixed(1)} (at most ${worst.toFixed(1)}) ms`;
  console.log(
    `page: ${count.toLocaleString('en')} events, ${(statSync(file).size / 1e6).toFixed(1)} MB written in ${exported} ms: first paint ` +
      `${ms(times.paint)}, timeline ${ms(times.ready)}; moved far out ${both(times.far)}, close ${both(times.near)}, zoomed ${both(times.zoom)}`,
  );
  await close();
}
await browser.close();
