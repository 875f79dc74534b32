// An export that is damaged, or that somebody has made to do harm: it is refused in words, and nothing is left behind.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { freshFolder, project, rodtrad, run } from './program.mjs';
import { smallOrganisation } from './small_organisation.mjs';

const versions = path.join(project, 'tests/fixtures/exported');
const source = path.join(versions, fs.readdirSync(versions).sort((a, b) => Number(b) - Number(a))[0]);
const description = 'datapackage.json';

const read = (folder, file) => fs.readFileSync(path.join(folder, file), 'utf8');
const write = (folder, file, text) => fs.writeFileSync(path.join(folder, file), text);

// Changes a file, and says in the package that it should be so.
function change(folder, file, alter) {
    const before = read(folder, file);
    const after = alter(before);
    assert.notEqual(after, before, `${file} is not changed`);
    write(folder, file, after);
    const digest = createHash('sha256').update(after).digest('hex');
    const lines = read(folder, description).split('\n');
    const at = lines.findIndex((line) => line.includes(`"path": "${file}"`));
    const hash = lines.findIndex((line, number) => number > at && line.includes('"hash"'));
    lines[hash] = lines[hash].replace(/sha256:[0-9a-f]+/, `sha256:${digest}`);
    write(folder, description, lines.join('\n'));
}

const describe = (folder, alter) => {
    const told = JSON.parse(read(folder, description));
    alter(told);
    write(folder, description, JSON.stringify(told));
};
const cell = (file, before, after) => (folder) => change(folder, file, (text) => text.replace(before, after));
const lastLineTwice = (file) => (folder) => change(folder, file, (text) => text + text.trimEnd().split('\n').at(-1) + '\n');

const refused = {
    'the description is cut off': [(folder) => write(folder, description, '{"format_version": 1, "reso'), /datapackage\.json is damaged/],
    'the description is nested without end': [(folder) => write(folder, description, '['.repeat(1_000_000)), /datapackage\.json is damaged/],
    'the description is of something else': [(folder) => write(folder, description, '{"name": "something"}'), /did not write this/],
    'the format is older than the first': [(folder) => describe(folder, (told) => { told.format_version = 0; }), /did not write this/],
    'the format is newer': [(folder) => describe(folder, (told) => { told.format_version = 99; }), /a newer rodtrad wrote this/],
    'no table is told of': [(folder) => describe(folder, (told) => { delete told.resources; }), /says nothing of deliveries/],
    'the journal is not told of': [(folder) => describe(folder, (told) => {
        told.resources = told.resources.filter(({ name }) => name !== 'journal');
    }), /says nothing of journal/],
    'no digest is told': [(folder) => describe(folder, (told) => told.resources.forEach((resource) => { delete resource.hash; })), /not as it was exported/],
    'a table lies elsewhere': [(folder) => {
        describe(folder, (told) => told.resources.forEach((resource) => { resource.path = '../../../../etc/passwd'; }));
        fs.rmSync(path.join(folder, 'goal.csv'));
    }, /goal\.csv/],
    'a file is gone': [(folder) => fs.rmSync(path.join(folder, 'units.csv')), /units\.csv/],
    'a file is empty': [(folder) => change(folder, 'goal.csv', () => ''), /goal\.csv.*headings are expected/],
    'a number has more digits than a number': [cell('goal.csv', /^1,/m, '99999999999999999999999,'), /goal\.csv, row 2: "9{23}" in column id is not a whole number/],
    'a number is without end': [cell('observations.csv', /,0,[0-9.]+,/, ',0,1e999,'), /observations\.csv, row \d+: "1e999" in column value is not a number/],
    'a period is not in the calendar': [cell('observations.csv', /,T,\d+,/, ',T,999999999999,'), /999999999999/],
    'an id stands twice': [lastLineTwice('person.csv'), /person\.csv, row \d+: an earlier row is of the same thing/],
    'a unit stands twice': [lastLineTwice('units.csv'), /units\.csv, row \d+: an earlier row is of the same thing/],
    'a check-in is of no goal': [cell('check_in.csv', /^(\d+,\d+),1,/m, '$1,77,'), /check_in\.csv, row 2: it speaks of something that none of the files holds/],
    'a role is of nobody': [cell('role_grant.csv', /^(\d+,\d+),1,/m, '$1,77,'), /role_grant\.csv, row 2: it speaks of something/],
    'a figure is of no unit': [cell('observations.csv', ',S1,', ',NOWHERE,'), /observations\.csv, row \d+: it speaks of something/],
    'confidence is out of its bounds': [cell('check_in.csv', ',Nio dagar nu,4,', ',Nio dagar nu,99,'), /check_in\.csv, row 2: .*a value that cannot be/],
    'a state is none of its words': [cell('goal.csv', ',adopted,', ',somehow,'), /state should be one of its words, not "somehow"/],
    'a day is not in the calendar': [cell('goal.csv', '2026-01-01', '2026-13-45'), /not "2026-13-45"/],
    'a moment is none': [cell('check_in.csv', /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, 'yesterday'), /"yesterday" is not a time/],
    'a list is none': [cell('goal.csv', '"[""S1""]"', 'S1'), /"S1" is not JSON/],
    'a list is nested without end': [cell('goal.csv', '"[""S1""]"', '['.repeat(50_000)), /is not JSON: too deep/],
    'a unit is above itself': [cell('unit_versions.csv', /^(S1,\d+,Norrskolan),BUN,/m, '$1,S1,'), /in a circle: S1 → S1/],
    'units are above each other in a ring': [cell('unit_versions.csv', /^(K,\d+,Ängsholms kommun),,/m, '$1,S1,'), /in a circle/],
    'a text holds a NUL': [cell('goal.csv', 'i tid', 'i\0tid'), /goal\.csv, row 2: the row cannot be split into cells/],
    'the journal was changed': [cell('journal.csv', 'Efter samtal', 'Utan samtal'), /line \d+ of the journal has been changed/],
    'the journal lacks its beginning': [(folder) => change(folder, 'journal.csv', (text) => text.replace(/\n1,.*\n/, '\n')), /the journal lacks its lines/],
};

