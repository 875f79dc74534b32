// Letters of what waits, over a real mail server; and the same in a calendar.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SMTPServer } from 'smtp-server';

import { run, start, serve } from './program.mjs';
import { smallOrganisation } from './small_organisation.mjs';
import { personAdded, signedIn } from './visitor.mjs';

const letters = [];
let refuses = false;
const post = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (address, session, done) => done(refuses ? Object.assign(new Error('not today'), { responseCode: 451 }) : null),
    onData(stream, session, done) {
        const chunks = [];
        stream.on('data', (chunk) => chunks.push(chunk));
        stream.on('end', () => {
            letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString('latin1') });
            done();
        });
    },
});

const decoded = (word) => word.replaceAll(/\r\n[ \t]+/g, ' ').replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?b\?([^?]*)\?=/gi, (_, base64) => Buffer.from(base64, 'base64').toString());

// The subject and the text of a letter of one part.
function read({ raw }) {
    const [, head, body] = raw.match(/^([\s\S]*?)\r\n\r\n([\s\S]*)$/);
    const header = (name) => decoded(head.match(new RegExp(`^${name}:\\s*((?:.*(?:\\r\\n[ \\t])?)*)`, 'im'))?.[1] ?? '').trim();
    const isBase64 = header('content-transfer-encoding').toLowerCase() === 'base64';
    return { subject: header('subject'), text: isBase64 ? Buffer.from(body, 'base64').toString().replaceAll('\r\n', '\n') : body };
}

let data;
let site;
let head;
let smtp;

before(async () => {
    await new Promise((resolve) => { post.listen(0, '127.0.0.1', resolve); });
    smtp = `smtp://127.0.0.1:${post.server.address().port}`;
    data = smallOrganisation();
    const administrator = personAdded({ data, user: 'admin', role: 'administrator' });
    const rektor = personAdded({ data, user: 'karin', name: 'Karin Holm', role: 'manager', unit: 'S1', email: 'karin@example.org' });
    const teacher = personAdded({ data, user: 'amina', name: 'Amina Yusuf', role: 'member', unit: 'S1', email: 'amina@example.org' });
    site = await serve(data);
    await signedIn(site.url, administrator);
    head = await signedIn(site.url, rektor);
    const member = await signedIn(site.url, teacher);
    const year = new Date().getFullYear();
    const made = await member.send('/mal/ny?enhet=S1', '/mal/ny', {
        form: '', unit: 'S1', title: 'Varje elev får stöd; i tid, alltid', kind: 'smart', level: 'operational',
        cycle: `${year}`, rhythm: 'monthly',
    });
    assert.equal(made.status, 303, made.text);
    const proposed = await member.send('/mal/1/steg/foresla', '/mal/1/steg/foresla', { reason: '' });
    assert.equal(proposed.status, 303, proposed.text);
});

after(async () => {
    await site.stop();
    await new Promise((resolve) => { post.close(resolve); });
});

const digest = (...words) => run('--data', data, 'digest', ...words);
// The mail server lives in this process: it must be free to answer meanwhile.
const meanwhile = (...words) => new Promise((resolve) => {
    const child = start('--data', data, 'digest', ...words);
    let err = '';
    child.stderr.on('data', (chunk) => { err += chunk; });
    child.on('exit', (code) => resolve({ code, err }));
});
const now = () => meanwhile('--now', '--mail', smtp, '--mail-from', 'rodtrad@example.org', '--address', 'https://rodtrad.example.org');

test('letters can be read before any is sent', () => {
    const { code, out, err } = digest('--dry-run');
    assert.equal(code, 0);
    assert.match(out, /^To: Karin Holm <karin@example\.org>\nSubject: En sak väntar på dig i Rödtråd\n/m);
    assert.doesNotMatch(out, /amina@example\.org/); // nothing waits for her
    assert.match(err, /http:\/\/localhost:8321.*--address/); // nobody said where the pages are
    assert.equal(letters.length, 0);
});

