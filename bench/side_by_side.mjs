// Our follow-up beside the same job on other engines, all in one run: node bench/side_by_side.mjs PROGRAMS
//   WORKLOADS  city country           ROUNDS  warm rounds of each, 3          SIZE    share of the measures, 1
//   ENGINES    all; or some of ours plain duckdb polars postgres sqlite (ours is always there)
// Every engine is a process of its own that stays. After one cold round each, they take turns; the order is turned round
// from one round to the next. Engines that are too slow, or hold too much, for a whole workload do a stated share of it,
// beside ours and the plain program on that share. What engines compute alike is compared, and a difference fails the run.
// At full size, with all engines, the tables go into docs/performance.md; of a smaller run they do with WRITE=1.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { differences } from './differences.mjs';
import { workloadReport, writeReport } from './report.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const programs = resolve(process.argv[2] ?? join(here, '../build/release'));
const rounds = +(process.env.ROUNDS ?? 3);
const size = +(process.env.SIZE ?? 1);
const chosen = process.env.ENGINES?.split(' ');
const shapes = {
  city: { periods: 36, periodsAYear: 12, levels: 5, shares: { postgres: 0.1, sqlite: 0.1 } },
  country: { periods: 20, periodsAYear: 1, levels: 2, shares: { polars: 0.1, postgres: 0.01, sqlite: 0.01 } },
};

const say = (text) => console.log(text);
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const spread = (values) => ({ median: median(values), least: Math.min(...values), most: Math.max(...values) });

// A program that answers a word with a line of JSON.
class Engine {
  #process;
  #lines;

  static async start(command, words, environment = {}) {
    const engine = new Engine();
    engine.#process = spawn(command, words.map(String), {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ...environment },
    });
    engine.#lines = createInterface({ input: engine.#process.stdout })[Symbol.asyncIterator]();
    engine.greeting = await engine.#next();
    return engine;
  }

  async #next() {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`${this.#process.spawnargs.join(' ')} ended`);
    return JSON.parse(value);
  }

  ask(word) {
    this.#process.stdin.write(`${word}\n`);
    return this.#next();
  }

  async end() {
    this.#process.stdin.end();
    if (this.#process.exitCode === null) await new Promise((ended) => this.#process.on('exit', ended));
  }
}

function run(command, words) {
  return new Promise((done, fail) =>
    spawn(command, words.map(String), { stdio: ['ignore', 'ignore', 'inherit'] }).on('exit', (code) =>
      code === 0 ? done() : fail(new Error(`${command} failed`)),
    ),
  );
}

// The workload as files, made once.
async function filesOf(workload, share) {
  const folder = join(here, '../build/bench', `${workload}-${share}`);
  const figures = join(folder, 'figures.csv');
  const generator = join(programs, 'workload_files');
  if (existsSync(figures) && statSync(figures).mtimeMs > statSync(generator).mtimeMs) return folder;
  say(`  writing ${workload}, ${share} of its measures, for the others to read`);
  mkdirSync(folder, { recursive: true });
  await run(generator, [workload, share, folder]);
  return folder;
}

// Who takes part, and what each is asked for. The plain program is one process that does two things.
async function start(workload, share, names) {
  const { periods, periodsAYear, levels } = shapes[workload];
  const folder = await filesOf(workload, share);
  const started = [];
  for (const name of ['ours', 'plain', ...names]) {
    say(`  loading: ${name}`);
    const engine =
      name === 'ours'
        ? await Engine.start(join(programs, 'follow_up_bench'), [workload, share, 2])
        : name === 'plain'
          ? await Engine.start(join(programs, 'plain_bench'), [folder, periods, periodsAYear, 2])
          : await Engine.start(process.execPath, [join(here, 'peers', `${name}.mjs`), folder, periods, periodsAYear, levels], {
              POLARS_MAX_THREADS: 2,
            });
    started.push({ name, engine, word: 'job', seconds: [], cpu: [] });
    if (name === 'plain') started.push({ name: 'plain list', engine, word: 'list', seconds: [], cpu: [] });
  }
  return started;
}

