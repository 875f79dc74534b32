import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { rows } from '../scenarios/program.mjs';
import { on, openSite, somePages } from './site.mjs';

let site;
let pages;
before(async () => {
    site = await openSite();
    pages = await somePages(site);
});
after(() => site.close());

const ticked = (page, name) => page.locator(`form.choose input[name=${name}]:checked`);

for (const language of ['sv', 'en'])
    for (const javaScript of [true, false])
        test(`from a measure to its ranking, to a few units over time, and to a matrix, in ${language}, ` +
            `${javaScript ? 'with' : 'without'} JavaScript`, async () => {
            const visitor = await site.visit({ language, javaScript });
            const { page } = visitor;
            const show = async (change) => {
                await change();
                if (!javaScript) await page.locator('form.choose button').click();
            };
            await visitor.go(pages.measure);
            await page.locator('aside a.btn').click();
            await page.waitForURL(/\/jamfor\?/);
            assert.equal(await ticked(page, 'matt').count(), 1);
            assert.equal(await ticked(page, 'enhet').count(), 1);

            // Among all of its kind it is ranked, and the table says what the picture does.
            await show(() => page.locator('#med').selectOption('alla'));
            await page.waitForURL(/med=alla/);
            const table = page.locator('table.ranking tbody tr');
            const units = await table.count();
            assert.ok(units > 6, `${units} units`);
            assert.equal(await page.locator('table.ranking tr.mine').count(), 1);

            // Alone it is drawn over time.
            await show(() => page.locator('#med').selectOption(''));
            await page.waitForURL((url) => !url.search.includes('med=alla'));
            assert.equal(await page.locator('ul.multiples > li').count(), 1);

            // Another measure is found by its name and ticked: then they are seen among others.
            await show(async () => {
                await page.locator('#sok').fill('fr');
                if (javaScript) await page.keyboard.press('Enter');
            });
            await page.waitForURL(/sok=fr/);
            await show(() => page.locator('form.choose input[name=matt]:not(:checked)').first().check());
            await page.waitForURL(/matt=.*matt=/);
            assert.equal(await ticked(page, 'matt').count(), 2);

            // The address is the view: a stranger sees the same.
            const link = await page.locator('p.saved a').first().getAttribute('href');
            const other = await site.visit({ language, javaScript: false });
            await other.go(link);
            assert.equal(await ticked(other.page, 'matt').count(), 2);
            await other.leave();
            await visitor.leave();
        });

test('a comparison comes as CSV, with every figure that it shows', async () => {
    const visitor = await site.visit();
    const { page } = visitor;
    await visitor.go(pages['ranking']);
    const units = await page.locator('table.ranking tbody th a').count();
    const answer = await page.request.get(await page.locator('p.saved a').last().getAttribute('href'));
    assert.equal(answer.status(), 200);
    assert.match(answer.headers()['content-type'], /^text\/csv/);
    const figures = rows(await answer.text());
    assert.ok(new Set(figures.map((figure) => figure.unit)).size >= units);
    await visitor.leave();
});

test('every figure of a comparison leads to its series', async () => {
    const visitor = await site.visit();
    const { page } = visitor;
    for (const name of ['ranking', 'lines', 'matrix']) {
        await visitor.go(pages[name]);
        const links = await page.locator('table.ranking tbody a, ul.multiples h3 a, table.matrix tbody a')
            .evaluateAll((found) => found.map((link) => link.getAttribute('href')));
        assert.ok(links.length > 0, name);
        for (const link of links.slice(0, 5)) assert.match(link, /^\/matt\//, name);
        await visitor.go(links[0]);
        assert.ok(await on.heading(page).isVisible());
    }
    await visitor.leave();
});

test('a code that does not exist is not passed over', async () => {
    const visitor = await site.visit();
    await visitor.go('/jamfor?matt=FINNS-INTE', 404);
    await visitor.go('/jamfor?enhet=FINNS-INTE', 404);
    await visitor.leave();
});

test('no link of the pages leads nowhere', async () => {
    const visitor = await site.visit();
    const { page } = visitor;
    const seen = new Set();
    for (const [name, address] of Object.entries(pages)) {
        if (name === 'not found') continue;
        await visitor.go(address);
        const links = await page.locator('main a[href^="/"]').evaluateAll((found) => found.map((a) => a.getAttribute('href')));
        for (const link of links.map((each) => each.split('#')[0]).slice(0, 40)) {
            if (seen.has(link)) continue;
            seen.add(link);
            const answer = await page.request.get(link);
            assert.equal(answer.status(), 200, `${link} on ${name}`);
        }
    }
    assert.ok(seen.size > 50);
    await visitor.leave();
});

for (const javaScript of [true, false])
    test(`a figure is explained, and the explanation stands at its point, ${javaScript ? 'with' : 'without'} JavaScript`,
        async () => {
            const visitor = await site.visit({ javaScript });
            const { page } = visitor;
            const text = `Ny rutin ${javaScript ? 'ett' : 'två'}`;
            await visitor.go(pages.measure);
            await page.locator('#say summary').click();
            await page.locator('#say textarea').fill(text);
            await page.locator('#say button').click();
            await page.waitForURL(/#trend$/);
            assert.ok((await page.locator('ol.notes').innerText()).includes(text));
            await visitor.leave();
        });

test('others to compare with are tried, saved under a name, and then the usual ones', async () => {
    const visitor = await site.visit();
    const { page } = visitor;
    await visitor.go(`${pages.measure}?bland=alla`);
    const name = page.locator('#group-name');
    if (await name.count() === 0) return visitor.leave(); // all of its kind are the usual ones already
    await name.fill('Hela gänget');
    await page.locator('form:has(#group-name) button').click();
    await page.waitForURL(/#peers$/);
    assert.ok((await page.locator('#peers').innerText()).includes('Hela gänget'));
    await visitor.leave();
});

test('another target is tried beside the present one, and nothing is stored', async () => {
    const visitor = await site.visit();
    const { page } = visitor;
    await visitor.go(pages.measure);
    await page.locator('#what-if summary').click();
    await page.locator('#what-if input[name=mal]').fill('1');
    await page.locator('#what-if button').click();
    await page.waitForURL(/mal=1/);
    assert.equal(await page.locator('#what-if .beside > div').count(), 2);
    await visitor.go(pages.measure);
    assert.equal(await page.locator('#what-if .beside').count(), 0);
    await visitor.leave();
});
