// SPDX-License-Identifier: Apache-2.0
// What the page says preceded and followed each event, against what `forewhen before` and `after` answer: answers.mjs
// PROGRAM FOLDER. The texts and rows are made here; the same every time.
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { launch, open } from './browser.mjs';

const [, , program, out] = process.argv;

function chance(seed) {
  return (below) => Math.floor(((seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648) * below);
}

// Documents whose events say when, who and where, or not, with links that agree or do not.
function documents(seed) {
  const random = chance(seed),
    names = ['Ana Ruiz', 'Bo Lund', 'Dockers', 'Velmora', 'the Harbour Guard'];
  const tenses = ['PAST', 'PAST', 'PRESENT', 'NONE', 'INFINITIVE'],
    aspects = ['NONE', 'NONE', 'PERFECTIVE', 'PROGRESSIVE'];
  const lines = [];
  for (let d = 0; d < 7; ++d) {
    const events = [],
      links = [];
    for (let e = 0; e < 8; ++e) {
      const word = `struck${d}x${e}`,
        day = 1 + random(27),
        month = 1 + random(3);
      const event = { id: `e${e}`, quote: `Somebody ${word} there.`, trigger: word };
      const when = [
        `2023-0${month}-${String(day).padStart(2, '0')}`,
        `2023-0${month}`,
        '2023',
        `2023-0${month}-10/..`,
        `2023-0${month}-05/2023-0${month}-20`,
      ][random(7)];
      if (when) event.when = when;
      event.participants = [...new Set([random(5), random(5)])]
        .slice(0, random(3))
        .map((n) => ({ role: ['actor', 'recipient'][random(2)], name: names[n], kind: 'person' }));
      if (random(3) === 0) event.place = { name: ['Karsholm', 'Elmouth'][random(2)], country: 'NO' };
      if (random(8) === 0) event.modality = ['planned', 'hypothetical', 'negated'][random(3)];
      event.tense = tenses[random(5)];
      event.aspect = aspects[random(4)];
      events.push(event);
    }
    for (let l = 0; l < 4; ++l) {
      const [from, to] = [random(8), random(8)];
      if (from !== to)
        links.push({ from: `e${from}`, to: `e${to}`, relation: ['before', 'simultaneous', 'includes'][random(3)] });
    }
    lines.push(JSON.stringify({ document: { id: `d${d}`, published: '2023-04-01' }, events, links }));
  }
  return lines.join('\n') + '\n';
}

function rows(seed) {
  const random = chance(seed),
    lines = ['date\tactor\trecipient\ttype\tid'];
  for (let i = 0; i < 150; ++i) {
    lines.push(
      `2023-0${1 + random(9)}-${String(1 + random(28)).padStart(2, '0')}\tActor ${random(12)}\tActor ${random(12)}\tASSAULT\tr${i}`,
    );
  }
  return lines.join('\n') + '\n';
}

const text = `The port of Karsholm had fired forty dockers in January 2023. Dockers struck on 2 March 2023. Police arrested Bo Lund on Friday.
Ana Ruiz, the mayor, condemned the arrest. Dockers then blocked the gates of Karsholm. Bo Lund was freed on 12 March 2023. Ruiz said that police had attacked the dockers. The dockers will march in Karsholm in May.
`;

const run = (...args) =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
const browser = await launch();
let compared = 0,
  exceptions = 0;

async function compare(name, build) {
  const db = `${out}/answers.db`,
    file = `${out}/answers.html`;
  rmSync(db, { recursive: true, force: true });
  build(db);
  run('export', '--db', db, '--format', 'html', '-o', file);
  const { page, close } = await open(browser, file);
  const told = await page.evaluate(() => {
    const { graph, finder } = document.querySelector('forewhen-event');
    // Events of rows are known by the ids of their rows, which are those of their documents.
    const id = (event) =>
      graph.data.documents[graph.data.texts[event][1][0]]?.[0].includes(':')
        ? graph.data.documents[graph.data.texts[event][1][0]][0]
        : graph.id(event);
    const list = [];
    for (let x = 0; x < graph.size; ++x)
      for (const before of [true, false])
        for (const all of [true, false]) {
          list.push({
            event: id(x),
            question: before ? 'before' : 'after',
            all,
            answers: finder
              .find(x, before, all)
              .list.map((each) => `${id(each.event)} ${each.definite ? 'definite' : 'possible'}`)
              .sort(),
          });
        }
    return { list, exceptions: graph.data.texts.filter((each) => each[3]).length };
  });
  await close();
  exceptions += told.exceptions;
  writeFileSync(
    `${out}/questions.jsonl`,
    told.list.map(({ event, question, all }) => JSON.stringify({ question, event, all, limit: 0 })).join('\n') + '\n',
  );
  let answers = [],
    at = 0;
  for (const line of run('query', '--db', db, `${out}/questions.jsonl`).split('\n').filter(Boolean)) {
    const json = JSON.parse(line);
    if (!json.query) {
      if (json.certainty) answers.push(`${json.event} ${json.certainty}`);
      continue;
    }
    const { event, question, all, answers: found } = told.list[at++];
    answers.sort();
    if (json.query.error || JSON.stringify(answers) !== JSON.stringify(found)) {
      console.log(
        `page: ${name}: ${question} ${event}${all ? ', all' : ''}: the page says ${JSON.stringify(found)}, forewhen ${JSON.stringify(json.query.error ?? answers)}`,
      );
      process.exit(1);
    }
    compared += found.length;
    answers = [];
  }
  if (at !== told.list.length) {
    console.log(`page: ${name}: ${at} answers to ${told.list.length} questions`);
    process.exit(1);
  }
}

for (let seed = 1; seed <= 5; ++seed) {
  writeFileSync(`${out}/found.jsonl`, documents(seed));
  await compare(`documents ${seed}`, (db) =>
    run('build', '--input-format', 'events', `${out}/found.jsonl`, '--db', db),
  );
}
writeFileSync(`${out}/story.txt`, text);
await compare('a story', (db) => run('build', '--published', '2023-03-14', `${out}/story.txt`, '--db', db));
writeFileSync(`${out}/rows.tsv`, rows(3));
await compare('rows', (db) => run('import', `${out}/rows.tsv`, '--db', db));
await compare('rows and documents', (db) => {
  run('import', `${out}/rows.tsv`, '--db', db);
  run('build', '--input-format', 'events', `${out}/found.jsonl`, '--db', db);
});
await browser.close();
if (compared < 1000 || exceptions < 20) {
  console.log(`page: only ${compared} answers and ${exceptions} events with exceptions were compared`);
  process.exit(1);
}
console.log(`page: ${compared} answers to what preceded and what followed are those of forewhen`);
