// The methods of the study against the reference cases: what R, NHSRplotthedots, limma, metafor and others answered,
// and what the product answers where they fail. RODTRAD_REFERENCE_DIR names the folder.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { freshFolder, project, rodtrad, rows, run, write } from './program.mjs';

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
];

// Where the product answers on purpose and the reference has NaN: shares that are both 0 % or both 100 %.
const ownAnswers = { diffprop: { z: '0', p_value: '1' } };

function agrees(got, want, tolerance) {
    if (got === want) return true;
    if (got === '' || want === '' || !Number.isFinite(Number(got)) || !Number.isFinite(Number(want))) return false;
    return Math.abs(got - want) <= 1e-9 + tolerance * Math.abs(want);
}

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
                return !agrees(answer[column], want, tolerance);
            });
            for (const [column, want] of differing.slice(0, 1)) {
                wrong.push(`${key(row)}: ${column} is ${answer[column]}, the reference has ${want}`);
            }
        }
        const count = (n) => n.toLocaleString('en');
        console.log(`${name} ${count(wanted.length - wrong.length)} of ${count(wanted.length)}`);
        assert.deepEqual(wrong.slice(0, 10), []);
        assert.equal(answers.size, wanted.length);
    });
}

// --- where references fail, and the product must not ---

const csv = (columns, ...lines) => [columns.join(','), ...lines.map((line) => line.join(','))].join('\n') + '\n';
const answer = (method, input, ...more) =>
    rows(rodtrad('study', method, '--input', write(freshFolder(), `${method}.csv`, input), ...more));
const cell = (value) => (value ?? '').toString();

// How a case is put as a file, and what is held against it. Each gives { found, wanted }, which must be equal.
const cases = {
    xmr({ values, improvement_direction, target }, expected) {
        const input = csv(['series_id', 't', 'value'], ...values.map((value, i) => ['s', i + 1, cell(value)]));
        const settings = write(freshFolder(), 'series.csv', csv(
            ['series_id', 'n', 'improvement_direction', 'target', 'rebase_at_t', 'fix_after_n_points', 'screen_outliers'],
            ['s', values.length, improvement_direction, cell(target), '', '', 1]));
        const points = answer('xmr', input, '--series', settings);
        if (expected.reason === 'no_data') return { found: points, wanted: [] };
        if (expected.same_as_values) {
            const kept = csv(['series_id', 't', 'value'], ...expected.same_as_values.map((value, i) => ['s', i + 1, value]));
            const bare = (point) => ({ ...point, t: '' });
            return {
                found: [points.filter((_, i) => values[i] === null).map((point) => point.point_type),
                    points.filter((_, i) => values[i] !== null).map(bare)],
                wanted: [values.filter((value) => value === null).map(() => expected.missing_points_get),
                    answer('xmr', kept, '--series', settings).map(bare)],
            };
        }
        const [{ assurance }] = answer('xmr', input, '--series', settings, '--table', 'summary');
        const last = points.at(-1);
        return {
            found: [last.mean, last.lpl, last.upl, [...new Set(points.map((point) => point.point_type))], assurance],
            wanted: [cell(expected.mean), cell(expected.lpl), cell(expected.upl), [expected.all_points],
                cell(expected.assurance)],
        };
    },
    estimate(method, { x, n }, expected) {
        const input = csv(['case_id', 'x', 'n', 'confidence', 'multiplier'], ['c', x, n, 0.95, 1]);
        if (expected.error) {
            const file = write(freshFolder(), `${method}.csv`, input);
            const { code, err } = run('study', method, '--input', file);
            return { found: [code, err.includes(expected.error)], wanted: [1, true] };
        }
        const [{ value, lower, upper }] = answer(method, input);
        return { found: [value, lower, upper], wanted: [expected.value, expected.lower, expected.upper].map(cell) };
    },
    wilson: (input, expected) => cases.estimate('wilson', input, expected),
    rate: (input, expected) => cases.estimate('rate', input, expected),
    mean({ x }, expected) {
        const [row] = answer('mean', csv(['case_id', 'i', 'x', 'confidence'], ...x.map((value, i) => ['c', i, value, 0.95])));
        return only(row, expected);
    },
    diffprop({ x1, n1, x2, n2 }, expected) {
        const [row] = answer('diffprop', csv(['case_id', 'x1', 'n1', 'x2', 'n2', 'confidence'], ['c', x1, n1, x2, n2, 0.95]));
        return expected.reason ? { found: row.p_value, wanted: '' } : only(row, expected);
    },
    diffrate({ x1, t1, x2, t2 }, expected) {
        return only(answer('diffrate', csv(['case_id', 'x1', 't1', 'x2', 't2'], ['c', x1, t1, x2, t2]))[0], expected);
    },
    welch({ a, b }, { reason, ...expected }) {
        const lines = [...a.map((x) => ['c', 1, x]), ...b.map((x) => ['c', 2, x])];
        return only(answer('welch', csv(['case_id', 'group', 'x'], ...lines))[0], expected);
    },
    bh({ p }, { bh }) {
        const found = answer('bh', csv(['family_id', 'i', 'p'], ...p.map((value, i) => ['f', i, cell(value)])));
        return { found: found.map((row) => row.bh), wanted: bh.map(cell) };
    },
    funnelprop({ x, n }, expected) {
        const found = answer('funnelprop', csv(['family_id', 'unit', 'x', 'n'], ...x.map((value, i) => ['f', i, value, n[i]])));
        if (expected.reason) return { found: found.map((row) => row.significance), wanted: x.map(() => '') };
        return {
            found: found.map((row) => [row.average, row.lower95, row.upper998, row.significance]),
            wanted: expected.significance.map((place) => [cell(expected.average), cell(expected.lower), cell(expected.upper), place]),
        };
    },
    modz({ value }, expected) {
        const found = answer('modz', csv(['family_id', 'i', 'value'], ...value.map((one, i) => ['f', i + 1, one])));
        if (expected.modified_z) return { found: found.map((row) => row.modified_z), wanted: expected.modified_z.map(cell) };
        return {
            found: [found[0].mad, found.filter((row) => row.outlier_3_5 === '1').map((row) => Number(row.i)),
                agrees(found.at(-1).modified_z, cell(expected.modified_z_last), 1e-9)],
            wanted: [cell(expected.mad), expected.outlier_index, true],
        };
    },
    quartile({ value, higher_is_better = true }, { colour, note }) {
        const found = answer('quartile', csv(['family_id', 'unit', 'value', 'higher_is_better'],
            ...value.map((one, i) => ['f', i, one, higher_is_better ? 1 : 0])));
        // Where the note says what the product should do, it is that and not the reference's colour.
        const wanted = note?.includes('product should show grey') ? colour.map(() => 'grey') : colour;
        return { found: found.map((row) => row.colour), wanted };
    },
    steptest({ n }) {
        const lines = ['a', 'b', 'c'].flatMap((unit) => Array.from({ length: n }, (_, t) => ['f', unit, t, (t * 7) % 5]));
        const found = answer('steptest', csv(['family_id', 'unit', 't', 'value'], ...lines));
        return { found: found.map((row) => [row.k_tested, row.p_step]), wanted: found.map(() => ['0', '']) };
    },
    modvar({ s2, df }) {
        const found = answer('modvar', csv(['family_id', 'unit', 's2', 'df'], ...s2.map((value, i) => ['f', i, value, df[i]])));
        return { found: found.map((row) => row.var_post), wanted: s2.map(() => '') };
    },
};

