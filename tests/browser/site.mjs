// A server, with the example organisation if nothing else is said, a real browser, and visitors who notice when something
// goes wrong.

import assert from 'node:assert/strict';
import axe from 'axe-core';
import playwright from 'playwright-core';

import { copyOf, exampleOrganisation, serve } from '../scenarios/program.mjs';

export async function openSite(data = copyOf(exampleOrganisation())) {
    const server = await serve(data);
    const browser = await playwright.chromium.launch({
        executablePath: '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
    });
    return {
        url: server.url,
        heard: server.heard,
        visit: (options) => visit(browser, server.url, options),
        async close() {
            await browser.close();
            await server.stop();
        },
    };
}

// A new visitor with a profile of its own, signed in as someone of the example (null: as nobody). What the browser
// complains of meanwhile is a failure when the visit ends.
async function visit(browser, url, {
    as = 'controller', language = 'sv', javaScript = true, width = 1280, height = 900, scale = 1,
} = {}) {
    const context = await browser.newContext({
        baseURL: url,
        locale: language === 'sv' ? 'sv-SE' : 'en-GB',
        javaScriptEnabled: javaScript,
        viewport: { width, height },
        deviceScaleFactor: scale,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000); // machines are slow when they have other things to do
    const complaints = [];
    const refused = new Set(); // addresses that are expected to say no: the browser notes those too
    page.on('console', (message) => {
        if (refused.has(message.location().url)) return;
        if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
    page.on('response', (response) => {
        if (response.status() >= 500) complaints.push(`${response.status()} for ${response.url()}`);
    });
    page.on('request', (request) => {
        if (!request.url().startsWith(url) && !request.url().startsWith('data:')) complaints.push(`asks ${request.url()}`);
    });
    if (as) {
        await page.goto('/logga-in');
        await page.locator(`form:has(input[name=user_name][value="${as}"]) button`).click();
        await page.waitForURL((address) => !address.pathname.startsWith('/logga-in'));
    }
    return {
        page,
        complaints,
        async go(address, status = 200) {
            if (status >= 400) refused.add(url + address);
            const response = await page.goto(address);
            assert.equal(response.status(), status, address);
            return response;
        },
        // Does what sends a form, and gives the status of the page that comes.
        async send(how, status = 200) {
            const comes = page.waitForEvent('response', (response) =>
                response.request().isNavigationRequest() && ![302, 303].includes(response.status()));
            if (status >= 400) page.once('request', (request) => refused.add(request.url()));
            await how();
            const response = await comes;
            await page.waitForLoadState();
            assert.equal(response.status(), status, `${response.url()}: ${await page.locator('main').innerText()}`);
        },
        async leave() {
            await context.close();
            assert.deepEqual(complaints, []);
        },
    };
}

// What axe has against the page as it stands, one line each.
export async function axeViolations(page) {
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }));
    return violations.flatMap(({ id, help, nodes }) =>
        nodes.slice(0, 3).map((node) => `${id}: ${help}: ${node.html.slice(0, 200)}`));
}

// Where things stand on the pages.
export const on = {
    cards: (page) => page.locator('article.card'),
    cardTitles: (page) => page.locator('article.card h3 a').allInnerTexts(),
    tiers: (page) => page.locator('nav.tiers a'),
    filter: (page, name) => page.locator(`form.filters select[name=${name}]`),
    heading: (page) => page.locator('h1'),
};

// Addresses of one of each kind of page, found by walking from the first card of the list.
export async function somePages(site, list = '/avvikelser') {
    const visitor = await site.visit();
    const { page } = visitor;
    await visitor.go(list);
    const measure = new URL(await on.cards(page).first().locator('h3 a').evaluate((link) => link.href)).pathname;
    await visitor.go(measure);
    const unit = new URL(await page.locator('main a[href^="/enhet/"]').last().evaluate((link) => link.href)).pathname;
    await visitor.leave();
    const [code, place] = measure.split('/').slice(-2);
    const compared = `/jamfor?matt=${code}&enhet=${place}`;
    return {
        list: '/avvikelser',
        'filtered list': '/avvikelser?riktning=battre',
        'list as a table': '/avvikelser?visa=tabell',
        'empty list': '/avvikelser?niva=agera&riktning=battre',
        measures: '/matt',
        measure,
        'measure of women': `${measure}?grupp=K`,
        'measure among all of its kind': `${measure}?bland=alla`,
        'measure with another target': `${measure}?mal=50`,
        unit,
        comparison: '/jamfor',
        ranking: `${compared}&med=alla`,
        lines: `${compared}&sok=fr`,
        spines: `${compared}&matt=GSK-2&matt=GSK-4`,
        matrix: `${compared}&med=alla&visa=rutor`,
        units: '/enhet',
        search: '/sok?q=skola',
        'search without hits': '/sok?q=zzzz',
        about: '/om',
        'to do': '/att-gora',
        'own calendar': '/att-gora/kalender',
        goals: '/mal',
        'goals of a board': '/mal?enhet=BUN&niva=politisk',
        goal: '/mal/10',
        'goal form': '/mal/10/redigera',
        'step of a goal': '/mal/10/steg/avsluta',
        judgement: '/mal/10/bedom',
        'key result': '/mal/10/nyckelresultat',
        behaviours: '/mal/10/beteenden',
        behaviour: '/mal/11/beteenden/19',
        activity: '/mal/10/aktiviteter',
        'check-in form': '/mal/10/stam-av',
        'check-ins': '/mal/11/avstamningar',
        'check-in': '/mal/11/avstamningar/23',
        'proposal form': '/mal/10/forslag',
        proposal: '/mal/10/forslag/1',
        note: '/mal/10/anteckning',
        questions: '/installningar/fragor',
        'red thread': '/rod-trad',
        'red thread of a unit': '/rod-trad/GSK13',
        'red thread of a goal': '/rod-trad/mal/10',
        advice: '/rad',
        scorecard: '/styrkort/FSK01',
        'strategy map': '/styrkort/FSK01/karta',
        template: '/styrkortsmallar/2',
        'success factor': '/framgangsfaktorer/1',
        tree: '/organisation',
        'unit in the tree': '/organisation/FSK01',
        'new unit': '/ny-enhet',
        deliveries: '/leverera',
        people: '/manniskor',
        person: '/manniskor/7',
        'own account': '/mitt-konto',
        'not found': '/finns-inte',
    };
}
