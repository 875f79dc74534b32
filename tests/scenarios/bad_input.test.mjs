// Input that nobody should send, and some do. Each ends with exit code 1 and a message that names the file and the way
// out; nothing is stored, and what was there stays as it was.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { before, test } from 'node:test';
import zlib from 'node:zlib';

import { freshFolder, run, write } from './program.mjs';
import { deliveries, everythingSaid, figures, smallOrganisation } from './small_organisation.mjs';

let data;
let said;
let stored;
before(() => {
    data = smallOrganisation();
    [said, stored] = [everythingSaid(data), deliveries(data)];
});

function isRefused(file, message) {
    const { code, signal, out, err } = run('--data', data, 'import', file);
    assert.equal(signal, null, err);
    assert.equal(code, 1, `${out}${err}`);
    assert.match(err, message);
    assert.equal(run('--data', data, 'check').code, 0);
    assert.deepEqual(deliveries(data), stored);
    assert.equal(everythingSaid(data), said);
}

const header = 'mått;enhet;grupp;period;värde\n';
const many = figures({ firstYear: 1900, years: 120, shift: 1 });

test('a gzip file that is cut off', () => {
    const whole = zlib.gzipSync(many);
    isRefused(write(freshFolder(), 'cut.csv.gz', whole.subarray(0, whole.length / 2)), /cut\.csv\.gz/);
});

test('a gzip file with a flipped byte', () => {
    const bytes = zlib.gzipSync(many);
    bytes[bytes.length >> 1] ^= 0xFF;
    isRefused(write(freshFolder(), 'flipped.csv.gz', bytes), /flipped\.csv\.gz/);
});

test('something else that calls itself gzip', () => {
    isRefused(write(freshFolder(), 'not.csv.gz', 'PK\u0003\u0004 is a zip file'), /not\.csv\.gz/);
});

test('a single line of 2 GB', () => {
    const file = `${freshFolder()}/long.csv`;
    fs.writeFileSync(file, header);
    execFileSync('sh', ['-c', `head -c 2G /dev/zero | tr '\\0' x >> "${file}"`]);
    const before = Date.now();
    isRefused(file, /long\.csv/);
    fs.rmSync(file);
    assert.ok(Date.now() - before < 120_000);
});

test('a heading of 2 GB', () => {
    const file = `${freshFolder()}/heading.csv`;
    execFileSync('sh', ['-c', `head -c 2G /dev/zero | tr '\\0' x > "${file}"`]);
    isRefused(file, /heading\.csv/);
    fs.rmSync(file);
});

test('NUL bytes all through', () => {
    isRefused(write(freshFolder(), 'nul.csv', `${header}BEH;S1;T;2024;9\0\0;\nBEH;\0;T;2024;90\n`), /nul\.csv/);
});

test('a file of nothing but NUL bytes', () => {
    isRefused(write(freshFolder(), 'zeros.csv', Buffer.alloc(100_000)), /zeros\.csv/);
});

test('another charset than it can be', () => {
    isRefused(write(freshFolder(), 'utf16.csv', Buffer.from(`\uFEFF${many}`, 'utf16le')), /utf16\.csv/);
});

test('rows in another charset than the file says', () => {
    const rows = Buffer.from('BEH;Åskolan;T;2024;90\nBEH;Österskolan;T;2024;90\n', 'latin1');
    isRefused(write(freshFolder(), 'mixed.csv', Buffer.concat([Buffer.from(`\uFEFF${header}`), rows])), /mixed\.csv/);
});

test('units in a ring', () => {
    isRefused(write(freshFolder(), 'ring.csv', 'kod;namn;överordnad\nA;Ett;B\nB;Två;C\nC;Tre;A\n'), /ring\.csv/);
});

test('a unit that is its own parent', () => {
    isRefused(write(freshFolder(), 'self.csv', 'kod;namn;överordnad\nA;Ett;A\n'), /self\.csv/);
});

test('a ring that is closed by what is already stored', () => {
    isRefused(write(freshFolder(), 'closing.csv', 'kod;namn;överordnad\nK;Ängsholms kommun;S1\n'), /closing\.csv/);
});

test('of the same code twice with different meanings the first is kept', () => {
    for (const text of ['kod;namn;överordnad\nS9;Södra skolan;\nS9;Västra skolan;\n', 'kod;titel;slag\nNY;Ett mått;andel\nNY;Ett annat;medel\n']) {
        const { code, out, err } = run('--data', data, 'import', '--dry-run', write(freshFolder(), 'twice.csv', text));
        assert.equal(code, 0, err);
        assert.match(err, /twice\.csv:3 /);
        assert.match(out, /1 (nya|new).* 1 (utelämnade|left out)/);
    }
});

test('the headings and nothing else', () => {
    isRefused(write(freshFolder(), 'only.csv', header), /only\.csv/);
});

test('an empty file', () => isRefused(write(freshFolder(), 'empty.csv', ''), /empty\.csv/));

test('headings that mean nothing here', () => {
    isRefused(write(freshFolder(), 'other.csv', 'färg;form\nröd;rund\n'), /other\.csv/);
});

test('a directory', () => isRefused(freshFolder(), /rodtrad-/));

test('a file that is not there', () => isRefused('/finns/inte.csv', /inte\.csv/));

test('JSON that is cut off, and JSON of another kind', () => {
    isRefused(write(freshFolder(), 'cut.json', '{"values": [{"kpi": "N00945", "municip'), /cut\.json/);
    isRefused(write(freshFolder(), 'other.json', '{"colours": ["red"]}'), /other\.json/);
    isRefused(write(freshFolder(), 'deep.json', '['.repeat(1_000_000)), /deep\.json/);
});

test('one bad file among good ones: none of them is stored', () => {
    const folder = freshFolder();
    const good = write(folder, 'good.csv', many);
    const bad = write(folder, 'bad.csv', 'färg;form\nröd;rund\n');
    const { code, err } = run('--data', data, 'import', good, bad);
    assert.equal(code, 1);
    assert.match(err, /bad\.csv/);
    assert.deepEqual(deliveries(data), stored);
});

test('a mapping that is not there, or says nothing sensible', () => {
    const folder = freshFolder();
    const file = write(folder, 'good.csv', many);
    for (const mapping of [`${folder}/none.toml`, write(folder, 'bad.toml', 'columns = ][')]) {
        const { code, err } = run('--data', data, 'import', '--mapping', mapping, file);
        assert.equal(code, 1, err);
        assert.match(err, /none\.toml|bad\.toml/);
    }
    assert.deepEqual(deliveries(data), stored);
});
