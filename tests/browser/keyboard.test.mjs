// Goals, cards, the tree and people by keyboard alone, with JavaScript and without.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { on, openSite } from './site.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const pages = {
    'sign in': ['/logga-in', null],
    'to do': ['/att-gora', 'rektor'],
    goals: ['/mal?enhet=BUN', 'rektor'],
    goal: ['/mal/10', 'rektor'],
    'goal form': ['/mal/10/redigera', 'rektor'],
    'check-in': ['/mal/10/stam-av', 'rektor'],
    scorecard: ['/styrkort/GSK13', 'controller'],
    template: ['/styrkortsmallar/2', 'controller'],
    'strategy map': ['/styrkort/GSK13/karta', 'controller'],
    'red thread': ['/rod-trad', 'controller'],
    'red thread of a unit': ['/rod-trad/GSK13', 'controller'],
    tree: ['/organisation', 'controller'],
    'unit in the tree': ['/organisation/FSK01', 'controller'],
    'moving a unit': ['/organisation/FSK01/flytta', 'controller'],
    people: ['/manniskor', 'admin'],
    person: ['/manniskor/7', 'admin'],
};

// What can be used on the page as it stands, numbered in reading order; of radio buttons with one name the one that is
// chosen, or else the first, which is where Tab enters them.
const numbered = (page) => page.evaluate(() => {
    const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('details:not([open]) > :not(summary)');
    const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')]
        .filter((element) => isShown(element) && !element.disabled && element.tabIndex >= 0);
    const ofGroup = (radio) => all.filter((one) => one.type === 'radio' && one.name === radio.name && one.form === radio.form);
    const isEntered = (element) => {
        if (element.type !== 'radio') return true;
        const group = ofGroup(element);
        const chosen = group.find((one) => one.checked);
        return chosen ? element === chosen : element === group[0];
    };
    const used = all.filter(isEntered);
    used.forEach((element, at) => { element.dataset.reading = at; });
    return used.map((element) => `${element.tagName} ${element.name || element.getAttribute('href') || element.innerText}`);
});