// The columns that the case speaks of.
function only(row, expected) {
    const columns = Object.keys(expected).filter((column) => column in row);
    assert.ok(columns.length > 0);
    return { found: columns.map((column) => row[column]), wanted: columns.map((column) => cell(expected[column])) };
}

test('the product answers where references fail, as it is defined to', { skip }, () => {
    const edges = rows(fs.readFileSync(reference('edges_product_defined.csv'), 'utf8'));
    const concerned = edges.filter(({ method }) => method in cases);
    for (const { case_id, method, input_json, expected_json, why } of concerned) {
        const { found, wanted } = cases[method](JSON.parse(input_json), JSON.parse(expected_json));
        assert.deepEqual(found, wanted, `${case_id}, ${method}: ${why}`);
    }
    console.log(`edges ${concerned.length} of ${concerned.length} (of ${edges.length}; the rest are of methods not built yet)`);
});

// --- the command itself, with or without reference cases ---

test('a small chart of one\'s own is computed', () => {
    const series = write(freshFolder(), 'series.csv',
        'series_id;improvement_direction;target;rebase_at_t;fix_after_n_points;screen_outliers\nå;increase;20;;;1\n');
    const [first] = answer('xmr', 'series_id,t,value\nå,1,10\nå,2,12\nå,4,14\nå,3,11\n', '--series', series);
    assert.equal(first.mean, '11.75');
    assert.ok(agrees(first.upl, String(11.75 + 2.66 * 2), 1e-12)); // in the order of t: ranges 2, 1 and 3
});

test('a method that is not there is told from one that is not built yet', () => {
    const input = write(freshFolder(), 'any.csv', 'a\n1\n');
    const unknown = run('study', 'magic', '--input', input);
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /there is no method magic; there are xmr, steptest, modvar/);
    const later = run('study', 'did', '--input', input);
    assert.equal(later.code, 2);
    assert.match(later.err, /did is not built yet; built are xmr/);
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
    assert.match(refusal('bh', ''), /figures\.csv: the file is empty/);
    assert.equal(run('study', 'bh', '--input', '/no/such/file.csv').code, 1);
});