test('without saying how letters leave, none does', () => {
    const { code, err } = digest('--now');
    assert.equal(code, 2);
    assert.match(err, /--mail/);
});

test('a mail server that takes nothing is told of, and the letter is tried again', async () => {
    refuses = true;
    const { code, err } = await now();
    refuses = false;
    assert.equal(code, 1);
    assert.match(err, /"event":"letter not sent","person":"karin"/);
    assert.equal(letters.length, 0);
});

test('a letter comes to whom something waits for, with a way to it, and only once', async () => {
    assert.equal((await now()).code, 0);
    assert.equal(letters.length, 1);
    assert.deepEqual(letters[0].to, ['karin@example.org']);
    const { subject, text } = read(letters[0]);
    assert.equal(subject, 'En sak väntar på dig i Rödtråd');
    assert.match(text, /Amina Yusuf föreslår målet Varje elev får stöd; i tid, alltid/);
    assert.match(text, /^ {2}https:\/\/rodtrad\.example\.org\/mal\/1$/m);
    assert.equal((await now()).code, 0);
    assert.equal(letters.length, 1);
    assert.match(digest('--dry-run').out, /^Inget brev ska skickas\.$/m);
});

// RFC 5545, 3.1: CR LF, at most 75 bytes a line, name and parameters before the first colon that is not quoted.
function parsed(calendar) {
    assert.ok(calendar.endsWith('\r\n'));
    for (const line of calendar.slice(0, -2).split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.doesNotMatch(calendar.replaceAll('\r\n', ''), /[\x00-\x1f\x7f]/);
    const open = [];
    const events = [];
    for (const line of calendar.replaceAll('\r\n ', '').slice(0, -2).split('\r\n')) {
        const [, name, value] = line.match(/^([A-Z-]+)(?:;[A-Z-]+=(?:[^;:,"]*|"[^"]*"))*:(.*)$/) ?? assert.fail(line);
        if (name === 'BEGIN') {
            open.push(value);
            if (value === 'VEVENT') events.push({});
        } else if (name === 'END') {
            assert.equal(open.pop(), value);
        } else if (open.at(-1) === 'VEVENT') {
            assert.ok(!(name in events.at(-1)), `${name} stands twice`);
            events.at(-1)[name] = value;
        }
    }
    assert.deepEqual(open, []);
    for (const event of events) {
        for (const name of ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY']) assert.ok(event[name], name);
        for (const name of ['SUMMARY', 'DESCRIPTION']) assert.doesNotMatch(event[name] ?? '', /(?<!\\)(?:\\\\)*[;,]|\\[^\\;,n]/);
    }
    return events;
}

test('the same is read in a calendar, by whoever has its address and nobody else', async () => {
    const made = await head.send('/att-gora/kalender', '/att-gora/kalender', {});
    const [, address] = made.text.match(/(\/kalender\/[\w-]{43}\.ics)/);
    const fetched = await fetch(new URL(address, site.url));
    assert.equal(fetched.status, 200);
    assert.equal(fetched.headers.get('content-type'), 'text/calendar; charset=utf-8');
    const [event] = parsed(await fetched.text());
    assert.equal(event.SUMMARY, 'En sak väntar på dig i Rödtråd');
    assert.match(event.DESCRIPTION, /Varje elev får stöd\\; i tid\\, alltid/);

    const wrong = await fetch(new URL(`/kalender/${'A'.repeat(43)}.ics`, site.url));
    assert.equal(wrong.status, 404);
    await head.send('/att-gora/kalender', '/att-gora/kalender', {});
    assert.equal((await fetch(new URL(address, site.url))).status, 404); // a new one was made
});

test('the home of who has something to decide says so, and that of nobody else', async () => {
    const { text } = await head.get('/att-gora');
    assert.match(text, /En sak väntar på dig\./);
    assert.match(text, /Amina Yusuf föreslår målet/);
    assert.equal((await head.get('/')).to, '/att-gora');
});
