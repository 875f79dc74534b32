// Makes the organisation, serves it, signs in, and asks for each page again and again over one connection.

import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';

const rounds = Number(process.env.ROUNDS ?? 40);
const password = 'en lang mening att mata med';
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rodtrad-plan-'));
const rodtrad = 'build/release/rodtrad';
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

function ask(url, { method = 'GET', headers = {}, body } = {}) {
    return new Promise((resolve, reject) => {
        const begun = process.hrtime.bigint();
        const request = http.request(url, { method, headers, agent }, (response) => {
            const parts = [];
            response.on('data', (part) => parts.push(part));
            response.on('end', () => resolve({
                status: response.statusCode,
                headers: response.headers,
                body: Buffer.concat(parts),
                milliseconds: Number(process.hrtime.bigint() - begun) / 1e6,
            }));
        });
        request.on('error', reject);
        request.end(body);
    });
}

// The program, once it has said where it is.
function started(command, args, sign) {
    return new Promise((resolve, reject) => {
        const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
        let said = '';
        const listen = (text) => {
            said += text;
            const found = sign.exec(said);
            if (found) resolve({ child, found });
        };
        child.stdout.on('data', listen);
        child.stderr.on('data', listen);
        child.on('exit', () => reject(new Error(`${command} ended:\n${said}`)));
    });
}

async function signIn(url) {
    const cookies = new Map();
    const keep = (response) => {
        for (const line of response.headers['set-cookie'] ?? []) {
            const [pair] = line.split(';');
            cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
        }
    };
    const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const page = await ask(`${url}logga-in`);
    keep(page);
    const csrf = /name="_csrf" value="([^"]*)"/.exec(page.body.toString())[1];
    const answer = await ask(`${url}logga-in`, {
        method: 'POST',
        headers: {
            'content-type': 'application/x-www-form-urlencoded',
            'sec-fetch-site': 'same-origin',
            cookie: cookie(),
        },
        body: new URLSearchParams({ _csrf: csrf, user_name: 'person0', password }).toString(),
    });
    if (answer.status !== 303) throw new Error(`signing in was answered with ${answer.status}`);
    keep(answer);
    return cookie();
}

// nginx with one worker, sending files from a folder.
async function serveFiles(files) {
    const port = 20000 + Math.floor(Math.random() * 20000);
    const root = path.join(folder, 'nginx');
    fs.mkdirSync(root, { recursive: true });
    for (const [name, bytes] of files) fs.writeFileSync(path.join(root, name), bytes);
    fs.writeFileSync(path.join(folder, 'nginx.conf'), `
        daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log stderr notice; user root;
        events { worker_connections 64; }
        http { access_log off; default_type text/html; keepalive_requests 100000;
               server { listen 127.0.0.1:${port}; root ${root}; } }`);
    const { child } = await started('nginx', ['-c', path.join(folder, 'nginx.conf')], /start worker process /);
    return { child, url: `http://127.0.0.1:${port}/` };
}

async function times(url, headers) {
    const server = [];
    const whole = [];
    let size = 0;
    for (let round = -3; round < rounds; ++round) {
        const answer = await ask(url, { headers });
        if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
        size = answer.body.length;
        if (round < 0) continue; // warming up
        whole.push(answer.milliseconds);
        server.push(Number(/page;dur=([\d.]+)/.exec(answer.headers['server-timing'] ?? '')?.[1] ?? NaN));
    }
    return { server: median(server), worst: Math.max(...server), whole: median(whole), size };
}

const children = [];
try {
    execFileSync('build/release/plan_workload', [folder, password], { stdio: 'inherit' });
    const served = await started(rodtrad, ['--data', folder, 'serve', '--port', '0'], /(http:\/\/localhost:\d+\/)/);
    children.push(served.child);
    const url = served.found[1].replace('localhost', '127.0.0.1');
    const cookie = await signIn(url);
    const pages = [
        ['home', 'att-gora'], ['goal', 'mal/1700'], ['goals of a unit', 'mal?enhet=F7'], ['all goals', 'mal'],
        ['scorecard', 'styrkort/E777'], ['red thread', 'rod-trad'], ['red thread of a board', 'rod-trad/N3'],
    ];
    const measured = [];
    for (const [name, address] of pages) measured.push([name, await times(url + address, { cookie })]);

    const plain = new Map();
    try {
        const nginx = await serveFiles(measured.map(([, { size }], at) => [`${at}.html`, Buffer.alloc(size, 'x')]));
        children.push(nginx.child);
        for (const [at, [name]] of measured.entries())
            plain.set(name, (await times(`${nginx.url}${at}.html`, {})).whole);
    } catch (error) {
        console.log(`nginx is not here, so nothing is laid beside it (${error.message.split('\n')[0]})`);
    }
    console.log('page                     server ms  slowest   kB   whole / nginx');
    for (const [name, { server, worst, whole, size }] of measured) {
        const ratio = plain.has(name) ? (whole / plain.get(name)).toFixed(1) : '–';
        console.log(`${name.padEnd(24)} ${server.toFixed(2).padStart(9)} ${worst.toFixed(2).padStart(8)} ` +
            `${(size / 1000).toFixed(0).padStart(4)} ${ratio.padStart(12)}`);
    }
} finally {
    for (const child of children) child.kill();
    agent.destroy();
    fs.rmSync(folder, { recursive: true, force: true });
}
