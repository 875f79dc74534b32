import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { copyOf, freshFolder, rodtrad, run, start, write } from './program.mjs';
import { deliveries, everythingSaid, smallOrganisation } from './small_organisation.mjs';

const moments = 50;

// The same moments each time, as shares of how long the import takes when nobody disturbs it.
function* shares() {
    let state = 20261003;
    while (true) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        yield state / 2 ** 32;
    }
}

function manyFigures() {
    const lines = ['mått;enhet;grupp;period;värde'];
    for (let measure = 0; measure < 60; ++measure)
        for (let year = 1980; year < 2020; ++year)
            for (let month = 1; month <= 12; ++month)
                for (const school of ['S1', 'S2', 'S3'])
                    lines.push(`M${measure};${school};T;${year}-${String(month).padStart(2, '0')};${measure + month},${year % 10}`);
    return lines.join('\n');
}

test(`an import killed at ${moments} moments leaves the whole delivery or nothing of it`, async (t) => {
    const source = smallOrganisation();
    const file = write(freshFolder(), 'stor.csv', manyFigures());

    const undisturbed = copyOf(source);
    const began = performance.now();
    rodtrad('--data', undisturbed, 'import', file);
    const duration = performance.now() - began;
    const nothing = { said: everythingSaid(source), deliveries: deliveries(source).length };
    const whole = { said: everythingSaid(undisturbed), deliveries: deliveries(undisturbed).length };

    let left = 0;
    let stored = 0;
    const share = shares();
    for (let moment = 0; moment < moments; ++moment) {
        const data = copyOf(source);
        const process = start('--data', data, 'import', file);
        const ended = new Promise((resolve) => process.on('exit', (code, signal) => resolve(signal)));
        await sleep(share.next().value * duration);
        process.kill('SIGKILL');
        await ended;

        const { code, err } = run('--data', data, 'check');
        assert.equal(code, 0, `moment ${moment}: ${err}`);
        const count = deliveries(data).length;
        const expected = count === whole.deliveries ? whole : nothing;
        assert.equal(count, expected.deliveries, `moment ${moment}`);
        assert.equal(everythingSaid(data), expected.said, `moment ${moment}`);
        if (expected === whole) ++stored;
        else ++left;
        fs.rmSync(data, { recursive: true });
    }
    t.diagnostic(`${duration.toFixed(0)} ms an import; ${left} killed before the delivery, ${stored} after it`);
    assert.ok(left > moments / 4, 'most moments fall inside the import');
});