// One share of a workload on some engines, taking turns.
async function sideBySide(workload, share, names) {
  say(`${workload}, ${share} of its measures`);
  const entries = await start(workload, share, names);
  const take = async (entry) => {
    const answer = await entry.engine.ask(entry.word);
    say(`    ${entry.name}: ${answer.seconds.toFixed(3)} s`);
    return answer;
  };
  say('  cold');
  for (const entry of entries) entry.cold = (await take(entry)).seconds;
  for (let round = 0; round < rounds; ++round) {
    say(`  round ${round + 1} of ${rounds}`);
    for (const entry of round % 2 === 0 ? entries : [...entries].reverse()) {
      entry.last = await take(entry);
      entry.seconds.push(entry.last.seconds);
      entry.cpu.push(entry.last.cpu);
    }
  }
  const ours = entries[0];
  const plain = entries[1];
  if (ours.last.figures !== plain.engine.greeting.figures)
    throw new Error(`ours has ${ours.last.figures} figures and the files ${plain.engine.greeting.figures}`);
  const reference = await plain.engine.ask('columns');
  const found = [];
  for (const entry of entries) {
    entry.megabytes = (await entry.engine.ask('memory')).megabytes;
    if (entry.word === 'list' || entry === plain) continue;
    const columns = await entry.engine.ask('columns');
    entry.columns = Object.keys(columns).length;
    found.push(...differences(entry.name, columns, reference));
  }
  const ended = new Set();
  for (const { engine } of entries) {
    if (!ended.has(engine)) await engine.end();
    ended.add(engine);
  }
  for (const text of found) say(`  DIFFERENT: ${text}`);
  if (found.length === 0) say(`  the same count and sums in ${Object.keys(reference).length} columns`);
  return {
    share,
    figures: ours.last.figures,
    columns: Object.keys(reference).length,
    found,
    list: ours.last,
    entries: entries.map((entry) => ({
      ...entry,
      engine: undefined,
      time: spread(entry.seconds),
      cpu: median(entry.cpu),
      cpuRatio: median(entry.cpu.map((cpu, round) => cpu / ours.cpu[round])),
      ratio: spread(entry.seconds.map((seconds, round) => seconds / ours.seconds[round])),
    })),
  };
}

const ourBench = (workload, share, threads) => Engine.start(join(programs, 'follow_up_bench'), [workload, share, threads]);

// What only ours is asked: memory of a process that does nothing else, one thread against two, growth, and a new month.
async function ours(workload) {
  say(`${workload}, ours alone`);
  const lean = await ourBench(workload, size, 2);
  const { figures } = await lean.ask('once');
  const { megabytes } = await lean.ask('memory');
  await lean.end();

  const shares = workload === 'city' ? [size / 4, size, size * 4] : [size / 4, size];
  const benches = [];
  for (const share of shares) benches.push({ share, threads: 2, engine: await ourBench(workload, share, 2) });
  benches.push({ share: size, threads: 1, engine: await ourBench(workload, size, 1) });
  for (const bench of benches) await bench.engine.ask('job');
  for (let round = 0; round < rounds; ++round)
    for (const bench of benches) (bench.jobs ??= []).push(await bench.engine.ask('job'));

  const full = benches.find(({ share, threads }) => share === size && threads === 2);
  const increments = [];
  for (let i = 0; i < 5; ++i) increments.push(await full.engine.ask('increment'));
  for (const { engine } of benches) await engine.end();
  const report = {
    figures,
    megabytes,
    bytesPerFigure: (megabytes * 2 ** 20) / figures,
    runs: benches.map(({ share, threads, jobs }) => ({
      share,
      threads,
      time: spread(jobs.map(({ seconds }) => seconds)),
      cpu: median(jobs.map(({ cpu }) => cpu)),
      rollUp: median(jobs.map(({ roll_up }) => roll_up)),
      followUp: median(jobs.map(({ follow_up }) => follow_up)),
    })),
    increment: { seconds: median(increments.map(({ seconds }) => seconds)), cpu: median(increments.map(({ cpu }) => cpu)) },
  };
  return report;
}

const isChosen = (name) => !chosen || chosen.includes(name);
const reports = [];
let different = 0;
for (const workload of (process.env.WORKLOADS ?? 'city country').split(' ')) {
  const { shares } = shapes[workload];
  const groups = new Map([[1, []]]);
  for (const name of ['duckdb', 'polars', 'postgres', 'sqlite'].filter(isChosen)) {
    const share = shares[name] ?? 1;
    groups.set(share, [...(groups.get(share) ?? []), name]);
  }
  const runs = [];
  for (const [share, names] of groups) runs.push(await sideBySide(workload, +(share * size).toPrecision(3), names));
  const report = { workload, size, rounds, runs, ours: await ours(workload) };
  different += runs.reduce((sum, { found }) => sum + found.length, 0);
  reports.push(report);
  say(`\n${workloadReport(report)}`);
}
if (different > 0) {
  console.error(`bench: ${different} columns differ`);
  process.exit(1);
}
const isFull = size === 1 && !chosen && !process.env.WORKLOADS;
if (isFull || process.env.WRITE) writeReport(join(here, '../docs/performance.md'), reports);