for (const [what, [harm, message]] of Object.entries(refused))
    test(`${what}: refused, and nothing is left behind`, () => {
        const folder = freshFolder();
        const exported = path.join(folder, 'exported');
        fs.cpSync(source, exported, { recursive: true });
        harm(exported);
        const { code, signal, err } = run('--data', `${folder}/data`, 'import', exported);
        assert.equal(signal, null);
        assert.equal(code, 1, err);
        assert.match(err, message);
        assert.match(err, /Nothing was restored/);
        assert.doesNotMatch(err, /SQL|constraint|rodtrad\.db|boost/);
        assert.ok(!fs.existsSync(`${folder}/data`), 'the data folder is left');
    });

// What refers to goals and units in lists is not held together by the database: it may be wrong, and all can still be read.
test('goals that support themselves, each other or nothing are restored, and everything can be read', () => {
    for (const supports of ['"[1]"', '"[55]"', '"[-1,9223372036854775807]"']) {
        const folder = freshFolder();
        const exported = path.join(folder, 'exported');
        fs.cpSync(source, exported, { recursive: true });
        change(exported, 'goal.csv', (text) => text.replace(/,2026-12-31,\[\],\[\],/, `,2026-12-31,${supports},"[44]",`));
        rodtrad('--data', `${folder}/data`, 'import', exported);
        for (const words of [['check'], ['advise'], ['digest', '--dry-run'], ['export', `${folder}/again`]])
            rodtrad('--data', `${folder}/data`, ...words);
    }
});

test('what goes with files does not go with a whole organisation', () => {
    const folder = freshFolder();
    const data = `${folder}/data`;
    for (const words of [['--dry-run'], ['--strict'], ['--format', 'json'], ['--source', 'x'], [path.join(source, 'goal.csv')]]) {
        const { code, out, err } = run('--data', data, 'import', source, ...words);
        assert.equal(code, 2, `${words}: ${err}`);
        assert.match(err, /is a whole organisation/);
        assert.equal(out, '');
    }
    assert.ok(!fs.existsSync(data));
    rodtrad('--data', data, 'import', path.join(source, description)); // the folder it says what it is of
    assert.match(rodtrad('--data', data, 'user', '--format', 'csv'), /karin/);
});

test('what is there already is not restored over, nor written over', () => {
    const data = smallOrganisation();
    const { code, err } = run('--data', data, 'import', source);
    assert.equal(code, 1);
    assert.match(err, /there is an organisation already/);
    assert.equal(run('--data', data, 'check').code, 0);
    assert.match(rodtrad('--data', data, 'units'), /Norrskolan/);

    const folder = freshFolder();
    const out = path.join(folder, 'out');
    fs.mkdirSync(out);
    write(out, 'mine.txt', 'keep');
    const into = run('--data', data, 'export', out);
    assert.equal(into.code, 1);
    assert.match(into.err, /is not empty\. Nothing in it was touched/);
    assert.deepEqual(fs.readdirSync(out), ['mine.txt']);
    const file = run('--data', data, 'export', path.join(out, 'mine.txt'));
    assert.equal(file.code, 1);
    assert.match(file.err, /mine\.txt/);
    assert.equal(read(out, 'mine.txt'), 'keep');
});
