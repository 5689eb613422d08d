// SPDX-License-Identifier: Apache-2.0
// DuckDB beside the others of store_bench: node duckdb_side.mjs load|ask EVENTS.csv QUESTIONS.tsv DATABASE. Prints lines of
// a name, a tab and a number, as the other parts do. Needs the npm package @duckdb/node-api; store_bench copies this
// file into the folder that DUCKDB_FOLDER names, where that lies.
import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync, statSync } from 'node:fs';

const [what, events, questions, database] = process.argv.slice(2);
const tell = (name, value) => console.log(`${name}\t${value}`);
const instance = await DuckDBInstance.create(database, { threads: '2' });
const connection = await instance.connect();
const rows = async (sql) => (await connection.runAndReadAll(sql)).getRows();

if (what === 'load') {
  const begin = process.hrtime.bigint();
  await connection.run(`create table event as select * from read_csv('${events}', header = true,
    columns = {id: 'BIGINT', actor: 'INTEGER', recipient: 'INTEGER', type: 'INTEGER', place: 'INTEGER',
               start: 'BIGINT', finish: 'BIGINT'})`);
  await connection.run(`create table part as select actor, start, id from (select actor, start, id from event
    union all select recipient, start, id from event) order by 1, 2, 3`);
  for (const [name, columns] of [['event_id', 'event(id)'], ['event_place', 'event(place)'], ['part_actor', 'part(actor)']])
    await connection.run(`create index ${name} on ${columns}`);
  await connection.run('checkpoint');
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  tell('rate', (await rows('select count(*) from event'))[0].map(Number)[0] / seconds);
} else {
  const asked = new Map();
  for (const line of readFileSync(questions, 'utf8').trim().split('\n')) {
    const [name, ...numbers] = line.split('\t');
    if (!asked.has(name)) asked.set(name, []);
    asked.get(name).push(numbers.map(Number));
  }
  const event = async (id) => (await rows(`select actor, recipient, start from event where id = ${id}`))[0].map(Number);
  const starts = async (sql) => (await rows(sql)).map((row) => BigInt(row[0]));
  const answer = {
    Q1: async ([id]) => {
      const [actor, recipient, start] = await event(id);
      return starts(`select distinct start from part where actor in (${actor}, ${recipient}) and start < ${start}
        order by start desc limit 20`);
    },
    Q2: async ([id]) => {
      let from = [await event(id)];
      const all = [];
      for (let step = 0; step < 3 && from.length > 0; ++step) {
        const values = from.map(([actor, recipient, start], x) => `(${x}, ${actor}, ${start}), (${x}, ${recipient}, ${start})`);
        const next = (await rows(`with x(n, actor, start) as (values ${values.join(', ')}),
          near as (select distinct x.n, part.start, part.id from x join part on part.actor = x.actor
            and part.start < x.start and part.start >= x.start - 7776000),
          latest as (select start, id, row_number() over (partition by n order by start desc) as nth from near)
          select distinct event.actor, event.recipient, event.start from latest join event on event.id = latest.id
          where nth <= 10`)).map((row) => row.map(Number));
        all.push(...next.map((row) => BigInt(row[2])));
        from = next;
      }
      return all;
    },
    Q3: ([actor, begin, end]) => starts(`select start from part where actor = ${actor} and start >= ${begin}
      and start < ${end} order by start`),
    Q4: ([place, begin, end]) => starts(`select start from event where place = ${place} and start >= ${begin} - 31622400
      and start < ${end} and finish > ${begin}`),
  };
  for (const [name, all] of asked) {
    if (!answer[name]) continue;
    const times = [];
    let sum = 0n;
    for (const question of all) {
      const begin = process.hrtime.bigint();
      const found = await answer[name](question);
      times.push(Number(process.hrtime.bigint() - begin) / 1e3);
      for (const start of found) sum += start;
    }
    times.sort((a, b) => a - b);
    tell(`${name} median`, times[Math.floor(times.length / 2)]);
    tell(`${name} p99`, times[Math.floor((times.length * 99) / 100)]);
    tell(`${name} first sum`, BigInt.asUintN(64, sum));
  }
}
connection.closeSync();
instance.closeSync();
tell('disk', statSync(database).size / 1e6);
