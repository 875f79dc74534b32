// A database's own command line, kept open: statements are written to it, and what it says until it echoes our mark is
// the answer.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const mark = '= done =';

export class SqlShell {
  #process;
  #echo;
  #said = '';
  #complaints = '';
  #wake = () => {};
  #hasEnded = false;

  // `echo(text)`: the command with which this shell repeats a text.
  constructor(command, options, echo) {
    this.#process = spawn(command, options, { stdio: 'pipe' });
    this.#echo = echo;
    this.#process.stdout.setEncoding('utf8').on('data', (text) => {
      this.#said += text;
      this.#wake();
    });
    this.#process.stderr.setEncoding('utf8').on('data', (text) => (this.#complaints += text));
    this.#process.on('exit', () => {
      this.#hasEnded = true;
      this.#wake();
    });
  }

  get pid() {
    return this.#process.pid;
  }

  // The lines that the statements gave. Throws what the shell complained about.
  async run(sql) {
    this.#said = '';
    this.#process.stdin.write(`${sql}\n${this.#echo(mark)}\n`);
    while (!this.#said.endsWith(`${mark}\n`) && !this.#hasEnded) await new Promise((wake) => (this.#wake = wake));
    if (this.#complaints || this.#hasEnded) throw new Error(this.#complaints || 'the shell has ended');
    return this.#said.split('\n').slice(0, -2);
  }

  async close() {
    this.#process.stdin.end();
    if (!this.#hasEnded) await once(this.#process, 'exit');
  }
}
