import assert from 'node:assert/strict';
import { test } from 'node:test';
import zlib from 'node:zlib';
import { execFileSync } from 'node:child_process';

import { freshFolder, rodtrad, run, write } from './program.mjs';
import { deliveries, everythingSaid, figures, smallOrganisation, units } from './small_organisation.mjs';

test('the same file a second time changes nothing', () => {
    const data = smallOrganisation();
    const file = write(freshFolder(), 'utfall.csv', figures());
    const [before, count] = [everythingSaid(data), deliveries(data).length];
    const report = JSON.parse(rodtrad('--data', data, 'import', '--format', 'json', file));
    assert.equal(report.delivery, null);
    assert.equal(report.unchanged, 60);
    assert.equal(report.added + report.revised, 0);
    assert.equal(deliveries(data).length, count);
    assert.equal(everythingSaid(data), before);
});

test('a revision is counted as such, and undoing it restores exactly what was there', () => {
    const data = smallOrganisation();
    const before = everythingSaid(data);
    const file = write(freshFolder(), 'nya.csv', figures({ firstYear: 2020, years: 6, shift: 5 }));
    const report = JSON.parse(rodtrad('--data', data, 'import', '--format', 'json', file));
    assert.deepEqual([report.added, report.revised], [2 * 6, 4 * 6]);
    assert.notEqual(everythingSaid(data), before);
    rodtrad('--data', data, 'deliveries', 'undo', String(report.delivery));
    assert.equal(everythingSaid(data), before);
    assert.equal(run('--data', data, 'check').code, 0);

    const again = run('--data', data, 'deliveries', 'undo', String(report.delivery));
    assert.equal(again.code, 1, 'a delivery is undone once');
});

test('undoing an older delivery leaves the newer one standing', () => {
    const data = smallOrganisation();
    const folder = freshFolder();
    const take = (name, text) => JSON.parse(rodtrad('--data', data, 'import', '--format', 'json', write(folder, name, text)));
    const older = take('äldre.csv', figures({ shift: 3 }));
    take('nyare.csv', figures({ shift: 6 }));
    const newest = everythingSaid(data);
    rodtrad('--data', data, 'deliveries', 'undo', String(older.delivery));
    assert.equal(everythingSaid(data), newest);
});

test('units that a delivery renamed have their names back when it is undone', () => {
    const data = smallOrganisation();
    const before = everythingSaid(data);
    const file = write(freshFolder(), 'enheter.csv', units.replace('Norrskolan', 'Norra skolan'));
    const { delivery } = JSON.parse(rodtrad('--data', data, 'import', '--format', 'json', file));
    assert.match(everythingSaid(data), /Norra skolan/);
    rodtrad('--data', data, 'deliveries', 'undo', String(delivery));
    assert.equal(everythingSaid(data), before);
});

test('a dry run tells the outcome and stores nothing', () => {
    const data = smallOrganisation();
    const [before, count] = [everythingSaid(data), deliveries(data).length];
    const file = write(freshFolder(), 'nya.csv', figures({ firstYear: 2024, years: 1 }));
    const report = JSON.parse(rodtrad('--data', data, 'import', '--dry-run', '--format', 'json', file));
    assert.equal(report.added, 6);
    assert.equal(report.delivery, null);
    assert.equal(everythingSaid(data), before);
    assert.equal(deliveries(data).length, count);
});

test('a bad row is left out with its place and text; --strict leaves out the whole delivery', () => {
    const data = smallOrganisation();
    const before = everythingSaid(data);
    const file = write(freshFolder(), 'nya.csv',
        `${figures({ firstYear: 2024, years: 1 })}BEH;S1;K;2024;femtio;;\n`);

    const strict = run('--data', data, 'import', '--strict', file);
    assert.equal(strict.code, 1);
    assert.match(strict.err, /nya\.csv:8.*femtio/);
    assert.equal(everythingSaid(data), before);

    const lenient = JSON.parse(rodtrad('--data', data, 'import', '--format', 'json', file));
    assert.deepEqual([lenient.added, lenient.left_out, lenient.complaints], [6, 1, 1]);
    const [complaint] = JSON.parse(rodtrad('--data', data, 'deliveries', 'complaints', String(lenient.delivery),
        '--format', 'json'));
    assert.deepEqual([complaint.row, complaint.text], [8, 'femtio']);
    assert.notEqual(complaint.remedy, '');
});

test('the same figures come out of every dress that Swedish files wear', () => {
    const text = figures();
    const cp1252 = Buffer.from(text, 'latin1');
    const folder = freshFolder();
    const dresses = {
        'bom.csv': `\uFEFF${text.replaceAll('\n', '\r\n')}`,
        'cp1252.csv': cp1252,
        'comma.csv': text.replaceAll(',', '.').replaceAll(';', ','),
        'gzip.csv.gz': zlib.gzipSync(text),
        'xz.csv.xz': execFileSync('xz', ['-c'], { input: text }),
    };
    const data = smallOrganisation();
    for (const [name, contents] of Object.entries(dresses)) {
        const report = JSON.parse(rodtrad('--data', data, 'import', '--format', 'json', write(folder, name, contents)));
        assert.deepEqual([name, report.unchanged, report.complaints], [name, 60, 0]);
    }
});
