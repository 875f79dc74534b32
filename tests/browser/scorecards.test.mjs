// A controller makes a card and gives it to all preschools; everyone reads it, on screen and on paper.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { axeViolations, on, openSite } from './site.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

// The first preschool's page of its card, from the table of all of them.
async function firstPreschool(visitor) {
    await visitor.go('/styrkort?verksamhet=förskola');
    return visitor.page.locator('table.score-table tbody th a').first().getAttribute('href');
}

const pagesOf = (pdf) => (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;

test('the card of a preschool is one sheet of A4', async () => {
    const visitor = await site.visit({ as: 'revisor' });
    await visitor.go(await firstPreschool(visitor));
    assert.match(await on.heading(visitor.page).innerText(), /^Styrkort: /);
    assert.equal(pagesOf(await visitor.page.pdf({ preferCSSPageSize: true })), 1);
    await visitor.leave();
});

for (const { operation, javaScript } of [
    { operation: 'förskola', javaScript: true },
    { operation: 'grundskola', javaScript: false },
])
    test(`a controller makes a card and gives it to all of ${operation}, ${javaScript ? 'with' : 'without'} JavaScript`,
        async () => {
            const visitor = await site.visit({ as: 'controller', javaScript });
            const { page } = visitor;
            const name = `Nämndens kort för ${operation}`;

            await visitor.go('/styrkortsmallar/ny');
            await page.locator('[name=name]').fill(name);
            await page.locator('select[name=unit]').selectOption('BUN');
            await page.locator('select[name=operation]').selectOption(operation);
            await page.getByRole('button', { name: 'Fortsätt' }).click();
            await page.waitForURL(/\/styrkortsmallar\/\d+$/);
            const card = page.url();
            assert.match(await page.locator('.lede').innerText(), new RegExp(`För \\d+ enheter: ${operation} inom Barn- och`));

            const perspective = page.locator('section.template-perspective').first();
            await perspective.locator('[name=name]').fill(`Trygghet i ${operation}`);
            await perspective.locator('form.form button').click();
            const factor = page.locator('.template-factor', { hasText: `Trygghet i ${operation}` });
            await factor.waitFor();
            await factor.locator('input[name=sok]').fill('trygg');
            await factor.getByRole('button', { name: /Hitta mått/ }).click();
            const found = page.locator('.chosen.found li');
            const measure = await found.first().locator('.name').evaluate((words) => words.firstChild.textContent);
            await found.first().locator('button').click();
            await page.locator('.template-factor .chosen:not(.found) li', { hasText: measure }).waitFor();

            // Without a day it is not put in use, and says why.
            await visitor.go(new URL(card).pathname);
            await page.locator('[name=from]').evaluate((input) => input.removeAttribute('required'));
            await visitor.send(() => page.getByRole('button', { name: 'Börja använda kortet' }).click(), 422);
            await page.locator('.problem', { hasText: 'Ange en dag.' }).first().waitFor();
            await page.locator('[name=from]').fill('2024-01-01');
            await page.getByRole('button', { name: 'Börja använda kortet' }).click();
            await page.waitForURL(card);
            assert.match(await page.locator('.lede').innerText(), /används från 1 januari 2024/);

            await visitor.go(`/styrkort?verksamhet=${operation}`);
            const rows = await page.locator('table.score-table tbody tr').count();
            assert.match(await page.locator('.lede').innerText(), new RegExp(`^${rows} enheter med samma kort, ${name}`));
            assert.deepEqual(await page.locator('table.score-table thead th a').allInnerTexts(), ['Enhet', measure]);
            await page.locator('table.score-table tbody th a').first().click();
            await page.waitForURL(/\/styrkort\/[^/?]+$/);
            assert.match(await page.locator('main').innerText(), new RegExp(`Trygghet i ${operation}`));
            await visitor.leave();
        });

for (const language of ['sv', 'en'])
    test(`cards, maps, documents and descriptions have nothing against axe and fit 320 pixels, in ${language}`, async () => {
        const visitor = await site.visit({ as: 'controller', language });
        const { page } = visitor;
        const card = await firstPreschool(visitor);
        const unit = card.split('/').at(-1);
        for (const address of [card, `${card}/karta`, '/styrkort', '/styrkort?verksamhet=förskola', '/styrkort/LH',
            '/styrkort/LH?verksamhet=förskola', '/styrkort/LH/karta', '/styrkortsmallar', '/styrkortsmallar/1',
            `/enhet/${unit}/styrdokument`, '/enhet/LH/styrdokument', '/enhet/LH/styrdokument/ny?slag=strategi',
            `/enhet/${unit}/beskrivning`, `/enhet/${unit}/beskrivning/andra`, '/enhet/LH/perspektiv']) {
            await page.setViewportSize({ width: 1280, height: 900 });
            await visitor.go(address);
            assert.deepEqual(await axeViolations(page), [], address);
            await page.setViewportSize({ width: 320, height: 700 });
            assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 320, `${address} fits 320 pixels`);
        }
        await visitor.leave();
    });

test('a reader reads a card and is offered nothing to change', async () => {
    const visitor = await site.visit({ as: 'revisor' });
    const { page } = visitor;
    const card = await firstPreschool(visitor);
    await visitor.go(card);
    assert.equal(await page.getByRole('link', { name: 'Ändra kortet' }).count(), 0);
    await visitor.go('/styrkortsmallar/1');
    assert.equal(await page.locator('main form').count(), 0);
    await visitor.leave();
});
