import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import { before, test } from 'node:test';

import { freshFolder, program, rodtrad, rows, run } from './program.mjs';
import { smallOrganisation } from './small_organisation.mjs';

const commands = ['demo', 'import', 'export', 'deliveries', 'units', 'measures', 'marks', 'peers', 'follow-up', 'advise', 'publish',
    'study', 'user', 'serve', 'digest', 'check', 'openapi'];
let data;
before(() => { data = smallOrganisation(); });

test('the program lists its commands, and every command explains itself', () => {
    const listed = [...rodtrad('--help').split('Subcommands:')[1].matchAll(/^ {2}([a-z-]+)/gm)].map(([, command]) => command);
    assert.deepEqual(listed.sort(), [...commands].sort());
    for (const command of commands) {
        const { code, out, err } = run(command, '--help');
        assert.equal(code, 0, command);
        assert.match(out, /--help/, command);
        assert.ok(out.split('\n').length > 3, command);
        assert.equal(err, '', command);
    }
});

test('the version is told', () => assert.match(rodtrad('--version'), /^rodtrad \d+\.\d+\.\d+/));

test('a command given wrongly ends with 2, says how on stderr, and prints nothing on stdout', () => {
    const wrong = [
        [], ['no-such-command'], ['import'], ['follow-up', '--no-such-option'], ['units', '--format', 'yaml'],
        ['study', 'no-such-method', '--input', 'x.csv'], ['serve', '--port', 'many'], ['serve', '--port', '99999'], ['follow-up', '--period', 'summer'],
        ['measures', 'set', 'BEH'], ['measures', 'set', 'BEH', '--polarity', 'sideways'], ['deliveries', 'undo'],
        ['marks', 'add', 'BEH', '2024', 'text'], ['marks', 'add', 'BEH', 'summer', 'text', '--kind', 'rebase'],
        ['peers', 'save', 'P'], ['peers', 'save', 'P', '--similar', 'S1'], ['peers', 'save', 'P', '--members', 'S1', '--by', 'BEH'],
        ['peers', 'save', 'P', '--similar', 'S1', '--by', 'BEH:much'],
        ['export'], ['export', 'a', 'b'], ['advise', '--format', 'yaml'], ['openapi', 'more'], ['digest'], ['digest', '--now', '--dry-run'],
        ['digest', '--dry-run', '--address', 'rodtrad.example.se/rt'], ['serve', '--mail', 'smtp://localhost:25'],
        ['serve', '--mail-from', 'rodtrad@example.se'], ['user', 'add'], ['user', 'add', 'eva', '--role', 'king'], ['user', 'reset'],
        ['user', 'deactivate'], ['user', 'eva'], ['user', 'add', 'eva', '--one-time-link', '--address', 'nonsense'],
    ];
    for (const words of wrong) {
        const { code, out, err } = run('--data', data, ...words);
        assert.equal(code, 2, `${words.join(' ')}: ${err}`);
        assert.notEqual(err, '', words.join(' '));
        assert.equal(out, '', words.join(' '));
    }
});

test('a command that is not known is named', () =>
    assert.match(run('--data', data, 'no-such-command').err, /no-such-command/));

test('a mistyped data folder is refused by whoever only reads, and is not made', () => {
    const mistyped = `${freshFolder()}/mistyped`;
    for (const words of [['units'], ['measures'], ['deliveries'], ['follow-up'], ['check'], ['user'], ['advise'], ['export', `${mistyped}-out`],
        ['digest', '--dry-run'], ['user', 'reset', 'eva', '--one-time-link'], ['user', 'deactivate', 'eva']]) {
        const { code, err } = run('--data', mistyped, ...words);
        assert.equal(code, 1, words[0]);
        assert.match(err, /there is no organisation in the data folder .*mistyped/, words[0]);
    }
    assert.ok(!fs.existsSync(mistyped));
});

test('a port that another program has makes no organisation', async () => {
    const other = net.createServer();
    await new Promise((resolve) => { other.listen(0, '127.0.0.1', resolve); });
    const { port } = other.address();
    const folder = `${freshFolder()}/data`;
    const { code, err } = run('--data', folder, 'serve', '--port', String(port));
    other.close();
    assert.equal(code, 1);
    assert.match(err, new RegExp(`Port ${port} is used by another program`));
    assert.ok(!fs.existsSync(folder));
});

