import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { axeViolations, on, openSite, somePages } from './site.mjs';

let site;
let pages;
before(async () => {
    site = await openSite();
    pages = await somePages(site);
});
after(() => site.close());

const statusOf = (name) => (name === 'not found' ? 404 : 200);

test('axe finds what is wrong where something is', async () => {
    const visitor = await site.visit();
    await visitor.page.setContent('<html><body><img src="data:,"><input></body></html>');
    const found = (await axeViolations(visitor.page)).join();
    for (const fault of ['image-alt', 'label', 'html-has-lang']) assert.match(found, new RegExp(fault));
    await visitor.leave();
});

for (const language of ['sv', 'en'])
    test(`axe finds nothing on any page, in ${language}`, async () => {
        const found = [];
        const visitor = await site.visit({ language });
        for (const [name, address] of Object.entries(pages)) {
            await visitor.go(address, statusOf(name));
            for (const violation of await axeViolations(visitor.page)) found.push(`${name}: ${violation}`);
        }
        await visitor.leave();
        assert.deepEqual(found, []);
    });

test('axe finds nothing on a phone', async () => {
    const found = [];
    const visitor = await site.visit({ width: 320, height: 640 });
    for (const [name, address] of Object.entries(pages)) {
        await visitor.go(address, statusOf(name));
        for (const violation of await axeViolations(visitor.page)) found.push(`${name}: ${violation}`);
    }
    await visitor.leave();
    assert.deepEqual(found, []);
});

test('every chart has a title, and the measure page a table behind it', async () => {
    const visitor = await site.visit();
    const { page } = visitor;
    for (const address of [pages.list, pages.measure, pages.unit]) {
        await visitor.go(address);
        const charts = await page.locator('svg[role=img]').all();
        assert.ok(charts.length > 0, address);
        for (const chart of charts) {
            const name = await chart.evaluate((svg) => {
                const labels = (svg.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
                return labels.map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim() ||
                    svg.getAttribute('aria-label') || svg.querySelector('title')?.textContent || '';
            });
            assert.ok(name.length > 3, `${address}: ${await chart.evaluate((svg) => svg.outerHTML.slice(0, 200))}`);
        }
    }
    await visitor.go(pages.measure);
    assert.ok(await page.locator('main table tbody tr').count() > 3);
    await visitor.leave();
});

test('the keyboard alone reaches everything, and what is reached is seen', async () => {
    const visitor = await site.visit();
    const { page } = visitor;
    await visitor.go('/avvikelser');

    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    assert.equal(await skip.getAttribute('href'), '#main');
    assert.ok(await skip.isVisible(), 'the skip link shows itself when it has focus');
    await page.keyboard.press('Enter');

    // From the contents on: counters, filters, then the first card.
    const reached = [];
    for (let i = 0; i < 60; ++i) {
        await page.keyboard.press('Tab');
        const here = await page.evaluate(() => {
            const { tagName, name, href } = document.activeElement;
            const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement);
            const isSeen = (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
            const isCard = document.activeElement.closest('article.card h3') !== null;
            return { what: name || href || tagName, isSeen, isCard };
        });
        assert.ok(here.isSeen, `focus cannot be seen on ${here.what}`);
        reached.push(here.what);
        if (here.isCard) break;
    }
    assert.ok(reached.includes('slag') && reached.includes('riktning'), reached.join(' '));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/matt\//);
    assert.ok(await on.heading(page).isVisible());
    await visitor.leave();
});

test('a filter is chosen with the keyboard', async () => {
    const visitor = await site.visit();
    const { page } = visitor;
    await visitor.go('/avvikelser');
    await on.filter(page, 'riktning').focus();
    await page.keyboard.press('ArrowDown');
    await page.waitForURL(/riktning=samre/);
    assert.equal(await page.evaluate(() => document.activeElement.name), 'riktning', 'focus stays where it was');
    await visitor.leave();
});

test('no page is wider than a screen of 320 px, nor at 200 % of its size', async () => {
    const tooWide = [];
    for (const view of [{ width: 320, height: 640 }, { width: 640, height: 450, scale: 2 }]) {
        const visitor = await site.visit(view);
        for (const [name, address] of Object.entries(pages)) {
            await visitor.go(address, statusOf(name));
            const width = await visitor.page.evaluate(() => document.documentElement.scrollWidth);
            if (width > view.width) tooWide.push(`${name}: ${width} px of ${view.width}`);
        }
        await visitor.leave();
    }
    assert.deepEqual(tooWide, []);
});

test('text can be twice as large without being cut off', async () => {
    const visitor = await site.visit({ width: 1280 });
    const { page } = visitor;
    const cut = [];
    for (const address of [pages.list, pages.measure, pages.unit]) {
        await visitor.go(address);
        await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
        cut.push(...await page.evaluate(() => [...document.querySelectorAll('main h1, main h2, main h3, main p, main a')]
            .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1 &&
                getComputedStyle(element).overflowX === 'hidden')
            .map((element) => element.textContent.slice(0, 60))));
    }
    assert.deepEqual(cut, []);
    await visitor.leave();
});

test('in print there is the matter and no menu', async () => {
    const visitor = await site.visit();
    const { page } = visitor;
    for (const address of [pages.list, pages.measure, pages.unit]) {
        await visitor.go(address);
        await page.emulateMedia({ media: 'print' });
        assert.ok(await on.heading(page).isVisible());
        assert.ok(!await page.locator('header nav').isVisible(), `${address}: the menu is printed`);
        assert.ok(!await page.locator('form.filters button').isVisible(), `${address}: a button is printed`);
        const paper = await page.pdf({ format: 'A4', tagged: true });
        assert.ok(paper.length > 10_000);
        await page.emulateMedia({ media: 'screen' });
    }
    await visitor.leave();
});
