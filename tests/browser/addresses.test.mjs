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

test('a link sent to somebody shows the same', async () => {
    const sender = await site.visit();
    await sender.go('/avvikelser');
    await on.filter(sender.page, 'riktning').selectOption('battre');
    await sender.page.waitForURL(/riktning=battre/);
    const [link, cards] = [sender.page.url(), await on.cardTitles(sender.page)];
    assert.ok(cards.length > 0);
    await sender.leave();

    const receiver = await site.visit({ javaScript: false });
    await receiver.go(link);
    assert.deepEqual(await on.cardTitles(receiver.page), cards);
    assert.equal(await on.filter(receiver.page, 'riktning').inputValue(), 'battre');
    await receiver.leave();
});

test('an address that leads nowhere says so, and helps', async () => {
    const visitor = await site.visit();
    const { page } = visitor;
    for (const address of ['/finns-inte', '/matt/FINNS/INTE', '/enhet/finns-inte', '/matt/FINNS/INTE.csv']) {
        await visitor.go(address, 404);
        assert.ok(await on.heading(page).isVisible());
        assert.ok(await page.locator('main a[href="/avvikelser"]').count() > 0, `${address}: no way back`);
        assert.ok(await page.locator('input[name=q]').first().isVisible());
    }
    await visitor.leave();
});

test('nonsense in an address is as if it were not there', async () => {
    const visitor = await site.visit();
    await visitor.go('/avvikelser');
    const cards = await on.cardTitles(visitor.page);
    await visitor.go('/avvikelser?niva=x&slag=%3Cscript%3E&sida=-7&riktning=&okand=1');
    assert.deepEqual(await on.cardTitles(visitor.page), cards);
    await visitor.leave();
});

test('search finds units and measures by the beginnings of their words, å, ä and ö among them', async () => {
    const visitor = await site.visit();
    const { page } = visitor;
    const hits = async (question) => {
        await visitor.go(`/sok?q=${encodeURIComponent(question)}`);
        assert.equal(await page.locator('main input[name=q], header input[name=q]').first().inputValue(), question);
        return page.locator('main a[href^="/enhet/"], main a[href^="/matt/"]').allInnerTexts();
    };
    const preschools = await hits('försk');
    assert.ok(preschools.length > 0);
    preschools.forEach((hit) => assert.match(hit, /försk/i));
    assert.deepEqual(await hits('FÖRSK'), preschools);
    assert.deepEqual(await hits('zzzz'), []);
    await visitor.leave();
});

test('search is reached from every page', async () => {
    const visitor = await site.visit({ javaScript: false });
    const { page } = visitor;
    await visitor.go(pages.measure);
    await page.locator('header input[name=q]').fill('försk');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/sok\?q=f%C3%B6rsk/);
    await visitor.leave();
});

test('the figures behind a measure come as CSV', async () => {
    const visitor = await site.visit();
    const { page } = visitor;
    await visitor.go(pages.measure);
    const link = page.locator('main a[href$=".csv"]').first();
    const answer = await page.request.get(await link.getAttribute('href'));
    assert.equal(answer.status(), 200);
    assert.match(answer.headers()['content-type'], /^text\/csv/);
    assert.match(answer.headers()['content-disposition'], /^attachment; filename=/);
    const figures = rows(await answer.text());
    assert.ok(figures.length > 3);
    assert.ok('period' in figures[0] && 'value' in figures[0], Object.keys(figures[0]).join());
    await visitor.leave();
});

test('every page says how long it took, and lets nothing foreign in', async () => {
    const visitor = await site.visit();
    for (const [name, address] of Object.entries(pages)) {
        const response = await visitor.page.request.get(address);
        const headers = response.headers();
        assert.match(headers['server-timing'] ?? '', /dur=\d/, name);
        assert.match(headers['content-security-policy'], /default-src 'none'/, name);
        assert.doesNotMatch(headers['content-security-policy'], /unsafe|\*/, name);
        assert.equal(headers['x-content-type-options'], 'nosniff', name);
        const html = await response.text();
        assert.doesNotMatch(html, /<[^>]+\s(style|on[a-z]+)=/, `${name}: inline style or script`);
        assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)/, `${name}: inline script`);
    }
    await visitor.leave();
});