// Where the focus is: its number in reading order, what it is called, whether it can be seen, and where it stands.
const focused = (page) => page.evaluate(() => {
    const here = document.activeElement;
    if (here === null || here === document.body || here === document.documentElement) return null;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(here);
    const { top, bottom, left, right, width, height } = here.getBoundingClientRect();
    const isWithin = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && width > 0 && height > 0;
    return {
        number: Number(here.dataset.reading ?? -1),
        what: `${here.tagName} ${here.name || here.getAttribute('href') || here.innerText}`,
        isSeen: isWithin && ((outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none'),
    };
});

// What is wrong with the way that Tab takes through the page, from its top until it leaves it.
async function faultsOf(page) {
    const used = await numbered(page);
    const reached = [];
    const faults = [];
    for (let presses = 0; presses < 4 * used.length; ++presses) {
        await page.keyboard.press('Tab');
        const here = await focused(page);
        if (here === null || (here.number === reached[0] && reached.length > 1)) break;
        if (here.number === reached.at(-1)) continue; // a date has a year, a month and a day, and then a calendar
        if (!here.isSeen) faults.push(`focus cannot be seen on ${here.what}`);
        if (here.number < (reached.at(-1) ?? 0)) faults.push(`${here.what} comes after what stands below it`);
        reached.push(here.number);
    }
    for (const [at, what] of used.entries()) if (!reached.includes(at)) faults.push(`${what} is not reached`);
    return { faults, reached: reached.length };
}

test('what cannot be reached or seen, or comes out of turn, is found', async () => {
    const visitor = await site.visit();
    const { page } = visitor;
    await visitor.go('/om');
    await page.evaluate(() => {
        const add = (name) => {
            const link = document.createElement('a');
            Object.assign(link, { href: `#${name}`, textContent: name });
            document.querySelector('main').append(link);
            return link;
        };
        add('early').tabIndex = 1;
        add('unseen');
        const style = new CSSStyleSheet();
        style.replaceSync('a[href="#unseen"]:focus-visible { outline: none; box-shadow: none }');
        document.adoptedStyleSheets.push(style);
        add('last').addEventListener('focus', () => document.querySelector('main a, header a').focus()); // a trap
        add('never');
    });
    const found = (await faultsOf(page)).faults.join('\n');
    assert.match(found, /focus cannot be seen on A #unseen/);
    assert.match(found, /comes after what stands below it/);
    assert.match(found, /A #never is not reached/);
    await visitor.leave();
});

for (const javaScript of [true, false])
    for (const [name, [address, as]] of Object.entries(pages))
        test(`Tab goes through ${name} in reading order and out again, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
            const visitor = await site.visit({ as, javaScript });
            await visitor.go(address);
            const { faults, reached } = await faultsOf(visitor.page);
            assert.deepEqual(faults, []);
            assert.ok(reached > 8, `${reached} things to use`);
            await visitor.leave();
        });

// Presses Tab until what is asked for has the focus.
async function tabTo(page, selector) {
    for (let presses = 0; presses < 400; ++presses) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    }
    assert.fail(`Tab does not come to ${selector} on ${page.url()}`);
}

const mainText = (page) => page.locator('main').innerText();

for (const javaScript of [true, false]) {
    const how = `by keyboard alone, ${javaScript ? 'with' : 'without'} JavaScript`;

    test(`one signs in with name and password, and out, ${how}`, async () => {
        const visitor = await site.visit({ as: null, javaScript });
        const { page } = visitor;
        await visitor.go('/logga-in');
        const password = await page.locator('input[name=password][type=hidden]').first().inputValue();
        await tabTo(page, 'input[name=user_name]:not([type=hidden])');
        await page.keyboard.type('rektor');
        await tabTo(page, 'input[name=password]:not([type=hidden])');
        await page.keyboard.type(password);
        await visitor.send(() => page.keyboard.press('Enter'));
        assert.equal(new URL(page.url()).pathname, '/att-gora');
        await tabTo(page, 'form[action="/logga-ut"] button');
        await visitor.send(() => page.keyboard.press('Space'));
        assert.equal(new URL(page.url()).pathname, '/logga-in');
        await visitor.leave();
    });

    test(`a teacher goes from what is owed to a check-in and hands it in, ${how}`, async () => {
        const visitor = await site.visit({ as: 'larare', javaScript });
        const { page } = visitor;
        await visitor.go('/mal/11');
        await tabTo(page, 'main a[href="/mal/11/stam-av"]');
        await visitor.send(() => page.keyboard.press('Enter'));
        const progress = `Vi hann med alla, ${javaScript}`;
        await tabTo(page, '[name=progress]');
        await page.keyboard.type(progress);
        await tabTo(page, '[name=confidence]');
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('ArrowRight');
        const confidence = await page.locator('[name=confidence]:checked').inputValue();
        await tabTo(page, 'main form button[type=submit]');
        await visitor.send(() => page.keyboard.press('Enter'));
        await visitor.go('/mal/11/avstamningar');
        assert.ok((await mainText(page)).includes(progress));
        assert.ok(Number(confidence) > 1, confidence);
        await visitor.leave();
    });

    test(`a card leads to its map, and the map to a goal, ${how}`, async () => {
        const visitor = await site.visit({ as: 'controller', javaScript });
        const { page } = visitor;
        await visitor.go('/styrkort/GSK13');
        await tabTo(page, 'main a[href$="/karta"]');
        await visitor.send(() => page.keyboard.press('Enter'));
        assert.match(page.url(), /\/styrkort\/GSK13\/karta/);
        await tabTo(page, 'main a[href="/mal/10"]');
        await visitor.send(() => page.keyboard.press('Enter'));
        assert.equal(await on.heading(page).innerText(), 'Varje elev får stöd i tid');
        await visitor.leave();
    });

    test(`the red thread leads from the whole to a goal, ${how}`, async () => {
        const visitor = await site.visit({ as: 'larare', javaScript });
        const { page } = visitor;
        await visitor.go('/rod-trad');
        await tabTo(page, 'main a[href^="/mal/"]');
        const goal = await page.evaluate(() => document.activeElement.textContent);
        await visitor.send(() => page.keyboard.press('Enter'));
        assert.equal(await on.heading(page).innerText(), goal);
        await visitor.leave();
    });

    test(`a controller moves a unit in the tree, ${how}`, async () => {
        const visitor = await site.visit({ as: 'controller', javaScript });
        const { page } = visitor;
        const [unit, parent] = javaScript ? ['FSK07', 'Förskoleområde Norr'] : ['FSK08', 'Förskoleområde Centrum'];
        await visitor.go(`/organisation/${unit}`);
        await tabTo(page, `main a[href="/organisation/${unit}/flytta"]`);
        await visitor.send(() => page.keyboard.press('Enter'));
        await tabTo(page, '[name=parent]');
        await page.keyboard.press('ControlOrMeta+a');
        await page.keyboard.type(parent);
        await visitor.send(() => page.keyboard.press('Enter'));
        await visitor.go(`/enhet/${unit}`);
        assert.match(await page.locator('main').innerText(), new RegExp(parent));
        await visitor.leave();
    });

    test(`an administrator opens what is folded and gives a role, ${how}`, async () => {
        const visitor = await site.visit({ as: 'admin', javaScript });
        const { page } = visitor;
        await visitor.go('/manniskor');
        await tabTo(page, 'main a[href="/manniskor/7"]');
        await visitor.send(() => page.keyboard.press('Enter'));
        const before = (await mainText(page)).split('Läsare').length;
        await tabTo(page, 'details:has(form[action$="/roller"]) > summary');
        await page.keyboard.press(javaScript ? 'Enter' : 'Space');
        await tabTo(page, '[name=role]');
        await page.keyboard.press('ArrowUp'); // from the first to the last: reader
        assert.equal(await page.locator('[name=role]:checked').inputValue(), 'reader');
        await tabTo(page, '[name=role_unit]');
        await page.keyboard.type(javaScript ? 'Norrskolan' : 'Söderskolan');
        await visitor.send(() => page.keyboard.press('Enter'));
        assert.match(await mainText(page), javaScript ? /Norrskolan/ : /Söderskolan/);
        assert.ok((await mainText(page)).split('Läsare').length > before);
        await visitor.leave();
    });
}
