// SPDX-License-Identifier: Apache-2.0
// The timeline page as people use it: keys, filters, what preceded, links to an event, hostile texts, without a script,
// and axe in light, dark and at the width of a phone: use.mjs PROGRAM FOLDER.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { launch, open, settled } from './browser.mjs';

const [, , program, out] = process.argv,
  file = `${out}/page.html`;
const graph = JSON.parse(readFileSync(`${out}/json`, 'utf8'));
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
let checks = 0;

function same(what, found, wanted) {
  ++checks;
  if (JSON.stringify(found) === JSON.stringify(wanted)) return;
  console.log(`page: ${what}: found ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}`);
  process.exit(1);
}
const holds = (what, condition) => same(what, Boolean(condition), true);

const browser = await launch();
const struck = graph.events.find((event) => event.lemma === 'blocked');

// All of it, and nothing asked for.
{
  const { page, faults, close } = await open(browser, file);
  same('count', await page.textContent('#count').then((text) => text.match(/^(\d+) of (\d+)/).slice(1)), [
    String(graph.events.length),
    String(graph.events.length),
  ]);
  same('rows', await page.locator('forewhen-table tbody tr').count(), graph.events.length);
  same(
    'aria-rowcount',
    await page.getAttribute('forewhen-table table', 'aria-rowcount'),
    String(graph.events.length + 1),
  );
  same('no plain table beside it', await page.locator('#plain').count(), 0);
  const drawn = await page.evaluate(() => {
    const canvas = document.querySelector('forewhen-timeline canvas'),
      context = canvas.getContext('2d');
    return new Set(new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size;
  });
  holds('something is drawn', drawn > 10);

  // Search, and the address keeps it.
  await page.fill('#q', 'dockers');
  await page.waitForFunction(() => document.querySelector('#count').textContent.startsWith('1 of'));
  same('search in the address', new URL(page.url()).hash, '#q=dockers');
  await page.click('.count .chip');
  await page.waitForFunction(
    (all) => document.querySelector('#count').textContent.startsWith(`${all} of`),
    graph.events.length,
  );
  await page.fill('#q', 'nothing has these words');
  await page.waitForFunction(() => document.querySelector('#count').textContent.startsWith('0 of'));
  same('nothing is drawn of nothing', await page.isVisible('forewhen-timeline canvas'), false);
  await page.click('.count .chip');
  await page.waitForSelector('forewhen-timeline canvas', { state: 'visible' });
  await page.selectOption('#lane', 'place');
  same('lanes in the address', new URL(page.url()).hash, '#lane=place');

  // By keys alone: from the top to the timeline, an event, its neighbours, and back.
  await page.evaluate(() => document.body.focus());
  let stops = 0;
  while ((await page.evaluate(() => document.activeElement.tagName)) !== 'CANVAS' && ++stops < 30)
    await page.keyboard.press('Tab');
  holds('Tab reaches the timeline', stops < 30);
  await page.keyboard.press('ArrowDown');
  holds('the chosen event is spoken', (await page.textContent('#spoken')).length > 0);
  holds('and in the address', /sel=e[0-9a-f]{16}/.test(page.url()));
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.tagName === 'H2');
  const before = await page.evaluate(() => document.querySelector('forewhen-timeline').range());
  await page.keyboard.press('Shift+Tab');
  await page.focus('forewhen-timeline canvas');
  await page.keyboard.press('+');
  const after = await page.evaluate(() => document.querySelector('forewhen-timeline').range());
  holds('+ zooms in', after[1] - after[0] < before[1] - before[0]);
  await page.keyboard.press('ArrowRight');
  const moved = await page.evaluate(() => document.querySelector('forewhen-timeline').range());
  holds('right moves to later times', moved[0] > after[0]);
  await page.keyboard.press('Escape');
  same('Escape closes the event', await page.locator('forewhen-event section').count(), 0);

  // The mouse: zoom with Ctrl and wheel, drag.
  const box = await page.locator('forewhen-timeline canvas').boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + 60);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -300);
  await page.keyboard.up('Control');
  await settled(page);
  const zoomed = await page.evaluate(() => document.querySelector('forewhen-timeline').range());
  holds('Ctrl and wheel zoom', zoomed[1] - zoomed[0] < moved[1] - moved[0]);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 200, box.y + 60, { steps: 5 });
  await page.mouse.up();
  holds(
    'dragging moves',
    (await page.evaluate(() => document.querySelector('forewhen-timeline').range()))[0] > zoomed[0],
  );
  same('faults', faults, []);
  await close();
}

