// The job in DuckDB, in memory, in the fastest words that were found for it (bench/DEAD_ENDS.md has the slower).
import { DuckDBInstance } from '@duckdb/node-api';
import { columns, sumsOf } from './columns.mjs';
import { readArguments, serve, trendPeriods } from './engine.mjs';
import { gap, rank, seriesFrom, strongest, trendZ } from './job_sql.mjs';

const { folder, periods, periodsAYear, levels } = readArguments();
const instance = await DuckDBInstance.create(':memory:', {
  threads: '2',
  memory_limit: process.env.DUCKDB_MEMORY ?? '12GB',
  preserve_insertion_order: 'false',
});
const connection = await instance.connect();
const run = (sql) => connection.run(sql);
const rowOf = async (sql) => (await connection.runAndReadAll(sql)).getRows()[0].map(Number);

// `s` is the series, in one number: to group by it is twice as fast as by the three it is made of.
await run(`create table figure as select *, num / den as v, (m::integer * 2048 + u) * 4 + g as s from read_csv('${folder}/figures.csv', columns =
  {'m': 'SMALLINT', 'u': 'SMALLINT', 'g': 'TINYINT', 't': 'TINYINT', 'num': 'DOUBLE', 'den': 'DOUBLE'}) order by m, u, g, t`);
await run(`create table unit as select columns(*)::smallint from read_csv('${folder}/units.csv')`);
await run(`create table measure as select m::smallint as m, kind, polarity, target::double as target from read_csv('${folder}/measures.csv')`);

// A mean of moving ranges without the outlying ones: they are kept in a list and looked through again.
const series = `
  select s // 8192 as m, s // 4 % 2048 as u, s % 4 as g, last_time, last, mean,
    coalesce(list_avg(list_filter(ranges, r -> r < 3.267 * all_ranges)), all_ranges) as usual_range
  from (select s, max(t) as last_time, arg_max(v, t) as last, avg(v) as mean, avg(r) as all_ranges, list(r) as ranges
    from (select s, t, v, abs(v - lag(v) over (partition by s order by t)) as r from figure) group by s)`;

const trend = `
  with latest as (select m, u, g, t, v from figure where t >= ${periods - trendPeriods}),
    pairs as (select a.m, a.u, a.g, median((b.v - a.v) / (b.t - a.t)) as slope, sum(sign(b.v - a.v)) as signs
      from latest a join latest b on a.m = b.m and a.u = b.u and a.g = b.g and b.t > a.t group by a.m, a.u, a.g),
    alike as (select m, u, g, sum(c) as n, sum(c * (c - 1) * (2 * c + 5)) as ties
      from (select m, u, g, v, count(*) as c from latest group by m, u, g, v) group by m, u, g)
  select m, u, g, slope, ${trendZ} as z from pairs join alike using (m, u, g)`;

const beside = `
  select m, g, t, cohort, q[1] as first_quartile, q[2] as median, q[3] as third_quartile
  from (select m, g, t, cohort, quantile_cont(v, [0.25, 0.5, 0.75]) as q from figure join unit using (u) group by all)`;

const nodes = Array.from({ length: levels }, (_, level) => `n${levels - 1 - level}`);
const below = `
  select node, m, g, t, figures, numerator, denominator, least, q[1] as tenth, q[2] as median, q[3] as ninetieth, most
  from (select coalesce(${nodes}) as node, m, g, t, count(*) as figures, sum(num) as numerator, sum(den) as denominator,
      min(v) as least, quantile_cont(v, [0.1, 0.5, 0.9]) as q, max(v) as most
    from figure join unit using (u) group by grouping sets (${nodes.map((node) => `(m, g, t, ${node})`)}))`;

const answers = {
  series: seriesFrom(series, periodsAYear),
  trend,
  rank,
  beside,
  gap,
  below,
  strongest: strongest('least'),
};

await serve((await rowOf('select count(*) from figure'))[0], {
  async job() {
    for (const [name, sql] of Object.entries(answers)) await run(`create or replace table answer_${name} as ${sql}`);
  },
  async columns() {
    const sums = {};
    for (const column of columns) sums[column.name] = await rowOf(sumsOf(column));
    return sums;
  },
});