test('what cannot be printed is not taken for printed', () => {
    const full = fs.openSync('/dev/full', 'w');
    const { status } = spawnSync(program, ['--data', data, 'units'], { stdio: ['ignore', full, 'ignore'] });
    fs.closeSync(full);
    assert.equal(status, 1);
});

test('what is not there ends with 1, and is named', () => {
    const absent = [
        ['follow-up', '--unit', 'FINNSINTE'], ['measures', 'set', 'FINNSINTE', '--polarity', 'higher'],
        ['deliveries', 'undo', '999'], ['study', 'modz', '--input', 'finns-inte.csv'], ['import', 'finns-inte.csv'],
        ['deliveries', 'complaints', '999'], ['advise', '--unit', 'FINNSINTE'], ['user', 'reset', 'FINNSINTE', '--one-time-link'],
        ['user', 'deactivate', 'FINNSINTE'], ['user', 'add', 'eva', '--unit', 'FINNSINTE', '--one-time-link'],
    ];
    for (const words of absent) {
        const { code, err } = run('--data', data, ...words);
        assert.equal(code, 1, `${words.join(' ')}: ${err}`);
        assert.match(err, /FINNSINTE|999|finns-inte\.csv/, words.join(' '));
    }
});

test('what prints data prints it as text, as JSON and as CSV, and the three agree', () => {
    for (const words of [['units'], ['measures'], ['deliveries'], ['follow-up'], ['advise'], ['user']]) {
        const json = JSON.parse(rodtrad('--data', data, ...words, '--format', 'json'));
        const csv = rows(rodtrad('--data', data, ...words, '--format', 'csv'));
        assert.ok(Array.isArray(json), words.join(' '));
        assert.equal(csv.length, json.length, words.join(' '));
        if (json.length) assert.deepEqual(Object.keys(csv[0]), Object.keys(json[0]));
        assert.notEqual(rodtrad('--data', data, ...words), '');
    }
    const units = rows(rodtrad('--data', data, 'units', '--format', 'csv'));
    assert.deepEqual(units.map(({ code }) => code), ['K', 'BUN', 'S1', 'S3', 'S2'],
        'branch by branch, å before ö');
});

test('the same organisation gives the same bytes each time', () => {
    const list = () => rodtrad('--data', data, 'follow-up', '--format', 'csv', '--top', '1000');
    assert.equal(list(), list());
});

test('the polarity of a measure is set with a command, and taken back', () => {
    const polarity = () => rows(rodtrad('--data', data, 'measures', '--format', 'csv'))
        .find(({ code }) => code === 'TRYGG').polarity;
    assert.equal(polarity(), 'higher');
    rodtrad('--data', data, 'measures', 'set', 'TRYGG', '--polarity', 'lower');
    assert.equal(polarity(), 'lower');
    const [latest] = JSON.parse(rodtrad('--data', data, 'deliveries', '--format', 'json'));
    rodtrad('--data', data, 'deliveries', 'undo', String(latest.delivery));
    assert.equal(polarity(), 'higher');
});

test('a sound database is called sound', () => {
    assert.equal(run('--data', data, 'check').code, 0);
});

test('a damaged database is found by check', () => {
    const folder = freshFolder();
    fs.cpSync(data, folder, { recursive: true });
    const database = fs.readdirSync(folder).map((name) => `${folder}/${name}`)
        .sort((a, b) => fs.statSync(b).size - fs.statSync(a).size)[0];
    const bytes = fs.readFileSync(database);
    bytes.fill(0xA5, 8 * 4096, 12 * 4096);
    fs.writeFileSync(database, bytes);
    const { code, err } = run('--data', folder, 'check');
    assert.equal(code, 1);
    assert.notEqual(err, '');
});

test('a method of the statistics is run on a CSV file', () => {
    const folder = freshFolder();
    const values = [11, 12, 10, 11, 12, 11, 10, 12, 11, 10, 11, 12, 11, 25];
    fs.writeFileSync(`${folder}/xmr_input.csv`,
        `series_id,t,value\n${values.map((value, i) => `a,${i + 1},${value}`).join('\n')}\n`);
    fs.writeFileSync(`${folder}/xmr_series.csv`,
        'series_id,improvement_direction,target,rebase_at_t,fix_after_n_points,screen_outliers\na,increase,,,,1\n');
    const { code, out, err } = run('study', 'xmr', '--input', `${folder}/xmr_input.csv`,
        '--series', `${folder}/xmr_series.csv`);
    assert.equal(code, 0, err);
    assert.equal(rows(out).length, values.length);
});
