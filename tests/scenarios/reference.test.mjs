// The methods of the study against the reference cases: what R, NHSRplotthedots, limma, metafor and others answered,
// what the product answers where they fail, and what is printed in books. RODTRAD_REFERENCE_DIR names the folder.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { inspect, isDeepStrictEqual } from 'node:util';

import { edgeCases } from './edge_cases.mjs';
import { freshFolder, project, rodtrad, rows, run, write } from './program.mjs';
import { publishedAnswer } from './published_cases.mjs';
import { agrees, answer, csv } from './study_answers.mjs';

const folder = path.resolve(project, process.env.RODTRAD_REFERENCE_DIR ?? '../shared/reference/statistics');
const isThere = fs.existsSync(path.join(folder, 'README.md'));
const skip = isThere ? false : `SKIPPED: there are no reference cases at ${folder} (set RODTRAD_REFERENCE_DIR)`;
if (skip) console.log(skip);

const reference = (file) => path.join(folder, file);
const heading = (csv) => csv.slice(0, csv.indexOf('\n')).replaceAll('"', '').trim();

// Method, table, relative tolerance beside an absolute 1e-9, and the columns that name a row.
const tables = [
    ['xmr', '', 1e-9, ['series_id', 't']],
    ['xmr', 'summary', 1e-9, ['series_id']],
    ['steptest', '', 1e-7, ['family_id', 'unit']],
    ['steptest', 'family', 1e-7, ['family_id']],
    ['modvar', '', 1e-7, ['family_id', 'unit']],
    ['modvar', 'family', 1e-7, ['family_id']],
    ['bh', '', 1e-12, ['family_id', 'i']],
    ['modz', '', 1e-9, ['family_id', 'i']],
    ['quartile', '', 0, ['family_id', 'unit']],
    ['wmean', '', 1e-10, ['family_id']],
    ['wilson', '', 1e-9, ['case_id']],
    ['rate', '', 1e-8, ['case_id']],
    ['mean', '', 1e-9, ['case_id']],
    ['diffprop', '', 1e-7, ['case_id']],
    ['diffrate', '', 1e-6, ['case_id']],
    ['welch', '', 1e-8, ['case_id']],
    ['funnelprop', '', 1e-8, ['family_id', 'unit']],
    ['funnelrate', '', 1e-8, ['family_id', 'unit']],
    ['funnelod', '', 1e-7, ['family_id', 'unit']],
    ['funnelod', 'family', 1e-7, ['family_id']],
    ['hetprop', '', 1e-8, ['family_id']],
    ['hetmean', '', 1e-8, ['family_id']],
    ['anhoej', '', 0, ['series_id']],
    ['mk_theilsen', '', 1e-9, ['series_id']],
    ['recenttrend', '', 1e-9, ['series_id']],
    ['recenttrendprop', '', 1e-9, ['series_id']],
    ['sii', '', 1e-8, ['case_id']],
    ['kitagawa', '', 1e-10, ['case_id', 'unit']],
    ['kitagawa', 'total', 1e-10, ['case_id']],
    ['did', '', 1e-6, ['case_id']],
    ['its', '', 1e-7, ['case_id']],
    ['lag', '', 1e-6, ['case_id']],
    ['staggered', '', 1e-8, ['case_id', 'group', 'period']],
    ['staggered', 'simple', 1e-8, ['case_id']],
];
// The p-values of mk_theilsen are given to fewer digits than its other numbers.
const tolerances = { mk_theilsen: { p_normal: 1e-7, p_auto: 1e-7 } };

// Where the product answers on purpose and the reference has NaN: shares that are both 0 % or both 100 %.
const ownAnswers = { diffprop: { z: '0', p_value: '1' } };

const tell = (name, right, all) => console.log(`${name}: ${right.toLocaleString('en')} of ${all.toLocaleString('en')}`);

test('every file of the reference cases is held against the program', { skip }, () => {
    const files = fs.readdirSync(folder).filter((file) => file.endsWith('_expected.csv')).sort();
    const held = tables.map(([method, table]) => `${method}${table ? `_${table}` : ''}_expected.csv`).sort();
    assert.deepEqual(held, files);
});

for (const [method, table, tolerance, keys] of tables) {
    const name = table ? `${method} --table ${table}` : method;
    test(`${name} answers as its reference`, { skip }, () => {
        const series = method === 'xmr' ? ['--series', reference('xmr_series.csv')] : [];
        const out = rodtrad('study', method, '--input', reference(`${method}_input.csv`), ...series,
            ...(table ? ['--table', table] : []));
        const expected = fs.readFileSync(reference(`${method}${table ? `_${table}` : ''}_expected.csv`), 'utf8');
        assert.equal(heading(out), heading(expected));

        const key = (row) => keys.map((column) => row[column]).join(' ');
        const answers = new Map(rows(out).map((row) => [key(row), row]));
        const wanted = rows(expected);
        const wrong = [];
        for (const row of wanted) {
            const answer = answers.get(key(row)) ?? {};
            const differing = Object.entries(row).filter(([column, cell]) => {
                const want = cell === 'NaN' ? ownAnswers[method]?.[column] ?? cell : cell;
                return !agrees(answer[column], want, tolerances[method]?.[column] ?? tolerance);
            });
            for (const [column, want] of differing.slice(0, 1)) {
                wrong.push(`${key(row)}: ${column} is ${answer[column]}, the reference has ${want}`);
            }
        }
        tell(name, wanted.length - wrong.length, wanted.length);
        assert.deepEqual(wrong.slice(0, 10), []);
        assert.equal(answers.size, wanted.length);
    });
}