// A link to an event: what preceded it, with the sentence and how sure it is.
for (const hash of [`#${struck.event}`, `#sel=${struck.event}&q=dockers`]) {
  const { page, faults, close } = await open(browser, file, { hash });
  same('the event of the link', await page.textContent('forewhen-event h2'), struck.summary);
  const preceded = await page
    .locator('forewhen-event h3:has-text("What preceded it") + ol, forewhen-event h3:has-text("What preceded it") ~ ol')
    .first()
    .innerText();
  holds('what preceded', preceded.includes('Caesar was killed </script>') && preceded.includes('definitely'));
  holds('with its sentence', (await page.locator('.neighbours blockquote').count()) > 0);
  await page.locator('.neighbours button').first().click();
  holds('a neighbour can be opened', (await page.textContent('forewhen-event h2')) !== struck.summary);
  same('faults', faults, []);
  await close();
}

// Hostile texts stay text.
{
  const quote = (id, text, more) => ({ id, quote: text, trigger: text.split(' ').at(-1), when: '2023-03-10', ...more });
  const long = '</b>'.repeat(25000);
  writeFileSync(
    `${out}/hostile.jsonl`,
    JSON.stringify({
      document: {
        id: 'h1',
        published: '2023-03-14',
        url: 'javascript:alert(1)',
        title: `<img src=x onerror=alert(2)>${long}`,
      },
      events: [
        quote('e1', '<script>alert(3)</script><b>bold</b> struck', {
          participants: [
            { role: 'actor', name: '"><img src=x onerror=alert(4)>' },
            { role: 'recipient', name: '${alert(5)}{{6}}' },
          ],
          place: { name: "javascript:alert(7)//'", lat: 1, lon: 2 },
        }),
        quote('e2', `${long} fell`),
        quote('e3', 'قُتل یولیوس 👩‍👩‍👧 \u202e sank', { participants: [{ role: 'actor', name: 'یولیوس 👩‍👩‍👧' }] }),
        quote('e4', '<!--<script> </script --> burnt', { when: undefined }),
      ],
    }) + '\n',
  );
  rmSync(`${out}/hostile.db`, { recursive: true, force: true });
  execFileSync(program, ['build', '--input-format', 'events', `${out}/hostile.jsonl`, '--db', `${out}/hostile.db`], {
    stdio: 'ignore',
  });
  execFileSync(program, [
    'export',
    '--db',
    `${out}/hostile.db`,
    '--format',
    'html',
    '--title',
    `</title><script>alert(8)</script>${long}`,
    '-o',
    `${out}/hostile.html`,
  ]);
  const { page, faults, close } = await open(browser, `${out}/hostile.html`);
  same('no element of a text', await page.locator('img, iframe, b, forewhen-page script').count(), 0);
  same(
    'no address but http',
    await page.evaluate(
      () =>
        [...document.querySelectorAll('a[href]')].filter((a) => !/^(#|https?:)/.test(a.getAttribute('href'))).length,
    ),
    0,
  );
  for (let i = 0; i < (await page.locator('forewhen-table td button').count()); ++i) {
    await page.locator('forewhen-table td button').nth(i).click();
    await settled(page);
    same(
      'no element of a text in the panel',
      await page.locator('forewhen-event :is(img, iframe, b, script)').count(),
      0,
    );
    same(
      'no address but http in the panel',
      await page.evaluate(
        () =>
          [...document.querySelectorAll('forewhen-event a')].filter((a) => !/^(#|https?:)/.test(a.getAttribute('href')))
            .length,
      ),
      0,
    );
  }
  holds(
    'a long title does not widen the page',
    await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
  );
  same('faults', faults, []);
  await close();
}

// A place of the map, a lane's name and a name of the list narrow down; on paper the table is whole.
{
  const { page, faults, close } = await open(browser, `${out}/k1.html`);
  const count = () => page.textContent('#count').then((text) => Number(text.split(' ')[0].replaceAll(',', '')));
  const spot = await page.evaluate(() => {
    const { drawn } = document.querySelector('forewhen-map');
    const last = drawn[drawn.length - 1];
    return { x: last.x, y: last.y, name: last.spot.name, count: last.spot.count };
  });
  await page.locator('forewhen-map canvas').click({ position: spot });
  same('the place of the map', [await page.inputValue('#place'), await count()], [spot.name, spot.count]);
  holds('the place in the address', decodeURIComponent(page.url()).replaceAll('+', ' ').includes(`place=${spot.name}`));
  await page.locator('.count .chip').click();
  same('all again', await count(), 1000);
  const facet = page.locator('forewhen-facets button').first();
  const [name, number] = (await facet.innerText()).split('\n').map((each) => each.trim());
  await facet.click();
  same('the name of the list', [await page.inputValue('#actor'), await count()], [name, Number(number)]);
  await page.locator('.count .chip').click();
  await page.locator('forewhen-timeline canvas').click({ position: { x: 20, y: 60 } });
  same('the name of a lane', [await page.inputValue('#actor'), await count()], [name, Number(number)]);
  await page.locator('.count .chip').click();
  same('a hundred rows', await page.locator('forewhen-table tbody tr').count(), 100);
  await page.click('.pager button:has-text("Last")');
  await settled(page);
  same('the last row', await page.locator('forewhen-table tbody tr').last().getAttribute('aria-rowindex'), '1001');
  await page.click('forewhen-table th button');
  await settled(page);
  same('the newest first', await page.getAttribute('forewhen-table th', 'aria-sort'), 'descending');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  same('all rows on paper', await page.locator('forewhen-table tbody tr').count(), 1000);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  same('and a hundred again', await page.locator('forewhen-table tbody tr').count(), 100);
  same('faults', faults, []);
  await close();
}

// Two fingers zoom, one moves.
{
  const { page, faults, close } = await open(browser, `${out}/k1.html`, { width: 390, height: 844, hasTouch: true });
  const fingers = await page.context().newCDPSession(page),
    range = () => page.evaluate(() => document.querySelector('forewhen-timeline').range());
  const box = await page.locator('forewhen-timeline canvas').boundingBox(),
    middle = box.x + box.width * 0.6,
    y = box.y + 80;
  const touch = (type, ...xs) =>
    fingers.send('Input.dispatchTouchEvent', { type, touchPoints: xs.map((x, id) => ({ x, y, id })) });
  const before = await range();
  await touch('touchStart', middle - 20, middle + 20);
  for (let by = 20; by <= 60; by += 10) await touch('touchMove', middle - by, middle + by);
  await touch('touchEnd');
  const near = await range();
  holds('two fingers zoom', near[1] - near[0] < (before[1] - before[0]) * 0.6);
  await touch('touchStart', middle);
  for (let by = 0; by <= 60; by += 10) await touch('touchMove', middle - by);
  await touch('touchEnd');
  holds('one finger moves', (await range())[0] > near[0]);
  same('faults', faults, []);
  await close();
}

// Without a script the table stands there.
{
  const { page, close } = await open(browser, file, { javaScriptEnabled: false });
  same('rows without a script', await page.locator('#plain tbody tr').count(), graph.events.length);
  await close();
}

// axe: light, dark, phone, with and without a chosen event, and a long table.
let passes = 0;
for (const name of ['page.html', 'hostile.html', 'k1.html']) {
  for (const [label, options] of [
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['phone', { width: 390, height: 844 }],
    ['phone, dark', { width: 390, height: 844, colorScheme: 'dark' }],
  ]) {
    const { page, faults, close } = await open(browser, `${out}/${name}`, options);
    for (const chosen of [false, true]) {
      if (chosen) await page.locator('forewhen-table td button').first().click();
      await settled(page);
      await page.evaluate(axe);
      const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
      same(
        `axe, ${name}, ${label}${chosen ? ', an event chosen' : ''}`,
        result.violations.map((v) => [v.id, ...v.nodes.slice(0, 3).map((node) => node.html.slice(0, 160))]),
        [],
      );
      ++passes;
    }
    if (options.width)
      holds(
        'a phone need not scroll sideways',
        await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
      );
    same('faults', faults, []);
    await close();
  }
}
await browser.close();
console.log(`page: ${checks} checks of the timeline page hold; axe found nothing in ${passes} states of it`);
