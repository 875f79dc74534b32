// Answers that are printed in books, articles and manuals: the figures they were computed from are put as a file, and
// what the program answers is given by the names under which it is printed.

import fs from 'node:fs';
import path from 'node:path';

import { freshFolder, rows, write } from './program.mjs';
import { answer, csv } from './study_answers.mjs';

// Collections of figures too large to stand here. Whoever has them puts them in the folder that
// RODTRAD_PUBLISHED_DIR names, as CSV with the headings of their package.
function collection(file) {
    const folder = process.env.RODTRAD_PUBLISHED_DIR;
    const found = folder && path.join(folder, file);
    if (found && fs.existsSync(found)) return { found: rows(fs.readFileSync(found, 'utf8').replaceAll(';', ',')) };
    return { missing: `the figures are not in the repository: put ${file} in the folder that RODTRAD_PUBLISHED_DIR names` };
}

const numbers = (text) => text.trim().split(/\s+/).map(Number);

// Annual flow of the Nile at Aswan 1871–1970, 10⁸ m³.
const nile = numbers(`
    1120 1160 963 1210 1160 1160 813 1230 1370 1140 995 935 1110 994 1020 960 1180 799 958 1140 1100 1210 1150 1250 1260
    1220 1030 1100 774 840 874 694 940 833 701 916 692 1020 1050 969 831 726 456 824 702 1120 1100 832 764 821 768 845
    864 862 698 845 744 796 1040 759 781 865 845 944 984 897 822 1010 771 676 649 846 812 742 801 1040 860 874 848 890
    744 749 838 1050 918 986 797 923 975 815 1020 906 901 1170 912 746 919 718 714 740`);

// Extra hours of sleep by two drugs (Student 1908).
const sleep = [numbers('0.7 -1.6 -0.2 -1.2 -0.1 3.4 3.7 0.8 0 2'), numbers('1.9 0.8 1.1 0.1 -0.1 4.4 5.5 1.6 4.6 3.4')];

// Thirteen trials of the BCG vaccine (Colditz 1994): vaccinated with tuberculosis and without, others with and without.
const bcg = [
    [4, 119, 11, 128], [6, 300, 29, 274], [3, 228, 11, 209], [62, 13536, 248, 12619], [33, 5036, 47, 5761],
    [180, 1361, 372, 1079], [8, 2537, 10, 619], [505, 87886, 499, 87892], [29, 7470, 45, 7232], [17, 1699, 65, 1600],
    [186, 50448, 141, 27197], [5, 2493, 3, 2338], [27, 16886, 29, 17825],
];

// Berkeley 1973 (Bickel 1975), by department: men admitted and rejected, women admitted and rejected.
const berkeley = [
    [512, 313, 89, 19], [353, 207, 17, 8], [120, 205, 202, 391], [138, 279, 131, 244], [53, 138, 94, 299],
    [22, 351, 24, 317],
];

// Packs of cigarettes sold per person in California 1970–2000; a tax and a campaign came in 1989.
const california = numbers(`
    123 121 123.5 124.4 126.7 127.1 128 126.4 126.1 121.9 120.2 118.6 115.4 110.8 104.8 102.8 99.7 97.5 90.1 82.4 77.8
    68.7 67.5 63.4 58.6 56.4 54.5 53.8 52.3 47.2 41.6`);

// The example of phe_sii: population, value and standard error of ten deciles in two areas.
const deciles = {
    area1: [numbers('7291 7997 6105 7666 5790 6934 5918 5974 7147 7534'),
        numbers('75.9 78.3 83.8 83.6 80.5 81.1 81.7 84.2 80.6 86.3'),
        numbers('1.64 1.58 1.51 1.78 1.7 1.56 1.37 1.4 2.43 1.57')],
    area2: [numbers('21675 20065 19750 24713 20112 19618 22408 19752 18939 19312'),
        numbers('70.5 71.6 72.5 73.5 73.1 76.2 78.7 80.6 80.9 80'),
        numbers('0.23 0.26 0.3 0.16 0.79 0.78 0.4 0.28 0.23 0.35')],
};

const trendOf = (values) =>
    answer('mk_theilsen', csv(['series_id', 't', 'value'], ...values.map((value, i) => ['s', i + 1, value])))[0];

const average = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

