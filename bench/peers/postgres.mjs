// The job in PostgreSQL 15, in a cluster of its own in a temporary folder, reached by a socket there, and gone afterwards.
// Tuned: two parallel workers' worth of processes, memory to sort in, unlogged tables, statistics after loading.
import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { columns, sumsOf } from './columns.mjs';
import { readArguments, serve, trendPeriods } from './engine.mjs';
import { gap, rank, seriesFrom, strongest, trendZ } from './job_sql.mjs';
import { SqlShell } from './sql_shell.mjs';

const { folder, periods, periodsAYear, levels } = readArguments();
const programs = '/usr/lib/postgresql/15/bin';
const home = mkdtempSync(join(tmpdir(), 'rodtrad-bench-'));

// PostgreSQL does not run as root.
const isRoot = process.getuid() === 0;
const asOwner = (command, ...options) => {
  const words = isRoot ? ['runuser', '-u', 'postgres', '--', command, ...options] : [command, ...options];
  return execFileSync(words[0], words.slice(1), { stdio: ['ignore', 'ignore', 'inherit'], cwd: '/' });
};
if (isRoot) chownSync(home, +execFileSync('id', ['-u', 'postgres']), +execFileSync('id', ['-g', 'postgres']));

const settings = {
  listen_addresses: "''",
  unix_socket_directories: home,
  shared_buffers: '2GB',
  work_mem: '512MB',
  maintenance_work_mem: '1GB',
  effective_cache_size: '8GB',
  max_parallel_workers: 2,
  max_parallel_workers_per_gather: 2,
  parallel_leader_participation: 'off',
  parallel_setup_cost: 0,
  parallel_tuple_cost: 0.001,
  min_parallel_table_scan_size: 0,
  jit: 'off',
  fsync: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
};
const data = join(home, 'data');
asOwner(join(programs, 'initdb'), '-D', data, '-A', 'trust', '-U', 'bench', '--no-sync');
const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
asOwner(join(programs, 'pg_ctl'), '-D', data, '-l', join(home, 'log'), '-w', '-o', options.join(' '), 'start');
const server = +readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0];

process.on('exit', () => {
  asOwner(join(programs, 'pg_ctl'), '-D', data, '-m', 'immediate', '-w', 'stop');
  rmSync(home, { recursive: true });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

const shell = new SqlShell('psql', ['-X', '-q', '-A', '-t', '-F', '|', '-h', home, '-U', 'bench', 'postgres'], (text) => `\\echo ${text}`);

// The server and the processes it has started.
const pids = () =>
  readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const parent = +readFileSync(`/proc/${name}/stat`, 'utf8').replace(/.*\) . /, '').split(' ')[0];
      return +name === server || parent === server;
    } catch {
      return false; // ended meanwhile
    }
  });

// Memory of theirs alone and their parts of what they share, all together; the highest seen while the job ran.
let peak = 0;
function look() {
  let kilobytes = 0;
  for (const pid of pids())
    try {
      kilobytes += +readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').match(/\nPss:\s+(\d+)/)[1];
    } catch {
      // ended meanwhile
    }
  peak = Math.max(peak, kilobytes / 1024);
}

const nodes = Array.from({ length: levels }, (_, level) => `n${level}`);
await shell.run(`
set client_min_messages = warning;
create unlogged table raw (m smallint, u smallint, g smallint, t smallint, num float8, den float8);
\\copy raw from '${folder}/figures.csv' with (format csv, header)
create unlogged table figure as select *, num / den as v from raw order by m, u, g, t;
drop table raw;
create unlogged table unit (u smallint primary key, cohort smallint, ${nodes.map((node) => `${node} smallint`)});
\\copy unit from '${folder}/units.csv' with (format csv, header)
create unlogged table measure (m smallint primary key, kind smallint, polarity smallint, target float8);
\\copy measure from '${folder}/measures.csv' with (format csv, header)
vacuum analyze;`);

const series = `
  select m, u, g, max(t) as last_time, (array_agg(v order by t desc))[1] as last, avg(v) as mean,
    coalesce(avg(r) filter (where r < 3.267 * all_ranges), max(all_ranges)) as usual_range
  from (select m, u, g, t, v, r, avg(r) over (partition by m, u, g) as all_ranges
    from (select m, u, g, t, v, abs(v - lag(v) over (partition by m, u, g order by t)) as r from figure) w) x
  group by m, u, g`;

const trend = `
  with latest as materialized (select m, u, g, t, v from figure where t >= ${periods - trendPeriods}),
    pairs as (select a.m, a.u, a.g, percentile_cont(0.5) within group (order by (b.v - a.v) / (b.t - a.t)) as slope,
        sum(sign(b.v - a.v)) as signs
      from latest a join latest b on a.m = b.m and a.u = b.u and a.g = b.g and b.t > a.t group by a.m, a.u, a.g),
    alike as (select m, u, g, sum(c) as n, sum(c * (c - 1) * (2 * c + 5)) as ties
      from (select m, u, g, v, count(*) as c from latest group by m, u, g, v) y group by m, u, g)
  select m, u, g, slope, ${trendZ} as z from pairs join alike using (m, u, g)`;

const quantiles = (shares) => `percentile_cont(array[${shares}]) within group (order by v)`;
const beside = `
  select m, g, t, cohort, q[1] as first_quartile, q[2] as median, q[3] as third_quartile
  from (select m, g, t, cohort, ${quantiles([0.25, 0.5, 0.75])} as q from figure join unit using (u) group by m, g, t, cohort) x`;
const belowLevel = (node) => `
  select node, m, g, t, figures, numerator, denominator, least, q[1] as tenth, q[2] as median, q[3] as ninetieth, most
  from (select ${node} as node, m, g, t, count(*) as figures, sum(num) as numerator, sum(den) as denominator, min(v) as least,
      ${quantiles([0.1, 0.5, 0.9])} as q, max(v) as most
    from figure join unit using (u) group by m, g, t, ${node}) x`;

const answers = {
  series: seriesFrom(series, periodsAYear),
  trend,
  rank,
  beside,
  gap,
  below: nodes.map(belowLevel).join(' union all '),
  strongest: strongest('least'),
};

await serve(+(await shell.run('select count(*) from figure;'))[0], {
  async job() {
    const looking = setInterval(look, 250);
    for (const [name, sql] of Object.entries(answers)) {
      await shell.run(`drop table if exists answer_${name}; create unlogged table answer_${name} as ${sql};`);
      await shell.run(`analyze answer_${name};`);
    }
    clearInterval(looking);
  },
  async columns() {
    const sums = {};
    for (const column of columns)
      sums[column.name] = (await shell.run(`${sumsOf(column)};`))[0].split('|').map(Number);
    return sums;
  },
  pids,
  megabytes: () => peak,
  close: () => shell.close(),
});
