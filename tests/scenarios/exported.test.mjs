// Organisations that earlier versions exported are read by this one: tests/fixtures/exported has one folder for each
// version of the format.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';

import { freshFolder, project, rodtrad, run } from './program.mjs';

// Rows of RFC 4180 as { heading: cell }; a cell may hold line breaks.
function rows(csv) {
    const table = [[]];
    for (const [, separator, quoted, plain] of csv.matchAll(/(,|\n|^)(?:"((?:[^"]|"")*)"|([^",\n]*))/g)) {
        if (separator === '\n') table.push([]);
        table.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    }
    const [headings, ...lines] = table.filter((line) => line.join('') !== '');
    return lines.map((line) => Object.fromEntries(headings.map((heading, at) => [heading, line[at]])));
}

const exported = path.join(project, 'tests/fixtures/exported');

for (const version of fs.readdirSync(exported)) {
    test(`what format ${version} holds is restored, and leaves again with every cell that came in`, () => {
        const folder = freshFolder();
        const data = `${folder}/data`;
        const source = path.join(exported, version);
        rodtrad('--data', data, 'import', source);
        assert.match(rodtrad('--data', data, '--language', 'en', 'check'), /The database is sound/);
        rodtrad('--data', data, 'export', `${folder}/again`);
        const files = fs.readdirSync(source).filter((file) => file.endsWith('.csv'));
        assert.ok(files.length > 35);
        for (const file of files) {
            const before = rows(fs.readFileSync(path.join(source, file), 'utf8'));
            const after = rows(fs.readFileSync(`${folder}/again/${file}`, 'utf8'));
            assert.equal(after.length, before.length, file);
            for (const [at, row] of before.entries())
                for (const [column, cell] of Object.entries(row)) assert.equal(after[at][column], cell, `${file}, ${column}`);
        }
        const goals = fs.readFileSync(`${folder}/again/goal.csv`, 'utf8');
        assert.match(goals, /Varje elev får stöd i tid/);
        assert.match(goals, /Ingen ska vänta,\n""oavsett"" ämne\./);
    });

    test(`a file of format ${version} that was changed is not restored, and nothing is left behind`, () => {
        const folder = freshFolder();
        fs.cpSync(path.join(exported, version), `${folder}/changed`, { recursive: true });
        const goals = `${folder}/changed/goal.csv`;
        fs.writeFileSync(goals, fs.readFileSync(goals, 'utf8').replace('i tid', 'sent'));
        const { code, err } = run('--data', `${folder}/data`, 'import', `${folder}/changed`);
        assert.equal(code, 1);
        assert.match(err, /goal\.csv/);
        assert.ok(!fs.existsSync(`${folder}/data`));
        rodtrad('--data', `${folder}/data`, 'import', path.join(exported, version)); // the right one still goes in
    });
}
