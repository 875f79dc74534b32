import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { on, openSite } from './site.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

for (const language of ['sv', 'en'])
    for (const javaScript of [true, false])
        test(`from the list to a filter, a card, the measure, the unit and back, in ${language}, ` +
            `${javaScript ? 'with' : 'without'} JavaScript`, async () => {
            const visitor = await site.visit({ language, javaScript });
            const { page } = visitor;

            await visitor.go('/');
            assert.equal(new URL(page.url()).pathname, '/att-gora');
            await visitor.go('/avvikelser');
            assert.equal(await page.locator('html').getAttribute('lang'), language);
            assert.match(await on.heading(page).innerText(), language === 'sv' ? /Vad sticker ut/ : /What stands out/);
            const everything = await on.cardTitles(page);
            assert.ok(everything.length > 3, 'the example organisation has deviations');

            // The counter of a tier filters, and says how many there are.
            const tier = on.tiers(page).last();
            const promised = Number((await tier.locator('b').innerText()).replace(/\D/g, ''));
            await tier.click();
            await page.waitForURL(/niva=lar-av/);
            assert.equal(await on.tiers(page).last().getAttribute('aria-current'), 'true');
            const ofTier = await on.cardTitles(page);
            assert.ok(ofTier.length > 0 && ofTier.length <= promised);

            // So does the form: at once with JavaScript, with its button without.
            await on.filter(page, 'slag').selectOption('forandring');
            if (!javaScript) await page.locator('form.filters button').click();
            await page.waitForURL(/slag=forandring/);
            assert.match(page.url(), /niva=lar-av/, 'the tier is kept');
            const filtered = page.url();
            const cards = await on.cardTitles(page);
            assert.ok(cards.length > 0);

            const [title] = cards;
            await on.cards(page).first().locator('h3 a').click();
            await page.waitForURL(/\/matt\//);
            assert.equal(await on.heading(page).innerText(), title);
            const measure = page.url();

            const toUnit = page.locator('main a[href^="/enhet/"]').last();
            const unit = await toUnit.innerText();
            await toUnit.click();
            await page.waitForURL(/\/enhet\//);
            assert.equal(await on.heading(page).innerText(), unit);

            await page.goBack();
            assert.equal(page.url(), measure);
            await page.goBack();
            assert.equal(page.url(), filtered);
            assert.deepEqual(await on.cardTitles(page), cards);
            assert.equal(await on.filter(page, 'slag').inputValue(), 'forandring');
            await visitor.leave();
        });

test('a filter leaves only what it asks for, and can be cleared', async () => {
    const visitor = await site.visit();
    const { page } = visitor;
    await visitor.go('/avvikelser');
    const all = await on.cards(page).count();
    const measures = on.filter(page, 'matt');
    const name = await measures.locator('option').nth(1).innerText();
    await measures.selectOption({ index: 1 });
    await page.waitForURL(/matt=/);
    const titles = await on.cardTitles(page);
    assert.ok(titles.length > 0 && titles.length <= all);
    titles.forEach((title) => assert.equal(title.trim(), name.trim()));
    await page.getByRole('link', { name: 'Rensa' }).first().click();
    await page.waitForURL((url) => url.search === '');
    assert.equal(await on.cards(page).count(), all);
    await visitor.leave();
});

test('the list is turned page by page, as cards and as a table', async () => {
    const visitor = await site.visit();
    const { page } = visitor;
    await visitor.go('/avvikelser');
    const first = await on.cardTitles(page);
    await page.locator('nav.pager a[rel=next]').click();
    await page.waitForURL(/sida=2/);
    assert.notDeepEqual(await on.cardTitles(page), first);
    await page.locator('nav.pager a[rel=prev]').click();
    await page.waitForURL((url) => !url.search.includes('sida'));
    assert.deepEqual(await on.cardTitles(page), first);

    await page.locator('p.order a').first().click();
    await page.waitForURL(/visa=tabell/);
    const titles = await page.locator('main table tbody th').allInnerTexts();
    assert.deepEqual(titles.slice(0, first.length), first);
    await visitor.leave();
});

test('the language is chosen by the browser, changed by a switch, and remembered', async () => {
    const visitor = await site.visit({ language: 'en' });
    const { page } = visitor;
    await visitor.go('/avvikelser?riktning=samre');
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    await page.locator('header a[hreflang=sv]').click();
    assert.match(page.url(), /riktning=samre/, 'the switch leads to the same place');
    assert.equal(await page.locator('html').getAttribute('lang'), 'sv');
    await visitor.go('/matt');
    assert.equal(await page.locator('html').getAttribute('lang'), 'sv');
    await visitor.leave();
});
