// What `rodtrad study` answers to figures that a test writes down.

import assert from 'node:assert/strict';

import { freshFolder, rodtrad, rows, write } from './program.mjs';

export function agrees(got, want, tolerance) {
    if (got === want) return true;
    if (got === '' || want === '' || !Number.isFinite(Number(got)) || !Number.isFinite(Number(want))) return false;
    return Math.abs(got - want) <= 1e-9 + tolerance * Math.abs(want);
}

export const csv = (columns, ...lines) => [columns.join(','), ...lines.map((line) => line.join(','))].join('\n') + '\n';
export const answer = (method, input, ...more) =>
    rows(rodtrad('study', method, '--input', write(freshFolder(), `${method}.csv`, input), ...more));
export const cell = (value) => (value ?? '').toString();

// The columns that the case speaks of.
export function only(row, expected) {
    const columns = Object.keys(expected).filter((column) => column in row);
    assert.ok(columns.length > 0);
    return { found: columns.map((column) => row[column]), wanted: columns.map((column) => cell(expected[column])) };
}
