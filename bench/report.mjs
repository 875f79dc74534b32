// The tables of docs/performance.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { execFileSync } from 'node:child_process';

const version = (command, ...words) => execFileSync(command, words, { encoding: 'utf8' }).match(/\d+(\.\d+)+/)[0];
const ofPackage = (name) => JSON.parse(readFileSync(new URL(`peers/node_modules/${name}/package.json`, import.meta.url))).version;
const names = {
  ours: () => '**Rödtråd, its whole list**',
  plain: () => 'plain C++, the job',
  'plain list': () => 'plain C++, the job and the list’s tests',
  duckdb: () => `DuckDB ${ofPackage('@duckdb/node-api')}`,
  polars: () => `Polars, nodejs-polars ${ofPackage('nodejs-polars')}`,
  postgres: () => `PostgreSQL ${version('psql', '--version')}`,
  sqlite: () => `SQLite ${version('sqlite3', '--version')}`,
};

const seconds = (x) => (x < 0.1 ? x.toFixed(4) : x < 10 ? x.toFixed(3) : x.toFixed(1));
const ratio = (x) => (x < 10 ? x.toFixed(1) : x.toFixed(0));
const range = ({ least, most }, format) => (format(least) === format(most) ? '' : ` (${format(least)}–${format(most)})`);
const millions = (figures) => `${(figures / 1e6).toFixed(2)} million`;
const table = (head, rows) =>
  [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function beside({ figures, share, entries, columns, found, list }) {
  const rows = entries.map(({ name, cold, time, ratio: times, cpu, cpuRatio, megabytes }) => [
    names[name](),
    seconds(cold),
    seconds(time.median) + range(time, seconds),
    name === 'ours' ? '1' : ratio(times.median) + range(times, ratio),
    seconds(cpu),
    name === 'ours' ? '1' : ratio(cpuRatio),
    name === 'plain list' ? '' : megabytes.toFixed(0),
  ]);
  const same = found.length === 0 ? `All agree, in ${columns} columns.` : `DIFFERENT: ${found.join('; ')}.`;
  const scaled = share < 1 ? ` A share of ${share}: times ${(1 / share).toFixed(0)} for the whole, if the engine grows linearly.` : '';
  return `${millions(figures)} figures.${scaled} Our list: ${list.checked} series checked, ${list.confirmed} findings confirmed. ${same}

${table(['engine', 'cold, s', 'warm, s', '× ours', 'CPU, s', '× ours', 'peak, MiB'], rows)}`;
}

function alone({ runs, increment, megabytes, bytesPerFigure }, size) {
  const whole = runs.find(({ share, threads }) => share === size && threads === 2);
  const rows = runs.map(({ share, threads, time, cpu, rollUp, followUp }) => [
    share === size ? `all measures, ${threads === 1 ? 'one thread' : 'two threads'}` : `${share / size} × the measures`,
    seconds(time.median) + range(time, seconds),
    seconds(rollUp),
    seconds(followUp),
    (time.median / whole.time.median).toFixed(2),
    seconds(cpu),
    (cpu / whole.cpu).toFixed(2),
  ]);
  const share = (part, all) => `1/${(all / part).toFixed(0)} of the whole`;
  const milliseconds = (x) => `${(1000 * x).toFixed(1)} ms`;
  return `${table(['Rödtråd', 'seconds', 'rolling up', 'following up', '× whole', 'CPU, s', '× whole'], rows)}

- One more period of one measure, list included: ${milliseconds(increment.seconds)}, ${share(increment.seconds, whole.time.median)}; of the processors ${milliseconds(increment.cpu)}, ${share(increment.cpu, whole.cpu)}.
- Memory of a process that does nothing else: ${megabytes.toFixed(0)} MiB at most, ${bytesPerFigure.toFixed(1)} bytes a figure, data and results.`;
}

export function workloadReport({ workload, size, rounds, runs, ours }) {
  const title = { city: 'One city', country: 'A whole country' }[workload];
  return [`### ${title}`, ...runs.map(beside), `Ours alone, warm rounds: ${rounds}.\n\n${alone(ours, size)}`].join('\n\n');
}

// Between the marks of the document; the prose around them stays.
export function writeReport(path, reports) {
  const [begin, end] = ['<!-- latest run: begin -->', '<!-- latest run: end -->'];
  const text = readFileSync(path, 'utf8');
  const before = text.slice(0, text.indexOf(begin) + begin.length);
  const after = text.slice(text.indexOf(end));
  const [cpu] = cpus();
  const machine = `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpu.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${
    readFileSync('/etc/os-release', 'utf8').match(/PRETTY_NAME="(.*)"/)[1]
  }.`;
  writeFileSync(path, [before, machine, ...reports.map(workloadReport), after].join('\n\n'));
  console.log(`written to ${path}`);
}
