// The guide's own settings for nginx and Caddy, with nothing changed but ports and certificate, in front of the program.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import path from 'node:path';
import { after, test } from 'node:test';

import { freshFolder, project, run, start, write } from './program.mjs';
import { smallOrganisation } from './small_organisation.mjs';
import { personAdded } from './visitor.mjs';

const name = 'rodtrad.example.se';
const isThere = (command) => spawnSync(command, ['version']).error === undefined;
const absent = ['openssl', 'nginx', 'caddy'].filter((command) => !isThere(command));

const started = [];
after(() => started.forEach((child) => child.kill('SIGKILL')));

function freePort() {
    return new Promise((resolve) => {
        const server = net.createServer();
        server.listen(0, '127.0.0.1', () => {
            const { port } = server.address();
            server.close(() => resolve(port));
        });
    });
}

async function listening(port, child) {
    let said = '';
    child.stderr.on('data', (chunk) => { said += chunk; });
    for (let i = 0; i < 200; ++i) {
        const is = await new Promise((resolve) => {
            const socket = net.connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); });
            socket.on('error', () => resolve(false));
        });
        if (is) return;
        if (child.exitCode !== null) break;
        await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
    throw new Error(`it does not listen on ${port}:\n${said}`);
}

function certificate() {
    const folder = freshFolder();
    const { status, stderr } = spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2',
        '-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`,
        '-keyout', `${folder}/privkey.pem`, '-out', `${folder}/fullchain.pem`], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return folder;
}

function settingsInGuide(guide, of) {
    return fs.readFileSync(path.join(project, guide), 'utf8').match(new RegExp(`\`\`\`${of}\n([^]*?)\`\`\``))[1];
}

// Each listens with https on the port it is given, and leads to the upstream.
const proxies = {
    async nginx(secure, upstream) {
        const [plain, folder, certificates] = [await freePort(), freshFolder(), certificate()];
        const settings = settingsInGuide('docs/guide/serve.md', 'nginx')
            .replace(/^ *listen \[::\].*\n/mg, '')
            .replace('listen 443 ssl', `listen 127.0.0.1:${secure} ssl`)
            .replace('listen 80', `listen 127.0.0.1:${plain}`)
            .replaceAll(`/etc/letsencrypt/live/${name}`, certificates)
            .replace('127.0.0.1:8321', upstream);
        const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((of) => `${of}_temp_path ${folder}/${of};`);
        const file = write(folder, 'nginx.conf', `daemon off; master_process off; pid ${folder}/pid; error_log stderr warn;
            events {} http { access_log off; ${temporary.join(' ')} ${settings} }`);
        const child = spawn('nginx', ['-e', 'stderr', '-p', folder, '-c', file], { stdio: ['ignore', 'ignore', 'pipe'] });
        started.push(child);
        await listening(secure, child);
        return { plain };
    },
    async caddy(secure, upstream) {
        const [folder, certificates] = [freshFolder(), certificate()];
        const settings = settingsInGuide('docs/guide/serve.md', 'caddy')
            .replace(`${name} {`, `https://${name}:${secure} {\n tls ${certificates}/fullchain.pem ${certificates}/privkey.pem`)
            .replace('127.0.0.1:8321', upstream);
        const file = write(folder, 'Caddyfile', `{\n admin off\n auto_https disable_redirects\n}\n${settings}`);
        const child = spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'],
            { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder } });
        started.push(child);
        await listening(secure, child);
        return {};
    },
};

// { status, headers, text } of one request through the proxy, as a browser that believes in the certificate would send it.
function ask(port, { host = `${name}:${port}`, address = '/om', method = 'GET', headers = {}, body } = {}) {
    return new Promise((resolve, reject) => {
        const request = https.request({
            host: '127.0.0.1', port, servername: name, rejectUnauthorized: false, path: address, method,
            headers: { host, ...(body ? { 'content-length': Buffer.byteLength(body) } : {}), ...headers },
        }, (answer) => {
            let text = '';
            answer.setEncoding('utf8');
            answer.on('data', (chunk) => { text += chunk; });
            answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text }));
        });
        request.on('error', reject);
        request.end(body);
    });
}

// The program where a proxy finds it: { upstream, said(), heard(pattern) }.
async function serveAt(...words) {
    const data = smallOrganisation();
    personAdded({ data, user: 'admin', role: 'administrator' }); // else every page leads to where one sets it up
    const child = start('--data', data, 'serve', '--port', '0', ...words);
    started.push(child);
    let said = '';
    const heard = [];
    return new Promise((resolve, reject) => {
        const listen = (chunk) => {
            said += chunk;
            const at = said.match(/(?:listens on|lyssnar på) (\S+)\./);
            heard.forEach((look) => look());
            if (at) resolve({ upstream: at[1], said: () => said, heard: (pattern) => new Promise((found, lost) => {
                const late = setTimeout(() => lost(new Error(`serve did not say ${pattern}:\n${said}`)), 10_000);
                heard.push(() => {
                    if (!pattern.test(said)) return;
                    clearTimeout(late);
                    found();
                });
                heard.at(-1)();
            }) });
        };
        child.stdout.on('data', listen);
        child.stderr.on('data', listen);
        child.on('exit', (code, signal) => reject(new Error(`serve ended with ${signal ?? code}:\n${said}`)));
    });
}