// --- where references fail, and the product must not; what is printed in books ---

// Row by row, counted method by method. `wrongIn` gives what is wrong with a row, as texts; undefined where the row
// could not be put to the program, which does not count as right.
function holdEach(name, cases, wrongIn) {
    const wrong = [];
    for (const method of new Set(cases.map((row) => row.method))) {
        const ofMethod = cases.filter((row) => row.method === method);
        const right = ofMethod.filter((row) => {
            const texts = wrongIn(row);
            wrong.push(...(texts ?? []).map((text) => `${row.case_id}, ${method}: ${text}`));
            return texts?.length === 0;
        });
        tell(`${name} ${method}`, right.length, ofMethod.length);
    }
    assert.deepEqual(wrong, []);
}

test('the product answers where references fail, as it is defined to', { skip }, () => {
    const edges = rows(fs.readFileSync(reference('edges_product_defined.csv'), 'utf8'));
    assert.equal(edges.length, 37);
    holdEach('edges', edges, ({ method, input_json, expected_json, why }) => {
        const { found, wanted } = edgeCases[method](JSON.parse(input_json), JSON.parse(expected_json));
        return isDeepStrictEqual(found, wanted) ? [] : [`${inspect(found)}, not ${inspect(wanted)}: ${why}`];
    });
});

test('the program answers as books and articles have it printed', { skip }, () => {
    const published = rows(fs.readFileSync(reference('published.csv'), 'utf8'));
    assert.equal(published.length, 39);
    const notPut = [];
    holdEach('published', published, (row) => {
        const { missing, wrong, compared, beyond } = publishedAnswer(row);
        if (missing) {
            notPut.push(row.case_id);
            console.log(`published ${row.case_id}, ${row.method}, is not put: ${missing}`);
            return undefined;
        }
        for (const text of beyond) console.log(`published ${row.case_id}, ${row.method}, without ${text}`);
        return compared > 0 ? wrong : ['nothing was compared'];
    });
    tell('published, put to the program', published.length - notPut.length, published.length);
    const mayBeMissing = ['pub_26', 'pub_31', 'pub_33', 'pub_35'];
    assert.deepEqual(notPut.filter((id) => !mayBeMissing.includes(id)), []);
});

// --- the command itself, with or without reference cases ---

test('a small chart of one\'s own is computed', () => {
    const series = write(freshFolder(), 'series.csv',
        'series_id;improvement_direction;target;rebase_at_t;fix_after_n_points;screen_outliers\nå;increase;20;;;1\n');
    const [first] = answer('xmr', 'series_id,t,value\nå,1,10\nå,2,12\nå,4,14\nå,3,11\n', '--series', series);
    assert.equal(first.mean, '11.75');
    assert.ok(agrees(first.upl, String(11.75 + 2.66 * 2), 1e-12)); // in the order of t: ranges 2, 1 and 3
});

test('a method or a table that is not there is refused with those there are', () => {
    const input = write(freshFolder(), 'any.csv', 'a\n1\n');
    const unknown = run('study', 'magic', '--input', input);
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /there is no method magic; there are xmr, steptest, anhoej/);
    const table = run('study', 'bh', '--input', input, '--table', 'family');
    assert.equal(table.code, 2);
    assert.match(table.err, /bh has no table family/);
    assert.equal(run('study', 'xmr', '--input', input).code, 2);
});

test('a file that a method cannot use is refused by file, row and column', () => {
    const refusal = (method, text) => {
        const { code, err } = run('study', method, '--input', write(freshFolder(), 'figures.csv', text));
        assert.equal(code, 1);
        return err;
    };
    assert.match(refusal('bh', 'family_id,i,q\nf,1,0.5\n'), /figures\.csv, row 1: there is no column p; the headings are family_id, i, q/);
    assert.match(refusal('bh', 'family_id,i,p\nf,1,0.5\nf,2,half\n'), /figures\.csv, row 3, column p: "half" is not a number/);
    assert.match(refusal('bh', 'family_id,i,p\nf,1\n'), /figures\.csv, row 2: 2 cells under 3 headings/);
    assert.match(refusal('modz', 'family_id,i,value\nf,1,\n'), /figures\.csv, row 2, column value: a number is missing/);
    assert.match(refusal('wilson', 'case_id,x,n,confidence,multiplier\nc,5,3,0.95,1\n'), /row 2, column x: numerator_exceeds_denominator/);
    assert.match(refusal('mk_theilsen', 'series_id,t,value\na,1,2\na,1,3\n'), /row 3, column t: the series a has two values at t 1/);
    assert.match(refusal('mk_theilsen', 'series_id,t,value\na,,2\n'), /row 2, column t: a number is missing/);
    assert.match(refusal('recenttrend', 'series_id,t,value,lower95,upper95\na,1,2,3,1\n'), /row 2, column upper95: 1 is below lower95/);
    assert.match(refusal('recenttrendprop', 'series_id,t,x,n\na,1,-2,3\n'), /row 2, column x: negative_count/);
    assert.match(refusal('sii', 'case_id,quantile,population,value,se\na,1,-2,3,1\n'), /row 2, column population: negative_count/);
    assert.match(refusal('kitagawa', 'case_id,unit,x0,n0,x1,n1\na,1,2,3,4,5\na,2,1,0,4,5\n'), /row 3, column x0: numerator_exceeds_denominator/);
    assert.match(refusal('bh', ''), /figures\.csv: the file is empty/);
    assert.equal(run('study', 'bh', '--input', '/no/such/file.csv').code, 1);
});

