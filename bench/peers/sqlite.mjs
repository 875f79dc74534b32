// The job in SQLite, in memory, by its own command line. It has no quantiles and no medians: figures are numbered within
// their group and the ones around the middle picked out. One thread, as SQLite always is.
import { columns, sumsOf } from './columns.mjs';
import { peakMegabytes, readArguments, serve, trendPeriods } from './engine.mjs';
import { gap, rank, seriesFrom, strongest, trendZ } from './job_sql.mjs';
import { SqlShell } from './sql_shell.mjs';

const { folder, periods, periodsAYear, levels } = readArguments();
const shell = new SqlShell('sqlite3', ['-batch', ':memory:'], (text) => `.print ${text}`);
await shell.run(`
pragma cache_size = -4000000;
pragma temp_store = memory;
create table raw (m integer, u integer, g integer, t integer, num real, den real);
.import --csv --skip 1 ${folder}/figures.csv raw
create table figure (m integer, u integer, g integer, t integer, num real, den real, v real, primary key (m, u, g, t)) without rowid;
insert into figure select m, u, g, t, num, den, num / den from raw order by m, u, g, t;
drop table raw;
create table unit (u integer primary key, cohort integer, ${Array.from({ length: levels }, (_, level) => `n${level} integer`)});
.import --csv --skip 1 ${folder}/units.csv unit
create table measure (m integer primary key, kind integer, polarity integer, target real);
.import --csv --skip 1 ${folder}/measures.csv measure
update measure set target = null where target = '';
analyze;`);

// A quantile of type 7 among n values numbered from 1: between the two that it falls between.
const quantile = (share) => `sum(case i when cast((n - 1) * ${share} as integer) + 1 then v * (1 - ((n - 1) * ${share} - cast((n - 1) * ${share} as integer)))
  when cast((n - 1) * ${share} as integer) + 2 then v * ((n - 1) * ${share} - cast((n - 1) * ${share} as integer)) end)`;
const numbered = (keys) => `row_number() over (partition by ${keys} order by v) as i, count(*) over (partition by ${keys}) as n`;

const series = `
  select m, u, g, max(t) as last_time, max(case when is_last then v end) as last, avg(v) as mean,
    coalesce(avg(case when r < 3.267 * all_ranges then r end), max(all_ranges)) as usual_range
  from (select m, u, g, t, v, r, lead(t) over (partition by m, u, g order by t) is null as is_last,
      avg(r) over (partition by m, u, g) as all_ranges
    from (select m, u, g, t, v, abs(v - lag(v) over (partition by m, u, g order by t)) as r from figure))
  group by m, u, g`;

const trend = `
  with pair as (select a.m, a.u, a.g, (b.v - a.v) / (b.t - a.t) as v, sign(b.v - a.v) as s
      from figure a join figure b on a.m = b.m and a.u = b.u and a.g = b.g and b.t > a.t where a.t >= ${periods - trendPeriods}),
    slopes as (select m, u, g, avg(case when i in ((n + 1) / 2, n / 2 + 1) then v end) as slope, sum(s) as signs
      from (select m, u, g, v, s, ${numbered('m, u, g')} from pair) group by m, u, g),
    alike as (select m, u, g, sum(c) as n, sum(c * (c - 1) * (2 * c + 5)) as ties
      from (select m, u, g, v, count(*) as c from figure where t >= ${periods - trendPeriods} group by m, u, g, v) group by m, u, g)
  select m, u, g, slope, ${trendZ} as z from slopes join alike using (m, u, g)`;

const beside = `
  select m, g, t, cohort, ${quantile(0.25)} as first_quartile, ${quantile(0.5)} as median, ${quantile(0.75)} as third_quartile
  from (select m, g, t, cohort, v, ${numbered('m, g, t, cohort')} from figure join unit using (u)) group by m, g, t, cohort`;

const belowLevel = (node) => `
  select ${node} as node, m, g, t, count(*) as figures, sum(num) as numerator, sum(den) as denominator, min(v) as least,
    ${quantile(0.1)} as tenth, ${quantile(0.5)} as median, ${quantile(0.9)} as ninetieth, max(v) as most
  from (select ${node}, m, g, t, num, den, v, ${numbered(`m, g, t, ${node}`)} from figure join unit using (u)) group by m, g, t, ${node}`;
const below = Array.from({ length: levels }, (_, level) => belowLevel(`n${level}`)).join(' union all ');

const answers = { series: seriesFrom(series, periodsAYear), trend, rank, beside, gap, below, strongest: strongest('min') };
// The last question lays the answers beside each other.
const keys = { trend: 'm, u, g', gap: 'm, u', beside: 'm, g, t, cohort' };

await serve(+(await shell.run('select count(*) from figure;'))[0], {
  async job() {
    for (const [name, sql] of Object.entries(answers)) {
      await shell.run(`drop table if exists answer_${name}; create table answer_${name} as ${sql};`);
      if (name in keys) await shell.run(`create index key_${name} on answer_${name} (${keys[name]});`);
    }
  },
  async columns() {
    const sums = {};
    for (const column of columns)
      sums[column.name] = (await shell.run(`${sumsOf(column)};`))[0].split('|').map(Number);
    return sums;
  },
  pids: () => [shell.pid],
  megabytes: () => peakMegabytes(shell.pid),
  close: () => shell.close(),
});
