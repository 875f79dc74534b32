// A disk that cannot be written, and one that runs full. Both are real: small file systems in memory, for which root is
// needed. Where they cannot be mounted, the tests say that they were skipped.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { after, test } from 'node:test';

import { freshFolder, run, write } from './program.mjs';
import { deliveries, everythingSaid, figures, smallOrganisation } from './small_organisation.mjs';

const mounted = [];
after(() => mounted.forEach((folder) => spawnSync('umount', [folder])));

// A file system of so many MiB with a copy of the data in it; null where that is not allowed.
function diskWith(data, size) {
    const disk = freshFolder();
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}m`, 'tmpfs', disk]).status !== 0) return null;
    mounted.push(disk);
    fs.cpSync(data, `${disk}/data`, { recursive: true });
    return { data: `${disk}/data`, remount: (how) => spawnSync('mount', ['-o', `remount,${how}`, disk]) };
}

const skipped = 'skipped: file systems cannot be mounted here (it takes root)';

test('a disk that cannot be written to: refused, and what was there is untouched', (t) => {
    const source = smallOrganisation();
    const [said, stored] = [everythingSaid(source), deliveries(source)];
    const disk = diskWith(source, 32);
    if (!disk) return t.skip(skipped);
    disk.remount('ro');
    const { code, err } = run('--data', disk.data, 'import', write(freshFolder(), 'nya.csv', figures({ shift: 4 })));
    assert.equal(code, 1, err);
    assert.match(err, /read-only|cannot be written/);
    disk.remount('rw');
    assert.equal(run('--data', disk.data, 'check').code, 0);
    assert.deepEqual(deliveries(disk.data), stored);
    assert.equal(everythingSaid(disk.data), said);
});

test('a disk that runs full in the middle: refused, and what was there is untouched', (t) => {
    const source = smallOrganisation();
    const [said, stored] = [everythingSaid(source), deliveries(source)];
    const disk = diskWith(source, 6);
    if (!disk) return t.skip(skipped);
    const lines = ['mått;enhet;grupp;period;värde'];
    for (let i = 0; i < 400_000; ++i)
        lines.push(`M${i % 200};S${(i % 3) + 1};T;${1900 + (i % 120)}-${String((i % 12) + 1).padStart(2, '0')};${i},5`);
    const file = write(freshFolder(), 'stor.csv', lines.join('\n'));
    const { code, signal, err } = run('--data', disk.data, 'import', file);
    assert.equal(signal, null);
    assert.equal(code, 1, err);
    assert.match(err, /full/);
    assert.equal(run('--data', disk.data, 'check').code, 0);
    assert.deepEqual(deliveries(disk.data), stored);
    assert.equal(everythingSaid(disk.data), said);
});

test('a data folder that is a file', () => {
    const file = write(freshFolder(), 'data', 'not a folder');
    const { code, err } = run('--data', file, 'units');
    assert.equal(code, 1);
    assert.ok(err.includes(file), err);
});

test('a database that is something else', () => {
    const data = smallOrganisation();
    const [database] = fs.readdirSync(data).filter((name) => !/-(wal|shm)$/.test(name)).map((name) => `${data}/${name}`)
        .filter((file) => fs.statSync(file).isFile());
    fs.writeFileSync(database, 'This is a letter to the board.\n'.repeat(1000));
    for (const command of ['check', 'units', 'follow-up']) {
        const { code, signal, err } = run('--data', data, command);
        assert.equal(signal, null);
        assert.equal(code, 1, `${command}: ${err}`);
        assert.notEqual(err, '');
    }
});