test('figures of any kind have an answer or a complaint, and no figure is made up', () => {
    const odd = {
        'one figure': [[1, 5]],
        'two figures': [[1, 5], [2, 6]],
        'all equal': [1, 2, 3, 4, 5, 6].map((t) => [t, 5]),
        'all 0': [1, 2, 3, 4, 5, 6].map((t) => [t, 0]),
        'all missing': [1, 2, 3, 4, 5, 6].map((t) => [t, '']),
        'negative': [1, 2, 3, 4, 5, 6].map((t) => [t, -t * t]),
        'as large as there are': [1, 2, 3, 4, 5, 6].map((t) => [t, t % 2 ? 1.7e308 : -1.7e308]),
        'as small as there are': [1, 2, 3, 4, 5, 6].map((t) => [t, t * 5e-324]),
        'far apart in time': [[-1e308, 1], [0, 2], [1e308, 3], [1.1e308, 4], [1.7e308, 5]],
        'many': Array.from({ length: 20000 }, (_, t) => [t, (t * 7919) % 10007]),
    };
    const inputs = {
        anhoej: [['series_id', 't', 'value'], (t, y) => ['s', t, y]],
        mk_theilsen: [['series_id', 't', 'value'], (t, y) => ['s', t, y]],
        recenttrend: [['series_id', 't', 'value', 'lower95', 'upper95'], (t, y) => ['s', t, y, y, y === '' ? '' : 1.75e308]],
        recenttrendprop: [['series_id', 't', 'x', 'n'], (t, y) => ['s', t, y === '' ? '' : Math.abs(y), y === '' ? '' : 1.75e308]],
        sii: [['case_id', 'quantile', 'population', 'value', 'se'], (t, y) => ['s', t, Math.abs(y), y, Math.abs(y)]],
        wilson: [['case_id', 'x', 'n', 'confidence', 'multiplier'], (t, y) => ['s', y, y, 0.95, 1]],
        rate: [['case_id', 'x', 'n', 'confidence', 'multiplier'], (t, y) => ['s', y, y, 0.95, 1]],
        diffrate: [['case_id', 'x1', 't1', 'x2', 't2'], (t, y) => ['s', y, y, t, t]],
        welch: [['case_id', 'group', 'x'], (t, y) => ['s', t % 2 ? 1 : 2, y]],
        funnelrate: [['family_id', 'unit', 'x', 'n'], (t, y) => ['s', t, y, y]],
        hetprop: [['family_id', 'unit', 'x', 'n'], (t, y) => ['s', t, y, y]],
        hetmean: [['family_id', 'unit', 'mean', 'se'], (t, y) => ['s', t, y, y]],
        kitagawa: [['case_id', 'unit', 'x0', 'n0', 'x1', 'n1'], (t, y) => ['s', t, y && 1, Math.abs(y), y && 2, Math.abs(y)]],
    };
    for (const [method, [columns, line]] of Object.entries(inputs)) {
        for (const [kind, figures] of Object.entries(odd)) {
            const input = write(freshFolder(), `${method}.csv`, csv(columns, ...figures.map(([t, y]) => line(t, y))));
            const { code, out, err } = run('study', method, '--input', input);
            const kindOfAnswer = code === 1 ? err : out;
            assert.match(kindOfAnswer, code === 1 ? /row \d+, column \w+: ./ : /\ns,/, `${method}, ${kind}`);
            assert.doesNotMatch(out, /,"?-?(nan|inf)/i, `${method}, ${kind}`);
        }
    }
});

test('two series in one file, in any order, are each answered as if alone', () => {
    const line = (id, values) => values.map((value, i) => [id, i + 1, value]);
    const first = line('a', [5, 3, 6, 8, 7, 9, 4, 12]);
    const second = line('b', [1, 1, 2, 1, 3, 2, 2, 5]);
    const interleaved = first.flatMap((row, i) => [second[second.length - 1 - i], row]);
    const columns = ['series_id', 't', 'value'];
    for (const method of ['anhoej', 'mk_theilsen']) {
        const alone = [...answer(method, csv(columns, ...second)), ...answer(method, csv(columns, ...first))];
        assert.deepEqual(answer(method, csv(columns, ...interleaved)), alone);
    }
});
