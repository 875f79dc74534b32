// The documents tell of this program, and are held to it.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { project, rodtrad } from './program.mjs';

const documents = ['README.md', 'README.sv.md', 'ARCHITECTURE.md', 'STYLE.md', 'CONTRIBUTING.md', 'CHANGELOG.md',
    ...['docs', 'docs/api', 'docs/decisions', 'docs/guide'].flatMap((folder) => fs.existsSync(path.join(project, folder))
        ? fs.readdirSync(path.join(project, folder)).filter((name) => name.endsWith('.md')).map((name) => `${folder}/${name}`)
        : [])];
const text = (document) => fs.readFileSync(path.join(project, document), 'utf8');

test('every link within the project leads somewhere', () => {
    const broken = documents.flatMap((document) => [...text(document).matchAll(/\]\(([^)#]+)[^)]*\)/g)]
        .map(([, target]) => target)
        .filter((target) => !/^https?:/.test(target))
        .filter((target) => !fs.existsSync(path.join(project, path.dirname(document), target)))
        .map((target) => `${document}: ${target}`));
    assert.deepEqual(broken, []);
});

test('every file of the source that the documents name is there', () => {
    const roots = ['', 'src', 'tests'];
    const broken = documents.filter((document) => document !== 'CHANGELOG.md').flatMap((document) =>
        [...text(document).matchAll(/`([a-z_]+(?:\/[a-z_0-9]+)+\.(?:cpp|hpp|cmake|sql|mjs))`/g)]
            .map(([, file]) => file)
            .filter((file) => !roots.some((root) => fs.existsSync(path.join(project, root, file))))
            .map((file) => `${document}: ${file}`));
    assert.deepEqual(broken, []);
});

test('every command that the documents show exists', () => {
    const help = rodtrad('--help');
    for (const document of documents)
        for (const [, command] of text(document).matchAll(/rodtrad(?: --data \S+)? ([a-z][a-z-]+)/g))
            assert.match(help, new RegExp(`^ +${command}\\b`, 'm'), `${document}: rodtrad ${command}`);
    for (const document of documents)
        for (const [, word] of text(document).matchAll(/`bin\/([a-z]+)/g))
            assert.ok(fs.existsSync(path.join(project, 'bin', word)), `${document}: bin/${word}`);
});
