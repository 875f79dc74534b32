// Points that are marked, peers that are saved, and a list that is published.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { freshFolder, rodtrad, run, write } from './program.mjs';
import { deliveries, everythingSaid, figures, smallOrganisation } from './small_organisation.mjs';

const list = (data, ...words) => JSON.parse(rodtrad('--data', data, ...words, '--format', 'json'));

test('a point is marked with its reason, listed, and the mark taken away by undoing', () => {
    const data = smallOrganisation();
    const before = everythingSaid(data);
    rodtrad('--data', data, 'marks', 'add', 'BEH', '2020', 'Nytt betygssystem', '--kind', 'rebase');
    rodtrad('--data', data, 'marks', 'add', 'BEH', '2019', 'Vattenskada', '--kind', 'explanation', '--unit', 'S1', '--group', 'T');
    assert.deepEqual(list(data, 'marks'), [
        { measure: 'BEH', unit: 'S1', group: 'T', period: '2019', kind: 'explanation', text: 'Vattenskada' },
        { measure: 'BEH', unit: '', group: '', period: '2020', kind: 'rebase', text: 'Nytt betygssystem' }]);
    for (const { delivery } of deliveries(data).slice(0, 2)) rodtrad('--data', data, 'deliveries', 'undo', String(delivery));
    assert.deepEqual(list(data, 'marks'), []);
    assert.equal(everythingSaid(data), before);
});

test('a new start without a reason is refused, and so is a mark on what is not there', () => {
    const data = smallOrganisation();
    const count = deliveries(data).length;
    for (const [words, message] of [
        [['BEH', '2020', '', '--kind', 'rebase'], /needs its reason/],
        [['XYZ', '2020', 'text', '--kind', 'rebase'], /does not exist.*XYZ/],
        [['BEH', '2020', 'text', '--kind', 'rebase', '--unit', 'S9'], /does not exist.*S9/],
        [['BEH', '2020-03', 'text', '--kind', 'rebase'], /another kind of period/]]) {
        const { code, err } = run('--data', data, 'marks', 'add', ...words);
        assert.equal(code, 1, words.join(' '));
        assert.match(err, message);
    }
    assert.equal(deliveries(data).length, count);
});

test('marks and conditions come by file', () => {
    const data = smallOrganisation();
    const folder = freshFolder();
    rodtrad('--data', data, 'import', write(folder, 'marks.csv', 'mått;enhet;grupp;period;slag;text\nBEH;;;2020;omstart;Nytt prov\n'),
        write(folder, 'villkor.csv', 'kod;förutsättningar\nBEH;TRYGG\n'));
    assert.equal(list(data, 'marks')[0].kind, 'rebase');
    assert.equal(list(data, 'measures').find((measure) => measure.code === 'BEH').conditions, 'TRYGG');
    rodtrad('--data', data, 'measures', 'set', 'TRYGG', '--conditions', 'BEH');
    assert.equal(list(data, 'measures').find((measure) => measure.code === 'TRYGG').conditions, 'BEH');
});

test('peers are saved by name or by likeness', () => {
    const data = smallOrganisation();
    const out = rodtrad('--data', data, 'peers', 'save', 'LIKA', '--name', 'Som Norrskolan', '--similar', 'S1', '--by', 'BEH,TRYGG:2');
    assert.match(out, /S2 +Österskolan/);
    rodtrad('--data', data, 'peers', 'save', 'ALLA', '--members', 'S1,S2,S3');
    const saved = list(data, 'peers');
    assert.deepEqual(saved.map(({ code, name, owner }) => ({ code, name, owner })), [
        { code: 'LIKA', name: 'Som Norrskolan', owner: 'S1' }, { code: 'ALLA', name: 'ALLA', owner: null }]);
    assert.deepEqual(saved[0].members.split(', ').sort(), ['S2', 'S3']);
    const { code, err } = run('--data', data, 'peers', 'save', 'P', '--similar', 'K', '--by', 'TRYGG');
    assert.equal(code, 1);
    assert.match(err, /no likes of K can be found/);
});

test('what is published remains, and is solved when it has been quiet twice', () => {
    const data = smallOrganisation();
    const folder = freshFolder();
    const target = write(folder, 'mål.csv', 'mått;enhet;period;målvärde\nBEH;S1;2015;99\n');
    rodtrad('--data', data, 'import', target);
    const states = () => list(data, 'follow-up', '--unit', 'S1').filter(({ kind }) => kind === 'target').map(({ state }) => state);
    assert.deepEqual(states(), [null]);
    assert.deepEqual(list(data, 'publish'), []);
    rodtrad('--data', data, 'publish', 'Mars');
    assert.deepEqual(states(), ['remains']);
    assert.equal(run('--data', data, 'publish', 'Mars igen').code, 1, 'nothing has changed');

    const better = (shift) => write(folder, `bättre${shift}.csv`, figures({ firstYear: 2023, years: 1, shift }));
    rodtrad('--data', data, 'import', better(12));
    assert.match(rodtrad('--data', data, 'follow-up'), /Kvarstår från det som publicerats.*\n.*Norrskolan/);
    rodtrad('--data', data, 'publish', 'April');
    rodtrad('--data', data, 'import', better(13));
    assert.match(rodtrad('--data', data, 'follow-up'), /Löst sedan det som publicerats.*\n.*Norrskolan/);
    rodtrad('--data', data, 'publish', 'Maj');
    assert.deepEqual(list(data, 'publish').map(({ name }) => name), ['Maj', 'April', 'Mars']);
    assert.doesNotMatch(rodtrad('--data', data, 'follow-up'), /Löst sedan/);
});
