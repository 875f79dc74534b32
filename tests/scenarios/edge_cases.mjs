// Where the references fail or differ: what the product must answer instead, by method.

import { freshFolder, run, write } from './program.mjs';
import { agrees, answer, cell, csv, only } from './study_answers.mjs';

// How a case is put as a file, and what is held against it. Each gives { found, wanted }, which must be equal.
export const edgeCases = {
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
    wilson: (input, expected) => edgeCases.estimate('wilson', input, expected),
    rate: (input, expected) => edgeCases.estimate('rate', input, expected),
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
    mk_theilsen({ t, value }, expected) {
        const [row] = answer('mk_theilsen', csv(['series_id', 't', 'value'], ...t.map((time, i) => ['s', time, value[i]])));
        return {
            found: [row.S || undefined, row.p_auto, row.sen_slope_t],
            wanted: [expected.S?.toString(), cell(expected.p), cell(expected.sen_slope)],
        };
    },
    recenttrend({ points = 5, value, lower95, upper95 }, { marker }) {
        const lines = Array.from({ length: points }, (_, i) => ['s', i + 1, value?.[i] ?? i, lower95?.[i] ?? i - 1, upper95?.[i] ?? i + 1]);
        const [row] = answer('recenttrend', csv(['series_id', 't', 'value', 'lower95', 'upper95'], ...lines));
        return { found: row.marker, wanted: marker };
    },
    recenttrendprop({ x, n }, { marker }) {
        const [row] = answer('recenttrendprop', csv(['series_id', 't', 'x', 'n'], ...x.map((one, i) => ['s', i + 1, one, n[i]])));
        return { found: row.marker, wanted: marker };
    },
    kitagawa({ unit, x0, n0, x1, n1 }, expected) {
        const input = csv(['case_id', 'unit', 'x0', 'n0', 'x1', 'n1'],
            ...unit.map((name, i) => ['c', name, x0[i], n0[i], x1[i], n1[i]]));
        const [row] = answer('kitagawa', input);
        const [total] = answer('kitagawa', input, '--table', 'total');
        if (expected.reason) return { found: [row.contribution, total.change], wanted: ['', ''] };
        return { found: row.rate_effect, wanted: cell(expected.rate_effect_A) };
    },
    did({ units_treated, units_control, periods }, expected) {
        const lines = Array.from({ length: units_treated + units_control }, (_, unit) =>
            Array.from({ length: periods }, (_, period) =>
                ['c', unit, period, unit < units_treated ? 1 : 0, period === 0 ? 0 : 1, unit + period * (unit + 2)]));
        const [row] = answer('did', csv(['case_id', 'unit', 'period', 'treated', 'post', 'y'], ...lines.flat()));
        return {
            found: [row.did !== '', row.se_cluster, row.p_value],
            wanted: [expected.did === 'defined', cell(expected.se), cell(expected.p_value)],
        };
    },
    its({ n_before, n_after }) {
        const lines = Array.from({ length: n_before + n_after }, (_, t) => ['c', t, n_before, 1, (t * 7) % 5]);
        const [row] = answer('its', csv(['case_id', 't', 'intervention_t', 'nw_lag', 'y'], ...lines));
        return { found: [row.level_change, row.p_level_nw], wanted: ['', ''] };
    },
};