const cases = {
    wilson({ x, n, confidence }) {
        return answer('wilson', csv(['case_id', 'x', 'n', 'confidence', 'multiplier'], ['c', x, n, confidence, 1]))[0];
    },
    diffprop({ x1, n1, x2, n2 }) {
        return answer('diffprop', csv(['case_id', 'x1', 'n1', 'x2', 'n2', 'confidence'], ['c', x1, n1, x2, n2, 0.95]))[0];
    },
    rate({ x, confidence, exact_poisson }) {
        return answer('rate', csv(['case_id', 'x', 'n', 'confidence', 'multiplier', 'exact_poisson'],
            ['c', x, 1, confidence, 1, exact_poisson ? 1 : 0]))[0];
    },
    bh({ p, q }) {
        const found = answer('bh', csv(['family_id', 'i', 'p'], ...p.map((value, i) => ['f', i, value])));
        const rejected = (column) => found.filter((row) => Number(row[column]) <= q).length;
        return { rejected_bh: rejected('bh'), rejected_bonferroni: rejected('bonferroni') };
    },
    xmr({ values, screen_outliers, factor }) {
        const settings = write(freshFolder(), 'series.csv', csv(
            ['series_id', 'improvement_direction', 'target', 'rebase_at_t', 'fix_after_n_points', 'screen_outliers'],
            ['s', 'neutral', '', '', '', screen_outliers ? 1 : 0]));
        const [{ mean, lpl, upl }] = answer('xmr',
            csv(['series_id', 't', 'value'], ...values.map((value, i) => ['s', i + 1, value])), '--series', settings);
        if (factor !== '3/1.128') return { mean, lpl, upl };
        // Printed with 3/1.128 moving ranges to a limit, where the chart of the NHS has it rounded, 2.66.
        const range = (upl - mean) / 2.66;
        const reach = (3 / 1.128) * range;
        return { mean, mr_bar: range, ucl: Number(mean) + reach, lcl: Number(mean) - reach };
    },
    anhoej({ n }) {
        const found = answer('anhoej', csv(['series_id', 't', 'value'],
            ...n.flatMap((points) => Array.from({ length: points }, (_, t) => [points, t, t]))));
        return {
            longest_run_max: found.map((row) => row.longest_run_max),
            n_crossings_min: found.map((row) => row.n_crossings_min),
        };
    },
    mk_theilsen({ dataset }) {
        if (dataset.includes('Nile')) {
            const { S, varS, z, p_auto: p, sen_slope_t: sen_slope, sen_index_lower, sen_index_upper } = trendOf(nile);
            return { S, varS, z, p, sen_slope, sen_ci: [sen_index_lower, sen_index_upper] };
        }
        const { found, missing } = collection('PrecipGL.csv'); // one column, value
        if (missing) return { missing };
        const { S, varS, tau_b: tau, p_auto: p } = trendOf(found.map(({ value }) => value));
        return { S, varS, tau, p };
    },
    theilsen({ x, y }) {
        const [row] = answer('mk_theilsen', csv(['series_id', 't', 'value'], ...x.map((t, i) => ['s', t, y[i]])));
        return { slope: row.sen_slope_t, S: row.S, p_exact_two_sided: row.p_auto };
    },
    welch() {
        const lines = sleep.flatMap((group, g) => group.map((hours) => ['c', g + 1, hours]));
        const [{ t, df, p_value: p, lower, upper }] = answer('welch', csv(['case_id', 'group', 'x'], ...lines));
        return { t, df, p, ci: [lower, upper] };
    },
    hetmean() {
        const lines = bcg.map(([sick, well, otherSick, otherWell], i) => ['f', i,
            Math.log((sick / (sick + well)) / (otherSick / (otherSick + otherWell))),
            Math.sqrt(1 / sick - 1 / (sick + well) + 1 / otherSick - 1 / (otherSick + otherWell))]);
        const [row] = answer('hetmean', csv(['family_id', 'unit', 'mean', 'se'], ...lines));
        return { tau2: row.tau2_dl, q: row.q, df: row.df, i2_percent: 100 * row.i2, mu: row.mu_re, se: row.se_mu_re };
    },
    did_clustered_se() {
        return { missing: 'a line through all rows without the levels of firms and years: did and lag always take these away' };
    },
    did({ means, dataset }) {
        const effect = (lines) => answer('did', csv(['case_id', 'unit', 'period', 'treated', 'post', 'y'], ...lines))[0];
        if (means) {
            const { did } = effect([
                ['c', 'NJ', 1, 1, 0, means.NJ_before], ['c', 'NJ', 2, 1, 1, means.NJ_after],
                ['c', 'PA', 1, 0, 0, means.PA_before], ['c', 'PA', 2, 0, 1, means.PA_after]]);
            return { did_from_rounded_means: did, beyond: {
                published: 'printed from means before they were rounded',
                published_se: 'the error needs the restaurants, not their means',
            } };
        }
        const { found, missing } = collection(path.basename(dataset.match(/\S+\.csv/)[0]));
        if (missing) return { missing };
        const { did, did_four_means } = effect(found.map(({ State, Year, PacksPerCapita }) =>
            ['c', State, Year, State === 'California' ? 1 : 0, Year >= 1989 ? 1 : 0, PacksPerCapita]));
        return { did_four_means, published: did };
    },
    its() {
        // Linden counts the slope's change from the intervention, we from the period before it. Where time is counted
        // in millionths of a year the two are the same.
        const year = 1e6;
        const [row] = answer('its', csv(['case_id', 't', 'intervention_t', 'nw_lag', 'y'],
            ...california.map((packs, i) => ['c', i * year, 19 * year, 1, packs])));
        return {
            slope: row.slope * year, se_slope: row.se_slope_nw * year, level: row.level_change, se_level: row.se_level_nw,
            slope_change: row.slope_change * year, se_slope_change: row.se_slopechange_nw * year,
            intercept_t0_1970: row.intercept,
        };
    },
    staggered() {
        const { found, missing } = collection('mpdta.csv');
        if (missing) return { missing };
        const first = (row) => row['first.treat'];
        const input = csv(['case_id', 'unit', 'period', 'first_treated', 'y'],
            ...found.map((row) => ['c', row.countyreal, row.year, first(row) === '0' ? '' : first(row), row.lemp]));
        const effects = answer('staggered', input);
        const [{ att_simple, se_simple }] = answer('staggered', input, '--table', 'simple');
        const att = (group, period) => Number(effects.find((row) => row.group === `${group}` && row.period === `${period}`).att);
        const [{ did: twfe }] = answer('did', csv(['case_id', 'unit', 'period', 'treated', 'post', 'y'],
            ...found.map((row) => ['c', row.countyreal, row.year, first(row) === '0' ? 0 : 1,
                first(row) !== '0' && row.year >= first(row) ? 1 : 0, row.lemp])));
        // The averages by time since the start and by cohort, of the program's own effects.
        const size = (group) => found.filter((row) => first(row) === `${group}`).length;
        const weighted = (parts) => parts.reduce((sum, [w, value]) => sum + w * value, 0) / parts.reduce((sum, [w]) => sum + w, 0);
        const groups = [2004, 2006, 2007];
        const since = (lag) => weighted(groups.filter((g) => g + lag <= 2007).map((g) => [size(g), att(g, g + lag)]));
        const ofGroup = (g) => average(Array.from({ length: 2008 - g }, (_, lag) => att(g, g + lag)));
        return {
            att_2004_2004: att(2004, 2004), att_2004_2007: att(2004, 2007), att_2006_2007: att(2006, 2007),
            att_2007_2007: att(2007, 2007), simple: att_simple, simple_se_analytic: se_simple,
            dynamic: average([0, 1, 2, 3].map(since)), group: weighted(groups.map((g) => [size(g), ofGroup(g)])), twfe,
        };
    },
    recenttrend({ value, lower95, upper95 }) {
        return answer('recenttrend', csv(['series_id', 't', 'value', 'lower95', 'upper95'],
            ...value.map((one, i) => ['s', i, one, lower95[i], upper95[i]])))[0];
    },
    recenttrendprop({ x, n }) {
        return answer('recenttrendprop', csv(['series_id', 't', 'x', 'n'], ...x.map((one, i) => ['s', i, one, n[i]])))[0];
    },
    kitagawa() {
        const lines = berkeley.map(([men, menNot, women, womenNot], i) => ['c', i, men, men + menNot, women, women + womenNot]);
        const [row] = answer('kitagawa', csv(['case_id', 'unit', 'x0', 'n0', 'x1', 'n1'], ...lines), '--table', 'total');
        return { rate_men: row.rate0, rate_women: row.rate1, rate_effect: row.rate_effect, mix_effect: row.mix_effect };
    },
    sii() {
        const lines = Object.entries(deciles).flatMap(([area, [population, value, se]]) =>
            value.map((one, i) => [area, i + 1, population[i], one, se[i]]));
        const [first, second] = answer('sii', csv(['case_id', 'quantile', 'population', 'value', 'se'], ...lines));
        return { sii_area1: first.sii, rii_area1: first.rii, sii_area2: second.sii, rii_area2: second.rii };
    },
};

