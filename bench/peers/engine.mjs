// What every engine of the benchmark does the same: it is started as `node ENGINE.mjs FOLDER PERIODS PERIODS-A-YEAR
// NODE-LEVELS`, loads the workload, says how many figures it has, and then answers the words `job`, `columns` and
// `memory` on standard input with one line of JSON each.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

export const trendPeriods = 24;
export const strongestCount = 100;

export function readArguments() {
  const [folder, periods, periodsAYear, levels] = process.argv.slice(2);
  if (!levels) {
    console.error(`${process.argv[1]} FOLDER PERIODS PERIODS-A-YEAR NODE-LEVELS`);
    process.exit(2);
  }
  return { folder, periods: +periods, periodsAYear: +periodsAYear, levels: +levels };
}

export function peakMegabytes(pid = 'self') {
  const [, kilobytes] = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/);
  return +kilobytes / 1024;
}

// What a process and its threads, and its children that have ended, have had of the processors.
function cpuSeconds(pid = 'self') {
  const ticksPerSecond = 100;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /, '').split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + +ticks, 0) / ticksPerSecond;
}

const cpuOf = (engine) => (engine.pids?.() ?? ['self']).reduce((sum, pid) => sum + cpuSeconds(pid), 0);

// `engine`: job() and columns(), which may be asynchronous; megabytes() and pids() where it is not this process that does
// the work; close() where something is to be stopped.
export async function serve(figures, engine) {
  const answer = (value) => console.log(JSON.stringify(value));
  answer({ figures });
  for await (const word of createInterface({ input: process.stdin })) {
    if (word === 'job') {
      const start = performance.now();
      const cpuStart = cpuOf(engine);
      await engine.job();
      answer({ seconds: (performance.now() - start) / 1000, cpu: cpuOf(engine) - cpuStart });
    } else if (word === 'columns') {
      answer(await engine.columns());
    } else if (word === 'memory') {
      answer({ megabytes: engine.megabytes ? await engine.megabytes() : peakMegabytes() });
    }
  }
  await engine.close?.();
  process.exit(0);
}
