// The release program, run as a person would run it.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = fileURLToPath(new URL('../..', import.meta.url));
export const program = path.resolve(project, process.env.RODTRAD_PROGRAM ?? 'build/release/rodtrad');

const environment = { ...process.env, LANG: 'C.UTF-8' };
delete environment.RODTRAD_DATA;

// Runs one command to its end: { code, signal, out, err }.
export function run(...words) {
    const { error, status, signal, stdout, stderr } = spawnSync(program, words, {
        cwd: project, env: environment, encoding: 'utf8', maxBuffer: 1 << 30,
    });
    if (error) throw error;
    return { code: status, signal, out: stdout, err: stderr };
}

// The same, where anything but exit code 0 is a failure of the test. Gives what it printed.
export function rodtrad(...words) {
    const { code, signal, out, err } = run(...words);
    if (code !== 0) throw new Error(`rodtrad ${words.join(' ')} ended with ${signal ?? code}:\n${err}${out}`);
    return out;
}

// Starts a command and does not wait for it.
export function start(...words) {
    return spawn(program, words, { cwd: project, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
}

const folders = [];
process.on('exit', () => folders.forEach((folder) => fs.rmSync(folder, { recursive: true, force: true })));

// An empty folder that is gone when the test file has been run.
export function freshFolder() {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rodtrad-'));
    folders.push(folder);
    return folder;
}

export function write(folder, name, contents) {
    const file = path.join(folder, name);
    fs.writeFileSync(file, contents);
    return file;
}

export function copyOf(folder) {
    const copy = path.join(freshFolder(), 'data');
    fs.cpSync(folder, copy, { recursive: true });
    return copy;
}

// The example organisation, made once for each build of the program. Nobody writes in it: take a copy.
export function exampleOrganisation() {
    const build = createHash('sha256').update(fs.readFileSync(program)).digest('hex').slice(0, 16);
    const kept = path.join(project, 'build/test-data');
    const folder = path.join(kept, `example-${build}`);
    if (!fs.existsSync(folder)) {
        fs.mkdirSync(kept, { recursive: true });
        for (const name of fs.readdirSync(kept)) // of earlier builds; what has a number behind it is being made
            if (!name.includes('.')) fs.rmSync(path.join(kept, name), { recursive: true, force: true });
        const unfinished = `${folder}.${process.pid}`;
        rodtrad('--data', unfinished, 'demo');
        if (fs.existsSync(folder)) fs.rmSync(unfinished, { recursive: true }); // by another file of tests, meanwhile
        else fs.renameSync(unfinished, folder);
    }
    return folder;
}

// Serves a data folder on a free port: { url, heard(pattern), stop() }. What it says later can be waited for.
export async function serve(data) {
    const server = start('--data', data, 'serve', '--port', '0');
    let said = '';
    const url = await new Promise((resolve, reject) => {
        const listen = (chunk) => {
            said += chunk;
            const address = said.match(/http:\/\/localhost:\d+/);
            if (address) resolve(address[0]);
        };
        server.stdout.on('data', listen);
        server.stderr.on('data', listen);
        server.on('error', reject);
        server.on('exit', (code, signal) => reject(new Error(`serve ended with ${signal ?? code}:\n${said}`)));
    });
    return {
        url,
        heard(pattern) {
            return new Promise((resolve, reject) => {
                const waited = setTimeout(() => reject(new Error(`serve did not say ${pattern}:\n${said}`)), 10_000);
                const look = () => {
                    const found = said.match(pattern);
                    if (!found) return;
                    clearTimeout(waited);
                    [server.stdout, server.stderr].forEach((stream) => stream.off('data', look));
                    resolve(found[0]);
                };
                [server.stdout, server.stderr].forEach((stream) => stream.on('data', look));
                look();
            });
        },
        stop() {
            return new Promise((resolve) => {
                server.removeAllListeners('exit');
                server.on('exit', (code, signal) => resolve({ code, signal, said }));
                server.kill('SIGTERM');
            });
        },
    };
}

// The rows of a CSV as { heading: cell }, for files in which a cell may be quoted but holds no line break.
export function rows(csv) {
    const cells = (line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => (quoted === undefined ? plain : quoted.replaceAll('""', '"')));
    const [headings, ...lines] = csv.replace(/^\uFEFF/, '').split(/\r?\n/).filter((line) => line !== '').map(cells);
    return lines.map((line) => Object.fromEntries(headings.map((heading, i) => [heading, line[i]])));
}