// The last digit that a number is printed with: 0.0001 for "0.0624", 1e-8 for "3.658e-05".
function lastDigit(printed) {
    const [digits, exponent = '0'] = printed.split('e');
    return 10 ** (Number(exponent) - (digits.split('.')[1] ?? '').length);
}

// One row of published.csv. Gives what is wrong (empty where nothing is), or why it cannot be put, and how many of its
// numbers were compared.
export function publishedAnswer({ method, input_json, expected_json }) {
    const { missing, beyond = {}, ...found } = cases[method](JSON.parse(input_json));
    if (missing) return { missing };
    const { decimals, ...expected } = JSON.parse(expected_json);
    const wrong = [];
    let compared = 0;
    for (const [name, printed] of Object.entries(expected)) {
        if (name in beyond) continue;
        // As printed, digit for digit: JSON forgets the 0 that ends a number.
        const texts = expected_json.match(new RegExp(`"${name}": (\\[[^\\]]*\\]|[^,}]*)`))[1].replace(/[[\]"]/g, '').split(', ');
        const got = [found[name]].flat();
        for (const [i, text] of texts.entries()) {
            ++compared;
            const half = (decimals === undefined ? lastDigit(text) : 10 ** -decimals) / 2;
            const isEqual = typeof printed === 'string' ? got[i] === printed
                : got[i] !== undefined && got[i] !== '' && Math.abs(got[i] - text) <= half * (1 + 1e-6);
            if (!isEqual) wrong.push(`${name} is ${got[i]}, printed is ${text}`);
        }
    }
    return { wrong, compared, beyond: Object.entries(beyond).map(([name, reason]) => `${name}: ${reason}`) };
}
