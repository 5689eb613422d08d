// SPDX-License-Identifier: Apache-2.0
// DuckDB's read of a table of quads with the indexes that the same questions need: node import_duckdb.mjs TABLE DATABASE.
// Needs `npm install @duckdb/node-api`; import_peers.sh leaves it out where it is missing.
import { DuckDBInstance } from '@duckdb/node-api';

const [table, database] = process.argv.slice(2);
const instance = await DuckDBInstance.create(database, { threads: '2' });
const connection = await instance.connect();
await connection.run(`create table event as select * from read_csv('${table}', delim = '\t', header = true, quote = '',
  escape = '', all_varchar = true)`);
for (const [name, columns] of [['id', 'event_id'], ['date', 'date'], ['source', 'source, date'], ['target', 'target, date']]) {
  await connection.run(`create index by_${name} on event(${columns})`);
}
await connection.run('checkpoint');
connection.closeSync();
instance.closeSync();