for (const kind of ['nginx', 'caddy']) {
    const missing = absent.filter((command) => command === kind || command === 'openssl');
    const skip = missing.length ? `skipped: ${missing.join(' and ')} not installed` : false;

    test(`behind ${kind}, with the guide's settings, pages and forms work and cookies are Secure`, { skip }, async () => {
        const port = await freePort();
        const origin = `https://${name}:${port}`;
        const served = await serveAt('--behind-proxy', origin);
        const { plain } = await proxies[kind](port, served.upstream);
        assert.match(served.said(), new RegExp(`${origin}/`));
        assert.doesNotMatch(served.said(), /Warning|Varning/);

        const page = await ask(port, { address: '/logga-in' });
        assert.equal(page.status, 200, page.text);
        assert.equal(page.headers['strict-transport-security'], 'max-age=31536000');
        assert.match(page.headers['content-security-policy'], /default-src 'none'/);

        const chosen = await ask(port, { address: '/logga-in?lang=en' });
        assert.equal(chosen.status, 303);
        assert.equal(chosen.headers.location, '/logga-in');
        assert.match(chosen.headers['set-cookie'][0], /^__Host-lang=en; .*; Secure$/);
        assert.match((await ask(port, { address: '/logga-in', headers: { cookie: '__Host-lang=en' } })).text, /<html lang="en"/);

        const form = { method: 'POST', address: '/matt/BEH/S1/anmarkningar', body: 'text=&period=2023' };
        const typed = { 'content-type': 'application/x-www-form-urlencoded' };
        const own = await ask(port, { ...form, headers: { ...typed, origin } });
        assert.match(own.text, /name="kvar" value="text=&amp;period=2023"/); // taken as ours: kept until one has signed in
        const foreign = await ask(port, { ...form, headers: { ...typed, origin: 'https://evil.example' } });
        assert.equal(foreign.status, 403);
        assert.doesNotMatch(foreign.text, /name="kvar"/);
        const unencrypted = await ask(port, { ...form, headers: { ...typed, origin: `http://${name}:${port}` } });
        assert.equal(unencrypted.status, 403);
        assert.doesNotMatch(unencrypted.text, /name="kvar"/);

        const large = await ask(port, { ...form, headers: { ...typed, origin }, body: `text=${'x'.repeat(8_000_000)}` });
        assert.equal(large.status, 413);
        assert.match(large.text, /högst 1 MB/); // the program's own words, in Swedish: it came through

        if (kind === 'nginx') {
            assert.equal((await ask(port, { host: 'evil.example' })).status, 421);
            const led = await fetch(`http://127.0.0.1:${plain}/matt?x=1`, { redirect: 'manual' });
            assert.equal(led.status, 301);
            assert.equal(led.headers.get('location'), `https://${name}/matt?x=1`);
        }
    });

    test(`${kind} with the guide's settings tells the visitor's address last, whatever the visitor claims`, { skip }, async () => {
        let seen;
        const listener = http.createServer((request, answer) => {
            seen = request.headers;
            let size = 0;
            request.on('data', (chunk) => { size += chunk.length; });
            request.on('end', () => answer.end(`${size}`));
        });
        await new Promise((resolve) => { listener.listen(0, '127.0.0.1', resolve); });
        after(() => listener.close());
        const port = await freePort();
        await proxies[kind](port, `127.0.0.1:${listener.address().port}`);

        await ask(port, { headers: { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'http' } });
        assert.match(seen['x-forwarded-for'], /(^|, )127\.0\.0\.1$/);
        assert.match(seen['x-forwarded-proto'], /(^|, )https$/);
        assert.equal(seen.host, `${name}:${port}`);

        const file = Buffer.alloc(64 * 1024 * 1024, 'x');
        assert.equal((await ask(port, { method: 'POST', body: file })).text, `${file.length}`);
    });
}

test('the guides in both languages give the same settings', () => {
    for (const of of ['nginx', 'caddy', 'ini'])
        assert.equal(settingsInGuide('docs/guide/serve.sv.md', of), settingsInGuide('docs/guide/serve.md', of));
});

test('what cannot be served is refused in words, and what is risky is warned of', async () => {
    const refused = (...words) => run('--data', smallOrganisation(), 'serve', '--port', '0', ...words);
    const cases = [
        [2, ['--host', 'rodtrad.example.se'], /--host rodtrad\.example\.se is no address/],
        [2, ['--host', '0.0.0.0'], /all the addresses of this computer/],
        [1, ['--host', '203.0.113.1'], /203\.0\.113\.1 is not an address of this computer/],
        [2, ['--behind-proxy', 'rodtrad.example.se'], /without a path, such as https:\/\/rodtrad\.example\.se/],
        [2, ['--behind-proxy', 'https://rodtrad.example.se/rt'], /without a path/],
        [2, ['--public-address', 'https://rodtrad.example.se'], /say --behind-proxy https:\/\/rodtrad\.example\.se/],
        [2, ['--public-address', 'http://a.se', '--behind-proxy', 'https://a.se'], /excludes/],
    ];
    for (const [code, words, said] of cases) {
        const answer = refused(...words);
        assert.equal(answer.code, code, `${words}: ${answer.err}`);
        assert.match(answer.err, said);
    }
    const plain = await serveAt('--host', '0.0.0.0', '--public-address', 'http://rodtrad.intern:8321');
    const trusting = await serveAt('--host', '0.0.0.0', '--behind-proxy', 'https://rodtrad.example.se');
    await plain.heard(/utan https|without https/);
    await trusting.heard(/ingen utom proxyn når 0\.0\.0\.0|nobody but the proxy reaches 0\.0\.0\.0/);
});
